// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/drift_rows.h"

#include "core/store/sql/act_rows.h"
#include "core/store/sql/statement.h"

namespace goldpan::sql {

std::string driftCounts() {
    return "NOT EXISTS(SELECT 1 FROM act a WHERE a.drift = d.id AND " + actUndoneBy() +
           " > (SELECT max(b.id) FROM act b WHERE b.drift = d.id))";
}

Result<std::vector<store::DriftRecord>> readDriftWindows(Connection& connection) {
    Statement rows(
        connection,
        std::string(
            "SELECT d.id, d.ts, d.window_us, d.model, d.only_model, d.tagged, r.batch FROM drift_event d"
            " LEFT JOIN trained_drift x ON x.drift = d.id LEFT JOIN retrain r ON r.id = x.retrain"
            " WHERE ") +
            driftCounts() + " ORDER BY d.ts, d.id");
    std::vector<store::DriftRecord> out;
    if (auto done = rows.each([&] {
            out.push_back({.id = rows.integer(0),
                           .event = {.ts = Timestamp{rows.integer(1)},
                                     .windowMicros = rows.integer(2),
                                     .modelVersion = rows.text(3),
                                     .onlyThatModel = rows.integer(4) != 0},
                           .tagged = rows.integer(5)});
            if (!rows.isNull(6)) {
                out.back().trainedOn = BatchId{rows.integer(6)};
            }
        });
        !done) {
        return std::unexpected(done.error());
    }
    return out;
}

} // namespace goldpan::sql
