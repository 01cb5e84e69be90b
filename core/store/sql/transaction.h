// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Transaction: BEGIN IMMEDIATE until commit(); rolled back when it goes without one. Lives on the stack.
#pragma once

#include "core/base/result.h"
#include "core/store/sql/connection.h"

#include <optional>

namespace goldpan::sql {

class Transaction {
public:
    /// IMMEDIATE: a deferred transaction that reads first and writes later fails at once when another program
    /// wrote in between, whatever the busy limit.
    [[nodiscard]] static Result<Transaction> begin(Connection& connection);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Connection& connection)
        : m_connection(&connection) {}
    Connection* m_connection;
};

} // namespace goldpan::sql
