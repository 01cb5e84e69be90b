// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette_delegate.h"

#include "ui/common/theme.h"
#include "ui/palette/palette_model.h"

#include <QApplication>
#include <QPainter>

namespace goldpan::ui {

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    QStyleOptionViewItem line(option);
    initStyleOption(&line, index);
    line.text.clear();
    const QStyle* style = line.widget != nullptr ? line.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &line, painter, line.widget);

    const bool selected = (line.state & QStyle::State_Selected) != 0;
    const QString why = index.data(PaletteModel::WhyRole).toString();
    const QColor plain = line.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor muted = selected ? plain : toneColor(Tone::muted, line.palette);
    const int gap = line.fontMetrics.averageCharWidth();
    QRect rest = line.rect.adjusted(gap, 0, -gap, 0);
    painter->save();
    painter->setFont(line.font);

    const QString keys = index.data(PaletteModel::KeysRole).toString();
    painter->setPen(muted);
    painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, keys);
    rest.setRight(rest.right() - line.fontMetrics.horizontalAdvance(keys) - 2 * gap);

    painter->setPen(why.isEmpty() ? plain : muted);
    const QString name =
        line.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, std::max(0, rest.width()));
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, name);
    rest.setLeft(rest.left() + line.fontMetrics.horizontalAdvance(name) + 2 * gap);

    painter->setPen(muted);
    const QString note =
        why.isEmpty() ? index.data(PaletteModel::MenuRole).toString() : tr("not now: %1").arg(why);
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                      line.fontMetrics.elidedText(note, Qt::ElideRight, std::max(0, rest.width())));
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const {
    return {0, option.fontMetrics.height() * 8 / 5};
}

} // namespace goldpan::ui
