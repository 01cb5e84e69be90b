// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReadSnapshot: while it lives, its connection reads the store as of one moment, whatever others write. Lives
// on the stack; not inside a Transaction.
#pragma once

#include "core/base/result.h"
#include "core/store/sql/connection.h"

#include <optional>

namespace goldpan::sql {

class ReadSnapshot {
public:
    [[nodiscard]] static Result<ReadSnapshot> begin(Connection& connection);
    /// None where the connection reads as of one moment already.
    [[nodiscard]] static Result<std::optional<ReadSnapshot>> beginUnlessInside(Connection& connection);
    ReadSnapshot(ReadSnapshot&& other) noexcept;
    ReadSnapshot& operator=(ReadSnapshot&&) = delete;
    ~ReadSnapshot();

private:
    explicit ReadSnapshot(Connection& connection)
        : m_connection(&connection) {}
    Connection* m_connection;
};

} // namespace goldpan::sql
