// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/elided_label.h"

#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/common/visible_text.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace goldpan::ui {
namespace {

constexpr qsizetype kMeasured = 1000; ///< characters that can matter to one line on a screen

} // namespace

ElidedLabel::ElidedLabel(QWidget* parent)
    : QLabel(parent) {
    setTextFormat(Qt::PlainText);
}

void ElidedLabel::setLine(const QString& text, const QString& aside) {
    const auto visible = [](const QString& part) {
        // More than is measured, so that nothing behind it matters.
        return makeVisible(toUtf8(part.left(4 * kMeasured))).text.replace(u'\n', u' ');
    };
    const QString before = visible(text);
    const QString line = before + visible(aside);
    const qsizetype begin = aside.isEmpty() ? 0 : before.size();
    if (line != this->text() || begin != m_aside) {
        m_aside = begin;
        setText(line);
        setToolTip(plainToolTip(line.left(kMeasured)));
    }
}

void ElidedLabel::setMostLines(int lines) {
    if (lines == std::exchange(m_mostLines, lines)) {
        return;
    }
    updateGeometry();
}

void ElidedLabel::setColor(const QColor& color) {
    if (color != m_color) { // else whoever sets it while it is painted would have it painted for ever
        m_color = color;
        update();
    }
}

QSize ElidedLabel::sizeOf(const QString& text) const {
    const QMargins margins = contentsMargins();
    // Rounded down, a fraction of a pixel would cost the last letters.
    const int width = static_cast<int>(std::ceil(QFontMetricsF(font()).horizontalAdvance(text))) + 1;
    return {width + margins.left() + margins.right() + 2 * margin(),
            fontMetrics().height() + margins.top() + margins.bottom() + 2 * margin()};
}

QSize ElidedLabel::sizeHint() const {
    const QSize whole = sizeOf(text().left(kMeasured));
    return {std::min(whole.width(), fontMetrics().averageCharWidth() * m_widestHint), whole.height()};
}

QSize ElidedLabel::minimumSizeHint() const {
    return sizeOf(
        QStringLiteral("www…")); // whatever it says: or the window's own minimum would change with it
}

int ElidedLabel::heightForWidth(int width) const {
    if (m_mostLines <= 1) {
        return -1;
    }
    const QSize one = sizeOf({});
    const auto lines = static_cast<int>(linesIn(width - one.width()).size());
    return one.height() + (std::max(lines, 1) - 1) * fontMetrics().lineSpacing();
}

std::vector<ElidedLabel::Line> ElidedLabel::linesIn(int width) const {
    const QString all = text().left(kMeasured);
    std::vector<Line> lines;
    qsizetype begin = 0;
    if (m_mostLines > 1 && fontMetrics().horizontalAdvance(all) > width) {
        QTextLayout layout(all, font());
        layout.beginLayout();
        while (std::ssize(lines) < m_mostLines - 1) {
            QTextLine line = layout.createLine();
            if (!line.isValid()) {
                break;
            }
            line.setLineWidth(width);
            lines.push_back({all.mid(line.textStart(), line.textLength()).trimmed(), line.textStart()});
            begin = line.textStart() + line.textLength();
        }
        layout.endLayout();
    }
    if (begin < all.size()) {
        lines.push_back({fontMetrics().elidedText(all.mid(begin), Qt::ElideRight, width), begin});
    }
    return lines;
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawFrame(&painter);
    const QRect room = contentsRect().adjusted(margin(), margin(), -margin(), -margin());
    const std::vector<Line> lines = linesIn(room.width());
    const QColor color = m_color.isValid() ? m_color : palette().color(foregroundRole());
    // As a block in the middle, also where there is room for more or for less.
    const int skip = fontMetrics().lineSpacing();
    const int height = static_cast<int>(lines.size() - 1) * skip + fontMetrics().height();
    QRect at(room.left(), room.top() + (room.height() - height) / 2, room.width(), fontMetrics().height());
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine |
                      int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    for (const Line& line : lines) {
        const qsizetype loud =
            m_aside > 0 ? std::clamp<qsizetype>(m_aside - line.begin, 0, line.text.size()) : line.text.size();
        const QString words = line.text.left(loud);
        painter.setPen(color);
        painter.drawText(at, flags, words);
        if (loud < line.text.size()) {
            painter.setPen(toneColor(Tone::muted, palette()));
            painter.drawText(at.adjusted(fontMetrics().horizontalAdvance(words), 0, 0, 0), flags,
                             line.text.mid(loud));
        }
        at.translate(0, skip);
    }
}

} // namespace goldpan::ui
