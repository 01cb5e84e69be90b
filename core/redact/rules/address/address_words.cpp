// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/address/address_words.h"

#include "core/redact/scan/near_words.h"
#include "core/redact/scan/word_ends.h"
#include "core/redact/scan/word_table.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

// Street words are the suffixes of the United States Postal Service and their usual British fellows, as
// people shorten them. Of equal words the last counts.
constexpr WordTable
    kWords(std::to_array<std::pair<std::string_view, AddressWord>>({{"am", AddressWord::connector},
                                                                    {"an", AddressWord::connector},
                                                                    {"and", AddressWord::connector},
                                                                    {"d", AddressWord::connector},
                                                                    {"da", AddressWord::connector},
                                                                    {"das", AddressWord::connector},
                                                                    {"de", AddressWord::connector},
                                                                    {"del", AddressWord::connector},
                                                                    {"della", AddressWord::connector},
                                                                    {"den", AddressWord::connector},
                                                                    {"der", AddressWord::connector},
                                                                    {"des", AddressWord::connector},
                                                                    {"di", AddressWord::connector},
                                                                    {"do", AddressWord::connector},
                                                                    {"dos", AddressWord::connector},
                                                                    {"du", AddressWord::connector},
                                                                    {"e", AddressWord::connector},
                                                                    {"i", AddressWord::connector},
                                                                    {"im", AddressWord::connector},
                                                                    {"la", AddressWord::connector},
                                                                    {"le", AddressWord::connector},
                                                                    {"les", AddressWord::connector},
                                                                    {"na", AddressWord::connector},
                                                                    {"nad", AddressWord::connector},
                                                                    {"of", AddressWord::connector},
                                                                    {"pod", AddressWord::connector},
                                                                    {"sur", AddressWord::connector},
                                                                    {"the", AddressWord::connector},
                                                                    {"u", AddressWord::connector},
                                                                    {"und", AddressWord::connector},
                                                                    {"upon", AddressWord::connector},
                                                                    {"v", AddressWord::connector},
                                                                    {"van", AddressWord::connector},
                                                                    {"von", AddressWord::connector},
                                                                    {"y", AddressWord::connector},
                                                                    {"alley", AddressWord::street},
                                                                    {"aly", AddressWord::street},
                                                                    {"av", AddressWord::street},
                                                                    {"ave", AddressWord::street},
                                                                    {"avenue", AddressWord::street},
                                                                    {"blvd", AddressWord::street},
                                                                    {"boulevard", AddressWord::street},
                                                                    {"bridge", AddressWord::street},
                                                                    {"broadway", AddressWord::street},
                                                                    {"bypass", AddressWord::street},
                                                                    {"causeway", AddressWord::street},
                                                                    {"cir", AddressWord::street},
                                                                    {"circle", AddressWord::street},
                                                                    {"close", AddressWord::street},
                                                                    {"commons", AddressWord::street},
                                                                    {"court", AddressWord::street},
                                                                    {"cove", AddressWord::street},
                                                                    {"cres", AddressWord::street},
                                                                    {"crescent", AddressWord::street},
                                                                    {"crossing", AddressWord::street},
                                                                    {"ct", AddressWord::street},
                                                                    {"dr", AddressWord::street},
                                                                    {"drive", AddressWord::street},
                                                                    {"esplanade", AddressWord::street},
                                                                    {"expressway", AddressWord::street},
                                                                    {"expy", AddressWord::street},
                                                                    {"extension", AddressWord::street},
                                                                    {"freeway", AddressWord::street},
                                                                    {"fwy", AddressWord::street},
                                                                    {"gardens", AddressWord::street},
                                                                    {"gate", AddressWord::street},
                                                                    {"grove", AddressWord::street},
                                                                    {"highway", AddressWord::street},
                                                                    {"hill", AddressWord::street},
                                                                    {"hollow", AddressWord::street},
                                                                    {"hwy", AddressWord::street},
                                                                    {"island", AddressWord::street},
                                                                    {"isle", AddressWord::street},
                                                                    {"junction", AddressWord::street},
                                                                    {"landing", AddressWord::street},
                                                                    {"lane", AddressWord::street},
                                                                    {"ln", AddressWord::street},
                                                                    {"loop", AddressWord::street},
                                                                    {"mall", AddressWord::street},
                                                                    {"manor", AddressWord::street},
                                                                    {"meadow", AddressWord::street},
                                                                    {"mews", AddressWord::street},
                                                                    {"motorway", AddressWord::street},
                                                                    {"parade", AddressWord::street},
                                                                    {"park", AddressWord::street},
                                                                    {"parkway", AddressWord::street},
                                                                    {"pass", AddressWord::street},
                                                                    {"passage", AddressWord::street},
                                                                    {"path", AddressWord::street},
                                                                    {"pike", AddressWord::street},
                                                                    {"pkwy", AddressWord::street},
                                                                    {"pl", AddressWord::street},
                                                                    {"place", AddressWord::street},
                                                                    {"plaza", AddressWord::street},
                                                                    {"plz", AddressWord::street},
                                                                    {"point", AddressWord::street},
                                                                    {"promenade", AddressWord::street},
                                                                    {"quay", AddressWord::street},
                                                                    {"rd", AddressWord::street},
                                                                    {"ridge", AddressWord::street},
                                                                    {"road", AddressWord::street},
                                                                    {"row", AddressWord::street},
                                                                    {"run", AddressWord::street},
                                                                    {"shore", AddressWord::street},
                                                                    {"shores", AddressWord::street},
                                                                    {"spur", AddressWord::street},
                                                                    {"sq", AddressWord::street},
                                                                    {"square", AddressWord::street},
                                                                    {"st", AddressWord::street},
                                                                    {"str", AddressWord::street},
                                                                    {"street", AddressWord::street},
                                                                    {"ter", AddressWord::street},
                                                                    {"terr", AddressWord::street},
                                                                    {"terrace", AddressWord::street},
                                                                    {"tpke", AddressWord::street},
                                                                    {"trail", AddressWord::street},
                                                                    {"trl", AddressWord::street},
                                                                    {"turnpike", AddressWord::street},
                                                                    {"underpass", AddressWord::street},
                                                                    {"union", AddressWord::street},
                                                                    {"valley", AddressWord::street},
                                                                    {"view", AddressWord::street},
                                                                    {"vista", AddressWord::street},
                                                                    {"walk", AddressWord::street},
                                                                    {"way", AddressWord::street},
                                                                    {"wharf", AddressWord::street},
                                                                    {"allée", AddressWord::leading},
                                                                    {"cours", AddressWord::leading},
                                                                    {"sentier", AddressWord::leading},
                                                                    {"faubourg", AddressWord::leading},
                                                                    {"c/", AddressWord::leading},
                                                                    {"cra", AddressWord::leading},
                                                                    {"ronda", AddressWord::leading},
                                                                    {"plaça", AddressWord::leading},
                                                                    {"alameda", AddressWord::leading},
                                                                    {"rambla", AddressWord::leading},
                                                                    {"glorieta", AddressWord::leading},
                                                                    {"piaţa", AddressWord::leading},
                                                                    {"aleja", AddressWord::leading},
                                                                    {"aleje", AddressWord::leading},
                                                                    {"plac", AddressWord::leading},
                                                                    {"trg", AddressWord::leading},
                                                                    {"náměstí", AddressWord::leading},
                                                                    {"calçada", AddressWord::leading},
                                                                    {"beco", AddressWord::leading},
                                                                    {"ladeira", AddressWord::leading},
                                                                    {"rodovia", AddressWord::leading},
                                                                    {"lungotevere", AddressWord::leading},
                                                                    {"contrada", AddressWord::leading},
                                                                    {"localita", AddressWord::leading},
                                                                    {"località", AddressWord::leading},
                                                                    {"avda", AddressWord::leading},
                                                                    {"avenida", AddressWord::leading},
                                                                    {"calle", AddressWord::leading},
                                                                    {"camino", AddressWord::leading},
                                                                    {"carrer", AddressWord::leading},
                                                                    {"carrera", AddressWord::leading},
                                                                    {"carretera", AddressWord::leading},
                                                                    {"chaussee", AddressWord::leading},
                                                                    {"chemin", AddressWord::leading},
                                                                    {"corso", AddressWord::leading},
                                                                    {"estrada", AddressWord::leading},
                                                                    {"impasse", AddressWord::leading},
                                                                    {"largo", AddressWord::leading},
                                                                    {"paseo", AddressWord::leading},
                                                                    {"passeig", AddressWord::leading},
                                                                    {"piazza", AddressWord::leading},
                                                                    {"piazzale", AddressWord::leading},
                                                                    {"pra\xC3\xA7"
                                                                     "a",
                                                                     AddressWord::leading},
                                                                    {"quai", AddressWord::leading},
                                                                    {"rua", AddressWord::leading},
                                                                    {"rue", AddressWord::leading},
                                                                    {"strada", AddressWord::leading},
                                                                    {"travessa", AddressWord::leading},
                                                                    {"ul", AddressWord::leading},
                                                                    {"ulica", AddressWord::leading},
                                                                    {"via", AddressWord::leading},
                                                                    {"viale", AddressWord::leading},
                                                                    {"vicolo", AddressWord::leading},
                                                                    {"#", AddressWord::unit},
                                                                    {"apartment", AddressWord::unit},
                                                                    {"apt", AddressWord::unit},
                                                                    {"bldg", AddressWord::unit},
                                                                    {"building", AddressWord::unit},
                                                                    {"fl", AddressWord::unit},
                                                                    {"flat", AddressWord::unit},
                                                                    {"floor", AddressWord::unit},
                                                                    {"rm", AddressWord::unit},
                                                                    {"room", AddressWord::unit},
                                                                    {"ste", AddressWord::unit},
                                                                    {"suite", AddressWord::unit},
                                                                    {"unit", AddressWord::unit}}));
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
                                                            "ntie",
                                                            "polku",
                                                            "kuja",
                                                            "utca",
                                                            "ulica",
                                                            "prospekt"});
