// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// KeysPage: every command with its keys, and how to change them. A change counts at once; what cannot be says
// why. Owned by the settings dialog; GUI thread.
#pragma once

#include "ui/commands/command.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace goldpan::ui {

class CommandRegistry;
class KeyCapture;
class KeysModel;

class KeysPage final : public QWidget {
    Q_OBJECT

public:
    explicit KeysPage(CommandRegistry& registry, QWidget* parent = nullptr);

Q_SIGNALS:
    void edited();

private:
    void makeTable();
    void makeEditor();
    void setUpButtons();
    void takeSelection();
    void updateButtons();
    void give(bool replace);
    void remove();
    void reset();
    void resetAll();
    /// Answers whether the registry took them.
    bool apply(const QString& id, const QList<KeyBinding>& bindings, qsizetype select, const QString& done);
    void say(const QString& text, bool refused = false);
    void select(int row);

    CommandRegistry& m_registry;
    KeysModel* m_model = nullptr;
    QLineEdit* m_search = nullptr;
    QTableView* m_table = nullptr;
    KeyCapture* m_capture = nullptr;
    QComboBox* m_scope = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_replace = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_reset = nullptr;
    QPushButton* m_resetAll = nullptr;
    QLabel* m_message = nullptr;
    QHash<QString, QList<KeyBinding>> m_beforeReset; ///< what "reset all" took, until the next change
};

} // namespace goldpan::ui
