// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/store_place.h"

#include "core/store/sql/sql_error.h"

#include <sqlite3.h>

namespace goldpan::sql {

Result<void> checkInPlace(Connection& connection) {
    int moved = 0;
    sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (moved != 0) {
        return std::unexpected(sqliteError(SQLITE_READONLY_DBMOVED, {}, connection.path()));
    }
    return {};
}

} // namespace goldpan::sql
