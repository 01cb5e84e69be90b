// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/token_controller.h"

#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/common/visible_text.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/diff_view.h"
#include "ui/detail/response_view.h"
#include "ui/detail/token_words.h"
#include "ui/detail/transcript_view.h"
#include "ui/state/review_session.h"
#include "ui/state/store_rules.h"
#include "ui/window/panes.h"

#include <QHelpEvent>
#include <QStringList>
#include <QTextBlock>
#include <QToolTip>

#include <utility>

namespace goldpan::ui {

TokenController::TokenController(Panes& panes, CommandRegistry& registry, const ReviewSession& review,
                                 const StoreRules& rules, QObject* parent)
    : QObject(parent)
    , m_panes(panes)
    , m_rules(rules)
    , m_views{panes.prompt, panes.response, panes.diff, panes.editor} {
    for (QPlainTextEdit* view : m_views) {
        view->installEventFilter(this);
        view->viewport()->installEventFilter(this);
        connect(view, &QPlainTextEdit::cursorPositionChanged, this, &TokenController::look);
    }
    connect(&rules, &StoreRules::changed, this, &TokenController::look);
    registry.setHandler(
        QStringLiteral("token.explain"), [this] { explain(); },
        [&review] { return review.detail() != nullptr ? QString() : tr("no row is selected"); });
}

bool TokenController::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        QMetaObject::invokeMethod(this, &TokenController::look, Qt::QueuedConnection); // once it has moved
        break;
    case QEvent::ToolTip:
        for (const QPlainTextEdit* view : m_views) {
            if (watched == view->viewport()) {
                const auto* help = static_cast<QHelpEvent*>(event);
                const QString meaning = meaningAt(*view, view->cursorForPosition(help->pos()).position());
                QToolTip::showText(help->globalPos(), meaning.isEmpty() ? meaning : plainToolTip(meaning),
                                   view->viewport());
                return true;
            }
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

QString TokenController::meaningAt(const QPlainTextEdit& view, int position) const {
    const QTextBlock block = view.document()->findBlock(position);
    const auto token = tokenAt(block.text(), position - block.position());
    return token ? tokenMeaning(token->name, *m_rules.redactor()) : QString();
}

void TokenController::look() {
    QString meaning;
    for (const QPlainTextEdit* view : m_views) {
        if (view->hasFocus()) {
            meaning = meaningAt(*view, view->textCursor().selectionStart());
        }
    }
    if (meaning != std::exchange(m_told, meaning)) {
        Q_EMIT pointedAt(meaning);
    }
}

void TokenController::explain() {
    QStringList meanings;
    for (const QPlainTextEdit* view : m_views) {
        if (view == m_panes.diff) { // says what the other three say
            continue;
        }
        for (QTextBlock block = view->document()->begin(); block.isValid(); block = block.next()) {
            for (const TokenPlace& token : tokensIn(block.text())) {
                const QString meaning = tokenMeaning(token.name, *m_rules.redactor());
                if (!meanings.contains(meaning)) {
                    meanings << meaning;
                }
            }
        }
    }
    m_panes.notices->post(NoticeBar::Kind::info, meanings.isEmpty()
                                                     ? tr("There is no placeholder in this row.")
                                                     : meanings.join(u' '));
}

} // namespace goldpan::ui
