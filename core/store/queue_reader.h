// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// QueueReader: ordered row ids, pages of queue rows and counts. Owned by its Store; same thread.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/queue/queue_query.h"
#include "core/queue/queue_row.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace goldpan::store {

/// Takes the next ids of the result, in order; the first call comes early with few, later ones bring more.
/// What a slow search has found is handed on a tenth of a second later at most, in the middle of a statement:
/// the sink must not use the store. False stops.
using IdSink = std::function<bool(std::span<const RowId>)>;

class QueueReader {
public:
    virtual ~QueueReader() = default;

    /// Streams the ordered ids of `query`, as of one moment. `cancelled` when `stop` was asked for.
    [[nodiscard]] virtual Result<void> select(const queue::QueueQuery& query, const IdSink& sink,
                                              std::stop_token stop) = 0;
    /// How many rows `filter` admits.
    [[nodiscard]] virtual Result<std::int64_t> count(const queue::Filter& filter, std::stop_token stop) = 0;
    /// How many of `ids` are rows that `filter` admits now.
    [[nodiscard]] virtual Result<std::int64_t> countIn(std::span<const RowId> ids,
                                                       const queue::Filter& filter, std::stop_token stop) = 0;
    /// The rows of `ids`, in their order and as of one moment; ids that are no longer there are left out.
    [[nodiscard]] virtual Result<std::vector<queue::QueueRow>> rows(std::span<const RowId> ids) = 0;
    /// Names of all tags in use, sorted; for completion.
    [[nodiscard]] virtual Result<std::vector<std::string>> tagNames() = 0;
    /// Names of all models that answered, and of all operators whose corrections stand, sorted; for
    /// completion.
    [[nodiscard]] virtual Result<std::vector<std::string>> modelNames() = 0;
    [[nodiscard]] virtual Result<std::vector<std::string>> operatorNames() = 0;
    /// Grows with every commit by others (PRAGMA data_version); `notFound` if the file is not in its place.
    [[nodiscard]] virtual Result<std::int64_t> dataVersion() = 0;
    /// Rows in the store, from the newest id: what "12 new" is counted by. Does not count rows.
    [[nodiscard]] virtual Result<RowId> newestRow() = 0;
};

} // namespace goldpan::store
