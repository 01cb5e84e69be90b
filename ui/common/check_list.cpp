// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/check_list.h"
#include "ui/common/visible_delegate.h"

namespace goldpan::ui {

CheckList::CheckList(QWidget* parent)
    : QListWidget(parent) {
    setItemDelegate(new VisibleDelegate(this));
    viewport()->setBackgroundRole(QPalette::Window);
}

} // namespace goldpan::ui
