// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/menus.h"

#include "ui/commands/command_registry.h"
#include "ui/common/visible_text.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QProxyStyle>
#include <array>

namespace goldpan::ui {
namespace {

constexpr std::array kMenus{Menu::file, Menu::edit, Menu::review, Menu::queue, Menu::view, Menu::help};

/// Lets the arrows reach disabled entries too, so that their reasons can be read without a mouse.
class MenuStyle final : public QProxyStyle {
public:
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* result) const override {
        return hint == SH_Menu_AllowActiveAndDisabled ? 1
                                                      : QProxyStyle::styleHint(hint, option, widget, result);
    }
};

/// Where each key counts, a line each.
QString keysToolTip(const Command& command) {
    QStringList lines;
    for (const KeyBinding& binding : command.bindings) {
        lines << QCoreApplication::translate("goldpan::ui::Menu", "%1 %2", "a key, then where it counts")
                     .arg(CommandRegistry::keyText(binding), scopeName(binding.scope));
    }
    return lines.join(QLatin1Char('\n'));
}

QString plain(QString text) {
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

/// The keys are shown and not bound: keys are the dispatcher's.
QString entryText(const Command& command) {
    return plain(command.text) + QLatin1Char('\t') + CommandRegistry::keysText(command);
}

} // namespace

QMenu* buildMenus(QMainWindow& window, CommandRegistry& registry) {
    QMenu* recent = nullptr;
    auto* style = new MenuStyle;
    style->setParent(&window);
    for (const Menu which : kMenus) {
        QMenu* menu = window.menuBar()->addMenu(menuTitle(which));
        menu->setToolTipsVisible(true);
        menu->setStyle(style);
        QList<std::pair<QAction*, QString>> entries;
        for (const Command& command : registry.commands()) {
            if (command.menu != which) {
                continue;
            }
            QAction* action = menu->addAction(entryText(command));
            action->setObjectName(command.id);
            QObject::connect(action, &QAction::triggered, &registry,
                             [&registry, id = command.id] { registry.trigger(id); });
            entries << std::pair(action, command.id);
            if (command.id == QLatin1String("log.import")) {
                recent = menu->addMenu(QCoreApplication::translate("goldpan::ui::Menu", "Open recent"));
                recent->setObjectName(QStringLiteral("recentStores"));
            }
            if (command.separatorAfter) {
                menu->addSeparator();
            }
        }
        QObject::connect(&registry, &CommandRegistry::keysChanged, menu, [&registry, entries] {
            for (const auto& [action, id] : entries) {
                action->setText(entryText(*registry.find(id)));
            }
        });
        QObject::connect(menu, &QMenu::aboutToShow, &registry, [&registry, entries] {
            for (const auto& [action, id] : entries) {
                const QString reason = registry.whyDisabled(id);
                action->setEnabled(reason.isEmpty());
                action->setStatusTip(
                    reason.isEmpty()
                        ? QString()
                        : QCoreApplication::translate("goldpan::ui::Menu", "Not now: %1.").arg(reason));
                action->setToolTip(
                    plainToolTip(reason.isEmpty() ? keysToolTip(*registry.find(id)) : action->statusTip()));
            }
        });
    }
    return recent;
}

std::vector<KeyGroup> keyGroups(const CommandRegistry& registry) {
    std::vector<KeyGroup> groups;
    for (const Menu which : kMenus) {
        KeyGroup group{menuName(which), {}};
        for (const Command& command : registry.commands()) {
            if (command.menu == which) {
                group.rows.push_back({CommandRegistry::keysText(command), command.text});
            }
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

QHash<QString, QString> firstKeys(const CommandRegistry& registry) {
    QHash<QString, QString> keys;
    for (const Command& command : registry.commands()) {
        if (!command.bindings.isEmpty()) {
            keys.insert(command.id, CommandRegistry::keyText(command.bindings.first()));
        }
    }
    return keys;
}

} // namespace goldpan::ui
