// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 helpers. Pure functions; safe on any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace goldpan {

[[nodiscard]] bool isValidUtf8(std::string_view text);

/// The longest prefix of whole code points that is at most `bytes` long.
[[nodiscard]] std::string_view utf8Prefix(std::string_view text, std::size_t bytes);

/// Takes the first code point off `text`, which must not be empty; a byte that begins none is U+FFFD.
[[nodiscard]] char32_t takeCodePoint(std::string_view& text);

/// Appends one code point; surrogates and values past U+10FFFF become U+FFFD.
void appendUtf8(std::string& out, char32_t codePoint);

/// The first `codePoints` code points as one line: white space runs become one space, controls are dropped.
[[nodiscard]] std::string oneLine(std::string_view text, std::size_t codePoints);

} // namespace goldpan
