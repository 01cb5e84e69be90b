// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/near_clusters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numeric>
#include <span>
#include <utility>

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

/// By radix, a third of the upper half at a time: a comparison of each with each other one's like costs five
/// times as much.
void sortByUpperHalf(std::vector<std::uint64_t>& values) {
    constexpr unsigned kBits = 11;
    std::vector<std::uint64_t> sorted(values.size());
    for (unsigned shift = 32; shift < 64; shift += kBits) {
        const auto digit = [shift](std::uint64_t value) { return value >> shift & ((1U << kBits) - 1); };
        std::array<std::size_t, (1U << kBits) + 1> begins{};
        for (const std::uint64_t value : values) {
            ++begins[digit(value) + 1];
        }
        std::partial_sum(begins.begin(), begins.end(), begins.begin());
        for (const std::uint64_t value : values) {
            sorted[begins[digit(value)]++] = value;
        }
        values.swap(sorted);
    }
}

/// Of each text the rarest shingles, a fifth of its set and one, one text behind the other; the texts in the
/// order of their sets' size.
struct Prefixes {
    explicit Prefixes(const ShingledTexts& texts) {
        for (std::size_t text = 0; text < texts.size(); ++text) {
            if (!texts.shingles(text).empty()) {
                order.push_back(static_cast<std::uint32_t>(text));
            }
        }
        std::ranges::stable_sort(order, {}, [&](std::uint32_t text) { return texts.shingles(text).size(); });
        const Frequencies frequencies(texts);
        std::vector<std::uint64_t> rarest; // how often it stands, and the shingle
        for (const std::uint32_t text : order) {
            rarest.clear();
            for (const std::uint32_t shingle : texts.shingles(text)) {
                rarest.push_back(std::uint64_t{frequencies.of(shingle)} << 32U | shingle);
            }
            const auto size = rarest.size();
            const auto shared =
                static_cast<std::size_t>(std::ceil(kNearJaccard * static_cast<double>(size) - 1e-9));
            const auto end = rarest.begin() + static_cast<std::ptrdiff_t>(size - shared + 1);
            std::ranges::nth_element(rarest, end - 1); // no two are the same: which they are is one set
            begins.push_back(shingles.size());
            std::transform(rarest.begin(), end, std::back_inserter(shingles),
                           [](std::uint64_t both) { return static_cast<std::uint32_t>(both); });
        }
        begins.push_back(shingles.size());
    }

    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t rank) const {
        return std::span(shingles).subspan(begins[rank], begins[rank + 1] - begins[rank]);
    }

    std::vector<std::uint32_t> order;    ///< texts
    std::vector<std::size_t> begins;     ///< by rank, where its shingles begin
    std::vector<std::uint32_t> shingles; ///< after `number` by number, each distinct one a number
    std::size_t distinct = 0;

    /// Shingles become numbers from 0 on; those under which no two texts meet, nearly all, are left out.
    void number() {
        std::vector<std::uint64_t> places(shingles.size()); // a shingle, and where it stands
        for (std::size_t at = 0; at < shingles.size(); ++at) {
            places[at] = std::uint64_t{shingles[at]} << 32U | at;
        }
        sortByUpperHalf(places);
        for (std::size_t begin = 0; begin < places.size();) {
            std::size_t end = begin + 1;
            while (end < places.size() && places[end] >> 32U == places[begin] >> 32U) {
                ++end;
            }
            const auto number = static_cast<std::uint32_t>(end - begin > 1 ? distinct++ : kMetByNone);
            for (; begin < end; ++begin) {
                shingles[static_cast<std::uint32_t>(places[begin])] = number;
            }
        }
        leaveOutThoseMetByNone();
    }

private:
    static constexpr std::uint32_t kMetByNone = 0xFFFF'FFFF;

    void leaveOutThoseMetByNone() {
        std::size_t kept = 0;
        for (std::size_t rank = 0; rank < order.size(); ++rank) {
            const std::size_t begin = std::exchange(begins[rank], kept);
            for (std::size_t at = begin; at < begins[rank + 1]; ++at) {
                if (shingles[at] != kMetByNone) {
                    shingles[kept++] = shingles[at];
                }
            }
        }
        begins.back() = kept;
        shingles.resize(kept);
    }
};

