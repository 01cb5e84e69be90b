// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a correction out of a batch, or warns about it. Pure functions; safe on any thread.
#pragma once

#include "core/domain/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::checks {

/// Why a row cannot be written as a chat row, nullopt where it can: no user turn, a turn that is not text,
/// tool turns without `toolRows`, an empty correction.
[[nodiscard]] std::optional<std::string> invalidReason(const std::vector<Message>& conversation,
                                                       std::string_view correction, bool toolRows);

/// The correction says exactly what the model said: an accept was meant.
[[nodiscard]] bool isIdentical(std::string_view correction, std::string_view response);

} // namespace goldpan::checks
