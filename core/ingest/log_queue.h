// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogQueue: entries on their way from the request path to the writing thread, bounded in number and bytes.
// Any number of threads may give, one takes. Giving never waits for the disk: the lock is only ever held to
// move pointers, and nobody is woken for a single entry (that would cost a system call).
#pragma once

#include "core/domain/log_entry.h"
#include "core/ingest/log_ticket.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace goldpan::ingest {

struct QueueLimits {
    std::size_t entries = 65'536;
    std::size_t bytes = std::size_t{64} << 20; ///< of text; one entry alone may be larger
    double reserve = 0.125;                    ///< share of both that only flagged entries may use
};

struct QueuedEntry {
    QueuedEntry(LogEntry given, std::shared_ptr<TicketBell> bell)
        : entry(std::move(given))
        , slot(std::move(bell)) {}

    LogEntry entry;
    TicketSlot slot;
    bool isRedacted = false; ///< by a decoder, which also looked at it
    bool isFlagged = false;
};

/// Shared with the ticket.
using QueuedEntryPtr = std::shared_ptr<QueuedEntry>;

struct QueueCounts {
    std::int64_t given = 0;
    std::int64_t droppedHealthy = 0;
    std::int64_t lostFlagged = 0;
};

class LogQueue {
public:
    explicit LogQueue(const QueueLimits& limits);

    /// False where there is no room, or the queue is closed: the entry is counted as dropped or lost.
    [[nodiscard]] bool offer(QueuedEntryPtr entry);
    /// As offer(), but waits for room until `stop` asks; a waiting entry is not counted as dropped.
    [[nodiscard]] bool offerWaiting(QueuedEntryPtr entry, const std::stop_token& stop);

    /// All that is queued into the empty `out`; waits for `patience`, or until the queue is half full or
    /// closed.
    void take(std::vector<QueuedEntryPtr>& out, std::chrono::milliseconds patience);
    /// Nothing is taken in any more; what is queued can still be taken.
    void close();

    [[nodiscard]] bool isClosed() const;
    [[nodiscard]] QueueCounts counts() const;

private:
    [[nodiscard]] bool hasRoom(std::size_t bytes, bool isFlagged) const;
    void push(QueuedEntryPtr entry, std::size_t bytes);

    const QueueLimits m_limits;
    mutable std::mutex m_mutex; ///< guards all below
    std::condition_variable m_wakeTaker;
    std::condition_variable_any m_roomMade;
    std::vector<QueuedEntryPtr> m_entries;
    std::size_t m_bytes = 0;
    QueueCounts m_counts;
    bool m_isClosed = false;
};

} // namespace goldpan::ingest
