// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlJournal: acts and their changes, appended and read inside a write transaction. Owned by
// SqlWriteTransaction.
#pragma once

#include "core/domain/act.h"
#include "core/store/sql/kept_statement.h"
#include "core/store/write_gate.h"

#include <optional>
#include <span>
#include <vector>

namespace goldpan::sql {

class SqlJournal {
public:
    explicit SqlJournal(Connection& connection);

    [[nodiscard]] Result<ActId> begin(const Act& act);
    [[nodiscard]] Result<void> add(ActId act, const Change& change);
    [[nodiscard]] Result<void> add(ActId act, const store::SharedChange& change);
    [[nodiscard]] Result<void> finish(ActId act, std::int64_t changed, std::int64_t skipped);
    [[nodiscard]] Result<Act> act(ActId act);
    [[nodiscard]] Result<std::optional<Act>> newestUndoable(std::string_view operatorName);
    [[nodiscard]] Result<std::optional<Act>> newestRedoable(std::string_view operatorName);
    [[nodiscard]] Result<std::vector<Change>> changes(ActId act, std::int64_t offset, std::int64_t limit);
    [[nodiscard]] Result<std::optional<Act>> laterActOn(const Change& change, ActId after);
    [[nodiscard]] Result<bool> isSharedWithOthers(const store::SharedChange& change, ActId act);
    [[nodiscard]] Result<std::optional<Change>> lastReversalOf(const Change& change, ActId act);
    [[nodiscard]] Result<std::int64_t> end();
    [[nodiscard]] Result<bool> wasChangedSince(RowId row, std::span<const Aspect> aspects,
                                               std::string_view name, std::int64_t place);

private:
    Connection& m_connection;
    /// Where the last page of changes ended: the next page goes on from there, so that walking a long act
    /// stays linear.
    struct Cursor {
        ActId act;
        std::int64_t offset = 0;
        std::int64_t lastId = 0;
    };
    Cursor m_cursor;
    // What an act over a million rows, or its undo, runs for each of them.
    KeptStatement m_add;
    KeptStatement m_addAll;
    KeptStatement m_addRun;
    KeptStatement m_changes;
    KeptStatement m_others;
    KeptStatement m_othersOfRun;
    KeptStatement m_later;
    KeptStatement m_changedSince;
};

} // namespace goldpan::sql
