// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/review_controller.h"

#include "core/domain/tag.h"
#include "ui/commands/command_registry.h"
#include "ui/common/act_text.h"
#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/history_panel.h"
#include "ui/detail/meta_header.h"
#include "ui/detail/response_view.h"
#include "ui/detail/tag_strip.h"
#include "ui/detail/transcript_view.h"
#include "ui/queue/queue_view.h"
#include "ui/state/review_session.h"
#include "ui/window/panes.h"
#include "ui/window/queue_controller.h"

#include <QClipboard>
#include <QGuiApplication>

#include <utility>

namespace goldpan::ui {
ReviewController::ReviewController(Panes& panes, CommandRegistry& registry, QueueController& queue,
                                   ReviewSession& review, QObject* parent)
    : QObject(parent)
    , m_panes(panes)
    , m_registry(registry)
    , m_queue(queue)
    , m_review(review) {
    review.setEditorSource([editor = panes.editor] { return editor->text(); });
    connectSession();
    connectPanes();
    bindActs(registry);
    bindEditor(registry);
    showNothing();
}

void ReviewController::connectSession() {
    connect(&m_review, &ReviewSession::currentChanged, this, [this] {
        if (!m_review.row()) {
            showNothing();
            m_panes.history->hide();
        }
    });
    connect(&m_review, &ReviewSession::detailLoaded, this, &ReviewController::showDetail);
    connect(&m_review, &ReviewSession::detailRefreshed, this, &ReviewController::showFacts);
    connect(&m_review, &ReviewSession::undone, this, &ReviewController::showUndone);
    connect(&m_review, &ReviewSession::actDone, this, &ReviewController::refreshHistory);
    connect(&m_review, &ReviewSession::unchanged, this,
            [this](const QString& text) { m_panes.notices->post(NoticeBar::Kind::info, text); });
    connect(&m_review, &ReviewSession::detailFailed, this, [this](const Error& error) {
        if (m_review.isUnreadable()) {
            const bool inEditor = m_panes.editor->hasFocus();
            showNothing(); // not the texts of the row before, under another row's mark
            if (inEditor) {
                m_queue.focusQueue();
            }
        }
        m_panes.notices->post(NoticeBar::Kind::error, errorText(error));
    });
    connect(&m_review, &ReviewSession::actFailed, this, [this](const QString& what, const Error& error) {
        // "Nothing to undo" is an answer, not a failure; a row or a store that is gone has a name.
        const bool answer = error.code == ErrorCode::notFound && error.where.empty();
        const bool refused = error.code == ErrorCode::conflict;
        const auto kind = answer    ? NoticeBar::Kind::info
                          : refused ? NoticeBar::Kind::warning
                                    : NoticeBar::Kind::error;
        const QString text = tr("%1: %2").arg(what, errorText(error));
        m_panes.notices->post(kind, text);
        if (refused) {
            m_refusal = text;
        }
    });
    connect(&m_review, &ReviewSession::changed, this, [this] {
        m_panes.notices->withdraw(std::exchange(m_refusal, {})); // something else was done since
    });
    connect(&m_review, &ReviewSession::replacedOther, this, [this](const QString& name) {
        m_panes.notices->post(
            NoticeBar::Kind::warning,
            tr("Your correction took the place of one by %1. %2 in the queue brings it back.")
                .arg(visibleLine(toUtf8(name), 40), m_registry.keyText("edit.undo")));
    });
    connect(&m_review.drafts(), &DraftKeeper::replacedOtherWindows, this, [this] {
        m_panes.notices->post(
            NoticeBar::Kind::warning,
            tr("The draft that you typed into had been changed in another window. Your words took its place; "
               "%1 brings the other ones back, %2 shows them.")
                .arg(m_registry.keyText("edit.undo"), m_registry.keyText("view.history")));
    });
    connect(&m_review, &ReviewSession::draftFailed, this, [this](const Error& error) {
        const QString text = tr("The draft is not on disk yet, this window keeps it and tries again: %1")
                                 .arg(errorText(error));
        if (text != m_draftTrouble) { // tried again, it tells nothing new and covers nothing told since
            m_draftTrouble = text;
            m_panes.notices->post(NoticeBar::Kind::error, text, {}, [this] { m_draftTrouble.clear(); });
        }
    });
    connect(&m_review.drafts(), &DraftKeeper::durable, this,
            [this] { m_panes.notices->withdraw(std::exchange(m_draftTrouble, {})); });
}

void ReviewController::connectPanes() {
    connect(m_panes.editor, &CorrectionEditor::edited, &m_review, &ReviewSession::noteEdited);
    connect(m_panes.tags, &TagStrip::addRequested, this,
            [this](const QString& tag) { m_review.changeTag(tag, true); });
    connect(m_panes.tags, &TagStrip::removeRequested, this,
            [this](const QString& tag) { m_review.changeTag(tag, false); });
    connect(m_panes.tags, &TagStrip::editingClosed, &m_queue, &QueueController::focusQueue);
    connect(m_panes.history, &HistoryPanel::closed, this, [this] {
        m_panes.history->hide();
        m_queue.focusQueue();
    });
}

void ReviewController::bindActs(CommandRegistry& registry) {
    const auto noRow = [this] {
        return m_review.isUnreadable() ? tr("the row could not be read")
               : m_review.row()        ? QString()
                                       : tr("no row is selected");
    };
    const auto decideAndMove = [this](review::Decision decision) {
        m_review.decide(decision);
        m_queue.goToUnreviewed(1);
    };
    registry.setHandler(
        QStringLiteral("review.accept"), [=] { decideAndMove(review::Decision::accept); }, noRow);
    registry.setHandler(
        QStringLiteral("review.discard"), [=] { decideAndMove(review::Decision::discard); }, noRow);
    registry.setHandler(
        QStringLiteral("review.defer"), [=] { decideAndMove(review::Decision::defer); }, noRow);
    registry.setHandler(
        QStringLiteral("review.reopen"), [this] { m_review.decide(review::Decision::reopen); }, noRow);
    registry.setHandler(
        QStringLiteral("tag.operatorReview"), [this] { m_review.toggleTag(toQString(kTagOperatorReview)); },
        noRow);
    registry.setHandler(
        QStringLiteral("tag.edit"), [this] { m_panes.tags->startEditing(); }, noRow);
    registry.setHandler(
        QStringLiteral("action.repeat"), [this] { repeatLast(); },
        [this, noRow] {
            return std::holds_alternative<std::monostate>(m_review.lastAction()) ? tr("nothing was done yet")
                                                                                 : noRow();
        });
    registry.setHandler(QStringLiteral("edit.undo"), [this] {
        m_queue.hushSearch();
        m_review.undo();
    });
    registry.setHandler(QStringLiteral("edit.redo"), [this] {
        m_queue.hushSearch();
        m_review.redo();
    });
    registry.setHandler(
        QStringLiteral("view.history"), [this] { toggleHistory(); }, noRow);
    registry.setHandler(
        QStringLiteral("row.copyId"),
        [this] {
            QGuiApplication::clipboard()->setText(toQString(m_review.detail()->record.entry.requestId));
            m_panes.notices->post(NoticeBar::Kind::info, tr("The request id is on the clipboard."));
        },
        [this] { return m_review.detail() != nullptr ? QString() : tr("no row is selected"); });
}

void ReviewController::bindEditor(CommandRegistry& registry) {
    const auto noRow = [this] { return m_review.detail() != nullptr ? QString() : tr("no row is selected"); };
    registry.setHandler(
        QStringLiteral("correction.edit"), [this] { m_panes.editor->setFocus(); }, noRow);
    registry.setHandler(
        QStringLiteral("correction.saveNext"), [this] { saveAndNext(); }, noRow);
    registry.setHandler(
        QStringLiteral("correction.save"), [this] { save(); }, noRow);
    registry.setHandler(
        QStringLiteral("correction.reset"), [this] { resetText(); }, noRow);
    registry.setHandler(QStringLiteral("correction.leave"), [this] {
        m_review.drafts().flush();
        m_queue.focusQueue();
    });
}

void ReviewController::showDetail(const std::string& editorText) {
    const RowDetail& detail = *m_review.detail();
    const LogEntry& entry = detail.record.entry;
    m_panes.prompt->setConversation(detail.conversation, (detail.record.flags & FlagContextDiffers) != 0);
    m_panes.response->setResponse(entry.response, entry.output);
    m_panes.editor->setEnabled(true);
    m_panes.editor->setText(editorText);
    showFacts();
    refreshHistory();
}

void ReviewController::showNothing() {
    showFacts();
    m_panes.prompt->setConversation({}, false);
    m_panes.response->showNone();
    m_panes.editor->setText({});
    m_panes.editor->setEnabled(false);
}

void ReviewController::showFacts() {
    const RowDetailPtr& detail = m_review.detail();
    if (detail == nullptr) {
        m_panes.meta->clear();
        m_panes.tags->setTags({});
        m_panes.tags->setEnabled(false);
        return;
    }
    m_panes.meta->setRow(detail->record.entry, detail->record.state,
                         (detail->record.flags & FlagLowConfidence) != 0);
    QStringList tags;
    for (const std::string& tag : detail->record.entry.tags) {
        tags << toQString(tag);
    }
    m_panes.tags->setEnabled(true);
    m_panes.tags->setTags(tags);
}

void ReviewController::showUndone(ActKind kind, bool again, RowId row) {
    m_panes.notices->post(NoticeBar::Kind::ok, again ? tr("Done again: %1.").arg(actKindText(kind))
                                                     : tr("Taken back: %1.").arg(actKindText(kind)));
    if (row) {
        m_queue.goTo(row);
    }
}

bool ReviewController::refuseEmpty(const std::string& text) {
    if (!text.empty()) {
        return false;
    }
    m_panes.notices->post(
        NoticeBar::Kind::warning,
        tr("An empty correction cannot be saved. Write the answer, or leave with %1 and "
           "discard the row with %2.")
            .arg(m_registry.keyText("correction.leave"), m_registry.keyText("review.discard")));
    return true;
}

void ReviewController::saveAndNext() {
    const std::string text = m_panes.editor->text();
    if (refuseEmpty(text)) {
        return;
    }
    if (text == m_review.detail()->record.entry.response) {
        m_review.acceptAsIs();
    } else {
        m_review.saveCorrection(text);
    }
    m_queue.goToUnreviewed(1, [this] { m_queue.focusQueue(); });
}

void ReviewController::save() {
    const std::string text = m_panes.editor->text();
    if (!refuseEmpty(text)) {
        m_review.saveCorrection(text);
    }
}

void ReviewController::repeatLast() {
    const Repeatable last = m_review.lastAction();
    if (const auto* decision = std::get_if<review::Decision>(&last)) {
        m_review.decide(*decision);
        m_queue.goToUnreviewed(1);
    } else if (const auto* tag = std::get_if<RepeatableTag>(&last)) {
        m_review.changeTag(tag->name, tag->add);
    } else if (const auto* text = std::get_if<RepeatableText>(&last);
               text != nullptr && m_review.detail() != nullptr) {
        const bool replacesDraft = m_review.keepDraftBefore(text->text);
        m_panes.editor->replaceAll(text->text);
        m_panes.notices->post(
            NoticeBar::Kind::info,
            replacesDraft ? tr("The last correction is this row's draft now; nothing is saved yet. %1 brings "
                               "your own draft back.")
                                .arg(m_registry.keyText("edit.undo"))
                          : tr("The last correction is this row's draft now; nothing is saved yet."));
    }
}

void ReviewController::resetText() {
    const std::string& response = m_review.detail()->record.entry.response;
    const bool replacesDraft = m_review.keepDraftBefore(response);
    m_panes.editor->replaceAll(response);
    if (replacesDraft) {
        m_panes.notices->post(NoticeBar::Kind::info,
                              tr("The text is the response again. In the queue, %1 brings your draft back.")
                                  .arg(m_registry.keyText("edit.undo")));
    }
}

void ReviewController::toggleHistory() {
    if (m_panes.history->isVisible()) {
        m_panes.history->hide();
        m_queue.focusQueue();
        return;
    }
    m_panes.history->show();
    refreshHistory();
}

void ReviewController::refreshHistory() {
    if (!m_panes.history->isVisible()) {
        return;
    }
    m_review.readHistory([this](Result<std::vector<HistoryItem>> history) {
        if (history) {
            m_panes.history->setHistory(*history);
        } else {
            m_panes.notices->post(NoticeBar::Kind::error, errorText(history.error()));
        }
    });
}

} // namespace goldpan::ui
