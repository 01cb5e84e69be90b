// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CheckList: a list of boxes to tick, on the ground of the window; its Base is the ground of the boxes only,
// so that appearance can make empty ones stand out. Owned by its parent; GUI thread.
#pragma once

#include <QListWidget>

namespace goldpan::ui {

class CheckList final : public QListWidget {
    Q_OBJECT

public:
    explicit CheckList(QWidget* parent = nullptr);
};

} // namespace goldpan::ui
