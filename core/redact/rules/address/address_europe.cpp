// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/address/address_europe.h"

#include "core/redact/rules/address/address_words.h"
#include "core/redact/scan/byte_set.h"
#include "core/redact/scan/last_bytes.h"
#include "core/redact/scan/near_words.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::size_t kBytesBack = 56;
constexpr std::size_t kPieceBytes = 26; ///< "3º B", "2.º Dto", "bloco B - Curitiba"
constexpr int kMostPieces = 6;
constexpr ByteSet kWordBounds(" \n\t,:;\"'()[]=>");

bool isCapitalAt(std::string_view text, std::size_t at) {
    return at < text.size() && (isUpper(text[at]) || (isHighByte(text[at]) && alphabeticAt(text, at) != 0));
}

/// "12", "12b", "12 b", "12-14", "24/53", "62/A", "93 ter"; 0 where it is no house number.
std::size_t houseEnd(const ScanText& scan, std::size_t pos) {
    std::size_t end = pos;
    while (isDigit(scan.at(end)) && end - pos < 5) {
        ++end;
    }
    if (end - pos > 4 || isDigit(scan.at(end))) {
        return 0;
    }
    if ((scan.at(end) == '-' || scan.at(end) == '/') &&
        (isDigit(scan.at(end + 1)) || isLetter(scan.at(end + 1)))) {
        std::size_t further = end + 1;
        while (isDigit(scan.at(further)) || isLetter(scan.at(further))) {
            ++further;
        }
        return further - end <= 5 ? further : 0;
    }
    if (isLetter(scan.at(end))) {
        return scan.wordBeginsAt(end + 1) ? 0 : end + 1;
    }
    const bool letter = scan.at(end) == ' ' && scan.at(end + 1) >= 'a' && scan.at(end + 1) <= 'h' &&
                        (scan.at(end + 2) == ',' || scan.at(end + 2) == '\n');
    return letter ? end + 2 : end;
}

/// Digits of postal codes: "10115", "1060", "00-590", "3000-150", "01310-100", "3011 AD"; the end, or `pos`.
std::size_t postcodeEnd(const ScanText& scan, std::size_t pos) {
    std::size_t digits = pos;
    while (isDigit(scan.at(digits)) && digits - pos < 6) {
        ++digits;
    }
    const std::size_t count = digits - pos;
    if (scan.at(digits) == '-') {
        std::size_t further = digits + 1;
        while (isDigit(scan.at(further)) && further - digits < 5) {
            ++further;
        }
        return (count == 2 || count == 4 || count == 5) && further - digits == 4 &&
                       !scan.wordBeginsAt(further)
                   ? further
                   : pos;
    }
    if (count == 4) {
        const std::size_t letters = digits + (scan.at(digits) == ' ' ? 1 : 0);
        if (isUpper(scan.at(letters)) && isUpper(scan.at(letters + 1)) && !scan.wordBeginsAt(letters + 2)) {
            return letters + 2;
        }
    }
    return (count == 4 || count == 5) && !scan.wordBeginsAt(digits) ? digits : pos;
}

/// The town behind a postal code: capitals with little words, "(FI)", "NA"; `pos` where there is none.
std::size_t townEnd(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t end = pos;
    for (int words = 0; words < 4; ++words) {
        std::size_t at = end;
        if (scan.at(at) != ' ' && !(words > 0 && (scan.at(at) == '-' || scan.at(at) == '/'))) {
            break;
        }
        ++at;
        std::size_t further = at;
        while (further < text.size() && (isLetter(text[further]) || alphabeticAt(text, further) != 0)) {
            further += isLetter(text[further]) ? 1 : alphabeticAt(text, further);
        }
        if (further == at) {
            break;
        }
        if (isCapitalAt(text, at)) {
            end = further;
        } else if (words == 0 || addressWord(text.substr(at, further - at)) != AddressWord::connector ||
                   scan.at(further) != ' ' || !isCapitalAt(text, further + 1)) {
            break;
        } else {
            end = further;
        }
    }
    const bool province = end > pos && scan.at(end) == ' ' && scan.at(end + 1) == '(' &&
                          isUpper(scan.at(end + 2)) && isUpper(scan.at(end + 3)) && scan.at(end + 4) == ')';
    return province ? end + 5 : end;
}

/// Separators between the parts of an address; `pos` where none stands.
std::size_t gapEnd(const ScanText& scan, std::size_t pos) {
    std::size_t end = pos;
    std::size_t lines = 0;
    while (end - pos < 4 && (scan.at(end) == ' ' || scan.at(end) == ',' || scan.at(end) == '\n' ||
                             (scan.at(end) == '-' && scan.before(end) == ' ' && scan.at(end + 1) == ' '))) {
        lines += scan.at(end) == '\n' ? 1 : 0;
        ++end;
    }
    return lines <= 1 ? end : pos;
}

/// Words before numbers that are no streets: "May 12, 2019", "Table 3, 10000 Rows".
bool isNoStreet(std::string_view word) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"april",   "article",   "august",  "chapter", "december", "february", "figure",
         "item",    "january",   "july",    "june",    "line",     "march",    "may",
         "no",      "november",  "october", "page",    "part",     "room",     "row",
         "section", "september", "step",    "table",   "version",  "volume",   "week"});
    static_assert(std::ranges::is_sorted(kWords));
    return std::ranges::binary_search(kWords, LowerWord(word).view());
}

/// Street words of English that begin the name in Romance languages.
bool isFirstWord(std::string_view lower) {
    return lower == "plaza" || lower == "place" || lower == "av" || lower == "av." || lower == "avenue" ||
           lower == "boulevard";
}

