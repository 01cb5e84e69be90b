// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// mistral-finetune's rows, as its validator takes them: short ids, text beside no call, tools described.
#include "core/exporting/formats/chat_turns.h"
#include "core/exporting/formats/row_shapes.h"
#include "core/exporting/formats/tool_call.h"
#include "core/exporting/formats/turn_rules.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace goldpan::exporting {
namespace {

using Json = nlohmann::json; // an ordered one is quadratic in the number of its keys

std::unexpected<std::string> refused(std::string why) {
    return std::unexpected(std::move(why));
}

bool isFunctionName(std::string_view name) {
    constexpr std::size_t kLongest = 64;
    const auto fits = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
               c == '-';
    };
    return !name.empty() && name.size() <= kLongest && std::ranges::all_of(name, fits);
}

Fit<void> checkTurn(const Message& turn) {
    if (turn.role == "assistant" && turn.text.empty() == turn.toolCalls.empty()) {
        return refused(turn.text.empty() ? "a turn that says nothing"
                                         : "a turn with both text and tool calls");
    }
    if (turn.role == "tool" && !turn.name.empty() && !isFunctionName(turn.name)) {
        return refused("a function's name that it does not take");
    }
    const auto calls = toolCallsOf(turn);
    if (!calls) {
        return refused(calls.error());
    }
    const auto isNamed = [](const ToolCall& call) { return isFunctionName(call.name); };
    return std::ranges::all_of(*calls, isNamed) ? Fit<void>{}
                                                : refused("a function's name that it does not take");
}

/// Name, description and parameters of every function.
Fit<void> checkDefinitions(const std::string& tools) {
    const Json json = Json::parse(tools, nullptr, false);
    const auto isDescribed = [](const Json& tool) {
        const auto function = tool.is_object() ? tool.find("function") : tool.end();
        if (!tool.is_object() || function == tool.end() || !function->is_object()) {
            return false;
        }
        const auto has = [&function](const char* key, Json::value_t type) {
            const auto found = function->find(key);
            return found != function->end() && found->type() == type;
        };
        return has("name", Json::value_t::string) && has("description", Json::value_t::string) &&
               has("parameters", Json::value_t::object) &&
               isFunctionName((*function)["name"].get<std::string>());
    };
    return json.is_array() && std::ranges::all_of(json, isDescribed)
               ? Fit<void>{}
               : refused("a tool without name, description or parameters");
}

Fit<void> check(const TrainingRow& row) {
    const auto& turns = row.conversation;
    auto done = allowRoles(turns, {"system", "user", "assistant", "tool"});
    if (done) {
        done = systemFirst(turns);
    }
    if (done) {
        done = alternating(turns);
    }
    if (done) {
        done = callsAnswered(turns);
    }
    for (const auto& turn : turns) {
        if (done) {
            done = checkTurn(turn);
        }
    }
    return done && !row.tools.empty() ? checkDefinitions(row.tools) : done;
}

} // namespace

Fit<std::string> mistralLine(const TrainingRow& row) {
    std::string out = "{\"messages\": ";
    auto done = check(row);
    if (done) {
        done = appendDialogue(out, row, {.shortIds = true, .masked = &row.masked});
    }
    if (done) {
        done = appendToolsKey(out, row.tools);
    }
    if (!done) {
        return refused(std::move(done.error()));
    }
    return out += '}';
}

} // namespace goldpan::exporting
