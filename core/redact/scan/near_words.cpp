// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/near_words.h"

#include "core/redact/scan/ascii.h"
#include "core/redact/scan/byte_set.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

constexpr std::size_t kLongestWord = LowerWord::kLongest;

constexpr ByteSet kWordBytes([](char c) { return isLetter(c) || isHighByte(c); }, "");

} // namespace

NearWords NearWords::before(const ScanText& scan, std::size_t pos, std::size_t bytes) {
    const auto text = scan.text();
    std::size_t floor = pos > bytes ? pos - bytes : 0;
    for (auto claim = scan.claims().rbegin(); claim != scan.claims().rend(); ++claim) {
        if (claim->end <= pos) {
            floor = std::max(floor, claim->end);
            break;
        }
    }
    std::size_t at = pos;
    while (at > floor && (text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '\r')) {
        --at;
    }
    return {text, at, floor, true};
}

NearWords NearWords::after(const ScanText& scan, std::size_t pos, std::size_t bytes) {
    return {scan.text(), pos, std::min(scan.size(), pos + bytes), false};
}

bool NearWords::readOne() {
    return m_count < kMost && (m_back ? readBefore() : readAfter());
}

bool NearWords::readBefore() {
    while (m_at > m_bound && m_text[m_at - 1] != '\n' && tokenBefore(m_text, m_at) == 0) {
        if (!kWordBytes.contains(m_text[m_at - 1])) {
            --m_at;
            continue;
        }
        std::size_t begin = m_at - 1;
        while (begin > m_bound && kWordBytes.contains(m_text[begin - 1]) &&
               !(isLower(m_text[begin - 1]) && isUpper(m_text[begin]))) {
            --begin;
        }
        if (begin > 0 && m_text[begin - 1] == '\\' && m_at - begin > 1) {
            ++begin; // the letter of an escape
        }
        m_words[m_count++] = m_text.substr(begin, m_at - begin);
        m_at = begin;
        return true;
    }
    return false;
}

bool NearWords::readAfter() {
    while (m_at < m_bound && !isDigit(m_text[m_at]) && m_text[m_at] != '[' && m_text[m_at] != '\n') {
        if (!kWordBytes.contains(m_text[m_at])) {
            ++m_at;
            continue;
        }
        std::size_t end = m_at + 1;
        while (end < m_text.size() && kWordBytes.contains(m_text[end]) && end - m_at < kLongestWord &&
               !(isLower(m_text[end - 1]) && isUpper(m_text[end]))) {
            ++end;
        }
        m_words[m_count++] = m_text.substr(m_at, end - m_at);
        m_at = end;
        return true;
    }
    return false;
}

std::string lowerWord(std::string_view word) {
    return std::string(LowerWord(word).view());
}

} // namespace goldpan::redact
