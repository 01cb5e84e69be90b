// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The drift_event table as values. Functions over the caller's connection.
#pragma once

#include "core/store/event_reader.h"
#include "core/store/sql/connection.h"

#include <vector>

namespace goldpan::sql {

/// By time, oldest first.
[[nodiscard]] Result<std::vector<store::DriftRecord>> readDriftWindows(Connection& connection);

} // namespace goldpan::sql
