// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// KeyDispatcher: turns key presses in one window into commands. Owned by the window; GUI thread.
//
// An event filter and no QShortcut: a window-wide shortcut fires in read-only text and buttons too and takes
// Space, Return and the arrows away from them, two shortcuts on one key in overlapping contexts both stay
// silent, and a key would need one shortcut object for each widget of its scope. The filter asks the registry
// what a chord means at the widget that gets the key, takes exactly that, and leaves every other key alone.
#pragma once

#include "ui/commands/command.h"

#include <QHash>
#include <QObject>
#include <vector>

class QKeyEvent;
class QWidget;

namespace goldpan::ui {

class CommandRegistry;

class KeyDispatcher final : public QObject {
    Q_OBJECT

public:
    KeyDispatcher(CommandRegistry& registry, QWidget& window);

    /// Says what `widget` is; widgets that are not named are `other`.
    void setPlace(QWidget* widget, KeyPlace place);

    /// While held, keys of the named places wait in order: what was pressed while a row was still loading is
    /// meant for that row, as the operator expects to see it, and not for the one before. Released, they are
    /// sent to the widget that has the focus then.
    void hold();
    void release();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct HeldKey {
        int key = 0;
        Qt::KeyboardModifiers modifiers;
        QString text;
        bool autoRepeat = false;
    };

    [[nodiscard]] bool handle(QWidget& widget, QKeyEvent& event);
    void sendNextHeld();

    CommandRegistry& m_registry;
    QWidget& m_window;
    QHash<QWidget*, KeyPlace> m_places;
    std::vector<HeldKey> m_held;
    bool m_holding = false;
    bool m_replaying = false;
};

} // namespace goldpan::ui
