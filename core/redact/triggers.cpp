// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/triggers.h"

namespace goldpan::redact {
namespace {

constexpr std::size_t kBlock = 32;

constexpr auto kTable = [] {
    std::array<Trigger, 256> table{};
    table['@'] = Trigger::at;
    for (std::size_t c = '0'; c <= '9'; ++c) {
        table[c] = Trigger::digit;
    }
    table[':'] = Trigger::pair;
    table['='] = Trigger::pair;
    return table;
}();

/// Without a branch, so that the compiler makes it vector instructions. Reads one byte past the block.
bool blockHasTrigger(const char* bytes) {
    std::uint8_t hit = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
        const auto c = static_cast<std::uint8_t>(bytes[i]);
        const auto next = static_cast<std::uint8_t>(bytes[i + 1]);
        const auto digitOrColon = static_cast<std::uint8_t>(static_cast<std::uint8_t>(c - '0') <= 10);
        const auto mark = static_cast<std::uint8_t>((c == '@') | (c == '='));
        const auto dashes = static_cast<std::uint8_t>((c == '-') & (next == '-'));
        hit = static_cast<std::uint8_t>(hit | digitOrColon | mark | dashes);
    }
    return hit != 0;
}

} // namespace

Trigger triggerAt(std::string_view text, std::size_t pos) {
    if (text[pos] == '-') {
        return pos + 1 < text.size() && text[pos + 1] == '-' ? Trigger::dashes : Trigger::none;
    }
    return kTable[static_cast<unsigned char>(text[pos])];
}

std::size_t nextTrigger(std::string_view text, std::size_t pos) {
    while (pos < text.size()) {
        while (pos + kBlock < text.size() && !blockHasTrigger(text.data() + pos)) {
            pos += kBlock;
        }
        for (std::size_t stop = pos + kBlock; pos < text.size() && pos < stop; ++pos) {
            if (triggerAt(text, pos) != Trigger::none) {
                return pos;
            }
        }
    }
    return text.size();
}

} // namespace goldpan::redact
