// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/folded_word.h"

#include "core/redact/scan/scan_text.h"

#include <cstdint>

namespace goldpan::redact {
namespace {

// The bare letter of each with a mark; '-' for a sign.
constexpr std::string_view kFromC0 =
    "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuytyaaaaaaccccccccddddeeeeeeeeeeggg"
    "ggggghhhhiiiiiiiiiiiijjkkkllllll--"
    "llnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"; // U+00C0
constexpr std::string_view kFrom1EA0 =
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------";
static_assert(kFromC0.size() == 0x180 - 0xC0 && kFrom1EA0.size() == 0x60);

struct Character {
    std::uint32_t code = 0;
    std::size_t bytes = 1;
};

/// Of up to three bytes; others, and broken ones, are a byte for itself.
Character characterAt(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) -> std::uint32_t {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const std::uint32_t lead = byte(at);
    if (lead >= 0xC2 && lead <= 0xDF && at + 1 < text.size()) {
        return {((lead & 0x1FU) << 6U) | (byte(at + 1) & 0x3FU), 2};
    }
    if (lead >= 0xE0 && lead <= 0xEF && at + 2 < text.size()) {
        return {((lead & 0x0FU) << 12U) | ((byte(at + 1) & 0x3FU) << 6U) | (byte(at + 2) & 0x3FU), 3};
    }
    return {lead, 1};
}

bool isSignCode(std::uint32_t code) {
    return (code >= 0x80 && code <= 0xBF) || (code >= 0x300 && code <= 0x36F) ||
           (code >= 0x2000 && code <= 0x2BFF) || (code >= 0x3000 && code <= 0x303F) || code == 0xFEFF ||
           (code >= 0xFF00 && code <= 0xFF0F) || (code >= 0xFF1A && code <= 0xFF20);
}

/// Greek and Cyrillic; Latin letters give their bare one.
std::uint32_t lowerCode(std::uint32_t code) {
    if (code >= 0xC0 && code < 0x180) {
        return static_cast<unsigned char>(kFromC0[code - 0xC0]);
    }
    if (code >= 0x1EA0 && code < 0x1F00) {
        return static_cast<unsigned char>(kFrom1EA0[code - 0x1EA0]);
    }
    if (code == 0x1A0 || code == 0x1A1) {
        return 'o';
    }
    if (code == 0x1AF || code == 0x1B0) {
        return 'u';
    }
    if (code >= 0x218 && code <= 0x21B) { // Romania's, with a comma below
        return code < 0x21A ? 's' : 't';
    }
    if ((code >= 0x391 && code <= 0x3A9) || (code >= 0x410 && code <= 0x42F)) {
        return code + 0x20;
    }
    return code >= 0x400 && code <= 0x40F ? code + 0x50 : code;
}

} // namespace

FoldedWord::FoldedWord(std::string_view word) {
    std::size_t at = 0; // nearly all are of ASCII alone
    for (; at < word.size() && at < kLongest && !isHighByte(word[at]); ++at) {
        m_bytes[at] = lowerAscii(word[at]);
    }
    m_size = at;
    while (at < word.size()) {
        if (!isHighByte(word[at])) {
            put(lowerAscii(word[at++]));
            continue;
        }
        const auto [code, bytes] = characterAt(word, at);
        if (code == 0x2019 && m_size != 0) {
            break; // "driver’s"
        }
        const std::uint32_t lower = bytes == 1 ? code : lowerCode(code);
        if (lower < 0x80) {
            if (lower != '-') {
                put(static_cast<char>(lower));
            }
        } else if (bytes == 2 && !isSignCode(code)) {
            put(static_cast<char>(0xC0U | (lower >> 6U)));
            put(static_cast<char>(0x80U | (lower & 0x3FU)));
        } else if (bytes == 1 || !isSignCode(code)) {
            for (std::size_t i = 0; i < bytes; ++i) {
                put(word[at + i]);
            }
        }
        at += bytes;
    }
    m_size = m_tooLong ? 0 : m_size;
}

void FoldedWord::put(char c) {
    if (m_size == kLongest) {
        m_tooLong = true;
        return;
    }
    m_bytes[m_size++] = c;
}

} // namespace goldpan::redact
