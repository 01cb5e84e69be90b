// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PageCache: the pages of queue rows used last, at most so many. Owned by the model; GUI thread.
#pragma once

#include "core/queue/queue_row.h"

#include <cstddef>
#include <list>
#include <optional>
#include <unordered_map>
#include <vector>

namespace goldpan::ui {

class PageCache {
public:
    /// One entry a row of the page; none where the row is no longer in the store.
    using Page = std::vector<std::optional<queue::QueueRow>>;

    explicit PageCache(std::size_t mostPages)
        : m_mostPages(mostPages) {}

    /// nullptr where the page is not held; a page that was asked for counts as used.
    [[nodiscard]] Page* find(int page);
    void put(int page, Page rows);
    /// Held pages are still shown, but whoever asks learns that they should be read again.
    void markStale();
    [[nodiscard]] bool isStale(int page) const;
    void clear();
    [[nodiscard]] std::size_t size() const { return m_pages.size(); }
    /// Those that are held, the one used last first.
    [[nodiscard]] const std::list<int>& pages() const { return m_order; }

private:
    struct Held {
        Page rows;
        bool stale = false;
        std::list<int>::iterator use;
    };
    std::size_t m_mostPages;
    std::list<int> m_order; ///< most recently used first
    std::unordered_map<int, Held> m_pages;
};

} // namespace goldpan::ui
