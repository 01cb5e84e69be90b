// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnCue: what the head of a table says of the numbers below it. Pure functions; safe on any thread.
#pragma once

#include "core/redact/rules/cues.h"

namespace goldpan::redact {

/// Of the column whose cell begins at `pos`; none where it stands in no table, or its head says nothing.
[[nodiscard]] Cue columnCue(const ScanText& scan, std::size_t pos);

/// In a row or two above, the cell of this column was found to be of `type`: the head of a long table is far
/// away.
[[nodiscard]] bool followsInColumn(const ScanText& scan, std::size_t pos, PiiType type);

} // namespace goldpan::redact
