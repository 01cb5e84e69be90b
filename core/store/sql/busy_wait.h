// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection does where another one holds the lock that it wants. Free functions, on its thread.
#pragma once

struct sqlite3;

namespace goldpan::sql {

/// Asks again for some seconds.
void waitWhereBusy(sqlite3* connection);
/// Fails at once, until waitWhereBusy().
void failWhereBusy(sqlite3* connection);

} // namespace goldpan::sql
