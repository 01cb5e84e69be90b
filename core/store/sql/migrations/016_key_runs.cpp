// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // New keys by runs of 8192 rows that follow each other: by the key alone, each transaction of an import
    // wrote most pages of the table again, so that only few could be kept there and were moved often.
    "INSERT OR IGNORE INTO row_key SELECT key_hash, entry FROM new_row_key ORDER BY key_hash, entry",
    "DROP TABLE new_row_key",
    "CREATE TABLE new_row_key(run INTEGER NOT NULL, key_hash INTEGER NOT NULL, entry INTEGER NOT NULL,"
    " PRIMARY KEY(run, key_hash, entry)) WITHOUT ROWID",
};

} // namespace

Migration migration016() {
    return {16, kStatements};
}

} // namespace goldpan::sql