/// Texts that have one of a text's rarest shingles among their own, each told once.
class Met {
public:
    explicit Met(const Prefixes& prefixes)
        : m_prefixes(prefixes)
        , m_begins(prefixes.distinct + 1)
        , m_ends(prefixes.distinct)
        , m_ranks(prefixes.shingles.size())
        , m_shared(prefixes.order.size()) {
        for (const std::uint32_t shingle : prefixes.shingles) {
            ++m_begins[shingle + 1];
        }
        std::partial_sum(m_begins.begin(), m_begins.end(), m_begins.begin());
        std::copy_n(m_begins.begin(), m_ends.size(), m_ends.begin());
    }

    /// Ranks below this one, of sets not too small to be near; those that share most come first, and at most
    /// kMostComparisons that `isWanted`. The rank itself is met from now on.
    template <typename IsWanted>
    const std::vector<std::uint32_t>& add(std::uint32_t rank, std::uint32_t lowest, IsWanted isWanted) {
        m_found.clear();
        for (const std::uint32_t shingle : m_prefixes.of(rank)) {
            const std::size_t end = m_ends[shingle];
            const std::size_t begin = end - std::min(end - m_begins[shingle], kMostUnderShingle);
            for (std::size_t i = end; i > begin && m_ranks[i - 1] >= lowest; --i) {
                const std::uint32_t met = m_ranks[i - 1];
                if (m_shared[met]++ == 0) {
                    m_found.push_back(met);
                }
            }
            m_ranks[m_ends[shingle]++] = rank;
        }
        std::ranges::sort(m_found, {}, [this](std::uint32_t met) { // the nearest in size of those alike
            return std::pair(-static_cast<std::int64_t>(m_shared[met]), -static_cast<std::int64_t>(met));
        });
        for (const std::uint32_t met : m_found) {
            m_shared[met] = 0;
        }
        std::erase_if(m_found, [&](std::uint32_t met) { return !isWanted(met); });
        m_found.resize(std::min(m_found.size(), kMostComparisons));
        return m_found;
    }

private:
    const Prefixes& m_prefixes;
    std::vector<std::size_t> m_begins; ///< by shingle, where its ranks begin
    std::vector<std::size_t> m_ends;   ///< and end
    std::vector<std::uint32_t> m_ranks;
    std::vector<std::uint32_t> m_shared; ///< by rank, how many of the shingles that are asked about
    std::vector<std::uint32_t> m_found;
};

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

Result<NearClusters> nearClusters(const ShingledTexts& texts, const std::stop_token& stop) {
    NearClusters out;
    Sets sets(texts.size());
    Prefixes prefixes(texts);
    prefixes.number();
    Met met(prefixes);
    std::uint32_t lowest = 0; // rank of the smallest set that can be near
    for (std::uint32_t rank = 0; rank < prefixes.order.size(); ++rank) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "stopped on request");
        }
        const std::uint32_t text = prefixes.order[rank];
        const double least = kNearJaccard * static_cast<double>(texts.shingles(text).size()) - 1e-9;
        while (static_cast<double>(texts.shingles(prefixes.order[lowest]).size()) < least) {
            ++lowest;
        }
        const auto isApart = [&](std::uint32_t other) {
            return sets.root(prefixes.order[other]) != sets.root(text);
        };
        for (const std::uint32_t other : met.add(rank, lowest, isApart)) {
            if (!isApart(other)) { // by one of those before it
                continue;
            }
            const std::uint32_t smaller = prefixes.order[other];
            ++out.comparisons;
            if (mayBeNear(texts, smaller, text) &&
                jaccard(texts.shingles(smaller), texts.shingles(text)) >= kNearJaccard) {
                sets.unite(smaller, text);
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
