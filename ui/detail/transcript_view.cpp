// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/transcript_view.h"

#include "ui/detail/message_text.h"

#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>

namespace goldpan::ui {

TranscriptView::TranscriptView(QWidget* parent)
    : ReadOnlyText(parent) {
    setObjectName(QStringLiteral("promptView"));
    setAccessibleName(tr("Conversation"));
    setPlaceholderText(tr("The conversation of the selected row stands here."));
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_moved = true; });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] { m_moved = !m_placing; });
}

void TranscriptView::setConversation(const std::vector<Message>& conversation, bool contextDiffers) {
    std::vector<Section> sections;
    if (contextDiffers) {
        sections.push_back({tr("⚠ messages and prompt of this row disagree; messages are shown"), {}});
    }
    for (const Message& message : conversation) {
        sections.push_back({messageHeading(message), messageBody(message)});
    }
    setSections(std::move(sections));
    m_moved = false;
    showLastTurn();
}

void TranscriptView::showMore() {
    m_moved = true; // from where one has read to
    ReadOnlyText::showMore();
}

void TranscriptView::resizeEvent(QResizeEvent* event) {
    ReadOnlyText::resizeEvent(event);
    if (!m_moved) {
        showLastTurn();
    }
}

void TranscriptView::showLastTurn() {
    if (shownTexts().places.empty() || isTruncated()) {
        return; // of what is cut off nobody sees the end
    }
    const QScopedValueRollback placing(m_placing, true);
    QTextCursor place(document());
    place.movePosition(QTextCursor::End);
    setTextCursor(place);
    ensureCursorVisible();
    const int body = shownTexts().places.back().at;
    QTextBlock turn = document()->findBlock(body);
    if (turn.position() == body && turn.previous().isValid()) {
        turn = turn.previous(); // its heading
    }
    place.setPosition(turn.position());
    setTextCursor(place);
    ensureCursorVisible();
}

} // namespace goldpan::ui
