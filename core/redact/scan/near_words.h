// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NearWords: the words beside a value, nearest first. A value made for one candidate; bounded, so that no
// text makes it slow. Views into the text, read while they are asked for.
#pragma once

#include "core/redact/scan/scan_text.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace goldpan::redact {

class NearWords {
public:
    static constexpr std::size_t kMost = 10;

    /// On the same line, or the line above where the value begins its own; up to the next token or claim. The
    /// nearest first.
    [[nodiscard]] static NearWords before(const ScanText& scan, std::size_t pos, std::size_t bytes = 64);
    [[nodiscard]] static NearWords after(const ScanText& scan, std::size_t pos, std::size_t bytes = 48);

    /// Reads on as far as that: most that ask know by the first word.
    [[nodiscard]] bool has(std::size_t i) {
        while (m_count <= i && readOne()) {
        }
        return i < m_count;
    }
    [[nodiscard]] std::size_t count() { return has(kMost) ? kMost : m_count; }
    /// Of a word that there is. As written. camelCase and snake_case are several words; a run of a script
    /// without spaces is one.
    [[nodiscard]] std::string_view operator[](std::size_t i) const { return m_words[i]; }

private:
    NearWords(std::string_view text, std::size_t at, std::size_t bound, bool back)
        : m_text(text)
        , m_at(at)
        , m_bound(bound)
        , m_back(back) {}

    bool readOne();
    bool readBefore();
    bool readAfter();

    std::string_view m_text;
    std::size_t m_at;
    std::size_t m_bound; ///< reads up to there
    bool m_back;
    std::size_t m_count = 0;
    std::array<std::string_view, kMost> m_words; // as far as m_count says
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
