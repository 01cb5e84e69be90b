// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings dialog, worked by hand. Test support; GUI thread.
#pragma once

#include "tests/ui/support/window_desk.h"

#include <QVariant>

namespace goldpan::test {

void openSettings(WindowDesk& desk);
void closeSettings(WindowDesk& desk);
void choose(WindowDesk& desk, const char* combo, const QVariant& data);
void write(WindowDesk& desk, const char* line, const char* text);

} // namespace goldpan::test
