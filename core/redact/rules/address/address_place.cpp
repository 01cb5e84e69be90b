// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/address/address_place.h"

#include "core/redact/rules/address/address_words.h"
#include "core/redact/scan/byte_set.h"
#include "core/redact/scan/last_bytes.h"
#include "core/redact/scan/word_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goldpan::redact {
namespace {

constexpr std::size_t kBytesBack = 80;
constexpr std::size_t kPhraseBytes = 28;
constexpr int kMostWords = 8;

// What stands right before an address, lower case (of ASCII).
// clang-format off
constexpr auto kPhrases = std::to_array<std::string_view>({
    "address is", "address", "live at", "lives at", "living at", "lived at", "located at", "reside at",
    "resides at", "residing at", "residence at", "deliver to", "deliver it to", "deliver at", "delivered to",
    "ship to", "ship it to", "shipped to", "send it to", "sent to", "mail to", "mail it to", "moved to",
    "move to", "based at", "office at", "headquartered at", "visit us at", "we're at", "we are at",
    "adresse ist", "adresse lautet", "anschrift ist", "wohne in der", "wohne in", "wohnhaft in", "wohnhaft",
    "gezogen nach", "bitte an", "adresse est", "habite au", "habite", "domicilié au", "domicilié", "livrer au",
    "livrer à", "dirección es", "vivo en", "domicilio en", "enviar a", "indirizzo è", "abito in",
    "residente in", "spedire a", "adres is", "woon op", "woon in", "bezorgen op", "mieszkam przy",
    "zamieszkały", "morada é", "endereço é", "moro na", "moro em", "entregar na", "entregar em", "adressen är",
});
// The words they end in: tell most texts that hold none.
constexpr WordTable kLastWords(std::to_array<std::pair<std::string_view, bool>>({
    {"is", true}, {"address", true}, {"at", true}, {"to", true}, {"ist", true}, {"lautet", true}, {"der", true},
    {"in", true}, {"wohnhaft", true}, {"nach", true}, {"an", true}, {"est", true}, {"au", true},
    {"habite", true}, {"domicilié", true}, {"à", true}, {"es", true}, {"en", true}, {"a", true}, {"è", true},
    {"op", true}, {"przy", true}, {"zamieszkały", true}, {"é", true}, {"na", true}, {"em", true}, {"är", true},
}));
// What names an address before a mark, as a form does or a key of JSON: "Adresse:", "\"street\":".
constexpr WordTable kHeads(std::to_array<std::pair<std::string_view, bool>>({
    {"address", true}, {"addr", true}, {"street", true}, {"office", true}, {"adresse", true},
    {"anschrift", true}, {"livraison", true}, {"dirección", true}, {"direccion", true}, {"domicilio", true},
    {"indirizzo", true}, {"adres", true}, {"dostawy", true}, {"morada", true}, {"endereço", true},
    {"adress", true}, {"rechnungsadresse", true}, {"lieferadresse", true},
    {"alamat", true}, {"adresim", true}, {"adresi", true}, {"bostad", true}, {"domiciliul", true}, {"adresa", true},
    {"bydliště", true}, {"osoite", true}, {"wohnhaft", true}, {"wohnort", true}, {"residenza", true},
    {"residencia", true}, {"bopæl", true}, {"shippingaddress", true}, {"billingaddress", true},
    {"streetaddress", true}, {"homeaddress", true}, {"mailingaddress", true}, {"deliveryaddress", true},
    {"postaladdress", true},
}));
// clang-format on

constexpr LastBytes kPhraseEnds(kPhrases);

constexpr ByteSet kBetween(" ,.#/-\"'()");
constexpr ByteSet kWordBytes([](char c) { return isLetter(c) || isDigit(c) || isHighByte(c); }, "");

bool isBetween(char c) {
    return kBetween.contains(c);
}

std::size_t wordBegin(std::string_view text, std::size_t floor, std::size_t end) {
    std::size_t begin = end;
    while (begin > floor && kWordBytes.contains(text[begin - 1])) {
        --begin;
    }
    return begin;
}

/// A head ends at the mark left of `end`.
bool isHeaded(std::string_view text, std::size_t floor, std::size_t end) {
    std::size_t at = end - 1;
    while (at > floor && (text[at - 1] == ' ' || text[at - 1] == '"')) {
        --at;
    }
    const std::size_t begin = wordBegin(text, floor, at);
    return kHeads.findAnyCase(text.substr(begin, at - begin)) != nullptr;
}

/// A phrase ends at `end`.
bool isAnnounced(std::string_view text, std::size_t floor, std::size_t end) {
    if (!kPhraseEnds.mayEnd(text.substr(0, end))) {
        return false;
    }
    const std::size_t from = end - std::min(end - floor, kPhraseBytes);
    const LowerWord lower(text.substr(from, end - from));
    const auto lead = lower.view();
    return std::ranges::any_of(kPhrases, [&](auto phrase) {
        return lead.ends_with(phrase) &&
               (lead.size() == phrase.size() || !isLetter(lead[lead.size() - phrase.size() - 1]));
    });
}

} // namespace

/// "my address is", "lives at", "deliver it to": what follows is where somebody is.
bool namesPlace(NearWords words) {
    static constexpr WordTable kNear(withValue(
        std::to_array<std::string_view>({"at", "to", "is", "in", "with", "same", "address"}), true));
    static constexpr WordTable kPlace(withValue(
        std::to_array<std::string_view>(
            {"address",   "addresses", "live",       "lives",  "lived",   "living",    "located", "deliver",
             "delivered", "delivery",  "ship",       "mail",   "sent",    "send",      "return",  "taxi",
             "arrived",   "moved",     "directions", "reside", "resides", "residence", "home"}),
        true));
    if (!words.has(0) || kNear.findAnyCase(words[0]) == nullptr) {
        return false;
    }
    for (std::size_t i = 0; words.has(i); ++i) {
        if (kPlace.findAnyCase(words[i]) != nullptr) {
            return true;
        }
    }
    return false;
}

std::size_t placeBefore(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const std::size_t floor =
        std::max(scan.claimedTo() <= pos ? scan.claimedTo() : pos, pos > kBytesBack ? pos - kBytesBack : 0);
    std::size_t begin = pos; // of what may belong to the address
    for (int words = 0; words < kMostWords; ++words) {
        std::size_t at = begin;
        while (at > floor && isBetween(text[at - 1])) {
            --at;
        }
        if (at == floor) {
            return pos;
        }
        const auto found = [&] {
            std::size_t first = at;
            while (first < pos && text[first] != '#' && isBetween(text[first])) {
                ++first;
            }
            return first;
        };
        if (text[at - 1] == ':' || text[at - 1] == '=' || text[at - 1] == '>') {
            return isHeaded(text, floor, at) ? found() : pos;
        }
        const std::size_t from = wordBegin(text, floor, at);
        const auto word = text.substr(from, at - from);
        if (kLastWords.findAnyCase(word) != nullptr && isAnnounced(text, floor, at)) {
            return found();
        }
        if (word.empty() || (!isDigit(word.front()) && addressWord(word) == AddressWord::other)) {
            return pos;
        }
        begin = from;
    }
    return pos;
}

} // namespace goldpan::redact
