// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RetagAct: tags that a log brought for rows that were there, one act for a whole import. Owned by its import
// session.
#pragma once

#include "core/domain/act.h"
#include "core/store/entry_reader.h"
#include "core/store/sql/entry_insert.h"
#include "core/store/sql/row_rewriter.h"
#include "core/store/sql/sql_journal.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::sql {

class RetagAct {
public:
    RetagAct(Connection& connection, EntryInsert& insert, RowRewriter& today, std::string_view operatorName);

    /// What `tags` has and the row lacks, but for tags that somebody took off. A tag that was stored before
    /// the rules of today, which rewrite it, is the tag that they make of it. Reads alone.
    [[nodiscard]] Result<std::vector<std::string>> missing(const store::EntryRecord& there,
                                                           const std::vector<std::string>& tags);
    /// Adds what is missing(); true where there was any.
    [[nodiscard]] Result<bool> add(const store::EntryRecord& there, const std::vector<std::string>& tags);
    [[nodiscard]] bool isOpen() const { return static_cast<bool>(m_act); }
    /// Ends the act in the journal, inside the caller's transaction. Only where it is open.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<bool> isOneOf(const std::vector<std::string>& stored, std::string_view tag);
    [[nodiscard]] Result<bool> wasTakenOff(RowId row, std::string_view tag);
    [[nodiscard]] Result<void> begin();

    Connection& m_connection;
    EntryInsert& m_insert;
    RowRewriter& m_today;
    SqlJournal m_journal;
    std::string m_operator;
    ActId m_act; ///< begun with the first tag
    std::int64_t m_rows = 0;
};

} // namespace goldpan::sql
