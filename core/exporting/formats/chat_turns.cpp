// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/formats/chat_turns.h"

#include "core/base/json_text.h"
#include "core/base/sha256.h"
#include "core/exporting/formats/tool_call.h"

#include <algorithm>

namespace goldpan::exporting {
namespace {

constexpr std::size_t kShortId = 9;

bool isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// An id is only a reference: the same one gets the same short one everywhere.
std::string idText(const std::string& id, const ChatStyle& style) {
    const bool fits = id.size() == kShortId && std::ranges::all_of(id, isAlphanumeric);
    return style.shortIds && !fits && !id.empty() ? sha256Hex(id).substr(0, kShortId) : id;
}

Fit<void> appendCalls(std::string& out, const Message& turn, const ChatStyle& style) {
    if (style.asLogged) {
        out += ", \"tool_calls\": ";
        appendSpacedJson(out, turn.toolCalls);
        return {};
    }
    const auto calls = toolCallsOf(turn);
    if (!calls) {
        return std::unexpected(calls.error());
    }
    out += ", \"tool_calls\": [";
    for (const auto& call : *calls) {
        out += &call == calls->data() ? "{" : ", {";
        if (!call.id.empty()) {
            out += "\"id\": ";
            appendJsonString(out, idText(call.id, style));
            out += ", ";
        }
        out += R"("type": "function", "function": {"name": )";
        appendJsonString(out, call.name);
        out += ", \"arguments\": ";
        if (!style.objectArguments) {
            appendJsonString(out, call.arguments);
        } else if (isJsonObject(call.arguments)) {
            appendSpacedJson(out, call.arguments);
        } else {
            return std::unexpected("arguments of a tool call that are no JSON object");
        }
        out += "}}";
    }
    out += ']';
    return {};
}

bool isToolResult(const Message& turn) {
    return turn.role == "tool" || turn.role == "function";
}

Fit<void> appendTurn(std::string& out, const Message& turn, const ChatStyle& style) {
    out += "{\"role\": ";
    appendJsonString(out, turn.role);
    out += ", \"content\": ";
    if (turn.text.empty() && !turn.toolCalls.empty()) {
        out += "null";
    } else {
        appendJsonString(out, turn.text);
    }
    if (!turn.toolCalls.empty()) {
        if (auto done = appendCalls(out, turn, style); !done) {
            return done;
        }
    }
    if (!turn.toolCallId.empty()) {
        out += ", \"tool_call_id\": ";
        appendJsonString(out, idText(turn.toolCallId, style));
    }
    // On other turns it would be a key of some rows only.
    if (!turn.name.empty() && (style.names || isToolResult(turn))) {
        out += ", \"name\": ";
        appendJsonString(out, turn.name);
    }
    out += '}';
    return {};
}

} // namespace

Fit<void> appendTurns(std::string& out, std::span<const Message> turns, const ChatStyle& style) {
    out += '[';
    for (const auto& turn : turns) {
        if (&turn != turns.data()) {
            out += ", ";
        }
        if (auto done = appendTurn(out, turn, style); !done) {
            return done;
        }
        const auto number = static_cast<std::size_t>(&turn - turns.data());
        if (style.masked != nullptr && style.masked->contains(number)) {
            out.pop_back();
            out += ", \"weight\": 0}";
        }
    }
    out += ']';
    return {};
}

Fit<void> appendDialogue(std::string& out, const TrainingRow& row, const ChatStyle& style) {
    auto turns = row.conversation;
    turns.push_back(row.answer);
    return appendTurns(out, turns, style);
}

Fit<void> appendToolsKey(std::string& out, std::string_view tools) {
    if (tools.empty()) {
        return {};
    }
    auto checked = checkTools(tools);
    if (checked) {
        out += ", \"tools\": ";
        appendSpacedJson(out, tools);
    }
    return checked;
}

} // namespace goldpan::exporting
