// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/migrations/migration.h"

namespace goldpan::sql {
namespace {

constexpr const char* kStatements[] = {
    // The logs that were followed, and what was read of their files; see store::FollowedFileRecord.
    "CREATE TABLE followed_log(log TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE followed_file(log TEXT NOT NULL, device INTEGER NOT NULL, inode INTEGER NOT NULL,"
    " head_bytes INTEGER NOT NULL, head TEXT NOT NULL, source TEXT NOT NULL, read_bytes INTEGER NOT NULL,"
    " PRIMARY KEY(log, device, inode)) WITHOUT ROWID",
};

} // namespace

Migration migration006() {
    return {6, kStatements};
}

} // namespace goldpan::sql
