// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/program_style.h"

#include "ui/common/scroll_bar_paint.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOption>
#include <cmath>

namespace goldpan::ui {
namespace {

constexpr int kDarker = 130; ///< per cent; the edge that Fusion gives its frames

bool isFusion(const QStyle& style) {
    return style.name() == QLatin1String("fusion");
}

/// Fusion draws a frame as a line, and of a line one and a half pixels wide the right and the lower one lie
/// below the text that the frame is for.
bool losesEdges(const QStyle& style, const QWidget* widget) {
    return widget != nullptr && isFusion(style) &&
           qobject_cast<const QAbstractScrollArea*>(widget) != nullptr &&
           widget->devicePixelRatioF() != std::floor(widget->devicePixelRatioF());
}

} // namespace

void ProgramStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    if (element != PE_Frame || !losesEdges(*baseStyle(), widget)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    const QRect whole = option->rect;
    const int wide = pixelMetric(PM_DefaultFrameWidth, option, widget);
    const QRegion edges = QRegion(whole) - QRegion(whole.adjusted(wide, wide, -wide, -wide));
    const QColor color = option->palette.color(QPalette::Window).darker(kDarker);
    for (const QRect& edge : edges) {
        painter->fillRect(edge, color);
    }
}

void ProgramStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                      QPainter* painter, const QWidget* widget) const {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || bar == nullptr || !isFusion(*baseStyle())) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    QStyleOptionSlider arrows(*bar);
    arrows.subControls &= ~(SC_ScrollBarGroove | SC_ScrollBarSlider);
    paintScrollBar(*this, *bar, *painter, widget);
    QProxyStyle::drawComplexControl(control, &arrows, painter, widget);
}

} // namespace goldpan::ui
