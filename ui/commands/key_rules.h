// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which keys a command may have: what typing, reading and leaving need stays theirs. Pure functions; GUI
// thread for their words.
#pragma once

#include "ui/commands/command.h"

namespace goldpan::ui {

/// Why no command may be on this key in this scope; "" where one may.
[[nodiscard]] QString whyNotKey(const KeyBinding& binding);

} // namespace goldpan::ui
