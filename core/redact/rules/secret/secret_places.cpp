// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/secret/secret_places.h"

#include "core/redact/rules/secret/secret_bytes.h"
#include "core/redact/rules/secret/secret_name.h"
#include "core/redact/rules/secret/secret_phrases.h"
#include "core/redact/rules/secret/secret_quotes.h"
#include "core/redact/rules/secret/secret_values.h"
#include "core/redact/scan/pii_span.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace goldpan::redact {
namespace {

constexpr std::size_t kNear = 24;   ///< bytes between the halves of a pair
constexpr std::size_t kBehind = 40; ///< bytes behind a value that say what it was
constexpr std::size_t kLoginBytes = 48;

/// Where the secret begins its half: behind what was found a secret, or was written as one.
bool followsSecret(const ScanText& scan, std::size_t begin, std::string_view& gap) {
    const auto text = scan.text();
    const auto& claims = scan.claims();
    if (!claims.empty() && claims.back().type == PiiType::secret && claims.back().end <= begin &&
        begin - claims.back().end <= kNear) {
        gap = text.substr(claims.back().end, begin - claims.back().end);
        return true;
    }
    const std::size_t floor = begin > kNear ? begin - kNear : 0;
    const auto near = text.substr(floor, begin - floor);
    const std::size_t close = near.rfind(']');
    if (close == std::string_view::npos || !near.substr(0, close + 1).ends_with(piiToken(PiiType::secret))) {
        return false;
    }
    gap = near.substr(close + 1);
    return true;
}

bool isMixed(std::string_view value) {
    const auto count = [&](auto is) { return std::ranges::count_if(value, is); };
    return count([](char c) { return isUpper(c); }) >= 4 && count([](char c) { return isLower(c); }) >= 4 &&
           count([](char c) { return isDigit(c); }) >= 1;
}

/// Up to the next blank, without the mark that ends a sentence.
std::size_t valueEnd(const ScanText& scan, std::size_t begin) {
    std::size_t end = begin;
    while (!endsValue(scan.at(end)) && end - begin < kSecretValueBytes) {
        ++end;
    }
    return trimmedEnd(scan.text(), begin, end, ".:?!");
}

/// " is my password.": the last word of the sentence behind the value names it.
bool isNamedBehind(std::string_view value, std::string_view rest) {
    static constexpr auto kVerbs = std::to_array<std::string_view>(
        {" is ", " was ", " as ", " ist ", " es ", " est ", " \xC3\xA9 ", " \xC3\xA8 "});
    if (std::ranges::none_of(kVerbs, [&](auto verb) { return rest.starts_with(verb); })) {
        return false;
    }
    rest = rest.substr(0, kBehind);
    std::size_t end = std::min(rest.find_first_of(".,;!?()\n"), rest.size());
    while (end > 0 && rest[end - 1] == ' ') {
        --end;
    }
    const auto word = secretWordTo(rest, end);
    // A ticket is a pass, too, and "as the password" may be a chapter of a book.
    const bool unsure = word == "pass" || (rest.starts_with(" as ") && !rest.substr(0, end).contains(" my "));
    return passwordName(rest, word) != KeyName::none && !(unsure && isNumberedThing(value));
}

/// ", Lion2024x", which ends its list or its line, behind another: a capital, a small letter and a digit.
bool isListedPassword(std::string_view value, std::string_view behind) {
    const bool ends = behind.empty() || behind.front() == '\n' || behind.front() == '\r' ||
                      behind.front() == ',' || behind == "." || behind.starts_with(".\n");
    return ends && std::ranges::any_of(value, isUpper) && std::ranges::any_of(value, isLower) &&
           std::ranges::any_of(value, isDigit) && !isNumberedThing(value);
}

/// "login bob / ": the word before the name, without a mark. `lead` is in lower case.
bool saysLogin(std::string_view lead) {
    lead.remove_suffix(2);
    if (!lead.ends_with(' ')) {
        return false;
    }
    lead.remove_suffix(1);
    const std::size_t name = lead.rfind(' ');
    static constexpr auto kPlaces = std::to_array<std::string_view>(
        {"page", "form", "screen", "view", "flow", "button", "endpoint", "route", "tab", "dialog"});
    return name != std::string_view::npos && name + 1 < lead.size() &&
           std::ranges::find(kPlaces, lead.substr(name + 1)) == kPlaces.end() &&
           std::ranges::all_of(lead.substr(name + 1), isIdentifierByte) &&
           std::ranges::any_of(
               std::to_array<std::string_view>({"login", "logon", "creds", "credentials", "zugang"}),
               [&](auto word) { return lead.substr(0, name).ends_with(word); });
}

/// "login: bob / ...".
bool followsLogin(std::string_view text, std::size_t begin) {
    if (begin < 4 || text[begin - 2] != '/' || text[begin - 1] != ' ') {
        return false;
    }
    const std::size_t floor = begin > kLoginBytes ? begin - kLoginBytes : 0;
    const auto lead = lowerLead(text.substr(floor, begin - floor));
    const std::size_t line = lead.rfind('\n');
    if (saysLogin(lead)) {
        return true;
    }
    return std::ranges::any_of(std::to_array<std::string_view>({"login:", "logon:", "user:", "creds:",
                                                                "credentials:", "zugang:", "acceso:"}),
                               [&](auto word) {
                                   const std::size_t at = lead.rfind(word);
                                   return at != std::string::npos && (line == std::string::npos || at > line);
                               });
}

enum class Call : std::uint8_t {
    none,
    maybe, ///< `auth("jwt", "HS256")`: only what looks like a password is one
    login,
};

Call callNamed(std::string_view name) {
    static constexpr auto kLogins =
        std::to_array<std::string_view>({"login", "log_in", "authenticate", "httpbasicauth", "httpdigestauth",
                                         "basic_auth", "networkcredential", "usernamepasswordcredentials"});
    static constexpr auto kMaybe =
        std::to_array<std::string_view>({"auth", "signin", "sign_in", "authentication", "basicauth",
                                         "http_auth", "credential", "credentials"});
    const auto lower = lowerLead(name);
    const auto is = [&](const auto& names) { return std::ranges::find(names, lower) != names.end(); };
    return is(kLogins) ? Call::login : is(kMaybe) ? Call::maybe : Call::none;
}

/// Where what a quote at `quote` opens begins with it: `\"`, `r"`, `b\"`.
std::size_t openedAt(std::string_view text, std::size_t quote) {
    const std::size_t at = quote - backslashesBefore(text, quote);
    const bool prefix = at > 1 && std::string_view("rbuRBU").contains(text[at - 1]) &&
                        std::string_view(" (,\t\n").contains(text[at - 2]);
    return at - (prefix ? 1 : 0);
}

/// `login("bob", "...")`, `auth=("bob", "...")`: whose second string begins at `begin`, behind its quote.
Call callBefore(std::string_view text, std::size_t begin) {
    if (begin < 2 || !isQuote(text[begin - 1])) {
        return Call::none;
    }
    std::size_t at = blanksBefore(text, openedAt(text, begin - 1), kLoginBytes);
    if (at < 2 || text[at - 1] != ',' || !isQuote(text[at - 2])) {
        return Call::none;
    }
    const char quote = text[at - 2];
    at -= 2;
    at -= backslashesBefore(text, at);
    const std::size_t floor = at > kLoginBytes ? at - kLoginBytes : 0;
    while (at > floor && text[at - 1] != quote && text[at - 1] != '\n') {
        --at;
    }
    if (at == floor || text[at - 1] != quote) {
        return Call::none;
    }
    at = blanksBefore(text, openedAt(text, at - 1), kLoginBytes);
    if (at == 0 || text[at - 1] != '(') {
        return Call::none;
    }
    at = blanksBefore(text, at - 1, kLoginBytes);
    at = blanksBefore(text, at - (at > 0 && text[at - 1] == '=' ? 1 : 0), kLoginBytes);
    std::size_t name = at;
    while (name > 0 && at - name < kLoginBytes && (isAlnum(text[name - 1]) || text[name - 1] == '_')) {
        --name;
    }
    return callNamed(text.substr(name, at - name));
}

/// "пароль от почты zima2041, логин прежний": said without a verb, as Russian may.
bool isGivenWithoutVerb(const ScanText& scan, std::size_t begin, std::string_view value,
                        std::string_view behind) {
    constexpr std::size_t kShortest = 8;
    if (begin < 2 || scan.before(begin) != ' ' || alphabeticBefore(scan.text(), begin - 1) == 0) {
        return false;
    }
    const bool ends = behind.empty() || std::string_view("\n\r,.;").contains(behind.front());
    return ends && value.size() >= kShortest && !value.contains('-') && !value.contains('.') &&
           saysWhatFor(scan, begin - 1, true) == KeyName::password;
}

} // namespace

