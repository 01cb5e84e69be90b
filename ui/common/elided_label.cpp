// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/elided_label.h"

#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"

#include <QPainter>
#include <QStringList>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace goldpan::ui {
namespace {

constexpr qsizetype kMeasured = 1000; ///< characters that can matter to one line on a screen

} // namespace

ElidedLabel::ElidedLabel(QWidget* parent)
    : QLabel(parent) {
    setTextFormat(Qt::PlainText);
}

void ElidedLabel::setLine(const QString& text) {
    // More than is measured, so that nothing behind it matters.
    QString line = makeVisible(toUtf8(text.left(4 * kMeasured))).text;
    line.replace(u'\n', u' ');
    if (line != this->text()) {
        setText(line);
        setToolTip(plainToolTip(line.left(kMeasured)));
    }
}

void ElidedLabel::setMostLines(int lines) {
    m_mostLines = lines;
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

QStringList ElidedLabel::linesIn(int width) const {
    const QString all = text().left(kMeasured);
    QStringList lines;
    qsizetype begin = 0;
    if (m_mostLines > 1 && fontMetrics().horizontalAdvance(all) > width) {
        QTextLayout layout(all, font());
        layout.beginLayout();
        while (lines.size() < m_mostLines - 1) {
            QTextLine line = layout.createLine();
            if (!line.isValid()) {
                break;
            }
            line.setLineWidth(width);
            lines << all.mid(line.textStart(), line.textLength()).trimmed();
            begin = line.textStart() + line.textLength();
        }
        layout.endLayout();
    }
    if (begin < all.size()) {
        lines << fontMetrics().elidedText(all.mid(begin), Qt::ElideRight, width);
    }
    return lines;
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawFrame(&painter);
    const QRect room = contentsRect().adjusted(margin(), margin(), -margin(), -margin());
    const QStringList lines = linesIn(room.width());
    painter.setPen(m_color.isValid() ? m_color : palette().color(foregroundRole()));
    // As a block in the middle, also where there is room for more or for less.
    const int skip = fontMetrics().lineSpacing();
    const int height = static_cast<int>(lines.size() - 1) * skip + fontMetrics().height();
    QRect at(room.left(), room.top() + (room.height() - height) / 2, room.width(), fontMetrics().height());
    for (const QString& line : lines) {
        painter.drawText(at,
                         Qt::AlignVCenter | Qt::TextSingleLine |
                             int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                         line);
        at.translate(0, skip);
    }
}

} // namespace goldpan::ui
