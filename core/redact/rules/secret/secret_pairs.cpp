// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/secret/secret_pairs.h"

#include "core/redact/rules/secret/secret_bytes.h"
#include "core/redact/rules/secret/secret_name.h"
#include "core/redact/rules/secret/secret_phrases.h"
#include "core/redact/rules/secret/secret_places.h"
#include "core/redact/rules/secret/secret_quotes.h"
#include "core/redact/scan/member_name.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::size_t kNameBytes = 64;
constexpr std::size_t kUserBytes = 96;
constexpr std::size_t kLoginBytes = 64; ///< "username: jane\npassword: ..."
constexpr std::size_t kBlanks = 24;     ///< a value on the line below its tag, indented

/// A name of who logs in stands in the lines before: what is called a password there is one, whatever it is.
bool followsLogin(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const std::size_t floor =
        std::max(scan.claimedTo() <= pos ? scan.claimedTo() : 0, pos > kLoginBytes ? pos - kLoginBytes : 0);
    const auto lead = lowerLead(text.substr(floor, pos - floor));
    return std::ranges::any_of(
        std::to_array<std::string_view>({"username", "user name", "login", "user:", "user=", "user id"}),
        [&](auto word) { return lead.contains(word); });
}

/// Where a quote of a script or of print closes in the value, "「...」", or its comma ends it; its end where
/// none does.
std::size_t closingQuote(std::string_view text, std::size_t begin, std::size_t end) {
    const auto value = text.substr(begin, end - begin);
    if (std::ranges::none_of(value, isHighByte)) {
        return end;
    }
    for (const std::string_view quote : {"」", "』", "”", "“", "»", "，", "。", "；"}) {
        end = std::min(end, begin + std::min(value.find(quote), value.size()));
    }
    return end;
}

/// How the name and the value are joined says how far to trust that the one is named by the other.
Joint jointAt(const ScanText& scan, std::size_t pos, std::size_t name) {
    const auto text = scan.text();
    if (isQuote(scan.at(quoteAt(scan, pos)))) {
        return Joint::quoted;
    }
    const char lead = scan.before(name);
    const char first = scan.at(name);
    const char second = scan.at(name + 1);
    const bool tight = scan.before(pos) == '=';
    if (tight && (lead == '&' || lead == '?')) {
        return Joint::query;
    }
    const bool environment = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
    if ((tight && (lead == ';' || lead == '-' || environment)) || followsLogin(scan, name)) {
        return Joint::sure;
    }
    return text.substr(0, pos).ends_with("earer ") ? Joint::quoted : Joint::loose;
}

/// A cookie that holds a session: long, random, named so or in its header.
std::optional<PiiSpan> matchCookie(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t end = pos + 1;
    while (end - pos <= kQuotedBytes && (isKeyByte(scan.at(end)) || scan.at(end) == '%')) {
        ++end;
    }
    const auto value = text.substr(pos + 1, end - pos - 1);
    if (value.size() < 16 || value.size() > kQuotedBytes || !looksRandom(value) ||
        std::ranges::count_if(value, isDigit) < 3 || value.contains('=')) {
        return std::nullopt;
    }
    std::size_t begin = pos;
    while (begin > 0 && pos - begin < kNameBytes && isIdentifierByte(text[begin - 1])) {
        --begin;
    }
    const auto name = lowerLead(text.substr(begin, pos - begin));
    const std::size_t floor = begin > 2 * kUserBytes ? begin - 2 * kUserBytes : 0;
    const auto line = text.substr(floor, begin - floor);
    const std::size_t header = line.rfind("ookie: ");
    const bool named = name.ends_with("sessid") || name == "jsessionid" || name.ends_with("connect.sid");
    const bool inHeader = header != std::string_view::npos && !line.substr(header).contains('\n');
    return named || inHeader ? secretSpan(pos + 1, trimmedEnd(text, pos + 1, end, ".-")) : std::nullopt;
}

/// "default=", "default =", "default   =": most that stands there is ruled out.
bool mayEndDefault(std::string_view lead) {
    const auto last = [&](std::size_t i) { return lead.size() > i ? lead[lead.size() - 1 - i] : '\0'; };
    return last(0) == 't' || (last(0) == ' ' && (last(1) == 't' || last(1) == ' '));
}

