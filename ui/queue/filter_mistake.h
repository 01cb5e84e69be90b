// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where a filter text is wrong, and why, as a filter bar shows it. Pure functions; GUI thread (translation).
#pragma once

#include "core/queue/filter_parser.h"
#include "ui/queue/filter_bar.h"

#include <QString>

namespace goldpan::ui {

/// Offsets of the parser are bytes of the UTF-8 text, a line edit counts UTF-16 units.
[[nodiscard]] FilterBar::Mark placeOf(const QString& text, const queue::FilterError& error);

/// One sentence with the column.
[[nodiscard]] QString mistakeText(const QString& text, const queue::FilterError& error);

} // namespace goldpan::ui
