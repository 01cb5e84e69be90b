// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/check_list.h"

namespace goldpan::ui {

CheckList::CheckList(QWidget* parent)
    : QListWidget(parent) {
    viewport()->setBackgroundRole(QPalette::Window);
}

} // namespace goldpan::ui
