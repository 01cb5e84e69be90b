// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/line_words.h"

#include "core/redact/scan/scan_text.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

constexpr std::size_t kMostWords = 16;
constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kTokenBytes = 4; ///< that a token counts for, whatever it stands for

bool isWordByte(char c) {
    return isLetter(c) || isHighByte(c);
}

/// Between the two bytes of "tN".
bool isHump(char left, char right) {
    return left >= 'a' && left <= 'z' && right >= 'A' && right <= 'Z';
}

} // namespace

std::vector<std::string_view> wordsBefore(std::string_view text, std::size_t pos,
                                          const std::vector<PiiSpan>& taken, std::size_t bytes) {
    std::vector<std::string_view> words;
    auto next = std::ranges::lower_bound(taken, pos, {}, &PiiSpan::begin);
    std::size_t left = bytes;
    while (left > 0 && words.size() < kMostWords) {
        const std::size_t wall = next == taken.begin() ? 0 : std::prev(next)->end;
        if (next != taken.begin() && wall >= pos) {
            words.emplace_back();
            pos = (--next)->begin;
            left -= std::min(left, kTokenBytes);
            continue;
        }
        if (pos == wall || text[pos - 1] == '\n') {
            break;
        }
        if (!isWordByte(text[pos - 1])) {
            --pos;
            --left;
            continue;
        }
        std::size_t begin = pos - 1;
        while (begin > wall && isWordByte(text[begin - 1]) && pos - begin < kLongestWord &&
               !isHump(text[begin - 1], text[begin])) {
            --begin;
        }
        if (begin > 0 && text[begin - 1] == '\\' && pos - begin > 1) {
            ++begin; // the letter of an escape
        }
        words.push_back(text.substr(begin, pos - begin));
        left -= std::min(left, pos - begin);
        pos = begin;
    }
    return words;
}

std::vector<std::string_view> wordsAfter(std::string_view text, std::size_t pos,
                                         const std::vector<PiiSpan>& taken, std::size_t bytes) {
    std::vector<std::string_view> words;
    auto next = std::ranges::lower_bound(taken, pos, {}, &PiiSpan::begin);
    std::size_t left = bytes;
    while (left > 0 && words.size() < kMostWords) {
        const std::size_t wall = next == taken.end() ? text.size() : next->begin;
        if (next != taken.end() && wall <= pos) {
            words.emplace_back();
            pos = (next++)->end;
            left -= std::min(left, kTokenBytes);
            continue;
        }
        if (pos == wall || text[pos] == '\n') {
            break;
        }
        if (!isWordByte(text[pos])) {
            ++pos;
            --left;
            continue;
        }
        std::size_t end = pos + 1;
        while (end < wall && isWordByte(text[end]) && end - pos < kLongestWord &&
               !isHump(text[end - 1], text[end])) {
            ++end;
        }
        words.push_back(text.substr(pos, end - pos));
        left -= std::min(left, end - pos);
        pos = end;
    }
    return words;
}

} // namespace goldpan::redact