/// The word that begins at `pos` does, which most values of prose do not.
bool holdsDigit(const ScanText& scan, std::size_t pos) {
    constexpr std::size_t kBytes = 32;
    std::size_t at = pos;
    while (at - pos < kBytes && !isDigit(scan.at(at)) && !endsValue(scan.at(at))) {
        ++at;
    }
    return isDigit(scan.at(at));
}

/// `"password": {"new": "..."}`: a key that says nothing, and what it stands in; `pos` is the ':'.
KeyName nameOfHolder(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const std::size_t end = pos - 1 - backslashesBefore(text, pos - 1);
    // "new", "old", "value", "current", "confirm"
    for (const std::size_t size : {std::size_t{3}, std::size_t{5}, std::size_t{7}}) {
        const bool quoted = end > size && isQuote(text[end - size - 1]);
        if (quoted && isHolder(text.substr(end - size, size))) {
            return nameOfOuter(scan, end - size, '{');
        }
    }
    return KeyName::none;
}

/// Only of a text in quotes: `"new": "...", `\"new\":\"...`.
bool isQuotedMember(const ScanText& scan, std::size_t pos) {
    const char next = scan.at(pos + 1) == ' ' ? scan.at(pos + 2) : scan.at(pos + 1);
    return pos > 2 && isQuote(scan.before(pos)) && (isQuote(next) || next == '\\');
}

/// "-u user:password" of curl; `pos` is the ':'.
std::optional<PiiSpan> matchLogin(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t begin = pos;
    while (begin > 0 && pos - begin < kUserBytes && !endsValue(text[begin - 1])) {
        --begin;
    }
    const std::size_t space = begin - (begin > 0 && isQuote(text[begin - 1]) ? 1 : 0);
    const auto left = text.substr(0, space);
    if (begin == pos || !(left.ends_with(" -u ") || left.ends_with("--user ") || left.ends_with("--user="))) {
        return std::nullopt;
    }
    std::size_t end = pos + 1;
    while (!endsValue(scan.at(end)) && end - pos < kSecretValueBytes) {
        ++end;
    }
    const auto pair = text.substr(begin, end - begin);
    const std::size_t variable = pair.find('$');
    const bool expands = variable != std::string_view::npos && variable + 1 < pair.size() &&
                         (isLetter(pair[variable + 1]) || pair[variable + 1] == '_');
    return end > pos + 4 && !expands ? secretSpan(begin, end) : std::nullopt;
}

} // namespace

KeyName nameOfOuter(const ScanText& scan, std::size_t pos, char open) {
    constexpr std::size_t kMostSteps = 160; // bytes, and claims
    const auto text = scan.text();
    const auto& claims = scan.claims();
    std::size_t claim = claims.size();
    std::size_t at = pos;
    for (std::size_t steps = 0; at > 0 && steps < kMostSteps && text[at - 1] != open; ++steps) {
        if (open == '[' && at == scan.lastElement().begin) {
            return static_cast<KeyName>(scan.lastElement().name);
        }
        while (claim > 0 && claims[claim - 1].end > at) {
            --claim;
        }
        const std::size_t token =
            claim > 0 && claims[claim - 1].end == at ? at - claims[claim - 1].begin : tokenBefore(text, at);
        if (token == 0 && std::string_view("{}[]").contains(text[at - 1])) {
            return KeyName::none;
        }
        at -= std::max<std::size_t>(token, 1);
    }
    if (at < 2 || text[at - 1] != open) {
        return KeyName::none;
    }
    --at;
    while (at > 0 && isBlank(text[at - 1])) {
        --at;
    }
    return scan.before(at) == ':' || scan.before(at) == '=' ? nameBefore(scan, at - 1) : KeyName::none;
}

