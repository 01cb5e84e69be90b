// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/sql_user_keys.h"

#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

#include <sqlite3.h>

namespace goldpan::sql {

Result<std::optional<store::UserKeyMark>> SqlUserKeys::current() {
    Statement newest(m_connection, "SELECT mark, set_us, operator FROM user_key ORDER BY id DESC LIMIT 1");
    const auto found = newest.next();
    if (!found) {
        return std::unexpected(found.error());
    }
    if (!*found) {
        return std::nullopt;
    }
    return store::UserKeyMark{newest.text(0), Timestamp{newest.integer(1)}, newest.text(2)};
}

Result<void> SqlUserKeys::set(const store::UserKeyMark& mark) {
    const auto insert = [&] {
        return Statement(m_connection, "INSERT INTO user_key(mark, set_us, operator) VALUES(?t, ?, ?t)")
            .bind(mark.mark)
            .bind(mark.setAt)
            .bind(mark.operatorName)
            .run();
    };
    if (sqlite3_get_autocommit(m_connection.handle()) == 0) {
        return insert();
    }
    auto transaction = Transaction::begin(m_connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto done = insert();
    return done ? transaction->commit() : done;
}

Result<bool> SqlUserKeys::hasUsers() {
    Statement any(m_connection, "SELECT EXISTS(SELECT 1 FROM entry WHERE user_id_hash IS NOT NULL)"
                                " OR EXISTS(SELECT 1 FROM held_row WHERE user_id_hash IS NOT NULL)");
    const auto found = any.number();
    if (!found) {
        return std::unexpected(found.error());
    }
    return found->value_or(0) != 0;
}

} // namespace goldpan::sql
