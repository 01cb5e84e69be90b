// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The formats of a batch in words. A pure function; GUI thread.
#pragma once

#include "core/exporting/export_service.h"

#include <QString>

namespace goldpan::ui {

[[nodiscard]] QString formatText(exporting::Format format);

} // namespace goldpan::ui
