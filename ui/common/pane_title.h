// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PaneTitle: the name above a pane; stands out while the pane has the focus, so that people see where their
// keys go. Owned by its parent; GUI thread.
#pragma once

#include "ui/common/elided_label.h"

namespace goldpan::ui {

class PaneTitle final : public ElidedLabel {
    Q_OBJECT

public:
    PaneTitle(const QString& name, QWidget& pane, QWidget* parent);

    void setName(const QString& name);

private:
    void showFocus(bool focused);

    QString m_name;
    QWidget& m_pane;
    bool m_focused = false;
};

} // namespace goldpan::ui
