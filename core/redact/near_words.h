// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NearWords: the words beside a value, nearest first. A value made for one candidate; bounded, so that no
// text makes it slow. Views into the text.
#pragma once

#include "core/redact/scan_text.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace goldpan::redact {

class NearWords {
public:
    static constexpr std::size_t kMost = 10;

    /// On the same line, or the line above where the value begins its own; up to the next token or claim.
    [[nodiscard]] static NearWords before(const ScanText& scan, std::size_t pos, std::size_t bytes = 64);
    [[nodiscard]] static NearWords after(const ScanText& scan, std::size_t pos, std::size_t bytes = 48);

    [[nodiscard]] std::size_t count() const { return m_count; }
    /// As written. camelCase and snake_case are several words; a run of a script without spaces is one.
    [[nodiscard]] std::string_view operator[](std::size_t i) const { return m_words[i]; }

private:
    std::array<std::string_view, kMost> m_words{};
    std::size_t m_count = 0;
};

/// A word in lower case (of ASCII), without memory of its own, for it is made for each word near a number.
class LowerWord {
public:
    static constexpr std::size_t kLongest = 32;

    /// Empty where the word is longer than any that a list holds.
    explicit LowerWord(std::string_view word)
        : m_size(word.size() <= kLongest ? word.size() : 0) {
        for (std::size_t i = 0; i < m_size; ++i) {
            m_bytes[i] = lowerAscii(word[i]);
        }
    }

    [[nodiscard]] std::string_view view() const { return {m_bytes.data(), m_size}; }

private:
    std::array<char, kLongest> m_bytes; // as far as m_size says
    std::size_t m_size;
};

/// The same as a string, where few words are asked for.
[[nodiscard]] std::string lowerWord(std::string_view word);

} // namespace goldpan::redact
