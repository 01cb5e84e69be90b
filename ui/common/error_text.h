// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// error_text: the one place where an Error of the core becomes a translated sentence with the next step.
// Pure; GUI thread.
#pragma once

#include "core/base/result.h"

#include <QString>

namespace goldpan::ui {

/// What happened, the core's sentence, the place, and what to do now. Plain text; holds no row text because
/// Error holds none.
[[nodiscard]] QString errorText(const Error& error);

} // namespace goldpan::ui
