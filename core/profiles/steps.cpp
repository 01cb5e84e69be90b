// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/steps.h"

#include <algorithm>
#include <charconv>

namespace goldpan::profiles {
namespace {

constexpr int kMaxDepth = 200;

/// What an AnyValue of OpenTelemetry holds.
JsonTree unwrapped(JsonTree value, int depth);

JsonTree unwrappedList(JsonTree list, int depth) {
    if (auto* values = list.find("values")) {
        list = JsonTree(std::move(*values));
    }
    JsonTree out = JsonTree::array();
    for (auto& item : list.items) { // the bare array of the protocol's own example, too
        out.items.push_back(unwrapped(std::move(item), depth));
    }
    return out;
}

bool isAttributeList(const JsonTree& value) {
    return value.isArray() && std::ranges::all_of(value.items, [](const JsonTree& item) {
               const auto* key = item.find("key");
               return key != nullptr && key->isString() && item.keys.size() <= 2;
           });
}

JsonTree attributeObject(JsonTree list, int depth) {
    JsonTree out = JsonTree::object();
    for (auto& item : list.items) {
        auto* value = item.find("value");
        out.set(item.find("key")->text, value == nullptr ? JsonTree{} : unwrapped(std::move(*value), depth));
    }
    return out;
}

JsonTree unwrapped(JsonTree value, int depth) {
    if (!value.isObject() || value.keys.size() != 1 || depth > kMaxDepth) {
        return value.isObject() && value.keys.empty() ? JsonTree{} : value;
    }
    const std::string kind = value.keys[0];
    JsonTree inner = std::move(value.items[0]);
    if (kind == "intValue") { // 64 bits: written as a string
        return integerOf(inner) ? JsonTree::number(std::move(inner.text)) : std::move(inner);
    }
    if (kind == "stringValue" || kind == "boolValue" || kind == "doubleValue" || kind == "bytesValue") {
        return inner;
    }
    if (kind == "arrayValue") {
        return unwrappedList(std::move(inner), depth + 1);
    }
    if (kind == "kvlistValue") {
        if (auto* values = inner.find("values")) {
            inner = JsonTree(std::move(*values));
        }
        return isAttributeList(inner) ? attributeObject(std::move(inner), depth + 1) : std::move(inner);
    }
    value.items[0] = std::move(inner); // no AnyValue: a plain object of one member
    return value;
}

std::optional<std::size_t> numberOf(std::string_view key) {
    std::size_t number = 0;
    const auto parsed = std::from_chars(key.data(), key.data() + key.size(), number);
    const bool whole = parsed.ec == std::errc{} && parsed.ptr == key.data() + key.size() && !key.empty();
    return whole ? std::optional(number) : std::nullopt;
}

void insert(JsonTree& tree, std::string_view path, JsonTree value) {
    JsonTree* at = &tree;
    for (int depth = 0;; ++depth) {
        const auto dot = depth < kMaxDepth ? path.find('.') : std::string_view::npos;
        const auto key = path.substr(0, dot);
        auto* child = at->find(key);
        if (dot == std::string_view::npos) {
            if (child != nullptr && child->isObject() && !value.isObject()) {
                child->set("", std::move(value));
            } else {
                at->set(key, std::move(value));
            }
            return;
        }
        if (child == nullptr) {
            child = &at->set(key, JsonTree::object());
        } else if (!child->isObject()) {
            JsonTree object = JsonTree::object();
            object.set("", std::move(*child));
            *child = std::move(object);
        }
        at = child;
        path.remove_prefix(dot + 1);
    }
}

/// Attribute order is not index order: 10 comes after 9.
void listsFromNumbers(JsonTree& tree) {
    for (auto& item : tree.items) {
        listsFromNumbers(item);
    }
    if (!tree.isObject() || tree.keys.empty() ||
        !std::ranges::all_of(tree.keys, [](const std::string& key) { return numberOf(key).has_value(); })) {
        return;
    }
    std::vector<std::pair<std::size_t, std::size_t>> order;
    for (std::size_t i = 0; i < tree.keys.size(); ++i) {
        order.emplace_back(*numberOf(tree.keys[i]), i);
    }
    std::ranges::sort(order);
    JsonTree list = JsonTree::array();
    for (const auto& [number, at] : order) {
        list.items.push_back(std::move(tree.items[at]));
    }
    tree = std::move(list);
}

JsonTree unflattenOnly(JsonTree value, const std::vector<std::string>& prefixes) {
    JsonTree out = JsonTree::object();
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
        const auto& key = value.keys[i];
        const auto prefix = std::ranges::find_if(
            prefixes, [&](const std::string& one) { return key.starts_with(one + "."); });
        if (prefix == prefixes.end()) {
            out.set(key, std::move(value.items[i]));
            continue;
        }
        auto* group = out.find(*prefix);
        if (group == nullptr || !group->isObject()) {
            group = &out.set(*prefix, JsonTree::object());
        }
        insert(*group, std::string_view(key).substr(prefix->size() + 1), std::move(value.items[i]));
    }
    for (std::size_t i = 0; i < out.keys.size(); ++i) {
        if (std::ranges::find(prefixes, out.keys[i]) != prefixes.end()) {
            listsFromNumbers(out.items[i]);
        }
    }
    return out;
}

} // namespace

