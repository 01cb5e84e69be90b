// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/near_duplicates.h"

#include "core/checks/text_units.h"

#include <algorithm>
#include <utility>

namespace goldpan::checks {

bool mayBeNear(const ShingledTexts& texts, std::size_t a, std::size_t b) {
    constexpr double kFiveDeviations = 0.2; // of 128 draws at 0.8
    return estimatedJaccard(texts.signature(a), texts.signature(b)) >= kNearJaccard - kFiveDeviations;
}

std::size_t ShingledTexts::add(ShingleSet shingles) {
    const Signature signature = signatureOf(shingles);
    return add(sampleOf(std::move(shingles)), signature);
}

std::size_t ShingledTexts::add(ShingleSet sample, const Signature& signature) {
    m_signatures.push_back(signature);
    m_sets.push_back(std::move(sample));
    return m_sets.size() - 1;
}

NearIndex::NearIndex(const ShingledTexts& texts)
    : m_texts(texts)
    , m_chains(kBands) {}

NearIndex::Keys NearIndex::keysOf(std::size_t text) const {
    const Signature& signature = m_texts.signature(text);
    Keys out{};
    for (std::size_t band = 0; band < kBands; ++band) {
        out[band] = band;
        for (std::size_t row = 0; row < kRowsInBand; ++row) {
            out[band] = mixed(out[band] ^ signature[band * kRowsInBand + row]) + row;
        }
    }
    for (const std::uint64_t key : out) { // they lie far apart: fetched all at once
        __builtin_prefetch(&m_chains[key & (m_chains.size() - 1)]);
    }
    return out;
}

std::optional<NearText> NearIndex::find(std::size_t text) {
    const ShingleSet& shingles = m_texts.shingles(text);
    if (shingles.empty()) {
        return std::nullopt; // no words: nothing that could be nearly the same
    }
    m_candidates.clear();
    for (const std::uint64_t key : keysOf(text)) {
        for (std::uint32_t at = chainOf(key); at != 0; at = m_places[at - 1].next) {
            if (m_places[at - 1].key == key) {
                m_candidates.push_back(m_places[at - 1].number);
            }
        }
    }
    std::ranges::sort(m_candidates);
    const auto doubles = std::ranges::unique(m_candidates);
    m_candidates.erase(doubles.begin(), doubles.end());
    std::optional<NearText> best;
    for (const std::uint32_t candidate : m_candidates) {
        const std::size_t other = m_added[candidate];
        ++m_comparisons;
        if (!mayBeNear(m_texts, text, other)) {
            continue;
        }
        const double share = jaccard(shingles, m_texts.shingles(other));
        if (share >= kNearJaccard && (!best || share > best->jaccard)) {
            best = NearText{other, share};
        }
    }
    return best;
}

void NearIndex::add(std::size_t text) {
    if (m_texts.shingles(text).empty()) {
        return;
    }
    const auto number = static_cast<std::uint32_t>(m_added.size());
    m_added.push_back(text);
    if (m_places.size() + kBands > m_chains.size()) {
        grow();
    }
    for (const std::uint64_t key : keysOf(text)) {
        put(key, number);
    }
}

void NearIndex::put(std::uint64_t key, std::uint32_t number) {
    std::uint32_t& chain = chainOf(key);
    std::size_t inBucket = 0;
    for (std::uint32_t at = chain; at != 0; at = m_places[at - 1].next) {
        inBucket += m_places[at - 1].key == key ? 1 : 0;
    }
    if (inBucket < kMostInBucket) {
        m_places.push_back({key, number, chain});
        chain = static_cast<std::uint32_t>(m_places.size());
    }
}

void NearIndex::grow() {
    m_chains.assign(m_chains.size() * 2, 0);
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        std::uint32_t& chain = chainOf(m_places[at].key);
        m_places[at].next = std::exchange(chain, static_cast<std::uint32_t>(at + 1));
    }
}

} // namespace goldpan::checks
