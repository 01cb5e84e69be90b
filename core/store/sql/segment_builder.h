// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SegmentBuilder: covers the rows that the search index does not cover yet, a segment at a time. A stretch of
// rows is claimed by a segment that is not published, then read without the lock and written. Where the claim
// is gone a text was rewritten or another program has cleared up, where more rows are covered it was faster;
// then what was written is given up. Lives on the stack of a build.
#pragma once

#include "core/search/grams.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/gram_postings.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/short_writes.h"

#include <cstdint>
#include <stop_token>
#include <utility>

namespace goldpan::sql {

class SegmentBuilder {
public:
    SegmentBuilder(Connection& connection, ShortWrites& writes, std::stop_token stop)
        : m_connection(connection)
        , m_writes(writes)
        , m_stop(std::move(stop)) {}

    struct Step {
        bool isLast = false;      ///< all rows were covered before it
        std::int64_t covered = 0; ///< rows, after it
        std::int64_t rows = 0;    ///< in the store
        std::int64_t indexed = 0; ///< rows that were not covered before
    };
    /// Builds one segment of at most `span` ids. `refused` where the index was dropped meanwhile.
    [[nodiscard]] Result<Step> step(std::int64_t span);

private:
    /// What is to be built next: new rows, and the short segments before them that they are put together
    /// with.
    struct Stretch {
        std::int64_t first = 0;
        std::int64_t last = 0;    ///< below `first`: nothing is left to do
        std::int64_t covered = 0; ///< rows that the index covers now
        std::int64_t rows = 0;    ///< in the store
        bool full = false;        ///< it ended where the memory ended
    };
    struct Claim {
        std::int64_t segment = 0;
        std::int64_t number = 0;
    };

    [[nodiscard]] Result<Stretch> next(std::int64_t span);
    /// The grams of its rows; shortens the stretch where they get too many.
    [[nodiscard]] Result<GramPostings> read(Stretch& stretch);
    /// Of some of them, both ends included.
    [[nodiscard]] Result<void> readRows(NativeStatement& rows, std::pair<std::int64_t, std::int64_t> ids,
                                        Stretch& stretch, GramPostings& postings);
    /// False where it was given up.
    [[nodiscard]] Result<bool> write(const Claim& mine, const Stretch& stretch, GramPostings& postings);
    [[nodiscard]] Result<Claim> claim(const Stretch& stretch);
    [[nodiscard]] Result<bool> publish(const Claim& mine, const Stretch& stretch);

    Connection& m_connection;
    ShortWrites& m_writes;
    std::stop_token m_stop;
    search::GramSet m_grams;
};

} // namespace goldpan::sql
