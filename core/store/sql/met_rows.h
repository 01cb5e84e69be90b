// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MetRows: rows of a log that the store has already: whether they say the same, and what they change. Owned
// by one import session; same thread.
#pragma once

#include "core/domain/policy.h"
#include "core/store/importer.h"
#include "core/store/sql/entry_insert.h"
#include "core/store/sql/event_tags.h"
#include "core/store/sql/import_keeper.h"
#include "core/store/sql/retag_act.h"
#include "core/store/sql/row_rewriter.h"
#include "core/store/sql/stored_walk.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace goldpan::sql {

class MetRows {
public:
    /// All of them are the session's and outlive this.
    MetRows(Connection& connection, EntryInsert& insert, const EventTags& events, ImportKeeper& keeper,
            const Policy& policy, std::string_view operatorName);

    /// What the row comes to where it is there already and changes nothing; none where it has to be written.
    /// Reads alone.
    [[nodiscard]] Result<std::optional<store::ImportTally>> pass(const store::ImportRow& row);
    /// Before the snapshot ends that pass() read by.
    void endPass() { m_walk.end(); }
    /// Into the open transaction: new tags and a smaller weight.
    [[nodiscard]] Result<void> meet(const store::ImportRow& row, RowId known, store::ImportTally& tally);

    [[nodiscard]] bool hasRetagged() const { return m_retag.isOpen(); }
    /// Ends the act of new tags, inside the caller's transaction. Only where there were any.
    [[nodiscard]] Result<void> finish() { return m_retag.finish(); }

private:
    /// Whether they say the same; a row of older rules, once today's have rewritten it.
    [[nodiscard]] Result<bool> isSame(const LogEntry& stored, const LogEntry& met);
    [[nodiscard]] sampling::SamplingDecision decisionOn(const store::ImportRow& met,
                                                        std::uint32_t storedFlags) const;

    EntryInsert& m_insert;
    const EventTags& m_events;
    ImportKeeper& m_keeper;
    const Policy& m_policy;
    RowRewriter m_today;
    RetagAct m_retag;
    StoredWalk m_walk;
};

} // namespace goldpan::sql
