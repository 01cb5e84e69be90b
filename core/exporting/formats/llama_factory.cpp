// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LLaMA-Factory's two own shapes: turns (sharegpt), and instruction with history (alpaca).
#include "core/base/json_text.h"
#include "core/exporting/formats/row_shapes.h"
#include "core/exporting/formats/tool_call.h"
#include "core/exporting/formats/turn_rules.h"

#include <span>

namespace goldpan::exporting {
namespace {

std::unexpected<std::string> refused(std::string why) {
    return std::unexpected(std::move(why));
}

/// The conversation behind its system message.
std::span<const Message> spokenTurns(const TrainingRow& row) {
    std::span turns(row.conversation);
    return !turns.empty() && turns.front().role == "system" ? turns.subspan(1) : turns;
}

void appendSystem(std::string& out, const TrainingRow& row) {
    out += ", \"system\": ";
    const bool has = !row.conversation.empty() && row.conversation.front().role == "system";
    appendJsonString(out, has ? row.conversation.front().text : "");
}

void appendTurn(std::string& out, std::string_view from, std::string_view value) {
    out.append(out.ends_with('[') ? "" : ", ").append("{\"from\": ");
    appendJsonString(out, from);
    out += ", \"value\": ";
    appendJsonString(out, value);
    out += '}';
}

/// {"name", "arguments"} of a call, of several a list of these.
Fit<std::string> callsText(const Message& turn) {
    const auto calls = toolCallsOf(turn);
    if (!calls) {
        return refused(calls.error());
    }
    std::string out;
    for (const auto& call : *calls) {
        if (!isJsonObject(call.arguments)) {
            return refused("arguments of a tool call that are no JSON object");
        }
        out += out.empty() ? "{\"name\": " : ", {\"name\": ";
        appendJsonString(out, call.name);
        out += ", \"arguments\": ";
        appendSpacedJson(out, call.arguments);
        out += '}';
    }
    return calls->size() == 1 ? out : '[' + out + ']';
}

} // namespace

Fit<std::string> sharegptLine(const TrainingRow& row) {
    auto fits = allowRoles(row.conversation, {"system", "user", "assistant", "tool", "function"});
    if (fits) {
        fits = systemFirst(row.conversation);
    }
    if (fits && !row.tools.empty()) {
        fits = checkTools(row.tools);
    }
    if (!fits) {
        return refused(std::move(fits.error()));
    }
    std::string out = "{\"conversations\": [";
    bool asks = true; // people and tools stand on the odd places
    for (const auto& turn : spokenTurns(row)) {
        if (asks != (turn.role != "assistant")) {
            return refused("turns of one side in a row");
        }
        asks = !asks;
        if (turn.toolCalls.empty()) {
            appendTurn(out,
                       turn.role == "assistant" ? "gpt"
                       : turn.role == "user"    ? "human"
                                                : "observation",
                       turn.text);
            continue;
        }
        const auto calls = callsText(turn);
        if (!calls) {
            return calls;
        }
        if (!turn.text.empty()) {
            return refused("a turn with both text and tool calls");
        }
        appendTurn(out, "function_call", *calls);
    }
    if (asks) {
        return refused("the last turn is the assistant's");
    }
    appendTurn(out, "gpt", row.answer.text);
    out += ']';
    appendSystem(out, row);
    std::string tools;
    appendSpacedJson(tools, row.tools);
    out += ", \"tools\": "; // its text, so that every row has the same type
    appendJsonString(out, tools);
    return out += '}';
}

Fit<std::string> alpacaLine(const TrainingRow& row) {
    auto fits = allowRoles(row.conversation, {"system", "user", "assistant"});
    if (fits) {
        fits = systemFirst(row.conversation);
    }
    if (fits) {
        fits = alternating(row.conversation);
    }
    if (!fits) {
        return refused(std::move(fits.error()));
    }
    if (!row.tools.empty()) {
        return refused("tools, which it has no place for");
    }
    const auto turns = spokenTurns(row);
    std::string out = "{\"instruction\": ";
    appendJsonString(out, turns.back().text);
    out += R"(, "input": "", "output": )";
    appendJsonString(out, row.answer.text);
    appendSystem(out, row);
    out += ", \"history\": [";
    for (std::size_t i = 0; i + 1 < turns.size(); i += 2) {
        out += i == 0 ? "[" : ", [";
        appendJsonString(out, turns[i].text);
        out += ", ";
        appendJsonString(out, turns[i + 1].text);
        out += ']';
    }
    return out += "]}";
}

} // namespace goldpan::exporting
