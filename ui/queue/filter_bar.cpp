// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/filter_bar.h"

#include "ui/common/theme.h"
#include "ui/common/visible_delegate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QEvent>
#include <QInputMethodEvent>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextCharFormat>

namespace goldpan::ui {

FilterBar::FilterBar(QWidget* parent)
    : QLineEdit(parent)
    , m_offers(new QStringListModel(this))
    , m_completer(new QCompleter(m_offers, this)) {
    setObjectName(QStringLiteral("filterBar"));
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Filter, such as  tag:drift_window logprob<-3 \"refund policy\""));
    setClearButtonEnabled(true);
    setAcceptDrops(false);
    // Not the line's own completer: that one would take the whole line for the word.
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->popup()->setItemDelegate(new VisibleDelegate(m_completer->popup()));
    m_completer->popup()->setObjectName(QStringLiteral("filterOffers"));
    m_completer->popup()->setAccessibleName(tr("Words that may come next"));
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &FilterBar::choose);
    connect(this, &QLineEdit::textEdited, this, &FilterBar::offer);
    connect(this, &QLineEdit::textChanged, this, [this] { setMistake({}); });
    connect(this, &QLineEdit::returnPressed, this, [this] {
        const QAbstractItemView* popup = m_completer->popup();
        if (!popup->isVisible() || !popup->currentIndex().isValid()) { // else it comes as activated()
            m_completer->popup()->hide();
            Q_EMIT applied();
        }
    });
}

void FilterBar::offer() {
    const FilterOffer found = offerWords(text(), cursorPosition(), m_names);
    if (found.words.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_offers->setStringList(found.words);
    m_completer->popup()->setCurrentIndex({}); // Enter means the text as typed until an arrow was pressed
    QRect below = cursorRect();
    below.setBottom(height() - 1); // not over the frame
    below.setWidth(m_completer->popup()->sizeHintForColumn(0) + 2 * fontMetrics().height() +
                   m_completer->popup()->verticalScrollBar()->sizeHint().width());
    m_completer->complete(below);
}

void FilterBar::choose(const QString& word) {
    const FilterOffer found = offerWords(text(), cursorPosition(), m_names);
    const auto begin = static_cast<int>(found.begin);
    setSelection(begin, cursorPosition() - begin);
    insert(word);
    offer(); // the values of a field come next
}

void FilterBar::setMistake(std::optional<Mark> mark) {
    if (mark != m_mistake) {
        m_mistake = mark;
        paintMistake();
    }
}

void FilterBar::paintMistake() {
    // A line edit takes formats from an input method only; an event without any input changes nothing else.
    QList<QInputMethodEvent::Attribute> attributes;
    if (m_mistake) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(toneColor(Tone::error, palette()));
        attributes << QInputMethodEvent::Attribute(
            QInputMethodEvent::TextFormat, m_mistake->first - cursorPosition(), m_mistake->second, wrong);
    }
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(this, &event);
}

void FilterBar::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_mistake) {
        paintMistake();
    }
}

} // namespace goldpan::ui
