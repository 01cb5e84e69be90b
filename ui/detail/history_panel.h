// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// HistoryPanel: what happened to a row, by whom and when, newest first. Owned by its parent; GUI thread.
#pragma once

#include "core/domain/act.h"

#include <QWidget>

#include <vector>

class QLabel;
class QTreeWidget;

namespace goldpan::ui {

class HistoryPanel : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPanel(QWidget* parent = nullptr);

    void setHistory(const std::vector<HistoryItem>& items);

Q_SIGNALS:
    void closed(); ///< Esc

protected:
    bool event(QEvent* event) override;

private:
    QTreeWidget* m_list = nullptr;
    QLabel* m_empty = nullptr;
};

} // namespace goldpan::ui
