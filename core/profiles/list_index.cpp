// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/list_index.h"

namespace goldpan::profiles {

JsonTree& ListIndex::elementFor(JsonTree& list, const JsonTree& delta) {
    const auto* index = delta.find("index");
    if (index == nullptr && !list.items.empty()) {
        return list.items.back();
    }
    for (; m_seen < list.items.size(); ++m_seen) {
        if (const auto* given = list.items[m_seen].find("index")) {
            m_places.try_emplace(given->text, m_seen);
        }
    }
    if (index != nullptr) {
        const auto found = m_places.find(index->text);
        if (found != m_places.end() && found->second < list.items.size()) {
            return list.items[found->second];
        }
    }
    auto& fresh = list.items.emplace_back(JsonTree::object());
    if (index != nullptr) {
        fresh.set("index", *index);
    }
    return fresh;
}

} // namespace goldpan::profiles
