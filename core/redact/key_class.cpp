// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/json_redactor.h"
#include "core/redact/scan/scan_text.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr auto kUserNames = std::to_array<std::string_view>({
    "account",   "account id",  "account name",  "author",       "author id",  "author name",
    "customer",  "customer id", "customer name", "display name", "end user",   "end user id",
    "enduser",   "enduser id",  "full name",     "user",         "user id",    "user id hash",
    "user name", "user uuid",   "userid",        "username",     "customerid", "accountid",
});

constexpr auto kSecretWords = std::to_array<std::string_view>({
    "ip",        "ips",    "ipv4",     "ipv6",    "ipaddress",     "addr",   "address",
    "addresses", "street", "email",    "emails",  "mail",          "phone",  "telephone",
    "mobile",    "ssn",    "header",   "headers", "authorization", "cookie", "cookies",
    "useragent", "apikey", "password", "passwd",  "bearer",
});

constexpr auto kSecretPairs = std::to_array<std::string_view>({
    "user agent",
    "api key",
    "forwarded for",
    "auth token",
    "access token",
    "refresh token",
    "bearer token",
    "session token",
    "secret key",
    "client secret",
    "private key",
    "real ip",
});

/// "clientIPAddress", "client_ip-address" -> client, ip, address. Our own tokens are no words.
std::vector<std::string> wordsOf(std::string_view segment) {
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < segment.size(); ++i) {
        if (const std::size_t token = tokenAt(segment, i)) {
            words.back() += segment.substr(i, token);
            i += token - 1;
            continue;
        }
        const char c = segment[i];
        const bool word = isLetter(c) || isDigit(c) || isHighByte(c);
        const bool lowerBefore =
            i > 0 && (isDigit(segment[i - 1]) || (isLetter(segment[i - 1]) && !isUpper(segment[i - 1])));
        const bool lowerAfter =
            i + 1 < segment.size() && isLetter(segment[i + 1]) && !isUpper(segment[i + 1]);
        const bool upperBefore = i > 0 && isUpper(segment[i - 1]);
        const bool hump = isUpper(c) && (lowerBefore || (upperBefore && lowerAfter));
        if ((!word || hump) && !words.back().empty()) {
            words.emplace_back();
        }
        if (word) {
            words.back() += lowerAscii(c);
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

KeyClass classifySegment(std::string_view segment) {
    const auto words = wordsOf(segment);
    std::string joined;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool pair =
            i > 0 && std::ranges::find(kSecretPairs, words[i - 1] + ' ' + words[i]) != kSecretPairs.end();
        if (pair || std::ranges::find(kSecretWords, words[i]) != kSecretWords.end()) {
            return KeyClass::secret;
        }
        joined += (i == 0 ? "" : " ") + words[i];
    }
    return std::ranges::find(kUserNames, joined) != kUserNames.end() ? KeyClass::user : KeyClass::plain;
}

} // namespace

KeyClass classifyKey(std::string_view key) {
    KeyClass strongest = KeyClass::plain;
    while (true) {
        const std::size_t slash = key.find('/');
        strongest = std::max(strongest, classifySegment(key.substr(0, slash)));
        if (slash == std::string_view::npos) {
            return strongest;
        }
        key.remove_prefix(slash + 1);
    }
}

} // namespace goldpan::redact
