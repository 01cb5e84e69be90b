// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// BusyWait: what a connection does where another one holds the lock that it wants. Owned by the connection;
// same thread.
#pragma once

#include "core/store/sql/lock_waiters.h"

#include <chrono>
#include <string>
#include <utility>

struct sqlite3;

namespace goldpan::sql {

/// Between two times that a waiting connection asks. Who writes in many short transactions leaves some of
/// these between them where somebody waits.
inline constexpr std::chrono::microseconds kPollTime{250};

class BusyWait {
public:
    explicit BusyWait(std::string store)
        : m_waiters(std::move(store)) {}
    BusyWait(const BusyWait&) = delete;
    BusyWait& operator=(const BusyWait&) = delete;

    /// Asks again for some seconds.
    void attach(sqlite3* connection);
    /// Fails at once, until attach().
    static void detach(sqlite3* connection);

    /// From here on who waits says so, until endWrite().
    void beginWrite() { m_isForWrite = true; }
    void endWrite();
    /// Whether somebody may wait to write.
    [[nodiscard]] bool isAnybodyWaiting() { return m_waiters.mayBeAnybody(); }
    /// Without the lock, between two of many transactions: returns at once where nobody waits for it, else
    /// when they have had time to get it; now and then also for those who cannot say that they wait.
    void letOthersIn();

private:
    static int askAgain(void* self, int calls);

    LockWaiters m_waiters;
    std::chrono::steady_clock::time_point m_since;   ///< this wait
    std::chrono::steady_clock::time_point m_lastGap; ///< that was left to others
    bool m_isForWrite = false;
};

} // namespace goldpan::sql
