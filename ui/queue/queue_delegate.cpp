// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queue_delegate.h"

#include "ui/common/theme.h"
#include "ui/queue/queue_model.h"

#include <QApplication>
#include <QPainter>

namespace goldpan::ui {
namespace {

constexpr double kMarkWidth = 1.4; ///< in heights of the font

/// What stands beside the mark is second to it, and two fit where one did.
QFont noteFont(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.8);
    return font;
}

} // namespace

int QueueDelegate::stateWidth(const QFont& font) {
    const int notes = QFontMetrics(noteFont(font)).horizontalAdvance(QStringLiteral("✎✦"));
    return static_cast<int>(QFontMetrics(font).height() * kMarkWidth) + notes;
}

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant state = index.data(QueueModel::StateRole);
    if (index.column() != QueueModel::StateColumn || !state.isValid()) {
        return;
    }
    const bool selected = (option.state & QStyle::State_Selected) != 0;
    const Mark mark = index.data(QueueModel::SavingRole).toBool()
                          ? Mark::saving
                          : markOf(static_cast<ReviewState>(state.toInt()));
    const QColor color =
        selected ? option.palette.color(QPalette::HighlightedText) : markColor(mark, option.palette);
    const qreal side = option.fontMetrics.height();
    QRectF area(option.rect);
    area.setWidth(side + side / 2);
    painter->save();
    paintMark(*painter, area, mark, color);
    QString notes;
    if (index.data(QueueModel::DraftRole).toBool()) {
        notes += QStringLiteral("✎");
    }
    if (index.data(QueueModel::SuggestionRole).toBool()) {
        notes += QStringLiteral("✦");
    }
    painter->setPen(color);
    painter->setFont(noteFont(option.font));
    painter->drawText(QRectF(option.rect).adjusted(side * kMarkWidth, 0, 0, 0),
                      Qt::AlignVCenter | Qt::AlignLeft, notes);
    painter->restore();
}

void QueueDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if ((option->displayAlignment & Qt::AlignRight) != 0) {
        option->text += QueueModel::kRightGap;
    }
    option->state &= ~QStyle::State_HasFocus; // the row is the current thing, not one of its cells
    if (index.column() == QueueModel::LogprobColumn && index.data(QueueModel::LowConfidenceRole).toBool()) {
        option->text = QStringLiteral("▼ ") + option->text;
        option->palette.setColor(QPalette::Text, toneColor(Tone::lowConfidence, option->palette));
    }
}

} // namespace goldpan::ui
