// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/rules.h"

#include "core/redact/rules/column_cue.h"
#include "core/redact/rules/cues.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

constexpr std::size_t kFewestDigits = 6; ///< right behind a word of telephones
constexpr std::size_t kUsualDigits = 7;
constexpr std::size_t kMostDigits = 15;   // E.164
constexpr std::size_t kContactBytes = 24; // "call me any time on"

enum class Shape : std::uint8_t {
    none,
    strong, ///< is a phone number by itself
    weak,   ///< may be one, when a word says so
};

bool isSubscriberPair(std::string_view area, std::string_view exchange) {
    return area.front() >= '2' && exchange.front() >= '2';
}

/// North American: [1] 3-3-4 or (3) 7, groups `first` to `last`.
bool isNorthAmerican(const NumberRun& run, std::size_t last) {
    std::size_t first = 0;
    if (run.groups[0].size() == 1 && run.digits[0] == '1' && last >= 1) {
        first = 1;
    } else if (run.plus) {
        return false;
    }
    const auto area = run.group(first);
    if (area.size() != 3 || last < first + 1) {
        return false;
    }
    const bool closed = run.separators[first].starts_with(')');
    if (last == first + 1) {
        return closed && run.groups[last].size() == 7 && isSubscriberPair(area, run.group(last));
    }
    if (last != first + 2 || run.groups[last - 1].size() != 3 || run.groups[last].size() != 4) {
        return false;
    }
    const char left = separatorMark(run.separators[first]);
    const char right = separatorMark(run.separators[first + 1]);
    if (right == '\0' || right == '(' || right == ')' || (left == '\0' && !closed)) {
        return false;
    }
    return isSubscriberPair(area, run.group(last - 1));
}

bool hasMark(const NumberRun& run, std::size_t last, char mark, std::size_t first = 0) {
    for (std::size_t i = first; i < last; ++i) {
        if (run.separators[i].find(mark) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

bool isDateLike(const NumberRun& run, std::size_t last) {
    const auto number = [&](std::size_t i) {
        int value = 0;
        for (const char c : run.group(i)) {
            value = std::min(value * 10 + (c - '0'), 99999);
        }
        return value;
    };
    const auto isYear = [&](std::size_t i) {
        return run.groups[i].size() == 4 && number(i) >= 1900 && number(i) <= 2099;
    };
    const auto isDay = [&](std::size_t i) {
        return run.groups[i].size() <= 2 && number(i) >= 1 && number(i) <= 31;
    };
    if (last >= 2 && isDay(1) && ((isYear(0) && isDay(2)) || (isDay(0) && isYear(2)))) {
        return true;
    }
    return last == 1 && isYear(0) && isYear(1);
}

/// 10.0.0.1, 3.14159265, 1.2.3.4.5
bool isDotted(const NumberRun& run, std::size_t last) {
    bool allDots = last >= 1;
    for (std::size_t i = 0; i < last; ++i) {
        allDots = allDots && run.separators[i] == ".";
    }
    if (!allDots) {
        return false;
    }
    const bool octets = last == 3 && std::ranges::all_of(run.groups.begin(), run.groups.begin() + 4,
                                                         [](const DigitGroup& g) { return g.size() <= 3; });
    return last == 1 || octets;
}

/// Seconds, milliseconds of 2014 to 2033.
bool isEpoch(std::string_view digits) {
    return (digits.size() == 10 || digits.size() == 13) && digits[0] == '1' && digits[1] >= '4';
}

/// 00 for the plus sign, 011 in North America.
bool isInternational(std::string_view digits) {
    return (digits.size() >= 10 && digits.starts_with("00") && digits[2] != '0') ||
           (digits.size() >= 13 && digits.starts_with("011"));
}

/// National forms without a leading 0: Russia's 8, Brazil's area in parentheses.
bool isOwnNational(const NumberRun& run, std::size_t last) {
    const auto sized = [&](auto... sizes) {
        std::size_t i = 0;
        return last + 1 == sizeof...(sizes) &&
               ((run.groups[i++].size() == static_cast<std::size_t>(sizes)) && ...);
    };
    if (run.digits[0] == '8' && (sized(1, 3, 3, 2, 2) || sized(1, 3, 3, 4))) {
        return true;
    }
    return run.paren && run.separators[0].starts_with(')') && (sized(2, 5, 4) || sized(2, 4, 4)) &&
           run.separators[1] == "-";
}

Shape shapeOf(const NumberRun& run, std::size_t last) {
    const auto digits = run.digitsOf(last);
    if (digits.size() < kFewestDigits || digits.size() > kMostDigits + (isInternational(digits) ? 3 : 0)) {
        return Shape::none;
    }
    if (std::ranges::all_of(digits, [&](char c) { return c == digits.front(); })) {
        return Shape::none;
    }
    if (isNorthAmerican(run, last)) {
        return Shape::strong;
    }
    if (run.plus) {
        const bool difference = last == 1 && run.separators[0] == " -"; // "+9146 -3092 lines"
        const bool island = digits.size() == 7 && run.groups[0].size() == 3 &&
                            (digits.starts_with("247") || digits.starts_with("290") ||
                             digits.starts_with("683") || digits.starts_with("690"));
        return !difference && (digits.size() >= 8 || island) && digits.front() != '0' ? Shape::strong
                                                                                      : Shape::none;
    }
    if (isDateLike(run, last) || isDotted(run, last)) {
        return Shape::none;
    }
    if (isOwnNational(run, last)) {
        return Shape::strong;
    }
    const bool international = isInternational(digits);
    const bool national = digits.front() == '0' && digits[1] != '0' && digits.size() >= 9 &&
                          (digits.size() <= 11 ||
                           (digits.size() == 12 && run.groups[0].size() >= 3 && run.groups[0].size() <= 5));
    if (last >= 1 && run.groups[0].size() >= 2 && (international ? last >= 2 : national)) {
        // "0221 / 47 11 08-15": its area is not the day of a date.
        const bool area = run.groups[0].size() >= 3 && hasMark(run, 1, '/') && !hasMark(run, last, '/', 1);
        return hasMark(run, last, '/') && last > 1 && !area ? Shape::weak : Shape::strong;
    }
    return last == 0 && isEpoch(digits) ? Shape::none : Shape::weak;
}

/// ", ext. 5", " x12", "#7": end of the extension behind `end`, or `end`.
std::size_t extensionEnd(const ScanText& scan, std::size_t end) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"extension", "extn", "ext.", "ext=", "ext", "xtn", "int.", "int", "доб.", "доб", "x.", "x", "#"});
    std::size_t at = end;
    for (int i = 0; i < 2 && (scan.at(at) == ' ' || scan.at(at) == ',' || scan.at(at) == ';'); ++i) {
        ++at;
    }
    for (const auto word : kWords) {
        const auto there = scan.text().substr(std::min(at, scan.size()), word.size());
        if (!std::ranges::equal(there, word, {}, lowerAscii)) {
            continue;
        }
        std::size_t digit = at + word.size();
        for (int i = 0; i < 2 && (scan.at(digit) == ' ' || scan.at(digit) == ':'); ++i) {
            ++digit;
        }
        std::size_t stop = digit;
        while (isDigit(scan.at(stop)) && stop - digit < 8) {
            ++stop;
        }
        if (stop > digit && stop - digit <= 7 && !scan.wordBeginsAt(stop)) {
            return stop;
        }
    }
    return end;
}

