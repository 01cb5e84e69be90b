// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was committed without an fsync (QuickCommits) made to outlast a power cut. On the connection's thread.
#pragma once

#include "core/store/sql/connection.h"

namespace goldpan::sql {

/// fsync of the write-ahead log. A checkpoint would not do: it syncs nothing where a reader's old snapshot,
/// or another program's checkpoint, leaves it nothing to fold back.
[[nodiscard]] Result<void> syncWal(const Connection& connection);

} // namespace goldpan::sql
