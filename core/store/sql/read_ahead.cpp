// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/read_ahead.h"

#include "core/store/sql/statement.h"
#include "core/store/sql/table_leaves.h"

#include <cstdint>
#include <fcntl.h>
#include <stop_token>

namespace goldpan::sql {

Result<void> ReadAhead::begin(Connection& connection, std::string_view table) {
    Statement root(connection, "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?t");
    const auto page = root.bind(table).number();
    if (!page) {
        return std::unexpected(page.error());
    }
    if (*page) {
        m_file.begin([first = **page](int fd, const std::stop_token& stop) {
            eachLeafOf(fd, first, [&](std::int64_t offset, std::int64_t bytes) {
                (void)::posix_fadvise(fd, offset, bytes, POSIX_FADV_WILLNEED);
                return !stop.stop_requested();
            });
        });
    }
    return {};
}

} // namespace goldpan::sql
