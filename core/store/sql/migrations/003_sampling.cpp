// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // Rows of the log that a row stands for; 1 takes no room.
    "ALTER TABLE entry ADD COLUMN weight REAL NOT NULL DEFAULT 1",
    // Every row that a rule left out, by the hash of its id: what is counted twice, what an hour held and
    // what
    // was lost are known without the row.
    "CREATE TABLE sampled_out(key_hash INTEGER PRIMARY KEY, ts INTEGER, model INTEGER NOT NULL)",
    // The newest import of each source. rate: of a budget.
    "CREATE TABLE sampling_source(source TEXT PRIMARY KEY, keep TEXT NOT NULL, rate REAL,"
    " low_confidence INTEGER NOT NULL, drift_window INTEGER NOT NULL, flagged INTEGER NOT NULL,"
    " sampled INTEGER NOT NULL, kept_before INTEGER NOT NULL, sampled_out INTEGER NOT NULL) WITHOUT ROWID",
};

} // namespace

Migration migration003() {
    return {3, kStatements};
}

} // namespace goldpan::sql
