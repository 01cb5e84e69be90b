// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/rules.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goldpan::redact {
namespace {

using Country = std::pair<std::string_view, std::size_t>;

// The IBAN registry, and the countries that use the form without standing in it.
constexpr auto kLengths = std::to_array<Country>({
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AO", 25}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16},
    {"BF", 28}, {"BG", 22}, {"BH", 22}, {"BI", 27}, {"BJ", 28}, {"BR", 29}, {"BY", 28}, {"CF", 27},
    {"CG", 27}, {"CH", 21}, {"CI", 28}, {"CM", 27}, {"CR", 22}, {"CV", 25}, {"CY", 28}, {"CZ", 24},
    {"DE", 22}, {"DJ", 27}, {"DK", 18}, {"DO", 28}, {"DZ", 26}, {"EE", 20}, {"EG", 29}, {"ES", 24},
    {"FI", 18}, {"FK", 18}, {"FO", 18}, {"FR", 27}, {"GA", 27}, {"GB", 22}, {"GE", 22}, {"GI", 23},
    {"GL", 18}, {"GQ", 27}, {"GR", 27}, {"GT", 28}, {"GW", 25}, {"HN", 28}, {"HR", 21}, {"HU", 28},
    {"IE", 22}, {"IL", 23}, {"IQ", 23}, {"IR", 26}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KM", 27},
    {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LC", 32}, {"LI", 21}, {"LT", 20}, {"LU", 20}, {"LV", 21},
    {"LY", 25}, {"MA", 28}, {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MG", 27}, {"MK", 19}, {"ML", 28},
    {"MN", 20}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"MZ", 25}, {"NE", 28}, {"NI", 28}, {"NL", 18},
    {"NO", 15}, {"OM", 23}, {"PK", 24}, {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24},
    {"RS", 22}, {"RU", 33}, {"SA", 24}, {"SC", 31}, {"SD", 18}, {"SE", 24}, {"SI", 19}, {"SK", 24},
    {"SM", 27}, {"SN", 28}, {"SO", 23}, {"ST", 25}, {"SV", 28}, {"TD", 27}, {"TG", 28}, {"TL", 23},
    {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20}, {"YE", 30},
});
static_assert(std::ranges::is_sorted(kLengths, {}, &Country::first));

constexpr std::size_t kLongest = 34;

char upperAscii(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

bool passesMod97(std::string_view iban) {
    int rest = 0;
    for (std::size_t i = 0; i < iban.size(); ++i) {
        const char c = iban[(i + 4) % iban.size()];
        rest = isDigit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
    }
    return rest == 1;
}

} // namespace

std::optional<PiiSpan> matchIban(const Site& site) {
    const auto text = site.scan.text();
    if (site.pos < 2 || !isLetter(text[site.pos - 1]) || !isLetter(text[site.pos - 2]) ||
        !isDigit(site.scan.at(site.pos + 1))) {
        return std::nullopt;
    }
    const std::size_t begin = site.pos - 2;
    const std::array<char, 2> country{upperAscii(text[begin]), upperAscii(text[begin + 1])};
    const std::string_view code(country.data(), country.size());
    const auto found = std::ranges::lower_bound(kLengths, code, {}, &Country::first);
    if (found == kLengths.end() || found->first != code || site.scan.wordEndsAt(begin)) {
        return std::nullopt;
    }
    // The country says where it ends, not the text: "... 94 failed" would change the sum.
    std::array<char, kLongest> iban{};
    std::size_t length = 0;
    std::size_t at = begin;
    while (length < found->second && at < text.size()) {
        const char c = text[at];
        if (isLetter(c) || isDigit(c)) {
            iban[length++] = upperAscii(c);
        } else if (!((c == ' ' || c == '-') &&
                     (isLetter(site.scan.at(at + 1)) || isDigit(site.scan.at(at + 1))))) {
            return std::nullopt;
        }
        ++at;
    }
    if (length < found->second || site.scan.wordBeginsAt(at) || !passesMod97({iban.data(), length})) {
        return std::nullopt;
    }
    return PiiSpan{begin, at, PiiType::iban};
}

} // namespace goldpan::redact
