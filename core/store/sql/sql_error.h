// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite says, as one of our errors. Pure functions.
#pragma once

#include "core/base/result.h"

#include <string>

struct sqlite3;
class QSqlError;

namespace goldpan::sql {

/// `code` is a (possibly extended) SQLite result code; `doing` says what was tried ("writing the act").
[[nodiscard]] Error sqliteError(int code, const std::string& detail, const std::string& path);
[[nodiscard]] Error sqliteError(sqlite3* handle, const std::string& path);
[[nodiscard]] Error qtSqlError(const QSqlError& error, const std::string& path);

} // namespace goldpan::sql
