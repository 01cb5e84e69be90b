// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tags of one row, by name. A function over the caller's connection and its kept statement.
#pragma once

#include "core/base/ids.h"
#include "core/store/sql/native_statement.h"

#include <optional>
#include <string>
#include <vector>

namespace goldpan::sql {

/// Sorted by bytes. `kept` is prepared on first use.
[[nodiscard]] Result<std::vector<std::string>> readTags(Connection& connection,
                                                        std::optional<NativeStatement>& kept, RowId row);

} // namespace goldpan::sql
