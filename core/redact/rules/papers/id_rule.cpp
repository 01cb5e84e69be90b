// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/column_cue.h"
#include "core/redact/rules/papers/id_checks.h"
#include "core/redact/rules/papers/id_column.h"
#include "core/redact/rules/papers/id_value.h"
#include "core/redact/rules/papers/id_words.h"
#include "core/redact/rules/papers/travel_document.h"
#include "core/redact/rules/rules.h"
#include "core/redact/scan/byte_set.h"
#include "core/redact/scan/word_ends.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace goldpan::redact {
namespace {

constexpr std::ptrdiff_t kFewestDigits = 3;
constexpr std::ptrdiff_t kFewestUnsure = 7; ///< digits of what may be another licence

constexpr std::size_t kBracket = 32; ///< bytes that say in brackets what stood before them

int twoDigits(std::string_view digits) {
    return (digits[0] - '0') * 10 + (digits[1] - '0');
}

/// Great Britain's own form: five of the surname, date of birth among six digits, initials, three more.
bool isBritishLicence(std::string_view value) {
    const auto name = [](char c) { return isUpper(c) || c == '9'; };
    const bool spaced = value.size() == 19 && value[16] == ' ';
    if (value.size() != 16 && value.size() != 18 && !spaced) {
        return false;
    }
    const auto date = value.substr(5, 6);
    if (!isUpper(value.front()) || !std::ranges::all_of(value.substr(0, 5), name) ||
        !std::ranges::all_of(date, isDigit) || !std::ranges::all_of(value.substr(11, 5), isAlnum)) {
        return false;
    }
    const int month = twoDigits(date.substr(1)) % 50;
    const int day = twoDigits(date.substr(3));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// A letter and seven digits or more, groups between: California, Florida, Illinois, New Jersey; "WDL" of
/// Washington.
bool hasLicenceForm(std::string_view value) {
    constexpr std::ptrdiff_t kFewestFormed = 7;
    constexpr std::ptrdiff_t kMostFormed = 14;
    if (value.starts_with("WDL") && value.size() == 12) {
        return true;
    }
    const auto digits = std::ranges::count_if(value, isDigit);
    const bool grouped =
        std::ranges::all_of(value.substr(1), [](char c) { return isDigit(c) || c == '-' || c == ' '; });
    return isUpper(value.front()) && grouped && digits >= kFewestFormed && digits <= kMostFormed;
}

/// A British National Insurance number: two letters of those given out, six digits, A to D.
bool isNationalInsurance(std::string_view value) {
    if (value.size() < 9 || !isUpper(value.front())) {
        return false;
    }
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

/// "CFMGXX3P0": few digits among capitals, where a word names it.
bool isLettered(std::string_view value) {
    static constexpr ByteSet kVowels("AEIOU");
    if (value.size() < 8 || value.size() > 13 ||
        !std::ranges::all_of(value, [](char c) { return isUpper(c) || isDigit(c); })) {
        return false;
    }
    const auto vowels =
        static_cast<std::size_t>(std::ranges::count_if(value, [](char c) { return kVowels.contains(c); }));
    if (vowels * 5 < value.size()) { // "CONTROL2"
        return true;
    }
    // "SA1LDBKE2": of a word the digits stand at its end.
    const std::size_t first = value.find_first_of("0123456789");
    return std::ranges::count_if(value, isDigit) >= 2 && std::ranges::any_of(value.substr(first), isUpper);
}

/// Digits where the other has digits, letters where it has letters.
bool areAlike(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, [](char a, char b) {
        return (isDigit(a) && isDigit(b)) || (isLetter(a) && isLetter(b)) || a == b;
    });
}

constexpr auto kPapers = std::to_array({PiiType::passport, PiiType::driverLicense, PiiType::govId});

/// "passport X1234567 replaces Y7654321", "A1234567 and B7654321": what stands before names both. Behind a
/// comma stands anything: only what is written like the one before goes on.
std::optional<PiiType> goesOnFrom(const ScanText& scan, std::size_t begin, std::string_view shown) {
    static constexpr auto kJoints = std::to_array<std::string_view>(
        {" and ", " or ", " replaces ", " replaced by ", " was replaced with ", " was replaced by ",
         " ersetzt durch ", " -> ", " und ", " et ", " y ", " oder ", " ou ", ", ", ","});
    static constexpr WordEnds kJointEnds(kJoints);
    const auto text = scan.text();
    if (!kJointEnds.mayEnd(text.substr(0, begin))) {
        return std::nullopt;
    }
    for (const auto joint : kJoints) {
        if (!text.substr(0, begin).ends_with(joint)) {
            continue;
        }
        const std::size_t at = begin - joint.size();
        const auto& claims = scan.claims();
        for (const PiiType type : kPapers) {
            const bool claimed = !claims.empty() && claims.back().end == at && claims.back().type == type;
            const bool written = text.substr(0, at).ends_with(piiToken(type));
            const bool list = joint.starts_with(',');
            if (list ? claimed && !isDateLike(shown) &&
                           areAlike(text.substr(claims.back().begin, at - claims.back().begin), shown)
                     : claimed || written) {
                return type;
            }
        }
    }
    return std::nullopt;
}

std::optional<PiiType> namedPaper(const ScanText& scan, const IdValue& value, std::string_view shown) {
    const auto digits = std::ranges::count_if(shown, isDigit);
    const bool lettered = isLettered(shown);
    if ((digits < kFewestDigits && !lettered) || isDateLike(shown)) {
        return std::nullopt;
    }
    auto found = paperBefore(NearWords::before(scan, value.begin), scan.text());
    if (!found && digits >= kFewestDigits) {
        const auto behind = scan.text().substr(value.end, kBracket);
        const std::size_t close = behind.starts_with(" (") ? behind.find(')') : std::string_view::npos;
        found = paperAfter(NearWords::after(scan, value.end),
                           close == std::string_view::npos ? nullptr : behind.data() + close, scan.text());
    }
    for (const auto nameEnd : {columnNameEnd, tagNameEnd, insertNameEnd, pairNameEnd, wrappedNameEnd}) {
        const auto name = found ? std::nullopt : nameEnd(scan, value.begin);
        found = name ? paperBefore(NearWords::before(scan, *name), scan.text()) : found;
    }
    if (!found && digits >= kFewestDigits && isTypedPassport(scan, value.begin)) {
        return PiiType::passport;
    }
    if (!found || (!found->sure && digits < kFewestUnsure && !hasLicenceForm(shown)) ||
        (found->formed && !hasLicenceForm(shown))) {
        return std::nullopt;
    }
    return found->type;
}

} // namespace

std::optional<PiiSpan> matchPaper(const Site& site) {
    const ScanText& scan = site.scan;
    const NumberRun& run = site.run;
    const std::size_t end = run.groups[0].end;
    if (isUpper(scan.at(end)) || scan.at(end) == '<') {
        if (auto zone = machineReadable(scan, site.pos)) {
            return zone;
        }
    }
    if (const char lead = scan.before(site.pos); lead == '/' || lead == '-' || isUpper(lead)) {
        if (auto booked = passengerInformation(scan, site.pos)) {
            return booked;
        }
    }
    const bool lone =
        run.count == 1 && run.groups[0].size() < static_cast<std::size_t>(kFewestDigits) &&
        !isLetter(scan.before(site.pos)) && !isLetter(scan.at(end)) &&
        !(scan.at(end) == ' ' && isUpper(scan.at(end + 1)) && scan.at(end + 2) == ' '); // "99 L 999"
    if (lone) {
        return std::nullopt; // most numbers of a text are short
    }
    const auto value = idValueAt(scan, site.pos);
    if (!value) {
        return std::nullopt;
    }
    const auto shown = scan.text().substr(value->begin, value->end - value->begin);
    const auto span = [&](PiiType type) { return PiiSpan{value->begin, value->end, type}; };
    if (isBritishLicence(shown)) {
        return span(PiiType::driverLicense);
    }
    if (isNationalInsurance(shown)) {
        return span(PiiType::govId);
    }
    if (const auto type = namedPaper(scan, *value, shown)) {
        return span(*type);
    }
    // "2210 2014 5685" in something longer has no shape of its own.
    const bool longer = (scan.before(value->begin) == ' ' && isDigit(scan.before(value->begin - 1))) ||
                        (scan.at(value->end) == ' ' && isDigit(scan.at(value->end + 1)));
    if (const auto type = longer ? std::nullopt : tellsItself(shown)) {
        return span(*type);
    }
    if (std::ranges::count_if(shown, isAlnum) < kFewestUnsure) {
        return std::nullopt;
    }
    if (const auto type = goesOnFrom(scan, value->begin, shown)) {
        return span(*type);
    }
    const auto below = std::ranges::find_if(
        kPapers, [&](PiiType type) { return followsInColumn(scan, value->begin, type); });
    return below != kPapers.end() && !isDateLike(shown) &&
                   std::ranges::count_if(shown, isDigit) >= kFewestDigits
               ? std::optional(span(*below))
               : std::nullopt;
}

} // namespace goldpan::redact