std::optional<PiiSpan> matchNetwork(const ScanText& scan, std::size_t pos) {
    constexpr std::size_t kCodeBytes = 96;
    if (scan.before(pos) != 'P' || pos < 2 || (scan.before(pos - 1) != ';' && scan.before(pos - 1) != ':')) {
        return std::nullopt;
    }
    const std::size_t floor = pos > kCodeBytes ? pos - kCodeBytes : 0;
    const auto code = scan.text().substr(floor, pos - floor);
    if (scan.before(pos - 1) == ':' ? !code.ends_with("WIFI:P") : !code.contains("WIFI:")) {
        return std::nullopt;
    }
    constexpr ByteSet kEscaped("\\;,:\"");
    std::size_t end = pos + 1;
    while (end < scan.size() && scan.at(end) != ';' && scan.at(end) != '\n' &&
           end - pos < kSecretValueBytes && !(scan.at(end) == '[' && tokenAt(scan.text(), end) != 0)) {
        end += scan.at(end) == '\\' && kEscaped.contains(scan.at(end + 1)) ? 2 : 1;
    }
    return end > pos + 4 && scan.at(end) == ';' ? secretSpan(pos + 1, end) : std::nullopt;
}

std::optional<PiiSpan> matchBesideId(const ScanText& scan, std::size_t pos, std::size_t begin,
                                     std::size_t end) {
    constexpr std::size_t kAws = 40;
    constexpr std::size_t kHex = 32;
    const auto text = scan.text();
    const auto inAws = [](char c) { return isAlnum(c) || c == '+' || c == '/'; };
    if (end - begin == kHex && begin > kHex + 2) {
        std::size_t account = begin;
        while (account > 0 && begin - account < 4 && !isAlnum(text[account - 1])) {
            --account;
        }
        const bool twilio = account >= kHex + 2 && text.substr(account - kHex - 2).starts_with("AC") &&
                            std::ranges::all_of(text.substr(account - kHex, kHex), isHex) &&
                            std::ranges::all_of(text.substr(begin, kHex), isHex);
        return twilio ? secretSpan(begin, end) : std::nullopt;
    }
    std::string_view gap;
    end = trimmedEnd(text, begin, end, "."); // of the sentence
    const bool slashed = scan.before(begin) == '/' || scan.at(end) == '/';
    if (end - begin > kAws || (scan.claims().empty() && !slashed)) {
        return std::nullopt;
    }
    // The letter of an escape may join the word on its left.
    const bool goesOn = (begin > 0 && text[begin - 1] == '/') || scan.at(end) == '/';
    if (end - begin + 1 < kAws && !goesOn) {
        return std::nullopt;
    }
    std::size_t from = pos;
    while (from > 0 && pos - from < kAws && inAws(text[from - 1])) {
        --from;
    }
    std::size_t to = pos;
    while (to - from <= kAws && inAws(scan.at(to))) {
        ++to;
    }
    if (to - from != kAws || scan.before(from) == '.' || !isMixed(text.substr(from, kAws))) {
        return std::nullopt;
    }
    const bool half = followsSecret(scan, from, gap) && !gap.contains('\n');
    const bool named = scan.before(from) == ' ' && nameBefore(scan, from - 1) == KeyName::token;
    return half || named ? secretSpan(from, to) : std::nullopt;
}

