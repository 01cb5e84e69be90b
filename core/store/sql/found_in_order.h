// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a text search that the index narrows, in an order: neither the index nor a row is looked at
// long before it is its turn, so that the first come soon where the store does not fit into memory.
#pragma once

#include "core/queue/queue_query.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/rows_in_order.h"

#include <stop_token>

namespace goldpan::sql {

/// Hands on each row that the query admits, by time, logprob or latency, rows without the value last by the
/// log, until the sink wants no more. False, and nothing handed on, where the index does not narrow the
/// search or something else finds its rows sooner. Inside a snapshot. `cancelled` on a stop.
[[nodiscard]] Result<bool> eachFoundInOrder(Connection& connection, const queue::QueueQuery& query,
                                            const RowSink& sink, const std::stop_token& stop);

} // namespace goldpan::sql
