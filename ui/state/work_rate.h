// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How fast an operator decides, over the stretch of work they are in. A pure function; any thread.
#pragma once

#include "core/base/timestamp.h"

#include <optional>
#include <span>

namespace goldpan::ui {

/// How far back decisions count: after a longer pause another stretch begins.
inline constexpr std::int64_t kStretchMicros = 10LL * 60'000'000;

/// Decisions a minute since the first of the last ten minutes, counted over one minute at least; none where
/// there is none.
[[nodiscard]] std::optional<double> decisionsPerMinute(std::span<const Timestamp> decisions, Timestamp now);

} // namespace goldpan::ui
