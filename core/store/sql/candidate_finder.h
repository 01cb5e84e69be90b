// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CandidateFinder: asks the search index which rows a search has to look at, of each segment no sooner than
// one of its rows is asked for. Owned by a search, inside its snapshot.
#pragma once

#include "core/base/result.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/gram_query.h"
#include "core/store/sql/search_tables.h"
#include "core/store/sql/segment_reader.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace goldpan::sql {

class CandidateFinder {
public:
    /// None where the query narrows nothing or there is no index.
    [[nodiscard]] static Result<std::optional<CandidateFinder>> open(Connection& connection, GramQuery query);

    /// The candidates from `first` to `last`, both included, ascending; rows that the index does not cover
    /// are among them.
    [[nodiscard]] Result<std::vector<std::int64_t>> rowsIn(std::int64_t first, std::int64_t last);
    /// Whether there are any candidates at all; asks no further than the first. `cancelled` on a stop.
    [[nodiscard]] Result<bool> hasAny(const std::stop_token& stop);
    /// No row has a higher id.
    [[nodiscard]] std::int64_t newest() const { return m_newest; }

private:
    CandidateFinder(SegmentReader reader, GramQuery query, std::vector<IndexSegment> segments);

    [[nodiscard]] Result<const SegmentRows*> rowsOf(std::size_t segment);

    SegmentReader m_reader;
    GramQuery m_query;
    std::vector<IndexSegment> m_segments;            ///< ascending
    std::vector<std::optional<SegmentRows>> m_found; ///< by segment, once it was asked
    std::int64_t m_covered = 0;
    std::int64_t m_newest = 0;
};

} // namespace goldpan::sql
