// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/tool_reader.h"

#include "core/profiles/steps.h"

namespace goldpan::profiles {
namespace {

void copy(const JsonTree& from, std::initializer_list<std::string_view> keys, JsonTree& to,
          std::string_view name) {
    if (const auto* value = from.findAny(keys)) {
        to.set(name, *value);
    }
}

JsonTree functionTool(const JsonTree& given) {
    JsonTree function = JsonTree::object();
    copy(given, {"name"}, function, "name");
    copy(given, {"description"}, function, "description");
    copy(given, {"parameters", "input_schema", "inputSchema", "parametersJsonSchema", "schema"}, function,
         "parameters");
    copy(given, {"strict"}, function, "strict");
    JsonTree tool = JsonTree::object();
    tool.set("type", JsonTree::string("function"));
    tool.set("function", std::move(function));
    return tool;
}

void addTool(const JsonTree& given, JsonTree& out) {
    if (given.isString()) {
        const auto inner = unpackJson(given, 2);
        if (!inner.isString()) {
            addTool(inner, out);
        }
        return;
    }
    if (given.isArray()) {
        for (const auto& item : given.items) {
            addTool(item, out);
        }
        return;
    }
    if (const auto* list = given.findAny({"functionDeclarations", "function_declarations"})) {
        addTool(*list, out); // Gemini
    } else if (const auto* tool = given.find("tool"); tool != nullptr && !tool->isScalar()) {
        addTool(*tool, out); // OpenInference
    } else if (const auto* schema = given.find("json_schema")) {
        addTool(*schema, out);
    } else if (const auto* function = given.find("function"); function != nullptr && function->isObject()) {
        out.items.push_back(functionTool(*function));
    } else if (given.find("name") != nullptr) {
        out.items.push_back(functionTool(given));
    } else if (given.isObject() && !given.items.empty()) {
        out.items.push_back(given);
    }
}

/// {"get_weather": "{…}"}: by name.
bool isByName(const JsonTree& value) {
    if (!value.isObject() || value.findAny({"name", "function", "tool", "json_schema", "type",
                                            "functionDeclarations", "function_declarations"}) != nullptr) {
        return false;
    }
    for (const auto& item : value.items) {
        if (!item.isString() && !item.isObject()) {
            return false;
        }
    }
    return !value.items.empty();
}

} // namespace

JsonTree readTools(const JsonTree& value) {
    JsonTree out = JsonTree::array();
    if (!isByName(value)) {
        addTool(value, out);
        return out;
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        auto tool = unpackJson(value.items[i], 2);
        if (tool.isObject() && tool.find("name") == nullptr && tool.find("function") == nullptr) {
            tool.set("name", JsonTree::string(value.keys[i]));
        }
        addTool(tool, out);
    }
    return out;
}

} // namespace goldpan::profiles
