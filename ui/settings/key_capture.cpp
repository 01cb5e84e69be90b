// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/key_capture.h"

#include "ui/commands/command_registry.h"

#include <QKeyEvent>

namespace goldpan::ui {
namespace {

bool movesFocus(const QKeyEvent& event) {
    return (event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab) &&
           !event.modifiers().testFlag(Qt::ControlModifier);
}

} // namespace

KeyCapture::KeyCapture(QWidget* parent)
    : QLineEdit(parent) {
    setReadOnly(true);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::NoContextMenu);
    setPlaceholderText(tr("Press the new key here"));
}

void KeyCapture::setKeys(const QKeySequence& keys) {
    m_keys = keys;
    setText(keys.isEmpty() ? QString() : CommandRegistry::keyText({Scope::anywhere, keys}));
    Q_EMIT captured();
}

bool KeyCapture::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // comes back as a key press instead of as a mnemonic
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (!movesFocus(*key)) {
            keyPressEvent(key);
            return true;
        }
    }
    return QLineEdit::event(event);
}

void KeyCapture::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        if (m_keys.isEmpty()) {
            event->ignore();
        } else {
            setKeys({});
        }
        return;
    }
    event->accept();
    if (event->key() == Qt::Key_unknown || event->key() == 0 || isModifierKey(event->key()) ||
        event->isAutoRepeat()) {
        return;
    }
    setKeys(QKeySequence(plainChord(event->keyCombination())));
}

} // namespace goldpan::ui
