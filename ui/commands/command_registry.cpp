// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/command_registry.h"

#include <algorithm>

namespace goldpan::ui {
namespace {

QKeyCombination chordOf(const KeyBinding& binding) {
    return plainChord(binding.keys[0]);
}

} // namespace

CommandRegistry::CommandRegistry(QList<Command> commands, QObject* parent)
    : QObject(parent)
    , m_commands(std::move(commands)) {}

const Command* CommandRegistry::find(const QString& id) const {
    const auto found =
        std::ranges::find_if(m_commands, [&id](const Command& command) { return command.id == id; });
    return found == m_commands.end() ? nullptr : &*found;
}

const Command* CommandRegistry::lookUp(QKeyCombination chord, KeyPlace place) const {
    const QKeyCombination wanted = plainChord(chord);
    for (const Command& command : m_commands) {
        for (const KeyBinding& binding : command.bindings) {
            if (chordOf(binding) == wanted && scopeHolds(binding.scope, place)) {
                return &command;
            }
        }
    }
    return nullptr;
}

Result<void> CommandRegistry::checkCollisions() const {
    for (qsizetype left = 0; left < m_commands.size(); ++left) {
        for (qsizetype right = left + 1; right < m_commands.size(); ++right) {
            for (const KeyBinding& one : m_commands[left].bindings) {
                for (const KeyBinding& other : m_commands[right].bindings) {
                    if (chordOf(one) == chordOf(other) && scopesOverlap(one.scope, other.scope)) {
                        return fail(ErrorCode::refused, one.keys.toString().toStdString() + " belongs to " +
                                                            m_commands[left].id.toStdString() +
                                                            " already, so " +
                                                            m_commands[right].id.toStdString() +
                                                            " cannot have it; choose another key.");
                    }
                }
            }
        }
    }
    return {};
}

void CommandRegistry::setHandler(const QString& id, std::function<void()> run, WhyNot whyNot) {
    Q_ASSERT(find(id) != nullptr);
    m_handlers[id] = {std::move(run), std::move(whyNot)};
}

void CommandRegistry::addObstacle(const QString& id, WhyNot whyNot) {
    Q_ASSERT(find(id) != nullptr);
    m_obstacles.insert(id, std::move(whyNot));
}

bool CommandRegistry::hasHandler(const QString& id) const {
    return m_handlers.contains(id);
}

QString CommandRegistry::whyDisabled(const QString& id) const {
    const auto found = m_handlers.constFind(id);
    if (found == m_handlers.constEnd()) {
        return tr("it is not part of this window");
    }
    QString reason = found->whyNot ? found->whyNot() : QString();
    for (const WhyNot& obstacle : m_obstacles.values(id)) {
        if (reason.isEmpty()) {
            reason = obstacle();
        }
    }
    return reason;
}

void CommandRegistry::trigger(const QString& id) {
    if (const QString reason = whyDisabled(id); !reason.isEmpty()) {
        Q_EMIT refused(id, reason);
        return;
    }
    const auto run = m_handlers.constFind(id)->run; // a copy: the handler may close the window
    run();
}

QString CommandRegistry::keyText(const KeyBinding& binding) {
    QStringList parts = binding.keys.toString(QKeySequence::NativeText).split(QLatin1Char('+'));
    if (parts.last() == QLatin1String("Return")) {
        parts.last() = QStringLiteral("Enter");
    }
    return parts.join(QLatin1Char('+'));
}

QString CommandRegistry::keysText(const Command& command) {
    QStringList keys;
    for (const KeyBinding& binding : command.bindings) {
        keys << keyText(binding);
    }
    return keys.join(QLatin1String(", "));
}

} // namespace goldpan::ui
