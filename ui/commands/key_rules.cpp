// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/key_rules.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace goldpan::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::KeyRules)
};

bool among(Qt::Key key, std::initializer_list<Qt::Key> keys) {
    return std::ranges::find(keys, key) != keys.end();
}

bool movesInText(Qt::Key key) {
    return among(key, {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End,
                       Qt::Key_PageUp, Qt::Key_PageDown});
}

/// Whether a text field, or an operator's hand in it, needs the chord.
bool editsText(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    if (movesInText(key) && !modifiers.testFlag(Qt::AltModifier)) {
        return true;
    }
    const bool plain = (modifiers & ~Qt::KeyboardModifiers(Qt::ShiftModifier)) == Qt::NoModifier;
    if (plain) {
        return key < Qt::Key_Escape || // it writes a character
               among(key, {Qt::Key_Return, Qt::Key_Backspace, Qt::Key_Delete, Qt::Key_Insert});
    }
    const bool altGr = modifiers.testFlag(Qt::ControlModifier) && modifiers.testFlag(Qt::AltModifier);
    if (altGr && key < Qt::Key_Escape) {
        return true; // AltGr arrives so on some systems
    }
    const bool control = modifiers.testFlag(Qt::ControlModifier) && !altGr;
    if (control && among(key, {Qt::Key_Z, Qt::Key_Backspace, Qt::Key_Delete, Qt::Key_Insert})) {
        return true; // with Shift too
    }
    return modifiers == Qt::ControlModifier &&
           among(key, {Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_Y});
}

bool readsText(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    if (movesInText(key)) {
        return !modifiers.testFlag(Qt::AltModifier);
    }
    return modifiers == Qt::ControlModifier && among(key, {Qt::Key_A, Qt::Key_C, Qt::Key_Insert});
}

} // namespace

QString whyNotKey(const KeyBinding& binding) {
    if (binding.keys.count() != 1 || binding.keys[0].key() == Qt::Key_unknown ||
        static_cast<int>(binding.keys[0].key()) == 0) {
        return Words::tr("it is not one key");
    }
    const QKeyCombination chord = plainChord(binding.keys[0]);
    const Qt::Key key = chord.key();
    const Qt::KeyboardModifiers modifiers = chord.keyboardModifiers();
    if (key == Qt::Key_Escape) {
        return Words::tr("Esc leaves every pane and dialog");
    }
    if (among(key, {Qt::Key_Tab, Qt::Key_Backtab}) && !modifiers.testFlag(Qt::ControlModifier)) {
        return Words::tr("Tab moves the focus");
    }
    if (modifiers == Qt::AltModifier && key > Qt::Key_Space && key < Qt::Key_Escape) {
        return Words::tr("Alt with a character opens a menu");
    }
    const bool inFields = binding.scope == Scope::editor || binding.scope == Scope::anywhere;
    if (inFields && editsText(key, modifiers)) {
        return Words::tr("text fields need it for editing");
    }
    if (binding.scope == Scope::triage && readsText(key, modifiers)) {
        return Words::tr("read-only text needs it for moving and copying");
    }
    return {};
}

} // namespace goldpan::ui
