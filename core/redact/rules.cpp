// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules.h"

#include "core/redact/address_words.h"
#include "core/redact/cue_words.h"
#include "core/redact/id_lexicon.h"
#include "core/redact/secret_prefixes.h"
#include "core/redact/token_shape.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::uint8_t on(auto... triggers) {
    return static_cast<std::uint8_t>((static_cast<unsigned>(triggers) | ...));
}

constexpr auto kRules = std::to_array<Rule>({
    {PiiType::secret, "[SECRET]", "secret", 5,
     on(Trigger::digit, Trigger::pair, Trigger::dashes, Trigger::at, Trigger::prefix), 0, matchSecret},
    {PiiType::email, "[EMAIL]", "email", 4, on(Trigger::at), 0, matchEmail},
    {PiiType::iban, "[IBAN]", "iban", 2, on(Trigger::digit), 0, matchIban},
    {PiiType::creditCard, "[CREDIT_CARD]", "card", 4, on(Trigger::digit), 12, matchCard},
    {PiiType::ip, "[IP]", "ip", 4, on(Trigger::digit, Trigger::pair), 0, matchIp},
    {PiiType::passport, "[PASSPORT]", "passport", 4, on(Trigger::digit), 0, matchPaper},
    {PiiType::driverLicense, "[DRIVER_LICENSE]", "driver_license", 4, on(Trigger::none), 0, matchPaper},
    {PiiType::govId, "[GOV_ID]", "gov_id", 4, on(Trigger::none), 0, matchPaper},
    {PiiType::ssn, "[SSN]", "ssn", 3, on(Trigger::digit), 9, matchSsn},
    {PiiType::phone, "[PHONE]", "phone", 5, on(Trigger::digit), 6, matchPhone},
    {PiiType::address, "[ADDRESS]", "address", 3, on(Trigger::digit), 0, matchAddress},
});
static_assert(kRules.size() == kPiiTypeCount);

/// Raised whenever own rules are read differently: their cues, what of JSON they see.
constexpr int kOwnRulesVersion = 3;

constexpr auto kPrecedence = [] {
    std::array<std::size_t, kPiiTypeCount> places{};
    for (std::size_t i = 0; i < kRules.size(); ++i) {
        places[static_cast<std::size_t>(kRules[i].type)] = i;
    }
    return places;
}();

struct AskedList {
    std::array<AskedRule, kPiiTypeCount> rules{};
    std::size_t count = 0;
};

constexpr AskedList askedOn(Trigger trigger, std::size_t digits) {
    AskedList list;
    for (std::size_t i = 0; i < kRules.size(); ++i) {
        if ((kRules[i].triggers & static_cast<unsigned>(trigger)) != 0 && kRules[i].fewestDigits <= digits) {
            list.rules[list.count++] = {kRules[i].match, i};
        }
    }
    return list;
}

/// By the bit of the trigger.
constexpr auto kAsked = [] {
    std::array<AskedList, static_cast<std::size_t>(Trigger::prefix) + 1> lists{};
    for (std::size_t bit = 1; bit < lists.size(); bit *= 2) {
        lists[bit] = askedOn(static_cast<Trigger>(bit), 0);
    }
    return lists;
}();

/// At a run of digits, by how many there are.
constexpr auto kAskedAtDigits = [] {
    std::array<AskedList, std::ranges::max(kRules, {}, &Rule::fewestDigits).fewestDigits + 1> lists{};
    for (std::size_t digits = 0; digits < lists.size(); ++digits) {
        lists[digits] = askedOn(Trigger::digit, digits);
    }
    return lists;
}();

} // namespace

std::span<const AskedRule> rulesAt(Trigger trigger, std::size_t digits) {
    const AskedList& list = trigger == Trigger::digit
                                ? kAskedAtDigits[std::min(digits, kAskedAtDigits.size() - 1)]
                                : kAsked[static_cast<std::size_t>(trigger)];
    return {list.rules.data(), list.count};
}

std::span<const Rule> allRules() {
    return kRules;
}

std::string describeBuiltInRules() {
    std::string out =
        describeCues() + describeIdLexicon() + describeSecretPrefixes() + describeAddressWords();
    for (const Rule& rule : kRules) {
        out += rule.token;
        out += ' ';
        out += rule.name;
        out += ' ' + std::to_string(rule.version) + '\n';
    }
    out += "own " + std::to_string(kOwnRulesVersion) + '\n';
    return out;
}

std::size_t precedence(PiiType type) {
    return kPrecedence[static_cast<std::size_t>(type)];
}

std::string_view piiToken(PiiType type) {
    return type < PiiType::custom ? kRules[precedence(type)].token : kDroppedToken;
}

std::string_view piiTypeName(PiiType type) {
    const auto token = piiToken(type);
    return token.substr(1, token.size() - 2);
}

} // namespace goldpan::redact
