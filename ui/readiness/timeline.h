// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Timeline: the days of a log as columns that fit a chart: weeks, months or more years in one where there are
// too many. A value and pure functions; any thread.
#pragma once

#include "core/store/event_reader.h"
#include "core/store/timeline_reader.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace goldpan::ui {

/// What one column stands for.
enum class TimeStep {
    day,
    week, ///< Monday to Sunday
    month,
    year,
    century,
};

struct TimeColumn {
    Timestamp from; ///< midnight, UTC
    Timestamp until;
    store::DayTally sum; ///< of its days
};

struct Timeline {
    TimeStep step = TimeStep::day;
    std::vector<TimeColumn> columns; ///< those that have rows, oldest first
    std::vector<Timestamp> edges;    ///< of every column from the first to the last, empty ones too
    std::int64_t outside = 0;        ///< stored rows that lie so far from these that no column has them
};

/// More columns than this are too thin to point at.
inline constexpr std::size_t kMostTimeColumns = 120;

/// Of the main stretch of `days`, which stand oldest first. At most kMostTimeColumns columns.
[[nodiscard]] Timeline makeTimeline(const std::vector<store::DayTally>& days);

/// Place of the column that `at` lies in, else of the last before it, else 0; -1 where there is none.
[[nodiscard]] int columnOf(const Timeline& timeline, Timestamp at);

/// Days since 1970: what the chart draws times at.
[[nodiscard]] double dayNumber(Timestamp at);

/// From, until, in days since 1970, ascending and apart: what of the windows lies between the ends of the
/// timeline. `trained`: those that a retraining has closed, else the open ones.
using Bands = std::vector<std::pair<double, double>>;
[[nodiscard]] Bands bandsOf(const std::vector<store::DriftRecord>& windows, bool trained,
                            const Timeline& timeline);
/// Places in `windows` of those that touch the time from `from` to before `until`.
[[nodiscard]] std::vector<std::size_t> windowsIn(const std::vector<store::DriftRecord>& windows,
                                                 Timestamp from, Timestamp until);

/// "2026-06-12", "2026-06-08 to 2026-06-14", "2026-06", "2026".
[[nodiscard]] QString columnName(const TimeColumn& column, TimeStep step);
/// "06-12", as it stands below the axis.
[[nodiscard]] QString edgeName(Timestamp edge, TimeStep step);
/// "2026-06-12: 1,204 rows, 3.1 % low confidence, 0.4 % negative"
[[nodiscard]] QString columnText(const TimeColumn& column, TimeStep step);
/// What is not drawn, in words; "" of none.
[[nodiscard]] QString outsideText(const Timeline& timeline);
/// All of it in words.
[[nodiscard]] QString timelineText(const Timeline& timeline, const std::vector<store::DriftRecord>& windows);

/// "3.1 %"; "–" of nothing.
[[nodiscard]] QString shareText(double part, double whole);
/// Rows of the log, which weights make no whole number.
[[nodiscard]] std::int64_t wholeRows(double rows);

} // namespace goldpan::ui
