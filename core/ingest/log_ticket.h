// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// LogTicket: what became of one entry that was given to a LogWriter. A cheap value; any thread, and it may
// outlive its writer.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>

namespace goldpan::ingest {

enum class TicketState : std::uint8_t {
    queued,       ///< not on disk yet, or not known to be
    acknowledged, ///< in the log and fsynced
    sampledOut,   ///< the budget left it out
    dropped,      ///< there was no room for it in the queue
    failed,       ///< refused as no good entry, or the writer was closed before the disk took it
};

/// Where those wait who want to know; one for all tickets of a writer.
struct TicketBell {
    std::mutex mutex;
    std::condition_variable rung;

    void ring();
};

/// The writer's end of a ticket.
struct TicketSlot {
    explicit TicketSlot(std::shared_ptr<TicketBell> tickets)
        : bell(std::move(tickets)) {}

    std::atomic<TicketState> state = TicketState::queued;
    std::shared_ptr<TicketBell> bell;
};

class LogTicket {
public:
    explicit LogTicket(TicketState settled)
        : m_settled(settled) {}
    explicit LogTicket(std::shared_ptr<const TicketSlot> slot)
        : m_slot(std::move(slot)) {}

    [[nodiscard]] TicketState state() const;
    /// Until the state is no longer `queued`, but not longer than `patience`; the state then.
    [[nodiscard]] TicketState wait(std::chrono::milliseconds patience) const;

private:
    TicketState m_settled = TicketState::queued;
    std::shared_ptr<const TicketSlot> m_slot; ///< none: it was settled on the spot
};

} // namespace goldpan::ingest
