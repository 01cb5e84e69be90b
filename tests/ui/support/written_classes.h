// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which classes the sources hold, for tests that none may escape. Test support.
#pragma once

#include <QString>
#include <QStringList>

namespace goldpan::test {

/// Names of the classes in `folder` whose first base is public and matches the expression `base`.
[[nodiscard]] QStringList classesDerivedFrom(const QString& base, const QString& folder);

} // namespace goldpan::test
