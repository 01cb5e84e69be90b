// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/visible_text.h"

#include "core/base/utf8.h"
#include "ui/common/text_bridge.h"

#include <QTextDocument>

namespace goldpan::ui {
namespace {

/// A text layout is slow on one long line (measured: 1 MB, 0.3 s to set), so views break it here.
constexpr qsizetype kLineCharacters = 4000;
constexpr std::size_t kToolTipBytes = 4000;

bool isHidden(char32_t c) {
    return (c < 0x20 && c != U'\t' && c != U'\n') || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x34F ||
           c == 0x61C || c == 0x115F || c == 0x1160 || (c >= 0x180B && c <= 0x180F) ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           c == 0x3164 || c == 0xFEFF || c == 0xFFA0 || (c >= 0xFDD0 && c <= 0xFDEF) ||
           (c >= 0xFFF9 && c <= 0xFFFC) || (c & 0xFFFE) == 0xFFFE || (c >= 0xE0000 && c <= 0xE0FFF);
}

/// A zero-width joiner or a variation selector inside an emoji sequence is part of the picture.
bool joinsEmoji(char32_t c, char32_t before) {
    return c == 0x200D && before >= 0x2190;
}

QString hiddenMark(char32_t c) {
    return QStringLiteral("⟨U+%1⟩").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0')).toUpper();
}

std::size_t utf8Length(char32_t c) {
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

char32_t codePointAt(const QString& text, qsizetype& i) {
    const QChar c = text[i++];
    if (c.isHighSurrogate() && i < text.size() && text[i].isLowSurrogate()) {
        return QChar::surrogateToUcs4(c, text[i++]);
    }
    return c.unicode();
}

} // namespace

void VisibleWriter::append(std::string_view text, WhiteSpace whiteSpace) {
    const bool marked = whiteSpace == WhiteSpace::marked;
    const QString in = toQString(text);
    m_text.reserve(m_text.size() + in.size() + in.size() / 16);
    for (qsizetype i = 0; i < in.size();) {
        char32_t c = codePointAt(in, i);
        m_byte += utf8Length(c);
        tellPlaces();
        if (c == U'\r') {
            if (marked) {
                m_text += hiddenMark(c);
            }
            if (i < in.size() && in[i] == u'\n') {
                continue;
            }
            c = U'\n';
        }
        appendCodePoint(c, marked);
        m_before = c;
        if (c == U'\n') {
            m_lineStart = m_text.size();
        } else if (i < in.size()) {
            breakLongLine(c);
        }
    }
}

void VisibleWriter::tellPlaces() {
    while (m_places.size() < m_asked.size() && m_asked[m_places.size()] < m_byte) {
        m_places.push_back(static_cast<int>(m_text.size()));
    }
}

std::vector<int> VisibleWriter::places() const {
    std::vector<int> out = m_places;
    out.resize(m_asked.size(), static_cast<int>(m_text.size()));
    return out;
}

void VisibleWriter::appendCodePoint(char32_t c, bool marked) {
    const bool isPlainSpace = c == U' ' || c == U'\t' || c == U'\n';
    const bool isOddSpace =
        marked && !isPlainSpace && c < 0x10000 && QChar(static_cast<char16_t>(c)).isSpace();
    if (isOddSpace || (isHidden(c) && !joinsEmoji(c, m_before))) {
        m_text += hiddenMark(c);
    } else if (marked && c == U' ') {
        m_text += u'␣';
    } else if (marked && c == U'\t') {
        m_text += u'⇥';
    } else if (marked && c == U'\n') {
        m_text += QStringLiteral("↵\n");
    } else {
        m_text += QChar::fromUcs4(c);
    }
}

void VisibleWriter::breakLongLine(char32_t last) {
    const qsizetype length = m_text.size() - m_lineStart;
    const bool gap = last == U' ' || last == U'\t';
    if (length >= kLineCharacters || (gap && length >= kLineCharacters * 7 / 8)) {
        m_text += QStringLiteral("⟨…⟩\n");
        m_lineStart = m_text.size();
    }
}

VisibleText makeVisible(std::string_view text, std::size_t limit, std::span<const std::size_t> bytes) {
    VisibleWriter writer;
    writer.askPlaces(bytes);
    writer.append(utf8Prefix(text, limit));
    return {writer.text(), text.size() > limit, writer.places()};
}

QString visibleLine(std::string_view text, std::size_t characters) {
    // Four bytes a character at most; whatever lies behind them cannot be shown.
    const std::string_view head = utf8Prefix(text, characters * 4 + 4);
    QString line = makeVisible(head).text.simplified();
    const auto limit = static_cast<qsizetype>(characters);
    if (line.size() > limit || head.size() < text.size()) {
        line.truncate(limit);
        if (!line.isEmpty() && line.back().isHighSurrogate()) {
            line.chop(1);
        }
        line += u'…';
    }
    return line;
}

QString plainToolTip(const QString& text) {
    if (text.isEmpty()) {
        return {};
    }
    VisibleText shown = makeVisible(toUtf8(text), kToolTipBytes);
    return Qt::convertFromPlainText(shown.truncated ? shown.text + u'…' : shown.text, Qt::WhiteSpaceNormal);
}

} // namespace goldpan::ui