JsonTree unpackJson(JsonTree value, int times) {
    for (int i = 0; i < times && value.isString(); ++i) {
        const auto first = value.text.find_first_not_of(" \t\r\n");
        if (first == std::string::npos || !std::string_view("{[\"").contains(value.text[first])) {
            break;
        }
        auto inner = parseJsonTree(value.text);
        if (!inner) {
            break;
        }
        value = std::move(*inner);
    }
    return value;
}

JsonTree unpackAttributes(JsonTree value) {
    if (isAttributeList(value)) {
        return attributeObject(std::move(value), 0);
    }
    return value;
}

JsonTree unflatten(JsonTree value, const std::vector<std::string>& prefixes) {
    if (!value.isObject()) {
        return value;
    }
    if (!prefixes.empty()) {
        return unflattenOnly(std::move(value), prefixes);
    }
    if (std::ranges::none_of(value.keys, [](const std::string& key) { return key.contains('.'); })) {
        return value;
    }
    JsonTree out = JsonTree::object();
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
        insert(out, value.keys[i], std::move(value.items[i]));
    }
    listsFromNumbers(out);
    return out;
}

JsonTree messagesOfEvents(const JsonTree& events) {
    static constexpr std::string_view kPrefix = "gen_ai.";
    static constexpr std::string_view kSuffix = ".message";
    JsonTree messages = JsonTree::array();
    JsonTree choices = JsonTree::array();
    for (const auto& event : events.items) {
        const auto* named = event.findAny({"name", "eventName", "event.name"});
        std::string_view name = named == nullptr ? std::string_view() : std::string_view(named->text);
        const auto* attributes = event.findAny({"attributes", "body"});
        const JsonTree& said = attributes == nullptr ? event : *attributes;
        if (!name.starts_with(kPrefix)) {
            continue;
        }
        name.remove_prefix(kPrefix.size());
        if (name == "choice") {
            choices.items.push_back(said);
            if (auto* message = choices.items.back().find("message")) {
                *message = unpackJson(std::move(*message), 2);
            }
        } else if (name.ends_with(kSuffix)) {
            name.remove_suffix(kSuffix.size());
            auto& message = messages.items.emplace_back(said);
            if (message.find("role") == nullptr) {
                message.set("role", JsonTree::string(std::string(name)));
            }
            if (const auto* id = message.find("id"); name == "tool" && id != nullptr) {
                message.set("tool_call_id", JsonTree(*id));
            }
        }
    }
    if (messages.items.empty() && choices.items.empty()) {
        return {};
    }
    JsonTree out = JsonTree::object();
    out.set("messages", std::move(messages));
    out.set("choices", std::move(choices));
    return out;
}

} // namespace goldpan::profiles
