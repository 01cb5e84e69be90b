// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/minhash.h"

#include "core/checks/text_units.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace goldpan::checks {
namespace {

constexpr std::uint64_t kSeed = 0x676F6C6470616E31; // fixed: findings must not change from run to run

/// Multiply-shift hashing (Dietzfelbinger 1996): the upper half of factor * x + addend.
struct Permutations {
    std::array<std::uint64_t, kPermutations> factors{};
    std::array<std::uint64_t, kPermutations> addends{};
};

constexpr auto kTable = [] {
    Permutations out;
    std::uint64_t state = kSeed;
    const auto next = [&state] { return mixed(state += 0x9E3779B97F4A7C15); };
    for (std::size_t i = 0; i < kPermutations; ++i) {
        out.factors[i] = next() | 1;
        out.addends[i] = next();
    }
    return out;
}();

/// Hashes fall evenly under their first bits: put there, each has few others left to be compared with.
void sortSpread(ShingleSet& hashes) {
    constexpr unsigned kShift = 24;
    std::array<std::size_t, (1U << (32 - kShift)) + 1> begins{};
    for (const std::uint32_t hash : hashes) {
        ++begins[(hash >> kShift) + 1];
    }
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    ShingleSet spread(hashes.size());
    auto ends = begins;
    for (const std::uint32_t hash : hashes) {
        spread[ends[hash >> kShift]++] = hash;
    }
    for (std::size_t shelf = 0; shelf + 1 < begins.size(); ++shelf) {
        if (begins[shelf + 1] - begins[shelf] > 1) {
            std::ranges::sort(std::span(spread).subspan(begins[shelf], begins[shelf + 1] - begins[shelf]));
        }
    }
    hashes.swap(spread);
}

/// Always part of its caller, so that each of the functions below has it in the instructions of its own
/// machine; the numbers are the same.
[[gnu::always_inline]] inline void lower(Signature& out, std::span<const std::uint32_t> shingles) {
    for (const std::uint32_t shingle : shingles) {
        const std::uint64_t x = mixed(shingle);
        for (std::size_t i = 0; i < kPermutations; ++i) {
            const std::uint64_t product = kTable.factors[i] * x + kTable.addends[i];
            out[i] = std::min(out[i], static_cast<std::uint32_t>(product >> 32));
        }
    }
}

void lowerAnywhere(Signature& out, std::span<const std::uint32_t> shingles) {
    lower(out, shingles);
}

#if defined(__x86_64__)
// Products of 64 bits, eight at once: a tenth of the time. With AVX2, which puts them together from halves of
// 32 bits, it is a half.
__attribute__((target("avx512f,avx512dq,avx512vl"))) void
lowerAvx512(Signature& out, std::span<const std::uint32_t> shingles) {
    lower(out, shingles);
}

__attribute__((target("avx2"))) void lowerAvx2(Signature& out, std::span<const std::uint32_t> shingles) {
    lower(out, shingles);
}
#endif

using Lower = void (*)(Signature&, std::span<const std::uint32_t>);

Lower bestLower() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")) {
        return lowerAvx512;
    }
    if (__builtin_cpu_supports("avx2")) {
        return lowerAvx2;
    }
#endif
    return lowerAnywhere;
}

} // namespace

ShingleSet shinglesOf(std::string_view normal) {
    return shinglesOf(unitsOf(normal));
}

ShingleSet shinglesOf(const TextUnits& units) {
    const std::size_t n = std::min(kShingleUnits, units.size());
    ShingleSet out;
    out.reserve(units.size());
    for (const std::uint64_t gram : gramsOf(units.hashes, n)) {
        out.push_back(static_cast<std::uint32_t>(gram >> 32));
    }
    sortSpread(out);
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
    static const Lower best = bestLower();
    Signature out;
    out.fill(std::numeric_limits<std::uint32_t>::max());
    best(out, shingles);
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
