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

/// `,"key":` with what the caller appends next.
void appendKey(std::string& out, std::string_view key) {
    out += ",\"";
    out += key;
    out += "\":";
}

void appendText(std::string& out, std::string_view key, std::string_view text) {
    appendKey(out, key);
    appendJsonString(out, text);
}

void appendRaw(std::string& out, std::string_view key, std::string_view json) {
    if (!json.empty()) {
        appendKey(out, key);
        out += json;
    }
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

std::string logRow(const LogEntry& entry) {
    std::string out = "{\"request_id\":";
    appendJsonString(out, entry.requestId);
    appendKey(out, "ts");
    out += entry.ts ? '"' + formatNaiveTimestamp(*entry.ts) + '"' : "null";
    appendText(out, "model_version", entry.modelVersion);
    appendText(out, "prompt", entry.prompt);
    appendText(out, "response", entry.response);
    appendKey(out, "latency_ms");
    out += entry.latencyMs ? std::to_string(*entry.latencyMs) : "null";
    appendKey(out, "user_id_hash");
    if (entry.userIdHash) {
        appendJsonString(out, *entry.userIdHash);
    } else {
        out += "null";
    }
    appendKey(out, "response_logprob");
    if (entry.responseLogprob) {
        appendJsonDouble(out, *entry.responseLogprob);
    } else {
        out += "null";
    }
    appendKey(out, "tags");
    out += '[';
    for (const auto& tag : entry.tags) {
        if (out.back() != '[') {
            out += ',';
        }
        appendJsonString(out, tag);
    }
    out += ']';
    appendRaw(out, "messages", entry.messages);
    appendRaw(out, "output", entry.output);
    appendRaw(out, "tools", entry.tools);
    appendRaw(out, "feedback", entry.feedback);
    appendRaw(out, "meta", entry.meta);
    return out += '}';
}

} // namespace goldpan::exporting
