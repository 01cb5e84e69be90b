// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql/lock_waiters.h"

#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>

namespace goldpan::sql {

LockWaiters::~LockWaiters() {
    if (m_fd >= 0) {
        ::close(m_fd);
    }
}

void LockWaiters::join() {
    if (!m_hasJoined && folder() >= 0) {
        m_hasJoined = ::flock(m_fd, LOCK_SH | LOCK_NB) == 0;
    }
}

void LockWaiters::leave() {
    if (m_hasJoined) {
        m_hasJoined = ::flock(m_fd, LOCK_UN) != 0;
    }
}

bool LockWaiters::mayBeAnybody() {
    if (folder() < 0 || ::flock(m_fd, LOCK_EX | LOCK_NB) != 0) {
        return true;
    }
    (void)::flock(m_fd, LOCK_UN);
    return false;
}

/// Not the store itself: to close a file gives back all locks that SQLite has on it in this program.
int LockWaiters::folder() {
    if (m_fd < 0 && !m_cannotTell) {
        std::error_code problem;
        const auto store = std::filesystem::canonical(m_store, problem); // one folder, by whatever name
        const auto folder = (problem ? std::filesystem::absolute(m_store, problem) : store).parent_path();
        m_fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        m_cannotTell = m_fd < 0;
    }
    return m_fd;
}

} // namespace goldpan::sql
