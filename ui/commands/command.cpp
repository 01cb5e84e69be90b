// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/command.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace goldpan::ui {

bool scopeHolds(Scope scope, KeyPlace place) {
    switch (scope) {
    case Scope::queue:
        return place == KeyPlace::queue;
    case Scope::triage:
        return place == KeyPlace::queue || place == KeyPlace::readOnlyText;
    case Scope::editor:
        return place == KeyPlace::editor;
    case Scope::anywhere:
        return true;
    }
    return false;
}

bool scopesOverlap(Scope left, Scope right) {
    for (const KeyPlace place :
         {KeyPlace::queue, KeyPlace::readOnlyText, KeyPlace::editor, KeyPlace::other}) {
        if (scopeHolds(left, place) && scopeHolds(right, place)) {
            return true;
        }
    }
    return false;
}

QString scopeName(Scope scope) {
    switch (scope) {
    case Scope::queue:
        return QCoreApplication::translate("goldpan::ui::Scope", "in the queue");
    case Scope::triage:
        return QCoreApplication::translate("goldpan::ui::Scope", "in the queue and in read-only text");
    case Scope::editor:
        return QCoreApplication::translate("goldpan::ui::Scope", "in the editor");
    case Scope::anywhere:
        return QCoreApplication::translate("goldpan::ui::Scope", "anywhere");
    }
    return {};
}

QString menuTitle(Menu menu) {
    switch (menu) {
    case Menu::file:
        return QCoreApplication::translate("goldpan::ui::Menu", "&File");
    case Menu::edit:
        return QCoreApplication::translate("goldpan::ui::Menu", "&Edit");
    case Menu::review:
        return QCoreApplication::translate("goldpan::ui::Menu", "&Review");
    case Menu::queue:
        return QCoreApplication::translate("goldpan::ui::Menu", "&Queue");
    case Menu::view:
        return QCoreApplication::translate("goldpan::ui::Menu", "&View");
    case Menu::help:
        return QCoreApplication::translate("goldpan::ui::Menu", "&Help");
    }
    return {};
}

QString menuName(Menu menu) {
    // Chinese has the letter behind the word: 文件(&F).
    static const QRegularExpression kMnemonic(QStringLiteral("\\(&.\\)|&"));
    return menuTitle(menu).remove(kMnemonic);
}

QKeyCombination plainChord(QKeyCombination chord) {
    Qt::Key key = chord.key();
    Qt::KeyboardModifiers modifiers = chord.keyboardModifiers() & (Qt::ShiftModifier | Qt::ControlModifier |
                                                                   Qt::AltModifier | Qt::MetaModifier);
    if (key == Qt::Key_Enter) {
        key = Qt::Key_Return;
    }
    // Printable keys stand at their Latin-1 code; Space is one that Shift changes the meaning of, as letters
    // are.
    const bool symbol = key > Qt::Key_Space && key <= Qt::Key_ydiaeresis && !QChar(key).isLetter();
    if (symbol) {
        modifiers &= ~Qt::ShiftModifier;
    }
    return QKeyCombination(modifiers, key);
}

bool isModifierKey(int key) {
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr || key == Qt::Key_CapsLock || key == Qt::Key_NumLock;
}

} // namespace goldpan::ui
