// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_events.h"

#include "core/store/sql/drift_rows.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/stop_guard.h"

#include <algorithm>

namespace goldpan::sql {
namespace {

/// `select` of a table with ts and model, for the rows inside the window; `event` must outlive it.
Result<NativeStatement> inWindow(Connection& connection, const std::string& select, const DriftEvent& event) {
    auto rows =
        NativeStatement::prepare(connection, select + " WHERE ts >= ?1 AND ts <= ?2 AND (?3 = 0 OR model IN"
                                                      " (SELECT id FROM model WHERE name = ?4))");
    if (rows) {
        rows->bind(1, event.from().micros);
        rows->bind(2, event.ts.micros);
        rows->bind(3, std::int64_t{event.onlyThatModel});
        rows->bind(4, std::string_view(event.modelVersion));
    }
    return rows;
}

template <typename Take>
Result<void> eachNumber(NativeStatement& rows, Take&& take) {
    for (;;) {
        auto more = rows.step();
        if (!more) {
            return std::unexpected(more.error());
        }
        if (!*more) {
            return {};
        }
        take(rows.integer(0));
    }
}

} // namespace

Result<std::vector<store::DriftRecord>> SqlEvents::driftWindows() {
    return readDriftWindows(m_connection);
}

Result<void> SqlEvents::rowsInWindow(const DriftEvent& event,
                                     const std::function<bool(std::span<const RowId>)>& sink,
                                     std::stop_token stop) {
    constexpr std::size_t kChunk = 1 << 14;
    std::vector<RowId> ids;
    {
        // Read to the end before the first chunk is handed on: the receiver writes, and a snapshot held
        // meanwhile would keep the WAL from being folded back. Eight bytes a row.
        const StopGuard guard(m_connection, stop);
        auto rows = inWindow(m_connection, "SELECT id FROM entry", event);
        if (!rows) {
            return std::unexpected(rows.error());
        }
        if (auto read = eachNumber(*rows, [&](std::int64_t id) { ids.push_back(RowId{id}); }); !read) {
            return read;
        }
    }
    std::ranges::sort(ids);
    for (std::size_t at = 0; at < ids.size(); at += kChunk) {
        if (!sink(std::span(ids).subspan(at, std::min(kChunk, ids.size() - at)))) {
            break;
        }
    }
    return {};
}

Result<std::vector<std::uint64_t>> SqlEvents::sampledOutInWindow(const DriftEvent& event,
                                                                 std::stop_token stop) {
    const StopGuard guard(m_connection, stop);
    auto rows = inWindow(m_connection, "SELECT key_hash FROM sampled_out", event);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::vector<std::uint64_t> hashes;
    auto read =
        eachNumber(*rows, [&](std::int64_t hash) { hashes.push_back(static_cast<std::uint64_t>(hash)); });
    return read ? Result<std::vector<std::uint64_t>>(std::move(hashes)) : std::unexpected(read.error());
}

} // namespace goldpan::sql
