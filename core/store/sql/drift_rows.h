// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The drift_event table as values. Functions over the caller's connection.
#pragma once

#include "core/store/event_reader.h"
#include "core/store/sql/connection.h"

#include <string>
#include <vector>

namespace goldpan::sql {

/// Whether the drift event `d` counts, as an expression: a run of it is not undone. Of one without any run
/// (earlier versions kept none that tagged nothing) nobody can have undone it.
[[nodiscard]] std::string driftCounts();

/// Those that count, by time, oldest first.
[[nodiscard]] Result<std::vector<store::DriftRecord>> readDriftWindows(Connection& connection);

} // namespace goldpan::sql
