// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/found_in_order.h"

#include "core/store/sql/candidate_finder.h"
#include "core/store/sql/entry_stretches.h"
#include "core/store/sql/filter_sql.h"
#include "core/store/sql/given_row.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/row_place.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

namespace goldpan::sql {
namespace {

/// Rows whose place is known, and stretches that were not looked at yet.
class Merge {
public:
    Merge(CandidateFinder finder, std::vector<Stretch> stretches, NativeStatement value, queue::Order order)
        : m_finder(std::move(finder))
        , m_stretches(std::move(stretches))
        , m_value(std::move(value))
        , m_column(order) {}

    /// The next candidate in the order, none at the end.
    [[nodiscard]] Result<std::optional<RowId>> next(const std::stop_token& stop) {
        while (m_at < m_stretches.size() && (m_known.empty() || mayComeBefore(m_known.top()))) {
            if (stop.stop_requested()) {
                return fail(ErrorCode::cancelled, "stopped on request");
            }
            if (auto read = readStretch(m_stretches[m_at++]); !read) {
                return std::unexpected(read.error());
            }
        }
        if (m_known.empty()) {
            return std::nullopt;
        }
        const RowId row{m_known.top().id};
        m_known.pop();
        return row;
    }

private:
    [[nodiscard]] bool mayComeBefore(const Place& place) const {
        const Stretch& stretch = m_stretches[m_at];
        return Place{stretch.best, stretch.first} <= place;
    }

    Result<void> readStretch(const Stretch& stretch) {
        const auto rows = m_finder.rowsIn(stretch.first, stretch.last);
        if (!rows) {
            return std::unexpected(rows.error());
        }
        for (const std::int64_t row : *rows) {
            m_value.bind(1, row);
            const auto there = m_value.step();
            if (!there) {
                return std::unexpected(there.error());
            }
            if (*there) {
                m_known.push({m_column.rank(m_value, 0), row});
            }
            m_value.reset();
        }
        return {};
    }

    CandidateFinder m_finder;
    std::vector<Stretch> m_stretches;
    std::size_t m_at = 0;
    NativeStatement m_value;
    ValueColumn m_column;
    std::priority_queue<Place, std::vector<Place>, std::greater<>> m_known;
};

} // namespace

Result<bool> eachFoundInOrder(Connection& connection, const queue::QueueQuery& query, const RowSink& sink,
                              const std::stop_token& stop) {
    if (query.order.key == queue::OrderKey::log) {
        return false; // as the index has them anyway
    }
    auto finder = CandidateFinder::open(connection, GramQuery::of(query.filter));
    if (!finder || !*finder) {
        return finder ? Result<bool>(false) : std::unexpected(finder.error());
    }
    const auto filter = FilterSql::build(connection, query.filter, FilterSql::Of::foundRows);
    if (!filter) {
        return std::unexpected(filter.error());
    }
    if (!filter->needsText() || filter->foundBy() != FilterSql::By::all) {
        return false;
    }
    // Most of what nobody wrote ends here, before the bounds of all stretches are read.
    const auto hasAny = (*finder)->hasAny(stop);
    if (!hasAny || !*hasAny) {
        return hasAny ? Result<bool>(true) : hasAny;
    }
    auto stretches = stretchesFor(connection, query.order, filter->times());
    auto asked = GivenRow::prepare(connection, query.filter);
    const ValueColumn column(query.order);
    auto value =
        NativeStatement::prepare(connection, "SELECT " + column.name() + " FROM entry e WHERE e.id = ?1");
    if (!stretches || !asked || !value) {
        return std::unexpected(!stretches ? stretches.error() : !asked ? asked.error() : value.error());
    }
    std::ranges::sort(*stretches);
    Merge merge(std::move(**finder), std::move(*stretches), std::move(*value), query.order);
    for (;;) {
        const auto row = merge.next(stop);
        if (!row || !*row) {
            return row ? Result<bool>(true) : std::unexpected(row.error());
        }
        const auto isAdmitted = asked->isAdmitted(**row);
        if (!isAdmitted) {
            return isAdmitted;
        }
        if (*isAdmitted) {
            const auto wantsMore = sink(**row);
            if (!wantsMore || !*wantsMore) {
                return wantsMore ? Result<bool>(true) : wantsMore;
            }
        }
    }
}

} // namespace goldpan::sql
