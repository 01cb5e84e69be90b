// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/rows_in_order.h"

#include "core/store/sql/native_statement.h"
#include "core/store/sql/row_place.h"

#include <algorithm>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace goldpan::sql {
namespace {

constexpr std::size_t kSortedAtOnce = 1
                                      << 20; // within some 80 ms; then the next can be handed on, or stopped

constexpr std::size_t kMostParts = 4;

constexpr Place kBegin{0, std::numeric_limits<std::int64_t>::min()};
constexpr Place kEnd{kNoValue, std::numeric_limits<std::int64_t>::max()};

/// The first half of `atOnce` rows at least, or all, of those behind `last`; in no order.
class Part {
public:
    Part(const Place& last, std::size_t atOnce)
        : m_after(last)
        , m_atOnce(atOnce) {}

    void take(const Place& place) {
        ++m_offered;
        if (place <= m_after || place > m_until) {
            return;
        }
        m_places.push_back(place);
        if (m_places.size() == m_atOnce) {
            cut();
        }
    }
    [[nodiscard]] bool isAll() const { return m_until == kEnd; }
    /// Whether as many parts might not do for all rows.
    [[nodiscard]] bool isOfMoreThan(std::size_t parts) const { return m_offered > parts * (m_atOnce / 2); }
    [[nodiscard]] std::span<Place> places() { return m_places; }

private:
    void cut() {
        const auto middle = m_places.begin() + static_cast<std::ptrdiff_t>(m_places.size() / 2);
        std::ranges::nth_element(m_places, middle);
        m_until = *middle;
        m_places.erase(middle + 1, m_places.end());
    }

    Place m_after;
    Place m_until = kEnd; ///< what comes behind it is for a later part
    std::size_t m_atOnce;
    std::size_t m_offered = 0;
    std::vector<Place> m_places;
};

/// Sorts and hands on, the first ones first. False where the sink wants no more.
Result<bool> handOn(std::span<Place> places, const RowSink& sink, const std::stop_token& stop) {
    if (stop.stop_requested()) {
        return fail(ErrorCode::cancelled, "stopped on request");
    }
    if (places.size() > kSortedAtOnce) {
        const std::size_t half = places.size() / 2;
        std::ranges::nth_element(places, places.begin() + static_cast<std::ptrdiff_t>(half));
        const auto first = handOn(places.first(half), sink, stop);
        return first && *first ? handOn(places.subspan(half), sink, stop) : first;
    }
    std::ranges::sort(places);
    for (const Place& place : places) {
        const auto more = sink(RowId{place.id});
        if (!more || !*more) {
            return more;
        }
    }
    return true;
}

/// Hands on all but the first `passed`, as SQLite sorts them.
Result<void> handOnSorted(Connection& connection, const FilterSql& filter, queue::Order order,
                          std::size_t passed, const RowSink& sink, const std::stop_token& stop) {
    const std::string name = ValueColumn(order).name();
    auto rows = NativeStatement::prepare(connection, "SELECT e.id FROM entry e WHERE (" + filter.where() +
                                                         ") ORDER BY " + name + " IS NULL, " + name +
                                                         (order.descending ? " DESC" : "") +
                                                         ", e.id LIMIT -1 OFFSET " + std::to_string(passed));
    if (!rows) {
        return std::unexpected(rows.error());
    }
    filter.bindTo(*rows);
    for (;;) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        const auto more = rows->step();
        if (!more || !*more) {
            return more ? Result<void>() : std::unexpected(more.error());
        }
        const auto wantsMore = sink(RowId{rows->integer(0)});
        if (!wantsMore || !*wantsMore) {
            return wantsMore ? Result<void>() : std::unexpected(wantsMore.error());
        }
    }
}

} // namespace

Result<void> eachInOrder(Connection& connection, const FilterSql& filter, queue::Order order,
                         const RowSink& sink, const std::stop_token& stop, std::size_t atOnce) {
    const ValueColumn column(order);
    auto rows = NativeStatement::prepare(connection, "SELECT e.id, " + column.name() +
                                                         " FROM entry e WHERE (" + filter.where() + ")");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    filter.bindTo(*rows);
    Place last = kBegin;
    std::size_t passed = 0; // where SQLite goes on
    for (bool isAll = false; !isAll && passed == 0;) {
        Part part(last, atOnce);
        for (;;) {
            const auto more = rows->step();
            if (!more) {
                return std::unexpected(more.error());
            }
            if (!*more) {
                break;
            }
            part.take({column.rank(*rows, 1), rows->integer(0)});
        }
        rows->reset();
        isAll = part.isAll();
        if (part.places().empty()) {
            break;
        }
        const auto wantsMore = handOn(part.places(), sink, stop);
        if (!wantsMore || !*wantsMore) {
            return wantsMore ? Result<void>() : std::unexpected(wantsMore.error());
        }
        last = *std::ranges::max_element(part.places());
        passed = part.isOfMoreThan(kMostParts) ? part.places().size() : 0;
    }
    return passed > 0 ? handOnSorted(connection, filter, order, passed, sink, stop) : Result<void>();
}

} // namespace goldpan::sql
