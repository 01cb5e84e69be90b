// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/correction_editor.h"

#include "ui/common/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <QWheelEvent>

#include <algorithm>
#include <ranges>

namespace goldpan::ui {
namespace {

/// Marks are looked through at every line that is painted, so there is an end to them; F8 reaches all.
constexpr qsizetype kMostMarks = 1000;

/// To break lines between words, Qt looks through the rest of a word for every line that the word fills: a
/// word of 1 MB takes it minutes.
constexpr std::size_t kLongestWord = 8192;

/// Whether lines break nowhere in a long part of `words`: between ideographs, or behind a hyphen, they do.
bool isGiantWord(std::string_view words) {
    const QString text = toQString(words);
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    qsizetype from = 0;
    for (qsizetype at = breaks.toNextBoundary(); at >= 0; at = breaks.toNextBoundary()) {
        if (at - from > static_cast<qsizetype>(kLongestWord)) {
            return true;
        }
        from = at;
    }
    return false;
}

bool hasGiantWord(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n\t\r", begin), text.size());
        // Most texts have spaces, and are not looked at more closely.
        if (end - begin > kLongestWord && isGiantWord(text.substr(begin, end - begin))) {
            return true;
        }
        begin = end + 1;
    }
    return false;
}

} // namespace

CorrectionEditor::CorrectionEditor(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_bridge(*this)
    , m_highlighter(new TokenHighlighter(document())) {
    setObjectName(QStringLiteral("correctionEditor"));
    setAccessibleName(tr("Correction"));
    setAcceptDrops(false);
    setTabChangesFocus(true);
    showPlaceholder();
    connect(document(), &QTextDocument::contentsChange, this, &CorrectionEditor::moveAdditions);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CorrectionEditor::paintAdditions);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &CorrectionEditor::paintAdditions);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_quiet) {
            Q_EMIT edited();
        }
    });
}

void CorrectionEditor::setText(std::string_view text) {
    const QScopedValueRollback quiet(m_quiet, true);
    setAdditions({}, 0);
    if (const bool giant = hasGiantWord(text); giant != (wordWrapMode() == QTextOption::WrapAnywhere)) {
        m_bridge.load({}); // or the text before would be laid out in the new way first
        setWordWrapMode(giant ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere);
    }
    m_bridge.load(text);
}

void CorrectionEditor::makeRoomFor(std::string_view text) {
    if (hasGiantWord(text)) {
        const QScopedValueRollback quiet(m_quiet, true); // no words change
        setWordWrapMode(QTextOption::WrapAnywhere);
    }
}

void CorrectionEditor::replaceAll(std::string_view text) {
    makeRoomFor(text);
    {
        const QScopedValueRollback quiet(m_quiet,
                                         true); // the bridge learns the text before anybody hears of it
        m_bridge.replaceAll(text);
    }
    Q_EMIT edited();
}

