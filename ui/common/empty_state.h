// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// EmptyState: what an empty pane says: what it is, what to do, and with which key. Owned by its parent; GUI
// thread.
#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace goldpan::ui {

class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget* parent = nullptr);

    /// `keys` as people read them ("Ctrl+I"), "" for none.
    void setContent(const QString& title, const QString& hint, const QString& keys = {});

private:
    QLabel* m_title = nullptr;
    QLabel* m_hint = nullptr;
    QLabel* m_keys = nullptr;
};

} // namespace goldpan::ui
