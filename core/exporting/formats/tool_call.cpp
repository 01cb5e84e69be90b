// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/formats/tool_call.h"

#include "core/base/json_member.h"
#include "core/base/json_scanner.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace goldpan::exporting {
namespace {

using Outcome = JsonScanner::Outcome;

std::unexpected<std::string> refused(std::string why) {
    return std::unexpected(std::move(why));
}

Fit<ToolCall> toolCall(std::string_view json, JsonScanner& call, JsonScanner& function) {
    if (call.scanObject(json) != Outcome::good) {
        return refused("a tool call that is no object");
    }
    ToolCall out;
    if (const auto id = valueOf(call, "id"); id.kind == JsonKind::string) {
        out.id = id.text;
    }
    const auto called = valueOf(call, "function");
    if (called.kind != JsonKind::object || function.scanObject(called.text) != Outcome::good) {
        return refused("a tool call that calls no function");
    }
    const auto name = valueOf(function, "name");
    if (name.kind != JsonKind::string || name.text.empty()) {
        return refused("a tool call without the function's name");
    }
    out.name = name.text;
    const auto arguments = valueOf(function, "arguments");
    if (arguments.kind != JsonKind::string && arguments.kind != JsonKind::object) {
        return refused("a tool call without arguments");
    }
    out.arguments = arguments.text;
    return out;
}

} // namespace

Fit<std::vector<ToolCall>> toolCallsOf(const Message& turn) {
    std::vector<ToolCall> out;
    if (turn.toolCalls.empty()) {
        return out;
    }
    JsonScanner array;
    if (array.scanArray(turn.toolCalls) != Outcome::good) {
        return refused("tool calls that are no list");
    }
    JsonScanner call;
    JsonScanner function;
    for (const auto& element : array.elements()) {
        auto read = toolCall(element.kind == JsonKind::object ? element.text : "", call, function);
        if (!read) {
            return refused(std::move(read.error()));
        }
        out.push_back(std::move(*read));
    }
    return out;
}

Fit<void> checkTools(std::string_view tools) {
    JsonScanner array;
    if (array.scanArray(tools) != Outcome::good ||
        !std::ranges::all_of(array.elements(),
                             [](const JsonValue& tool) { return tool.kind == JsonKind::object; })) {
        return refused("tools that are no list of definitions");
    }
    return {};
}

void appendSpacedJson(std::string& out, std::string_view json) {
    bool inString = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (!inString && (c == ' ' || c == '\n' || c == '\r' || c == '\t')) {
            continue;
        }
        out.push_back(c);
        if (c == '"') {
            inString = !inString;
        } else if (inString && c == '\\' && i + 1 < json.size()) {
            out.push_back(json[++i]);
        } else if (!inString && (c == ',' || c == ':')) {
            out.push_back(' ');
        }
    }
}

bool isJsonObject(std::string_view text) {
    const auto first = text.find_first_not_of(" \n\r\t");
    return first != std::string_view::npos && text[first] == '{' && nlohmann::json::accept(text);
}

} // namespace goldpan::exporting
