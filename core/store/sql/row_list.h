// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many rows for one statement: as a JSON array, which it reads by json_each(), or as stretches without a gap.
// Free functions.
#pragma once

#include "core/base/ids.h"

#include <span>
#include <string>
#include <vector>

namespace goldpan::sql {

[[nodiscard]] std::string rowsAsJson(std::span<const RowId> rows);

/// The stretches of ascending rows in which each is one more than the one before. Empty where most are so
/// short that one statement over a list costs less than one a stretch.
[[nodiscard]] std::vector<std::span<const RowId>> longRuns(std::span<const RowId> rows);

} // namespace goldpan::sql
