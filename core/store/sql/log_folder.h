// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogFolder: folds the write-ahead log back on a thread and a connection of its own, while its owner goes on
// writing. A help only: where there is no thread or connection to be had, nothing is folded. Owned by the
// checkpoints of an import.
#pragma once

#include "core/base/result.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>

namespace goldpan::sql {

class LogFolder {
public:
    explicit LogFolder(std::string store);
    /// Once it is not at it any more.
    ~LogFolder() = default;
    LogFolder(const LogFolder&) = delete;
    LogFolder& operator=(const LogFolder&) = delete;

    /// Returns at once, also where it is at it already.
    void begin();
    /// How the last one ended that has; an error stays.
    [[nodiscard]] Result<void> end();
    /// The same of what is under way.
    [[nodiscard]] Result<void> wait();
    /// What was folded back may not be on the disk: the log is to be left as it is.
    [[nodiscard]] bool mayBeLost();

private:
    void run(const std::stop_token& stop);
    void stay(const std::stop_token& stop);

    std::string m_store;
    std::mutex m_mutex; ///< guards all down to m_end
    std::condition_variable_any m_changed;
    bool m_isAtIt = false; ///< asked to, or there is nobody to ask
    bool m_isThere = true; ///< the thread, with its connection
    bool m_mayBeLost = false;
    Result<void> m_end;
    std::jthread m_thread; ///< begun by the first begin()
};

} // namespace goldpan::sql
