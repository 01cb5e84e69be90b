// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/key_dispatcher.h"

#include "ui/commands/command_registry.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace goldpan::ui {
namespace {

/// More than anyone types while a row loads; what comes after is dropped with the oldest kept.
constexpr std::size_t kMostHeld = 256;

} // namespace

KeyDispatcher::KeyDispatcher(CommandRegistry& registry, QWidget& window)
    : QObject(&window)
    , m_registry(registry)
    , m_window(window) {
    qApp->installEventFilter(this);
}

void KeyDispatcher::setPlace(QWidget* widget, KeyPlace place) {
    m_places[widget] = place;
}

bool KeyDispatcher::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) {
        return false;
    }
    auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr || widget->window() != &m_window) {
        return false;
    }
    auto& key = *static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::KeyPress) {
        return handle(*widget, key);
    }
    // Claimed here, the chord comes back as a KeyPress instead of as somebody's shortcut.
    if (m_registry.lookUp(key.keyCombination(), m_places.value(widget, KeyPlace::other)) != nullptr) {
        event->accept();
        return true;
    }
    return false;
}

bool KeyDispatcher::handle(QWidget& widget, QKeyEvent& event) {
    if (isModifierKey(event.key())) { // must not stand in a queue before its chord
        return false;
    }
    const bool placed = m_places.contains(&widget);
    const QKeyCombination chord = event.keyCombination();
    const Command* command = m_registry.lookUp(chord, m_places.value(&widget, KeyPlace::other));
    if (m_holding && !m_replaying && placed) {
        // What only moves or looks needs no loaded row, but it does not overtake what waits either.
        const bool needsNoRow =
            command != nullptr && (command->repeats || m_registry.lookUp(chord, KeyPlace::other) == command);
        if (!needsNoRow || !m_held.empty()) {
            if (m_held.size() < kMostHeld) {
                m_held.push_back({event.key(), event.modifiers(), event.text(), event.isAutoRepeat()});
            }
            return true;
        }
    }
    if (command == nullptr) {
        return false;
    }
    // A key that leans on the keyboard must not decide row after row.
    if (!event.isAutoRepeat() || command->repeats) {
        m_registry.trigger(QString(command->id));
    }
    return true;
}

void KeyDispatcher::hold() {
    m_holding = true;
}

void KeyDispatcher::release() {
    m_holding = false;
    sendNextHeld();
}

void KeyDispatcher::sendNextHeld() {
    // One at a time: a key may make the window hold again.
    while (!m_holding && !m_replaying && !m_held.empty()) {
        const HeldKey held = m_held.front();
        m_held.erase(m_held.begin());
        QWidget* target = m_window.focusWidget();
        if (target == nullptr) {
            m_held.clear();
            return;
        }
        QKeyEvent press(QEvent::KeyPress, held.key, held.modifiers, held.text, held.autoRepeat);
        m_replaying = true;
        QApplication::sendEvent(target, &press);
        m_replaying = false;
    }
}

} // namespace goldpan::ui
