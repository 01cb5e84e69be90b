// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan_text.h"

#include "core/redact/token_shape.h"

namespace goldpan::redact {
namespace {

unsigned byteAt(std::string_view text, std::size_t pos) {
    return pos < text.size() ? static_cast<unsigned char>(text[pos]) : 0U;
}

bool isTail(unsigned byte) {
    return (byte & 0xC0U) == 0x80U;
}

} // namespace

std::size_t alphabeticAt(std::string_view text, std::size_t pos) {
    const unsigned lead = byteAt(text, pos);
    const unsigned next = byteAt(text, pos + 1);
    if (lead >= 0xC3 && lead <= 0xD4 && isTail(next)) { // U+00C0 to U+052F
        const bool sign = lead == 0xC3 && (next == 0x97 || next == 0xB7);
        return sign ? 0 : 2;
    }
    const bool latinAdditional = lead == 0xE1 && next >= 0xB8 && next <= 0xBB; // U+1E00 to U+1EFF
    return latinAdditional && isTail(byteAt(text, pos + 2)) ? 3 : 0;
}

std::size_t alphabeticBefore(std::string_view text, std::size_t pos) {
    for (const std::size_t length : {std::size_t{2}, std::size_t{3}}) {
        if (pos >= length && alphabeticAt(text, pos - length) == length) {
            return length;
        }
    }
    return 0;
}

std::size_t tokenAt(std::string_view text, std::size_t pos) {
    if (byteAt(text, pos) != '[') {
        return 0;
    }
    for (std::size_t type = 0; type < kPiiTypeCount; ++type) {
        const auto token = piiToken(static_cast<PiiType>(type));
        if (text.substr(pos).starts_with(token)) {
            return token.size();
        }
    }
    return text.substr(pos).starts_with(kDroppedToken) ? kDroppedToken.size() : 0;
}

std::size_t tokenBefore(std::string_view text, std::size_t pos) {
    if (pos == 0 || text[pos - 1] != ']') {
        return 0;
    }
    for (std::size_t type = 0; type < kPiiTypeCount; ++type) {
        const auto token = piiToken(static_cast<PiiType>(type));
        if (text.substr(0, pos).ends_with(token)) {
            return token.size();
        }
    }
    return text.substr(0, pos).ends_with(kDroppedToken) ? kDroppedToken.size() : 0;
}

bool ScanText::tokenEndsAt(std::size_t pos) const {
    return (!m_claims.empty() && pos == m_claims.back().end) || tokenBefore(m_text, pos) != 0;
}

bool ScanText::wordEndsAt(std::size_t pos) const {
    const char c = before(pos);
    if ((c == 'n' || c == 'r' || c == 't') && before(pos - 1) == '\\') {
        return false;
    }
    return isDigit(c) || isLetter(c) || c == '_' || (isHighByte(c) && alphabeticBefore(m_text, pos) != 0);
}

bool ScanText::wordBeginsAt(std::size_t pos) const {
    const char c = at(pos);
    return isDigit(c) || isLetter(c) || c == '_' || alphabeticAt(m_text, pos) != 0;
}

} // namespace goldpan::redact
