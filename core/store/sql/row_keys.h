// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowKeys: rows by the hash of their request id. The key of a new row goes to a small table, whose few pages
// a short transaction writes whole; from time to time its keys are moved in their order to the large one.
// Owned by one import session; same thread.
#pragma once

#include "core/base/ids.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/key_filter.h"
#include "core/store/sql/native_statement.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace goldpan::sql {

/// Ids of the rows with that hash, as a subquery; `hash` stands in it twice. Not unique: two ids may share 64
/// bits of SHA-256, so the id itself is to be compared.
[[nodiscard]] std::string rowsOfKey(const std::string& hash, const std::string& secondHash);

class RowKeys {
public:
    explicit RowKeys(Connection& connection)
        : m_connection(connection) {}
    [[nodiscard]] Result<void> prepare();

    /// In each transaction before its first find(): what others have added since. Before the transaction too,
    /// as there may be much of it.
    [[nodiscard]] Result<void> catchUp();
    /// Outside of a transaction a row that others have just added may be missed.
    [[nodiscard]] Result<std::optional<RowId>> find(std::uint64_t hash, std::string_view requestId);
    /// Into the open transaction.
    [[nodiscard]] Result<void> add(std::uint64_t hash, RowId row);
    /// Between transactions, where many are new: moves them, in transactions of its own.
    [[nodiscard]] Result<void> settle();

private:
    [[nodiscard]] Result<void> moveAll();
    /// Reads all keys, as of one moment, without the lock.
    [[nodiscard]] Result<void> makeFilter();
    [[nodiscard]] Result<std::optional<RowId>> findIn(NativeStatement& table, std::uint64_t hash,
                                                      std::string_view requestId);

    /// The lowest new keys; false where these were all.
    [[nodiscard]] Result<bool> moveSome();

    Connection& m_connection;
    std::optional<NativeStatement> m_findNew;
    std::optional<NativeStatement> m_find;
    std::optional<NativeStatement> m_add;
    std::int64_t m_new = 0; ///< about: others may add and move too
    std::optional<KeyFilter> m_filter;
    std::optional<NativeStatement> m_newRows;
    std::int64_t m_seen = 0;   ///< the newest row whose key the filter has
    std::int64_t m_missed = 0; ///< keys that were looked for in vain, without a filter
};

} // namespace goldpan::sql