constexpr auto kStates = std::to_array<std::string_view>(
    {"AA", "AE", "AK", "AL", "AP", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA",
     "GU", "HI", "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO",
     "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "PR",
     "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VI", "VT", "WA", "WI", "WV", "WY"});

template <typename List>
bool holds(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

/// "YO1", "SW1A", "M5B".
bool isHalfCode(std::string_view word) {
    return word.size() >= 2 && word.size() <= 4 && isUpper(word.front()) &&
           std::ranges::any_of(word, isDigit) &&
           std::ranges::all_of(word, [](char c) { return isUpper(c) || isDigit(c); });
}

AddressWord numberKind(std::string_view word) {
    const auto firstOther = std::ranges::find_if_not(word, isDigit);
    const std::string_view tail(firstOther, word.end());
    const auto digits = static_cast<std::size_t>(firstOther - word.begin());
    if (tail.empty()) {
        return digits <= 6 ? AddressWord::number : AddressWord::other;
    }
    if (tail.size() == 2 && digits <= 4 && tail != "AM" && tail != "PM" &&
        (isUpper(tail[0]) || isDigit(tail[0])) && (isUpper(tail[1]) || isDigit(tail[1]))) {
        return AddressWord::code;
    }
    const LowerWord folded(tail);
    const auto lower = folded.view();
    if (lower == "th" || lower == "st" || lower == "nd" || lower == "rd") {
        return AddressWord::ordinal;
    }
    const bool range = tail.size() >= 2 && tail.size() <= 5 && (tail.front() == '-' || tail.front() == '/') &&
                       std::ranges::all_of(tail.substr(1), isDigit);
    return digits <= 6 && (range || (tail.size() == 1 && isLetter(tail.front()))) ? AddressWord::number
                                                                                  : AddressWord::other;
}

constexpr WordEnds kCompoundEnds(kCompound);

/// "Hauptstrasse".
bool isCompound(std::string_view word) {
    if (!kCompoundEnds.mayEnd(word)) {
        return false;
    }
    const LowerWord folded(word);
    const auto lower = folded.view();
    return lower.size() > 5 && std::ranges::any_of(kCompound, [&](auto end) {
               return lower.size() > end.size() + 2 && lower.ends_with(end);
           });
}

} // namespace

AddressWord addressWord(std::string_view word) {
    if (word.empty() || isDigit(word.front())) {
        return word.empty() ? AddressWord::other : numberKind(word);
    }
    const auto bare = word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
    if (bare.empty()) {
        return AddressWord::other;
    }
    if (isHalfCode(bare)) {
        return AddressWord::code;
    }
    if (bare.size() == 2 && isUpper(bare[0]) && isUpper(bare[1]) && bare != "ST" && bare != "CT" &&
        holds(kStates, bare)) {
        return AddressWord::state;
    }
    if (const AddressWord* known = kWords.findAnyCase(bare)) {
        return *known;
    }
    if (!isUpper(bare.front()) && !isHighByte(bare.front())) {
        return AddressWord::other;
    }
    return isCompound(bare) ? AddressWord::compound : AddressWord::capital;
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
    for (const auto& [word, kind] : kWords.entries()) {
        out += word;
        out += static_cast<char>('0' + static_cast<int>(kind));
    }
    add(kCompound);
    add(kStates);
    return out;
}

} // namespace goldpan::redact
