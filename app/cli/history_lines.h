// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How acts of the journal look. Pure functions over streams; any thread.
#pragma once

#include "app/cli/output.h"
#include "core/domain/act.h"

#include <iosfwd>
#include <vector>

namespace goldpan::cli {

/// {"act","ts","operator","kind","target","detail","changed","skipped","finished","undone","changes"};
/// `changes` only where the history is of one row.
[[nodiscard]] Json historyJson(const HistoryItem& item);

/// A line an act: number, time, operator, kind, rows, detail, `undone`.
void printHistory(std::ostream& out, const std::vector<HistoryItem>& items);

} // namespace goldpan::cli
