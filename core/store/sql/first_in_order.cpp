// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/first_in_order.h"

#include "core/store/sql/entry_stretches.h"
#include "core/store/sql/filter_sql.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/partial_index_hint.h"
#include "core/store/sql/statement.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <string>

namespace goldpan::sql {
namespace {

/// As many as are read sooner than the index of flagged rows where that is long; then it is asked.
constexpr std::size_t kFewStretches = 4096;

constexpr std::int64_t kFewFlagged = 50'000; ///< are read out of their index within 5 ms

/// Reads stretches and keeps the first rows of all that it has seen.
class Picker {
public:
    Picker(NativeStatement& rows, int position, queue::Order order, std::size_t most)
        : m_rows(rows)
        , m_position(position)
        , m_column(order)
        , m_most(most) {
        const double last = std::numeric_limits<double>::infinity();
        m_rows.bind(m_position, order.descending ? -last : last);
    }

    /// Nothing of this stretch, or of one that comes after it, can be among the first any more.
    [[nodiscard]] bool isPast(const Stretch& stretch) const {
        return m_first.size() == m_most && Place{stretch.best, stretch.first} > m_first.front();
    }

    [[nodiscard]] Result<void> read(const Stretch& stretch) {
        m_rows.bind(m_position + 1, stretch.first);
        m_rows.bind(m_position + 2, stretch.last);
        for (;;) {
            const auto more = m_rows.step();
            if (!more || !*more) {
                m_rows.reset();
                bindLast();
                return more ? Result<void>() : std::unexpected(more.error());
            }
            take({m_column.rank(m_rows, 1), m_rows.integer(0)});
        }
    }

    [[nodiscard]] std::vector<RowId> inOrder() {
        std::ranges::sort(m_first);
        std::vector<RowId> out;
        for (const Place& place : m_first) {
            out.push_back(RowId{place.id});
        }
        return out;
    }

private:
    void take(const Place& place) {
        if (m_first.size() == m_most) {
            if (place > m_first.front()) {
                return;
            }
            std::ranges::pop_heap(m_first);
            m_first.pop_back();
        }
        m_first.push_back(place);
        std::ranges::push_heap(m_first);
    }

    /// Rows behind the last that is held need not be looked at.
    void bindLast() {
        if (m_first.size() == m_most) {
            m_column.bind(m_rows, m_position, m_first.front().rank);
        }
    }

    NativeStatement& m_rows;
    int m_position;
    ValueColumn m_column;
    std::size_t m_most;
    std::vector<Place> m_first; ///< a heap, the last of them in front
};

} // namespace

Result<std::optional<std::vector<RowId>>> firstInOrder(Connection& connection, const queue::QueueQuery& query,
                                                       FilterSql::By foundBy, std::size_t most,
                                                       const std::stop_token& stop) {
    const bool isFlagged = foundBy == FilterSql::By::flagged;
    // Most flagged rows are of low confidence, the last in this order.
    const bool isUphill = isFlagged && query.order.key == queue::OrderKey::logprob && query.order.descending;
    if (foundBy == FilterSql::By::few || isUphill) {
        return std::nullopt;
    }
    if (isFlagged) {
        const auto more =
            Statement(connection, "SELECT 1 FROM entry e WHERE e.state = 0" + std::string(kFlaggedHint) +
                                      " ORDER BY e.ts LIMIT 1 OFFSET ?")
                .bind(kFewFlagged)
                .number();
        if (!more || !*more) {
            return more ? Result<std::optional<std::vector<RowId>>>() : std::unexpected(more.error());
        }
    }
    auto filter = FilterSql::build(connection, query.filter, FilterSql::Of::givenRows);
    if (!filter) {
        return std::unexpected(filter.error());
    }
    auto stretches = stretchesFor(connection, query.order, filter->times());
    if (!stretches) {
        return std::unexpected(stretches.error());
    }
    const auto at = [&](int offset) { return "?" + std::to_string(filter->nextPosition() + offset); };
    const ValueColumn column(query.order);
    auto rows = NativeStatement::prepare(connection, "SELECT e.id, " + column.name() +
                                                         " FROM entry e NOT INDEXED WHERE " +
                                                         column.upTo(at(0)) + " AND e.id BETWEEN " + at(1) +
                                                         " AND " + at(2) + " AND (" + filter->where() + ")");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    filter->bindTo(*rows);
    Picker picker(*rows, filter->nextPosition(), query.order, most);
    // A heap: few of the stretches are asked for.
    std::ranges::make_heap(*stretches, std::greater<>());
    for (std::size_t read = 0; !stretches->empty() && !picker.isPast(stretches->front()); ++read) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        if (read == kFewStretches && isFlagged) {
            return std::nullopt;
        }
        if (auto done = picker.read(stretches->front()); !done) {
            return std::unexpected(done.error());
        }
        std::ranges::pop_heap(*stretches, std::greater<>());
        stretches->pop_back();
    }
    return picker.inOrder();
}

} // namespace goldpan::sql
