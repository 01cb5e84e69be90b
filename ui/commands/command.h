// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Command: something an operator can do, with the keys that do it. A value, declared once in
// command_table.cpp.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace goldpan::ui {

/// Where a key counts. *Triage* is the queue and every read-only text; a text field that people type into has
/// only its own keys and those that count anywhere.
enum class Scope {
    queue,
    triage,
    editor,
    anywhere,
};

/// What kind of widget a key press arrives at.
enum class KeyPlace {
    queue,
    readOnlyText,
    editor,
    other,
};

enum class Menu {
    file,
    edit,
    review,
    queue,
    view,
    help,
};

struct KeyBinding {
    Scope scope = Scope::anywhere;
    QKeySequence keys; ///< one chord

    bool operator==(const KeyBinding&) const = default;
};

struct Command {
    QString id; ///< stored by people who rebind keys: never changes
    QString text;
    Menu menu = Menu::review;
    QList<KeyBinding> bindings;
    bool repeats = false;        ///< moves or looks, so holding the key down does it again
    bool separatorAfter = false; ///< in its menu

    bool operator==(const Command&) const = default;
};

[[nodiscard]] bool scopeHolds(Scope scope, KeyPlace place);
/// True where some place hears both.
[[nodiscard]] bool scopesOverlap(Scope left, Scope right);
/// "anywhere", "queue and text", as the key sheet names it.
[[nodiscard]] QString scopeName(Scope scope);

/// "&File", as the menu bar shows it.
[[nodiscard]] QString menuTitle(Menu menu);
/// "File"
[[nodiscard]] QString menuName(Menu menu);

/// One spelling for a chord: both Enters are one, the keypad and layout groups do not matter, and neither
/// does Shift where it only serves to reach a symbol (`?`, `/` on many layouts).
[[nodiscard]] QKeyCombination plainChord(QKeyCombination chord);

/// Held down to reach another key: means nothing alone.
[[nodiscard]] bool isModifierKey(int key);

/// The built-in commands with their default keys, in menu order.
[[nodiscard]] QList<Command> builtInCommands();

} // namespace goldpan::ui
