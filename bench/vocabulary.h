// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabulary: invented words with the frequencies of a real language (Zipf's law), so that indexes and scans
// meet what they meet in life. Immutable; safe on any thread.
#pragma once

#include "bench/random.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace goldpan::bench {

enum class Script {
    latin, ///< words of one to four syllables, the frequent ones short
    han,   ///< words of one to three characters of U+4E00..U+9FA5
};

class Vocabulary {
public:
    static constexpr std::size_t kWords = 65'536;

    Vocabulary(Script script, std::uint64_t seed);

    /// A word, drawn in constant time (alias method, Vose 1991).
    [[nodiscard]] std::string_view draw(Random& random) const;
    /// The word of a rank, 0 the most frequent. No two are equal.
    [[nodiscard]] std::string_view word(std::size_t rank) const { return m_words[rank].text(); }

private:
    // Sixteen bytes: a word is one cache line away, and its length comes with it.
    struct Word {
        std::array<char, 15> bytes{};
        std::uint8_t size = 0;
        [[nodiscard]] std::string_view text() const { return {bytes.data(), size}; }
    };
    struct Column {
        std::uint32_t keep = 0; ///< below this of 2^32: the column's own word
        std::uint32_t other = 0;
    };

    void makeColumns();

    std::vector<Word> m_words;
    std::vector<Column> m_columns;
};

} // namespace goldpan::bench
