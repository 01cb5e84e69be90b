// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PaneTitle: the name above a pane; stands out while the pane has the focus, so that people see where their
// keys go. Owned by its parent; GUI thread.
#pragma once

#include <QLabel>

namespace goldpan::ui {

class PaneTitle final : public QLabel {
    Q_OBJECT

public:
    PaneTitle(const QString& text, QWidget& pane, QWidget* parent);

private:
    void showFocus(bool focused);

    QString m_name;
    QWidget& m_pane;
};

} // namespace goldpan::ui
