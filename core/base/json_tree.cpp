// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_tree.h"

#include "core/base/json_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <simdjson.h>

namespace goldpan {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr int kMaxDepth = 1000; // of arrays and objects; whoever walks a tree does so by calling itself
constexpr double kMaxExactInteger = 9007199254740992.0; // 2^53: from there a double may have lost digits

std::string_view trimmed(std::string_view token) {
    const auto last = token.find_last_not_of(" \t\r\n");
    return token.substr(0, last + 1);
}

bool readString(simdjson::simdjson_result<std::string_view> read, std::string& out) {
    std::string_view text;
    if (std::move(read).get(text) != simdjson::SUCCESS) {
        return false;
    }
    out = text;
    return true;
}

template <typename Value>
bool readTree(Value& value, JsonTree& out, int depth);

bool readArray(ondemand::array array, JsonTree& out, int depth) {
    for (auto result : array) {
        ondemand::value element;
        if (std::move(result).get(element) != simdjson::SUCCESS ||
            !readTree(element, out.items.emplace_back(), depth)) {
            return false;
        }
    }
    return true;
}

bool readObject(ondemand::object object, JsonTree& out, int depth) {
    for (auto result : object) {
        ondemand::field field;
        if (std::move(result).get(field) != simdjson::SUCCESS ||
            !readString(field.unescaped_key(), out.keys.emplace_back())) {
            return false;
        }
        ondemand::value member = field.value();
        if (!readTree(member, out.items.emplace_back(), depth)) {
            return false;
        }
    }
    if (out.keys.size() > 1) {
        out.dropDoubles();
    }
    return true;
}

template <typename Value>
bool readTree(Value& value, JsonTree& out, int depth) {
    ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS) {
        return false;
    }
    switch (type) {
    case ondemand::json_type::array: {
        out.kind = JsonKind::array;
        ondemand::array array;
        return value.get_array().get(array) == simdjson::SUCCESS && depth < kMaxDepth &&
               readArray(array, out, depth + 1);
    }
    case ondemand::json_type::object: {
        out.kind = JsonKind::object;
        ondemand::object object;
        return value.get_object().get(object) == simdjson::SUCCESS && depth < kMaxDepth &&
               readObject(object, out, depth + 1);
    }
    case ondemand::json_type::string:
        out.kind = JsonKind::string;
        return readString(value.get_string(), out.text);
    default:
        break;
    }
    std::string_view token;
    if (simdjson::simdjson_result<std::string_view>(value.raw_json_token()).get(token) != simdjson::SUCCESS) {
        return false;
    }
    token = trimmed(token);
    switch (type) {
    case ondemand::json_type::number:
        out.kind = JsonKind::number;
        out.text = token;
        return isJsonNumber(token);
    case ondemand::json_type::boolean:
        out.kind = JsonKind::boolean;
        out.text = token;
        return token == "true" || token == "false";
    default:
        return token == "null";
    }
}

template <typename T>
std::optional<T> numberIn(std::string_view text) {
    T value{};
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    return parsed.ec == std::errc{} && parsed.ptr == end ? std::optional(value) : std::nullopt;
}

} // namespace

JsonTree JsonTree::string(std::string text) {
    return {JsonKind::string, std::move(text), {}, {}};
}

JsonTree JsonTree::number(std::string text) {
    return {JsonKind::number, std::move(text), {}, {}};
}

JsonTree JsonTree::boolean(bool value) {
    return {JsonKind::boolean, value ? "true" : "false", {}, {}};
}

bool JsonTree::isEmpty() const {
    return isNull() || (isString() && text.empty()) || (!isScalar() && items.empty());
}

const JsonTree* JsonTree::find(std::string_view key) const {
    const auto found = std::ranges::find(keys, key);
    return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

JsonTree* JsonTree::find(std::string_view key) {
    const auto found = std::ranges::find(keys, key);
    return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

const JsonTree* JsonTree::findAny(std::initializer_list<std::string_view> wanted) const {
    for (const auto key : wanted) {
        if (const auto* found = find(key); found != nullptr && !found->isNull()) {
            return found;
        }
    }
    return nullptr;
}

void JsonTree::dropDoubles() {
    std::vector<std::size_t> order(keys.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        const int compared = keys[a].compare(keys[b]);
        return compared < 0 || (compared == 0 && a < b);
    });
    std::vector<std::size_t> doubled;
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (keys[order[i]] == keys[order[i - 1]]) {
            doubled.push_back(order[i - 1]);
        }
    }
    if (doubled.empty()) {
        return;
    }
    std::ranges::sort(doubled);
    std::size_t kept = 0;
    auto next = doubled.begin();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (next != doubled.end() && *next == i) {
            ++next;
            continue;
        }
        if (kept != i) {
            keys[kept] = std::move(keys[i]);
            items[kept] = std::move(items[i]);
        }
        ++kept;
    }
    keys.resize(kept);
    items.resize(kept);
}

JsonTree& JsonTree::set(std::string_view key, JsonTree value) {
    if (auto* found = find(key)) {
        *found = std::move(value);
        return *found;
    }
    keys.emplace_back(key);
    return items.emplace_back(std::move(value));
}

std::optional<JsonTree> parseJsonTree(std::string_view json) {
    // Later versions of the parser skip a byte order mark; inside a file it is no JSON.
    const auto begin = json.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || json.starts_with("\xEF\xBB\xBF")) {
        return std::nullopt;
    }
    const char first = json[begin];
    if (first != '{' && first != '[') {
        // The parser reads a document that is one scalar by other rules; in an array it is any value.
        std::string wrapped = "[" + std::string(json) + "]";
        auto tree = parseJsonTree(wrapped);
        return tree && tree->items.size() == 1 ? std::optional(std::move(tree->items[0])) : std::nullopt;
    }
    ondemand::parser parser;
    ondemand::document document;
    std::string buffer(json);
    buffer.append(simdjson::SIMDJSON_PADDING, ' ');
    const simdjson::padded_string_view padded(buffer.data(), json.size(), buffer.size());
    JsonTree out;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS || !readTree(document, out, 0) ||
        document.current_location().error() != simdjson::OUT_OF_BOUNDS) {
        return std::nullopt;
    }
    return out;
}

void appendJson(std::string& out, const JsonTree& value) {
    switch (value.kind) {
    case JsonKind::null:
        out += "null";
        return;
    case JsonKind::string:
        appendJsonString(out, value.text);
        return;
    case JsonKind::boolean:
    case JsonKind::number:
        out += value.text;
        return;
    case JsonKind::array:
    case JsonKind::object:
        break;
    }
    out.push_back(value.isArray() ? '[' : '{');
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (i > 0) {
            out.push_back(',');
        }
        if (value.isObject()) {
            appendJsonString(out, value.keys[i]);
            out.push_back(':');
        }
        appendJson(out, value.items[i]);
    }
    out.push_back(value.isArray() ? ']' : '}');
}

std::string jsonText(const JsonTree& value) {
    std::string out;
    appendJson(out, value);
    return out;
}

std::optional<std::int64_t> integerOf(const JsonTree& value) {
    if (!value.isNumber() && !value.isString()) {
        return std::nullopt;
    }
    if (const auto exact = numberIn<std::int64_t>(value.text)) {
        return exact;
    }
    const auto number = numberIn<double>(value.text);
    if (!number || !(std::abs(*number) < kMaxExactInteger) || std::trunc(*number) != *number) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*number);
}

std::optional<double> doubleOf(const JsonTree& value) {
    if (!value.isNumber() && !value.isString()) {
        return std::nullopt;
    }
    const auto number = numberIn<double>(value.text);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

} // namespace goldpan
