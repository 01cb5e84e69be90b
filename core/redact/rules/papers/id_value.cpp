// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/papers/id_value.h"

#include "core/redact/rules/papers/id_lexicon.h"
#include "core/redact/rules/papers/id_words.h"
#include "core/redact/scan/byte_set.h"
#include "core/redact/scan/folded_word.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goldpan::redact {
namespace {

constexpr std::size_t kFewest = 5;
constexpr std::size_t kMost = 24;
constexpr std::size_t kShortGroup = 7;   ///< of one that goes on behind a space
constexpr std::size_t kFrenchGroup = 13; ///< the same, before two check digits

constexpr ByteSet kAlnum([](char c) { return isLetter(c) || isDigit(c); }, "");

std::size_t groupEnd(const ScanText& scan, std::size_t pos) {
    std::size_t end = pos;
    while (kAlnum.contains(scan.at(end)) && end - pos <= kMost) {
        ++end;
    }
    return end;
}

/// "k348609(5)", "k348609[5]": the check digit of a card of Hong Kong.
std::size_t closedDigit(const ScanText& scan, std::size_t end) {
    const char open = scan.at(end);
    const char close = open == '(' ? ')' : ']';
    const bool closed =
        (open == '(' || open == '[') && kAlnum.contains(scan.at(end + 1)) && scan.at(end + 2) == close;
    return closed ? end + 3 : end;
}

/// "12 34 56 C", "123456C": what stands behind the letters of a National Insurance number, which may be a
/// cue's too.
bool isInsuranceRest(std::string_view rest) {
    std::size_t digits = 0;
    std::size_t at = 0;
    for (; at < rest.size() && digits < 6 && (isDigit(rest[at]) || rest[at] == ' '); ++at) {
        digits += isDigit(rest[at]) ? 1 : 0;
    }
    at += at < rest.size() && rest[at] == ' ' ? 1 : 0;
    const bool last = at < rest.size() && rest[at] >= 'A' && rest[at] <= 'D';
    return digits == 6 && last && (at + 1 == rest.size() || !kAlnum.contains(rest[at + 1]));
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
    const bool series = !word.empty() && !scan.wordEndsAt(at) && scan.before(at) != '.' &&
                        scan.before(at) != '/' &&
                        (word.size() == 1 || (word.size() != 4 && word.size() <= 5 && !isPaperWord(word)) ||
                         (word.size() == 2 && isInsuranceRest(scan.text().substr(begin, 12))) ||
                         (word == "DL" && groupEnd(scan, begin) == begin + 13)); // of Delhi
    return series ? at : begin;
}

/// "МЕ 448291", "ВХС448291", "ΑΚ 448291": the same of Cyrillic and Greek capitals, where they are no cue.
std::size_t foreignSeriesBegin(const ScanText& scan, std::size_t begin) {
    constexpr std::size_t kMostBytes = 6;
    const auto text = scan.text();
    const std::size_t end = begin - (scan.before(begin) == ' ' ? 1 : 0);
    std::size_t at = end;
    while (at > 1 && end - at < kMostBytes) {
        const bool greek = text[at - 2] == '\xCE' && text[at - 1] >= '\x91' && text[at - 1] <= '\xA9';
        const bool cyrillic = text[at - 2] == '\xD0' && text[at - 1] >= '\x81' && text[at - 1] <= '\xAF';
        if (!greek && !cyrillic) {
            break;
        }
        at -= 2;
    }
    const bool series = at < end && !scan.wordEndsAt(at) && !isPaperWord(text.substr(at, end - at));
    return series ? at : begin;
}

/// "14829104 7 ZX4": Portugal's card.
bool isCitizenCard(std::string_view text) {
    constexpr std::string_view kForm = "99999999 9 AA9";
    return text.size() >= kForm.size() && text[8] == ' ' &&
           std::ranges::equal(text.substr(0, kForm.size()), kForm, [](char c, char want) {
               return want == '9' ? isDigit(c) : want == 'A' ? isUpper(c) : c == want;
           });
}

bool hasLetters(std::string_view group) {
    return std::ranges::count_if(group, isLetter) >= 3;
}

/// Bytes of what may stand between two groups: ' ', '-', '.', '/', a no-break
/// space, U+2010 to U+2013.
std::size_t separatorAt(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return 0;
    }
    const char c = text[at];
    if (c == ' ' || c == '-' || c == '.' || c == '/') {
        return 1;
    }
    if (!isHighByte(c)) {
        return 0;
    }
    const auto rest = text.substr(at, 3);
    if (rest.starts_with("\xC2\xA0")) {
        return 2;
    }
    const bool dash =
        rest.size() == 3 && rest.starts_with("\xE2\x80") && rest[2] >= '\x90' && rest[2] <= '\x93';
    return dash ? 3 : 0;
}

/// "no.", "nr.", "n." touches the value: the full stop is the word's.
bool isStopOfNumber(const ScanText& scan, std::size_t begin) {
    const auto text = scan.text();
    const std::size_t stop = begin - 1;
    std::size_t at = stop;
    while (at > 0 && stop - at < 5 && isLetter(text[at - 1])) {
        --at;
    }
    return at < stop && !scan.wordEndsAt(at) &&
           idRole(FoldedWord(text.substr(at, stop - at)).view(), false) == IdRole::number;
}

/// Stands inside something longer that is no paper: money, a path, a slug.
bool isInside(const ScanText& scan, std::size_t begin) {
    switch (scan.before(begin)) {
    case '-':
    case '$':
    case '/':
    case '+':
        return true;
    case '.':
        return !isStopOfNumber(scan, begin);
    default:
        return false;
    }
}

