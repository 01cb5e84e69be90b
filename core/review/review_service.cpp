// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/review_service.h"

#include "core/base/utf8.h"
#include "core/domain/tag.h"
#include "core/review/meanwhile.h"
#include "core/review/reversal.h"
#include "core/review/row_acts.h"
#include "core/store/chunked_act.h"
#include "core/store/entry_reader.h"
#include "core/store/store.h"

#include <array>
#include <functional>
#include <utility>

namespace goldpan::review {
namespace {

struct DecisionMeaning {
    ActKind kind;
    ReviewState state;
};

DecisionMeaning meaningOf(Decision decision) {
    switch (decision) {
    case Decision::accept:
        return {ActKind::accept, ReviewState::accepted};
    case Decision::discard:
        return {ActKind::discard, ReviewState::discarded};
    case Decision::defer:
        return {ActKind::defer, ReviewState::deferred};
    case Decision::reopen:
        break;
    }
    return {ActKind::reopen, ReviewState::unreviewed};
}

std::string trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) {
        return {};
    }
    return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
}

Result<void> checkText(std::string_view text, std::string_view what) {
    if (!isValidUtf8(text)) {
        return fail(ErrorCode::badValue, std::string(what) + " is not valid UTF-8; save it as UTF-8");
    }
    return {};
}

Result<void> checkCorrection(std::string_view text) {
    if (text.empty()) {
        return fail(ErrorCode::refused, "a correction cannot be empty; discard the row instead");
    }
    return checkText(text, "the correction");
}

Result<ActOutcome> outcomeOf(const Result<void>& ran, const store::ChunkedAct& chunks,
                             std::int64_t meanwhile = 0) {
    if (!ran) {
        return std::unexpected(ran.error());
    }
    return ActOutcome{chunks.tally().act, chunks.tally().changed, chunks.tally().skipped, meanwhile};
}

/// What plain undo or redo means by "the newest"; notFound where there is none.
Result<Act> newest(Result<std::optional<Act>> found, std::string_view missing) {
    if (!found) {
        return std::unexpected(found.error());
    }
    return *found ? Result<Act>(std::move(**found)) : fail(ErrorCode::notFound, std::string(missing));
}

Result<Act> readAct(store::WriteGate& gate,
                    const std::function<Result<Act>(store::WriteTransaction&)>& read) {
    Result<Act> found;
    auto looked = gate.transact([&](store::WriteTransaction& tx) -> Result<void> {
        found = read(tx);
        return found ? Result<void>{} : std::unexpected(found.error());
    });
    return looked ? found : std::unexpected(looked.error());
}

/// undo and redo take the acts themselves, never each other: their target stands for them.
Result<void> checkIsPlain(const Act& act) {
    if (act.kind == ActKind::reredact) {
        return fail(ErrorCode::refused, "act " + std::to_string(act.id.value) +
                                            " is a re-redaction: what it took away is nowhere any more");
    }
    if (act.kind != ActKind::undo && act.kind != ActKind::redo) {
        return {};
    }
    return fail(ErrorCode::refused, "act " + std::to_string(act.id.value) +
                                        (act.kind == ActKind::undo ? " is an undo" : " is a redo") +
                                        " of act " + std::to_string(act.target.value) +
                                        "; name that act instead");
}

/// Undo and redo bring words back, which a re-redaction took from the journal.
Result<void> checkHasItsWords(const Act& act, std::string_view wish) {
    if (!act.reredactedBy) {
        return {};
    }
    return fail(ErrorCode::refused, "act " + std::to_string(act.id.value) + " cannot be " +
                                        std::string(wish) + ": its words were re-redacted by act " +
                                        std::to_string(act.reredactedBy.value));
}

} // namespace

ReviewService::ReviewService(store::Store& store, const redact::Redactor& redactor, const Clock& clock,
                             std::string_view operatorName)
    : m_store(store)
    , m_redactor(redactor)
    , m_clock(clock)
    , m_operator(redactor.redacted(trimmed(operatorName))) {}

const std::string& ReviewService::operatorName() const {
    return m_operator;
}

Act ReviewService::newAct(ActKind kind, std::string_view detail) const {
    Act act;
    act.at = m_clock.now();
    act.operatorName = m_operator;
    act.kind = kind;
    act.detail = m_redactor.redacted(detail);
    return act;
}

