// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // The side ring: rows that were sampled out, redacted, while events may still speak of them.
    "CREATE TABLE held_row(key_hash INTEGER PRIMARY KEY, ts INTEGER NOT NULL, request_id TEXT NOT NULL,"
    " model TEXT NOT NULL, latency_ms INTEGER, logprob REAL, user_id_hash TEXT, tags TEXT NOT NULL,"
    " context_differs INTEGER NOT NULL, prompt TEXT NOT NULL, response TEXT NOT NULL, messages TEXT,"
    " output TEXT, tools TEXT, feedback TEXT, meta TEXT)",
    "CREATE INDEX held_row_ts ON held_row(ts)",
    "CREATE INDEX sampled_out_ts ON sampled_out(ts)",
    // Which events spoke of the row when it had gone: 1 feedback, 2 drift.
    "ALTER TABLE sampled_out ADD COLUMN lost INTEGER NOT NULL DEFAULT 0",
    // Rows that an event called back, with the same numbers.
    "CREATE TABLE brought_in(entry INTEGER PRIMARY KEY REFERENCES entry(id), cause INTEGER NOT NULL)",
};

} // namespace

Migration migration005() {
    return {5, kStatements};
}

} // namespace goldpan::sql
