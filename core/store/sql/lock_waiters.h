// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LockWaiters: who waits for the lock of a store tells those who write much, in this program and others, by a
// shared flock on the folder of the store: SQLite tells nobody who polls. It ends with the program, also by a
// kill; nothing is left on the disk. Owned by a connection; same thread.
#pragma once

#include <string>
#include <utility>

namespace goldpan::sql {

class LockWaiters {
public:
    explicit LockWaiters(std::string store)
        : m_store(std::move(store)) {}
    ~LockWaiters();
    LockWaiters(const LockWaiters&) = delete;
    LockWaiters& operator=(const LockWaiters&) = delete;

    /// To be asked for again while the wait lasts: somebody may have looked just then, which keeps it out.
    void join();
    void leave();
    /// Whether anybody else waits for a store of that folder; true also where the system cannot tell. Not to
    /// be asked by who has joined.
    [[nodiscard]] bool mayBeAnybody();

private:
    [[nodiscard]] int folder();

    std::string m_store;
    int m_fd = -1; ///< of its own: a flock belongs to who opened, not to the program
    bool m_hasJoined = false;
    bool m_cannotTell = false; ///< the folder cannot be opened
};

} // namespace goldpan::sql