Correction ReviewService::newCorrection(std::string_view text, CorrectionSource source, Timestamp at) const {
    Correction correction{std::string(text), m_operator, source, at, at, false};
    redact::RedactionCounts ignored;
    correction.pii = m_redactor.redactInPlace(correction.text, ignored);
    return correction;
}

Result<ActOutcome> ReviewService::correct(RowId row, std::string_view text, CorrectionSource source) {
    if (auto checked = checkCorrection(text); !checked) {
        return std::unexpected(checked.error());
    }
    const Act act = newAct(ActKind::correct);
    const Correction correction = newCorrection(text, source, act.at);
    store::ChunkedAct chunks(m_store.writes(), act);
    return outcomeOf(chunks.run(1,
                                [&](store::WriteTransaction& tx, std::size_t) {
                                    return writeCorrection(tx, row, correction, CorrectionOrigin::editor,
                                                           m_redactor);
                                }),
                     chunks);
}

Result<ActOutcome> ReviewService::correctUntouched(std::span<const RowId> rows, std::string_view text,
                                                   CorrectionSource source, const ProgressFn& progress,
                                                   std::stop_token stop) {
    if (auto checked = checkCorrection(text); !checked) {
        return std::unexpected(checked.error());
    }
    const Act act = newAct(ActKind::correct);
    const Correction correction = newCorrection(text, source, act.at);
    store::ChunkedAct chunks(m_store.writes(), act);
    const auto step = [&](store::WriteTransaction& tx, std::size_t index) -> RowChanges {
        const auto status = tx.status(rows[index], m_operator);
        if (!status) {
            return std::unexpected(status.error());
        }
        if (status->state != ReviewState::unreviewed || status->draft) {
            return {};
        }
        return writeCorrection(tx, rows[index], correction, CorrectionOrigin::editor, m_redactor);
    };
    return outcomeOf(chunks.run(rows.size(), step, progress, stop), chunks);
}

Result<ActOutcome> ReviewService::decide(std::span<const RowId> rows, Decision decision,
                                         const ProgressFn& progress, std::stop_token stop) {
    const auto meaning = meaningOf(decision);
    const Act act = newAct(meaning.kind);
    Meanwhile meanwhile(kDecided, {});
    if (auto begun = meanwhile.begin(m_store.writes(), rows.size()); !begun) {
        return std::unexpected(begun.error());
    }
    store::ChunkedAct chunks(m_store.writes(), act);
    const auto step = [&](store::WriteTransaction& tx, std::size_t index) {
        return meanwhile.unlessTouched(tx, rows[index], [&] {
            return writeDecision(tx, rows[index], meaning.state, m_operator, act.at, m_redactor);
        });
    };
    const auto ran = chunks.run(rows.size(), step, progress, stop);
    return outcomeOf(ran, chunks, meanwhile.count());
}

Result<ActOutcome> ReviewService::tag(std::span<const RowId> rows, std::string_view tag, bool add,
                                      const ProgressFn& progress, std::stop_token stop) {
    const std::string name = m_redactor.redacted(tag);
    if (auto checked = checkTag(name); !checked) {
        return std::unexpected(checked.error());
    }
    constexpr std::array kTagged{Aspect::tag};
    Meanwhile meanwhile(kTagged, name);
    if (auto begun = meanwhile.begin(m_store.writes(), rows.size()); !begun) {
        return std::unexpected(begun.error());
    }
    store::ChunkedAct chunks(m_store.writes(), newAct(add ? ActKind::tagAdd : ActKind::tagRemove, name));
    const auto step = [&](store::WriteTransaction& tx, std::size_t index) {
        return meanwhile.unlessTouched(tx, rows[index], [&] { return writeTag(tx, rows[index], name, add); });
    };
    const auto ran = chunks.run(rows.size(), step, progress, stop);
    return outcomeOf(ran, chunks, meanwhile.count());
}

Result<Act> ReviewService::nextUndo() {
    return readAct(m_store.writes(), [this](store::WriteTransaction& tx) {
        return newest(tx.newestUndoable(m_operator), m_operator + " has no act to undo");
    });
}

Result<Act> ReviewService::nextRedo() {
    return readAct(m_store.writes(), [this](store::WriteTransaction& tx) {
        return newest(tx.newestRedoable(m_operator), m_operator + " has no undone act to do again");
    });
}

Result<Act> ReviewService::namedAct(ActId id) {
    auto named = readAct(m_store.writes(), [id](store::WriteTransaction& tx) { return tx.act(id); });
    if (!named) {
        return named;
    }
    const auto plain = checkIsPlain(*named);
    return plain ? std::move(named) : std::unexpected(plain.error());
}

