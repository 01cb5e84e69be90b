// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/gold_index.h"

#include "core/base/utf8.h"
#include "core/checks/normal_text.h"
#include "core/checks/text_units.h"

#include <algorithm>
#include <bit>
#include <map>
#include <unordered_set>

namespace goldpan::checks {
namespace {

constexpr std::size_t kShortRun = 8;

std::uint64_t wholeHash(const TextUnits& units) {
    return gramsOf(units.hashes, units.size()).front();
}

/// Four words, or six characters of a script without spaces, or of both as much: less is everybody's ("Go
/// on", "Yes", "继续").
bool saysSomething(std::string_view normal, const TextUnits& units) {
    constexpr std::size_t kEnough = 12;
    std::size_t said = 0;
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        std::string_view text = normal.substr(units.begins[unit], units.ends[unit] - units.begins[unit]);
        constexpr std::size_t kShortestIdeograph = 3; // bytes; the letters below are of alphabets
        const bool isLong = text.size() >= kShortestIdeograph;
        (void)takeCodePoint(text); // the first of the unit
        said += isLong && text.empty() ? 2 : 3;
    }
    return said >= kEnough;
}

} // namespace

GoldIndex::GoldIndex(std::vector<GoldItem> items)
    : m_items(std::move(items)) {
    for (std::uint32_t item = 0; item < m_items.size(); ++item) {
        const std::string asked = normalText(m_items[item].prompt);
        const TextUnits prompt = unitsOf(asked);
        const TextUnits reference = unitsOf(normalText(m_items[item].reference));
        m_promptUnits.push_back(static_cast<std::uint32_t>(prompt.size()));
        for (const TextUnits* text : {&prompt, &reference}) {
            for (const std::uint64_t run : gramsOf(text->hashes, kLongRun)) {
                m_runsOf13.add({run, item, 0});
            }
        }
        const auto runs = gramsOf(prompt.hashes, kShortRun);
        for (std::uint32_t unit = 0; unit < runs.size(); ++unit) {
            m_runsOf8.add({runs[unit], item, unit});
        }
        if (prompt.size() < kShortRun && saysSomething(asked, prompt)) {
            m_whole.try_emplace(wholeHash(prompt), item);
        }
        // An answer of a word or two ("yes", "42") is everybody's.
        if (reference.size() >= kShortRun && reference.size() < kLongRun) {
            m_whole.try_emplace(wholeHash(reference), item);
        }
    }
    m_runsOf13.putInOrder();
    m_runsOf8.putInOrder();
    noteRuns();
}

void GoldIndex::noteRuns() {
    constexpr std::size_t kBitsOfRun = 16;
    const std::size_t bits =
        std::bit_ceil(64 + kBitsOfRun * (m_runsOf13.all().size() + m_runsOf8.all().size()));
    m_runMask = bits - 1;
    m_runBits.resize(bits / 64);
    for (const RunTable* runs : {&m_runsOf13, &m_runsOf8}) {
        for (const RunTable::Run& run : runs->all()) {
            m_runBits[(run.hash & m_runMask) / 64] |= bitsOf(run.hash);
        }
    }
}

std::optional<GoldHit> GoldIndex::find(std::string_view normal) const {
    return find(unitsOf(normal));
}

std::optional<GoldHit> GoldIndex::find(const TextUnits& units) const {
    if (units.size() == 0) {
        return std::nullopt;
    }
    std::optional<GoldHit> best;
    const auto runs = gramsOf(units.hashes, kLongRun);
    for (std::size_t unit = 0; unit < runs.size(); ++unit) {
        if (!mayHave(runs[unit])) {
            continue;
        }
        const auto found = m_runsOf13.find(runs[unit]);
        if (!found.empty() && (!best || found.front().item < best->item)) {
            best = GoldHit{found.front().item, GoldRule::gram13, 0, units.begins[unit],
                           units.ends[unit + kLongRun - 1]};
        }
    }
    if (best) {
        return best;
    }
    if (const auto found = m_whole.find(wholeHash(units)); found != m_whole.end()) {
        return GoldHit{found->second, GoldRule::wholeText, 1, units.begins.front(), units.ends.back()};
    }
    return halfHit(units);
}

std::optional<GoldHit> GoldIndex::halfHit(const TextUnits& units) const {
    struct Cover {
        std::vector<bool> units;
        std::size_t firstUnit; ///< of the text
    };
    std::map<std::uint32_t, Cover> covers;
    std::unordered_set<std::uint64_t> seen; // a run said again covers nothing new
    const auto runs = gramsOf(units.hashes, kShortRun);
    for (std::size_t at = 0; at < runs.size(); ++at) {
        if (!mayHave(runs[at])) {
            continue;
        }
        const auto found = m_runsOf8.find(runs[at]);
        if (found.empty() || found.size() > kMostPromptsOfRun || !seen.insert(runs[at]).second) {
            continue;
        }
        for (const RunTable::Run& place : found) {
            auto [cover, isNew] = covers.try_emplace(place.item);
            if (isNew) {
                cover->second = {std::vector<bool>(m_promptUnits[place.item]), at};
            }
            const auto begin = cover->second.units.begin() + place.unit;
            std::fill(begin, begin + kShortRun, true);
        }
    }
    for (const auto& [item, cover] : covers) {
        const auto covered = static_cast<std::size_t>(std::ranges::count(cover.units, true));
        if (covered * 2 >= cover.units.size()) {
            return GoldHit{item, GoldRule::half,
                           static_cast<double>(covered) / static_cast<double>(cover.units.size()),
                           units.begins[cover.firstUnit], units.ends[cover.firstUnit + kShortRun - 1]};
        }
    }
    return std::nullopt;
}

} // namespace goldpan::checks
