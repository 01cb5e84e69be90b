// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // Redaction rules that were set for this store, as JSON; the newest is in force.
    "CREATE TABLE rule_set(id INTEGER PRIMARY KEY, hash TEXT NOT NULL, json TEXT NOT NULL,"
    " set_us INTEGER NOT NULL, operator TEXT NOT NULL)",
    // Keys that user ids were hashed with, each by what tells it from others and nothing more; '' of the hash
    // without a key. The newest is in force.
    "CREATE TABLE user_key(id INTEGER PRIMARY KEY, mark TEXT NOT NULL, set_us INTEGER NOT NULL,"
    " operator TEXT NOT NULL)",
};

} // namespace

Migration migration009() {
    return {9, kStatements};
}

} // namespace goldpan::sql
