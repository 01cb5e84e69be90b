// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_error.h"

#include <QSqlError>
#include <sqlite3.h>

namespace goldpan::sql {

Error sqliteError(int code, const std::string& detail, const std::string& path) {
    if (code == SQLITE_READONLY_DBMOVED) {
        return {ErrorCode::notFound,
                "the file of the open store was deleted, moved or replaced; what is written now would be "
                "lost, so nothing is until that file is back",
                path};
    }
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::busy, "another program is writing to the store; nothing was lost, try again",
                path};
    case SQLITE_FULL:
        return {ErrorCode::diskFull, "no space left for the store; free some space and try again", path};
    case SQLITE_READONLY:
        return {ErrorCode::unwritable,
                "the store cannot be written; check the permissions of the file and its folder", path};
    case SQLITE_NOTADB:
        return {ErrorCode::notAStore, "the file is no Goldpan store", path};
    case SQLITE_CORRUPT:
        return {ErrorCode::corrupt,
                "the store is damaged (" + detail + "); restore a backup, or see goldpan-cli check", path};
    case SQLITE_INTERRUPT:
        return {ErrorCode::cancelled, "stopped on request", path};
    case SQLITE_CANTOPEN:
        return {ErrorCode::unreadable,
                "the store cannot be opened; check the permissions of the file and its folder", path};
    case SQLITE_IOERR:
        // A WAL store on a full disk answers with a plain I/O error for its shared-memory file.
        if (code == SQLITE_IOERR_SHMSIZE || code == SQLITE_IOERR_WRITE) {
            return {ErrorCode::diskFull, "the store could not be written (disk full, or the device failed)",
                    path};
        }
        return {ErrorCode::unreadable, "reading or writing the store failed (" + detail + ")", path};
    default:
        return {ErrorCode::internal, "the store answered: " + detail, path};
    }
}

Error sqliteError(sqlite3* handle, const std::string& path) {
    return sqliteError(sqlite3_extended_errcode(handle), sqlite3_errmsg(handle), path);
}

Error qtSqlError(const QSqlError& error, const std::string& path) {
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    return sqliteError(isNumber ? code : SQLITE_ERROR, error.databaseText().toStdString(), path);
}

} // namespace goldpan::sql
