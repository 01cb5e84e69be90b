// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/id_cues.h"

#include "core/redact/id_words.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

using Role = PaperRole;

constexpr std::size_t kLicenceDigits = 7;

std::optional<PiiType> typeOf(Role role) {
    switch (role) {
    case Role::passport:
        return PiiType::passport;
    case Role::dl:
        return PiiType::driverLicense;
    case Role::gov:
        return PiiType::govId;
    default:
        return std::nullopt;
    }
}

/// The role of the first word behind `i` that is no filler, at most three words on.
Role roleBeside(NearWords& words, std::size_t i) {
    for (std::size_t k = i + 1; k <= i + 3 && words.has(k); ++k) {
        if (const Role role = paperRole(words[k]); role != Role::filler) {
            return role;
        }
    }
    return Role::none;
}

/// "ID card", not of a school or a shop.
bool isIdCard(NearWords& words, std::size_t card) {
    static constexpr auto kOthers =
        std::to_array<std::string_view>({"student", "employee", "member", "staff", "customer", "loyalty",
                                         "gift", "user", "session", "order"});
    if (LowerWord(words[card]).view() != "card" || !words.has(card + 1) ||
        LowerWord(words[card + 1]).view() != "id") {
        return false;
    }
    return !words.has(card + 2) ||
           std::ranges::find(kOthers, LowerWord(words[card + 2]).view()) == kOthers.end();
}

/// "IdNr.", "St.-Nr.": of the tax office.
bool isGermanShort(NearWords& words, std::size_t i) {
    return words[i] == "Nr" && words.has(i + 1) && (words[i + 1] == "Id" || words[i + 1] == "St");
}

bool isLicence(Role role) {
    return role == Role::licence || role == Role::dl;
}

/// Nothing but fillers and a state before it: "my Ohio license number", not "software license number".
bool isLast(NearWords& words, std::size_t i) {
    for (std::size_t k = i + 1; words.has(k); ++k) {
        if (const Role role = paperRole(words[k]); role != Role::filler && role != Role::part) {
            return false;
        }
    }
    return true;
}

/// "D.L.", "C.F.": two words of one capital, nearest first.
std::optional<PiiType> initials(NearWords& words, std::size_t i) {
    if (words[i].size() != 1 || !words.has(i + 1) || words[i + 1].size() != 1 ||
        words[i + 1].data()[1] != '.' || words[i].data() - words[i + 1].data() > 3) {
        return std::nullopt;
    }
    const char first = words[i + 1][0];
    const char second = words[i][0];
    if (first == 'D' && second == 'L') {
        return PiiType::driverLicense;
    }
    return first == 'C' && second == 'F' ? std::optional(PiiType::govId) : std::nullopt;
}

} // namespace

std::optional<PiiType> paperBefore(NearWords words, std::size_t digits) {
    bool number = false;
    bool kind = false;
    for (std::size_t i = 0; words.has(i); ++i) {
        const Role role = paperRole(words[i]);
        if (const auto type = typeOf(role)) {
            return type;
        }
        if (const auto type = initials(words, i)) {
            return type;
        }
        switch (role) {
        case Role::licence:
            return roleBeside(words, i) == Role::driver ||
                           (number && digits >= kLicenceDigits && isLast(words, i))
                       ? std::optional(PiiType::driverLicense)
                       : std::nullopt;
        case Role::driver: // "permis de conduire"
            return isLicence(roleBeside(words, i)) ? std::optional(PiiType::driverLicense) : std::nullopt;
        case Role::kind: {
            const Role beside = roleBeside(words, i);
            if (const auto type = typeOf(beside); type && type != PiiType::govId) {
                return type; // "passport (national) no."
            }
            if (number || kind || beside == Role::number || beside == Role::kind) {
                return PiiType::govId;
            }
            kind = true;
            break;
        }
        case Role::number:
            if (isIdCard(words, i) || isGermanShort(words, i)) {
                return PiiType::govId;
            }
            number = true;
            break;
        case Role::part:
            break;
        case Role::filler:
            break;
        default:
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<PiiType> paperAfter(NearWords words, const char* close) {
    bool said = false; // only "as my ...", "is my ..."
    for (std::size_t i = 0; words.has(i); ++i) {
        const Role role = paperRole(words[i]);
        if (const auto type = typeOf(role)) {
            const bool closed = words[i].data() + words[i].size() == close;
            return said || closed ? type : std::nullopt;
        }
        switch (role) {
        case Role::licence:
        case Role::driver: {
            const Role beside = roleBeside(words, i);
            const bool both = role == Role::licence ? beside == Role::driver : isLicence(beside);
            return said && both ? std::optional(PiiType::driverLicense) : std::nullopt;
        }
        case Role::kind:
        case Role::part: {
            const Role beside = roleBeside(words, i);
            if (!said) {
                return std::nullopt;
            }
            if (role == Role::kind && (beside == Role::number || beside == Role::kind)) {
                return PiiType::govId;
            }
            break; // "Thai passport"
        }
        case Role::number: // "as my n° de permis"
            break;
        case Role::filler: {
            static constexpr auto kVerbs = std::to_array<std::string_view>(
                {"as", "is", "ist", "es", "est", "é", "è", "jest", "to", "hai", "are", "was"});
            said = said || std::ranges::find(kVerbs, LowerWord(words[i]).view()) != kVerbs.end();
            break;
        }
        default:
            return std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace goldpan::redact
