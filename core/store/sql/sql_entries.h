// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlEntries: EntryReader over SQLite. Owned by SqlStore; same thread.
#pragma once

#include "core/store/entry_reader.h"
#include "core/store/sql/entry_by_id.h"

namespace goldpan::sql {

class SqlEntries final : public store::EntryReader {
public:
    explicit SqlEntries(Connection& connection)
        : m_connection(connection)
        , m_byId(connection) {}

    Result<std::optional<RowId>> find(std::string_view requestId) override;
    Result<store::EntryRecord> read(RowId row) override;
    Result<std::vector<Draft>> drafts(RowId row) override;
    Result<std::optional<std::string>> suggestion(RowId row) override;
    Result<void> contexts(RowId after, std::int64_t limit, const store::ContextSink& sink) override;
    Result<std::vector<HistoryItem>> history(std::optional<RowId> row, std::int64_t limit) override;
    Result<std::vector<Timestamp>> recentDecisions(std::string_view operatorName, Timestamp since) override;
    Result<std::int64_t> correctedSince(std::string_view operatorName, Timestamp since) override;

private:
    [[nodiscard]] Result<std::vector<Change>> changesOf(ActId act, RowId row);

    Connection& m_connection;
    EntryById m_byId;
};

} // namespace goldpan::sql
