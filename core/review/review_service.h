// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ReviewService: what an operator decides about rows; each call one act. Holds references only; same thread
// as its store.
#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/act.h"
#include "core/domain/correction.h"
#include "core/redact/redactor.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace goldpan::store {
class Store;
}

namespace goldpan::review {

struct SameRows;

enum class Decision {
    accept,
    discard,
    defer,
    reopen,
};

/// What an act did. No act where nothing changed (the same decision twice).
struct ActOutcome {
    std::optional<ActId> act;
    std::int64_t changed = 0;   ///< rows
    std::int64_t skipped = 0;   ///< rows that were so already, and `meanwhile`
    std::int64_t meanwhile = 0; ///< rows left alone: somebody decided on them after the act had begun
};

struct UndoOutcome {
    ActOutcome outcome;
    ActKind kind = ActKind::correct; ///< of the act taken back or done again
    std::optional<RowId> row;        ///< first row it touched: where the window jumps to
};

/// One pair of a file of corrections or suggestions.
struct RowText {
    std::string requestId;
    std::optional<std::string> text; ///< none: null in the file
};

/// What came of such a file; read is the sum of the others.
struct TextsTally {
    std::int64_t read = 0;
    std::int64_t applied = 0;
    std::int64_t unchanged = 0;
    std::int64_t empty = 0;
    std::int64_t unknown = 0;
    std::vector<std::string> unknownIds;
};

struct CorrectionsImportOutcome {
    TextsTally texts;                 ///< `unchanged` counts leftIds too
    std::vector<std::string> piiIds;  ///< corrections that redaction changed: export holds them back
    std::vector<std::string> leftIds; ///< somebody decided on them after the import had begun
    std::optional<ActId> act;
};

struct DraftOutcome {
    redact::RedactionCounts redacted;  ///< PII in the words as given; what was stored is redacted
    std::optional<std::string> stored; ///< the draft now; none where the row has these words anyway
    bool replacedOther = false;        ///< words of another window, which the journal has now
};

/// What the store was known to hold as the draft when the words were begun; none: no draft.
struct DraftBasis {
    std::optional<std::string> text;
};

class ReviewService {
public:
    /// All three must outlive the service. `operatorName` is redacted and must not be empty.
    ReviewService(store::Store& store, const redact::Redactor& redactor, const Clock& clock,
                  std::string_view operatorName);

    /// Writes the gold correction (redacted; marked `pii` where that changed it) and adds `operator_review`;
    /// drops the operator's draft. Refused where `text` is empty. The same text again is no act, but clears
    /// `pii`.
    [[nodiscard]] Result<ActOutcome> correct(RowId row, std::string_view text, CorrectionSource source);

    /// What the editor holds becomes the gold correction. Words that are the row's suggestion as it stands
    /// have the source `model`, verified by this operator; any other words, those of an edited suggestion
    /// too, are the operator's.
    [[nodiscard]] Result<ActOutcome> save(RowId row, std::string_view text);

    /// The same correction for rows that were asked the same: one act in chunks over those that nobody has
    /// touched: unreviewed ones without a draft of this operator; the others are skipped.
    [[nodiscard]] Result<ActOutcome> correctUntouched(std::span<const RowId> rows, std::string_view text,
                                                      CorrectionSource source,
                                                      const ProgressFn& progress = {},
                                                      std::stop_token stop = {});

    /// The correction that `row` has, if it still is `text`, for others that were asked the same, with its
    /// source; `same` is what untouchedAmong() found for it, and what it did not look at is looked at now.
    [[nodiscard]] Result<ActOutcome> correctLike(RowId row, std::string_view text, const SameRows& same,
                                                 const ProgressFn& progress = {}, std::stop_token stop = {});

    /// One act over all rows, in chunks short enough for others to write between them; a row that somebody
    /// decides on meanwhile keeps that decision. Leaving `corrected` moves the correction to this operator's
    /// draft unless they have one there.
    [[nodiscard]] Result<ActOutcome> decide(std::span<const RowId> rows, Decision decision,
                                            const ProgressFn& progress = {}, std::stop_token stop = {});

    /// Adds or removes one tag (redacted) on all rows, one act in chunks; where somebody changes it meanwhile
    /// the row stays as they left it.
    [[nodiscard]] Result<ActOutcome> tag(std::span<const RowId> rows, std::string_view tag, bool add,
                                         const ProgressFn& progress = {}, std::stop_token stop = {});

    /// What undo and redo without a name mean now; notFound where there is none.
    [[nodiscard]] Result<Act> nextUndo();
    [[nodiscard]] Result<Act> nextRedo();

    /// This operator's newest act, or a named one of any kind. notFound where there is none, conflict (naming
    /// the later act) where one has built on it.
    [[nodiscard]] Result<UndoOutcome> undo(std::optional<ActId> act = std::nullopt, std::stop_token stop = {},
                                           const ProgressFn& progress = {});
    [[nodiscard]] Result<UndoOutcome> redo(std::optional<ActId> act = std::nullopt, std::stop_token stop = {},
                                           const ProgressFn& progress = {});

    /// The lesson's {"request_id": "corrected completion"}: sets the state `corrected`, adds no tag; one act.
    /// A row that somebody decides on meanwhile keeps that decision. On an error or a stop `outcome` says
    /// what is committed: the same file again finishes it, one undo takes it back.
    [[nodiscard]] Result<void> importCorrections(std::span<const RowText> corrections,
                                                 std::string_view fileName, CorrectionsImportOutcome& outcome,
                                                 const ProgressFn& progress = {}, std::stop_token stop = {});

    /// Answers of a stronger model, redacted, for operators to take over or not; a later one replaces an
    /// earlier one. Not an act.
    [[nodiscard]] Result<TextsTally> importSuggestions(std::span<const RowText> suggestions,
                                                       std::stop_token stop = {});

    /// Stores what was typed so far, redacted. Equal to what the editor would hold without it (the saved
    /// correction, else the response) removes the draft. No act, unless the draft there is another one than
    /// `basis`: another window wrote that, and it goes into the journal.
    [[nodiscard]] Result<DraftOutcome> saveDraft(RowId row, std::string_view text,
                                                 const std::optional<DraftBasis>& basis = std::nullopt);
    [[nodiscard]] Result<void> dropDraft(RowId row, const std::optional<DraftBasis>& basis = std::nullopt);

    /// As saveDraft() of `draft`, then of `text`; that `text` took the place of a draft is an act, so that
    /// undo brings the draft back.
    [[nodiscard]] Result<DraftOutcome> replaceDraft(RowId row, std::string_view draft, std::string_view text,
                                                    const std::optional<DraftBasis>& basis = std::nullopt);

    [[nodiscard]] const std::string& operatorName() const;

private:
    [[nodiscard]] Result<DraftOutcome> draftFrom(RowId row, std::string_view text) const;
    /// Puts the draft, or none; true where another one than `basis` went into the journal for it.
    [[nodiscard]] Result<bool> putDraft(RowId row, const std::optional<std::string>& draft,
                                        const std::optional<DraftBasis>& basis);
    [[nodiscard]] Result<void> putOtherDraft(RowId row, const std::optional<std::string>& draft);
    [[nodiscard]] Result<Act> namedAct(ActId id);
    [[nodiscard]] Act newAct(ActKind kind, std::string_view detail = {}) const;
    [[nodiscard]] Correction newCorrection(std::string_view text, CorrectionSource source,
                                           Timestamp at) const;

    store::Store& m_store;
    const redact::Redactor& m_redactor;
    const Clock& m_clock;
    std::string m_operator;
};

} // namespace goldpan::review
