// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/suggestion_controller.h"

#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/state/review_session.h"
#include "ui/window/menus.h"
#include "ui/window/panes.h"

#include <QToolButton>

namespace goldpan::ui {

SuggestionController::SuggestionController(Panes& panes, CommandRegistry& registry, ReviewSession& review,
                                           QObject* parent)
    : QObject(parent)
    , m_panes(panes)
    , m_review(review) {
    const QString id = QStringLiteral("suggestion.take");
    registry.setHandler(
        id, [this, &registry] { take(registry); },
        [this] {
            if (m_review.detail() == nullptr) {
                return tr("no row is selected");
            }
            return m_review.detail()->suggestion ? QString() : tr("this row has no suggestion");
        });
    connect(panes.suggestion, &QToolButton::clicked, &registry, [&registry, id] { registry.trigger(id); });
    for (const auto signal : {&ReviewSession::currentChanged, &ReviewSession::detailRefreshed}) {
        connect(&review, signal, this, &SuggestionController::showWhetherThereIsOne);
    }
    connect(&review, &ReviewSession::detailLoaded, this, &SuggestionController::showWhetherThereIsOne);
    const auto showKey = [this, &registry, id] {
        const QString key = firstKeys(registry).value(id);
        m_panes.suggestion->setText(key.isEmpty() ? tr("✦ suggestion") : tr("✦ suggestion · %1").arg(key));
        m_panes.suggestion->setAccessibleName(
            key.isEmpty() ? tr("Take the suggestion into the editor")
                          : tr("Take the suggestion into the editor, key %1").arg(key));
    };
    connect(&registry, &CommandRegistry::keysChanged, this, showKey);
    showKey();
    showWhetherThereIsOne();
}

void SuggestionController::showWhetherThereIsOne() {
    m_panes.suggestion->setVisible(m_review.detail() != nullptr && m_review.detail()->suggestion);
}

void SuggestionController::take(const CommandRegistry& registry) {
    const std::string suggestion = *m_review.detail()->suggestion;
    if (m_panes.editor->text() == suggestion) {
        m_panes.notices->post(NoticeBar::Kind::info, tr("The suggestion is in the editor already."));
        return;
    }
    const bool replacesDraft = m_review.keepDraftBefore(suggestion);
    m_panes.editor->replaceAll(suggestion);
    m_panes.notices->post(NoticeBar::Kind::info,
                          replacesDraft
                              ? tr("The suggestion is this row's draft now; nothing is saved yet. %1 brings "
                                   "your own draft back.")
                                    .arg(registry.keyText("edit.undo"))
                              : tr("The suggestion is this row's draft now; nothing is saved yet. %1 goes to "
                                   "it, and Ctrl+Z there takes it back.")
                                    .arg(registry.keyText("correction.edit")));
}

} // namespace goldpan::ui
