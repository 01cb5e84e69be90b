// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// QueueDelegate: paints state marks and low log probabilities; everything else is plain text on one line.
// Owned by the view; GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace goldpan::ui {

class QueueDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// What a column takes that shows the state: the mark, and signs for a draft and a suggestion.
    [[nodiscard]] static int stateWidth(const QFont& font);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace goldpan::ui
