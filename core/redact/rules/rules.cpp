// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/rules.h"

#include "core/redact/rules/address/address_words.h"
#include "core/redact/rules/cue_words.h"
#include "core/redact/rules/papers/id_lexicon.h"
#include "core/redact/rules/secret/secret_prefixes.h"
#include "core/redact/scan/token_shape.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::uint8_t on(auto... triggers) {
    return static_cast<std::uint8_t>((static_cast<unsigned>(triggers) | ...));
}

constexpr auto kRules = std::to_array<Rule>({
    {PiiType::secret, "secret", 19,
     on(Trigger::digit, Trigger::pair, Trigger::dashes, Trigger::at, Trigger::prefix), 0, matchSecret},
    {PiiType::email, "email", 6, on(Trigger::at, Trigger::pair), 0, matchEmail},
    {PiiType::iban, "iban", 2, on(Trigger::digit), 0, matchIban},
    {PiiType::creditCard, "card", 5, on(Trigger::digit), 12, matchCard},
    {PiiType::ip, "ip", 6, on(Trigger::digit, Trigger::pair), 0, matchIp},
    {PiiType::passport, "passport", 11, on(Trigger::digit), 0, matchPaper},
    {PiiType::driverLicense, "driver_license", 12, on(Trigger::none), 0, matchPaper},
    {PiiType::govId, "gov_id", 12, on(Trigger::none), 0, matchPaper},
    {PiiType::ssn, "ssn", 9, on(Trigger::digit), 9, matchSsn},
    {PiiType::phone, "phone", 12, on(Trigger::digit), 6, matchPhone},
    {PiiType::address, "address", 7, on(Trigger::digit), 0, matchAddress},
});
static_assert(kRules.size() == kPiiTypeCount);

/// Raised whenever own rules are read differently: their cues, what of JSON they see.
constexpr int kOwnRulesVersion = 12;

/// Raised whenever escapes of JSON in a text are read differently, which is so for all rules.
constexpr int kEscapesVersion = 2;

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
        out += piiToken(rule.type);
        out += ' ';
        out += rule.name;
        out += ' ' + std::to_string(rule.version) + '\n';
    }
    out += "escapes " + std::to_string(kEscapesVersion) + '\n';
    out += "own " + std::to_string(kOwnRulesVersion) + '\n';
    return out;
}

std::size_t precedence(PiiType type) {
    return kPrecedence[static_cast<std::size_t>(type)];
}

} // namespace goldpan::redact
