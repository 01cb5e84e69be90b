// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/address_words.h"

#include "core/redact/near_words.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::size_t kLongestWord = 32;
constexpr std::size_t kMostGap = 4;

// Suffixes of the United States Postal Service and their usual British fellows, as people shorten them.
constexpr auto kStreets = std::to_array<std::string_view>(
    {"alley",      "aly",    "av",        "ave",       "avenue",  "blvd",      "boulevard", "bridge",
     "broadway",   "bypass", "causeway",  "cir",       "circle",  "close",     "commons",   "court",
     "cove",       "cres",   "crescent",  "crossing",  "ct",      "dr",        "drive",     "esplanade",
     "expressway", "expy",   "extension", "freeway",   "fwy",     "gardens",   "gate",      "grove",
     "highway",    "hill",   "hollow",    "hwy",       "island",  "isle",      "junction",  "landing",
     "lane",       "ln",     "loop",      "mall",      "manor",   "meadow",    "mews",      "motorway",
     "parade",     "park",   "parkway",   "pass",      "passage", "path",      "pike",      "pkwy",
     "pl",         "place",  "plaza",     "plz",       "point",   "promenade", "quay",      "rd",
     "ridge",      "road",   "row",       "run",       "shore",   "shores",    "spur",      "sq",
     "square",     "st",     "str",       "street",    "ter",     "terr",      "terrace",   "tpke",
     "trail",      "trl",    "turnpike",  "underpass", "union",   "valley",    "view",      "vista",
     "walk",       "way",    "wharf"});
constexpr auto kLeading = std::to_array<std::string_view>({"avda",
                                                           "avenida",
                                                           "calle",
                                                           "camino",
                                                           "carrer",
                                                           "carrera",
                                                           "carretera",
                                                           "chaussee",
                                                           "chemin",
                                                           "corso",
                                                           "estrada",
                                                           "impasse",
                                                           "largo",
                                                           "paseo",
                                                           "passeig",
                                                           "piazza",
                                                           "piazzale",
                                                           "pra\xC3\xA7"
                                                           "a",
                                                           "quai",
                                                           "rua",
                                                           "rue",
                                                           "strada",
                                                           "travessa",
                                                           "ul",
                                                           "ulica",
                                                           "via",
                                                           "viale",
                                                           "vicolo"});
constexpr auto kCompound = std::to_array<std::string_view>({"strasse",
                                                            "stra\xC3\x9F"
                                                            "e",
                                                            "gasse",
                                                            "weg",
                                                            "allee",
                                                            "platz",
                                                            "damm",
                                                            "ufer",
                                                            "straat",
                                                            "laan",
                                                            "dreef",
                                                            "plein",
                                                            "gracht",
                                                            "kade",
                                                            "singel",
                                                            "vej",
                                                            "vejen",
                                                            "gade",
                                                            "gaden",
                                                            "v\xC3\xA6nget",
                                                            "vegen",
                                                            "veien",
                                                            "gata",
                                                            "gatan",
                                                            "v\xC3\xA4gen",
                                                            "stigen",
                                                            "katu",
                                                            "tie",
                                                            "polku",
                                                            "kuja",
                                                            "utca",
                                                            "ulica",
                                                            "prospekt"});
constexpr auto kConnectors = std::to_array<std::string_view>(
    {"am", "an",  "and", "d",   "da", "das", "de",   "del", "della", "den", "der", "des",
     "di", "do",  "dos", "du",  "e",  "i",   "im",   "la",  "le",    "les", "na",  "nad",
     "of", "pod", "sur", "the", "u",  "und", "upon", "v",   "van",   "von", "y"});
constexpr auto kUnits =
    std::to_array<std::string_view>({"#", "apartment", "apt", "bldg", "building", "fl", "flat", "floor", "rm",
                                     "room", "ste", "suite", "unit"});
constexpr auto kStates = std::to_array<std::string_view>(
    {"AA", "AE", "AK", "AL", "AP", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA",
     "GU", "HI", "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO",
     "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "PR",
     "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VI", "VT", "WA", "WI", "WV", "WY"});

