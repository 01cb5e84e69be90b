// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/steps.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

namespace goldpan::profiles {
namespace {

constexpr int kMaxDepth = 200;
constexpr std::size_t kMaxColumnName = 64; // bytes

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
        out.items.push_back(value == nullptr ? JsonTree{} : unwrapped(std::move(*value), depth));
        out.keys.push_back(std::move(item.find("key")->text));
    }
    out.dropDoubles();
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

/// A tree of dotted keys under way: its children are found by a table, for there may be very many.
struct Branch {
    std::optional<JsonTree> value;
    std::vector<std::string> order;
    std::unordered_map<std::string, Branch> children;

    void insert(std::string_view path, JsonTree given) {
        Branch* at = this;
        for (int depth = 0;; ++depth) {
            const auto dot = depth < kMaxDepth ? path.find('.') : std::string_view::npos;
            const auto [child, isNew] = at->children.try_emplace(std::string(path.substr(0, dot)));
            if (isNew) {
                at->order.push_back(child->first);
            }
            at = &child->second;
            if (dot == std::string_view::npos) {
                at->value = std::move(given);
                return;
            }
            path.remove_prefix(dot + 1);
        }
    }

    /// Attribute order is not index order: 10 comes after 9.
    JsonTree take() {
        if (children.empty()) {
            return value ? std::move(*value) : JsonTree{};
        }
        const bool isList = !value && std::ranges::all_of(order, [](const std::string& key) {
            return numberOf(key).has_value();
        });
        if (isList) {
            std::ranges::sort(order, {}, [](const std::string& key) { return *numberOf(key); });
        }
        JsonTree out = isList ? JsonTree::array() : JsonTree::object();
        if (value) {
            out.keys.emplace_back();
            out.items.push_back(std::move(*value));
        }
        for (auto& key : order) {
            out.items.push_back(children.at(key).take());
            if (!isList) {
                out.keys.push_back(std::move(key));
            }
        }
        return out;
    }
};

/// The member that `key` belongs to; none where it begins with no prefix.
const std::string* prefixOf(const std::string& key, const std::vector<std::string>& prefixes) {
    const auto found = std::ranges::find_if(prefixes, [&](const std::string& one) {
        return key.size() > one.size() && key[one.size()] == '.' && key.starts_with(one);
    });
    return found == prefixes.end() ? nullptr : &*found;
}

JsonTree unflattenOnly(JsonTree value, const std::vector<std::string>& prefixes) {
    JsonTree out = JsonTree::object();
    std::map<std::string, Branch> groups;
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
        auto& key = value.keys[i];
        if (const auto* prefix = prefixOf(key, prefixes)) {
            groups[*prefix].insert(std::string_view(key).substr(prefix->size() + 1),
                                   std::move(value.items[i]));
        } else {
            out.keys.push_back(std::move(key));
            out.items.push_back(std::move(value.items[i]));
        }
    }
    for (auto& [prefix, branch] : groups) {
        out.set(prefix, branch.take());
    }
    return out;
}

bool isShortName(const std::string& name) {
    return name.size() <= kMaxColumnName;
}

bool isListOfLists(const std::vector<JsonTree>& items) {
    return std::ranges::all_of(items, &JsonTree::isArray);
}

/// The names of a table's columns, none of them twice.
bool isNameList(const JsonTree* list) {
    std::set<std::string_view> seen;
    return list != nullptr && list->isArray() && std::ranges::all_of(list->items, [&](const JsonTree& name) {
               return name.isString() && isShortName(name.text) && seen.insert(name.text).second;
           });
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

JsonTree rowsOfTable(JsonTree table) {
    auto* columns = table.find("columns");
    auto* data = table.find("data");
    JsonTree out = JsonTree::array();
    if (data != nullptr && isNameList(columns)) {
        const bool fits = data->isArray() && std::ranges::all_of(data->items, [&](const JsonTree& row) {
                              return row.isArray() && row.items.size() <= columns->items.size();
                          });
        if (!fits) {
            return table;
        }
        for (auto& row : data->items) {
            auto& fresh = out.items.emplace_back(JsonTree::object());
            for (std::size_t i = 0; i < row.items.size(); ++i) {
                fresh.keys.push_back(columns->items[i].text);
                fresh.items.push_back(std::move(row.items[i]));
            }
        }
        return out;
    }
    const bool areColumns = table.isObject() && !table.keys.empty() && isListOfLists(table.items) &&
                            std::ranges::all_of(table.keys, isShortName) &&
                            std::ranges::all_of(table.items, [&](const JsonTree& column) {
                                return column.items.size() == table.items[0].items.size();
                            });
    if (!areColumns) {
        return table;
    }
    for (std::size_t row = 0; row < table.items[0].items.size(); ++row) {
        auto& fresh = out.items.emplace_back(JsonTree::object());
        fresh.keys = table.keys;
        for (auto& column : table.items) {
            fresh.items.push_back(std::move(column.items[row]));
        }
    }
    return out;
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
    Branch root;
    for (std::size_t i = 0; i < value.keys.size(); ++i) {
        root.insert(value.keys[i], std::move(value.items[i]));
    }
    return root.take();
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
