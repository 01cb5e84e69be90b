// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/pair_merger.h"

#include "core/profiles/content_parts.h"

#include <algorithm>
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

std::vector<JsonTree> PairMerger::add(JsonTree object, std::int64_t line) {
    const auto begins = m_pairs.begin.allIn(object);
    const auto ends = m_pairs.end.allIn(object);
    const Place place{m_logs.size(), line};
    std::vector<JsonTree> out;
    if (begins.empty() && ends.empty()) {
        out.push_back(std::move(object));
        return out;
    }
    for (auto* run : begins) {
        const auto id = idOf(*run);
        const auto* complete = run->find(m_pairs.complete);
        const auto ended = m_ended.find(id);
        if (id.empty() || (complete != nullptr && !complete->isNull())) {
            out.push_back(std::move(*run));
        } else if (ended != m_ended.end()) {
            merge(*run, std::move(ended->second.run));
            out.push_back(std::move(*run));
            m_ended.erase(ended);
        } else if (const auto [known, isNew] = m_begun.try_emplace(id); isNew) {
            known->second = {std::move(*run), place};
        } else {
            merge(known->second.run, std::move(*run));
            m_repeated.push_back(place);
        }
    }
    for (auto* run : ends) {
        const auto id = idOf(*run);
        const auto found = m_begun.find(id);
        if (id.empty()) {
            out.push_back(std::move(*run));
        } else if (found != m_begun.end()) {
            merge(found->second.run, std::move(*run));
            out.push_back(std::move(found->second.run));
            m_begun.erase(found);
        } else if (const auto [known, isNew] = m_ended.try_emplace(id); isNew) {
            known->second = {std::move(*run), place};
        } else {
            merge(known->second.run, std::move(*run));
        }
    }
    return out;
}

std::vector<PairMerger::Place> PairMerger::unfinished() const {
    std::vector<Place> places;
    for (const auto& [id, half] : m_begun) {
        places.push_back(half.place);
    }
    std::ranges::sort(places);
    return places;
}

std::vector<PairMerger::Half> PairMerger::takeEnded() {
    std::vector<Half> out;
    for (auto& [id, half] : m_ended) {
        out.push_back(std::move(half));
    }
    m_ended.clear();
    return out;
}

void PairMerger::clear() {
    m_begun.clear();
    m_ended.clear();
    m_repeated.clear();
    m_logs.clear();
}

void PairMerger::beginLog(std::string path) {
    m_logs.push_back(std::move(path));
}

std::string PairMerger::earlierLog(const Place& place) const {
    return place.log > 0 && place.log < m_logs.size() ? m_logs[place.log - 1] : std::string();
}

} // namespace goldpan::profiles
