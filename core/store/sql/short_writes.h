// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ShortWrites: a long row of writes in transactions of a few milliseconds, between which others write.
// How much goes into one is measured, not guessed. Lives on the stack of the work.
#pragma once

#include "core/store/sql/connection.h"
#include "core/store/sql/transaction.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <utility>

namespace goldpan::sql {

/// What is done after each of several transactions, outside of them; its error ends them.
using Between = std::function<Result<void>()>;

class ShortWrites {
public:
    /// `rest`: after each transaction, beside what is left to those who wait.
    explicit ShortWrites(Connection& connection, Between between = {}, std::chrono::milliseconds rest = {})
        : m_connection(connection)
        , m_rest(rest)
        , m_between(std::move(between)) {}

    /// Before each write; true where a transaction was begun for it.
    [[nodiscard]] Result<bool> begin();
    /// After each write, of about so many bytes; commits where it is enough, and lets others in.
    [[nodiscard]] Result<void> wrote(std::size_t bytes);
    /// Commits what is open.
    [[nodiscard]] Result<void> commit();
    [[nodiscard]] std::chrono::microseconds longestLock() const { return m_longestLock; }

private:
    using Steady = std::chrono::steady_clock;

    Connection& m_connection;
    std::chrono::milliseconds m_rest;
    Between m_between;
    std::optional<Transaction> m_transaction;
    Steady::time_point m_began;
    std::size_t m_bytes = 0;
    std::size_t m_limit = std::size_t{256} * 1024;
    std::chrono::microseconds m_longestLock{};
};

} // namespace goldpan::sql
