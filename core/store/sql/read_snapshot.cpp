// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/read_snapshot.h"

#include "core/store/sql/statement.h"

#include <sqlite3.h>
#include <utility>

namespace goldpan::sql {

Result<ReadSnapshot> ReadSnapshot::begin(Connection& connection) {
    if (auto begun = connection.execute("BEGIN"); !begun) {
        connection.rollBack(); // an interrupt may have come after it
        return std::unexpected(begun.error());
    }
    ReadSnapshot snapshot(connection);
    // BEGIN alone reads nothing yet: the moment is that of the first read.
    if (auto read = Statement(connection, "SELECT 1 FROM sqlite_master LIMIT 1").number(); !read) {
        return std::unexpected(read.error());
    }
    return snapshot;
}

Result<std::optional<ReadSnapshot>> ReadSnapshot::beginUnlessInside(Connection& connection) {
    std::optional<ReadSnapshot> snapshot;
    if (sqlite3_get_autocommit(connection.handle()) == 0) {
        return snapshot;
    }
    auto begun = begin(connection);
    if (!begun) {
        return std::unexpected(begun.error());
    }
    snapshot.emplace(std::move(*begun));
    return snapshot;
}

ReadSnapshot::ReadSnapshot(ReadSnapshot&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)) {}

ReadSnapshot::~ReadSnapshot() {
    if (m_connection != nullptr) {
        m_connection->rollBack(); // it has written nothing
    }
}

} // namespace goldpan::sql