/// "Am Markt", "Unter den Linden", "Zum Waldblick": German names of streets begin so.
bool isPreposition(std::string_view word) {
    static constexpr auto kWords = std::to_array<std::string_view>(
        {"Am", "An", "Auf", "Beim", "Hinter", "Im", "In", "Unter", "Vor", "Zum", "Zur"});
    return std::ranges::find(kWords, word) != kWords.end();
}

/// "Mariahilfer Straße", "Alte Gasse": a noun of its own.
bool isNoun(std::string_view word) {
    static constexpr auto kWords =
        std::to_array<std::string_view>({"Straße", "Strasse", "Gasse", "Allee", "Weg", "Ring", "Damm", "Ufer",
                                         "Markt", "Chaussee", "Steig", "Stieg"});
    return std::ranges::find(kWords, word) != kWords.end();
}

bool isStreetNoun(std::string_view word) {
    const LowerWord lower(word);
    return lower.view().starts_with("str") || lower.view() == "platz";
}

/// `alone`: nothing stands between it and the number, "quai 3".
bool isTyped(AddressWord kind, std::string_view word, bool alone) {
    if (kind == AddressWord::compound || kind == AddressWord::leading) {
        return kind == AddressWord::compound || (!alone && word != "via"); // "via Port 8080"
    }
    return kind == AddressWord::street && !alone &&
           (isStreetNoun(word) || isFirstWord(LowerWord(word).view()));
}

// Between a street and its number.
constexpr auto kNumberMarks =
    std::to_array<std::string_view>({" nº ", ", nº ", " n.º ", " n° ", ", n° ", " nr ", " Nr. "});
constexpr LastBytes kNumberMarkEnds(kNumberMarks);

} // namespace

std::optional<Street> streetBefore(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const std::size_t floor =
        std::max(scan.claimedTo() <= pos ? scan.claimedTo() : pos, pos > kBytesBack ? pos - kBytesBack : 0);
    std::size_t at = pos;
    const auto lead = text.substr(0, pos);
    const auto take = [&](std::string_view mark) {
        at -= at == pos && pos - floor > mark.size() && lead.ends_with(mark) ? mark.size() : 0;
    };
    if (kNumberMarkEnds.mayEnd(lead)) {
        std::ranges::for_each(kNumberMarks, take);
    }
    take(", ");
    take(" ");
    if (at == pos) {
        return std::nullopt;
    }
    Street street{pos, false, false};
    bool noun = false;
    bool typedNoun = false;
    for (int words = 0; words < 6 && at > floor; ++words) {
        std::size_t begin = at;
        while (begin > floor && !kWordBounds.contains(text[begin - 1])) {
            --begin;
        }
        const auto word = text.substr(begin, at - begin);
        if (word.empty() || isDigit(word.front())) {
            break;
        }
        const auto kind = addressWord(word);
        const bool typed = isTyped(kind, word, words == 0);
        const bool capital = isCapitalAt(text, begin);
        // "Berliner Str.": a noun that needs its name before it.
        const bool bare = words == 0 && kind == AddressWord::street && isStreetNoun(word);
        if (kind == AddressWord::leading && word == "via" && words > 0) {
            return Street{begin, street.typed, true};
        }
        if ((!capital && !typed && !bare && kind != AddressWord::connector) ||
            (words == 0 && isNoStreet(word))) {
            break;
        }
        typedNoun = typedNoun || bare;
        const bool placed = words > 0 && isPreposition(word);
        noun = noun || (words == 0 && isNoun(word));
        street.typed = street.typed || typed || (typedNoun && words > 0 && capital);
        street.hinted = street.hinted || street.typed || placed || (noun && words > 0 && capital);
        street.begin = capital || typed ? begin : street.begin;
        if (placed || kind == AddressWord::leading || (words > 0 && isFirstWord(LowerWord(word).view())) ||
            begin <= floor || text[begin - 1] != ' ') {
            break;
        }
        if (kind == AddressWord::compound && words == 0 && !text.substr(begin, 1).starts_with('-')) {
            break;
        }
        at = begin - 1;
    }
    return street.begin < pos ? std::optional(street) : std::nullopt;
}

EuropeanEnd europeanEnd(const ScanText& scan, std::size_t pos, bool typed) {
    std::size_t end = houseEnd(scan, pos);
    for (int pieces = 0; end != 0 && pieces < kMostPieces; ++pieces) {
        const std::size_t code = gapEnd(scan, end);
        if (code == end) {
            return {};
        }
        std::size_t digits = code;
        for (const std::string_view country : {"D-", "A-", "CH-", "F-", "L-", "B-", "DK-", "S-"}) {
            digits += digits == code && scan.text().substr(code).starts_with(country) ? country.size() : 0;
        }
        if (const std::size_t codeEnd = postcodeEnd(scan, digits); codeEnd != digits) {
            const bool whole = codeEnd - digits >= 8;
            const bool year =
                codeEnd - digits == 4 && (scan.at(digits) == '1' || scan.at(digits) == '2') && !typed;
            const std::size_t town = townEnd(scan, codeEnd);
            if (year || (town == codeEnd && !whole)) {
                return {};
            }
            return {town, codeEnd - digits >= 6 || digits != code};
        }
        // A floor, a door, a quarter.
        std::size_t piece = code;
        while (piece < scan.size() && piece - code < kPieceBytes && scan.at(piece) != ',' &&
               scan.at(piece) != '\n' && scan.at(piece) != ';' && scan.at(piece) != ':' &&
               !(scan.at(piece) == ' ' && scan.at(piece + 1) == '-')) {
            ++piece;
        }
        if (piece == code || (scan.at(piece) != ',' && scan.at(piece) != ' ' && scan.at(piece) != '\n') ||
            !typed) {
            return {};
        }
        end = piece;
    }
    return {};
}

} // namespace goldpan::redact
