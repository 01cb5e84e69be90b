// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SavedQueuesDialog: names the queue that is shown, and renames, orders and deletes those that have names. It
// only asks; its owner does it and hands the new list in. Owned by the window; GUI thread.
#pragma once

#include <QDialog>
#include <QStringList>
#include <vector>

#include "core/store/saved_queues.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace goldpan::ui {

class ElidedLabel;

class SavedQueuesDialog final : public QDialog {
    Q_OBJECT

public:
    explicit SavedQueuesDialog(QWidget* parent = nullptr);

    /// The queue that a new name would be for.
    void setShownQueue(const QString& filter, queue::Order order);
    /// Those that have names; the current one stays so, where it is still there.
    void setQueues(const std::vector<store::SavedQueue>& queues);
    /// Of the first queues, as people read them; "" for none.
    void setKeys(const QStringList& keys);
    /// Opens with the focus in the line for a new name, or in the list.
    void openForName();
    void openForList();
    /// What came of the last request, or why it was refused.
    void setMessage(const QString& text);

Q_SIGNALS:
    void saveRequested(const QString& name);
    void renameRequested(const QString& from, const QString& to);
    void moveRequested(const QString& name, int place);
    void removeRequested(const QString& name);
    void showRequested(int index);

private:
    void buildList();
    void buildButtons();
    void requestSave();
    void takeEdited(QTreeWidgetItem* item);
    void step(int by);
    void refresh();
    [[nodiscard]] int currentIndex() const;
    [[nodiscard]] QString currentName() const;

    std::vector<store::SavedQueue> m_queues;
    QStringList m_keys;
    QLineEdit* m_name = nullptr;
    QPushButton* m_save = nullptr;
    ElidedLabel* m_shown = nullptr;
    QTreeWidget* m_list = nullptr;
    QPushButton* m_show = nullptr;
    QPushButton* m_rename = nullptr;
    QPushButton* m_up = nullptr;
    QPushButton* m_down = nullptr;
    QPushButton* m_delete = nullptr;
    QLabel* m_message = nullptr;
    QString m_goTo; ///< a name to become the current one when it is in the list
    bool m_filling = false;
};

} // namespace goldpan::ui
