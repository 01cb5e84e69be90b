// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// WriteGate: one short write transaction at a time, with everything an act may touch. Owned by its Store;
// same thread.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/domain/act.h"
#include "core/domain/correction.h"
#include "core/domain/drift_event.h"
#include "core/domain/feedback_event.h"
#include "core/domain/review_state.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::store {

/// What a decision needs to know of a row before it changes it.
struct RowStatus {
    RowId id;
    ReviewState state = ReviewState::unreviewed;
    std::optional<Correction> correction;
    std::optional<std::string> draft; ///< of the asking operator
};

/// One change that many rows have in common; `what.row` names none.
struct SharedChange {
    std::vector<RowId> rows;
    Change what;
};

struct RecordedDrift {
    std::int64_t id = 0;    ///< key of the event in the store; that of the same time, width and model
    bool hasRun = false;    ///< the journal has a run of it that is not undone
    bool wasUndone = false; ///< recorded before, and counted no more
};

enum class FeedbackOutcome {
    fresh,     ///< recorded; its row is there
    again,     ///< recorded before and undone; its row is there
    waiting,   ///< recorded; applied when its row is imported
    duplicate, ///< recorded before
};

struct RecordedBatch {
    std::string format;
    std::string path; ///< as the operator named it, made absolute
    std::int64_t rows = 0;
    std::string sha256;
    std::string specText;       ///< the spec as JSON, for "export again"
    std::string manifestSha256; ///< of the whole file, hex
};

/// Everything inside one BEGIN IMMEDIATE ... COMMIT. Plain writes without rules: the rules are core/review's.
class WriteTransaction {
public:
    virtual ~WriteTransaction() = default;

    /// notFound where there is no such row.
    [[nodiscard]] virtual Result<RowStatus> status(RowId row, std::string_view operatorName) = 0;
    [[nodiscard]] virtual Result<bool> hasTag(RowId row, std::string_view tag) = 0;

    /// Sets the state; the correction is written, or removed where there is none. Keeps the pii flag in step.
    [[nodiscard]] virtual Result<void> setDecision(RowId row, ReviewState state,
                                                   const std::optional<Correction>& correction) = 0;
    /// True where the row had not (had) the tag. Keeps the flag bits in step.
    [[nodiscard]] virtual Result<bool> addTag(RowId row, std::string_view tag) = 0;
    [[nodiscard]] virtual Result<bool> removeTag(RowId row, std::string_view tag) = 0;
    /// addTag() or removeTag() of many rows in one go; answers those that had it not (had it).
    [[nodiscard]] virtual Result<std::vector<RowId>> setTags(std::span<const RowId> rows,
                                                             std::string_view tag, bool add) = 0;
    /// none removes the draft.
    [[nodiscard]] virtual Result<void> setDraft(RowId row, std::string_view operatorName,
                                                const std::optional<std::string>& text, Timestamp at) = 0;

    /// True where the row had none, or another.
    [[nodiscard]] virtual Result<bool> setSuggestion(RowId row, std::string_view text) = 0;

    // The journal. An act that runs in chunks is begun in the first and finished in the last.
    [[nodiscard]] virtual Result<ActId> beginAct(const Act& act) = 0;
    [[nodiscard]] virtual Result<void> addChange(ActId act, const Change& change) = 0;
    /// addChange() for each row, in this order.
    [[nodiscard]] virtual Result<void> addChanges(ActId act, const SharedChange& change) = 0;
    [[nodiscard]] virtual Result<void> finishAct(ActId act, std::int64_t changed, std::int64_t skipped) = 0;
    /// The act with its `undone` derived; notFound where there is none.
    [[nodiscard]] virtual Result<Act> act(ActId act) = 0;
    /// This operator's newest plain-undoable act that is not undone.
    [[nodiscard]] virtual Result<std::optional<Act>> newestUndoable(std::string_view operatorName) = 0;
    /// The act that this operator's newest undo took back, unless a newer act of theirs cleared redo;
    /// `act.id` is the act to do again.
    [[nodiscard]] virtual Result<std::optional<Act>> newestRedoable(std::string_view operatorName) = 0;
    /// The changes of an act by position, in the order they were added; for walking a long act in chunks.
    [[nodiscard]] virtual Result<std::vector<Change>> changes(ActId act, std::int64_t offset,
                                                              std::int64_t limit) = 0;
    /// The newest act, itself not undone and no undo or redo, that changed the same row, aspect and name
    /// after the act `after` did.
    [[nodiscard]] virtual Result<std::optional<Act>> laterActOn(const Change& change, ActId after) = 0;
    /// Whether another act than `act`, itself not undone and no undo or redo, changed this aspect and name of
    /// one of the rows since `act` began. Where none did there is no laterActOn().
    [[nodiscard]] virtual Result<bool> isSharedWithOthers(const SharedChange& change, ActId act) = 0;
    /// What the newest finished undo or redo of the act made of the same row, aspect and name.
    [[nodiscard]] virtual Result<std::optional<Change>> lastReversalOf(const Change& change, ActId act) = 0;

