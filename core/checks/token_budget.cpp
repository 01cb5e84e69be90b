// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/token_budget.h"

#include "core/base/utf8.h"
#include "core/checks/ideographs.h"

#include <array>
#include <cstddef>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace goldpan::checks {
namespace {

enum class Kind : unsigned char {
    letter,
    digit,
    space,
    line,
    sign,
    han,
    kana,
    hangul,
    southEast,
    latin,
    otherLetter,
    symbol
};

constexpr auto kAsciiKinds = [] {
    std::array<Kind, 0x80> out{};
    for (std::size_t c = 0; c < out.size(); ++c) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool isDigit = c >= '0' && c <= '9';
        out[c] = isLetter   ? Kind::letter
                 : isDigit  ? Kind::digit
                 : c == ' ' ? Kind::space
                 : c < 0x20 ? Kind::line
                            : Kind::sign;
    }
    return out;
}();

constexpr bool isAscii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

constexpr Kind kindOfAscii(char c) {
    return kAsciiKinds[static_cast<unsigned char>(c)];
}

/// Past ASCII.
Kind kindOf(char32_t c) {
    if (isCommonIdeograph(c)) {
        return Kind::han;
    }
    const auto code = static_cast<UChar32>(c);
    switch (u_getIntPropertyValue(code, UCHAR_SCRIPT)) {
    case USCRIPT_HAN:
        return Kind::han;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
        return Kind::kana;
    case USCRIPT_HANGUL:
        return Kind::hangul;
    default:
        break;
    }
    if (u_getIntPropertyValue(code, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) {
        return Kind::southEast;
    }
    if ((U_GET_GC_MASK(code) & (U_GC_L_MASK | U_GC_M_MASK)) == 0) {
        return Kind::symbol;
    }
    return c < 0x250 ? Kind::latin : Kind::otherLetter;
}

/// Hundredths of a token of a run of `length` characters of a kind.
std::int64_t hundredths(Kind kind, std::int64_t length) {
    switch (kind) {
    case Kind::letter:
        return 100 + (length > 6 ? (length - 6) * 9 : 0);
    case Kind::digit:
        return (length + 2) / 3 * 100;
    case Kind::space:
        return length > 1 ? 40 : 0; // a single one belongs to the word behind it
    case Kind::line:
        return 80;
    case Kind::sign:
        return 90 + (length - 1) * 20;
    case Kind::han:
        return length * 75;
    case Kind::kana:
        return length * 70;
    case Kind::hangul:
        return length * 65;
    case Kind::southEast:
        return length * 60;
    case Kind::latin:
        return length * 40;
    case Kind::otherLetter:
        return length * 35;
    case Kind::symbol:
        return length * 100;
    }
    return 0;
}

} // namespace

std::int64_t estimatedTokens(std::string_view text) {
    std::int64_t sum = 0;
    Kind kind = Kind::space;
    std::int64_t length = 0;
    while (!text.empty()) {
        Kind next{};
        std::size_t run = 1;
        if (isAscii(text.front())) {
            next = kindOfAscii(text.front());
            while (run < text.size() && isAscii(text[run]) && kindOfAscii(text[run]) == next) {
                ++run;
            }
            text.remove_prefix(run);
        } else {
            next = kindOf(takeCodePoint(text));
        }
        if (next != kind && length != 0) {
            sum += hundredths(kind, length);
            length = 0;
        }
        kind = next;
        length += static_cast<std::int64_t>(run);
    }
    sum += length == 0 ? 0 : hundredths(kind, length);
    return (sum + 99) / 100;
}

} // namespace goldpan::checks
