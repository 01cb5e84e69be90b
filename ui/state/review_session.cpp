// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/review_session.h"

#include "core/store/store.h"
#include "ui/common/error_text.h"
#include "ui/common/text_bridge.h"
#include "ui/state/decision_text.h"
#include "ui/state/editor_facts.h"
#include "ui/state/queue_session.h"
#include "ui/state/store_session.h"

#include <array>

namespace goldpan::ui {

ReviewSession::ReviewSession(QueueSession& queue, QObject* parent)
    : QObject(parent)
    , m_queue(queue)
    , m_acts(queue.model()) {
    connect(&m_loader, &DetailLoader::loaded, this, &ReviewSession::takeDetail);
    connect(&m_loader, &DetailLoader::failed, this, [this](RowId row, const Error& error) {
        if (row == m_row) {
            m_unreadable = m_detail == nullptr;
            Q_EMIT detailFailed(error);
        }
    });
    connect(&m_drafts, &DraftKeeper::durable, this, [this](RowId row) {
        m_loader.forget(row); // what is held of it lacks the draft
        if (row == m_row) {
            updateStatus(EditorStatus::Kind::draftDurable, m_session->backend().clock.now());
        }
    });
    connect(&m_drafts, &DraftKeeper::replaced, this, &ReviewSession::actDone);
    connect(&m_drafts, &DraftKeeper::failed, this, [this](RowId row, const Error& error) {
        if (row == m_row) {
            updateStatus(EditorStatus::Kind::failed, {}, errorText(error));
        }
        Q_EMIT draftFailed(error);
    });
}

void ReviewSession::setStore(StoreSession* session) {
    m_session = session;
    m_loader.setStore(session);
    m_drafts.setStore(session);
    m_acts.setStore(session);
    m_saving.clear();
    m_last = {};
    setCurrent(-1);
}

void ReviewSession::setEditorSource(std::function<std::string()> source) {
    m_source = source;
    m_drafts.setSource(std::move(source));
}

void ReviewSession::setCurrent(int index) {
    m_index = index;
    const RowId row = m_queue.model().idAt(index);
    if (row == m_row && row) {
        return;
    }
    m_drafts.flush(); // while the editor still holds the old row's words
    m_row = row;
    m_detail = nullptr;
    m_awaitsText = false;
    m_unreadable = false;
    Q_EMIT currentChanged();
    if (row) {
        m_loader.show(row);
    } else {
        updateStatus(EditorStatus::Kind::noRow);
    }
}

void ReviewSession::reload() {
    m_loader.forgetAll();
    if (m_row) {
        m_loader.show(m_row);
    }
}

void ReviewSession::takeRowsChanged() {
    m_queue.model().refreshRows();
    reload();
    Q_EMIT actDone();
}

void ReviewSession::takeDetail(const RowDetailPtr& detail) {
    if (detail->record.id != m_row) {
        return;
    }
    m_queue.model().updateRow(detail->row);
    const RowDetailPtr before = std::exchange(m_detail, detail);
    m_unreadable = false;
    // What was typed stays as it was typed, also when it is a draft by now, which the store holds redacted.
    const bool awaited = std::exchange(m_awaitsText, false);
    if (before != nullptr && (m_edited || (!awaited && before->editorText() == detail->editorText()))) {
        takeFacts();
        // A decision made elsewhere took the draft with it: the words that stand here are a new one.
        if (m_edited && !detail->draft && before->baseText() != detail->baseText() &&
            !m_saving.contains(m_row)) {
            noteEdited();
        }
        return;
    }
    m_edited = false;
    Q_EMIT detailLoaded(editorText());
    statusFromDetail();
}

void ReviewSession::takeFacts() {
    Q_EMIT detailRefreshed();
    if (!m_edited) { // of words that were typed the draft keeper tells
        statusFromDetail();
    } else {
        updateStatus(m_status.kind, m_status.at, m_status.failure); // with what others did
    }
}

std::string ReviewSession::editorText() const {
    if (auto unsaved = m_drafts.unsaved(m_row)) {
        return *unsaved;
    }
    if (const auto saving = m_saving.find(m_row); saving != m_saving.end()) {
        return saving->second;
    }
    return m_detail->editorText();
}

void ReviewSession::noteEdited() {
    if (m_row && m_detail != nullptr) {
        m_edited = true;
        m_drafts.touch(m_row);
        updateStatus(EditorStatus::Kind::draftPending);
    }
}

void ReviewSession::takeRules(const redact::Redactor& redactor) {
    if (m_detail == nullptr || m_saving.contains(m_row)) {
        return;
    }
    const auto& draft = m_detail->draft;
    if (m_edited || (draft && redactor.redacted(draft->text) != draft->text)) {
        noteEdited(); // the words here are more than the store will have of them
        m_drafts.flush();
    }
}

bool ReviewSession::keepDraftBefore(const std::string& text) {
    const std::string held = m_source();
    if (!(m_edited || m_detail->draft) || held == text || standsElsewhere(held, *m_detail)) {
        return false;
    }
    m_drafts.replace(m_row, held);
    return true;
}

void ReviewSession::decide(review::Decision decision) {
    if (decision != review::Decision::reopen) {
        m_last = decision;
    }
    m_drafts.flush();
    runAct(decisionText(decision), m_row, stateAfter(decision),
           [row = m_row, decision](review::ReviewService& service) {
               return service.decide(std::array{row}, decision);
           });
}

void ReviewSession::acceptAsIs() {
    m_last = review::Decision::accept;
    const RowId accepted = m_row;
    m_drafts.forget(accepted);
    runAct(
        decisionText(review::Decision::accept), accepted, ReviewState::accepted,
        [row = accepted,
         basis = m_drafts.basis(accepted)](review::ReviewService& service) -> Result<review::ActOutcome> {
            // The words are the response again: older ones must not come back as this row's draft.
            if (auto dropped = service.dropDraft(row, *basis); !dropped) {
                return std::unexpected(dropped.error());
            }
            return service.decide(std::array{row}, review::Decision::accept);
        },
        [this, row = accepted](const Result<ActRunner::Done>& result) {
            if (result && row == m_row && !m_drafts.isTouched(row) && !m_drafts.unsaved(row)) {
                m_edited = false;
                if (m_detail->draft) { // the correction that the row had
                    Q_EMIT detailLoaded(editorText());
                }
                statusFromDetail();
            }
        });
}

void ReviewSession::saveCorrection(const std::string& text) {
    const RowId row = m_row;
    m_last = RepeatableText{text};
    m_drafts.forget(row);
    m_saving[row] = text;
    const QString other = m_status.other;
    updateStatus(EditorStatus::Kind::saving);
    runAct(
        tr("Saving the correction"), row, ReviewState::corrected,
        [row, text](review::ReviewService& service) { return service.save(row, text); },
        [this, row, text, other](const Result<ActRunner::Done>& result) {
            if (const auto saving = m_saving.find(row); saving != m_saving.end() && saving->second == text) {
                m_saving.erase(saving);
            }
            const bool typedSince = m_drafts.isTouched(row) || m_drafts.unsaved(row);
            if (!result && !typedSince) {
                m_drafts.keep(row, text);
            }
            if (result && result->detail != nullptr && result->detail->record.correction) {
                const bool redacted = result->detail->record.correction->pii;
                if (!redacted && result->outcome.changed > 0) {
                    Q_EMIT corrected(row, text);
                } else if (redacted && row != m_row) {
                    Q_EMIT savedRedacted(row);
                }
            }
            if (result && !other.isEmpty()) {
                Q_EMIT replacedOther(other);
            }
            const bool isShown = row == m_row && !typedSince;
            if (result && isShown) {
                m_edited = false;
                statusFromDetail();
            } else if (isShown) {
                updateStatus(EditorStatus::Kind::failed, {}, errorText(result.error()));
            }
        });
}

void ReviewSession::changeTag(const QString& name, bool add) {
    m_last = RepeatableTag{name, add};
    runAct(add ? tr("Adding the tag") : tr("Removing the tag"), m_row, std::nullopt,
           [row = m_row, tag = toUtf8(name), add](review::ReviewService& service) {
               return service.tag(std::array{row}, tag, add);
           });
}

void ReviewSession::toggleTag(const QString& name) {
    if (m_detail != nullptr) {
        changeTag(name, !m_detail->hasTag(toUtf8(name)));
    }
}

void ReviewSession::runAct(const QString& what, RowId row, std::optional<ReviewState> pending,
                           ActRunner::Act act, ActDone done) {
    const QString named = actText(what, row == m_row ? m_detail : nullptr);
    m_acts.run(row, pending, std::move(act),
               [this, named, row, pending, done = std::move(done)](const Result<ActRunner::Done>& result) {
                   if (result && result->detail != nullptr) {
                       m_loader.put(result->detail);
                       if (row == m_row && m_detail == nullptr) {
                           takeDetail(result->detail); // sooner than the row that was asked for
                       } else if (row == m_row) {
                           m_detail = result->detail;
                           takeFacts();
                       }
                   }
                   if (done) {
                       done(result);
                   }
                   if (!result) {
                       Q_EMIT actFailed(named, result.error());
                   } else if (result->outcome.changed == 0 && pending != ReviewState::corrected) {
                       Q_EMIT unchanged(tr("It was so already: nothing to change."));
                   } else if (result->outcome.changed > 0) {
                       Q_EMIT changed();
                   }
                   Q_EMIT actDone();
               });
}

void ReviewSession::undo() {
    takeBack(false);
}

void ReviewSession::redo() {
    takeBack(true);
}

void ReviewSession::takeBack(bool again) {
    m_drafts.flush();
    m_acts.takeBack(again, [this, again](const Result<ActRunner::TakenBack>& taken) {
        if (!taken) {
            Q_EMIT actFailed(again ? tr("Redo") : tr("Undo"), taken.error());
            Q_EMIT actDone(); // nothing is on its way any more
        } else if (taken->longAct) {
            Q_EMIT longUndoWanted(*taken->longAct, again);
            Q_EMIT actDone();
        } else {
            takeUndone(taken->outcome, again);
        }
    });
}

void ReviewSession::takeUndone(const review::UndoOutcome& outcome, bool again) {
    m_loader.forgetAll();
    m_queue.model().refreshRows();
    if (outcome.kind == ActKind::draftReplace && outcome.row == m_row && !m_drafts.isTouched(m_row) &&
        !m_drafts.unsaved(m_row)) {
        m_edited = false;    // the draft that comes is what the editor is to hold
        m_awaitsText = true; // also where a look at what others did has read that draft already
    }
    Q_EMIT changed();
    Q_EMIT undone(outcome.kind, again, outcome.row.value_or(RowId{}));
    Q_EMIT actDone();
}

void ReviewSession::readHistory(std::function<void(Result<std::vector<HistoryItem>>)> done) {
    if (m_session == nullptr || !m_row) {
        return;
    }
    m_session->counter.run<std::vector<HistoryItem>>(
        Lane::detail, this,
        [row = m_row](StoreWorker::Job& job) { return job.store.entries().history(row, 0); },
        std::move(done));
}

void ReviewSession::statusFromDetail() {
    m_drafts.setBasis(m_row, m_detail->draft);
    m_begun = m_detail->wordsFrom();
    if (m_drafts.unsaved(m_row)) {
        updateStatus(EditorStatus::Kind::draftPending);
    } else if (m_saving.contains(m_row)) {
        updateStatus(EditorStatus::Kind::saving);
    } else {
        const EditorStatus stored = storedStatus(*m_detail);
        updateStatus(stored.kind, stored.at);
    }
}

void ReviewSession::updateStatus(EditorStatus::Kind kind, std::optional<Timestamp> at,
                                 const QString& failure) {
    EditorStatus status;
    status.kind = kind;
    status.at = at;
    status.failure = failure;
    if (kind != EditorStatus::Kind::noRow && m_detail != nullptr && m_source) {
        addFacts(status, *m_detail, m_source(), m_begun, m_session->backend().operatorName);
    }
    m_status = status;
    Q_EMIT statusChanged(status);
}

} // namespace goldpan::ui