std::optional<PiiSpan> matchPlacedPassword(const ScanText& scan, std::size_t begin) {
    static constexpr auto kJoints = std::to_array<std::string_view>(
        {" and ", " or ", " then ", ", new one ", ", now ", ", new: ", ", neu ", " und ", " oder ", " et ",
         " ou ", " y ", " -> ", " \xE2\x86\x92 "});
    const auto text = scan.text();
    constexpr std::size_t kShortestArgument = 8; // "oauth2"
    const Call call = callBefore(text, begin);
    const bool login = call != Call::none;
    const std::size_t end = login
                                ? stringEnd(text, begin, text[begin - 1], backslashesBefore(text, begin - 1))
                                : valueEnd(scan, begin);
    const auto value = text.substr(begin, end - begin);
    constexpr std::ptrdiff_t kFewestLetters = 3; // "2026-11-22T04"
    const auto behind = text.substr(end);
    const bool piped = behind.starts_with(" | sudo -S") || behind.starts_with("\" | sudo -S") ||
                       behind.starts_with("' | sudo -S");
    if ((std::ranges::count_if(value, isLetter) < kFewestLetters && !piped) || scan.at(end) == '(' ||
        scan.at(end) == '[') {
        return std::nullopt;
    }
    if (login && (value.size() < kShortestArgument || value.contains(' ') ||
                  (call == Call::maybe && !isStrong(value)))) {
        return std::nullopt;
    }
    std::string_view gap;
    const bool named = piped || login || followsLogin(text, begin) ||
                       isGivenWithoutVerb(scan, begin, value, behind) ||
                       (behind.starts_with(' ') && isNamedBehind(value, behind));
    const bool follows = !named && !value.contains('.') && followsSecret(scan, begin, gap); // "v2.1.0-rc"
    const bool joined = std::ranges::find(kJoints, gap) != kJoints.end() &&
                        std::ranges::any_of(value, [](char c) { return !isAlnum(c) || isUpper(c); });
    const bool goesOn = follows && (joined || (gap == ", " && isListedPassword(value, behind)));
    // What sudo reads is a password, as sure as behind a flag.
    return (named || goesOn) && isSecretValue(KeyName::password, value, piped ? Joint::sure : Joint::loose)
               ? secretSpan(begin, end)
               : std::nullopt;
}

} // namespace goldpan::redact
