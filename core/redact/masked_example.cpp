// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/masked_example.h"

#include "core/redact/rules/secret/secret_prefixes.h"
#include "core/redact/scan/scan_text.h"

namespace goldpan::redact {
namespace {

constexpr std::size_t kMostShown = 60;
constexpr std::size_t kShort = 8; ///< below this nothing is shown
constexpr std::size_t kLong = 12;

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool isWord(char c) {
    return isLetter(c) || isDigit(c) || isHighByte(c);
}

} // namespace

std::string maskedExample(std::string_view value, PiiType type) {
    const bool secret = type == PiiType::secret; // each character of it tells something
    std::size_t words = 0;
    for (const char c : value) {
        words += (secret || isWord(c)) && !continues(c) ? 1 : 0;
    }
    const std::size_t ends = words < kShort ? 0 : words < kLong ? 1 : 2;
    const std::size_t head = secret ? secretPrefix(value) : ends;
    const std::size_t tail = secret ? 0 : ends;
    std::string out;
    std::size_t word = 0;
    std::size_t shown = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const char c = value[i];
        if (continues(c)) {
            continue;
        }
        if (++shown > kMostShown) {
            return out + "…";
        }
        if (!secret && !isWord(c)) {
            out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
            continue;
        }
        ++word;
        // Letters beyond ASCII are never shown: one of them may be a whole name.
        const bool open = !isHighByte(c) && (word <= head || word > words - tail);
        out += open ? c : '*';
    }
    return out;
}

} // namespace goldpan::redact
