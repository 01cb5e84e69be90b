// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/transaction.h"

#include "core/store/sql/store_place.h"

#include <utility>

namespace goldpan::sql {

Result<Transaction> Transaction::begin(Connection& connection) {
    connection.busyWait().beginWrite();
    auto begun = connection.execute("BEGIN IMMEDIATE");
    connection.busyWait().endWrite();
    if (!begun) {
        connection.rollBack(); // an interrupt may have come after the lock
        return std::unexpected(begun.error());
    }
    Transaction self(connection);
    if (auto there = checkInPlace(connection); !there) {
        return std::unexpected(there.error());
    }
    return self;
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)) {}

Transaction::~Transaction() {
    if (m_connection != nullptr) {
        m_connection->rollBack();
    }
}

Result<void> Transaction::commit() {
    if (auto done = m_connection->execute("COMMIT"); !done) {
        return done;
    }
    // Looked at after it too: only what is in the file of that name once it is committed is durable.
    return checkInPlace(*std::exchange(m_connection, nullptr));
}

} // namespace goldpan::sql
