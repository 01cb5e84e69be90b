// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first rows of an order that no index has, picked out of the runs by logprob or latency.
#pragma once

#include "core/base/ids.h"
#include "core/queue/queue_query.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/filter_sql.h"

#include <cstddef>
#include <optional>
#include <stop_token>
#include <vector>

namespace goldpan::sql {

/// The first `most` rows with a value that the query admits, by logprob or latency, in order, fewer where
/// there are no more. Nothing where so few of the candidates are admitted that to read all rows is the
/// shorter way. For a filter that needs no text; inside a snapshot.
[[nodiscard]] Result<std::optional<std::vector<RowId>>> firstInOrder(Connection& connection,
                                                                     const queue::QueueQuery& query,
                                                                     FilterSql::By foundBy, std::size_t most,
                                                                     const std::stop_token& stop);

} // namespace goldpan::sql
