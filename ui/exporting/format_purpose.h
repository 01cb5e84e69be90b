// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a format of a batch is for, and what it needs. A pure function; GUI thread (translation).
#pragma once

#include "core/exporting/export_service.h"

#include <QString>

namespace goldpan::ui {

/// One line; "" for a format that this has no words for.
[[nodiscard]] QString formatPurpose(exporting::Format format);

} // namespace goldpan::ui
