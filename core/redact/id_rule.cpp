// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/id_checks.h"
#include "core/redact/id_cues.h"
#include "core/redact/id_words.h"
#include "core/redact/rules.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace goldpan::redact {
namespace {

constexpr std::size_t kFewest = 5;
constexpr std::size_t kMost = 24;
constexpr std::size_t kShortGroup = 7; ///< of one that goes on behind a space
constexpr std::size_t kFewestDigits = 3;

struct Value {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool sure =
        true; ///< has the digits that such numbers have; else only a word right before says what it is
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

/// "k348609(5)", "A123456[7]": the check digit of a card of Hong Kong.
std::size_t closedDigit(const ScanText& scan, std::size_t end) {
    const char open = scan.at(end);
    const char close = scan.at(end + 2);
    const bool closed = (open == '(' && close == ')') || (open == '[' && close == ']');
    return closed && isAlnum(scan.at(end + 1)) ? end + 3 : end;
}

/// No cue, as "ID" and "NI" are.
bool isSeries(std::string_view word) {
    const PaperRole role = paperRole(word);
    return role == PaperRole::none || role == PaperRole::filler;
}

/// "AN 3000011": capitals before the number, where they are no cue themselves.
std::size_t seriesBegin(const ScanText& scan, std::size_t begin) {
    if (scan.before(begin) != ' ' && scan.before(begin) != '-') {
        return begin;
    }
    std::size_t at = begin - 1;
    while (at > 0 && begin - at < 7 && isUpper(scan.before(at))) {
        --at;
    }
    const auto word = scan.text().substr(at, begin - 1 - at);
    const bool series =
        !word.empty() && !scan.wordEndsAt(at) && (word.size() <= 2 || word.size() == 5) && isSeries(word);
    return series ? at : begin;
}

bool hasLetters(std::string_view group) {
    return std::ranges::count_if(group, isLetter) >= 3;
}

int twoDigits(std::string_view digits) {
    return (digits[0] - '0') * 10 + (digits[1] - '0');
}

/// Great Britain's own form: five of the surname, date of birth among six digits, initials, three more.
bool isBritishLicence(std::string_view value) {
    const auto name = [](char c) { return isUpper(c) || c == '9'; };
    if (value.size() == 19 && value[16] == ' ' && isDigit(value[17]) && isDigit(value[18])) {
        value.remove_suffix(3); // behind it, how often it was issued
    }
    if (value.size() != 16 && value.size() != 18) {
        return false;
    }
    const auto date = value.substr(5, 6);
    if (!isUpper(value.front()) || !std::ranges::all_of(value.substr(0, 5), name) ||
        !std::ranges::all_of(date, isDigit) || !std::ranges::all_of(value.substr(11), isAlnum)) {
        return false;
    }
    const int month = twoDigits(date.substr(1)) % 50;
    const int day = twoDigits(date.substr(3));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// A British National Insurance number: two letters of those given out, six digits, A to D.
bool isNationalInsurance(std::string_view value) {
    std::string bare;
    std::ranges::copy_if(value, std::back_inserter(bare), isAlnum);
    if (bare.size() != 9 || std::ranges::count(value, ' ') + 9 != static_cast<std::ptrdiff_t>(value.size())) {
        return false;
    }
    const auto prefix = std::string_view(bare).substr(0, 2);
    const bool given = std::ranges::all_of(prefix, isUpper) &&
                       !std::string_view("DFIQUV").contains(prefix[0]) &&
                       !std::string_view("DFIOQUV").contains(prefix[1]) && prefix != "BG" && prefix != "GB" &&
                       prefix != "KN" && prefix != "NK" && prefix != "NT" && prefix != "TN" && prefix != "ZZ";
    return given && std::ranges::all_of(std::string_view(bare).substr(2, 6), isDigit) && bare.back() >= 'A' &&
           bare.back() <= 'D';
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
    const std::size_t own = begin;
    begin = begin == pos ? seriesBegin(scan, begin) : begin;
    if (const char c = scan.before(begin); c == '-' || c == '.' || c == '$' || c == '/' || c == '+') {
        return std::nullopt;
    }
    std::size_t end = groupEnd(scan, pos);
    std::size_t first = own;
    while (end - begin <= kMost) {
        const char c = scan.at(end);
        const bool century = c == '+' && end - begin == 6; // Finland, who was born before 1900
        if (c != ' ' && c != '-' && c != '.' && c != '/' && !century) {
            break;
        }
        const std::size_t next = groupEnd(scan, end + 1);
        const auto group = text.substr(end + 1, next - end - 1);
        const bool digits = std::ranges::any_of(group, isDigit);
        const bool suffix = group.size() == 1 && isUpper(group.front()) &&
                            (next - begin >= 8 || (scan.at(next) == ' ' && isDigit(scan.at(next + 1))));
        const bool longer =
            end - first > kShortGroup &&
            !(group.size() == 2 && (end - first == 13 || hasLetters(text.substr(first, end - first))));
        if (group.empty() || !(digits || suffix) || (c == ' ' && longer)) {
            break;
        }
        first = end + 1;
        end = next;
    }
    end = closedDigit(scan, end);
    const auto value = text.substr(begin, end - begin);
    const auto count = std::ranges::count_if(value, isAlnum);
    if (count < static_cast<std::ptrdiff_t>(kFewest) || count > static_cast<std::ptrdiff_t>(kMost) ||
        scan.wordBeginsAt(end) || scan.at(end) == '@') {
        return std::nullopt;
    }
    if (std::cmp_less(std::ranges::count_if(value, isDigit), kFewestDigits)) {
        // Germany, the Netherlands: letters and digits at any place, "CFMYNPCN2".
        const bool vowel = value.find_first_of("AEIOU") != std::string_view::npos; // "CONTROL2"
        const bool mixed = (!vowel || std::ranges::count_if(value, isDigit) == 2) && value.size() >= 8 &&
                           value.size() <= 13 &&
                           std::ranges::all_of(value, [](char c) { return isDigit(c) || isUpper(c); });
        return mixed ? std::optional(Value{begin, end, false}) : std::nullopt;
    }
    return Value{begin, end};
}

} // namespace

std::optional<PiiSpan> matchPaper(const Site& site) {
    const NumberRun& run = site.run;
    const bool lone =
        run.count == 1 && run.groups[0].size() < kFewestDigits && !isLetter(site.scan.before(site.pos)) &&
        !isLetter(site.scan.at(run.groups[0].end)) &&
        !(isUpper(site.scan.at(run.groups[0].end + 1)) && site.scan.at(run.groups[0].end + 2) == ' ');
    if (lone) {
        return std::nullopt; // most numbers of a text are short
    }
    const auto value = valueAt(site.scan, site.pos);
    if (!value) {
        return std::nullopt;
    }
    const auto text = site.scan.text();
    const auto shown = text.substr(value->begin, value->end - value->begin);
    if (isBritishLicence(shown)) {
        return PiiSpan{value->begin, value->end, PiiType::driverLicense};
    }
    if (isNationalInsurance(shown)) {
        return PiiSpan{value->begin, value->end, PiiType::govId};
    }
    auto found = paperBefore(NearWords::before(site.scan, value->begin),
                             static_cast<std::size_t>(std::ranges::count_if(shown, isDigit)));
    // In fours behind more of them it is a part of something longer.
    const bool part = site.scan.before(value->begin) == ' ' && isDigit(site.scan.before(value->begin - 1));
    if (!found && value->sure && !(part && shown.contains(' '))) {
        found = tellsItself(shown);
    }
    if (!found && value->sure) {
        const auto behind = text.substr(value->end, 32);
        const std::size_t close = behind.starts_with(" (") ? behind.find(')') : std::string_view::npos;
        found = paperAfter(NearWords::after(site.scan, value->end),
                           close == std::string_view::npos ? nullptr : behind.data() + close);
    }
    return found ? std::optional(PiiSpan{value->begin, value->end, *found}) : std::nullopt;
}

} // namespace goldpan::redact
