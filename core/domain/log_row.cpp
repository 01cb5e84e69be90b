// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/log_row.h"

#include "core/base/json_text.h"

namespace goldpan {
namespace {

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

} // namespace goldpan
