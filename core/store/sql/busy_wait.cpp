// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/busy_wait.h"

#include <sqlite3.h>
#include <thread>

namespace goldpan::sql {
namespace {

constexpr auto kBusyLimit = std::chrono::seconds(5);

/// Polls: SQLite's own handler backs off to 100 ms and then loses every race against an
/// importer that leaves only short gaps between its chunks.
int askAgain(void* since, int calls) {
    auto& start = *static_cast<std::chrono::steady_clock::time_point*>(since);
    const auto now = std::chrono::steady_clock::now();
    if (calls == 0) {
        start = now;
    }
    if (now - start > kBusyLimit) {
        return 0;
    }
    std::this_thread::sleep_for(kPollTime);
    return 1;
}

} // namespace

void waitWhereBusy(sqlite3* connection) {
    thread_local std::chrono::steady_clock::time_point busySince; // a connection lives on one thread
    sqlite3_busy_handler(connection, askAgain, &busySince);
}

void failWhereBusy(sqlite3* connection) {
    sqlite3_busy_handler(connection, nullptr, nullptr);
}

} // namespace goldpan::sql
