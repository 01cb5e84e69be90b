// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/scan_text.h"

#include "core/redact/scan/token_shape.h"

namespace goldpan::redact {
namespace {

unsigned byteAt(std::string_view text, std::size_t pos) {
    return pos < text.size() ? static_cast<unsigned char>(text[pos]) : 0U;
}

bool isTail(unsigned byte) {
    return (byte & 0xC0U) == 0x80U;
}

constexpr std::size_t kLongestToken = 40; ///< none of ours comes near it

bool isNameByte(unsigned byte) {
    return (byte >= 'A' && byte <= 'Z') || byte == '_';
}

/// Of what stands in square brackets with them; 0 where it is no token.
std::size_t tokenLength(std::string_view shown) {
    for (std::size_t type = 0; type < kPiiTypeCount; ++type) {
        if (shown == piiToken(static_cast<PiiType>(type))) {
            return shown.size();
        }
    }
    return shown == kDroppedToken ? shown.size() : 0;
}

} // namespace

std::size_t alphabeticFrom(std::string_view text, std::size_t pos) {
    const unsigned lead = byteAt(text, pos);
    const unsigned next = byteAt(text, pos + 1);
    if (lead >= 0xC3 && lead <= 0xD4 && isTail(next)) { // U+00C0 to U+052F
        const bool sign = lead == 0xC3 && (next == 0x97 || next == 0xB7);
        return sign ? 0 : 2;
    }
    const bool latinAdditional = lead == 0xE1 && next >= 0xB8 && next <= 0xBB; // U+1E00 to U+1EFF
    return latinAdditional && isTail(byteAt(text, pos + 2)) ? 3 : 0;
}

std::size_t alphabeticTo(std::string_view text, std::size_t pos) {
    for (const std::size_t length : {std::size_t{2}, std::size_t{3}}) {
        if (pos >= length && alphabeticAt(text, pos - length) == length) {
            return length;
        }
    }
    return 0;
}

std::size_t tokenFrom(std::string_view text, std::size_t open) {
    std::size_t end = open + 1;
    while (end - open <= kLongestToken && isNameByte(byteAt(text, end))) {
        ++end;
    }
    return byteAt(text, end) == ']' ? tokenLength(text.substr(open, end + 1 - open)) : 0;
}

std::size_t tokenTo(std::string_view text, std::size_t end) {
    std::size_t begin = end - 1;
    while (begin > 0 && end - begin <= kLongestToken && isNameByte(byteAt(text, begin - 1))) {
        --begin;
    }
    return begin > 0 && text[begin - 1] == '[' ? tokenLength(text.substr(begin - 1, end + 1 - begin)) : 0;
}

} // namespace goldpan::redact
