// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/selection.h"

#include "core/store/sql/first_in_order.h"
#include "core/store/sql/found_in_order.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/row_place.h"
#include "core/store/sql/rows_in_order.h"
#include "core/store/sql/scan_watch.h"
#include "core/store/sql/stop_guard.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <variant>

namespace goldpan::sql {
namespace {

using queue::OrderKey;

constexpr std::size_t kFirstChunk = 256;
constexpr std::size_t kLaterChunk = 1 << 16;
// Rare hits of a slow search are shown as they come.
constexpr auto kFirstPatience = std::chrono::milliseconds(40);
constexpr auto kLaterPatience = std::chrono::milliseconds(100);

bool isByValue(queue::Order order) {
    return order.key == OrderKey::logprob || order.key == OrderKey::latency;
}

/// Where none of the rows has the value that they are to be ordered by, all come in the order of the log.
queue::Order orderOf(const queue::QueueQuery& query) {
    using queue::Filter;
    const Filter& filter = query.filter;
    const auto field =
        query.order.key == OrderKey::logprob ? queue::NumberField::logprob : queue::NumberField::latency;
    const auto lacksIt = [&](const Filter& part) {
        const auto* none =
            part.kind == Filter::Kind::term ? std::get_if<queue::NoNumberTerm>(&part.term) : nullptr;
        return none != nullptr && none->field == field;
    };
    const bool allLackIt = filter.kind == Filter::Kind::conjunction
                               ? std::ranges::any_of(filter.children, lacksIt)
                               : lacksIt(filter);
    return isByValue(query.order) && allLackIt ? queue::Order{.key = OrderKey::log} : query.order;
}

std::string direction(queue::Order order) {
    return order.descending ? " DESC" : "";
}

/// The tail of a query for the rows that have the value of its order, by it.
std::string byValue(queue::Order order) {
    const std::string name = ValueColumn(order).name();
    return " AND " + name + " IS NOT NULL ORDER BY " + name + direction(order) + ", e.id";
}

/// For the rows that lack it, which come last.
std::string withoutValue(queue::Order order) {
    return " AND " + ValueColumn(order).name() + " IS NULL ORDER BY e.id";
}

} // namespace

Selection::Selection(Connection& connection, const queue::QueueQuery& query, const store::IdSink& sink,
                     std::stop_token stop)
    : m_connection(connection)
    , m_query(query)
    , m_order(orderOf(query))
    , m_sink(sink)
    , m_stop(std::move(stop))
    , m_target(kFirstChunk)
    , m_patience(kFirstPatience)
    , m_left(query.limit > 0 ? query.limit : std::numeric_limits<std::int64_t>::max()) {}

Result<void> Selection::run() {
    if (m_stop.stop_requested()) {
        return fail(ErrorCode::cancelled, "stopped on request");
    }
    const StopGuard guard(m_connection, m_stop);
    auto snapshot = ReadSnapshot::begin(m_connection); // several statements, one moment
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    const ScanWatch watch(m_connection, [this] {
        if (isDue()) {
            handOn();
        }
        return m_wantsMore && !m_stop.stop_requested();
    });
    const auto found = readFound();
    if (auto done = !found ? std::unexpected(found.error()) : *found ? Result<void>() : readRows(); !done) {
        return m_wantsMore ? done : Result<void>();
    }
    if (!m_chunk.empty() && m_wantsMore) {
        handOn();
    }
    return {};
}

Result<bool> Selection::readFound() {
    // By time rows stand about as they lie. By a value each would be fetched from somewhere else: after the
    // first ones they are read as they lie, and sorted.
    const bool isFirstOnly = isByValue(m_order);
    std::size_t met = 0;
    const auto next = [&](RowId row) -> Result<bool> {
        ++met;
        const auto taken = take(row);
        return taken ? Result<bool>(wantsMore() && !(isFirstOnly && met == kFirstChunk))
                     : std::unexpected(taken.error());
    };
    auto found = eachFoundInOrder(m_connection, {m_query.filter, m_order, m_query.limit}, next, m_stop);
    if (found && *found && isFirstOnly && met == kFirstChunk && wantsMore()) {
        m_passOver = met;
        found = false;
    }
    return found;
}

Result<void> Selection::readRows() {
    const bool sorts = isByValue(m_order);
    const auto filter = FilterSql::build(m_connection, m_query.filter,
                                         sorts ? FilterSql::Of::allRows : FilterSql::Of::firstRows);
    if (!filter) {
        return std::unexpected(filter.error());
    }
    return sorts ? readByValue(*filter) : readInOrder(*filter);
}

Result<void> Selection::readInOrder(const FilterSql& filter) {
    if (m_order.key == OrderKey::log) {
        const auto all = read(filter, " ORDER BY e.id" + direction(m_order));
        return all ? Result<void>() : std::unexpected(all.error());
    }
    // Missing values come last in both directions: the rows that have one are asked first, the others after
    // them. (One ORDER BY with NULLS LAST would have to sort what an index already holds in order.)
    for (const std::string& tail : {" AND e.ts IS NOT NULL ORDER BY e.ts" + direction(m_order) + ", e.id",
                                    std::string(" AND e.ts IS NULL ORDER BY e.id")}) {
        if (const auto all = read(filter, tail); !all) {
            return std::unexpected(all.error());
        }
    }
    return {};
}

Result<void> Selection::readByValue(const FilterSql& filter) {
    if (filter.needsText()) { // which is dear: read no more often than needed
        for (const std::string& tail : {byValue(m_order), withoutValue(m_order)}) {
            if (const auto all = read(filter, tail); !all) {
                return std::unexpected(all.error());
            }
        }
        return {};
    }
    const auto first = readFirst(filter);
    if (!first || !wantsMore()) {
        return first ? Result<void>() : std::unexpected(first.error());
    }
    m_passOver = static_cast<std::size_t>(*first);
    const auto next = [this](RowId row) -> Result<bool> {
        const auto taken = take(row);
        return taken ? Result<bool>(wantsMore()) : std::unexpected(taken.error());
    };
    return eachInOrder(m_connection, filter, m_order, next, m_stop);
}

Result<std::int64_t> Selection::readFirst(const FilterSql& filter) {
    const auto first = firstInOrder(m_connection, m_query, filter.foundBy(), kFirstChunk, m_stop);
    if (!first) {
        return std::unexpected(first.error());
    }
    if (!*first) {
        return read(filter, byValue(m_order) + " LIMIT " + std::to_string(kFirstChunk));
    }
    for (const RowId row : **first) {
        if (!wantsMore()) {
            break;
        }
        if (auto taken = take(row); !taken) {
            return std::unexpected(taken.error());
        }
    }
    return static_cast<std::int64_t>((*first)->size());
}

Result<std::int64_t> Selection::read(const FilterSql& filter, const std::string& tail) {
    if (!wantsMore()) {
        return 0;
    }
    auto statement = NativeStatement::prepare(m_connection, "SELECT e.id" + filter.from() + " WHERE (" +
                                                                filter.where() + ")" + tail);
    if (!statement) {
        return std::unexpected(statement.error());
    }
    filter.bindTo(*statement);
    std::int64_t met = 0;
    while (wantsMore()) {
        auto more = statement->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
        ++met;
        if (auto taken = take(RowId{statement->integer(0)}); !taken) {
            return std::unexpected(taken.error());
        }
    }
    return met;
}

Result<void> Selection::take(RowId row) {
    if (m_passOver > 0) { // it was handed on before
        --m_passOver;
        return {};
    }
    m_chunk.push_back(row);
    --m_left;
    if (m_chunk.size() >= m_target || isDue()) {
        if (m_stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        handOn();
    }
    return {};
}

bool Selection::isDue() const {
    return !m_chunk.empty() && Steady::now() - m_handedOn > m_patience;
}

void Selection::handOn() {
    m_wantsMore = m_sink(m_chunk);
    m_chunk.clear();
    m_target = kLaterChunk;
    m_patience = kLaterPatience;
    m_handedOn = Steady::now();
}

} // namespace goldpan::sql
