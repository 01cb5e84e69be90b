// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // Rows by the hash of their id, in two tables instead of an index: keys are as good as random, so that
    // each
    // transaction of an import wrote most pages of the index again. New ones stand apart, in few pages, until
    // they are moved over in their order.
    "CREATE TABLE row_key(key_hash INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(key_hash, entry))"
    " WITHOUT ROWID",
    "CREATE TABLE new_row_key(key_hash INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY(key_hash, "
    "entry))"
    " WITHOUT ROWID",
    "INSERT INTO row_key SELECT key_hash, id FROM entry ORDER BY key_hash, id",
    "DROP INDEX IF EXISTS entry_key",
};

} // namespace

Migration migration014() {
    return {14, kStatements};
}

} // namespace goldpan::sql
