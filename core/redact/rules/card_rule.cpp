// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/rules.h"
#include "core/redact/scan/near_words.h"
#include "core/redact/scan/word_table.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::size_t kFewestDigits = 12;
constexpr std::size_t kMostDigits = 19;

struct Issuer {
    int first; ///< of the leading digits, as many as `first` has
    int last;
    std::uint32_t lengths; ///< bit n: n digits
    bool telling;          ///< few other numbers begin so
};

constexpr std::uint32_t digits(auto... counts) {
    return ((1U << static_cast<unsigned>(counts)) | ...);
}

// ISO/IEC 7812 ranges as the networks publish them; the widest last.
constexpr auto kIssuers = std::to_array<Issuer>({
    {34, 34, digits(15), true},                              // American Express
    {37, 37, digits(15), true},                              // American Express
    {300, 305, digits(14, 16), true},                        // Diners Club
    {3095, 3095, digits(14, 16), true},                      // Diners Club
    {36, 36, digits(14, 16), true},                          // Diners Club
    {38, 39, digits(14, 16), true},                          // Diners Club
    {3528, 3589, digits(16, 17, 18, 19), true},              // JCB
    {1800, 1800, digits(15), true},                          // JCB
    {2131, 2131, digits(15), true},                          // JCB
    {2200, 2204, digits(16, 17, 18, 19), true},              // Mir
    {2221, 2720, digits(16), true},                          // Mastercard
    {51, 55, digits(16), true},                              // Mastercard
    {4, 4, digits(13, 16, 19), true},                        // Visa
    {6011, 6011, digits(16, 17, 18, 19), true},              // Discover
    {644, 649, digits(16, 17, 18, 19), true},                // Discover
    {65, 65, digits(16, 17, 18, 19), true},                  // Discover
    {60, 60, digits(16), true},                              // RuPay
    {81, 82, digits(16), true},                              // RuPay
    {62, 62, digits(16, 17, 18, 19), true},                  // UnionPay
    {636, 639, digits(16, 17, 18, 19), true},                // InstaPayment, Maestro
    {1, 1, digits(15), false},                               // UATP
    {50, 50, digits(12, 13, 14, 15, 16, 17, 18, 19), false}, // Maestro
    {56, 58, digits(12, 13, 14, 15, 16, 17, 18, 19), false}, // Maestro
    {6, 6, digits(12, 13, 14, 15, 16, 17, 18, 19), false},   // Maestro
});

constexpr auto kCardWords = std::to_array<std::string_view>({
    "amex",
    "american",
    "card",
    "cards",
    "carta",
    "carte",
    "cartao",
    "cc",
    "credit",
    "debit",
    "diners",
    "discover",
    "jcb",
    "karte",
    "kredit",
    "kreditkarte",
    "maestro",
    "mastercard",
    "mc",
    "pan",
    "tarjeta",
    "visa",
    "unionpay",
    "rupay",
    "mir",
    "elo",
    "verve",
    "troy",
    "karta",
    "karty",
    "kartu",
    "kart",
    "kort",
    "kortti",
    "kaart",
    "creditcard",
    "creditcardnummer",
    "kartennummer",
    "kreditkartennummer",
    "kartennr",
    "cardnumber",
    "cartes",
    "cart\xC3\xA3o",
    "cardholder",
    "ccnum",
    "kreditkort",
    "kontokort",
    "карта",
    "карты",
});

// Words of paying: enough for a number that both its issuer and its check digit speak for.
constexpr auto kPayWords = std::to_array<std::string_view>({
    "billed",
    "charge",
    "charged",
    "cvc",
    "cvv",
    "exp",
    "expires",
    "expiry",
    "paid",
    "pay",
    "payment",
    "refund",
});

constexpr WordTable kCardTable(withValue(kCardWords, true));
constexpr WordTable kPayTable(withValue(kPayWords, true));

constexpr auto kCardInside =
    std::to_array<std::string_view>({"卡号", "卡號", "信用卡", "银行卡", "カード", "카드", "कार्ड"});

bool passesLuhn(std::string_view number) {
    int sum = 0;
    bool twice = false;
    for (std::size_t i = number.size(); i-- > 0; twice = !twice) {
        const int digit = (number[i] - '0') * (twice ? 2 : 1);
        sum += digit > 9 ? digit - 9 : digit;
    }
    return sum % 10 == 0;
}

