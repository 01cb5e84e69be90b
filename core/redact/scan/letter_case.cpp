// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/letter_case.h"

#include "core/base/utf8.h"

namespace goldpan::redact {
namespace {

bool isIn(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

/// Blocks where a capital and its small letter stand side by side.
bool isEvenCapital(char32_t c) {
    return c % 2 == 0 && (isIn(c, 0x100, 0x137) || isIn(c, 0x14A, 0x177) || isIn(c, 0x1DE, 0x1EF) ||
                          isIn(c, 0x1F8, 0x21F) || isIn(c, 0x222, 0x233) || isIn(c, 0x460, 0x481) ||
                          isIn(c, 0x48A, 0x4BF) || isIn(c, 0x4D0, 0x52F) || isIn(c, 0x1E00, 0x1E95) ||
                          isIn(c, 0x1EA0, 0x1EFF) || c == 0x1A0);
}

bool isOddCapital(char32_t c) {
    return c % 2 == 1 && (isIn(c, 0x139, 0x148) || isIn(c, 0x179, 0x17E) || isIn(c, 0x1CD, 0x1DC) ||
                          isIn(c, 0x4C1, 0x4CE) || c == 0x1AF);
}

char32_t lower(char32_t c) {
    if (isIn(c, U'A', U'Z') || (isIn(c, 0xC0, 0xDE) && c != 0xD7) || isIn(c, 0x391, 0x3AB) ||
        isIn(c, 0x410, 0x42F) || isIn(c, 0xFF21, 0xFF3A)) {
        return c + 0x20;
    }
    if (isEvenCapital(c) || isOddCapital(c)) {
        return c + 1;
    }
    if (isIn(c, 0x400, 0x40F)) {
        return c + 0x50;
    }
    if (isIn(c, 0x531, 0x556)) {
        return c + 0x30;
    }
    if (isIn(c, 0x388, 0x38A)) {
        return c + 0x25;
    }
    switch (c) {
    case 0x178:
        return 0xFF;
    case 0x386:
        return 0x3AC;
    case 0x38C:
        return 0x3CC;
    case 0x38E:
    case 0x38F:
        return c + 0x3F;
    case 0x3C2: // a sigma at the end of a word
        return 0x3C3;
    case 0x4C0:
        return 0x4CF;
    case 0x1E9E:
        return 0xDF;
    default:
        return c;
    }
}

} // namespace

std::string lowerLetters(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        appendUtf8(out, lower(takeCodePoint(text)));
    }
    return out;
}

} // namespace goldpan::redact
