// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SpareEntries: queued entries that are done with and whose ticket nobody holds any more, kept for the next
// ones. Memory that one thread asks for and another gives back is fought over with every thread that asks for
// some, so that one call in a hundred would wait. Any number of threads take, one gives.
#pragma once

#include "core/ingest/log_queue.h"

#include <cstddef>
#include <mutex>
#include <vector>

namespace goldpan::ingest {

class SpareEntries {
public:
    /// Keeps at most twice `most`, some 500 bytes each.
    explicit SpareEntries(std::size_t most);

    /// None where there is none.
    [[nodiscard]] QueuedEntryPtr take();
    /// Takes those that have no other holder and empties `spent`.
    void give(std::vector<QueuedEntryPtr>& spent);

private:
    const std::size_t m_most;
    std::mutex m_takers; ///< guards m_ready; the giver does not need it, so that nobody waits for a long gift
    std::vector<QueuedEntryPtr> m_ready;
    std::mutex m_giver; ///< guards m_given; taken after m_takers
    std::vector<QueuedEntryPtr> m_given;
};

} // namespace goldpan::ingest
