// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FileThread: tells the system something about a store's file while its owner goes on, on a thread and a file
// descriptor of its own. A help only: nothing is missing where it cannot. Must outlive all connections to the
// file, as closing a file ends SQLite's locks on it.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <thread>

namespace goldpan::sql {

class FileThread {
public:
    /// Gets a descriptor for reading; returns early once it is asked to stop.
    using Work = std::function<void(int, const std::stop_token&)>;

    explicit FileThread(const std::string& path);
    ~FileThread();
    FileThread(const FileThread&) = delete;
    FileThread& operator=(const FileThread&) = delete;

    /// Once. Nothing is begun where there is no such file, or no thread to be had.
    void begin(Work work);

private:
    int m_fd;
    std::jthread m_thread;
};

} // namespace goldpan::sql
