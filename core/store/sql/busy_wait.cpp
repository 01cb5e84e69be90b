// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/busy_wait.h"

#include <sqlite3.h>
#include <thread>

namespace goldpan::sql {
namespace {

constexpr auto kBusyLimit = std::chrono::seconds(5);
constexpr int kMostPolls = 6; // that are left to who waits
constexpr auto kMostWithoutGap = std::chrono::milliseconds(50);

} // namespace

void BusyWait::attach(sqlite3* connection) {
    sqlite3_busy_handler(connection, askAgain, this);
}

void BusyWait::detach(sqlite3* connection) {
    sqlite3_busy_handler(connection, nullptr, nullptr);
}

void BusyWait::endWrite() {
    m_isForWrite = false;
    m_waiters.leave();
}

void BusyWait::letOthersIn() {
    const auto now = std::chrono::steady_clock::now();
    const bool isDue = now - m_lastGap >= kMostWithoutGap;
    if (!isDue && !m_waiters.mayBeAnybody()) {
        return;
    }
    for (int polls = 0; polls < kMostPolls && (isDue || m_waiters.mayBeAnybody()); ++polls) {
        std::this_thread::sleep_for(kPollTime);
    }
    m_lastGap = std::chrono::steady_clock::now();
}

/// Polls: SQLite's own handler backs off to 100 ms and then loses every race against an
/// importer that leaves only short gaps between its chunks.
int BusyWait::askAgain(void* self, int calls) {
    auto& wait = *static_cast<BusyWait*>(self);
    const auto now = std::chrono::steady_clock::now();
    if (calls == 0) {
        wait.m_since = now;
    }
    if (now - wait.m_since > kBusyLimit) {
        return 0;
    }
    if (wait.m_isForWrite) {
        wait.m_waiters.join();
    }
    std::this_thread::sleep_for(kPollTime);
    return 1;
}

} // namespace goldpan::sql
