// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/key_overrides.h"

#include "ui/commands/command_registry.h"

#include <QCoreApplication>
#include <QSettings>
#include <algorithm>
#include <array>
#include <optional>

namespace goldpan::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(goldpan::ui::KeyOverrides)
};

constexpr std::array kScopes{std::pair(Scope::queue, "queue"), std::pair(Scope::triage, "triage"),
                             std::pair(Scope::editor, "editor"), std::pair(Scope::anywhere, "anywhere")};

QString keyOf(const QString& id) {
    return QStringLiteral("keys/") + id;
}

/// "triage:Ctrl+A"; the same text in every language.
QString toText(const KeyBinding& binding) {
    const auto* const scope =
        std::ranges::find(kScopes, binding.scope, &decltype(kScopes)::value_type::first);
    return QLatin1String(scope->second) + QLatin1Char(':') +
           binding.keys.toString(QKeySequence::PortableText);
}

std::optional<KeyBinding> fromText(const QString& text) {
    const QString name = text.section(QLatin1Char(':'), 0, 0);
    const auto* const scope = std::ranges::find_if(
        kScopes, [&name](const auto& each) { return name == QLatin1String(each.second); });
    const auto keys = QKeySequence::fromString(text.section(QLatin1Char(':'), 1), QKeySequence::PortableText);
    if (scope == kScopes.end() || keys.count() != 1 || keys[0].key() == Qt::Key_unknown) {
        return std::nullopt;
    }
    return KeyBinding{scope->first, keys};
}

std::optional<QList<KeyBinding>> read(const QVariant& stored) {
    const int type = stored.metaType().id();
    if (stored.isValid() && type != QMetaType::QStringList && type != QMetaType::QString) {
        return std::nullopt;
    }
    QList<KeyBinding> out;
    const QStringList texts = stored.toStringList();
    for (const QString& text : texts) {
        const auto binding = text.size() > 64 ? std::nullopt : fromText(text);
        if (!binding) {
            return std::nullopt;
        }
        out << *binding;
    }
    return out;
}

} // namespace

QStringList loadKeys(CommandRegistry& registry) {
    const QSettings settings;
    QHash<QString, QList<KeyBinding>> wanted;
    QStringList refused;
    for (const Command& command : registry.commands()) {
        if (!settings.contains(keyOf(command.id))) {
            continue;
        }
        if (const auto bindings = read(settings.value(keyOf(command.id)))) {
            wanted.insert(command.id, *bindings);
        } else {
            refused << command.id;
        }
    }
    refused << registry.setAllKeys(wanted);
    QStringList problems;
    for (const QString& id : refused) {
        problems << Words::tr("The stored keys of “%1” cannot be used; it has its default keys.")
                        .arg(registry.find(id)->text);
    }
    return problems;
}

void saveKeys(const CommandRegistry& registry) {
    QSettings settings;
    for (const Command& command : registry.commands()) {
        if (registry.hasDefaultKeys(command.id)) {
            settings.remove(keyOf(command.id));
            continue;
        }
        QStringList texts;
        for (const KeyBinding& binding : command.bindings) {
            texts << toText(binding);
        }
        settings.setValue(keyOf(command.id), texts);
    }
}

} // namespace goldpan::ui
