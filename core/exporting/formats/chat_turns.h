// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Chat turns as JSON text, for the formats that write {"role", "content"}. Each appends to `out`, which is of
// no use after a refusal. Pure functions; safe on any thread.
#pragma once

#include "core/exporting/formats/training_row.h"

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace goldpan::exporting {

struct ChatStyle {
    bool objectArguments = false;                  ///< arguments of a tool call as an object, not as its text
    bool shortIds = false;                         ///< ids of tool calls as nine letters and digits
    bool names = false;                            ///< a name on any turn, not only on a tool's result
    const std::set<std::size_t>* masked = nullptr; ///< numbers of turns that get `weight` 0
    bool asLogged = false;                         ///< tool calls byte for byte but for spaces
};

/// ["role", "content"] of every turn; tool calls, tool_call_id and a tool's name where a turn has them.
[[nodiscard]] Fit<void> appendTurns(std::string& out, std::span<const Message> turns, const ChatStyle& style);

/// The conversation and the answer as one list.
[[nodiscard]] Fit<void> appendDialogue(std::string& out, const TrainingRow& row, const ChatStyle& style);

/// `, "tools": [...]` where the row has any.
[[nodiscard]] Fit<void> appendToolsKey(std::string& out, std::string_view tools);

} // namespace goldpan::exporting
