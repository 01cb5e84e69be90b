// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PaletteDelegate: a command on one line: its name, then its menu or why it cannot run now, and its keys at
// the right. Owned by the palette; GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace goldpan::ui {

class PaletteDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace goldpan::ui
