// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SqlWrites: WriteGate over SQLite, and the transaction it hands out. Owned by SqlStore; same thread.
#pragma once

#include "core/store/sql/recall.h"
#include "core/store/sql/sql_journal.h"
#include "core/store/sql/tag_writes.h"
#include "core/store/write_gate.h"

namespace goldpan::sql {

class SqlWrites final : public store::WriteGate, private store::WriteTransaction {
public:
    explicit SqlWrites(Connection& connection);

    Result<void> transact(const std::function<Result<void>(store::WriteTransaction&)>& work) override;
    Result<void> transactPart(const std::function<Result<void>(store::WriteTransaction&)>& work) override;
    Result<void> syncParts() override;
    void letOthersIn() override;

private:
    Result<store::RowStatus> status(RowId row, std::string_view operatorName) override;
    Result<bool> hasTag(RowId row, std::string_view tag) override { return m_tagWrites.has(row, tag); }
    Result<void> setDecision(RowId row, ReviewState state,
                             const std::optional<Correction>& correction) override;
    Result<bool> addTag(RowId row, std::string_view tag) override { return m_tagWrites.add(row, tag); }
    Result<bool> removeTag(RowId row, std::string_view tag) override { return m_tagWrites.remove(row, tag); }
    Result<std::vector<RowId>> setTags(std::span<const RowId> rows, std::string_view tag, bool add) override {
        return m_tagWrites.set(rows, tag, add);
    }
    Result<void> setDraft(RowId row, std::string_view operatorName, const std::optional<std::string>& text,
                          Timestamp at) override;

    Result<bool> setSuggestion(RowId row, std::string_view text) override;

    Result<ActId> beginAct(const Act& act) override { return m_journal.begin(act); }
    Result<void> addChange(ActId act, const Change& change) override { return m_journal.add(act, change); }
    Result<void> addChanges(ActId act, const store::SharedChange& change) override {
        return m_journal.add(act, change);
    }
    Result<void> finishAct(ActId act, std::int64_t changed, std::int64_t skipped) override {
        return m_journal.finish(act, changed, skipped);
    }
    Result<Act> act(ActId act) override { return m_journal.act(act); }
    Result<std::optional<Act>> newestUndoable(std::string_view who) override {
        return m_journal.newestUndoable(who);
    }
    Result<std::optional<Act>> newestRedoable(std::string_view who) override {
        return m_journal.newestRedoable(who);
    }
    Result<std::vector<Change>> changes(ActId act, std::int64_t offset, std::int64_t limit) override {
        return m_journal.changes(act, offset, limit);
    }
    Result<std::optional<Act>> laterActOn(const Change& change, ActId after) override {
        return m_journal.laterActOn(change, after);
    }
    Result<bool> isSharedWithOthers(const store::SharedChange& change, ActId act) override {
        return m_journal.isSharedWithOthers(change, act);
    }
    Result<std::optional<Change>> lastReversalOf(const Change& change, ActId act) override {
        return m_journal.lastReversalOf(change, act);
    }
    Result<std::int64_t> journalEnd() override { return m_journal.end(); }
    Result<bool> wasChangedSince(RowId row, std::span<const Aspect> aspects, std::string_view name,
                                 std::int64_t place) override {
        return m_journal.wasChangedSince(row, aspects, name, place);
    }

    Result<store::RecordedDrift> recordDrift(const DriftEvent& event) override;
    Result<void> setDriftTagged(std::int64_t driftId, std::int64_t tagged) override;
    Result<store::FeedbackOutcome> recordFeedback(const FeedbackEvent& event, RowId& row) override;
    Result<void> recall(std::uint64_t keyHash) override;
    Result<void> standAlone(RowId row) override { return m_recall.standAlone(row); }
    Result<void> standAlone(std::span<const RowId> rows) override { return m_recall.standAlone(rows); }
    Result<void> quarantine(std::string_view source, std::int64_t line, std::string_view reason) override;
    Result<BatchId> beginBatch(const store::RecordedBatch& batch, Timestamp at) override;
    Result<void> addBatchRows(BatchId batch, std::span<const RowId> rows) override;
    Result<void> publishBatch(BatchId batch) override;

    /// Whether the last word on the row's feedback tag is an undo of the run that gave it.
    [[nodiscard]] Result<bool> wasFeedbackUndone(RowId row);

    Connection& m_connection;
    SqlJournal m_journal;
    Recall m_recall;
    TagWrites m_tagWrites;
};

} // namespace goldpan::sql
