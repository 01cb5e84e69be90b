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
    "INSERT INTO entry_stretch SELECT id >> 7, min(ts), max(ts), min(logprob), max(logprob), "
    "min(latency_ms), max(latency_ms)"
    " FROM entry GROUP BY id >> 7 HAVING max(id) & 127 = 127",
};

} // namespace

Migration migration015() {
    return {15, kStatements};
}

} // namespace goldpan::sql
