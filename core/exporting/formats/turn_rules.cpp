// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/formats/turn_rules.h"

#include "core/exporting/formats/tool_call.h"

#include <algorithm>
#include <set>

namespace goldpan::exporting {
namespace {

constexpr std::string_view kKnownRoles[] = {"system", "developer", "user", "assistant", "tool", "function"};

std::unexpected<std::string> refused(std::string why) {
    return std::unexpected(std::move(why));
}

} // namespace

Fit<void> allowRoles(const std::vector<Message>& turns, std::initializer_list<std::string_view> roles) {
    for (const auto& turn : turns) {
        if (std::ranges::find(roles, turn.role) == roles.end()) {
            // Any other name comes from the log and is not ours to repeat.
            const bool known = std::ranges::find(kKnownRoles, turn.role) != std::end(kKnownRoles);
            return refused(known ? "a " + turn.role + " turn" : "a turn of an unknown role");
        }
    }
    return {};
}

Fit<void> systemFirst(const std::vector<Message>& turns) {
    const auto isSystem = [](const Message& turn) { return turn.role == "system"; };
    if (std::ranges::count_if(turns, isSystem) > 1) {
        return refused("two system messages");
    }
    if (!turns.empty() && std::any_of(turns.begin() + 1, turns.end(), isSystem)) {
        return refused("a system message that is not the first");
    }
    return {};
}

Fit<void> callsAnswered(const std::vector<Message>& turns) {
    std::multiset<std::string> open;
    for (const auto& turn : turns) {
        if (turn.role == "tool") {
            if (turn.toolCallId.empty()) {
                return refused("a tool turn without the id of its call");
            }
            const auto call = open.find(turn.toolCallId);
            if (call == open.end()) {
                return refused("a tool turn that answers no call");
            }
            open.erase(call);
            continue;
        }
        if (!open.empty()) {
            break;
        }
        if (turn.toolCalls.empty()) {
            continue;
        }
        if (turn.role != "assistant") {
            return refused("a tool call of another role than the assistant");
        }
        const auto calls = toolCallsOf(turn);
        if (!calls) {
            return refused(calls.error());
        }
        for (const auto& call : *calls) {
            if (call.id.empty()) {
                return refused("a tool call without an id");
            }
            open.insert(call.id);
        }
    }
    return open.empty() ? Fit<void>{} : refused("a tool call that is not answered");
}

Fit<void> alternating(const std::vector<Message>& turns) {
    std::string_view last = "assistant"; // so that the user comes first
    for (const auto& turn : turns) {
        if (turn.role == "system") {
            continue;
        }
        const bool calls = last == "assistant calling";
        const bool fits = turn.role == "user"        ? last == "assistant"
                          : turn.role == "assistant" ? last == "user" || last == "tool"
                                                     : last == "tool" || calls;
        if (!fits) {
            return refused("user and assistant do not take turns");
        }
        last = turn.role == "assistant" && !turn.toolCalls.empty() ? "assistant calling"
               : turn.role == "user" || turn.role == "assistant"   ? std::string_view(turn.role)
                                                                   : "tool";
    }
    return last == "user" || last == "tool" ? Fit<void>{} : refused("the last turn is the assistant's");
}

} // namespace goldpan::exporting
