// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FoldedWord: a word as word lists hold it: lower case, Latin letters without their marks ("Führerschein" as
// "fuhrerschein"), without the signs that touch it ("n°", "driver’s"). A value; bounded, with no memory of
// its own.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace goldpan::redact {

class FoldedWord {
public:
    static constexpr std::size_t kLongest = 40;

    /// Empty where the word holds nothing but signs, or is longer than any that a list holds.
    explicit FoldedWord(std::string_view word);

    [[nodiscard]] std::string_view view() const { return {m_bytes.data(), m_size}; }
    /// Nothing but signs, as "→" and "：" are.
    [[nodiscard]] bool isSign() const { return m_size == 0 && !m_tooLong; }

private:
    void put(char c);

    std::array<char, kLongest> m_bytes; // as far as m_size says
    std::size_t m_size = 0;
    bool m_tooLong = false;
};

} // namespace goldpan::redact
