// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/key_steps.h"

#include <QSettings>

namespace goldpan::test {

ui::KeyBinding key(ui::Scope scope, const char* keys) {
    return {scope, QKeySequence(QString::fromLatin1(keys))};
}

QStringList storedKeys() {
    QSettings settings;
    settings.beginGroup(QStringLiteral("keys"));
    return settings.allKeys();
}

} // namespace goldpan::test
