// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/papers/travel_document.h"

#include "core/redact/scan/ascii.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::size_t kLongLine = 44;  ///< of a booklet
constexpr std::size_t kShortLine = 36; ///< of a visa or an older card
constexpr std::size_t kNumber = 9;

bool isZoneByte(char c) {
    return isUpper(c) || isDigit(c) || c == '<';
}

/// By the standard's weights; '<' counts nothing.
bool fitsCheckDigit(std::string_view field, char check) {
    static constexpr std::array<int, 3> kWeights = {7, 3, 1};
    int sum = 0;
    for (std::size_t i = 0; i < field.size(); ++i) {
        const char c = field[i];
        const int value = isDigit(c) ? c - '0' : isUpper(c) ? c - 'A' + 10 : 0;
        sum += value * kWeights[i % kWeights.size()];
    }
    return sum % 10 == check - '0';
}

/// Behind the line of the names, "P<UTOERIKSSON<<ANNA<<<", which ends in what fills it.
bool followsNames(std::string_view before) {
    while (before.ends_with('\n') || before.ends_with('\r') || before.ends_with("\\n")) {
        before.remove_suffix(before.ends_with("\\n") ? 2 : 1);
    }
    return before.ends_with("<<");
}

/// Number, nationality, birth, sex, expiry, as their places are.
bool isZone(std::string_view line, bool sure) {
    const auto digits = [&](std::size_t from, std::size_t count) {
        return std::ranges::all_of(line.substr(from, count), isDigit);
    };
    const auto nation = line.substr(10, 3);
    const bool shaped = std::ranges::none_of(nation, isDigit) && isUpper(nation.front()) && digits(13, 7) &&
                        std::string_view("MFX<").contains(line[20]) && digits(21, 7) && isDigit(line[9]);
    return shaped &&
           (sure || fitsCheckDigit(line.substr(0, kNumber), line[9]) ||
            fitsCheckDigit(line.substr(13, 6), line[19]) || fitsCheckDigit(line.substr(21, 6), line[27]));
}

/// Two or three capitals between two of `mark`, which end at `end`; their begin with the first mark.
std::optional<std::size_t> stateBefore(const ScanText& scan, std::size_t end, char mark) {
    std::size_t at = end;
    while (at > 0 && end - at < 4 && isUpper(scan.before(at))) {
        --at;
    }
    const std::size_t letters = end - at;
    return letters >= 2 && letters <= 3 && scan.before(at) == mark ? std::optional(at - 1) : std::nullopt;
}

} // namespace

std::optional<PiiSpan> machineReadable(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t begin = pos;
    while (begin > scan.claimedTo() && pos - begin <= kNumber && isZoneByte(text[begin - 1])) {
        --begin;
    }
    std::size_t stop = pos;
    while (stop < text.size() && stop - begin <= kLongLine && isZoneByte(text[stop])) {
        ++stop;
    }
    const std::size_t length = stop - begin;
    const bool zone = (length == kLongLine || length == kShortLine) && !scan.wordEndsAt(begin) &&
                      !scan.wordBeginsAt(stop) &&
                      isZone(text.substr(begin, length), followsNames(text.substr(0, begin)));
    return zone ? std::optional(PiiSpan{begin, stop, PiiType::passport}) : std::nullopt;
}

std::optional<PiiSpan> passengerInformation(const ScanText& scan, std::size_t pos) {
    constexpr std::size_t kShortest = 6;
    constexpr std::size_t kLongest = 14;
    std::size_t begin = pos;
    while (begin > 0 && pos - begin < 4 && isUpper(scan.before(begin))) {
        --begin;
    }
    const char mark = scan.before(begin);
    if ((mark != '/' && mark != '-') || begin < 5 || !isUpper(scan.before(begin - 1))) {
        return std::nullopt;
    }
    const auto type = stateBefore(scan, begin - 1, mark);
    if (!type || scan.before(*type) != 'P' || scan.wordEndsAt(*type - 1)) {
        return std::nullopt;
    }
    std::size_t end = pos;
    while (isDigit(scan.at(end)) || isUpper(scan.at(end))) {
        ++end;
    }
    std::size_t state = end + 1;
    while (isUpper(scan.at(state)) && state - end < 5) {
        ++state;
    }
    const bool fits = end - begin >= kShortest && end - begin <= kLongest && scan.at(end) == mark &&
                      state - end >= 3 && state - end <= 4 && scan.at(state) == mark &&
                      isDigit(scan.at(state + 1)) && isDigit(scan.at(state + 2)) &&
                      isUpper(scan.at(state + 3)); // a date of birth, "03MAR79"
    return fits ? std::optional(PiiSpan{begin, end, PiiType::passport}) : std::nullopt;
}

bool isTypedPassport(const ScanText& scan, std::size_t begin) {
    constexpr std::size_t kBytes = 64;
    constexpr std::size_t kLongestName = 16;
    const auto text = scan.text();
    std::size_t at = begin;
    while (at > 0 && begin - at < 6 && !isLetter(text[at - 1])) {
        --at;
    }
    if (at == 0 || (text[at - 1] != 'r' && text[at - 1] != 'o')) {
        return false;
    }
    std::size_t word = at;
    while (word > 0 && at - word <= kLongestName && isLetter(text[word - 1])) {
        --word;
    }
    // "number", "no", "nr", "documentNumber": most that is asked is called otherwise.
    const auto name = text.substr(word, at - word);
    const bool numbered = name.ends_with("umber") || name.ends_with("No") || name == "no" || name == "nr";
    if (at == begin || !numbered) {
        return false;
    }
    const std::size_t floor =
        std::max(scan.claimedTo() <= at ? scan.claimedTo() : 0, at > kBytes ? at - kBytes : 0);
    const auto lead = text.substr(floor, at - floor);
    const std::size_t type = lead.rfind("ype"); // "type", "Type"
    if (type == std::string_view::npos || std::ranges::any_of(lead, isDigit)) {
        return false;
    }
    std::size_t value = type + 3;
    while (value < lead.size() && !isLetter(lead[value]) && !isHighByte(lead[value])) {
        ++value;
    }
    const bool passport = value + 1 < lead.size() && lead[value] == 'P' && !isLetter(lead[value + 1]);
    return passport && value - type < 10 && lead.substr(value).contains("oc"); // "document", "docNo"
}

} // namespace goldpan::redact
