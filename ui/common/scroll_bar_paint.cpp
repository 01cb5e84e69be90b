// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/scroll_bar_paint.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

namespace goldpan::ui {
namespace {

// Per cent of the colour that Fusion begins with.
constexpr int kGroove = 106;
constexpr int kEdge = 140;
constexpr int kSlider = 104;
constexpr int kUnderMouse = 110;

QColor sliderColor(const QStyleOptionSlider& bar) {
    const QColor button = bar.palette.color(QPalette::Button);
    const bool isMeant = (bar.activeSubControls & QStyle::SC_ScrollBarSlider) != 0;
    if (isMeant && (bar.state & QStyle::State_Sunken) != 0) {
        return button.darker(kSlider);
    }
    return button.lighter(isMeant && (bar.state & QStyle::State_MouseOver) != 0 ? kUnderMouse : kSlider);
}

} // namespace

void paintScrollBar(const QStyle& style, const QStyleOptionSlider& bar, QPainter& painter,
                    const QWidget* widget) {
    const QColor edge = bar.palette.color(QPalette::Window).darker(kEdge);
    if ((bar.subControls & QStyle::SC_ScrollBarGroove) != 0) {
        painter.fillRect(bar.rect, bar.palette.color(QPalette::Button).darker(kGroove));
        QRect line = bar.rect; // towards what is scrolled
        (bar.orientation == Qt::Horizontal ? line.setHeight(1) : line.setWidth(1));
        painter.fillRect(line, edge);
    }
    if ((bar.subControls & QStyle::SC_ScrollBarSlider) != 0) {
        const QRect slider =
            style.subControlRect(QStyle::CC_ScrollBar, &bar, QStyle::SC_ScrollBarSlider, widget);
        painter.fillRect(slider, edge);
        painter.fillRect(slider.adjusted(1, 1, -1, -1), sliderColor(bar));
    }
}

} // namespace goldpan::ui
