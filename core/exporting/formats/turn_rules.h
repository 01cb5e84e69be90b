// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers of training files ask of the order of turns. Each refuses with what it met. Pure
// functions; safe on any thread.
#pragma once

#include "core/exporting/formats/training_row.h"

#include <initializer_list>
#include <string_view>

namespace goldpan::exporting {

/// Only these roles.
[[nodiscard]] Fit<void> allowRoles(const std::vector<Message>& turns,
                                   std::initializer_list<std::string_view> roles);

/// One system message at most, and that the first.
[[nodiscard]] Fit<void> systemFirst(const std::vector<Message>& turns);

/// Every tool turn answers a call of the assistant turn before it, and every call is answered before anybody
/// else speaks.
[[nodiscard]] Fit<void> callsAnswered(const std::vector<Message>& turns);

/// Behind the system message user and assistant by turns, the user first; tool turns and the answer to them
/// count to the assistant's. The last to speak is the user or a tool: the row's answer comes next.
[[nodiscard]] Fit<void> alternating(const std::vector<Message>& turns);

} // namespace goldpan::exporting
