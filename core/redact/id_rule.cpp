// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/id_words.h"
#include "core/redact/rules.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

constexpr std::size_t kFewest = 5;
constexpr std::size_t kMost = 24;
constexpr std::size_t kShortGroup = 7; ///< of one that goes on behind a space
constexpr std::ptrdiff_t kFewestDigits = 3;

struct Value {
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool isAlnum(char c) {
    return isLetter(c) || isDigit(c);
}

bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}

std::size_t groupEnd(const ScanText& scan, std::size_t pos) {
    std::size_t end = pos;
    while (isAlnum(scan.at(end)) && end - pos <= kMost) {
        ++end;
    }
    return end;
}

/// "k348609(5)": the check digit of a card of Hong Kong.
std::size_t closedDigit(const ScanText& scan, std::size_t end) {
    return scan.at(end) == '(' && isAlnum(scan.at(end + 1)) && scan.at(end + 2) == ')' ? end + 3 : end;
}

/// "AN 3000011": capitals before the number, where they are no cue themselves.
std::size_t seriesBegin(const ScanText& scan, std::size_t begin) {
    if (scan.before(begin) != ' ') {
        return begin;
    }
    std::size_t at = begin - 1;
    while (at > 0 && begin - at < 7 && isUpper(scan.before(at))) {
        --at;
    }
    const auto word = scan.text().substr(at, begin - 1 - at);
    const bool series = !word.empty() && !scan.wordEndsAt(at) && (word.size() <= 2 || word.size() == 5) &&
                        word != "ID" && word != "NO" && word != "NR" && word != "IS" && word != "DL";
    return series ? at : begin;
}

std::optional<Value> valueAt(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t begin = pos;
    while (begin > 0 && isLetter(text[begin - 1]) && pos - begin <= kMost) {
        --begin;
    }
    if (begin > 0 && begin < pos && text[begin - 1] == '\\') {
        ++begin;
    }
    if (pos - begin > kMost || scan.wordEndsAt(begin)) {
        return std::nullopt;
    }
    if (const char c = scan.before(begin); c == '-' || c == '.' || c == '$' || c == '/' || c == '+') {
        return std::nullopt;
    }
    std::size_t end = groupEnd(scan, pos);
    begin = begin == pos ? seriesBegin(scan, begin) : begin;
    std::size_t first = begin;
    while (end - begin <= kMost) {
        const char c = scan.at(end);
        if (c != ' ' && c != '-' && c != '.' && c != '/') {
            break;
        }
        const std::size_t next = groupEnd(scan, end + 1);
        const auto group = text.substr(end + 1, next - end - 1);
        const bool digits = std::ranges::any_of(group, isDigit);
        const bool suffix = group.size() == 1 && isUpper(group.front()) && next - begin >= 8;
        if (group.empty() || !(digits || suffix) || (c == ' ' && end - first > kShortGroup)) {
            break;
        }
        first = end + 1;
        end = next;
    }
    end = closedDigit(scan, end);
    const auto value = text.substr(begin, end - begin);
    const auto count = std::ranges::count_if(value, isAlnum);
    if (count < static_cast<std::ptrdiff_t>(kFewest) || count > static_cast<std::ptrdiff_t>(kMost) ||
        std::ranges::count_if(value, isDigit) < kFewestDigits || scan.wordBeginsAt(end) ||
        scan.at(end) == '@') {
        return std::nullopt;
    }
    return Value{begin, end};
}

} // namespace

std::optional<PiiSpan> matchPaper(const Site& site) {
    const auto value = valueAt(site.scan, site.pos);
    if (!value) {
        return std::nullopt;
    }
    auto found = namedPaper(NearWords::before(site.scan, value->begin), false);
    if (!found) {
        found = namedPaper(NearWords::after(site.scan, value->end), true);
    }
    return found ? std::optional(PiiSpan{value->begin, value->end, *found}) : std::nullopt;
}

} // namespace goldpan::redact
