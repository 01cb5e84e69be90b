// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Menus, the key sheet and key labels, made from the command registry. GUI thread.
#pragma once

#include "ui/common/key_sheet.h"

#include <QHash>
#include <QMainWindow>

#include <initializer_list>
#include <vector>

class QMenu;

namespace goldpan::ui {

class CommandRegistry;

/// Fills the menu bar; answers the submenu of files opened last.
QMenu* buildMenus(QMainWindow& window, CommandRegistry& registry);

/// Adds these commands to a menu that is about to be shown.
void addCommands(QMenu& menu, CommandRegistry& registry, std::initializer_list<const char*> ids);

[[nodiscard]] std::vector<KeyGroup> keyGroups(const CommandRegistry& registry);

/// The first key of each command, by id.
[[nodiscard]] QHash<QString, QString> firstKeys(const CommandRegistry& registry);

} // namespace goldpan::ui
