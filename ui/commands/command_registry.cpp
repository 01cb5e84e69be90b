// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/command_registry.h"

#include "ui/commands/key_rules.h"

#include <algorithm>

namespace goldpan::ui {
namespace {

QKeyCombination chordOf(const KeyBinding& binding) {
    return plainChord(binding.keys[0]);
}

bool collide(const KeyBinding& one, const KeyBinding& other) {
    return chordOf(one) == chordOf(other) && scopesOverlap(one.scope, other.scope);
}

} // namespace

CommandRegistry::CommandRegistry(QList<Command> commands, QObject* parent)
    : QObject(parent)
    , m_commands(std::move(commands)) {
    for (const Command& command : m_commands) {
        m_defaults.insert(command.id, command.bindings);
    }
}

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
                    if (collide(one, other)) {
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

QString CommandRegistry::whyNotKeys(const QString& id, const QList<KeyBinding>& bindings) const {
    for (qsizetype at = 0; at < bindings.size(); ++at) {
        const KeyBinding& binding = bindings[at];
        if (const QString reason = whyNotKey(binding);
            !reason.isEmpty() && !m_defaults.value(id).contains(binding)) {
            return binding.keys.isEmpty()
                       ? tr("This cannot be a command's key: %1.").arg(reason)
                       : tr("%1 cannot be a command's key here: %2.").arg(keyText(binding), reason);
        }
        for (qsizetype before = 0; before < at; ++before) {
            if (collide(bindings[before], binding)) {
                return tr("%1 is on this command already.").arg(keyText(binding));
            }
        }
        for (const Command& other : m_commands) {
            const bool taken =
                other.id != id && std::ranges::any_of(other.bindings, [&binding](const KeyBinding& theirs) {
                    return collide(theirs, binding);
                });
            if (taken) {
                return tr("%1 belongs to “%2” already. Take it off there first, or choose another key.")
                    .arg(keyText(binding), other.text);
            }
        }
    }
    return {};
}

QString CommandRegistry::setKeys(const QString& id, const QList<KeyBinding>& bindings) {
    if (const QString reason = whyNotKeys(id, bindings); !reason.isEmpty()) {
        return reason;
    }
    if (Command* command = findToChange(id); command != nullptr && command->bindings != bindings) {
        command->bindings = bindings;
        Q_EMIT keysChanged();
    }
    return {};
}

QStringList CommandRegistry::setAllKeys(const QHash<QString, QList<KeyBinding>>& bindings) {
    for (Command& command : m_commands) {
        command.bindings = bindings.value(command.id, m_defaults.value(command.id));
    }
    // Each round gives at least one command its own keys back; with all of them there is nothing to refuse.
    QStringList refused;
    const auto isRefused = [this](const Command& command) {
        return !hasDefaultKeys(command.id) && !whyNotKeys(command.id, command.bindings).isEmpty();
    };
    for (auto at = std::ranges::find_if(m_commands, isRefused); at != m_commands.end();
         at = std::ranges::find_if(m_commands, isRefused)) {
        refused << at->id;
        at->bindings = m_defaults.value(at->id);
    }
    Q_EMIT keysChanged();
    return refused;
}

QList<KeyBinding> CommandRegistry::defaultKeys(const QString& id) const {
    return m_defaults.value(id);
}

bool CommandRegistry::hasDefaultKeys(const QString& id) const {
    const Command* command = find(id);
    return command == nullptr || command->bindings == m_defaults.value(id);
}

Command* CommandRegistry::findToChange(const QString& id) {
    const auto found =
        std::ranges::find_if(m_commands, [&id](const Command& command) { return command.id == id; });
    return found == m_commands.end() ? nullptr : &*found;
}

void CommandRegistry::setHandler(const QString& id, std::function<void()> run, WhyNot whyNot) {
    Q_ASSERT(find(id) != nullptr);
    m_handlers[id] = {std::move(run), std::move(whyNot)};
}

void CommandRegistry::addObstacle(const QString& id, const WhyNot& whyNot) {
    Q_ASSERT(find(id) != nullptr);
    m_obstacles.insert(id, whyNot);
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
    Q_EMIT aboutToRun(id);
    const auto run = m_handlers.constFind(id)->run; // a copy: the handler may close the window
    run();
}

QString CommandRegistry::keyText(const KeyBinding& binding) {
    // As they stand on keyboards, whatever the language: sentences and the guide say Enter, too.
    QStringList parts = binding.keys.toString(QKeySequence::PortableText).split(QLatin1Char('+'));
    if (parts.last() == QLatin1String("Return")) {
        parts.last() = QStringLiteral("Enter");
    }
    return parts.join(QLatin1Char('+'));
}

QString CommandRegistry::keyText(const char* id) const {
    const Command* command = find(QString::fromLatin1(id));
    Q_ASSERT(command != nullptr);
    return command->bindings.isEmpty() ? tr("“%1”", "the name of a command").arg(command->text)
                                       : keyText(command->bindings.first());
}

QString CommandRegistry::keysText(const Command& command) {
    QStringList keys;
    for (const KeyBinding& binding : command.bindings) {
        keys << keyText(binding);
    }
    return keys.join(QLatin1String(", "));
}

} // namespace goldpan::ui