    /// A place in the journal: what is changed from now on comes after it.
    [[nodiscard]] virtual Result<std::int64_t> journalEnd() = 0;
    /// Whether any act changed one of `aspects` of the row after that place; of tags the one of this name.
    [[nodiscard]] virtual Result<bool> wasChangedSince(RowId row, std::span<const Aspect> aspects,
                                                       std::string_view name, std::int64_t place) = 0;

    // Events.
    /// One that was undone begins anew; it counts again as soon as an act names it.
    [[nodiscard]] virtual Result<RecordedDrift> recordDrift(const DriftEvent& event) = 0;
    [[nodiscard]] virtual Result<void> setDriftTagged(std::int64_t driftId, std::int64_t tagged) = 0;
    /// `row` is filled where the outcome is fresh. A row that was sampled out and is spoken ill of is brought
    /// in where it is still held; where it has gone it is counted as lost to sampling, and waited for.
    [[nodiscard]] virtual Result<FeedbackOutcome> recordFeedback(const FeedbackEvent& event, RowId& row) = 0;
    /// Of a row that was sampled out and stands in a drift window: brings it in, not tagged yet, where it is
    /// still held, else counts it as lost to sampling.
    [[nodiscard]] virtual Result<void> recall(std::uint64_t keyHash) = 0;
    /// Of a row that an event tagged late: while rows of its time can be brought in, it does not stand for
    /// them any more; later it goes on standing for those that are lost.
    [[nodiscard]] virtual Result<void> standAlone(RowId row) = 0;
    [[nodiscard]] virtual Result<void> standAlone(std::span<const RowId> rows) = 0;
    /// Quarantine of a bad line in an event file; doubled (source, line) is replaced.
    [[nodiscard]] virtual Result<void> quarantine(std::string_view source, std::int64_t line,
                                                  std::string_view reason) = 0;

    /// A batch is begun, filled in chunks and published when its files are there; until then nobody sees it.
    [[nodiscard]] virtual Result<BatchId> beginBatch(const RecordedBatch& batch, Timestamp at) = 0;
    [[nodiscard]] virtual Result<void> addBatchRows(BatchId batch, std::span<const RowId> rows) = 0;
    [[nodiscard]] virtual Result<void> publishBatch(BatchId batch) = 0;
};

class WriteGate {
public:
    virtual ~WriteGate() = default;

    /// Runs `work` in one IMMEDIATE transaction, durable when this returns a value; rolled back whole on any
    /// error. `busy` after 5 s of another writer. The work must be short: the lock is held at most 50 ms, so
    /// long work comes back in chunks.
    [[nodiscard]] virtual Result<void>
    transact(const std::function<Result<void>(WriteTransaction&)>& work) = 0;
    /// The same for one of many transactions that give many rows a key that is there: quicker, but a power
    /// cut may take it back until the next transact() or syncParts(), which make all before them durable.
    [[nodiscard]] virtual Result<void>
    transactPart(const std::function<Result<void>(WriteTransaction&)>& work) {
        return transact(work);
    }
    /// For work that ends with a part, as it was stopped.
    [[nodiscard]] virtual Result<void> syncParts() { return {}; }
    /// Between two of many transactions: returns at once where nobody waits for the lock, else when they had
    /// time to get it. Who waits polls for it, and without a gap would hardly ever find it free.
    virtual void letOthersIn() {}
};

} // namespace goldpan::store
