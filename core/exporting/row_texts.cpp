// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/row_texts.h"

#include "core/checks/normal_text.h"
#include "core/exporting/formats/tool_call.h"

namespace goldpan::exporting {
namespace {

void append(std::string& out, const std::string& text) {
    if (!out.empty()) {
        out.push_back('\n');
    }
    out += text;
}

} // namespace

bool isFrameRole(std::string_view role) {
    return role == "system" || role == "developer";
}

bool isFrame(const Message& turn) {
    return isFrameRole(turn.role);
}

Result<std::vector<Message>> redactedConversation(const LogEntry& entry, const redact::Redactor& redactor,
                                                  redact::JsonRedactor& json,
                                                  redact::RedactionCounts& counts) {
    LogEntry asked;
    if (entry.messages.empty()) {
        asked.prompt = entry.prompt;
        redactor.redactInPlace(asked.prompt, counts);
    } else {
        auto messages = json.redact(entry.messages, redact::KeyRule::keepAll, counts);
        if (!messages) {
            return std::unexpected(messages.error());
        }
        asked.messages = std::move(*messages);
    }
    return conversationOf(asked);
}

std::string contextText(const std::vector<Message>& turns) {
    std::string out;
    for (const Message& turn : turns) {
        append(out, turn.role);
        append(out, turn.text);
        append(out, turn.toolCalls);
        append(out, turn.toolCallId);
    }
    return checks::normalText(out);
}

std::string questionText(const std::vector<Message>& turns) {
    std::string out;
    for (const Message& turn : turns) {
        if (isFrame(turn)) {
            continue;
        }
        append(out, turn.text);
        for (const ToolCall& call : toolCallsOf(turn).value_or(std::vector<ToolCall>{})) {
            append(out, call.name); // an id is drawn anew each time
            append(out, call.arguments);
        }
    }
    return checks::normalText(out);
}

std::string wordsText(const std::vector<Message>& turns) {
    std::string out;
    for (const Message& turn : turns) {
        if (!isFrame(turn)) {
            append(out, turn.text);
        }
    }
    return checks::normalText(out);
}

} // namespace goldpan::exporting
