// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowKeys: rows by the hash of their request id. The key of a new row goes to a table where those of some
// thousand neighbouring rows, a run, stand together, so that a short transaction writes few of its pages;
// from time to time full runs are moved in the order of their keys to the large table. Owned by one import
// session; same thread.
#pragma once

#include "core/base/ids.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/key_filter.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/short_writes.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goldpan::sql {

/// Ids of the rows with that hash, as a subquery; `hash` stands in it twice. Not unique: two ids may share 64
/// bits of SHA-256, so the id itself is to be compared.
[[nodiscard]] std::string rowsOfKey(const std::string& hash, const std::string& secondHash);

/// Before every row of a log is looked for by rowsOfKey(): new keys go to where one look finds them, but for
/// few of them. While no import session is open on the connection.
[[nodiscard]] Result<void> settleForMany(Connection& connection);

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
    static constexpr std::int64_t kMostRuns = 128; ///< each is a look more for who has no filter
    static constexpr std::int64_t kFewRuns = 8;   ///< so that moving them costs less than their rows did
    /// Between transactions, where new keys are in more than so many runs: moves them, in transactions of its
    /// own, and calls `between` after each.
    [[nodiscard]] Result<void> settle(std::int64_t runs, const Between& between);

private:
    using Key = std::pair<std::int64_t, std::int64_t>; ///< the hash, as SQLite has it, and the row

    /// Reads all keys, as of one moment, without the lock.
    [[nodiscard]] Result<void> makeFilter();
    [[nodiscard]] Result<std::optional<RowId>> findIn(NativeStatement& table, std::uint64_t hash,
                                                      std::string_view requestId);

    /// As they are now, also by what others have moved.
    [[nodiscard]] Result<void> countRuns();
    [[nodiscard]] Result<void> moveRuns(const Between& between);
    /// Keys of runs before `end`, sorted. No row comes into one of these any more.
    [[nodiscard]] Result<std::vector<Key>> keysBefore(std::int64_t end);
    [[nodiscard]] Result<void> writeInOrder(const std::vector<Key>& keys, std::size_t pages,
                                            const Between& between);
    [[nodiscard]] Result<void> dropRuns(std::int64_t end, const Between& between);
    /// That have new keys; about, as others may add and move too.
    [[nodiscard]] std::int64_t runs() const { return m_lastRun + 1 - m_firstRun; }

    Connection& m_connection;
    std::optional<NativeStatement> m_findNew;
    std::optional<NativeStatement> m_find;
    std::optional<NativeStatement> m_add;
    std::int64_t m_firstRun = 0;
    std::int64_t m_lastRun = -1;
    std::optional<KeyFilter> m_filter;
    std::optional<NativeStatement> m_newRows;
    std::int64_t m_seen = 0;   ///< the newest row whose key the filter has
    std::int64_t m_missed = 0; ///< looks in vain into a table or run, without a filter
};

} // namespace goldpan::sql
