// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a counted batch reads like. Pure functions; GUI thread (translation).
#pragma once

#include "core/exporting/export_service.h"

#include <QString>

namespace goldpan::ui {

/// How many rows the batch has, then what is left out, held back or warned about, one reason a line, with the
/// first few request ids where the report names them.
[[nodiscard]] QString reportText(const exporting::ExportReport& report, exporting::Format format);

} // namespace goldpan::ui
