// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/spare_entries.h"

#include <utility>

namespace goldpan::ingest {

SpareEntries::SpareEntries(std::size_t most)
    : m_most(most) {
    m_ready.reserve(most);
    m_given.reserve(most);
}

QueuedEntryPtr SpareEntries::take() {
    const std::lock_guard lock(m_takers);
    if (m_ready.empty()) {
        const std::lock_guard both(m_giver);
        m_ready.swap(m_given);
    }
    if (m_ready.empty()) {
        return nullptr;
    }
    auto entry = std::move(m_ready.back());
    m_ready.pop_back();
    return entry;
}

void SpareEntries::give(std::vector<QueuedEntryPtr>& spent) {
    {
        const std::lock_guard lock(m_giver);
        for (auto& entry : spent) {
            // With one holder there is nobody from whom a second one could have it.
            if (entry.use_count() == 1 && m_given.size() < m_most) {
                m_given.push_back(std::move(entry));
            }
        }
    }
    spent.clear();
}

} // namespace goldpan::ingest
