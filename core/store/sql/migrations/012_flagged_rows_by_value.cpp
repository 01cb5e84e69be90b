// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

// As entryIndexes() has it.
constexpr const char* kIndexes[] = {
    "DROP INDEX IF EXISTS entry_flagged",
    "CREATE INDEX entry_flagged ON entry(ts, id, flags, state, logprob, latency_ms)"
    " WHERE state = 0 AND (flags & 15) <> 0",
};

} // namespace

Migration migration012() {
    return {12, {}, kIndexes};
}

} // namespace goldpan::sql
