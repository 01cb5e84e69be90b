// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/minhash.h"

#include "core/checks/text_units.h"

#include <algorithm>
#include <limits>

namespace goldpan::checks {
namespace {

constexpr std::uint64_t kSeed = 0x676F6C6470616E31; // fixed: findings must not change from run to run

struct Permutation {
    std::uint64_t factor;
    std::uint64_t addend;
};

/// Multiply-shift hashing (Dietzfelbinger 1996): the upper half of factor * x + addend.
constexpr std::array<Permutation, kPermutations> permutations() {
    std::array<Permutation, kPermutations> out{};
    std::uint64_t state = kSeed;
    const auto next = [&state] { return mixed(state += 0x9E3779B97F4A7C15); };
    for (auto& permutation : out) {
        permutation = {next() | 1, next()};
    }
    return out;
}

constexpr auto kPermutationTable = permutations();

} // namespace

ShingleSet shinglesOf(std::string_view normal) {
    const TextUnits units = unitsOf(normal);
    const std::size_t n = std::min(kShingleUnits, units.size());
    ShingleSet out;
    for (const std::uint64_t gram : gramsOf(units.hashes, n)) {
        out.push_back(static_cast<std::uint32_t>(gram >> 32));
    }
    std::ranges::sort(out);
    const auto doubles = std::ranges::unique(out);
    out.erase(doubles.begin(), doubles.end());
    return out;
}

ShingleSet sampleOf(ShingleSet shingles) {
    shingles.resize(std::min(shingles.size(), kMostShingles));
    shingles.shrink_to_fit();
    return shingles;
}

Signature signatureOf(const ShingleSet& shingles) {
    Signature out;
    out.fill(std::numeric_limits<std::uint32_t>::max());
    for (const std::uint32_t shingle : shingles) {
        const std::uint64_t x = mixed(shingle);
        for (std::size_t i = 0; i < kPermutations; ++i) {
            const auto [factor, addend] = kPermutationTable[i];
            out[i] = std::min(out[i], static_cast<std::uint32_t>((factor * x + addend) >> 32));
        }
    }
    return out;
}

double jaccard(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    // Of samples only the lowest of the union is comparable: a shingle past them may be in a set unseen.
    const bool sampled = a.size() >= kMostShingles || b.size() >= kMostShingles;
    const std::size_t most = sampled ? kMostShingles : a.size() + b.size();
    std::size_t both = 0;
    std::size_t either = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    while (either < most && (i < a.size() || j < b.size())) {
        ++either;
        if (j == b.size() || (i < a.size() && a[i] < b[j])) {
            ++i;
        } else if (i == a.size() || b[j] < a[i]) {
            ++j;
        } else {
            ++both;
            ++i;
            ++j;
        }
    }
    return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

double estimatedJaccard(const Signature& a, const Signature& b) {
    std::size_t same = 0;
    for (std::size_t i = 0; i < kPermutations; ++i) {
        same += a[i] == b[i] ? 1 : 0;
    }
    return static_cast<double>(same) / static_cast<double>(kPermutations);
}

} // namespace goldpan::checks
