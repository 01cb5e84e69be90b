// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection does where another one holds the lock that it wants. Free functions, on its thread.
#pragma once

#include <chrono>

struct sqlite3;

namespace goldpan::sql {

/// Between two times that a waiting connection asks. Who writes in many short transactions leaves some of
/// these between them.
inline constexpr std::chrono::microseconds kPollTime{250};

/// Asks again for some seconds.
void waitWhereBusy(sqlite3* connection);
/// Fails at once, until waitWhereBusy().
void failWhereBusy(sqlite3* connection);

} // namespace goldpan::sql
