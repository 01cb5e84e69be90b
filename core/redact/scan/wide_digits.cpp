// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/wide_digits.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace goldpan::redact {
namespace {

struct Folded {
    char ascii = '\0';
    std::size_t bytes = 0; ///< 0: stays
    bool digit = false;
};

unsigned byteAt(std::string_view text, std::size_t pos) {
    return pos < text.size() ? static_cast<unsigned char>(text[pos]) : 0U;
}

Folded digit(unsigned value, std::size_t bytes) {
    return value <= 9 ? Folded{static_cast<char>('0' + value), bytes, true} : Folded{};
}

/// What the character at `pos` is in ASCII: digits, and the marks of full width that telephone numbers have.
Folded foldedAt(std::string_view text, std::size_t pos) {
    const unsigned next = byteAt(text, pos + 1);
    const unsigned last = byteAt(text, pos + 2);
    switch (byteAt(text, pos)) {
    case 0xD9: // U+0660
        return digit(next - 0xA0, 2);
    case 0xDB: // U+06F0
        return digit(next - 0xB0, 2);
    case 0xE0: // U+0966
        return next == 0xA5 ? digit(last - 0xA6, 3) : Folded{};
    case 0xEF: // U+FF10, and U+FF08, FF09, FF0B, FF0D, FF0E
        if (next != 0xBC) {
            return {};
        }
        if (last == 0x88 || last == 0x89 || last == 0x8B || last == 0x8D || last == 0x8E) {
            return {static_cast<char>(last - 0x60), 3, false};
        }
        return digit(last - 0x90, 3);
    default:
        return {};
    }
}

bool isAscii(std::string_view text) {
    std::uint64_t seen = 0;
    std::size_t i = 0;
    for (; i + sizeof seen <= text.size(); i += sizeof seen) {
        std::uint64_t block = 0;
        std::memcpy(&block, text.data() + i, sizeof block);
        seen |= block;
    }
    for (; i < text.size(); ++i) {
        seen |= static_cast<unsigned char>(text[i]);
    }
    return (seen & 0x8080808080808080ULL) == 0;
}

bool holdsOne(std::string_view text) {
    for (const char lead : {'\xD9', '\xDB', '\xE0', '\xEF'}) {
        for (std::size_t at = text.find(lead); at != std::string_view::npos; at = text.find(lead, at + 1)) {
            if (foldedAt(text, at).digit) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

std::optional<MappedText> withAsciiDigits(std::string_view text) {
    if (isAscii(text) || !holdsOne(text)) {
        return std::nullopt;
    }
    MappedText out(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Folded folded = foldedAt(text, at);
        out.add(folded.bytes == 0 ? text.substr(at, 1) : std::string_view(&folded.ascii, 1), at);
        at += std::max<std::size_t>(folded.bytes, 1);
    }
    return out;
}

} // namespace goldpan::redact
