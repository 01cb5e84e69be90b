// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/read_ahead.h"

#include "core/store/sql/statement.h"
#include "core/store/sql/table_leaves.h"

#include <cstdint>
#include <fcntl.h>
#include <stop_token>
#include <system_error>
#include <unistd.h>

namespace goldpan::sql {

ReadAhead::ReadAhead(const std::string& path)
    : m_fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

ReadAhead::~ReadAhead() {
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

Result<void> ReadAhead::begin(Connection& connection, std::string_view table) {
    Statement root(connection, "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?t");
    const auto page = root.bind(table).number();
    if (!page) {
        return std::unexpected(page.error());
    }
    if (m_fd < 0 || !*page) {
        return {};
    }
    try {
        m_thread = std::jthread([fd = m_fd, first = **page](const std::stop_token& stop) {
            eachLeafOf(fd, first, [&](std::int64_t offset, std::int64_t bytes) {
                (void)::posix_fadvise(fd, offset, bytes, POSIX_FADV_WILLNEED);
                return !stop.stop_requested();
            });
        });
    } catch (const std::system_error&) { // no thread is to be had: the rows are read as they are asked for
    }
    return {};
}

} // namespace goldpan::sql
