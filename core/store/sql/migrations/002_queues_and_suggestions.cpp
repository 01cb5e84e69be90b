// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // Positions only sort: they may have gaps.
    "CREATE TABLE saved_queue(name TEXT PRIMARY KEY, filter TEXT NOT NULL, sorting TEXT NOT NULL,"
    " position INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE suggestion(entry INTEGER PRIMARY KEY REFERENCES entry(id), text TEXT NOT NULL)",
};

} // namespace

Migration migration002() {
    return {2, kStatements};
}

} // namespace goldpan::sql
