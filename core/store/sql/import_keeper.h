// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ImportKeeper: the rule of one import over its rows, and the account of what it kept and left out. Owned by
// the import session; same thread.
#pragma once

#include "core/domain/policy.h"
#include "core/sampling/sampling_decision.h"
#include "core/store/entry_reader.h"
#include "core/store/importer.h"
#include "core/store/sampling_stats.h"
#include "core/store/sql/held_rows.h"
#include "core/store/sql/native_statement.h"
#include "core/store/sql/short_writes.h"

#include <cstdint>
#include <optional>
#include <string>

namespace goldpan::sql {

class ImportKeeper {
public:
    ImportKeeper(Connection& connection, std::string_view source, const store::Keeping& keeping);

    /// Rate and ring of `policy` count for the whole import, so that its rows have one weight.
    [[nodiscard]] Result<void> open(const Policy& policy);
    /// Whether any row was left out before, also by another program; in each transaction.
    [[nodiscard]] Result<void> load();

    [[nodiscard]] sampling::SamplingDecision decide(const store::ImportRow& row, std::uint32_t flags,
                                                    bool inWindow) const;
    /// A new row that decide() keeps: what was left out before is in the store now.
    [[nodiscard]] Result<void> keep(const store::ImportRow& row, const sampling::SamplingDecision& decision);
    /// A new row that decide() does not keep.
    [[nodiscard]] Result<bool> leaveOut(const store::ImportRow& row, std::int64_t model);
    /// A row that is stored already: it takes the smaller weight, that of the higher rate at which it was
    /// met.
    [[nodiscard]] Result<void> meet(const store::EntryRecord& there,
                                    const sampling::SamplingDecision& decision);

    /// Whether meet() would write: the row takes this weight.
    [[nodiscard]] std::optional<double> smallerWeight(double stored,
                                                      const sampling::SamplingDecision& decision) const;
    /// Whether rows that are there already leave no trace in the account of this import.
    [[nodiscard]] bool countsNothing() const { return isAll(); }

    /// Before each commit: some of what the ring need not hold any more goes.
    [[nodiscard]] Result<void> pruneRing();
    /// Into the open transaction.
    [[nodiscard]] Result<void> writeTally();
    /// After the last row, in transactions of its own: the rest of the ring goes, and rows that the hours of
    /// a reservoir held already weigh what the others do.
    [[nodiscard]] Result<void> finish(const Between& between);

private:
    [[nodiscard]] bool isAll() const { return m_keeping.rule.kind == sampling::KeepRule::Kind::all; }
    [[nodiscard]] Result<void> loadTally();
    void count(sampling::SamplingReason reason);
    void see(std::optional<Timestamp> ts);

    Connection& m_connection;
    std::string m_source;
    store::Keeping m_keeping;
    store::SamplingTally m_tally;
    bool m_anyOut = false;
    Policy m_policy;
    HeldRows m_held;
    std::optional<Timestamp> m_newest;
    std::optional<Timestamp> m_prunedAt; ///< the newest time when nothing was left to prune
    std::optional<NativeStatement> m_insert;
    std::optional<NativeStatement> m_remove;
};

} // namespace goldpan::sql
