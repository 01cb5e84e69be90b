// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Text units: the words of a text, or its single characters where a script is written without spaces, and
// runs of n of them (shingles, n-grams) as numbers. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace goldpan::checks {

/// Hashes of the units in order, and the bytes of the text where each stands. Punctuation and signs are no
/// units: they count for nothing.
struct TextUnits {
    std::vector<std::uint64_t> hashes;
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> ends;

    [[nodiscard]] std::size_t size() const { return hashes.size(); }
};

/// `text` is normal text (`normalText`). Ideographs, kana, hangul and the scripts of South East Asia that
/// have no spaces between words give a unit a character: five of them are about what five words are
/// elsewhere.
[[nodiscard]] TextUnits unitsOf(std::string_view text);

/// A number for each run of `n` units, in order; doubles stay. None where there are fewer units.
[[nodiscard]] std::vector<std::uint64_t> gramsOf(std::span<const std::uint64_t> units, std::size_t n);

/// Spreads the bits of a number over all of it; one to one.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x) {
    x ^= x >> 30;
    x *= 0xBF58476D1CE4E5B9;
    x ^= x >> 27;
    x *= 0x94D049BB133111EB;
    return x ^ (x >> 31);
}

} // namespace goldpan::checks
