// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/secret/secret_values.h"

#include "core/redact/rules/secret/secret_prefixes.h"
#include "core/redact/scan/part_table.h"
#include "core/redact/scan/scan_text.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string>
#include <utility>

namespace goldpan::redact {
namespace {

constexpr std::size_t kShortestToken = 10;
constexpr std::size_t kShortestPassword = 5;
constexpr std::size_t kLongest = 4096;

constexpr PartTable kPlaceholders(std::to_array<std::pair<std::string_view, bool>>(
    {{"example", true},     {"placeholder", true}, {"changeme", true}, {"change_me", true},
     {"your", true},        {"xxxx", true},        {"****", true},     {"....", true},
     {"dummy", true},       {"redacted", true},    {"insert", true},   {"undefined", true},
     {"null", true},        {"none", true},        {"sample", true},   {"replace", true},
     {"process.env", true}, {"os.environ", true},  {"secrets.", true}, {"1234567890abcdef", true}}));

struct Counts {
    std::size_t digits = 0;
    std::size_t upper = 0;
    std::size_t lower = 0;
    std::size_t other = 0;
    std::size_t distinct = 0;
};

Counts countsOf(std::string_view value) {
    Counts counts;
    std::bitset<256> seen;
    for (const char c : value) {
        const bool digit = isDigit(c);
        const bool upper = c >= 'A' && c <= 'Z';
        const bool lower = c >= 'a' && c <= 'z';
        const auto byte = static_cast<unsigned char>(c);
        counts.digits += digit ? 1 : 0;
        counts.upper += upper ? 1 : 0;
        counts.lower += lower ? 1 : 0;
        counts.other += digit || upper || lower ? 0 : 1;
        counts.distinct += seen[byte] ? 0 : 1;
        seen[byte] = true;
    }
    return counts;
}

std::string lowerOf(std::string_view value) {
    std::string lower(value.substr(0, 64));
    std::ranges::transform(lower, lower.begin(), lowerAscii);
    return lower;
}

bool isPlaceholder(std::string_view value) {
    if (value.starts_with('$') || value.starts_with('%') || value.starts_with('<') ||
        value.starts_with('{')) {
        return true;
    }
    return kPlaceholders.isIn(lowerOf(value));
}

/// "config.token2", "./keys/v1", "my-app-config-2": words that somebody chose, joined by one mark.
bool isNamePath(std::string_view value) {
    if (value.starts_with('/') || value.starts_with("./") || value.starts_with("~/") ||
        value.contains("://")) {
        return true;
    }
    std::size_t words = 0;
    std::size_t run = 0;
    for (std::size_t i = 0; i <= value.size(); ++i) {
        const char c = i < value.size() ? value[i] : '_';
        if (isLetter(c)) {
            ++run;
        } else {
            words += run >= 3 && (c == '_' || c == '-' || c == '.' || c == '/') ? 1 : 0;
            run = 0;
        }
    }
    return words >= 2 && countsOf(value).digits <= 2 && value.size() < 40;
}

bool isMasked(std::string_view value) {
    const auto lower = lowerOf(value);
    return lower.contains("xxxx") || lower.contains("your") || lower.contains("****") ||
           lower.contains("....");
}

/// Letters of one word that people write there: "string", "required", in any case.
bool isCommonWord(std::string_view value) {
    static constexpr auto kCommon = std::to_array<std::string_view>(
        {"address",  "admin",     "authentication", "auto",      "basic",     "bearer",    "bool",
         "boolean",  "change",    "confirm",        "correct",   "current",   "default",   "disabled",
         "email",    "empty",     "enabled",        "encrypted", "enter",     "error",     "expired",
         "false",    "field",     "forgot",         "hash",      "hashed",    "hidden",    "incorrect",
         "input",    "integer",   "invalid",        "kennwort",  "login",     "manager",   "missing",
         "name",     "needed",    "number",         "object",    "optional",  "options",   "parola",
         "pass",     "passcode",  "passphrase",     "passwd",    "password",  "passwords", "passwort",
         "plain",    "plaintext", "private",        "prompt",    "protected", "provided",  "public",
         "required", "reset",     "secret",         "secure",    "senha",     "show",      "stdin",
         "store",    "stored",    "string",         "strong",    "submit",    "text",      "toggle",
         "token",    "true",      "type",           "unknown",   "update",    "user",      "username",
         "valid",    "validate",  "value",          "varchar",   "weak",      "wrong"});
    static_assert(std::ranges::is_sorted(kCommon));
    return std::ranges::binary_search(kCommon, lowerOf(value));
}

std::size_t longestRun(std::string_view value) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : value) {
        run = isLetter(c) || isDigit(c) ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

/// Letters in both cases as chance throws them; in camelCase the words are longer.
bool changesCase(std::string_view value) {
    std::size_t changes = 0;
    for (std::size_t i = 1; i < value.size(); ++i) {
        const bool upper = value[i] >= 'A' && value[i] <= 'Z';
        const bool upperBefore = value[i - 1] >= 'A' && value[i - 1] <= 'Z';
        changes += upper != upperBefore ? 1 : 0;
    }
    return changes >= 4 && changes * 3 > value.size();
}

/// "hxDQIDINcmgS": letters in both cases that nobody can say.
bool isUnsayable(std::string_view value, const Counts& counts) {
    constexpr std::size_t kMostConsonants = 4;
    std::size_t run = 0;
    std::size_t longest = 0;
    for (const char c : value) {
        run = isLetter(c) && !std::string_view("aeiouyAEIOUY").contains(c) ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return counts.upper >= 3 && counts.lower >= 3 && value.size() >= 8 && longest > kMostConsonants;
}

/// A group of digits for itself: "sunflower-42-lake".
bool holdsNumber(std::string_view value) {
    std::size_t digits = 0;
    bool apart = true;
    for (std::size_t i = 0; i <= value.size(); ++i) {
        const char c = i < value.size() ? value[i] : '-';
        if (isDigit(c)) {
            ++digits;
            continue;
        }
        if (apart && digits >= 2 && !isLetter(c)) {
            return true;
        }
        apart = !isLetter(c);
        digits = 0;
    }
    return false;
}

bool isPassword(std::string_view value, const Counts& counts, Joint joint) {
    if (counts.upper + counts.lower == 0) {
        return (joint == Joint::sure || joint == Joint::query) && counts.digits >= 4;
    }
    if (joint == Joint::sure || joint == Joint::query) {
        return value.size() >= 4 && !isCommonWord(value);
    }
    if (value.size() < kShortestPassword || counts.distinct < 4) {
        return false;
    }
    if (joint == Joint::loose) {
        static constexpr auto kWays = std::to_array<std::string_view>(
            {"base64", "base32", "sha", "md5", "utf-", "rot13", "argon2", "pbkdf2", "aes", "rc4"});
        const auto lower = lowerOf(value); // how one is kept, "the password is base64-encoded"
        if (std::ranges::any_of(kWays, [&](auto way) { return lower.starts_with(way); })) {
            return false;
        }
        return counts.digits > 0 ? !isNamePath(value) || holdsNumber(value)
                                 : changesCase(value) || isUnsayable(value, counts);
    }
    const bool hump = counts.upper > 1 || (counts.upper == 1 && isLower(value.front()));
    const bool word = counts.other == 0 && value.size() >= 6 && !isCommonWord(value);
    const bool mark = counts.other > 0 && std::ranges::any_of(value, [](char c) {
                          return std::string_view("!@#$%^&*?+~:").contains(c);
                      });
    return counts.digits > 0 || (hump && counts.lower > 0) || mark || (word && counts.upper == 0);
}

} // namespace

bool looksRandom(std::string_view value) {
    const Counts counts = countsOf(value);
    return counts.distinct >= 5 && (counts.digits > 0 || (counts.upper > 2 && counts.lower > 2)) &&
           !isMasked(value); // "AKIA...EXAMPLE" looks like one, and may be one
}

bool isKeyTail(std::string_view tail, bool marked) {
    return looksRandom(tail) ||
           (marked && longestRun(tail) >= 16 && countsOf(tail).distinct >= 5 && !isMasked(tail));
}

bool isSecretValue(KeyName key, std::string_view value, Joint joint) {
    if (value.size() > kLongest || isPlaceholder(value)) {
        return false;
    }
    const Counts counts = countsOf(value);
    if (key == KeyName::password) {
        return isPassword(value, counts, joint);
    }
    if (key == KeyName::clave) {
        return value.size() >= 8 && counts.distinct >= 5 && counts.digits > 0 &&
               counts.lower > 0 && // "AX-2024-001"
               (!isNamePath(value) || holdsNumber(value));
    }
    if (const std::size_t prefix = secretPrefix(value); prefix != 0) {
        return isKeyTail(value.substr(prefix), !isLetter(value[prefix - 1]));
    }
    if (value.size() < kShortestToken || counts.distinct < 5 || isNamePath(value)) {
        return false;
    }
    const std::size_t letters = counts.upper + counts.lower;
    if (key == KeyName::key) {
        const bool environment = joint == Joint::sure && value.size() >= 16 && counts.digits >= 3 &&
                                 letters >= 3 && counts.other == 0; // "export ACME_KEY=..."
        return environment || (value.size() >= 30 && counts.digits >= 4 && letters >= 4 && counts.other <= 2);
    }
    const auto lower = lowerOf(value);
    if (lower.contains("token") || lower.contains("secret") || lower.contains("password") ||
        lower.contains("_key")) {
        return false; // "ek_token_123" stands for one
    }
    if (letters == 0) {
        return counts.digits >= 16 && counts.other == 0;
    }
    const bool oneDigit = counts.digits == 1 && ((counts.upper >= 2 && counts.lower >= 2) ||
                                                 (counts.other == 0 && value.size() >= 14));
    const bool digits = counts.digits >= 2 || oneDigit;
    const bool mixed = value.size() >= 20 && counts.upper >= 4 && counts.lower >= 4 &&
                       (joint != Joint::loose || changesCase(value)) && longestRun(value) >= 12;
    const bool thrown = joint != Joint::loose && counts.other == 0 && counts.upper >= 3 &&
                        counts.lower >= 3 && changesCase(value); // "BdXJuCkNMECo"
    const bool oneCase = joint != Joint::loose && longestRun(value) >= 24 && counts.distinct >= 8;
    return digits || mixed || thrown || oneCase;
}

} // namespace goldpan::redact
