// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// CommandRegistry: every command once, with its keys, whether it can run now and what it does. Menus, the key
// sheet and the key dispatcher read it. Owned by the window; GUI thread.
#pragma once

#include "core/base/result.h"
#include "ui/commands/command.h"

#include <QHash>
#include <QObject>
#include <functional>

namespace goldpan::ui {

class CommandRegistry final : public QObject {
    Q_OBJECT

public:
    /// Says why a command cannot run now; empty where it can.
    using WhyNot = std::function<QString()>;

    explicit CommandRegistry(QList<Command> commands, QObject* parent = nullptr);

    [[nodiscard]] const QList<Command>& commands() const { return m_commands; }
    [[nodiscard]] const Command* find(const QString& id) const;
    /// The command that `chord` means where a widget of kind `place` has the focus, nullptr where none.
    [[nodiscard]] const Command* lookUp(QKeyCombination chord, KeyPlace place) const;

    /// Why the command cannot have these keys: a sentence that names the key and who or what has it. "" where
    /// it can. The command's own default keys are never refused for what they are, only for who has them.
    [[nodiscard]] QString whyNotKeys(const QString& id, const QList<KeyBinding>& bindings) const;
    /// Gives the command other keys from now on, or answers whyNotKeys() and changes nothing.
    [[nodiscard]] QString setKeys(const QString& id, const QList<KeyBinding>& bindings);
    /// All commands at once, so that two can change places. Answers the ids that keep their default keys
    /// instead, because those named for them cannot be.
    QStringList setAllKeys(const QHash<QString, QList<KeyBinding>>& bindings);
    [[nodiscard]] QList<KeyBinding> defaultKeys(const QString& id) const;
    [[nodiscard]] bool hasDefaultKeys(const QString& id) const;

    /// Two commands on one key in one place would be a coin toss: `refused` with the names of both.
    [[nodiscard]] Result<void> checkCollisions() const;

    void setHandler(const QString& id, std::function<void()> run, WhyNot whyNot = {});
    /// Something beside the command may be in its way: asked after the handler's own reason.
    void addObstacle(const QString& id, const WhyNot& whyNot);
    [[nodiscard]] bool hasHandler(const QString& id) const;
    [[nodiscard]] QString whyDisabled(const QString& id) const;

    /// Runs the command, or emits refused() with the reason.
    void trigger(const QString& id);

    /// One key as people read it: "Ctrl+Enter".
    [[nodiscard]] static QString keyText(const KeyBinding& binding);
    /// What a sentence calls the command: its first key, or its name where it has none.
    [[nodiscard]] QString keyText(const char* id) const;
    /// All keys of a command, for menus and the key sheet.
    [[nodiscard]] static QString keysText(const Command& command);

Q_SIGNALS:
    void keysChanged();
    /// The command can run, and runs next.
    void aboutToRun(const QString& id);
    void refused(const QString& id, const QString& reason);

private:
    struct Handler {
        std::function<void()> run;
        WhyNot whyNot;
    };
    [[nodiscard]] Command* findToChange(const QString& id);

    QList<Command> m_commands;
    QHash<QString, QList<KeyBinding>> m_defaults;
    QHash<QString, Handler> m_handlers;
    QMultiHash<QString, WhyNot> m_obstacles;
};

} // namespace goldpan::ui
