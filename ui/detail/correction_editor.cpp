// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/correction_editor.h"

#include "ui/common/theme.h"
#include "ui/detail/token_highlighter.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QWheelEvent>

#include <algorithm>
#include <ranges>

namespace goldpan::ui {
namespace {

/// Marks are looked through at every line that is painted, so there is an end to them; F8 reaches all.
constexpr qsizetype kMostMarks = 1000;

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
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_quiet) {
            Q_EMIT edited();
        }
    });
}

void CorrectionEditor::setText(std::string_view text) {
    const QScopedValueRollback quiet(m_quiet, true);
    m_bridge.load(text);
}

void CorrectionEditor::replaceAll(std::string_view text) {
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
    QList<QTextEdit::ExtraSelection> marks;
    const int last = document()->characterCount() - 1;
    for (const TextFinding& finding : m_findings) {
        if (finding.begin < finding.end && finding.end <= last && marks.size() < kMostMarks) {
            QTextCursor cursor(document());
            cursor.setPosition(finding.begin);
            cursor.setPosition(finding.end, QTextCursor::KeepAnchor);
            marks.push_back({cursor, format});
        }
    }
    setExtraSelections(marks);
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

QMimeData* CorrectionEditor::createMimeDataFromSelection() const {
    return plainSelection(textCursor());
}

bool CorrectionEditor::canInsertFromMimeData(const QMimeData* source) const {
    return source->hasText();
}

void CorrectionEditor::insertFromMimeData(const QMimeData* source) {
    if (source->hasText()) {
        insertPlainText(source->text());
        ensureCursorVisible();
    }
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
