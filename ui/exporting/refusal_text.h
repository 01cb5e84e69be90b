// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Why a format cannot hold a row, in the language of the window. Pure functions; GUI thread.
#pragma once

#include <QString>

#include <span>
#include <string>

namespace goldpan::ui {

/// Of what ExportReport::invalidWhy says; as it is where it is not known.
[[nodiscard]] QString refusalText(const std::string& why);

/// The known ones, without the name of a format before them.
[[nodiscard]] std::span<const char* const> refusals();

} // namespace goldpan::ui
