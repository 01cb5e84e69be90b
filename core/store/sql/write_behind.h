// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// WriteBehind: has the system write a growing file to the disk while it grows, not all of it at the last
// fsync, for which the disk would have been idle before. A help only: what it leaves out, the fsync of its
// owner writes, and whoever has the file durable asks for that fsync. Must outlive all connections to the
// file, as closing a file ends SQLite's locks on it. Owned by a store that is being built.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace goldpan::sql {

class WriteBehind {
public:
    /// Of a file that is there, on a thread of its own, as long as this lives.
    explicit WriteBehind(const std::string& path);
    ~WriteBehind();
    WriteBehind(const WriteBehind&) = delete;
    WriteBehind& operator=(const WriteBehind&) = delete;

private:
    void run(const std::stop_token& stop);

    int m_fd;
    std::int64_t m_begun = 0; ///< bytes from the begin on that the system was told to write
    std::mutex m_mutex;
    std::condition_variable_any m_stopped; ///< nobody tells it but the end
    std::jthread m_thread;
};

} // namespace goldpan::sql
