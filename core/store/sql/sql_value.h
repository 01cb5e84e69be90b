// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an SQL function of ours is called with. A pure function.
#pragma once

#include <string_view>

struct sqlite3_value;

namespace goldpan::sql {

/// As long as the value; "" for NULL.
[[nodiscard]] std::string_view textOf(sqlite3_value* value);

} // namespace goldpan::sql
