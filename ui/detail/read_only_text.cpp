// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/read_only_text.h"

#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/common/visible_text.h"
#include "ui/detail/token_highlighter.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QWheelEvent>

#include <limits>

namespace goldpan::ui {

ReadOnlyText::ReadOnlyText(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new TokenHighlighter(document()))
    , m_more(new QPushButton(this)) {
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAcceptDrops(false);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    m_shown.sections = std::make_shared<const std::vector<Section>>();
    m_more->setObjectName(QStringLiteral("showMore"));
    m_more->setText(tr("Show more"));
    m_more->setAccessibleName(tr("Show more of this text"));
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->hide();
    connect(m_more, &QPushButton::clicked, this, &ReadOnlyText::showMore);
}

void ReadOnlyText::setSections(std::vector<Section> sections) {
    m_shown.sections = std::make_shared<const std::vector<Section>>(std::move(sections));
    render(kVisibleBytes);
}

void ReadOnlyText::showMore() {
    const int place = verticalScrollBar()->value();
    render(std::numeric_limits<std::size_t>::max());
    verticalScrollBar()->setValue(place);
}

void ReadOnlyText::render(std::size_t limit) {
    QString shown;
    std::set<int> headings;
    bool truncated = false;
    int blocks = 0;
    m_shown.places.clear();
    for (const Section& section : *m_shown.sections) {
        if (!shown.isEmpty()) {
            shown += QStringLiteral("\n\n");
            blocks += 2;
        }
        if (limit == 0) {
            truncated = true;
            break;
        }
        if (!section.heading.isEmpty()) {
            headings.insert(blocks);
            shown += section.heading;
            if (!section.body.empty()) {
                shown += u'\n';
                ++blocks;
            }
        }
        const VisibleText body = makeVisible(section.body, limit);
        m_shown.places.push_back({limit, static_cast<int>(shown.size())});
        limit -= std::min(limit, section.body.size());
        truncated = truncated || body.truncated;
        blocks += static_cast<int>(body.text.count(u'\n'));
        shown += body.text;
    }
    m_highlighter->setHeadings(std::move(headings));
    setShown(shown, truncated);
}

void ReadOnlyText::setShown(const QString& text, bool truncated) {
    setPlainText(text);
    setTruncated(truncated);
}

void ReadOnlyText::setTruncated(bool truncated) {
    if (!truncated && m_more->hasFocus()) {
        setFocus(); // the button goes away and must not take the focus with it
    }
    m_more->setVisible(truncated);
    placeMoreButton();
    if (truncated != m_truncated) {
        m_truncated = truncated;
        Q_EMIT truncatedChanged(truncated);
    }
    setHits({});
    Q_EMIT rendered();
}

void ReadOnlyText::setHits(std::vector<ShownHit> hits) {
    m_hits = std::move(hits);
    markHits();
}

void ReadOnlyText::markHits() {
    QTextCharFormat format;
    format.setBackground(hitBackground(palette()));
    format.setForeground(palette().color(QPalette::Text));
    format.setFontUnderline(true); // colour is never the only sign
    QList<QTextEdit::ExtraSelection> marks;
    for (const ShownHit& hit : m_hits) {
        QTextCursor place(document());
        place.setPosition(hit.begin);
        place.setPosition(hit.end, QTextCursor::KeepAnchor);
        marks.append({place, format});
    }
    setExtraSelections(marks);
}

bool ReadOnlyText::page(bool down) {
    QScrollBar* bar = verticalScrollBar();
    const int before = bar->value();
    bar->triggerAction(down ? QAbstractSlider::SliderPageStepAdd : QAbstractSlider::SliderPageStepSub);
    return bar->value() != before;
}

void ReadOnlyText::copyOriginal() const {
    std::string all;
    for (const Section& section : *m_shown.sections) {
        all += (all.empty() ? "" : "\n\n") + section.body;
    }
    QGuiApplication::clipboard()->setText(toQString(all));
}

void ReadOnlyText::placeMoreButton() {
    const int height = m_more->isHidden() ? 0 : m_more->sizeHint().height();
    if (viewportMargins().bottom() != height) { // Qt would place everything again
        setViewportMargins(0, 0, 0, height);
    }
    const QRect view = viewport()->geometry();
    m_more->setGeometry(view.left(), view.bottom() + 1, view.width(), height);
}

QMimeData* ReadOnlyText::createMimeDataFromSelection() const {
    return plainSelection(textCursor());
}

void ReadOnlyText::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->setPalette(palette());
        markHits();
    }
}

void ReadOnlyText::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    QAction* copy = menu->addAction(tr("Copy original text"), this, &ReadOnlyText::copyOriginal);
    copy->setEnabled(!m_shown.sections->empty());
    menu->popup(event->globalPos());
}

void ReadOnlyText::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeMoreButton();
}

void ReadOnlyText::wheelEvent(QWheelEvent* event) {
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // zoom is the window's: all panes at once
        return;
    }
    QPlainTextEdit::wheelEvent(event);
}

} // namespace goldpan::ui
