// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Near duplicates: texts whose shingles are shared by four fifths, found by locality-sensitive hashing of
// MinHash signatures (128 permutations, 16 bands of 8) and then proved by the exact share. The same findings
// in any order of rows; work a text is bounded, whatever the texts are. One object, one thread.
#pragma once

#include "core/checks/minhash.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace goldpan::checks {

/// The texts to compare, by number.
class ShingledTexts {
public:
    /// Keeps a sample of a long text's.
    std::size_t add(ShingleSet shingles);
    /// Of a set that is a sample already, with the signature of all that it was taken from.
    std::size_t add(ShingleSet sample, const Signature& signature);

    [[nodiscard]] std::size_t size() const { return m_sets.size(); }
    [[nodiscard]] const ShingleSet& shingles(std::size_t text) const { return m_sets[text]; }
    [[nodiscard]] const Signature& signature(std::size_t text) const { return m_signatures[text]; }

private:
    std::vector<ShingleSet> m_sets;
    std::vector<Signature> m_signatures;
};

/// How a signature is cut into keys: two texts meet where all rows of a band are equal.
constexpr std::size_t kBands = 16;
constexpr std::size_t kRowsInBand = 8;
static_assert(kBands * kRowsInBand == kPermutations);

/// False where the signatures alone say that two texts are not near (five standard deviations off).
[[nodiscard]] bool mayBeNear(const ShingledTexts& texts, std::size_t a, std::size_t b);

struct NearText {
    std::size_t text = 0;
    double jaccard = 0;
};

class NearIndex {
public:
    /// `texts` must outlive the index and may grow.
    explicit NearIndex(const ShingledTexts& texts);

    /// Of the texts that were added the one that shares most with this, at least kNearJaccard; of two that
    /// share as much the one added first.
    [[nodiscard]] std::optional<NearText> find(std::size_t text);
    void add(std::size_t text);
    /// Pairs of texts that were looked at: at most kMostInBucket a band and text.
    [[nodiscard]] std::int64_t comparisons() const { return m_comparisons; }

    /// Where so many meet and none is near to another, a form was filled in again and again; those behind are
    /// not added.
    static constexpr std::size_t kMostInBucket = 64;

private:
    using Keys = std::array<std::uint64_t, kBands>;
    /// A text in the bucket of one band's key; buckets whose keys fall together are one chain.
    struct Place {
        std::uint64_t key = 0;
        std::uint32_t number = 0; ///< in m_added
        std::uint32_t next = 0;   ///< of the chain, 0: none; counted from 1
    };

    [[nodiscard]] Keys keysOf(std::size_t text) const;
    [[nodiscard]] std::uint32_t& chainOf(std::uint64_t key) { return m_chains[key & (m_chains.size() - 1)]; }
    void put(std::uint64_t key, std::uint32_t number);
    void grow();

    const ShingledTexts& m_texts;
    std::vector<std::size_t> m_added; ///< texts in the order they were added: the buckets number them by it
    std::vector<std::uint32_t> m_chains; ///< the first place of each, counted from 1; a power of two of them
    std::vector<Place> m_places;
    std::vector<std::uint32_t> m_candidates;
    std::int64_t m_comparisons = 0;
};

} // namespace goldpan::checks
