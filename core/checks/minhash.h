// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MinHash (Broder 1997): how alike two texts are from 128 numbers each, and the texts themselves as sets of
// shingles for the exact answer. Values and pure functions; the same on every machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace goldpan::checks {

struct TextUnits;

constexpr std::size_t kShingleUnits = 5; ///< words, or characters of a script without spaces
constexpr std::size_t kPermutations = 128;
constexpr double kNearJaccard = 0.8;

using Signature = std::array<std::uint32_t, kPermutations>;
/// Sorted, each once.
using ShingleSet = std::vector<std::uint32_t>;

/// Of normal text. A text of fewer units than a shingle has is one shingle.
[[nodiscard]] ShingleSet shinglesOf(std::string_view normal);
[[nodiscard]] ShingleSet shinglesOf(const TextUnits& units);
/// Of a set with more than kMostShingles, those that hash lowest: a fair sample (bottom-k), by which such
/// texts are compared, within about 0.01 (one standard deviation at 0.8); that bounds what a row of a
/// megabyte takes.
[[nodiscard]] ShingleSet sampleOf(ShingleSet shingles);
constexpr std::size_t kMostShingles = 1024;

/// Of all shingles: one of a sample would be another the more a text holds beside the other.
[[nodiscard]] Signature signatureOf(const ShingleSet& shingles);

/// Shared share of two sets (Jaccard 1912), exact unless one is a sample; 0 where there is nothing to
/// compare.
[[nodiscard]] double jaccard(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);
/// The same guessed from signatures: within 0.04 (one standard deviation at 0.8).
[[nodiscard]] double estimatedJaccard(const Signature& a, const Signature& b);

} // namespace goldpan::checks