QString CorrectionEditor::shownText() const {
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

void CorrectionEditor::setFindings(const TextFindings& findings) {
    if (findings.empty() && m_findings.empty()) {
        return;
    }
    m_findings = findings;
    paintFindings();
}

void CorrectionEditor::paintFindings() {
    QTextCharFormat format;
    format.setBackground(problemBackground(palette()));
    format.setForeground(palette().color(QPalette::Text));
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(toneColor(Tone::error, palette()));
    m_findingMarks.clear();
    const int last = document()->characterCount() - 1;
    for (const TextFinding& finding : m_findings) {
        if (finding.begin < finding.end && finding.end <= last && m_findingMarks.size() < kMostMarks) {
            m_findingMarks.push_back(selection(finding.begin, finding.end, format));
        }
    }
    setExtraSelections(m_additionMarks + m_findingMarks);
}

QTextEdit::ExtraSelection CorrectionEditor::selection(int begin, int end,
                                                      const QTextCharFormat& format) const {
    QTextCursor cursor(document());
    cursor.setPosition(begin);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    return {cursor, format};
}

void CorrectionEditor::goTo(const TextFinding& finding) {
    const int last = document()->characterCount() - 1;
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(finding.begin, last));
    cursor.setPosition(std::min(finding.end, last), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
    setFocus();
}

void CorrectionEditor::replace(const std::vector<Replacement>& replacements, bool joined) {
    QTextCursor cursor(document());
    if (joined) {
        cursor.joinPreviousEditBlock();
    } else {
        cursor.beginEditBlock();
    }
    for (const Replacement& piece : std::views::reverse(replacements)) {
        cursor.setPosition(piece.begin);
        cursor.setPosition(piece.end, QTextCursor::KeepAnchor);
        cursor.insertText(piece.text);
    }
    cursor.endEditBlock();
}

void CorrectionEditor::setAdditions(std::vector<TextMark> marks, int characters) {
    if (characters != document()->characterCount() - 1) {
        marks.clear(); // of an older text; the next ones are on their way
    }
    if (!marks.empty() || !m_additions.empty()) {
        m_additions = std::move(marks);
        paintAdditions();
    }
}

void CorrectionEditor::moveAdditions(int position, int removed, int added) {
    const auto moved = [&](int place) {
        return place >= position + removed ? place + added - removed : std::min(place, position);
    };
    for (TextMark& mark : m_additions) {
        if (removed > 0 && mark.begin >= position && mark.end <= position + removed) {
            mark.end = mark.begin = position; // its words are gone, others may stand there
            continue;
        }
        mark.begin = moved(mark.begin);
        mark.end = moved(mark.end);
    }
}

void CorrectionEditor::paintAdditions() {
    // A text edit looks through all of its selections at every line: it gets those that are seen.
    const int top = cursorForPosition({0, 0}).position();
    const int bottom = cursorForPosition(viewport()->rect().bottomRight()).position();
    const QTextCharFormat format = markFormat(TextMark::Kind::added, palette());
    const bool hadMarks = !m_additionMarks.isEmpty();
    m_additionMarks.clear();
    for (auto mark = std::ranges::lower_bound(m_additions, top, {}, &TextMark::end);
         mark != m_additions.end() && mark->begin <= bottom; ++mark) {
        m_additionMarks.push_back(selection(mark->begin, mark->end, format));
    }
    if (hadMarks || !m_additionMarks.isEmpty()) {
        setExtraSelections(m_additionMarks + m_findingMarks);
    }
}

QMimeData* CorrectionEditor::createMimeDataFromSelection() const {
    return plainSelection(textCursor());
}

bool CorrectionEditor::canInsertFromMimeData(const QMimeData* source) const {
    return source->hasText();
}

void CorrectionEditor::insertFromMimeData(const QMimeData* source) {
    if (source->hasText()) {
        makeRoomFor(toUtf8(source->text()));
        insertPlainText(source->text());
        ensureCursorVisible();
    }
}

void CorrectionEditor::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Mouse) {
        const QTextCursor there = cursorForPosition(event->pos());
        const QTextCursor cursor = textCursor();
        if (there.position() < cursor.selectionStart() || there.position() > cursor.selectionEnd()) {
            setTextCursor(there); // what is asked for is about these words
        }
    }
    QMenu* menu = createStandardContextMenu(event->pos());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuOpens(*menu);
    menu->popup(event->globalPos());
}

void CorrectionEditor::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & ~Qt::KeypadModifier) == Qt::ShiftModifier) {
        insertPlainText(QStringLiteral("\n")); // Qt would put U+2028 into the training data
        ensureCursorVisible();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void CorrectionEditor::wheelEvent(QWheelEvent* event) {
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore(); // zoom is the window's: all panes at once
        return;
    }
    QPlainTextEdit::wheelEvent(event);
}

void CorrectionEditor::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        const QScopedValueRollback quiet(m_quiet, true); // to Qt, highlighting anew is a change of text
        m_highlighter->setPalette(palette());
        paintFindings();
        paintAdditions();
    }
    if (event->type() == QEvent::EnabledChange) {
        showPlaceholder();
    }
}

void CorrectionEditor::showPlaceholder() {
    setPlaceholderText(isEnabled() ? tr("Write the answer that the model should have given.")
                                   : tr("Select a row to correct its answer."));
}

} // namespace goldpan::ui
