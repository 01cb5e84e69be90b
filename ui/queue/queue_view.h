// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// QueueView (`queueView`): the queue as a table of one-line rows. Owned by its parent; GUI thread.
#pragma once

#include <QTableView>

#include "core/queue/queue_query.h"

namespace goldpan::ui {

class EmptyState;
class QueueModel;

class QueueView final : public QTableView {
    Q_OBJECT

public:
    explicit QueueView(QueueModel& model, QWidget* parent = nullptr);

    /// What stands here while there is no row.
    [[nodiscard]] EmptyState& emptyState() { return *m_empty; }
    /// The row becomes the current one and is scrolled to.
    void setCurrentRow(int row);
    void showOrder(queue::Order order);

    // Typing a letter must not search a million rows for it.
    void keyboardSearch(const QString&) override {}

Q_SIGNALS:
    void orderRequested(goldpan::queue::Order order);

protected:
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight,
                     const QList<int>& roles) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void fitToFont();
    void sortBy(int column);
    void openColumnMenu(const QPoint& at);
    void updateEmptyState();

    EmptyState* m_empty = nullptr;
    queue::Order m_order;
};

} // namespace goldpan::ui
