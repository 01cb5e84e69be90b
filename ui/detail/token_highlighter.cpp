// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/token_highlighter.h"

#include "ui/common/theme.h"

#include <QGuiApplication>
#include <QRegularExpression>

namespace goldpan::ui {

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
    // Any name in capitals: logs may hold tokens of other redactors, and ours grow with the rules.
    static const QRegularExpression kToken(QStringLiteral("\\[[A-Z][A-Z_]{1,30}\\]"));
    for (auto matches = kToken.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        QTextCharFormat token;
        token.setFontWeight(QFont::Bold);
        token.setForeground(toneColor(Tone::token, m_palette));
        token.setBackground(tokenBackground(m_palette));
        setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(match.capturedLength()), token);
    }
}

} // namespace goldpan::ui
