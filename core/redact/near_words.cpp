// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/near_words.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

constexpr std::size_t kLongestWord = LowerWord::kLongest;

bool isWordByte(char c) {
    return isLetter(c) || isHighByte(c);
}

bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}

} // namespace

NearWords NearWords::before(const ScanText& scan, std::size_t pos, std::size_t bytes) {
    NearWords near;
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
    while (at > floor && near.m_count < kMost && text[at - 1] != '\n' && tokenBefore(text, at) == 0) {
        if (!isWordByte(text[at - 1])) {
            --at;
            continue;
        }
        std::size_t begin = at - 1;
        while (begin > floor && isWordByte(text[begin - 1]) &&
               !(isLower(text[begin - 1]) && isUpper(text[begin]))) {
            --begin;
        }
        if (begin > 0 && text[begin - 1] == '\\' && at - begin > 1) {
            ++begin; // the letter of an escape
        }
        near.m_words[near.m_count++] = text.substr(begin, at - begin);
        at = begin;
    }
    return near;
}

NearWords NearWords::after(const ScanText& scan, std::size_t pos, std::size_t bytes) {
    NearWords near;
    const auto text = scan.text();
    const std::size_t stop = std::min(text.size(), pos + bytes);
    for (std::size_t at = pos; at < stop && near.m_count < kMost;) {
        if (isDigit(text[at]) || text[at] == '[' || text[at] == '\n') {
            break;
        }
        if (!isWordByte(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < text.size() && isWordByte(text[end]) && end - at < kLongestWord &&
               !(isLower(text[end - 1]) && isUpper(text[end]))) {
            ++end;
        }
        near.m_words[near.m_count++] = text.substr(at, end - at);
        at = end;
    }
    return near;
}

std::string lowerWord(std::string_view word) {
    return std::string(LowerWord(word).view());
}

} // namespace goldpan::redact
