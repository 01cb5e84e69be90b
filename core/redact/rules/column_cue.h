// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ColumnCue: what the head of a table says of the numbers below it. Pure functions; safe on any thread.
#pragma once

#include "core/redact/rules/cues.h"

namespace goldpan::redact {

/// Of the column whose cell begins at `pos`; none where it stands in no table, or its head says nothing.
[[nodiscard]] Cue columnCue(const ScanText& scan, std::size_t pos);

} // namespace goldpan::redact
