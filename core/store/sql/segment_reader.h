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

#include <vector>

namespace goldpan::sql {

class SegmentReader {
public:
    [[nodiscard]] static Result<SegmentReader> prepare(Connection& connection);

    [[nodiscard]] Result<SegmentRows> rows(const IndexSegment& segment, const GramQuery& query);

private:
    explicit SegmentReader(NativeStatement page);
    [[nodiscard]] Result<SegmentRows> joined(const IndexSegment& segment, const GramQuery& query);
    [[nodiscard]] Result<SegmentRows> rowsWith(const IndexSegment& segment,
                                               const std::vector<search::Gram>& grams);

    NativeStatement m_page;
};

} // namespace goldpan::sql
