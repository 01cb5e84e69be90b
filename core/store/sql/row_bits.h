// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// RowBits: a set of rows, or of stretches of them, as a bit for each id. A value.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace goldpan::sql {

class RowBits {
public:
    /// For ids below `end`; others are never in it.
    explicit RowBits(std::int64_t end)
        : m_words(static_cast<std::size_t>((end + 63) / 64)) {}

    void put(std::int64_t id) {
        if (id >= 0 && wordOf(id) < m_words.size()) {
            m_words[wordOf(id)] |= bitOf(id);
        }
    }
    [[nodiscard]] bool has(std::int64_t id) const {
        return id >= 0 && wordOf(id) < m_words.size() && (m_words[wordOf(id)] & bitOf(id)) != 0;
    }
    [[nodiscard]] std::int64_t count() const {
        std::int64_t bits = 0;
        for (const std::uint64_t word : m_words) {
            bits += std::popcount(word);
        }
        return bits;
    }
    /// Whole words: `first` and `count` are multiples of 64.
    [[nodiscard]] bool hasAnyOf(std::int64_t first, std::int64_t count) const {
        return std::any_of(at(first), at(first + count), [](std::uint64_t word) { return word != 0; });
    }
    [[nodiscard]] bool hasAllOf(std::int64_t first, std::int64_t count) const {
        return std::all_of(at(first), at(first + count), [](std::uint64_t word) { return ~word == 0; });
    }
    void add(const RowBits& other) {
        std::ranges::transform(m_words, other.m_words, m_words.begin(), std::bit_or<>());
    }
    void keep(const RowBits& other) {
        std::ranges::transform(m_words, other.m_words, m_words.begin(), std::bit_and<>());
    }
    void remove(const RowBits& other) {
        std::ranges::transform(m_words, other.m_words, m_words.begin(),
                               [](std::uint64_t mine, std::uint64_t theirs) { return mine & ~theirs; });
    }
    /// Calls `take(id)` on each, ascending.
    template <typename Take>
    void each(Take&& take) const {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            for (std::uint64_t bits = m_words[i]; bits != 0; bits &= bits - 1) {
                take(static_cast<std::int64_t>(i * 64) + std::countr_zero(bits));
            }
        }
    }

private:
    [[nodiscard]] static std::size_t wordOf(std::int64_t id) { return static_cast<std::size_t>(id) / 64; }
    [[nodiscard]] static std::uint64_t bitOf(std::int64_t id) { return std::uint64_t{1} << (id % 64); }
    [[nodiscard]] std::vector<std::uint64_t>::const_iterator at(std::int64_t id) const {
        return m_words.begin() + static_cast<std::ptrdiff_t>(std::min(wordOf(id), m_words.size()));
    }

    std::vector<std::uint64_t> m_words;
};

} // namespace goldpan::sql
