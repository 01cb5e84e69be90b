// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// WordEnds: the last two bytes of the words of a list, in any case of ASCII. Most texts end in none of them,
// so that the words need not be compared one by one. Built by the compiler; safe on any thread.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace goldpan::redact {

class WordEnds {
public:
    /// A word of one byte stands for every text that ends in it.
    template <typename... Lists>
    constexpr explicit WordEnds(const Lists&... lists) {
        (addAll(lists), ...);
    }

    /// False where `text` ends in no word of the lists.
    [[nodiscard]] constexpr bool mayEnd(std::string_view text) const {
        if (text.empty()) {
            return false;
        }
        const std::size_t last = byteOf(text.back());
        const std::size_t before = text.size() > 1 ? byteOf(text[text.size() - 2]) : 0;
        return (m_has[last * kWide + before / kBits] >> (before % kBits) & 1U) != 0;
    }

private:
    static constexpr std::size_t kBits = 32;
    static constexpr std::size_t kWide = 256 / kBits;

    static constexpr std::size_t byteOf(char c) {
        return static_cast<std::size_t>(static_cast<unsigned char>(lowerAscii(c)));
    }

    template <typename List>
    constexpr void addAll(const List& list) {
        for (const std::string_view word : list) {
            const std::size_t last = byteOf(word.back());
            for (std::size_t before = 0; before < 256; ++before) {
                if (word.size() == 1 || before == byteOf(word[word.size() - 2])) {
                    m_has[last * kWide + before / kBits] |= 1U << (before % kBits);
                }
            }
        }
    }

    std::array<std::uint32_t, 256 * kWide> m_has{};
};

} // namespace goldpan::redact
