// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/token_highlighter.h"

#include "ui/common/theme.h"
#include "ui/detail/token_words.h"

#include <QGuiApplication>

#include <algorithm>

namespace goldpan::ui {

QTextCharFormat markFormat(TextMark::Kind kind, const QPalette& palette) {
    QTextCharFormat format;
    format.setForeground(palette.color(QPalette::Text));
    switch (kind) {
    case TextMark::Kind::removed:
        format.setBackground(removedBackground(palette));
        format.setFontStrikeOut(true);
        break;
    case TextMark::Kind::added:
        format.setBackground(addedBackground(palette));
        format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
        break;
    }
    return format;
}

TokenHighlighter::TokenHighlighter(QTextDocument* document)
    : QSyntaxHighlighter(document)
    , m_palette(QGuiApplication::palette()) {}

void TokenHighlighter::setPalette(const QPalette& palette) {
    m_palette = palette;
    rehighlight();
}

void TokenHighlighter::highlightBlock(const QString& text) {
    if (m_headings.contains(currentBlock().blockNumber())) {
        QTextCharFormat heading;
        heading.setFontWeight(QFont::Bold);
        heading.setForeground(toneColor(Tone::heading, m_palette));
        setFormat(0, static_cast<int>(text.size()), heading);
        return;
    }
    highlightTokens(text);
    const int begin = currentBlock().position();
    const int end = begin + static_cast<int>(text.size());
    for (auto mark = std::ranges::upper_bound(m_marks, begin, {}, &TextMark::end);
         mark != m_marks.end() && mark->begin < end; ++mark) {
        const int from = std::max(mark->begin, begin);
        QTextCharFormat format = markFormat(mark->kind, m_palette);
        setFormat(from - begin, std::min(mark->end, end) - from, format);
        if (from == mark->begin) { // a line through or under the sign would hide it
            format.setFontStrikeOut(false);
            format.setUnderlineStyle(QTextCharFormat::NoUnderline);
            setFormat(from - begin, 1, format);
        }
    }
}

void TokenHighlighter::highlightTokens(const QString& text) {
    for (const TokenPlace& place : tokensIn(text)) {
        QTextCharFormat token;
        token.setFontWeight(QFont::Bold);
        token.setForeground(toneColor(Tone::token, m_palette));
        token.setBackground(tokenBackground(m_palette));
        setFormat(place.begin, place.end - place.begin, token);
    }
}

} // namespace goldpan::ui
