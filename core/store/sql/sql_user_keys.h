// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlUserKeys: UserKeys over SQLite. Owned by SqlStore; same thread.
#pragma once

#include "core/store/sql/connection.h"
#include "core/store/user_keys.h"

namespace goldpan::sql {

class SqlUserKeys final : public store::UserKeys {
public:
    explicit SqlUserKeys(Connection& connection)
        : m_connection(connection) {}

    Result<std::optional<store::UserKeyMark>> current() override;
    Result<void> set(const store::UserKeyMark& mark) override;
    Result<bool> hasUsers() override;

private:
    Connection& m_connection;
};

} // namespace goldpan::sql