/// "45*31-...", "(45)+(31)-...": the number is a term.
bool isTerm(const ScanText& scan, const NumberRun& run) {
    const char before = scan.before(run.begin);
    const bool bold = before == '*' && scan.before(run.begin - 1) == '*';
    return (before == '*' && !bold) || (run.plus && (before == ')' || isDigit(before)));
}

/// A mobile number of China as its people write it, between words of their own.
bool isBareChinese(const ScanText& scan, const NumberRun& run, std::size_t last) {
    return last == 0 && run.groups[0].size() == 11 && run.digits[0] == '1' && run.digits[1] >= '3' &&
           run.begin >= 3 && static_cast<unsigned char>(scan.text()[run.begin - 3]) >= 0xE3 &&
           static_cast<unsigned char>(scan.text()[run.begin - 3]) <= 0xEF && !scan.tokenEndsAt(run.begin);
}

/// "31 58 35", not "1 506 64".
bool isEven(const NumberRun& run, std::size_t last) {
    return std::ranges::all_of(run.groups.begin(), run.groups.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                               [&](const DigitGroup& group) { return group.size() == run.groups[0].size(); });
}

/// A column or a list: right before it stands a number as bare as this one, which some word must have named.
bool isListed(const ScanText& scan, const NumberRun& run, std::size_t last) {
    constexpr std::size_t kGapBytes = 4;
    if (last != 0 || run.begin != run.groups[0].begin || run.groups[0].size() < kUsualDigits ||
        scan.claims().empty()) {
        return false;
    }
    const PiiSpan& above = scan.claims().back();
    const auto number = scan.text().substr(above.begin, above.end - above.begin);
    const auto gap = scan.text().substr(above.end, run.begin - above.end);
    return above.type == PiiType::phone && number.size() == run.groups[0].size() &&
           std::ranges::all_of(number, isDigit) && !gap.empty() && gap.size() <= kGapBytes &&
           std::ranges::all_of(gap, [](char c) { return std::string_view(" \t\r\n,;|\"'").contains(c); });
}

