// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// WordTable: a fixed list of words, found by a hash, for lists that are asked for each word near a number.
// Built by the compiler; safe on any thread.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace goldpan::redact {

template <typename Value, std::size_t N>
class WordTable {
public:
    using Entry = std::pair<std::string_view, Value>;

    constexpr explicit WordTable(const std::array<Entry, N>& entries)
        : m_entries(entries) {
        for (std::size_t i = 0; i < N; ++i) {
            auto& head = m_heads[bucket(m_entries[i].first)];
            m_next[i] = head;
            head = static_cast<std::uint16_t>(i + 1);
        }
    }

    /// Null where `word` stands in no entry; the last of equal words counts.
    [[nodiscard]] constexpr const Value* find(std::string_view word) const {
        if (word.empty()) {
            return nullptr;
        }
        for (std::size_t i = m_heads[bucket(word)]; i != 0; i = m_next[i - 1]) {
            if (isSame(m_entries[i - 1].first, word, [](char c) { return c; })) {
                return &m_entries[i - 1].second;
            }
        }
        return nullptr;
    }
    /// The same of a word in any case of ASCII, where the list is in lower case.
    [[nodiscard]] constexpr const Value* findAnyCase(std::string_view word) const {
        if (word.empty()) {
            return nullptr;
        }
        for (std::size_t i = m_heads[bucket(word)]; i != 0; i = m_next[i - 1]) {
            if (isSame(m_entries[i - 1].first, word, lowerAscii)) {
                return &m_entries[i - 1].second;
            }
        }
        return nullptr;
    }
    [[nodiscard]] constexpr const std::array<Entry, N>& entries() const { return m_entries; }

private:
    /// Few where the words are few, so that the tables lie in the cache beside each other.
    static constexpr std::size_t kBuckets = std::clamp<std::size_t>(std::bit_ceil(4 * N), 64, 1024);

    static constexpr std::size_t bucket(std::string_view word) {
        const auto byte = [&](std::size_t i) {
            return static_cast<std::size_t>(static_cast<unsigned char>(lowerAscii(word[i])));
        };
        return (word.size() * 37 + byte(0) * 5 + byte(word.size() / 2) * 67 + byte(word.size() - 1) * 257) %
               kBuckets;
    }

    /// Words are short: a loop is done before a call of memcmp begins.
    template <typename Fold>
    static constexpr bool isSame(std::string_view listed, std::string_view word, Fold fold) {
        if (listed.size() != word.size()) {
            return false;
        }
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (listed[i] != fold(word[i])) {
                return false;
            }
        }
        return true;
    }

    std::array<Entry, N> m_entries;
    std::array<std::uint16_t, kBuckets> m_heads{};
    std::array<std::uint16_t, N> m_next{};
};

/// The entries of a table of which all have the same value.
template <typename Value, std::size_t N>
constexpr auto withValue(const std::array<std::string_view, N>& words, Value value) {
    std::array<std::pair<std::string_view, Value>, N> entries;
    for (std::size_t i = 0; i < N; ++i) {
        entries[i] = {words[i], value};
    }
    return entries;
}

} // namespace goldpan::redact
