// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How messages read as text. Pure functions; safe on any thread.
#pragma once

#include "core/domain/message.h"

#include <QString>

#include <string>
#include <string_view>

namespace goldpan::ui {

/// "user", "assistant", ... with the name of the speaker or the call that a tool turn answers.
[[nodiscard]] QString messageHeading(const Message& message);
/// Text, reasoning and tool calls of one turn.
[[nodiscard]] std::string messageBody(const Message& message);
/// `calls NAME(ARGUMENTS)`, one line a call; the JSON as it is where it has another shape.
[[nodiscard]] std::string toolCallText(std::string_view json);

} // namespace goldpan::ui
