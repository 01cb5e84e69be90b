// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/store_place.h"

#include "core/base/files.h"
#include "core/store/sql/sql_error.h"

#include <cerrno>
#include <sqlite3.h>

#include <sys/stat.h>

namespace goldpan::sql {

Result<void> checkInPlace(Connection& connection) {
    int moved = 0;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (moved == 0) {
        return {};
    }
    // SQLite says the same of a file that it cannot look at: that one may be in its place.
    struct stat there {};
    if (::stat(connection.path().c_str(), &there) != 0 && errno != ENOENT && errno != ENOTDIR) {
        return std::unexpected(fileError(errno, "reading", connection.path()));
    }
    return std::unexpected(sqliteError(SQLITE_READONLY_DBMOVED, {}, connection.path()));
}

} // namespace goldpan::sql
