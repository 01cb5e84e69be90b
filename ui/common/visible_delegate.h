// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// VisibleDelegate: items as one line in which nothing hides, for lists of names that people or logs brought.
// Owned by its view; GUI thread.
#pragma once

#include <QStyledItemDelegate>

namespace goldpan::ui {

class VisibleDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QString displayText(const QVariant& value, const QLocale& locale) const override;
    /// With air between two lines and two columns.
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace goldpan::ui
