// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readiness/bar_delegate.h"

#include "ui/common/theme.h"

#include <QApplication>
#include <QPainter>

namespace goldpan::ui {

void BarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    QStyleOptionViewItem cell(option);
    initStyleOption(&cell, index);
    const QString figures = cell.text;
    cell.text.clear();
    const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const int rise = std::max(1, cell.fontMetrics.height() / 8);
    const QRect frame = cell.rect.adjusted(2 * rise, rise, -2 * rise, -rise);
    QRect bar = frame;
    bar.setWidth(static_cast<int>(frame.width() * index.data(ShareRole).toDouble()));
    painter->save();
    // On grounds of its own, also in a selected line, so that the figures read on both.
    painter->fillRect(frame, cell.palette.color(QPalette::Base));
    painter->fillRect(bar,
                      barBackground(index.data(FullRole).toBool() ? Tone::ok : Tone::info, cell.palette));
    painter->setPen(cell.palette.color(QPalette::Mid));
    painter->drawRect(frame.adjusted(0, 0, -1, -1));
    painter->setPen(cell.palette.color(QPalette::Text));
    painter->setFont(cell.font);
    painter->drawText(frame, Qt::AlignCenter, figures);
    painter->restore();
}

} // namespace goldpan::ui
