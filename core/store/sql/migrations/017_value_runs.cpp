// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"
#include "core/store/sql/value_runs.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // The rows of each run in the order of a value (core/store/sql/value_runs.h), in leaves of 512.
    "CREATE TABLE value_run(id INTEGER PRIMARY KEY, data BLOB NOT NULL)",
    // No row of low confidence has a logprob above; `change` counts the settings of a policy, so that the
    // last
    // of them alone lowers it.
    "CREATE TABLE low_confidence_bound(id INTEGER PRIMARY KEY CHECK(id = 1), at_most REAL NOT NULL,"
    " change INTEGER NOT NULL)",
    "INSERT INTO low_confidence_bound SELECT 1, max(-3.0, ifnull((SELECT max(logprob) FROM entry WHERE flags "
    "& 1),"
    " -3.0), ifnull((SELECT CAST(value AS REAL) FROM policy WHERE key = 'low_confidence_logprob'), -3.0)), 0",
};

} // namespace

Migration migration017() {
    return {.version = 17, .sql = kStatements, .fill = writeMissingRuns};
}

} // namespace goldpan::sql
