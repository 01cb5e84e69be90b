// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/transaction.h"

#include <utility>

namespace goldpan::sql {

Result<Transaction> Transaction::begin(Connection& connection) {
    if (auto begun = connection.execute("BEGIN IMMEDIATE"); !begun) {
        return std::unexpected(begun.error());
    }
    return Transaction(connection);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)) {}

Transaction::~Transaction() {
    if (m_connection != nullptr) {
        // It fails where SQLite has already rolled back by itself (disk full); both leave the old state.
        (void)m_connection->execute("ROLLBACK");
    }
}

Result<void> Transaction::commit() {
    if (auto done = m_connection->execute("COMMIT"); !done) {
        return done;
    }
    m_connection = nullptr;
    return {};
}

} // namespace goldpan::sql
