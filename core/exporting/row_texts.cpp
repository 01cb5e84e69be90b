// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/row_texts.h"

#include "core/base/json_member.h"
#include "core/base/json_scanner.h"
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

std::string profileOf(const LogEntry& entry) {
    JsonScanner meta;
    JsonScanner source;
    if (entry.meta.empty() || meta.scanObject(entry.meta) != JsonScanner::Outcome::good) {
        return {};
    }
    const auto from = valueOf(meta, "source");
    if (from.kind != JsonKind::object || source.scanObject(from.text) != JsonScanner::Outcome::good) {
        return {};
    }
    const auto name = valueOf(source, "profile");
    return name.kind == JsonKind::string ? std::string(name.text) : std::string();
}

std::set<std::size_t> maskedTurns(const LogEntry& entry) {
    std::set<std::size_t> out;
    JsonScanner turns;
    if (!entry.messages.contains("\"weight\"") || // nearly always
        turns.scanArray(entry.messages) != JsonScanner::Outcome::good) {
        return out;
    }
    JsonScanner turn;
    for (std::size_t number = 0; number < turns.elements().size(); ++number) {
        const auto& element = turns.elements()[number];
        if (element.kind == JsonKind::object && turn.scanObject(element.text) == JsonScanner::Outcome::good &&
            valueOf(turn, "role").text == "assistant") {
            const auto weight = valueOf(turn, "weight");
            if (weight.kind == JsonKind::number &&
                weight.text.find_first_of("123456789") == weight.text.npos) {
                out.insert(number);
            }
        }
    }
    return out;
}

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

std::string frameText(const std::vector<Message>& turns) {
    std::string out;
    for (const Message& turn : turns) {
        if (isFrame(turn)) {
            append(out, turn.text);
        }
    }
    out = checks::normalText(out);
    std::erase_if(out, [](char c) { return c >= '0' && c <= '9'; });
    return out;
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
