// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MainStretch: the days of a log that a picture of it shows. One row with a wrong year would make every
// column of it months wide. A value and a pure function; any thread.
#pragma once

#include "core/store/timeline_reader.h"

#include <chrono>
#include <cstdint>
#include <span>

namespace goldpan::readiness {

/// Half a year, so that the year before, which is what a clock is wrong by most often, is far from a log of
/// weeks.
inline constexpr std::chrono::days kApart{180};
/// One row of so many can be left out at most.
inline constexpr std::int64_t kOneRowOf = 10;

struct MainStretch {
    std::span<const store::DayTally> days; ///< of those that were given
    std::int64_t outside = 0;              ///< stored rows of the other days
};

/// Without the days at either end that more than kApart without a row set apart from the rest: those with
/// fewer rows first, as long as all that is left out is at most one row in kOneRowOf. `days` oldest first.
[[nodiscard]] MainStretch mainStretch(std::span<const store::DayTally> days);

} // namespace goldpan::readiness
