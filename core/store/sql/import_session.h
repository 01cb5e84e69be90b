// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlImportSession: one source into the store, in transactions short enough for others to write between them.
// Owned by the import job; same thread.
#pragma once

#include "core/domain/policy.h"
#include "core/store/importer.h"
#include "core/store/sql/entry_insert.h"
#include "core/store/sql/event_tags.h"
#include "core/store/sql/import_checkpoints.h"
#include "core/store/sql/import_keeper.h"
#include "core/store/sql/met_rows.h"
#include "core/store/sql/quick_commits.h"
#include "core/store/sql/transaction.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace goldpan::sql {

class SqlImportSession final : public store::ImportSession {
public:
    SqlImportSession(Connection& connection, std::string_view source, std::string_view operatorName,
                     const store::Keeping& keeping, std::shared_ptr<KeyTable> keys);
    [[nodiscard]] Result<void> open();

    Result<store::ImportTally> add(std::span<const store::ImportRow> rows, const store::AdmitFn& admit,
                                   const store::StoredFn& stored) override;
    Result<void> quarantine(std::span<const store::QuarantinedLine> lines) override;
    Result<void> finish() override;

private:
    [[nodiscard]] Result<void> loadPolicy();
    /// What other programs may have changed since the last transaction.
    [[nodiscard]] Result<void> reload();
    [[nodiscard]] Result<void> addOne(const store::ImportRow& row, store::ImportTally& tally);
    [[nodiscard]] Result<void> place(const store::ImportRow& row, store::ImportTally& tally);
    /// How many of the first rows are there already and change nothing. Reads as of one moment, without the
    /// lock.
    [[nodiscard]] Result<std::size_t> passKnown(std::span<const store::ImportRow> rows,
                                                const store::AdmitFn& admit, store::ImportTally& tally);
    [[nodiscard]] Result<std::size_t> addChunk(std::span<const store::ImportRow> rows,
                                               const store::AdmitFn& admit, const store::StoredFn& stored,
                                               store::ImportTally& tally);

    [[nodiscard]] Between keepLogShort() {
        return [this] { return m_checkpoints->keepShort(); };
    }

    Connection& m_connection;
    std::string m_source;
    bool m_building;
    EntryInsert m_insert;
    Policy m_policy;
    EventTags m_events;
    ImportKeeper m_keeper;
    MetRows m_met;
    std::unordered_set<std::int64_t> m_badLines;
    std::chrono::steady_clock::duration m_heldFor{}; ///< the lock, since others had time to get in
    /// Rows were passed over since the account of the sampling was last written. An import that is stopped
    /// then leaves the account that was there: it has changed nothing, and the next one writes it.
    bool m_isAccountOpen = false;
    std::optional<QuickCommits> m_quick;
    std::optional<ImportCheckpoints> m_checkpoints;
    std::optional<Transaction> m_buildTransaction; ///< of a store being built: open until finish()
    /// Told by the next call, so that what was committed before it still counts.
    std::optional<Error> m_failed;
};

} // namespace goldpan::sql
