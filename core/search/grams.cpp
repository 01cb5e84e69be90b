// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/grams.h"

#include "core/base/utf8.h"

namespace goldpan::search {
namespace {

constexpr char32_t kNone = 0x110000; // no code point

} // namespace

void GramSet::add(std::string_view text) {
    char32_t first = kNone;
    char32_t second = kNone;
    while (!text.empty()) {
        const char32_t third = m_fold(takeCodePoint(text));
        // Which gram a place gives depends on nothing but its own two or three characters, so that a word
        // gives the same ones wherever it stands.
        const bool unspacedPair = isUnspaced(second) && isUnspaced(third);
        if (unspacedPair) {
            put(second, third, kNone);
        }
        if (first != kNone && !(unspacedPair && isUnspaced(first))) {
            put(first, second, third);
        }
        first = second;
        second = third;
    }
}

void GramSet::put(char32_t a, char32_t b, char32_t c) {
    std::uint64_t hash = a * 0x9E3779B97F4A7C15U + b * 0xC2B2AE3D27D4EB4FU + c * 0x165667B19E3779F9U;
    hash = (hash ^ hash >> 29) * 0xBF58476D1CE4E5B9U;
    const auto gram = static_cast<Gram>(hash >> (64 - kGramBits));
    std::uint64_t& word = m_seen[gram / 64];
    const std::uint64_t bit = std::uint64_t{1} << gram % 64;
    if ((word & bit) == 0) {
        word |= bit;
        m_grams.push_back(gram);
    }
}

void GramSet::clear() {
    for (const Gram gram : m_grams) {
        m_seen[gram / 64] = 0;
    }
    m_grams.clear();
}

} // namespace goldpan::search
