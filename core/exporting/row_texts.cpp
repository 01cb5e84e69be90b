// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/row_texts.h"

#include "core/base/json_member.h"
#include "core/base/json_scanner.h"
#include "core/checks/normal_text.h"
#include "core/exporting/formats/tool_call.h"

namespace goldpan::exporting {
namespace {

/// As if line feeds had stood between them when they became normal text.
void join(std::string& out, std::string_view normal) {
    if (!out.empty() && !normal.empty()) {
        out.push_back(' ');
    }
    out += normal;
}

void joinAsked(std::string& out, std::string_view normal, const Message& turn) {
    join(out, normal);
    if (turn.toolCalls.empty()) {
        return;
    }
    for (const ToolCall& call : toolCallsOf(turn).value_or(std::vector<ToolCall>{})) {
        join(out, checks::normalText(call.name)); // an id is drawn anew each time
        join(out, checks::normalText(call.arguments));
    }
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

ComparedTexts comparedTexts(const std::vector<Message>& turns) {
    ComparedTexts out;
    for (const Message& turn : turns) {
        const std::string& text = out.turns.emplace_back(checks::normalText(turn.text));
        join(out.context, checks::normalText(turn.role));
        join(out.context, text);
        join(out.context, checks::normalText(turn.toolCalls));
        join(out.context, checks::normalText(turn.toolCallId));
        if (isFrame(turn)) {
            join(out.frame, text);
            continue;
        }
        joinAsked(out.question, text, turn);
        out.calls |= !turn.toolCalls.empty();
    }
    for (std::size_t turn = 0; out.calls && turn < turns.size(); ++turn) {
        if (!isFrame(turns[turn])) {
            join(out.words, out.turns[turn]);
        }
    }
    std::erase_if(out.frame, [](char c) { return c >= '0' && c <= '9'; });
    return out;
}

std::string questionText(const std::vector<Message>& turns) {
    std::string out;
    for (const Message& turn : turns) {
        if (!isFrame(turn)) {
            joinAsked(out, checks::normalText(turn.text), turn);
        }
    }
    return out;
}

} // namespace goldpan::exporting
