// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// EntryInsert: new rows and lookups of known ones, on prepared native statements. Owned by one import
// session.
#pragma once

#include "core/store/entry_reader.h"
#include "core/store/importer.h"
#include "core/store/sql/entry_by_id.h"
#include "core/store/sql/entry_stretches.h"
#include "core/store/sql/key_table.h"
#include "core/store/sql/name_ids.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/row_keys.h"
#include "core/store/sql/value_runs.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace goldpan::sql {

class EntryInsert {
public:
    /// `keys` stands for the tables of keys where the store is being built and has none yet; null otherwise.
    EntryInsert(Connection& connection, std::shared_ptr<KeyTable> keys);
    [[nodiscard]] Result<void> prepare();

    /// In each transaction before its first find(): what others have added since. Before the transaction too,
    /// as there may be much of it.
    [[nodiscard]] Result<void> catchUp() { return m_keys ? Result<void>() : m_rowKeys.catchUp(); }
    /// Before find() of the first of these: a later one is looked for faster.
    void expect(std::span<const store::ImportRow> rows) const {
        constexpr std::size_t kAhead = 4; // some microseconds each, more than memory takes
        if (m_keys && rows.size() > kAhead) {
            m_keys->expect(rows[kAhead].keyHash);
        }
    }
    /// The row that has this request id already.
    [[nodiscard]] Result<std::optional<RowId>> find(const store::ImportRow& row);
    /// Stores `row` with `tags` (sorted), `flags` and `weight`.
    [[nodiscard]] Result<RowId> insert(const store::ImportRow& row, const std::vector<std::string>& tags,
                                       std::uint32_t flags, double weight);
    [[nodiscard]] Result<std::int64_t> modelOf(const LogEntry& entry) {
        return m_models.idOf(entry.modelVersion);
    }
    [[nodiscard]] Result<void> addTag(RowId row, std::string_view tag);
    [[nodiscard]] Result<store::EntryRecord> read(RowId row);
    /// Between transactions: puts the keys of new rows where they stay, in transactions of its own, and calls
    /// `between` after each.
    [[nodiscard]] Result<void> settleKeys(const Between& between) {
        return m_keys ? Result<void>() : m_rowKeys.settle(RowKeys::kMostRuns, between);
    }
    /// After the last row, so that who looks for a row looks into few runs.
    [[nodiscard]] Result<void> settleLastKeys(const Between& between) {
        return m_keys ? Result<void>() : m_rowKeys.settle(RowKeys::kFewRuns, between);
    }
    /// After a rollback.
    void forget();

private:
    [[nodiscard]] Result<bool> hasRequestId(RowId row, std::string_view requestId);

    Connection& m_connection;
    std::shared_ptr<KeyTable> m_keys;
    RowKeys m_rowKeys;
    StretchWriter m_stretches;
    RunWriter m_runs;
    NameIds m_models;
    NameIds m_tags;
    EntryById m_byId;
    std::optional<NativeStatement> m_requestId;
    std::optional<NativeStatement> m_insertEntry;
    std::optional<NativeStatement> m_insertText;
    std::optional<NativeStatement> m_insertTag;
};

} // namespace goldpan::sql
