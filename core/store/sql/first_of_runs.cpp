// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/first_of_runs.h"

#include "core/store/sql/value_runs.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace goldpan::sql {
namespace {

constexpr int kRunsBytes = 8;
constexpr int kRankBytes = 8;
constexpr int kRowBytes = 6;
constexpr std::size_t kPlaceBytes = kRankBytes + kRowBytes;

std::int64_t idOf(queue::Order order) {
    return -1 - (order.key == queue::OrderKey::latency ? 2 : 0) - (order.descending ? 1 : 0);
}

void append(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        out += static_cast<char>(value >> (8 * i) & 0xffU);
    }
}

std::uint64_t take(std::string_view& data, int bytes) {
    std::uint64_t out = 0;
    for (int i = 0; i < bytes; ++i) {
        out |= std::uint64_t{static_cast<unsigned char>(data[static_cast<std::size_t>(i)])} << (8 * i);
    }
    data.remove_prefix(static_cast<std::size_t>(bytes));
    return out;
}

std::string dataOf(const FirstOfRuns& first) {
    std::string data;
    data.reserve(kRunsBytes + first.places.size() * kPlaceBytes);
    append(data, static_cast<std::uint64_t>(first.runs), kRunsBytes);
    for (const Place& place : first.places) {
        append(data, place.rank, kRankBytes);
        append(data, static_cast<std::uint64_t>(place.id), kRowBytes);
    }
    return data;
}

/// A row that is not of these runs, or is there twice, would be shown twice.
bool isSound(const FirstOfRuns& first) {
    constexpr std::int64_t kMostRuns = (std::int64_t{1} << (8 * kRowBytes)) / kRunRows;
    if (first.runs < 1 || first.runs > kMostRuns || first.places.size() > kFirstOfRuns ||
        !std::ranges::is_sorted(first.places)) {
        return false;
    }
    std::vector<std::int64_t> ids;
    std::ranges::transform(first.places, std::back_inserter(ids), &Place::id);
    std::ranges::sort(ids);
    return std::ranges::adjacent_find(ids) == ids.end() &&
           (ids.empty() || (ids.front() >= 1 && ids.back() < first.runs * kRunRows));
}

std::optional<FirstOfRuns> firstOf(std::string_view data) {
    if (data.size() < kRunsBytes || (data.size() - kRunsBytes) % kPlaceBytes != 0) {
        return std::nullopt;
    }
    FirstOfRuns out{.runs = static_cast<std::int64_t>(take(data, kRunsBytes)), .places = {}};
    out.places.reserve(data.size() / kPlaceBytes);
    while (!data.empty()) {
        const Rank rank = take(data, kRankBytes);
        out.places.push_back({rank, static_cast<std::int64_t>(take(data, kRowBytes))});
    }
    return isSound(out) ? std::optional(std::move(out)) : std::nullopt;
}

Result<void> prepare(Connection& connection, std::optional<NativeStatement>& slot, const char* sql) {
    if (slot) {
        return {};
    }
    auto statement = NativeStatement::prepare(connection, sql);
    if (!statement) {
        return std::unexpected(statement.error());
    }
    slot.emplace(std::move(*statement));
    return {};
}

} // namespace

Result<std::optional<FirstOfRuns>> FirstOfRunsTable::read(queue::Order order) {
    if (auto ready = prepare(m_connection, m_read, "SELECT data FROM value_run WHERE id = ?1"); !ready) {
        return std::unexpected(ready.error());
    }
    m_read->bind(1, idOf(order));
    const auto found = m_read->step();
    if (!found) {
        return std::unexpected(found.error());
    }
    auto out = *found ? firstOf(m_read->blob(0)) : std::nullopt;
    m_read->reset();
    return out;
}

Result<void> FirstOfRunsTable::add(queue::Order order, std::int64_t run, std::vector<Place> rows) {
    auto before = run == 0 ? Result<std::optional<FirstOfRuns>>(FirstOfRuns{}) : read(order);
    if (!before || !*before || (*before)->runs != run) {
        return before ? Result<void>() : std::unexpected(before.error());
    }
    FirstOfRuns& first = **before;
    if (!first.areAll()) {
        std::erase_if(rows, [&](const Place& place) { return place > first.places.back(); });
    }
    std::ranges::sort(rows);
    std::vector<Place> merged;
    merged.reserve(first.places.size() + rows.size());
    std::ranges::merge(first.places, rows, std::back_inserter(merged));
    merged.resize(std::min(merged.size(), kFirstOfRuns));
    const std::string data = dataOf({.runs = run + 1, .places = std::move(merged)});
    if (auto ready =
            prepare(m_connection, m_write, "INSERT OR REPLACE INTO value_run(id, data) VALUES(?1, ?2)");
        !ready) {
        return ready;
    }
    m_write->bind(1, idOf(order));
    m_write->bindBlob(2, data);
    return m_write->run();
}

Result<bool> areFirstOfRuns(Connection& connection, queue::Order order) {
    const auto first = FirstOfRunsTable(connection).read(order);
    if (!first || !*first) {
        return first ? Result<bool>(true) : std::unexpected(first.error());
    }
    const ValueColumn column(order);
    auto rows = NativeStatement::prepare(
        connection, "SELECT " + column.name() + ", e.id FROM entry e NOT INDEXED WHERE e.id < ?1 AND " +
                        column.name() + " IS NOT NULL ORDER BY 1" + (order.descending ? " DESC" : "") +
                        ", 2 LIMIT " + std::to_string(kFirstOfRuns));
    if (!rows) {
        return std::unexpected(rows.error());
    }
    rows->bind(1, (*first)->runs * kRunRows);
    std::vector<Place> places;
    for (;;) {
        const auto more = rows->step();
        if (!more) {
            return more;
        }
        if (!*more) {
            return places == (*first)->places;
        }
        places.push_back({column.rank(*rows, 0), rows->integer(1)});
    }
}

} // namespace goldpan::sql
