// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/wal_sync.h"

#include "core/base/files.h"

#include <filesystem>
#include <string>
#include <system_error>

namespace goldpan::sql {

Result<void> syncWal(const Connection& connection) {
    const std::string wal = connection.path() + "-wal";
    std::error_code ignored;
    return std::filesystem::exists(wal, ignored) ? syncPath(wal) : Result<void>();
}

} // namespace goldpan::sql
