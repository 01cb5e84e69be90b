// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/near_clusters.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <tuple>

namespace goldpan::checks {
namespace {

/// How often shingles stand, roughly: those that share a counter count as one. Any order of shingles would do
/// for the answer, the rarest first makes it quick.
class Frequencies {
public:
    explicit Frequencies(const ShingledTexts& texts)
        : m_counts(1U << kBits) {
        for (std::size_t text = 0; text < texts.size(); ++text) {
            for (const std::uint32_t shingle : texts.shingles(text)) {
                ++m_counts[shingle >> (32 - kBits)];
            }
        }
    }

    [[nodiscard]] std::uint32_t of(std::uint32_t shingle) const { return m_counts[shingle >> (32 - kBits)]; }

private:
    static constexpr unsigned kBits = 20;
    std::vector<std::uint32_t> m_counts;
};

struct Posting {
    std::uint32_t shingle;
    std::uint32_t size; ///< of the text's set
    std::uint32_t text;

    auto operator<=>(const Posting&) const = default;
};

std::vector<Posting> postingsOf(const ShingledTexts& texts) {
    const Frequencies frequencies(texts);
    std::vector<Posting> out;
    ShingleSet rarest;
    for (std::size_t text = 0; text < texts.size(); ++text) {
        rarest = texts.shingles(text);
        if (rarest.empty()) {
            continue;
        }
        const auto size = rarest.size();
        const auto shared =
            static_cast<std::size_t>(std::ceil(kNearJaccard * static_cast<double>(size) - 1e-9));
        const auto prefix = static_cast<std::ptrdiff_t>(size - shared + 1);
        std::ranges::partial_sort(rarest, rarest.begin() + prefix, {}, [&](std::uint32_t shingle) {
            return std::pair(frequencies.of(shingle), shingle);
        });
        for (const std::uint32_t shingle : std::span(rarest).first(static_cast<std::size_t>(prefix))) {
            out.push_back({shingle, static_cast<std::uint32_t>(size), static_cast<std::uint32_t>(text)});
        }
    }
    std::ranges::sort(out);
    return out;
}

/// Disjoint sets; the root of each is its lowest number.
class Sets {
public:
    explicit Sets(std::size_t size)
        : m_parent(size) {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }

    [[nodiscard]] std::size_t root(std::size_t i) {
        while (m_parent[i] != i) {
            i = m_parent[i] = m_parent[m_parent[i]];
        }
        return i;
    }

    void unite(std::size_t a, std::size_t b) {
        const auto [low, high] = std::minmax({root(a), root(b)});
        m_parent[high] = low;
    }

private:
    std::vector<std::size_t> m_parent;
};

} // namespace

NearClusters nearClusters(const ShingledTexts& texts) {
    NearClusters out;
    Sets sets(texts.size());
    const std::vector<Posting> postings = postingsOf(texts);
    for (std::size_t j = 1; j < postings.size(); ++j) {
        const Posting& larger = postings[j];
        const std::size_t end = j - std::min(j, kMostUnderShingle);
        for (std::size_t i = j; i-- > end;) {
            const Posting& smaller = postings[i];
            if (smaller.shingle != larger.shingle || smaller.size < kNearJaccard * larger.size - 1e-9) {
                break;
            }
            if (sets.root(smaller.text) == sets.root(larger.text)) {
                continue;
            }
            ++out.comparisons;
            if (mayBeNear(texts, smaller.text, larger.text) &&
                jaccard(texts.shingles(smaller.text), texts.shingles(larger.text)) >= kNearJaccard) {
                sets.unite(smaller.text, larger.text);
            }
        }
    }
    out.of.resize(texts.size());
    for (std::size_t text = 0; text < texts.size(); ++text) {
        out.of[text] = sets.root(text);
    }
    return out;
}

} // namespace goldpan::checks