const Issuer* issuerOf(std::string_view number) {
    for (const Issuer& issuer : kIssuers) {
        std::size_t width = 1;
        for (int rest = issuer.first; rest >= 10; rest /= 10) {
            ++width;
        }
        int lead = 0;
        for (const char c : number.substr(0, width)) {
            lead = lead * 10 + (c - '0');
        }
        if (lead >= issuer.first && lead <= issuer.last && (issuer.lengths >> number.size() & 1U) != 0) {
            return &issuer;
        }
    }
    return nullptr;
}

enum class CardWord : std::uint8_t {
    none,
    pay,
    card,
};

CardWord cardWord(NearWords words) {
    CardWord strongest = CardWord::none;
    for (std::size_t i = 0; words.has(i); ++i) {
        if (kCardTable.findAnyCase(words[i]) != nullptr ||
            (std::ranges::any_of(words[i], isHighByte) &&
             std::ranges::any_of(kCardInside, [&](auto part) { return words[i].contains(part); }))) {
            return CardWord::card;
        }
        if (kPayTable.findAnyCase(words[i]) != nullptr) {
            strongest = CardWord::pay;
        }
    }
    return strongest;
}

/// "EAN 4080153073372": numbers of goods have check digits too, and lengths that cards have.
bool isProductCode(NearWords words) {
    static constexpr auto kCodes = std::to_array<std::string_view>({"ean", "gtin", "upc", "isbn", "barcode"});
    return words.has(0) && std::ranges::find(kCodes, LowerWord(words[0]).view()) != kCodes.end();
}

bool isUsualLength(std::string_view number) {
    return number.size() == 16 || number.size() == 15 || number.size() == 14 || number.size() == 13;
}

/// As cards are embossed: fours, with what is left at the end.
bool isInFours(const NumberRun& run, std::size_t last) {
    for (std::size_t i = 0; i < last; ++i) {
        if (run.groups[i].size() != 4) {
            return false;
        }
    }
    return last >= 3 && run.groups[last].size() <= 4;
}

/// Groups as they are printed: one separator throughout, none of one digit.
bool isGrouped(const NumberRun& run, std::size_t last) {
    for (std::size_t i = 0; i < last; ++i) {
        const char mark = separatorMark(run.separators[i]);
        if ((mark != ' ' && mark != '-' && mark != '.') || run.separators[i] != run.separators[0] ||
            run.groups[i].size() < 2) {
            return false;
        }
    }
    return true;
}

} // namespace

std::optional<PiiSpan> matchCard(const Site& site) {
    const NumberRun& run = site.run;
    if (run.count == 0 || run.plus || run.digitsTo[run.count - 1] < kFewestDigits) {
        return std::nullopt;
    }
    const std::size_t begin = run.groups[0].begin;
    if (const char c = site.scan.before(begin); gluedBefore(site.scan, begin) && c != '#') {
        return std::nullopt;
    }
    // A whole card first: behind it may stand its date or code.
    std::optional<PiiSpan> weaker;
    for (std::size_t last = run.count; last-- > 0;) {
        const auto number = run.digitsOf(last);
        const std::size_t end = run.groups[last].end;
        if (number.size() < kFewestDigits || number.size() > kMostDigits || !isGrouped(run, last) ||
            gluedAfter(site.scan, end) ||
            std::ranges::all_of(number, [&](char c) { return c == number.front(); })) {
            continue;
        }
        const Issuer* issuer = issuerOf(number);
        const bool luhn = passesLuhn(number);
        if (!luhn && issuer == nullptr) {
            continue;
        }
        const bool both = luhn && issuer != nullptr;
        const bool printed = last == 0 || run.groups[0].size() == 4;
        const PiiSpan span{begin, end, PiiType::creditCard};
        if (last == 0 && isProductCode(NearWords::before(site.scan, begin))) {
            continue;
        }
        if (both && ((issuer->telling && isUsualLength(number) && printed) || isInFours(run, last))) {
            return span;
        }
        const CardWord word = std::max(cardWord(NearWords::before(site.scan, begin)),
                                       cardWord(NearWords::after(site.scan, end)));
        if (both && word != CardWord::none) {
            return span;
        }
        weaker = !weaker && word == CardWord::card ? std::optional(span) : weaker;
    }
    return weaker;
}

} // namespace goldpan::redact
