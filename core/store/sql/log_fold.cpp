// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/log_fold.h"

#include "core/store/sql/sql_error.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <sqlite3.h>
#include <thread>
#include <utility>

namespace goldpan::sql {
namespace {

sqlite3_file* fileOf(sqlite3* connection) {
    sqlite3_file* file = nullptr;
    const int code =
        sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
    return code == SQLITE_OK && file != nullptr && file->pMethods != nullptr ? file : nullptr;
}

/// What was folded back so far, on the disk; nobody is kept from the store meanwhile.
int syncStore(sqlite3* connection) {
    sqlite3_file* file = fileOf(connection);
    return file != nullptr ? file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) : SQLITE_IOERR_FSYNC;
}

/// After a sync that failed all of the log has to be folded back again, by whoever does it next: the system
/// takes the pages for written, and the index of the log says that they need not be copied any more. It says
/// of none now, as behind a recovery, under the two locks that guard it
/// (https://sqlite.org/walformat.html, 2.2 and 2.3: nBackfill, WAL_WRITE_LOCK, WAL_CKPT_LOCK).
void foldAllAgain(sqlite3* connection) {
    constexpr int kWriteLock = 0;
    constexpr int kLocks = 2; // the next one is that of a checkpoint
    constexpr int kIndexPage = 32 * 1024;
    constexpr std::size_t kFolded = 96 / sizeof(std::uint32_t);
    constexpr int kMostTries = 5000;
    sqlite3_file* file = fileOf(connection);
    if (file == nullptr || file->pMethods->iVersion < 2) {
        return;
    }
    const auto lock = [&](int how) {
        return file->pMethods->xShmLock(file, kWriteLock, kLocks, how | SQLITE_SHM_EXCLUSIVE);
    };
    int tries = 0;
    while (lock(SQLITE_SHM_LOCK) != SQLITE_OK) {
        if (++tries == kMostTries) {
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    volatile void* index = nullptr;
    if (file->pMethods->xShmMap(file, 0, kIndexPage, 0, &index) == SQLITE_OK && index != nullptr) {
        static_cast<volatile std::uint32_t*>(index)[kFolded] = 0;
        file->pMethods->xShmBarrier(file);
    }
    (void)lock(SQLITE_SHM_UNLOCK);
}

} // namespace

Result<LogFold> foldLog(sqlite3* connection, const std::string& path, int mode, bool& mayBeLost) {
    int length = 0;
    int folded = 0;
    const int code = sqlite3_wal_checkpoint_v2(connection, "main", mode, &length, &folded);
    const int kind = code & 0xFF;
    if (kind != SQLITE_OK && kind != SQLITE_BUSY && kind != SQLITE_LOCKED) {
        auto error = sqliteError(connection, path);
        if (kind == SQLITE_IOERR) { // the others come before any sync
            mayBeLost = true;
            foldAllAgain(connection);
        }
        return std::unexpected(std::move(error));
    }
    if (folded < 0) {
        return LogFold{.isBusy = true, .isOthers = true};
    }
    // A system tells of a write that failed later once, to the first who asks: a log that is begun anew after
    // a sync that failed would be all that there was of those pages.
    if (const int synced = syncStore(connection); synced != SQLITE_OK) {
        mayBeLost = true;
        foldAllAgain(connection);
        return std::unexpected(sqliteError(synced, "the store could not be synced", path));
    }
    return LogFold{.pages = length - folded, .folded = folded, .isBusy = code != SQLITE_OK};
}

} // namespace goldpan::sql
