// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // Between what the values of 128 neighbouring rows lie (core/store/sql/entry_stretches.h): of stretches
    // that are full, so that a row is written once and never again. Null where no row has the value.
    "CREATE TABLE entry_stretch(id INTEGER PRIMARY KEY, low_ts INTEGER, high_ts INTEGER, low_logprob REAL, "
    "high_logprob REAL,"
    " low_latency INTEGER, high_latency INTEGER)",
    // By the last row of each, in the order of the rows: to group them by `id >> 7` SQLite would sort all.
    "INSERT INTO entry_stretch SELECT l.id >> 7, min(e.ts), max(e.ts), min(e.logprob), max(e.logprob), "
    "min(e.latency_ms), max(e.latency_ms)"
    " FROM entry l NOT INDEXED CROSS JOIN entry e NOT INDEXED ON e.id BETWEEN l.id - 127 AND l.id"
    " WHERE l.id & 127 = 127 GROUP BY l.id",
};

} // namespace

Migration migration015() {
    return {15, kStatements};
}

} // namespace goldpan::sql
