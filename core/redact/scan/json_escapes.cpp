// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/json_escapes.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace goldpan::redact {
namespace {

/// From its first backslash.
struct Escape {
    std::size_t begin = 0;
    std::size_t end = 0;
    char32_t letter = 0;
};

bool isSurrogate(std::uint32_t unit) {
    return unit >= 0xD800 && unit <= 0xDFFF;
}

/// The unit of `uXXXX` at `pos`.
std::optional<std::uint32_t> unitAt(std::string_view text, std::size_t pos) {
    constexpr std::size_t kBytes = 5;
    if (text.size() < kBytes || pos > text.size() - kBytes || text[pos] != 'u') {
        return std::nullopt;
    }
    std::uint32_t unit = 0;
    const char* const end = text.data() + pos + kBytes;
    const auto read = std::from_chars(text.data() + pos + 1, end, unit, 16);
    return read.ptr == end ? std::optional(unit) : std::nullopt;
}

std::size_t endOfBackslashes(std::string_view text, std::size_t pos) {
    return std::min(text.find_first_not_of('\\', pos), text.size());
}

/// The escape whose backslashes end at `mark`.
std::optional<Escape> escapeAt(std::string_view text, std::size_t begin, std::size_t mark) {
    if (mark < text.size() && text[mark] == '/') {
        return Escape{begin, mark + 1, U'/'};
    }
    const auto unit = unitAt(text, mark);
    if (!unit) {
        return std::nullopt;
    }
    if (!isSurrogate(*unit)) {
        return Escape{begin, mark + 5, *unit};
    }
    const std::size_t next = endOfBackslashes(text, mark + 5);
    const auto low = next > mark + 5 ? unitAt(text, next) : std::nullopt;
    if (*unit >= 0xDC00 || !low || *low < 0xDC00 || *low > 0xDFFF) {
        return Escape{begin, mark + 5, U'\uFFFD'}; // a half is a letter too
    }
    return Escape{begin, next + 5, 0x10000 + ((*unit - 0xD800) << 10U) + (*low - 0xDC00)};
}

/// The first one at or behind `pos`.
std::optional<Escape> nextEscape(std::string_view text, std::size_t pos) {
    for (pos = text.find('\\', pos); pos != std::string_view::npos;) {
        const std::size_t mark = endOfBackslashes(text, pos);
        if (const auto escape = escapeAt(text, pos, mark)) {
            return escape;
        }
        pos = text.find('\\', mark);
    }
    return std::nullopt;
}

/// How many backslashes stand before a quote that is escaped as often as one written `\u0022` behind `marks`
/// of them: 1, 3, 7.
std::size_t marksOfQuote(std::size_t marks) {
    return marks % 2 != 0 ? marks : 2 * marksOfQuote(marks / 2) + 1;
}

/// A quote and a backslash stay escaped: written out they would end the string that they are a letter of.
std::string lettersOf(const Escape& escape, std::size_t marks) {
    if (escape.letter == U'"') {
        return std::string(marksOfQuote(marks), '\\') + '"';
    }
    if (escape.letter == U'\\') {
        return std::string(marksOfQuote(marks) + 1, '\\');
    }
    std::string letter;
    appendUtf8(letter, escape.letter);
    return letter;
}

} // namespace

std::optional<MappedText> unescaped(std::string_view text) {
    auto escape = nextEscape(text, 0);
    if (!escape) {
        return std::nullopt;
    }
    MappedText out(text.size());
    std::size_t pos = 0;
    const auto keepTo = [&](std::size_t end) {
        for (; pos < end; ++pos) {
            out.add(text.substr(pos, 1), pos);
        }
    };
    for (; escape; escape = nextEscape(text, pos)) {
        keepTo(escape->begin);
        out.add(lettersOf(*escape, endOfBackslashes(text, pos) - pos), pos);
        pos = escape->end;
    }
    keepTo(text.size());
    return out;
}

} // namespace goldpan::redact
