// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/address_place.h"

#include "core/redact/address_words.h"
#include "core/redact/word_table.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace goldpan::redact {
namespace {

constexpr std::size_t kBytesBack = 80;

// Lower case (of ASCII); what ends in ':' or '=' may stand in quotes, as a key of JSON does.
constexpr auto kLeads = std::to_array<std::string_view>({"address is ",
                                                         "address:",
                                                         "address=",
                                                         "address ",
                                                         "addr:",
                                                         "street:",
                                                         "address>",
                                                         "live at ",
                                                         "lives at ",
                                                         "living at ",
                                                         "lived at ",
                                                         "located at ",
                                                         "reside at ",
                                                         "resides at ",
                                                         "residing at ",
                                                         "residence at ",
                                                         "deliver to ",
                                                         "deliver it to ",
                                                         "deliver at ",
                                                         "delivered to ",
                                                         "ship to ",
                                                         "ship it to ",
                                                         "shipped to ",
                                                         "send it to ",
                                                         "sent to ",
                                                         "mail to ",
                                                         "mail it to ",
                                                         "moved to ",
                                                         "move to ",
                                                         "based at ",
                                                         "office at ",
                                                         "office:",
                                                         "headquartered at ",
                                                         "visit us at ",
                                                         "we're at ",
                                                         "we are at ",
                                                         "label:",
                                                         "adresse:",
                                                         "adresse ist ",
                                                         "adresse :",
                                                         "adresse lautet ",
                                                         "anschrift:",
                                                         "anschrift ist ",
                                                         "wohne in der ",
                                                         "wohne in ",
                                                         "wohnhaft in ",
                                                         "wohnhaft ",
                                                         "gezogen nach ",
                                                         "bitte an ",
                                                         "adresse est ",
                                                         "livraison :",
                                                         "habite au ",
                                                         "habite ",
                                                         "domicili\xC3\xA9 au ",
                                                         "domicili\xC3\xA9 ",
                                                         "livrer au ",
                                                         "livrer \xC3\xA0 ",
                                                         "direcci\xC3\xB3n es ",
                                                         "direcci\xC3\xB3n:",
                                                         "direccion:",
                                                         "vivo en ",
                                                         "domicilio en ",
                                                         "domicilio:",
                                                         "enviar a ",
                                                         "indirizzo \xC3\xA8 ",
                                                         "indirizzo:",
                                                         "abito in ",
                                                         "residente in ",
                                                         "spedire a ",
                                                         "adres:",
                                                         "adres is ",
                                                         "woon op ",
                                                         "woon in ",
                                                         "bezorgen op ",
                                                         "dostawy:",
                                                         "mieszkam przy ",
                                                         "zamieszka\xC5\x82y ",
                                                         "morada \xC3\xA9 ",
                                                         "morada:",
                                                         "endere\xC3\xA7o \xC3\xA9 ",
                                                         "endere\xC3\xA7o:",
                                                         "moro na ",
                                                         "moro em ",
                                                         "entregar na ",
                                                         "entregar em ",
                                                         "adress:",
                                                         "adressen \xC3\xA4r ",
                                                         "адрес: ",
                                                         "Адрес: "});

// A word of each of them: tells most texts that hold none.
constexpr WordTable kTelling(
    std::to_array<std::pair<std::string_view, bool>>({{"address", true},   {"addr", true},
                                                      {"street", true},    {"live", true},
                                                      {"lives", true},     {"living", true},
                                                      {"lived", true},     {"located", true},
                                                      {"reside", true},    {"resides", true},
                                                      {"residing", true},  {"residence", true},
                                                      {"deliver", true},   {"delivered", true},
                                                      {"ship", true},      {"shipped", true},
                                                      {"send", true},      {"sent", true},
                                                      {"mail", true},      {"moved", true},
                                                      {"move", true},      {"based", true},
                                                      {"office", true},    {"headquartered", true},
                                                      {"visit", true},     {"we", true},
                                                      {"label", true},     {"adresse", true},
                                                      {"anschrift", true}, {"wohne", true},
                                                      {"wohnhaft", true},  {"gezogen", true},
                                                      {"bitte", true},     {"livraison", true},
                                                      {"habite", true},    {"domicili\xC3\xA9", true},
                                                      {"livrer", true},    {"direcci\xC3\xB3n", true},
                                                      {"direccion", true}, {"vivo", true},
                                                      {"domicilio", true}, {"enviar", true},
                                                      {"indirizzo", true}, {"abito", true},
                                                      {"residente", true}, {"spedire", true},
                                                      {"adres", true},     {"woon", true},
                                                      {"bezorgen", true},  {"dostawy", true},
                                                      {"mieszkam", true},  {"zamieszka\xC5\x82y", true},
                                                      {"morada", true},    {"endere\xC3\xA7o", true},
                                                      {"moro", true},      {"entregar", true},
                                                      {"adress", true},    {"adressen", true},
                                                      {"адрес", true},     {"Адрес", true},
                                                      {"umgezogen", true}}));

bool isTelling(std::string_view lead) {
    for (std::size_t at = 0; at < lead.size();) {
        std::size_t end = at;
        while (end < lead.size() && (isLetter(lead[end]) || isHighByte(lead[end]))) {
            ++end;
        }
        if (end > at && kTelling.find(LowerWord(lead.substr(at, end - at)).view()) != nullptr) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

bool isBetween(char c) {
    return std::string_view(" ,.#/-\"'()").contains(c);
}

/// Words of an address only: with a capital, of the little ones of streets, with digits, of scripts without
/// spaces.
bool mayBelong(std::string_view between) {
    for (std::size_t at = 0; at < between.size();) {
        if (isBetween(between[at]) || isDigit(between[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < between.size() && !isBetween(between[end])) {
            ++end;
        }
        const auto word = between.substr(at, end - at);
        if (!isLetter(word.front()) && !isHighByte(word.front())) {
            return false;
        }
        if (addressWord(word) == AddressWord::other) {
            return false;
        }
        at = end;
    }
    return true;
}

} // namespace

/// "my address is", "lives at", "deliver it to": what follows is where somebody is.
bool namesPlace(NearWords words) {
    static constexpr auto kNear =
        std::to_array<std::string_view>({"at", "to", "is", "in", "with", "same", "address"});
    static constexpr auto kPlace = std::to_array<std::string_view>(
        {"address",   "addresses", "live",       "lives",  "lived",   "living",    "located", "deliver",
         "delivered", "delivery",  "ship",       "mail",   "sent",    "send",      "return",  "taxi",
         "arrived",   "moved",     "directions", "reside", "resides", "residence", "home"});
    const auto holds = [](const auto& list, std::string_view word) {
        return std::ranges::find(list, LowerWord(word).view()) != list.end();
    };
    if (!words.has(0) || !holds(kNear, words[0])) {
        return false;
    }
    for (std::size_t i = 0; words.has(i); ++i) {
        if (holds(kPlace, words[i])) {
            return true;
        }
    }
    return false;
}

std::size_t placeBefore(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const std::size_t floor =
        std::max(scan.claimedTo() <= pos ? scan.claimedTo() : pos, pos > kBytesBack ? pos - kBytesBack : 0);
    if (!isTelling(text.substr(floor, pos - floor))) {
        return pos;
    }
    std::string lead(text.substr(floor, pos - floor));
    const std::size_t line = lead.rfind('\n');
    const std::size_t from = line == std::string::npos ? 0 : line + 1;
    std::ranges::transform(lead, lead.begin(), lowerAscii);
    std::size_t best = 0;
    for (const auto phrase : kLeads) {
        const std::size_t bare = phrase.size() - (phrase.back() == ':' || phrase.back() == '=' ? 1 : 0);
        std::size_t found = lead.rfind(phrase.substr(0, bare));
        if (found == std::string::npos || found < from || (found > 0 && isLetter(lead[found - 1]))) {
            continue;
        }
        std::size_t end = found + bare;
        if (bare != phrase.size()) {
            const std::size_t quote = end < lead.size() && lead[end] == '"' ? 1 : 0;
            if (end + quote >= lead.size() || lead[end + quote] != phrase.back()) {
                continue;
            }
            end += quote + 1;
        }
        best = std::max(best, end);
    }
    if (best == 0) {
        return pos;
    }
    std::size_t begin = floor + best;
    while (begin < pos && text[begin] != '#' && isBetween(text[begin])) {
        ++begin;
    }
    return mayBelong(text.substr(begin, pos - begin)) ? begin : pos;
}

} // namespace goldpan::redact
