// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SecretBytes: the classes of bytes that rules of secrets share. Pure functions; safe on any thread.
#pragma once

#include "core/redact/scan/byte_set.h"
#include "core/redact/scan/scan_text.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace goldpan::redact {

inline constexpr std::size_t kSecretValueBytes = 512; ///< bounds the work where one name follows the other

inline constexpr ByteSet kKeyBytes([](char c) { return isLetter(c) || isDigit(c); }, "_-.=~+");

[[nodiscard]] constexpr bool isKeyByte(char c) {
    return kKeyBytes.contains(c);
}
[[nodiscard]] constexpr bool isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
}
[[nodiscard]] constexpr bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
inline constexpr ByteSet kValueEnds([](char c) { return c == '\0' || isBlank(c) || isQuote(c); },
                                    ",;<>()[]{}|\\");

[[nodiscard]] constexpr bool endsValue(char c) {
    return kValueEnds.contains(c);
}

[[nodiscard]] inline std::optional<PiiSpan> secretSpan(std::size_t begin, std::size_t end) {
    return PiiSpan{begin, end, PiiType::secret};
}

/// `end` without the `marks` that stand left of it.
[[nodiscard]] constexpr std::size_t trimmedEnd(std::string_view text, std::size_t begin, std::size_t end,
                                               std::string_view marks) {
    while (end > begin && marks.contains(text[end - 1])) {
        --end;
    }
    return end;
}

/// Of JSON inside of strings there may be many, 2^depth - 1 before a quote.
inline constexpr std::size_t kMostBackslashes = 64;

/// Backslashes that end at `pos`.
[[nodiscard]] constexpr std::size_t backslashesBefore(std::string_view text, std::size_t pos) {
    std::size_t count = 0;
    while (count < kMostBackslashes && count < pos && text[pos - count - 1] == '\\') {
        ++count;
    }
    return count;
}

/// Where the blanks begin that end at `pos`, at most `most` bytes back; "\\n" of JSON inside of a string is
/// one too.
[[nodiscard]] constexpr std::size_t blanksBefore(std::string_view text, std::size_t pos, std::size_t most) {
    const std::size_t floor = pos > most ? pos - most : 0;
    while (pos > floor) {
        const char c = text[pos - 1];
        const std::size_t marks = c == 'n' || c == 'r' || c == 't' ? backslashesBefore(text, pos - 1) : 0;
        if (!isBlank(c) && marks == 0) {
            break;
        }
        pos -= 1 + marks;
    }
    return pos;
}

/// ASCII letters in lower case.
[[nodiscard]] inline std::string lowerLead(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), lowerAscii);
    return lower;
}

/// Of "api_key", "x-auth-token", "spring.password".
inline constexpr ByteSet kIdentifierBytes([](char c) { return isLetter(c) || isDigit(c); }, "_-.");
[[nodiscard]] inline bool isIdentifierByte(char c) {
    return kIdentifierBytes.contains(c);
}

} // namespace goldpan::redact