Result<UndoOutcome> ReviewService::undo(std::optional<ActId> act, std::stop_token stop,
                                        const ProgressFn& progress) {
    const auto target = act ? namedAct(*act) : nextUndo();
    if (!target) {
        return std::unexpected(target.error());
    }
    if (target->undone) {
        return fail(ErrorCode::conflict, "act " + std::to_string(target->id.value) + " is already undone");
    }
    if (auto whole = checkHasItsWords(*target, "undone"); !whole) {
        return std::unexpected(whole.error());
    }
    Reversal reversal(m_store.writes(), m_redactor, *target, Reversal::Direction::back);
    return reversal.run(m_operator, m_clock.now(), stop, progress);
}

Result<UndoOutcome> ReviewService::redo(std::optional<ActId> act, std::stop_token stop,
                                        const ProgressFn& progress) {
    const auto target = act ? namedAct(*act) : nextRedo();
    if (!target) {
        return std::unexpected(target.error());
    }
    if (!target->undone) {
        return fail(ErrorCode::conflict, "act " + std::to_string(target->id.value) +
                                             " is not undone, so there is nothing to do again");
    }
    if (auto whole = checkHasItsWords(*target, "done again"); !whole) {
        return std::unexpected(whole.error());
    }
    Reversal reversal(m_store.writes(), m_redactor, *target, Reversal::Direction::again);
    return reversal.run(m_operator, m_clock.now(), stop, progress);
}

Result<DraftOutcome> ReviewService::draftFrom(RowId row, std::string_view text) const {
    if (auto checked = checkText(text, "the draft"); !checked) {
        return std::unexpected(checked.error());
    }
    const auto record = m_store.entries().read(row);
    if (!record) {
        return std::unexpected(record.error());
    }
    DraftOutcome draft{.redacted = {}, .stored = std::string(text), .replacedOther = false};
    m_redactor.redactInPlace(*draft.stored, draft.redacted);
    if (draft.stored == (record->correction ? record->correction->text : record->entry.response)) {
        draft.stored.reset();
    }
    return draft;
}

Result<DraftOutcome> ReviewService::saveDraft(RowId row, std::string_view text,
                                              const std::optional<DraftBasis>& basis) {
    auto draft = draftFrom(row, text);
    if (!draft) {
        return draft;
    }
    const auto put = putDraft(row, draft->stored, basis);
    if (!put) {
        return std::unexpected(put.error());
    }
    draft->replacedOther = *put;
    return draft;
}

Result<DraftOutcome> ReviewService::replaceDraft(RowId row, std::string_view draft, std::string_view text,
                                                 const std::optional<DraftBasis>& basis) {
    const auto first = saveDraft(row, draft, basis);
    if (!first) {
        return first;
    }
    auto other = draftFrom(row, text);
    if (!other) {
        return other;
    }
    other->replacedOther = first->replacedOther;
    const auto put = putOtherDraft(row, other->stored);
    return put ? other : std::unexpected(put.error());
}

Result<void> ReviewService::dropDraft(RowId row, const std::optional<DraftBasis>& basis) {
    const auto put = putDraft(row, std::nullopt, basis);
    return put ? Result<void>{} : std::unexpected(put.error());
}

Result<bool> ReviewService::putDraft(RowId row, const std::optional<std::string>& draft,
                                     const std::optional<DraftBasis>& basis) {
    bool isOther = false;
    auto put = m_store.writes().transact([&](store::WriteTransaction& tx) -> Result<void> {
        const auto status = tx.status(row, m_operator);
        if (!status) {
            return std::unexpected(status.error());
        }
        isOther = basis && status->draft && status->draft != basis->text && status->draft != draft;
        return isOther || (!draft && !status->draft) ? Result<void>{}
                                                     : tx.setDraft(row, m_operator, draft, m_clock.now());
    });
    if (put && isOther) {
        put = putOtherDraft(row, draft);
    }
    return put ? Result<bool>(isOther) : std::unexpected(put.error());
}

Result<void> ReviewService::putOtherDraft(RowId row, const std::optional<std::string>& draft) {
    const Act act = newAct(ActKind::draftReplace);
    store::ChunkedAct chunks(m_store.writes(), act);
    return chunks.run(1, [&](store::WriteTransaction& tx, std::size_t) {
        return writeOtherDraft(tx, row, draft, m_operator, act.at, m_redactor);
    });
}

} // namespace goldpan::review
