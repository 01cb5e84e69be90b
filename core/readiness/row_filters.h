// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Filter texts for the rows behind what a readiness view shows, in the language of resources/docs/filters.md.
// Pure functions; any thread.
#pragma once

#include "core/base/timestamp.h"
#include "core/readiness/overview.h"
#include "core/store/timeline_reader.h"

#include <cstddef>
#include <optional>
#include <string>

namespace goldpan::readiness {

enum class DayRows {
    all,
    lowConfidence,
    negative,
};

/// Of the days from `from` to before `until`, both midnights UTC: of one day, a week, a month.
[[nodiscard]] std::string daysFilter(Timestamp from, Timestamp until, DayRows rows = DayRows::all);

/// An open side is left open.
[[nodiscard]] std::string binFilter(const store::LogprobBin& bin);

/// `drift:1` for place 0 among Overview::windows.
[[nodiscard]] std::string windowFilter(std::size_t place);

/// Rows behind `overview.triggers[trigger]`; none where it stands for what is not there (no drift, no
/// cluster). Of a drift: every row of its window, corrected or not, because those are what is left to
/// correct. Of the schedule: every corrected row, whenever it came, because all of them would be trained on.
/// Of a cluster: its corrected rows. What the checks of an export would hold back is among them, and what a
/// training has had.
[[nodiscard]] std::optional<std::string> triggerFilter(const Overview& overview, std::size_t trigger);

} // namespace goldpan::readiness
