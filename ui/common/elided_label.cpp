// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/elided_label.h"

#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"

#include <QPainter>
#include <QStyle>

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

void ElidedLabel::setColor(const QColor& color) {
    m_color = color;
    update();
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

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawFrame(&painter);
    const QRect room = contentsRect().adjusted(margin(), margin(), -margin(), -margin());
    const QString line = fontMetrics().elidedText(text().left(kMeasured), Qt::ElideRight, room.width());
    painter.setPen(m_color.isValid() ? m_color : palette().color(foregroundRole()));
    painter.drawText(room,
                     Qt::AlignVCenter | Qt::TextSingleLine |
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                     line);
}

} // namespace goldpan::ui
