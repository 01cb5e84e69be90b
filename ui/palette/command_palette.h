// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CommandPalette: every command by name, over the middle of its parent. What is typed narrows the list, Enter
// runs the chosen one, Esc closes. Hidden until it is opened; owned by its parent; GUI thread.
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace goldpan::ui {

class CommandRegistry;
class PaletteModel;

class CommandPalette final : public QFrame {
    Q_OBJECT

public:
    CommandPalette(CommandRegistry& registry, QWidget& parent);

    /// Shows it, or closes it where it is shown.
    void toggle();

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// Esc: the window puts the focus back. After a command that ran the focus is where it was before, unless
    /// the command moved it.
    void closed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void open();
    void runChosen();
    bool handleKey(int key);
    void choose(int row);
    void place();

    CommandRegistry& m_registry;
    PaletteModel* m_model = nullptr;
    QLineEdit* m_query = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_nothing = nullptr;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace goldpan::ui
