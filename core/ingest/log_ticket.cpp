// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_ticket.h"

namespace goldpan::ingest {

void TicketBell::ring() {
    const std::lock_guard lock(mutex); // so that nobody looks, is overtaken by the news and then sleeps
    rung.notify_all();
}

TicketState LogTicket::state() const {
    return m_slot ? m_slot->state.load(std::memory_order_acquire) : m_settled;
}

TicketState LogTicket::wait(std::chrono::milliseconds patience) const {
    if (m_slot && state() == TicketState::queued) {
        std::unique_lock lock(m_slot->bell->mutex);
        m_slot->bell->rung.wait_for(lock, patience, [this] { return state() != TicketState::queued; });
    }
    return state();
}

} // namespace goldpan::ingest
