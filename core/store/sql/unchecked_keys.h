// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// UncheckedKeys: SQLite looks no foreign key up, for statements that give many rows one key that is known to
// be there. It would look it up once a row, and keep a journal of each statement beside that of the
// transaction: a third of the time. Lives on the stack of the work, outside its transaction.
#pragma once

#include "core/store/sql/connection.h"

namespace goldpan::sql {

class UncheckedKeys {
public:
    explicit UncheckedKeys(Connection& connection)
        : m_connection(connection) {
        (void)m_connection.execute("PRAGMA foreign_keys=OFF");
    }
    ~UncheckedKeys() { (void)m_connection.execute("PRAGMA foreign_keys=ON"); }
    UncheckedKeys(const UncheckedKeys&) = delete;
    UncheckedKeys& operator=(const UncheckedKeys&) = delete;

private:
    Connection& m_connection;
};

} // namespace goldpan::sql
