// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a store that was built: written once, in their order. Free function.
#pragma once

#include "core/store/sql/connection.h"
#include "core/store/sql/key_table.h"

namespace goldpan::sql {

/// Fills `row_key`. From `keys` where all rows of the store are in it, as an import leaves them, which takes
/// half as long as having SQLite sort them; null, or where rows are missing in it: from the rows themselves.
[[nodiscard]] Result<void> writeBuiltKeys(Connection& connection, const KeyTable* keys);

} // namespace goldpan::sql
