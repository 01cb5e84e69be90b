// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FilterScanner: cuts filter text into words, quoted texts and regular expressions. Owned by the parser; one
// object, one thread.
#pragma once

#include "core/queue/filter_parser.h"

#include <cstdint>

namespace goldpan::queue {

template <typename T>
using Parsed = std::expected<T, FilterError>;

[[nodiscard]] std::unexpected<FilterError> mistake(std::size_t begin, std::size_t end, std::string reason);

/// A word, phrase, regular expression or field value, with its place in the text.
struct Lexeme {
    enum class Shape : std::uint8_t {
        bare,
        quoted,
        regex,
    };
    Shape shape = Shape::bare;
    std::string text; ///< without quotes, slashes and their escapes
    bool ignoreCase = true;
    std::size_t begin = 0;
    std::size_t end = 0;
};

class FilterScanner {
public:
    explicit FilterScanner(std::string_view text)
        : m_text(text) {}

    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] std::size_t at() const { return m_at; }
    /// 0 at the end
    [[nodiscard]] char peek(std::size_t ahead = 0) const;
    /// True at the end, a space or a parenthesis: where an operator or a closing quote may stop.
    [[nodiscard]] bool atBoundary(std::size_t ahead = 0) const;

    void skipSpace();
    bool take(char c);
    /// Takes `keyword` where it stands alone.
    bool takeKeyword(std::string_view keyword);
    /// The letters, digits, `_` and `-` from here, a letter first; takes nothing.
    [[nodiscard]] std::string_view peekName() const;
    void skip(std::size_t bytes) { m_at += bytes; }

    [[nodiscard]] Parsed<Lexeme> quoted();
    [[nodiscard]] Parsed<Lexeme> regex();
    /// To the next space or parenthesis; quotes inside must pair.
    [[nodiscard]] Parsed<Lexeme> word();
    /// To the next space or `)`; quotes must stand around the whole value.
    [[nodiscard]] Parsed<Lexeme> value();

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace goldpan::queue
