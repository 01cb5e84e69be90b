// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules.h"
#include "core/redact/secret_keys.h"
#include "core/redact/secret_prefixes.h"

#include <algorithm>

namespace goldpan::redact {
namespace {

constexpr std::size_t kIdentifierBytes = 64;
constexpr std::size_t kQuotedBytes = 256;
constexpr std::size_t kUserBytes = 96;
constexpr std::size_t kValueBytes = 512; ///< bounds the work where one name follows the other
constexpr std::size_t kShortestValue = 4;
constexpr std::size_t kPrefixBytes = 160;
constexpr std::size_t kBlanks = 24; ///< a value on the line below its tag, indented

bool isKeyByte(char c) {
    return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.' || c == '=' || c == '~' || c == '+';
}

bool isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool endsValue(char c) {
    return c == '\0' || isBlank(c) || isQuote(c) || std::string_view(",;<>()[]{}|\\").contains(c);
}

std::optional<PiiSpan> secret(std::size_t begin, std::size_t end) {
    return PiiSpan{begin, end, PiiType::secret};
}

std::size_t trimmedEnd(std::string_view text, std::size_t begin, std::size_t end, std::string_view marks) {
    while (end > begin && marks.contains(text[end - 1])) {
        --end;
    }
    return end;
}

/// "-----BEGIN ... PRIVATE KEY-----" up to its end, or as far as it goes where that was cut off.
std::optional<PiiSpan> matchPem(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    if (!text.substr(pos).starts_with("-----BEGIN ") || !text.substr(pos, 64).contains("PRIVATE KEY")) {
        return std::nullopt;
    }
    std::size_t end = text.substr(pos + 5, 64).find("-----");
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    end += pos + 10;
    while (end < text.size() && (isKeyByte(text[end]) || isBlank(text[end]) || text[end] == '/' ||
                                 text[end] == '\\' || text[end] == ':' || text[end] == ',')) {
        if (text[end] == '-' && text.substr(end).starts_with("-----")) {
            break;
        }
        ++end;
    }
    if (text.substr(end).starts_with("-----END")) {
        const std::size_t close = text.substr(end + 8, 64).find("-----");
        end = close == std::string_view::npos ? end + 8 : end + 8 + close + 5;
    }
    return secret(pos, trimmedEnd(text, pos, end, " \t\r\n"));
}

/// "://user:password@": the password.
std::optional<PiiSpan> matchUserInfo(const ScanText& scan, std::size_t at) {
    const auto text = scan.text();
    std::size_t begin = at;
    std::size_t colon = 0;
    while (begin > 0 && at - begin < kUserBytes && !endsValue(text[begin - 1]) && text[begin - 1] != '/') {
        --begin;
        colon = text[begin] == ':' ? begin : colon;
    }
    if (colon == 0 || colon + 1 >= at || begin < 3 || !text.substr(begin - 3).starts_with("://")) {
        return std::nullopt;
    }
    const auto value = text.substr(colon + 1, at - colon - 1);
    return value.contains('$') || value == "password" || value == "pass" || value == "pw"
               ? std::nullopt
               : secret(colon + 1, at);
}

/// The identifier that ends at `pos`, marks of an assignment and quotes to its right skipped.
std::string_view identifierBefore(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const std::size_t floor = pos > kIdentifierBytes + kBlanks ? pos - kIdentifierBytes - kBlanks : 0;
    for (int types = 0; types < 2; ++types) {
        while (pos > floor && !scan.tokenEndsAt(pos) &&
               (isBlank(text[pos - 1]) || isQuote(text[pos - 1]) ||
                std::string_view(":=?|+.>,](\\-").contains(text[pos - 1]))) {
            --pos;
        }
        std::size_t begin = pos;
        while (begin > floor &&
               (isLetter(text[begin - 1]) || isDigit(text[begin - 1]) || text[begin - 1] == '_' ||
                text[begin - 1] == '-' || text[begin - 1] == '.')) {
            --begin;
        }
        const auto word = text.substr(begin, pos - begin);
        static constexpr auto kTypes =
            std::to_array<std::string_view>({"string", "String", "str", "is", "to", "Bearer"});
        if (std::ranges::find(kTypes, word) == kTypes.end()) {
            return word;
        }
        pos = begin;
    }
    return {};
}

/// Two words make a key where prose names it: "client secret", "api key".
KeyName nameBefore(const ScanText& scan, std::size_t pos) {
    const auto word = identifierBefore(scan, pos);
    if (word.empty()) {
        return KeyName::none;
    }
    if (const KeyName name = keyName(word); name != KeyName::none) {
        return name;
    }
    const auto begin = static_cast<std::size_t>(word.data() - scan.text().data());
    if (begin == 0 || scan.before(begin) != ' ') {
        return KeyName::none;
    }
    std::size_t further = begin - 1;
    while (further > 0 && begin - further < kIdentifierBytes && isLetter(scan.text()[further - 1])) {
        --further;
    }
    const auto both = scan.text().substr(further, begin + word.size() - further);
    return word == "key" || word == "Key" || word == "KEY" ? keyName(both) : KeyName::none;
}

/// The value that begins at `pos`, in quotes or not; checked and cut.
std::optional<PiiSpan> keyedValue(const ScanText& scan, KeyName name, std::size_t pos) {
    const auto text = scan.text();
    const bool escaped = scan.at(pos) == '\\' && isQuote(scan.at(pos + 1));
    pos += escaped ? 1 : 0;
    const char quote = isQuote(scan.at(pos)) ? scan.at(pos) : '\0';
    const std::size_t begin = pos + (quote != '\0' ? 1 : 0);
    std::size_t end = begin;
    if (quote != '\0') {
        while (end < text.size() && end - begin < kQuotedBytes && text[end] != quote && text[end] != '\n' &&
               text[end] != '\\' && !(text[end] == '[' && tokenAt(text, end) != 0)) {
            ++end;
        }
        const char close = scan.at(end);
        if ((close != quote && close != '\\') || text.substr(begin, end - begin).contains(' ')) {
            return std::nullopt;
        }
    } else {
        while (!endsValue(scan.at(end)) && end - begin <= kValueBytes) {
            ++end;
        }
        if (end - begin > kValueBytes || scan.at(end) == '(' || scan.at(end) == '[') {
            return std::nullopt; // a call, an element
        }
        end = trimmedEnd(text, begin, end, ".:?!");
    }
    const auto value = text.substr(begin, end - begin);
    return isSecretValue(name, value, quote != '\0') ? secret(begin, end) : std::nullopt;
}

/// "name = value", "name": "value", "-u user:password".
std::optional<PiiSpan> matchPair(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const char next = scan.at(pos + 1);
    if (next == ':' || (next == '=' && scan.at(pos) == ':') ||
        (scan.at(pos) == '=' && scan.before(pos) == '=')) {
        return std::nullopt; // the second mark asks
    }
    if (scan.at(pos) == ':' && !isBlank(next) && !isQuote(next)) {
        std::size_t begin = pos;
        while (begin > 0 && pos - begin < kUserBytes && !endsValue(text[begin - 1])) {
            --begin;
        }
        const std::size_t space = begin - (begin > 0 && isQuote(text[begin - 1]) ? 1 : 0);
        const auto left = text.substr(0, space);
        if (begin < pos &&
            (left.ends_with(" -u ") || left.ends_with("--user ") || left.ends_with("--user="))) {
            std::size_t end = pos + 1;
            while (!endsValue(scan.at(end)) && end - pos < kValueBytes) {
                ++end;
            }
            return end > pos + 4 && !text.substr(begin, end - begin).contains('$') ? secret(begin, end)
                                                                                   : std::nullopt;
        }
    }
    const KeyName name = nameBefore(scan, pos);
    if (name == KeyName::none) {
        return std::nullopt;
    }
    std::size_t value = pos + 1;
    value += scan.at(value) == '>' ? 1 : 0;
    while (value - pos < kBlanks && (scan.at(value) == ' ' || scan.at(value) == '\t')) {
        ++value;
    }
    for (const std::string_view scheme : {"Bearer ", "bearer ", "Basic ", "basic ", "token ", "Token "}) {
        value += text.substr(value).starts_with(scheme) ? scheme.size() : 0;
    }
    return keyedValue(scan, name, value);
}

/// Addresses that let whoever knows them write: web hooks of Slack, Teams and Discord.
std::optional<PiiSpan> matchHook(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t begin = pos;
    while (begin > 0 && pos - begin < kUserBytes && !endsValue(text[begin - 1])) {
        --begin;
    }
    const auto lead = text.substr(begin, pos - begin);
    if (!lead.contains("hooks.slack.com/") && !lead.contains(".webhook.office.com/") &&
        !lead.contains("discord.com/api/webhooks/")) {
        return std::nullopt;
    }
    const std::size_t url = lead.find("http");
    begin += url == std::string_view::npos ? 0 : url;
    std::size_t end = pos;
    while (!endsValue(scan.at(end))) {
        ++end;
    }
    return secret(begin, trimmedEnd(text, begin, end, ".:?!"));
}

/// Shapes of two services that carry no prefix: "abc8Q~..." of Azure, "1308742762612587|..." of Facebook.
bool hasOwnShape(std::string_view word, std::string_view behind) {
    const bool azure =
        word.size() >= 35 && word.size() <= 42 && isDigit(word[3]) && word.substr(4).starts_with("Q~");
    const bool number = word.size() >= 15 && word.size() <= 16 && std::ranges::all_of(word, isDigit);
    return azure || (number && behind.starts_with('|') && behind.size() > 24 &&
                     std::ranges::all_of(behind.substr(1, 24), isKeyByte));
}

/// A key by its own shape, or a value that stands behind its name without an assignment.
std::optional<PiiSpan> matchWord(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t begin = pos;
    while (begin > 0 && isKeyByte(text[begin - 1]) && text[begin - 1] != '=') {
        if (isDigit(text[begin - 1])) {
            return std::nullopt; // asked at that digit
        }
        --begin;
    }
    if (begin > 0 && begin < pos && text[begin - 1] == '\\' &&
        std::string_view("nrt").contains(text[begin])) {
        ++begin;
    }
    std::size_t end = pos;
    while (end < text.size() && end - begin < kPrefixBytes && isKeyByte(text[end])) {
        ++end;
    }
    const auto toItsEnd = [&] {
        while (end < text.size() && isKeyByte(text[end])) {
            ++end;
        }
        return secret(begin, trimmedEnd(text, begin, end, ".=-+~"));
    };
    const auto word = text.substr(begin, end - begin);
    if (scan.at(end) != '(' && !(begin > 0 && isHighByte(text[begin - 1]) && scan.wordEndsAt(begin))) {
        if (const std::size_t prefix = secretPrefix(word); prefix != 0 && looksRandom(word.substr(prefix))) {
            return toItsEnd();
        }
        if (const auto behind = text.substr(end, 30); hasOwnShape(word, behind)) {
            while (scan.at(end) == '|' || (end > pos && isKeyByte(scan.at(end)))) {
                ++end;
            }
            return secret(begin, trimmedEnd(text, begin, end, ".=-+~"));
        }
        const bool jwt = word.starts_with("eyJ") && word.size() > 20 && word.contains(".ey");
        if (jwt) {
            return toItsEnd();
        }
    }
    if (begin > 0 && text[begin - 1] == '/') {
        return matchHook(scan, begin);
    }
    if (end - begin < kShortestValue) {
        return std::nullopt;
    }
    // Behind its name without an assignment: "my password is ...", "<token>\n ...", "--token ...", ("TOKEN",
    // "...").
    const char before = scan.before(begin);
    if (begin == 0 || !(isBlank(before) || isQuote(before) || before == '>')) {
        return std::nullopt;
    }
    const std::size_t from = begin - (isQuote(before) ? 1 : 0);
    std::size_t mark = from;
    while (mark > 0 && from - mark < kBlanks && isBlank(text[mark - 1])) {
        --mark;
    }
    if (mark == 0 || scan.tokenEndsAt(mark) || text[mark - 1] == ':' || text[mark - 1] == '=') {
        return std::nullopt; // asked there
    }
    const KeyName name = nameBefore(scan, mark);
    const auto lead = text.substr(0, mark);
    const bool bearer = lead.ends_with("Bearer") || lead.ends_with("bearer") || lead.ends_with("Basic");
    if (name == KeyName::none && !bearer) {
        return std::nullopt;
    }
    return keyedValue(scan, bearer ? KeyName::token : name, from);
}

} // namespace

std::optional<PiiSpan> matchSecret(const Site& site) {
    switch (site.trigger) {
    case Trigger::dashes:
        return matchPem(site.scan, site.pos);
    case Trigger::at:
        return matchUserInfo(site.scan, site.pos);
    case Trigger::pair:
        return matchPair(site.scan, site.pos);
    case Trigger::digit:
        return matchWord(site.scan, site.pos);
    case Trigger::none:
        break;
    }
    return std::nullopt;
}

} // namespace goldpan::redact
