// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The lesson's row. Its bytes never change: tool calls stay as they were logged.
#include "core/base/json_text.h"
#include "core/exporting/formats/chat_turns.h"
#include "core/exporting/formats/row_shapes.h"
#include "core/exporting/formats/tool_call.h"

namespace goldpan::exporting {
namespace {

void appendTurn(std::string& out, const Message& turn) {
    out += "{\"role\": ";
    appendJsonString(out, turn.role);
    out += ", \"content\": ";
    if (turn.text.empty() && !turn.toolCalls.empty()) {
        out += "null";
    } else {
        appendJsonString(out, turn.text);
    }
    if (!turn.toolCalls.empty()) {
        out += ", \"tool_calls\": ";
        appendSpacedJson(out, turn.toolCalls);
    }
    if (!turn.toolCallId.empty()) {
        out += ", \"tool_call_id\": ";
        appendJsonString(out, turn.toolCallId);
    }
    if (!turn.name.empty()) {
        out += ", \"name\": ";
        appendJsonString(out, turn.name);
    }
    out += '}';
}

} // namespace

Fit<std::string> sftLine(const TrainingRow& row) {
    std::string out = "{\"messages\": [";
    for (const auto& turn : row.conversation) {
        appendTurn(out, turn);
        out += ", ";
    }
    appendTurn(out, row.answer);
    out += ']';
    if (auto tools = appendToolsKey(out, row.tools); !tools) {
        return std::unexpected(std::move(tools.error()));
    }
    return out += '}';
}

} // namespace goldpan::exporting
