// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_events.h"

#include "core/store/sql/drift_rows.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/stop_guard.h"

#include <algorithm>

namespace goldpan::sql {

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
        auto rows = NativeStatement::prepare(
            m_connection, "SELECT e.id FROM entry e WHERE e.ts >= ?1 AND e.ts <= ?2"
                          " AND (?3 = 0 OR e.model IN (SELECT id FROM model WHERE name = ?4))");
        if (!rows) {
            return std::unexpected(rows.error());
        }
        rows->bind(1, event.from().micros);
        rows->bind(2, event.ts.micros);
        rows->bind(3, std::int64_t{event.onlyThatModel});
        rows->bind(4, std::string_view(event.modelVersion));
        for (;;) {
            auto more = rows->step();
            if (!more) {
                return std::unexpected(more.error());
            }
            if (!*more) {
                break;
            }
            ids.push_back(RowId{rows->integer(0)});
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

} // namespace goldpan::sql
