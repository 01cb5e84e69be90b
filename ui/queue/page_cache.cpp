// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/page_cache.h"

namespace goldpan::ui {

PageCache::Page* PageCache::find(int page) {
    const auto found = m_pages.find(page);
    if (found == m_pages.end()) {
        return nullptr;
    }
    m_order.splice(m_order.begin(), m_order, found->second.use);
    return &found->second.rows;
}

void PageCache::put(int page, Page rows) {
    if (const auto found = m_pages.find(page); found != m_pages.end()) {
        found->second.rows = std::move(rows);
        found->second.stale = false;
        return;
    }
    if (m_pages.size() == m_mostPages) {
        m_pages.erase(m_order.back());
        m_order.pop_back();
    }
    m_order.push_front(page);
    m_pages.emplace(page, Held{std::move(rows), false, m_order.begin()});
}

void PageCache::markStale() {
    for (auto& [page, held] : m_pages) {
        held.stale = true;
    }
}

bool PageCache::isStale(int page) const {
    const auto found = m_pages.find(page);
    return found == m_pages.end() || found->second.stale;
}

void PageCache::clear() {
    m_pages.clear();
    m_order.clear();
}

} // namespace goldpan::ui