template <typename List>
bool holds(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

bool isUpper(char c) {
    return c >= 'A' && c <= 'Z';
}

bool isWordByte(char c) {
    return isLetter(c) || isDigit(c) || isHighByte(c) || c == '-' || c == '\'';
}

AddressWord numberKind(std::string_view word) {
    const auto firstOther = std::ranges::find_if_not(word, isDigit);
    const std::string_view tail(firstOther, word.end());
    const auto digits = static_cast<std::size_t>(firstOther - word.begin());
    const auto lower = lowerWord(tail);
    if (tail.empty()) {
        return digits <= 6 ? AddressWord::number : AddressWord::other;
    }
    if (lower == "th" || lower == "st" || lower == "nd" || lower == "rd") {
        return AddressWord::ordinal;
    }
    const bool range = tail.size() >= 2 && tail.size() <= 5 && tail.front() == '-' &&
                       std::ranges::all_of(tail.substr(1), isDigit);
    return digits <= 6 && (range || (tail.size() == 1 && isLetter(tail.front()))) ? AddressWord::number
                                                                                  : AddressWord::other;
}

} // namespace

AddressWord addressWord(std::string_view word) {
    if (word.empty() || isDigit(word.front())) {
        return word.empty() ? AddressWord::other : numberKind(word);
    }
    const auto bare = word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
    const auto lower = lowerWord(bare);
    if (holds(kUnits, lower)) {
        return AddressWord::unit;
    }
    if (bare.size() == 2 && std::ranges::all_of(bare, isUpper) && holds(kStates, bare) && lower != "st" &&
        lower != "ct") {
        return AddressWord::state;
    }
    if (holds(kLeading, lower)) {
        return AddressWord::leading;
    }
    if (holds(kStreets, lower)) {
        return AddressWord::street;
    }
    const bool capital = isUpper(bare.front()) || isHighByte(bare.front());
    if (capital && std::ranges::any_of(kCompound, [&](auto end) {
            return lower.ends_with(end) && lower.size() > end.size() + 2;
        })) {
        return AddressWord::compound;
    }
    if (holds(kConnectors, lower)) {
        return AddressWord::connector;
    }
    return capital ? AddressWord::capital : AddressWord::other;
}

std::vector<AddressToken> addressTokens(const ScanText& scan, std::size_t pos, std::size_t most) {
    std::vector<AddressToken> tokens;
    const auto text = scan.text();
    for (std::size_t at = pos; tokens.size() < most;) {
        AddressToken token;
        std::size_t lines = 0;
        const std::size_t gap = at;
        while (at < text.size() && at - gap < kMostGap &&
               (text[at] == ' ' || text[at] == ',' || text[at] == '\n' || text[at] == '\r')) {
            token.apart = token.apart || text[at] != ' ';
            lines += text[at] == '\n' ? 1 : 0;
            ++at;
        }
        if (at >= text.size() || lines > 1 || (!tokens.empty() && at == gap && scan.before(at) != '#')) {
            break;
        }
        token.begin = at;
        if (text[at] == '#') {
            ++at;
        }
        while (at < text.size() && at - token.begin < kLongestWord && isWordByte(text[at]) &&
               scan.before(token.begin + 1) != '#') {
            ++at;
        }
        if (at == token.begin) {
            break;
        }
        token.kind = addressWord(text.substr(token.begin, at - token.begin));
        // A full stop belongs to what people shorten; else it ends the sentence.
        const std::size_t letters = at - token.begin;
        const bool shortened = token.kind == AddressWord::street || token.kind == AddressWord::leading ||
                               token.kind == AddressWord::unit || letters <= 2;
        if (scan.at(at) == '.' && shortened && token.kind != AddressWord::number &&
            token.kind != AddressWord::state) {
            ++at;
            if (letters == 1 && isLetter(scan.at(at)) && scan.at(at + 1) == '.') {
                at += 2; // "P.O."
            }
        }
        token.end = at;
        tokens.push_back(token);
    }
    return tokens;
}

std::string describeAddressWords() {
    std::string out;
    const auto add = [&](const auto& words) {
        for (const auto word : words) {
            out += word;
            out += ' ';
        }
        out += '\n';
    };
    add(kStreets);
    add(kLeading);
    add(kCompound);
    add(kConnectors);
    add(kUnits);
    add(kStates);
    return out;
}

} // namespace goldpan::redact