/// "Telefon Bestellung: 022147110815": the word of telephones before those of what is ordered, with no comma
/// and no number between, says whose number it is; else `near`, the cue before the number at `begin`.
NearCue pastWares(const ScanText& scan, std::size_t begin, NearCue near) {
    constexpr std::size_t kReach = 48; // as far as any cue
    const auto text = scan.text();
    NearCue cue = near;
    std::size_t at = begin;
    while (cue.cue == Cue::ware) {
        std::size_t word = at - cue.bytes;
        while (word > 0 && (isLetter(text[word - 1]) || alphabeticBefore(text, word) != 0)) {
            word -= isLetter(text[word - 1]) ? 1 : alphabeticBefore(text, word);
        }
        at = word;
        cue = cueBefore(scan, at);
        const auto gap = text.substr(at - cue.bytes, cue.bytes);
        if (cue.cue == Cue::none || gap.find_first_of(",[\n0123456789") != std::string_view::npos) {
            return near;
        }
    }
    const std::size_t distance = cue.distance + begin - at;
    const bool telephones = cue.cue == Cue::phone || cue.cue == Cue::contact;
    return telephones && distance <= kReach ? NearCue{cue.cue, distance, cue.bytes + begin - at} : near;
}

bool isNamed(const ScanText& scan, const NumberRun& run, NearCue before, std::size_t last, std::size_t end) {
    const auto [cue, distance, bytes] = before.cue == Cue::ware ? pastWares(scan, run.begin, before) : before;
    switch (cue) {
    case Cue::phone:
        return run.digitsOf(last).size() >= kUsualDigits || (distance <= kNextWord && isEven(run, last));
    case Cue::contact:
        return distance <= kContactBytes && (run.digitsOf(last).size() > kUsualDigits ||
                                             (run.digitsOf(last).size() == kUsualDigits && last == 1));
    case Cue::ssn:
        return false;
    case Cue::other:
    case Cue::thing:
    case Cue::ware:
        if (distance <= kNextWord) {
            return false;
        }
        break;
    case Cue::none:
        break;
    }
    if (run.digitsOf(last).size() < kUsualDigits) {
        return false;
    }
    return isBareChinese(scan, run, last) || scan.text().substr(0, run.begin).ends_with("wa.me/") ||
           cueAfter(scan, end).cue == Cue::phone;
}

bool isInColumn(const ScanText& scan, const NumberRun& run, std::size_t last) {
    return run.digitsOf(last).size() >= kUsualDigits &&
           (followsInColumn(scan, run.begin, PiiType::phone) || columnCue(scan, run.begin) == Cue::phone);
}

bool followsNumber(const ScanText& scan, const NumberRun& run) {
    return (run.digits[0] == '0' || (run.count > 1 && run.separators[0] == " ")) && !run.plus &&
           scan.before(run.begin) == ' ' && isDigit(scan.before(run.begin - 1));
}

/// "j.cell.2010.03.083": the tail of a name of words and numbers.
bool isNameTail(const ScanText& scan, const NumberRun& run) {
    constexpr std::size_t kWord = 12;
    if (run.count < 2 || run.separators[0] != "." || scan.before(run.begin) != '.') {
        return false;
    }
    const std::size_t end = run.begin - 1;
    std::size_t begin = end;
    while (isLetter(scan.before(begin)) && end - begin < kWord) {
        --begin;
    }
    return begin < end && (scan.before(begin) == '.' || scan.before(begin) == '/');
}

} // namespace

std::optional<PiiSpan> matchPhone(const Site& site) {
    const ScanText& scan = site.scan;
    const NumberRun& run = site.run;
    if (run.count == 0 || run.digitsTo[run.count - 1] < kFewestDigits || gluedBefore(scan, run.begin) ||
        isTerm(scan, run) || isNameTail(scan, run)) {
        return std::nullopt;
    }
    std::optional<NearCue> before; // the same for each length
    for (std::size_t last = run.count; last-- > 0;) {
        Shape shape = shapeOf(run, last);
        const std::size_t digitsEnd = run.groups[last].end;
        if (shape == Shape::none) {
            continue;
        }
        const std::size_t end = extensionEnd(scan, digitsEnd);
        if ((end == digitsEnd && gluedAfter(scan, end)) || hasArithmetic(scan, run.begin, end)) {
            continue;
        }
        if (shape == Shape::strong && followsNumber(scan, run)) {
            shape = Shape::weak; // the tail of a bank account written in fours
        }
        before = before ? before : cueBefore(scan, run.begin);
        if (shape == Shape::strong) {
            const auto [cue, distance, bytes] = *before;
            if ((cue == Cue::other || cue == Cue::thing) && distance <= kNextWord && !run.plus &&
                !run.paren) {
                continue;
            }
        } else if (!isListed(scan, run, last) && !isNamed(scan, run, *before, last, end) &&
                   !isInColumn(scan, run, last)) {
            continue;
        }
        // A leading parenthesis that the number does not close belongs to the sentence.
        const auto taken = scan.text().substr(run.groups[0].begin, end - run.groups[0].begin);
        const bool closes = taken.find(')') != std::string_view::npos;
        std::size_t begin = run.begin;
        begin += !closes && scan.at(begin) == '(' ? 1 : 0;
        return PiiSpan{begin, end, PiiType::phone};
    }
    return std::nullopt;
}

} // namespace goldpan::redact
