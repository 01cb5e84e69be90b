// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/first_in_order.h"

#include "core/store/sql/filter_sql.h"
#include "core/store/sql/first_of_runs.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/row_place.h"
#include "core/store/sql/row_sieve.h"
#include "core/store/sql/run_walk.h"
#include "core/store/sql/value_runs.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <unordered_set>

namespace goldpan::sql {
namespace {

/// Candidates that are read one by one, within 40 ms; where the filter admits so few of them, all rows are
/// read as they lie.
constexpr std::size_t kMostRead = 25'000;

/// Reads rows and keeps the first of all that it has seen.
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

    /// What comes behind it cannot be among the first any more.
    [[nodiscard]] std::optional<Place> last() const {
        return m_first.size() == m_most ? std::optional(m_first.front()) : std::nullopt;
    }

    /// Both ends included.
    [[nodiscard]] Result<void> read(std::int64_t first, std::int64_t last) {
        m_rows.bind(m_position + 1, first);
        m_rows.bind(m_position + 2, last);
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
        out.reserve(m_first.size());
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

/// Reads what may be among the first; false where rows behind all of these may be too.
Result<bool> readKnown(Picker& picker, const FirstOfRuns& first, const RowSieve& sieve,
                       const std::stop_token& stop) {
    for (const Place& place : first.places) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        const auto last = picker.last();
        if (last && place > *last) {
            return true;
        }
        auto done = sieve.admits(place.id) ? picker.read(place.id, place.id) : Result<void>();
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    const auto last = picker.last();
    return first.areAll() || (last && first.places.back() >= *last);
}

std::unordered_set<std::int64_t> idsOf(const FirstOfRuns& first) {
    std::unordered_set<std::int64_t> out;
    for (const Place& place : first.places) {
        out.insert(place.id);
    }
    return out;
}

} // namespace

Result<std::optional<std::vector<RowId>>> firstInOrder(Connection& connection, const queue::QueueQuery& query,
                                                       FilterSql::By foundBy, std::size_t most,
                                                       const std::stop_token& stop) {
    auto filter = FilterSql::build(connection, query.filter, FilterSql::Of::givenRows);
    if (!filter) {
        return std::unexpected(filter.error());
    }
    auto first = FirstOfRunsTable(connection).read(query.order);
    if (!first) {
        return std::unexpected(first.error());
    }
    const auto runs = countRuns(connection, *first ? (*first)->runs : 0);
    const auto sieve = runs ? RowSieve::build(connection, query.filter, filter->times(), *runs, stop)
                            : std::unexpected(runs.error());
    if (!sieve) {
        return std::unexpected(sieve.error());
    }
    if (foundBy == FilterSql::By::few && !sieve->isListed()) {
        return std::nullopt;
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
    if (!*first || (*first)->runs > *runs) {
        *first = FirstOfRuns{}; // none
    }
    filter->bindTo(*rows);
    Picker picker(*rows, filter->nextPosition(), query.order, most);
    auto done = picker.read(*runs * kRunRows, std::numeric_limits<std::int64_t>::max());
    for (std::size_t i = 0; done && i < sieve->apart().size(); ++i) {
        done = picker.read(sieve->apart()[i], sieve->apart()[i]);
    }
    const auto isDone = done ? readKnown(picker, **first, *sieve, stop) : std::unexpected(done.error());
    if (!isDone) {
        return std::unexpected(isDone.error());
    }
    // Where more of those runs may be wanted, they are walked from their beginning.
    const std::int64_t walked = *isDone ? (*first)->runs : 0;
    auto walk = RunWalk::begin(connection, query.order, *sieve, walked, *runs);
    if (!walk) {
        return std::unexpected(walk.error());
    }
    const std::unordered_set<std::int64_t> known = idsOf(**first);
    for (std::size_t read = 0; done; ++read) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        const auto next = walk->next(picker.last());
        if (!next) {
            return std::unexpected(next.error());
        }
        if (!*next) {
            return picker.inOrder();
        }
        if (read == kMostRead) {
            return std::nullopt;
        }
        done = known.contains(**next) ? Result<void>() : picker.read(**next, **next);
    }
    return std::unexpected(done.error());
}

} // namespace goldpan::sql
