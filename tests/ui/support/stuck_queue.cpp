// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/stuck_queue.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace goldpan::test {

Result<void> StuckQueue::select(const queue::QueueQuery& query, const store::IdSink& sink,
                                std::stop_token stop) {
    const bool stuck = m_stuck;
    auto done = m_inner.select(query, sink, stop);
    if (!done || !stuck) {
        return done;
    }
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any never;
    ++m_stuckNow;
    while (m_stuck && !stop.stop_requested()) {
        (void)never.wait_for(lock, stop, std::chrono::milliseconds(5), [] { return false; });
    }
    --m_stuckNow;
    return stop.stop_requested() ? fail(ErrorCode::cancelled, "stopped on request") : done;
}

Result<std::vector<queue::QueueRow>> StuckQueue::rows(std::span<const RowId> ids) {
    while (m_rowsWait && ids.size() > 1) { // what an act reads of its row comes
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return m_inner.rows(ids);
}

} // namespace goldpan::test
