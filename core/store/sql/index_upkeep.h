// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The life of the index tables: made by the first build, cleared of what nobody will finish, dropped. Free
// functions; the connection's thread.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/short_writes.h"

#include <stop_token>

namespace goldpan::sql {

/// The tables, and no segment in them that was begun and never finished, or by another indexVersion().
[[nodiscard]] Result<void> prepareIndexTables(Connection& connection);
/// From now on there is no index for anybody; its pages are rubbish.
[[nodiscard]] Result<void> abandonIndex(Connection& connection);
/// Removes pages whose segment is gone. `cancelled` on a stop; the rest waits for the next sweep.
[[nodiscard]] Result<void> sweepIndexPages(Connection& connection, ShortWrites& writes,
                                           const ProgressFn& progress, const std::stop_token& stop);
/// The tables, once they are empty, unless another program has begun a new index meanwhile.
[[nodiscard]] Result<void> dropIndexTables(Connection& connection);

} // namespace goldpan::sql
