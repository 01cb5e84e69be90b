// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // The rule set that was previewed and waits for a decision; with an act once it was confirmed and until
    // all is done. rows, fields and acts: as counted by the preview; fields counts anew from then on.
    "CREATE TABLE reredaction(id INTEGER PRIMARY KEY CHECK(id = 1), hash TEXT NOT NULL, rules TEXT NOT NULL,"
    " at INTEGER NOT NULL, operator TEXT NOT NULL, rows INTEGER NOT NULL, fields INTEGER NOT NULL,"
    " acts INTEGER NOT NULL, act INTEGER REFERENCES act(id))",
    // Rows that were rewritten so far, each once however often the work was broken off.
    "CREATE TABLE reredaction_row(entry INTEGER PRIMARY KEY)",
    // Acts whose words were redacted: neither undone nor done again, as that would need the old ones.
    "CREATE TABLE act_ended(act INTEGER PRIMARY KEY REFERENCES act(id), by INTEGER NOT NULL REFERENCES "
    "act(id))",
    // Copies that were made of the store, which no re-redaction reaches.
    "CREATE TABLE backup(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, path TEXT NOT NULL, bytes INTEGER NOT "
    "NULL)",
};

} // namespace

Migration migration010() {
    return {10, kStatements};
}

} // namespace goldpan::sql
