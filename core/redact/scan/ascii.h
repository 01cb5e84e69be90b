// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of ASCII a byte is, whatever the locale says. Pure functions; any thread.
#pragma once

namespace goldpan::redact {

[[nodiscard]] constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr bool isLetter(char c) {
    return isUpper(c) || isLower(c);
}
[[nodiscard]] constexpr bool isAlnum(char c) {
    return isLetter(c) || isDigit(c);
}
[[nodiscard]] constexpr bool isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
[[nodiscard]] constexpr bool isHighByte(char c) {
    return (static_cast<unsigned char>(c) & 0x80) != 0;
}
[[nodiscard]] constexpr char lowerAscii(char c) {
    return isUpper(c) ? static_cast<char>(c + 32) : c;
}

} // namespace goldpan::redact
