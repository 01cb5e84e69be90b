// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that people changed, from one start to the next: for each command that has not its default keys, its
// id with scope and key text. Functions over QSettings; GUI thread.
#pragma once

#include <QStringList>

namespace goldpan::ui {

class CommandRegistry;

/// Gives the registry what is stored. A command whose stored keys make no sense, or are another's, keeps its
/// defaults; answers a sentence for each. Ids of commands that this version does not know are left alone.
[[nodiscard]] QStringList loadKeys(CommandRegistry& registry);
/// Stores what differs from the defaults, and nothing else of the registry's commands.
void saveKeys(const CommandRegistry& registry);

} // namespace goldpan::ui
