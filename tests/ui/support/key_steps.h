// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that people chose, as tests write them and as the settings hold them. Test support; GUI thread.
#pragma once

#include "ui/commands/command.h"

#include <QStringList>

namespace goldpan::test {

[[nodiscard]] ui::KeyBinding key(ui::Scope scope, const char* keys);
/// The ids of the commands whose keys are stored.
[[nodiscard]] QStringList storedKeys();

} // namespace goldpan::test
