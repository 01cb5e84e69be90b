// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BarDelegate: a share as a bar with its figures in it. Owned by its view; GUI thread.
#pragma once

#include "ui/common/visible_delegate.h"

namespace goldpan::ui {

class BarDelegate final : public VisibleDelegate {
    Q_OBJECT

public:
    enum Role {
        ShareRole = Qt::UserRole, ///< 0 to 1
        FullRole,                 ///< whether it is enough
    };

    using VisibleDelegate::VisibleDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

} // namespace goldpan::ui
