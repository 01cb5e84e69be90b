// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/near_duplicates.h"

#include "core/checks/text_units.h"

#include <algorithm>

namespace goldpan::checks {

bool mayBeNear(const ShingledTexts& texts, std::size_t a, std::size_t b) {
    constexpr double kFiveDeviations = 0.2; // of 128 draws at 0.8
    return estimatedJaccard(texts.signature(a), texts.signature(b)) >= kNearJaccard - kFiveDeviations;
}

std::size_t ShingledTexts::add(ShingleSet shingles) {
    m_signatures.push_back(signatureOf(shingles));
    m_sets.push_back(sampleOf(std::move(shingles)));
    return m_sets.size() - 1;
}

NearIndex::NearIndex(const ShingledTexts& texts)
    : m_texts(texts) {}

std::uint64_t NearIndex::key(std::size_t text, std::size_t band) const {
    const Signature& signature = m_texts.signature(text);
    std::uint64_t out = band;
    for (std::size_t row = 0; row < kRowsInBand; ++row) {
        out = mixed(out ^ signature[band * kRowsInBand + row]) + row;
    }
    return out;
}

std::optional<NearText> NearIndex::find(std::size_t text) {
    const ShingleSet& shingles = m_texts.shingles(text);
    if (shingles.empty()) {
        return std::nullopt; // no words: nothing that could be nearly the same
    }
    m_candidates.clear();
    for (std::size_t band = 0; band < kBands; ++band) {
        if (const auto bucket = m_buckets.find(key(text, band)); bucket != m_buckets.end()) {
            m_candidates.insert(m_candidates.end(), bucket->second.begin(), bucket->second.end());
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
    for (std::size_t band = 0; band < kBands; ++band) {
        auto& bucket = m_buckets[key(text, band)];
        if (bucket.size() < kMostInBucket) {
            bucket.push_back(number);
        }
    }
}

} // namespace goldpan::checks
