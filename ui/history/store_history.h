// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// StoreHistory: the acts of the whole store, newest first, each of which can be taken back or done again. A
// window of its own beside the review; reads and writes nothing itself. Owned by the window; GUI thread.
#pragma once

#include "core/domain/act.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace goldpan::ui {

class StoreHistory : public QDialog {
    Q_OBJECT

public:
    explicit StoreHistory(QWidget* parent = nullptr);

    /// The chosen act stays the chosen one; the newest is chosen in a list that was empty. Where the chosen
    /// one is no longer among them nothing is: Enter must not undo another act than the one that was read.
    /// `more`: there are older ones.
    void setActs(std::vector<Act> acts, bool more);
    /// What came of an undo, or why there was none.
    void setMessage(const QString& text);
    /// An act is being taken back: another one waits.
    void setBusy(bool busy);

Q_SIGNALS:
    void olderRequested();
    /// `again`: the act is undone and is to be done once more.
    void undoRequested(goldpan::ActId act, bool again);

private:
    [[nodiscard]] const Act* chosen() const;
    void refreshButton();
    void requestUndo();

    std::vector<Act> m_acts;
    bool m_busy = false;
    QTreeWidget* m_list = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_older = nullptr;
};

} // namespace goldpan::ui
