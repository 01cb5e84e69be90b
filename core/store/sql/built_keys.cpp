// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/built_keys.h"

#include "core/store/sql/native_statement.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"

#include <cstdint>

namespace goldpan::sql {
namespace {

Result<void> writeInOrder(Connection& connection, const KeyTable& keys) {
    auto insert = NativeStatement::prepare(connection, "INSERT INTO row_key(key_hash, entry) VALUES(?1, ?2)");
    if (!insert) {
        return std::unexpected(insert.error());
    }
    Result<void> written;
    keys.eachInOrder([&](std::int64_t hash, RowId row) {
        insert->bind(1, hash);
        insert->bind(2, row.value);
        written = insert->run();
        return written.has_value();
    });
    return written;
}

} // namespace

Result<void> writeBuiltKeys(Connection& connection, const KeyTable* keys) {
    // Rows of a store that is being built are numbered from 1 on, and none is taken out.
    const auto rows = Statement(connection, "SELECT ifnull(max(id), 0) FROM entry").number();
    if (!rows) {
        return std::unexpected(rows.error());
    }
    if (keys == nullptr || keys->count() != static_cast<std::uint64_t>(rows->value_or(0))) {
        return connection.execute("INSERT INTO row_key SELECT key_hash, id FROM entry ORDER BY key_hash, id");
    }
    auto transaction = Transaction::begin(connection);
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    auto written = writeInOrder(connection, *keys);
    return written ? transaction->commit() : written;
}

} // namespace goldpan::sql