/// Where the group behind `end` ends that belongs to the value; `end` where none does.
std::size_t nextGroup(const ScanText& scan, std::size_t begin, std::size_t first, std::size_t end) {
    const auto text = scan.text();
    std::size_t separator = separatorAt(text, end);
    if (scan.at(end) == '+' && end - first == 6) {
        separator = groupEnd(scan, end + 1) == end + 5 ? 1 : 0; // "131002+308W"
    }
    const std::size_t from = end + separator;
    const std::size_t next = groupEnd(scan, from);
    const auto group = text.substr(from, next - from);
    if (separator == 0 || group.empty()) {
        return end;
    }
    const bool digits = std::ranges::any_of(group, isDigit);
    const bool word = group == "I" && scan.at(next) == ' ' && isLetter(scan.at(next + 1)); // of the sentence
    const bool capital = group.size() == 1 && isUpper(group.front()) && !word;
    const std::size_t behind = separatorAt(text, next);
    const bool inner = behind != 0 && isDigit(scan.at(next + behind)); // "99 L 999 99"
    const bool pair = group.size() == 2 && std::ranges::all_of(group, isUpper) && text[end] == '-' &&
                      scan.at(next) != '-'; // "4482-910-293-JK"
    const bool suffix = (capital && (inner || next - begin >= 8)) || (pair && next - begin >= 12);
    if (!digits && !suffix) {
        return end;
    }
    const std::size_t size = end - first;
    const auto own = text.substr(first, size);
    const bool french = size == kFrenchGroup && group.size() == 2 && std::ranges::all_of(own, isDigit);
    const bool third = size == 8 && first != begin && group.size() == 2; // "28 48291735 40"
    const bool longer = size > kShortGroup && !third && !(group.size() == 2 && hasLetters(own)) && !french;
    const bool spaced = text[end] == ' ' || separator == 2;
    return spaced && longer ? end : next;
}

/// "4510 654321", "811218-9876543" at the begin of `rest`: no "10 years", no "2024-05-01", no "12.05.2024".
bool isOfPaperSize(std::string_view rest) {
    constexpr int kFewestDigits = 6;
    constexpr int kDateDigits = 8;
    int digits = 0;
    int dashes = 0;
    for (std::size_t at = 0; at < rest.size() && at < kMost; ++at) {
        const bool joint = rest[at] == ' ' || rest[at] == '-';
        if (!isDigit(rest[at]) && !(joint && at + 1 < rest.size() && isDigit(rest[at + 1]))) {
            break;
        }
        digits += isDigit(rest[at]) ? 1 : 0;
        dashes += rest[at] == '-' ? 1 : 0;
    }
    return digits >= kFewestDigits && !(digits == kDateDigits && dashes == 2);
}

} // namespace

std::optional<IdValue> idValueAt(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t begin = pos;
    while (begin > 0 && isLetter(text[begin - 1]) && pos - begin <= kMost) {
        --begin;
    }
    if (begin > 0 && begin < pos && text[begin - 1] == '\\') {
        ++begin;
    }
    const std::size_t own = begin;
    if (begin == pos && pos > 1 && isHighByte(text[pos - (text[pos - 1] == ' ' ? 2 : 1)])) {
        begin = foreignSeriesBegin(scan, begin);
    }
    if (pos - begin > kMost || scan.wordEndsAt(begin)) {
        return std::nullopt;
    }
    begin = begin == pos ? seriesBegin(scan, begin) : begin;
    if (isInside(scan, begin)) {
        return std::nullopt;
    }
    if (isCitizenCard(text.substr(pos))) {
        return IdValue{pos, pos + 14}; // no word goes on behind it
    }
    std::size_t end = groupEnd(scan, pos);
    std::size_t first = own;
    while (end - begin <= kMost) {
        const std::size_t next = nextGroup(scan, begin, first, end);
        if (next == end) {
            break;
        }
        first = end + std::max<std::size_t>(separatorAt(text, end), 1);
        end = next;
    }
    end = closedDigit(scan, end);
    const auto value = text.substr(begin, end - begin);
    if (value.starts_with("0x") || value.starts_with("0X")) {
        return std::nullopt;
    }
    const auto count = std::ranges::count_if(value, isAlnum);
    if (count < static_cast<std::ptrdiff_t>(kFewest) || count > static_cast<std::ptrdiff_t>(kMost) ||
        scan.wordBeginsAt(end) || scan.at(end) == '@') {
        return std::nullopt;
    }
    return IdValue{begin, end};
}

bool namesNext(std::string_view text, std::size_t end) {
    constexpr std::size_t kJointBytes = 12;
    const std::size_t stop = std::min(text.size(), end + kJointBytes);
    for (std::size_t at = end; at < stop; ++at) {
        if (isDigit(text[at]) || tokenAt(text, at) != 0) {
            return !isDigit(text[at]) || isOfPaperSize(text.substr(at));
        }
        const auto rest = text.substr(at);
        const bool joint =
            std::string_view(" :#(").contains(text[at]) ||
            (isHighByte(text[at]) && alphabeticAt(text, at) == 0 &&
             std::ranges::none_of(std::to_array<std::string_view>({"，", "。", "、", "；", "（"}),
                                  [&](auto mark) { return rest.starts_with(mark); }));
        if (!joint) {
            return false;
        }
    }
    return false;
}

} // namespace goldpan::redact
