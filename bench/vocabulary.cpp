// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/vocabulary.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace goldpan::bench {
namespace {

constexpr std::array kOnsets =
    std::to_array<std::string_view>({"b", "c", "d", "f", "g", "h",  "l",  "m",  "n",  "p",
                                     "r", "s", "t", "v", "w", "st", "tr", "pl", "ch", "br"});
constexpr std::array kVowels = std::to_array<std::string_view>({"a", "e", "i", "o", "u", "ea", "ou"});
constexpr std::array kCodas =
    std::to_array<std::string_view>({"", "", "", "n", "r", "s", "t", "l", "d", "m", "ck"});

// Frequent words are short ones; 140 onset-vowel pairs times codas leave room for the first ranks.
std::size_t unitsOf(std::size_t rank, Random& random, std::size_t most) {
    if (rank < 600) {
        return 1;
    }
    return std::min<std::size_t>(most, 2 + random.below(rank < 8'000 ? 2 : 3));
}

std::string latinWord(std::size_t rank, Random& random) {
    std::string word;
    for (std::size_t i = unitsOf(rank, random, 4); i > 0; --i) {
        word += kOnsets[random.below(kOnsets.size())];
        word += kVowels[random.below(kVowels.size())];
        word += kCodas[random.below(kCodas.size())];
    }
    return word;
}

std::string hanWord(std::size_t rank, Random& random) {
    std::string word;
    for (std::size_t i = unitsOf(rank, random, 3); i > 0; --i) {
        appendUtf8(word, U'\u4E00' + static_cast<char32_t>(random.below(0x9FA5 - 0x4E00 + 1)));
    }
    return word;
}

} // namespace

Vocabulary::Vocabulary(Script script, std::uint64_t seed) {
    Random random(seed);
    std::unordered_set<std::string> taken;
    m_words.reserve(kWords);
    while (m_words.size() < kWords) {
        const std::size_t rank = m_words.size();
        const std::string text = script == Script::latin ? latinWord(rank, random) : hanWord(rank, random);
        Word word;
        if (text.size() > word.bytes.size() || !taken.insert(text).second) {
            continue;
        }
        std::ranges::copy(text, word.bytes.begin());
        word.size = static_cast<std::uint8_t>(text.size());
        m_words.push_back(word);
    }
    makeColumns();
}

void Vocabulary::makeColumns() {
    // Zipf-Mandelbrot: weight 1 / (rank + 2.7), scaled to a mean of 1 a column.
    std::vector<double> weights(kWords);
    double sum = 0;
    for (std::size_t rank = 0; rank < kWords; ++rank) {
        weights[rank] = 1 / (static_cast<double>(rank) + 3.7);
        sum += weights[rank];
    }
    std::vector<std::uint32_t> small;
    std::vector<std::uint32_t> large;
    for (std::uint32_t rank = 0; rank < kWords; ++rank) {
        weights[rank] *= static_cast<double>(kWords) / sum;
        (weights[rank] < 1 ? small : large).push_back(rank);
    }
    m_columns.assign(kWords, {.keep = 0xFFFFFFFFU, .other = 0});
    while (!small.empty() && !large.empty()) {
        const std::uint32_t less = small.back();
        const std::uint32_t more = large.back();
        small.pop_back();
        m_columns[less] = {.keep = static_cast<std::uint32_t>(weights[less] * 4294967295.0), .other = more};
        weights[more] -= 1 - weights[less];
        if (weights[more] < 1) {
            large.pop_back();
            small.push_back(more);
        }
    }
}

std::string_view Vocabulary::draw(Random& random) const {
    const std::uint64_t bits = random.next();
    const auto at = static_cast<std::size_t>(bits & (kWords - 1));
    const Column column = m_columns[at];
    return m_words[(bits >> 32U) <= column.keep ? at : column.other].text();
}

} // namespace goldpan::bench
