// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/diff_controller.h"

#include "ui/commands/command_registry.h"
#include "ui/common/pane_title.h"
#include "ui/common/visible_text.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/diff_view.h"
#include "ui/detail/response_view.h"
#include "ui/queue/row_text.h"
#include "ui/state/review_session.h"
#include "ui/window/panes.h"
#include "ui/window/settings.h"

#include <QStackedWidget>
#include <chrono>
#include <limits>

namespace goldpan::ui {

using namespace std::chrono_literals;

DiffController::DiffController(Panes& panes, CommandRegistry& registry, ReviewSession& review,
                               QObject* parent)
    : QObject(parent)
    , m_panes(panes)
    , m_review(review)
    , m_worker(QStringLiteral("diff"))
    , m_mode(settings::diffMode())
    , m_limit(kVisibleBytes) {
    m_due.setSingleShot(true);
    m_due.setInterval(40ms); // counted from the first key, so that steady typing cannot put it off
    connect(&m_due, &QTimer::timeout, this, &DiffController::compare);
    m_idle.setSingleShot(true);
    m_idle.setInterval(0);
    connect(&m_idle, &QTimer::timeout, this, &DiffController::compare);
    connect(&review, &ReviewSession::currentChanged, this, &DiffController::startOver);
    connect(&review, &ReviewSession::detailFailed, this, [this] {
        if (m_review.isUnreadable()) {
            startOver();
        }
    });
    connect(&review, &ReviewSession::detailLoaded, this, [this] {
        startOver();
        m_idle.start();
    });
    connect(panes.editor, &CorrectionEditor::edited, this, &DiffController::noteEdited);
    connect(panes.diff, &DiffView::moreWanted, this, [this] {
        m_limit = std::numeric_limits<std::size_t>::max();
        noteEdited();
    });
    registry.setHandler(
        QStringLiteral("view.diff"), [this] { nextMode(); },
        [this] { return m_review.row() ? QString() : tr("no row is selected"); });
    showMode();
}

void DiffController::startOver() {
    m_worker.drop();
    m_due.stop();
    m_idle.stop();
    m_running = false;
    m_again = false;
    m_limit = kVisibleBytes;
    m_panes.diff->clearDiff();
    m_panes.editor->setAdditions({}, 0);
    m_panes.correctionTitle->setName(tr("Correction"));
}

void DiffController::noteEdited() {
    if (m_running) {
        m_again = true;
    } else if (!m_due.isActive()) {
        m_due.start();
    }
}

void DiffController::compare() {
    m_idle.stop();
    m_due.stop();
    const RowDetailPtr row = m_review.detail();
    if (row == nullptr) {
        return;
    }
    m_running = true;
    m_again = false;
    m_worker.run<DiffText>(
        this,
        [row, text = m_panes.editor->text(), mode = m_mode,
         limit = m_limit](const std::stop_token& stop) -> std::shared_ptr<const DiffText> {
            auto diff = makeDiffText(row->record.entry.response, text, mode, limit, stop);
            return diff ? std::make_shared<const DiffText>(std::move(*diff)) : nullptr;
        },
        [this](const std::shared_ptr<const DiffText>& diff) {
            m_running = false;
            if (diff != nullptr) {
                showDiff(*diff);
            }
            if (m_again && !m_due.isActive()) {
                m_due.start(); // not at once: keys that come fast would have it compare without an end
            }
        });
}

void DiffController::showDiff(const DiffText& diff) {
    const QString added = countText(static_cast<qint64>(diff.addedWords));
    const QString removed = countText(static_cast<qint64>(diff.removedWords));
    if (diff.identical) {
        m_panes.correctionTitle->setName(tr("Correction (diff: identical)"));
    } else if (diff.addedWords + diff.removedWords == 0) {
        m_panes.correctionTitle->setName(tr("Correction (diff: +0 −0 words, white space only)"));
    } else {
        m_panes.correctionTitle->setName(tr("Correction (diff: +%1 −%2 words)").arg(added, removed));
    }
    if (m_mode != DiffMode::off) {
        m_panes.diff->setDiff(diff);
    }
    m_panes.editor->setAdditions(diff.additions, diff.editorCharacters);
}

void DiffController::nextMode() {
    switch (m_mode) {
    case DiffMode::off:
        m_mode = DiffMode::merged;
        break;
    case DiffMode::merged:
        m_mode = DiffMode::sideBySide;
        break;
    case DiffMode::sideBySide:
        m_mode = DiffMode::off;
        break;
    }
    settings::setDiffMode(m_mode);
    showMode();
    startOver();
    compare();
}

void DiffController::showMode() {
    const bool hadFocus = m_panes.response->hasFocus() || m_panes.diff->hasFocus();
    m_panes.diffTitle->setName(m_mode == DiffMode::sideBySide ? tr("Response, what was removed is marked")
                                                              : tr("Difference"));
    m_panes.answers->setCurrentIndex(m_mode == DiffMode::off ? 0 : 1);
    if (hadFocus) {
        m_panes.answer()->setFocus();
    }
}

} // namespace goldpan::ui