std::optional<PiiSpan> keyedValue(const ScanText& scan, KeyName name, std::size_t pos, Joint joint) {
    const auto text = scan.text();
    pos = quoteAt(scan, pos);
    const char quote = isQuote(scan.at(pos)) ? scan.at(pos) : '\0';
    const std::size_t begin = pos + (quote != '\0' ? 1 : 0);
    std::size_t end = begin;
    if (quote != '\0') {
        end = stringEnd(text, begin, quote, backslashesBefore(text, pos));
        const auto isValue = [&] {
            const char close = scan.at(end);
            return (close == quote || close == '\\') && !text.substr(begin, end - begin).contains(' ');
        };
        if (!isValue()) {
            const auto value = text.substr(begin, end - begin);
            end = begin + std::min(value.find('\\'), value.size()); // of a text that was cut, or escapes more
        }
        if (!isValue()) {
            return std::nullopt;
        }
    } else {
        const auto ends = [&](char c) {
            return joint == Joint::sure && name == KeyName::password
                       ? c == '\0' || isBlank(c) || isQuote(c) || c == ';' || c == '<' || c == '[' ||
                             c == '\\'
                   : joint == Joint::query ? endsValue(c) || c == '&' || c == '#'
                                           : endsValue(c);
        };
        while (!ends(scan.at(end)) && end - begin <= kSecretValueBytes) {
            ++end;
        }
        if (end - begin > kSecretValueBytes || scan.at(end) == '(' || scan.at(end) == '[') {
            return std::nullopt; // a call, an element
        }
        end = trimmedEnd(text, begin, closingQuote(text, begin, end), ".:?!");
    }
    return isSecretValue(name, text.substr(begin, end - begin), joint) ? secretSpan(begin, end)
                                                                       : std::nullopt;
}

/// "password:" and its value below, where that is no name itself.
static std::optional<PiiSpan> valueOnNextLine(const ScanText& scan, std::size_t begin) {
    const auto found = keyedValue(scan, KeyName::password, begin, Joint::loose);
    const char behind = found ? scan.at(found->end) : '\0';
    return behind == ':' || behind == '=' ? std::nullopt : found;
}

std::optional<PiiSpan> matchPair(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const char next = scan.at(pos + 1);
    if (next == ':' || (next == '=' && scan.at(pos) == ':') ||
        (scan.at(pos) == '=' && scan.before(pos) == '=')) {
        return std::nullopt; // the second mark asks
    }
    if (scan.at(pos) == ':' && !isBlank(next) && !isQuote(next)) {
        if (const auto login = matchLogin(scan, pos)) {
            return login;
        }
    }
    KeyName name = nameBefore(scan, pos);
    if (name == KeyName::none && scan.at(pos) == '=' && mayEndDefault(text.substr(0, pos))) {
        name = nameOfBlock(scan, pos);
    }
    if (name == KeyName::none && scan.at(pos) == '=') {
        return matchCookie(scan, pos);
    }
    if (name == KeyName::none && isQuotedMember(scan, pos)) {
        name = nameOfHolder(scan, pos);
    }
    if (name == KeyName::none) {
        if (const auto network = matchNetwork(scan, pos)) {
            return network;
        }
        const std::size_t end = pos - (scan.before(pos) == ' ' ? 1 : 0);
        const bool word = end > 0 && (isLetter(text[end - 1]) || isHighByte(text[end - 1]));
        const bool phrase =
            next == ' ' && word && saysWhatFor(scan, end, holdsDigit(scan, pos + 2)) != KeyName::none;
        name = phrase ? KeyName::password : name;
    }
    if (name == KeyName::none) {
        return std::nullopt;
    }
    std::size_t value = pos + 1;
    value += scan.at(value) == '>' ? 1 : 0;
    while (value - pos < kBlanks && (scan.at(value) == ' ' || scan.at(value) == '\t')) {
        ++value;
    }
    if (name == KeyName::password && scan.at(value) == '\n' && !isBlank(scan.at(value + 1))) {
        return valueOnNextLine(scan, value + 1);
    }
    for (const std::string_view scheme : {"Bearer ", "bearer ", "Basic ", "basic ", "token ", "Token "}) {
        value += text.substr(value).starts_with(scheme) ? scheme.size() : 0;
    }
    std::size_t begin = pos;
    while (begin > 0 && pos - begin < kNameBytes && isIdentifierByte(text[begin - 1])) {
        --begin;
    }
    return keyedValue(scan, name, value, jointAt(scan, value, begin));
}

std::optional<PiiSpan> matchFlag(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    if (!isLetter(scan.at(pos + 2)) || scan.wordEndsAt(pos)) {
        return std::nullopt;
    }
    std::size_t end = pos + 2;
    while (end - pos < kNameBytes && isIdentifierByte(scan.at(end))) {
        ++end;
    }
    if (scan.at(end) != ' ' || scan.at(end + 1) == '-') {
        return std::nullopt;
    }
    const KeyName name = keyName(text.substr(pos + 2, end - pos - 2));
    return name == KeyName::none ? std::nullopt : keyedValue(scan, name, end + 1, Joint::quoted);
}

} // namespace goldpan::redact
