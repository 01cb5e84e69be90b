// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/menus.h"

#include "ui/commands/command_registry.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <array>

namespace goldpan::ui {
namespace {

constexpr std::array kMenus{Menu::file, Menu::edit, Menu::review, Menu::queue, Menu::view, Menu::help};

QString menuTitle(Menu menu) {
    switch (menu) {
    case Menu::file:
        return QCoreApplication::translate("Menu", "&File");
    case Menu::edit:
        return QCoreApplication::translate("Menu", "&Edit");
    case Menu::review:
        return QCoreApplication::translate("Menu", "&Review");
    case Menu::queue:
        return QCoreApplication::translate("Menu", "&Queue");
    case Menu::view:
        return QCoreApplication::translate("Menu", "&View");
    case Menu::help:
        return QCoreApplication::translate("Menu", "&Help");
    }
    return {};
}

QString plain(QString text) {
    return text.replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

QMenu* buildMenus(QMainWindow& window, CommandRegistry& registry) {
    QMenu* recent = nullptr;
    for (const Menu which : kMenus) {
        QMenu* menu = window.menuBar()->addMenu(menuTitle(which));
        QList<std::pair<QAction*, QString>> entries;
        for (const Command& command : registry.commands()) {
            if (command.menu != which) {
                continue;
            }
            // The keys are shown and not bound: keys are the dispatcher's.
            QAction* action =
                menu->addAction(plain(command.text) + QLatin1Char('\t') + CommandRegistry::keysText(command));
            action->setObjectName(command.id);
            QObject::connect(action, &QAction::triggered, &registry,
                             [&registry, id = command.id] { registry.trigger(id); });
            entries << std::pair(action, command.id);
            if (command.id == QLatin1String("log.import")) {
                recent = menu->addMenu(QCoreApplication::translate("Menu", "Open recent"));
            }
            if (command.separatorAfter) {
                menu->addSeparator();
            }
        }
        QObject::connect(menu, &QMenu::aboutToShow, &registry, [&registry, entries] {
            for (const auto& [action, id] : entries) {
                const QString reason = registry.whyDisabled(id);
                action->setEnabled(reason.isEmpty());
                action->setStatusTip(reason);
            }
        });
    }
    return recent;
}

std::vector<KeyGroup> keyGroups(const CommandRegistry& registry) {
    std::vector<KeyGroup> groups;
    for (const Menu which : kMenus) {
        KeyGroup group{menuTitle(which).remove(QLatin1Char('&')), {}};
        for (const Command& command : registry.commands()) {
            if (command.menu == which) {
                group.rows.push_back({CommandRegistry::keysText(command), command.text});
            }
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace goldpan::ui
