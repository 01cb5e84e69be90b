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

QAction* addEntry(QMenu& menu, CommandRegistry& registry, const Command& command) {
    QAction* action = menu.addAction(entryText(command));
    action->setObjectName(command.id);
    QObject::connect(action, &QAction::triggered, &registry,
                     [&registry, id = command.id] { registry.trigger(id); });
    return action;
}

/// Whether the command can be run now, and why not.
void refreshEntry(QAction& action, const CommandRegistry& registry) {
    const QString reason = registry.whyDisabled(action.objectName());
    action.setEnabled(reason.isEmpty());
    action.setStatusTip(reason.isEmpty()
                            ? QString()
                            : QCoreApplication::translate("goldpan::ui::Menu", "Not now: %1.").arg(reason));
    action.setToolTip(plainToolTip(reason.isEmpty() ? keysToolTip(*registry.find(action.objectName()))
                                                    : action.statusTip()));
}

} // namespace

void addCommands(QMenu& menu, CommandRegistry& registry, std::initializer_list<const char*> ids) {
    menu.setToolTipsVisible(true);
    for (const char* id : ids) {
        refreshEntry(*addEntry(menu, registry, *registry.find(QString::fromLatin1(id))), registry);
    }
}

QMenu* buildMenus(QMainWindow& window, CommandRegistry& registry) {
    QMenu* recent = nullptr;
    auto* style = new MenuStyle;
    style->setParent(&window);
    for (const Menu which : kMenus) {
        QMenu* menu = window.menuBar()->addMenu(menuTitle(which));
        menu->setToolTipsVisible(true);
        menu->setStyle(style);
        QList<QAction*> entries;
        for (const Command& command : registry.commands()) {
            if (command.menu != which) {
                continue;
            }
            entries << addEntry(*menu, registry, command);
            if (command.id == QLatin1String("log.import")) {
                recent = menu->addMenu(QCoreApplication::translate("goldpan::ui::Menu", "Open recent"));
                recent->setObjectName(QStringLiteral("recentStores"));
            }
            if (command.separatorAfter) {
                menu->addSeparator();
            }
        }
        QObject::connect(&registry, &CommandRegistry::keysChanged, menu, [&registry, entries] {
            for (QAction* action : entries) {
                action->setText(entryText(*registry.find(action->objectName())));
            }
        });
        QObject::connect(menu, &QMenu::aboutToShow, &registry, [&registry, entries] {
            for (QAction* action : entries) {
                refreshEntry(*action, registry);
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
