// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The checks of an export in words. Pure functions; GUI thread (translation).
#pragma once

#include "core/exporting/export_service.h"

#include <QString>

#include <string>
#include <vector>

namespace goldpan::ui {

/// It only warns, and leaves rows out where that is chosen.
[[nodiscard]] bool isChoice(const std::string& reason, exporting::Format format);
/// All that are made for a format, in the order in which a row meets them. None for the log.
[[nodiscard]] std::vector<std::string> checksOf(exporting::Format format);

/// Of a row of the table: "identical to the response".
[[nodiscard]] QString checkName(const std::string& reason);
/// What it means, and what to do about it.
[[nodiscard]] QString checkMeaning(const std::string& reason);

/// The first few rows that a check found: their ids, and why where the report says it of each; "" where it
/// names none.
[[nodiscard]] QString rowsText(const std::string& reason, const exporting::ExportReport& report);

} // namespace goldpan::ui
