// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// All rows of an order that no index has: read as they lie and sorted in memory, a bounded part of them at a
// time, several times as fast as SQLite's sorter, which goes through a file. Each part reads all rows again
// and is half full at least: where that may take more than four, SQLite sorts what comes behind the first.
#pragma once

#include "core/base/ids.h"
#include "core/queue/queue_query.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/filter_sql.h"

#include <cstddef>
#include <functional>
#include <stop_token>

namespace goldpan::sql {

/// Takes the next row; false ends it.
using RowSink = std::function<Result<bool>(RowId)>;

/// 16 bytes each.
inline constexpr std::size_t kRowsSortedAtOnce = 8'000'000;

/// Hands on the rows that `filter` admits, by logprob or latency, those without it last. For a filter that
/// needs no text; inside a snapshot.
[[nodiscard]] Result<void> eachInOrder(Connection& connection, const FilterSql& filter, queue::Order order,
                                       const RowSink& sink, const std::stop_token& stop,
                                       std::size_t atOnce = kRowsSortedAtOnce);

} // namespace goldpan::sql
