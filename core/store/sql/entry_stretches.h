// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stretches of rows that follow each other by id, and between what their times, logprobs and latencies lie.
// These never change once a row is stored, so a stretch is written when its last row comes in; rows of none
// (the newest, or of a stretch that was never full) have no bounds and are always read.
#pragma once

#include "core/base/ids.h"
#include "core/queue/queue_query.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/filter_sql.h"
#include "core/store/sql/kept_statement.h"
#include "core/store/sql/row_place.h"

#include <compare>
#include <cstdint>
#include <vector>

namespace goldpan::sql {

inline constexpr std::int64_t kStretchRows = 128;

/// Rows from `first` to `last`, both included, none of which comes before `best`; of those that come there,
/// the lower id.
struct Stretch {
    Rank best = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;

    auto operator<=>(const Stretch&) const = default;
};

/// Writes the stretch that a new row fills. Owned by who inserts rows; same thread.
class StretchWriter {
public:
    explicit StretchWriter(Connection& connection);
    /// In the transaction of the row.
    [[nodiscard]] Result<void> added(RowId row);

private:
    KeptStatement m_write;
};

/// Every row of these times is in one of them, of kNoValue where none of it has a value to order by (time,
/// logprob or latency). In the order of the log.
[[nodiscard]] Result<std::vector<Stretch>> stretchesFor(Connection& connection, queue::Order order,
                                                        const TimeRange& times);

} // namespace goldpan::sql
