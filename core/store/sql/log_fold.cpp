// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/log_fold.h"

#include "core/store/sql/sql_error.h"

#include <sqlite3.h>

namespace goldpan::sql {
namespace {

/// What was folded back so far, on the disk; nobody is kept from the store meanwhile.
int syncStore(sqlite3* connection) {
    sqlite3_file* file = nullptr;
    const int code =
        sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
    return code == SQLITE_OK && file != nullptr && file->pMethods != nullptr
               ? file->pMethods->xSync(file, SQLITE_SYNC_NORMAL)
               : code;
}

} // namespace

Result<LogFold> foldLog(sqlite3* connection, const std::string& path, int mode, bool& mayBeLost) {
    int length = 0;
    int folded = 0;
    const int code = sqlite3_wal_checkpoint_v2(connection, "main", mode, &length, &folded);
    const int kind = code & 0xFF;
    if (kind != SQLITE_OK && kind != SQLITE_BUSY && kind != SQLITE_LOCKED) {
        mayBeLost = mayBeLost || kind == SQLITE_IOERR; // the others come before any sync
        return std::unexpected(sqliteError(connection, path));
    }
    if (folded < 0) {
        return LogFold{.isBusy = true, .isOthers = true};
    }
    // A system tells of a write that failed later once, to the first who asks: a log that is begun anew after
    // a sync that failed would be all that there was of those pages.
    if (const int synced = syncStore(connection); synced != SQLITE_OK) {
        mayBeLost = true;
        return std::unexpected(sqliteError(synced, "the store could not be synced", path));
    }
    return LogFold{.pages = length - folded, .folded = folded, .isBusy = code != SQLITE_OK};
}

} // namespace goldpan::sql
