// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SegmentReader: which rows of a segment of the search index a query may admit. Owned by a search, inside its
// snapshot.
#pragma once

#include "core/base/result.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/gram_postings.h"
#include "core/store/sql/gram_query.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/search_tables.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace goldpan::sql {

class SegmentReader {
public:
    [[nodiscard]] static Result<SegmentReader> prepare(Connection& connection);

    /// All that the query admits, and others: a list is not read where it would tell few rows apart.
    [[nodiscard]] Result<SegmentRows> rows(const IndexSegment& segment, const GramQuery& query);

private:
    /// What the lists of a gram did in the segments before.
    struct Use {
        std::int64_t lists = 0; ///< that were read
        std::int64_t bytes = 0; ///< of them
        std::int64_t asked = 0; ///< rows that might have held it
        std::int64_t taken = 0; ///< of them, those that did not

        [[nodiscard]] std::int64_t meanBytes() const;
        [[nodiscard]] bool isWorthwhile(std::int64_t rows) const;
    };

    explicit SegmentReader(NativeStatement page);
    /// Of `within`, what the query may admit.
    [[nodiscard]] Result<SegmentRows> narrowed(const IndexSegment& segment, const GramQuery& query,
                                               SegmentRows within);
    [[nodiscard]] Result<SegmentRows> inAny(const IndexSegment& segment, const GramQuery& query,
                                            const SegmentRows& within);
    [[nodiscard]] Result<SegmentRows> withAll(const IndexSegment& segment, std::vector<search::Gram> grams,
                                              SegmentRows within);
    /// Takes from `rows` what does not hold it; answers the length of its list in bytes.
    [[nodiscard]] Result<std::size_t> keep(const IndexSegment& segment, search::Gram gram, SegmentRows& rows);

    NativeStatement m_page;
    std::unordered_map<search::Gram, Use> m_uses;
};

} // namespace goldpan::sql
