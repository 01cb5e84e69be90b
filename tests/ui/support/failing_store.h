// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FailingStore: a store whose writes fail, whose searches come to no end, whose days cannot be read or come
// to no end, or whose long work stands still, while they are told to. Test support; the switches may be
// thrown from any thread.
#pragma once

#include "core/store/store.h"

#include <atomic>
#include <memory>

namespace goldpan::test {

struct Switches {
    std::atomic<bool> failing = false;   ///< writes fail, as on a full disk
    std::atomic<int> failNext = 0;       ///< so many writes more fail
    std::atomic<bool> stuck = false;     ///< searches end only when they are stopped, or this is over
    std::atomic<int> stuckNow = 0;       ///< searches that have found what they find and hang there
    std::atomic<bool> rowsWait = false;  ///< pages of rows come when this is over
    std::atomic<bool> daysFail = false;  ///< reading the days of the log fails
    std::atomic<bool> daysStuck = false; ///< it ends only when it is stopped, or this is over
    std::atomic<int> daysStuckNow = 0;   ///< readings that hang there
    std::atomic<int> jobWrites = -1;     ///< writes that the worker of long jobs may still do; -1: any number
};

/// `switches` must outlive the stores.
[[nodiscard]] store::OpenStoreTelling openFailing(Switches& switches);

} // namespace goldpan::test
