// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an act is called in a sentence. A pure function; GUI thread (translation).
#pragma once

#include "core/domain/act.h"

#include <QString>

namespace goldpan::ui {

/// "a discard"
[[nodiscard]] QString actKindText(ActKind kind);

} // namespace goldpan::ui
