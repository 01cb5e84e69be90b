// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/record_shapes.h"

#include "core/base/json_text.h"

namespace goldpan::exporting {
namespace {

/// Compact JSON text with a space after each comma and colon outside strings, as json.dumps writes it.
/// Works on the text, so that numbers stay as they were.
void appendSpaced(std::string& out, std::string_view compact) {
    bool inString = false;
    for (std::size_t i = 0; i < compact.size(); ++i) {
        const char c = compact[i];
        out.push_back(c);
        if (c == '"') {
            inString = !inString;
        } else if (inString && c == '\\') {
            out.push_back(compact[++i]);
        } else if (!inString && (c == ',' || c == ':')) {
            out.push_back(' ');
        }
    }
}

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
        appendSpaced(out, turn.toolCalls);
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

std::string sftRow(const std::vector<Message>& conversation, std::string_view correction) {
    std::string out = "{\"messages\": [";
    for (const auto& turn : conversation) {
        appendTurn(out, turn);
        out += ", ";
    }
    appendTurn(out, Message{.role = "assistant", .text = std::string(correction)});
    return out += "]}";
}

} // namespace goldpan::exporting
