// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/drift_rows.h"

#include "core/store/sql/statement.h"

namespace goldpan::sql {

Result<std::vector<store::DriftRecord>> readDriftWindows(Connection& connection) {
    Statement rows(connection,
                   "SELECT id, ts, window_us, model, only_model, tagged FROM drift_event ORDER BY ts, id");
    std::vector<store::DriftRecord> out;
    if (auto done = rows.each([&] {
            out.push_back({.id = rows.integer(0),
                           .event = {.ts = Timestamp{rows.integer(1)},
                                     .windowMicros = rows.integer(2),
                                     .modelVersion = rows.text(3),
                                     .onlyThatModel = rows.integer(4) != 0},
                           .tagged = rows.integer(5)});
        });
        !done) {
        return std::unexpected(done.error());
    }
    return out;
}

} // namespace goldpan::sql
