// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/entry_stretches.h"

#include "core/store/sql/statement.h"

#include <limits>
#include <string>

namespace goldpan::sql {
namespace {

constexpr std::int64_t kAnyId = std::numeric_limits<std::int64_t>::max();

} // namespace

StretchWriter::StretchWriter(Connection& connection)
    : m_write(connection,
              "INSERT OR REPLACE INTO entry_stretch SELECT ?1 >> 7, min(ts), max(ts), min(logprob),"
              " max(logprob), min(latency_ms), max(latency_ms) FROM entry"
              " WHERE id BETWEEN ?1 - 127 AND ?1") {
    static_assert(kStretchRows == 128);
}

Result<void> StretchWriter::added(RowId row) {
    if (row.value % kStretchRows != kStretchRows - 1) {
        return {};
    }
    const auto written = m_write.change(row);
    return written ? Result<void>() : std::unexpected(written.error());
}

Result<std::vector<Stretch>> stretchesFor(Connection& connection, queue::Order order,
                                          const TimeRange& times) {
    const ValueColumn column(order);
    auto rows = NativeStatement::prepare(connection, "SELECT id, ?1 OR (high_ts >= ?2 AND low_ts <= ?3), " +
                                                         column.bound() + " FROM entry_stretch ORDER BY id");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    rows->bind(1, std::int64_t{times == TimeRange{} ? 1 : 0});
    rows->bind(2, times.from);
    rows->bind(3, times.until);
    std::vector<Stretch> out;
    std::int64_t next = 0; // rows before it are in a stretch
    for (;;) {
        const auto more = rows->step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
        const std::int64_t first = rows->integer(0) * kStretchRows;
        if (first > next) {
            out.push_back({0, next, first - 1});
        }
        next = first + kStretchRows;
        if (rows->integer(1) != 0) { // not where no row has a time
            out.push_back({column.rank(*rows, 2), first, next - 1});
        }
    }
    out.push_back({0, next, kAnyId});
    return out;
}

} // namespace goldpan::sql
