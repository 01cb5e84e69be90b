// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/pair_merger.h"

#include "core/profiles/content_parts.h"

#include <utility>

namespace goldpan::profiles {
namespace {

/// What the end says counts, where it says something.
void merge(JsonTree& begun, JsonTree ended) {
    for (std::size_t i = 0; i < ended.keys.size(); ++i) {
        auto* known = begun.find(ended.keys[i]);
        if (known == nullptr) {
            begun.set(ended.keys[i], std::move(ended.items[i]));
        } else if (known->isObject() && ended.items[i].isObject()) {
            merge(*known, std::move(ended.items[i]));
        } else if (!ended.items[i].isEmpty()) {
            *known = std::move(ended.items[i]);
        }
    }
}

} // namespace

std::string PairMerger::idOf(const JsonTree& run) const {
    return plainText(run.find(m_pairs.by));
}

std::vector<JsonTree> PairMerger::add(JsonTree object) {
    const auto begins = m_pairs.begin.allIn(object);
    const auto ends = m_pairs.end.allIn(object);
    std::vector<JsonTree> out;
    if (begins.empty() && ends.empty()) {
        out.push_back(std::move(object));
        return out;
    }
    for (auto* run : begins) {
        const auto id = idOf(*run);
        const auto* complete = run->find(m_pairs.complete);
        if (id.empty() || (complete != nullptr && !complete->isNull())) {
            out.push_back(std::move(*run));
        } else {
            m_begun[id] = std::move(*run);
        }
    }
    for (auto* run : ends) {
        const auto found = m_begun.find(idOf(*run));
        if (found == m_begun.end()) {
            out.push_back(std::move(*run)); // the begin is in another file; what there is may do
            continue;
        }
        merge(found->second, std::move(*run));
        out.push_back(std::move(found->second));
        m_begun.erase(found);
    }
    return out;
}

} // namespace goldpan::profiles
