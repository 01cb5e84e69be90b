// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as a JSON array, which a statement over many rows at once reads by json_each(). Free functions.
#pragma once

#include "core/base/ids.h"

#include <span>
#include <string>

namespace goldpan::sql {

[[nodiscard]] std::string rowsAsJson(std::span<const RowId> rows);

} // namespace goldpan::sql
