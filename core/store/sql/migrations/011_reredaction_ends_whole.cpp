// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // queues: saved queues that went so far, as fields counts texts. had_index: there was a search index when
    // it began, which is to be there again.
    "ALTER TABLE reredaction ADD COLUMN queues INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE reredaction ADD COLUMN had_index INTEGER NOT NULL DEFAULT 0",
    // What the name of a source is called from now on, once for all tables and however often the work is
    // broken off. superseded: an import has kept something under the new name before. Empty before the last
    // step writes the file anew, for it holds old names.
    "CREATE TABLE reredaction_name(before TEXT PRIMARY KEY, after TEXT NOT NULL, superseded INTEGER NOT NULL)"
    " WITHOUT ROWID",
    // What the copy is: see store::CopyKind. bytes is 0 until it is complete.
    "ALTER TABLE backup ADD COLUMN kind TEXT NOT NULL DEFAULT 'backup'",
};

} // namespace

Migration migration011() {
    return {11, kStatements};
}

} // namespace goldpan::sql
