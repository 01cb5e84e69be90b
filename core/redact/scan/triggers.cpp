// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/triggers.h"

#include <bit>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace goldpan::redact {
namespace {

constexpr std::string_view kPrefixLetters = "cfkmopt";

constexpr auto kTable = [] {
    std::array<Trigger, 256> table{};
    table['@'] = Trigger::at;
    for (std::size_t c = '0'; c <= '9'; ++c) {
        table[c] = Trigger::digit;
    }
    table[':'] = Trigger::pair;
    table['='] = Trigger::pair;
    for (const char letter : kPrefixLetters) {
        table[static_cast<std::size_t>(letter)] = Trigger::prefix;
    }
    return table;
}();

#if defined(__SSE2__)
constexpr std::size_t kBlock = 16;

/// A bit for each byte of the block that is a trigger. Reads one byte past the block.
unsigned blockTriggers(const char* bytes) {
    const auto load = [](const char* from) {
        __m128i block;
        __builtin_memcpy(&block, from, sizeof block);
        return block;
    };
    const auto is = [](__m128i block, char c) { return _mm_cmpeq_epi8(block, _mm_set1_epi8(c)); };
    const __m128i block = load(bytes);
    const __m128i fromZero = _mm_sub_epi8(block, _mm_set1_epi8('0'));
    // ':' stands behind '9'.
    const __m128i digitOrColon = _mm_cmpeq_epi8(_mm_min_epu8(fromZero, _mm_set1_epi8(10)), fromZero);
    const __m128i next = load(bytes + 1);
    const __m128i nextDash = is(next, '-');
    const __m128i dashes = _mm_and_si128(is(block, '-'), nextDash);
    const __m128i marks = _mm_or_si128(is(block, '@'), is(block, '='));
    __m128i found = _mm_or_si128(_mm_or_si128(digitOrColon, dashes), marks);
    const __m128i joints = _mm_or_si128(nextDash, is(next, '_'));
    if (_mm_movemask_epi8(joints) != 0) {
        __m128i leads = is(block, kPrefixLetters.front());
        for (const char letter : kPrefixLetters.substr(1)) {
            leads = _mm_or_si128(leads, is(block, letter));
        }
        found = _mm_or_si128(found, _mm_and_si128(leads, joints));
    }
    return static_cast<unsigned>(_mm_movemask_epi8(found));
}
#endif

} // namespace

Trigger triggerAt(std::string_view text, std::size_t pos) {
    if (text[pos] == '-') {
        return pos + 1 < text.size() && text[pos + 1] == '-' ? Trigger::dashes : Trigger::none;
    }
    const Trigger trigger = kTable[static_cast<unsigned char>(text[pos])];
    if (trigger != Trigger::prefix) {
        return trigger;
    }
    const char next = pos + 1 < text.size() ? text[pos + 1] : '\0';
    return next == '_' || next == '-' ? trigger : Trigger::none;
}

std::size_t TriggerWalk::next(std::size_t pos) {
#if defined(__SSE2__)
    if (pos < m_end) {
        if (const unsigned rest = m_found >> (kBlock - (m_end - pos)); rest != 0) {
            return pos + static_cast<std::size_t>(std::countr_zero(rest));
        }
        pos = m_end;
    }
    for (; pos + kBlock < m_text.size(); pos += kBlock) {
        if (const unsigned found = blockTriggers(m_text.data() + pos); found != 0) {
            m_end = pos + kBlock;
            m_found = found;
            return pos + static_cast<std::size_t>(std::countr_zero(found));
        }
    }
#endif
    while (pos < m_text.size() && triggerAt(m_text, pos) == Trigger::none) {
        ++pos;
    }
    return pos;
}

} // namespace goldpan::redact
