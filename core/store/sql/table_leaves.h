// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rows of a table lie in a store's file, by the pages above them alone. Free; any thread, while
// nobody writes rows into that table.
#pragma once

#include <cstdint>
#include <functional>

namespace goldpan::sql {

/// Calls `visit(offset, bytes)` for each page with rows of the table whose first page is `root`, in the order
/// of the rows, until it answers false. What cannot be read is passed over, and damaged pages end it. A table
/// of one page has none.
void eachLeafOf(int fd, std::int64_t root, const std::function<bool(std::int64_t, std::int64_t)>& visit);

} // namespace goldpan::sql
