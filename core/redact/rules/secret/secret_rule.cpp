// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/rules.h"
#include "core/redact/rules/secret/secret_bytes.h"
#include "core/redact/rules/secret/secret_forms.h"
#include "core/redact/rules/secret/secret_keys.h"
#include "core/redact/rules/secret/secret_name.h"
#include "core/redact/rules/secret/secret_pairs.h"
#include "core/redact/rules/secret/secret_phrases.h"
#include "core/redact/rules/secret/secret_places.h"
#include "core/redact/rules/secret/secret_prefixes.h"

namespace goldpan::redact {
namespace {

constexpr std::size_t kPrefixBytes = 160;
constexpr std::size_t kLeadBytes = 6;
constexpr std::size_t kCommandBytes = 64;
constexpr std::size_t kShortestValue = 4;
constexpr std::size_t kShortestForm = 7; ///< of the part that is one word
constexpr std::size_t kBlanks = 40;

constexpr ByteSet kPasswordMarks("!@#$%^&*?");

/// A key whose published prefix ends behind `pos` and that may hold no digit: "hf_...", "ghp_...".
std::optional<PiiSpan> matchPrefix(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t begin = pos;
    while (begin > 0 && pos - begin < kLeadBytes && isLetter(text[begin - 1])) {
        --begin;
    }
    if (const char before = scan.before(begin); before == '.' || before == '-' || scan.wordEndsAt(begin)) {
        return std::nullopt;
    }
    std::size_t end = pos;
    while (end < text.size() && isKeyByte(text[end]) && end - begin < kSecretValueBytes) {
        ++end;
    }
    const auto word = text.substr(begin, end - begin);
    const std::size_t prefix = secretPrefix(word);
    return prefix != 0 && isKeyTail(word.substr(prefix), true)
               ? secretSpan(begin, trimmedEnd(text, begin, end, ".=-+~"))
               : std::nullopt;
}

/// "mysql -pPassword", "sshpass -p Password": `begin` is the '-' or the value.
std::optional<PiiSpan> matchShortFlag(const ScanText& scan, std::size_t begin) {
    const auto text = scan.text();
    const bool flag = begin > 2 && (text[begin - 2] == 'p' || text[begin - 3] == 'p' ||
                                    text[begin - 2] == 'a'); // "-p ", "-p '", "-a "
    if (text[begin] != '-' && !flag) {
        return std::nullopt;
    }
    const std::size_t floor = begin > kCommandBytes ? begin - kCommandBytes : 0;
    const auto lead = text.substr(floor, begin - floor);
    const bool joined = text.substr(begin).starts_with("-p") && lead.ends_with(' ') && lead.contains("mysql");
    const bool login = lead.ends_with(" -p ") && lead.contains(" login ");
    const bool redis = lead.ends_with(" -a ") && lead.contains("redis-cli ");
    const bool apart = redis || lead.ends_with("sshpass -p ") || lead.ends_with("sshpass -p '") || login;
    if (!joined && !apart) {
        return std::nullopt;
    }
    begin += joined ? 2 : 0;
    std::size_t end = begin;
    while (end < text.size() && !isBlank(text[end]) && !isQuote(text[end]) && tokenAt(text, end) == 0) {
        ++end;
    }
    return end > begin + 3 ? secretSpan(begin, end) : std::nullopt;
}

/// One of a list in quotes; `from` is the opening one.
std::optional<PiiSpan> elementOf(const ScanText& scan, KeyName name, std::size_t from) {
    const auto element = keyedValue(scan, name, from, Joint::loose);
    if (element) {
        scan.rememberElement({element->begin, static_cast<std::uint8_t>(name)});
    }
    return element;
}

/// `"passwords": ["Tiger2024x", "lion2024xy"]`: what goes on behind a secret; `from` is the opening quote.
std::optional<PiiSpan> matchListed(const ScanText& scan, std::size_t from) {
    const auto text = scan.text();
    const std::size_t at = blanksBefore(text, from - backslashesBefore(text, from), kBlanks);
    if (at < 2 || text[at - 1] != ',' || !isQuote(text[at - 2])) {
        return std::nullopt;
    }
    const std::size_t close = at - 2 - backslashesBefore(text, at - 2);
    const KeyName name = nameOfOuter(scan, close, '[');
    return name == KeyName::none ? std::nullopt : elementOf(scan, name, from);
}

/// A script without spaces touches what it names: "密码是P@ssw0rd".
bool isSpacelessBefore(std::string_view text, std::size_t pos) {
    return pos > 0 && isHighByte(text[pos - 1]) && alphabeticBefore(text, pos) == 0;
}

/// `"Tig\"er2024x"`, `"Tig\\er2024x"`: where the value begins that an escaped quote or backslash right before
/// `begin` is a letter of.
std::size_t beginOfQuoted(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    while (at > 1 && begin - at < kPrefixBytes && text[at - 2] == '\\' &&
           (text[at - 1] == '\\' || isQuote(text[at - 1]))) {
        const bool quote = text[at - 1] != '\\';
        std::size_t inner = at - (quote ? 1 : 0);
        inner -= backslashesBefore(text, inner);
        if (inner == 0 || endsValue(text[inner - 1]) || text[inner - 1] == ':' || text[inner - 1] == '=') {
            return quote ? at : inner; // a quote opens the value
        }
        while (inner > 0 && begin - inner < kPrefixBytes && !endsValue(text[inner - 1])) {
            --inner;
        }
        at = inner;
    }
    return at;
}

/// A key by its own shape, or a value that stands behind its name without an assignment.
std::optional<PiiSpan> matchLongWord(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    std::size_t begin = pos;
    while (begin > 0 && isKeyByte(text[begin - 1]) && text[begin - 1] != '=') {
        if (isDigit(text[begin - 1])) {
            return std::nullopt; // asked at that digit
        }
        --begin;
    }
    if (begin > 0 && begin < pos && text[begin - 1] == '\\' &&
        (text[begin] == 'n' || text[begin] == 'r' || text[begin] == 't')) {
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
        return secretSpan(begin, trimmedEnd(text, begin, end, ".=-+~"));
    };
    const auto word = text.substr(begin, end - begin);
    if (scan.at(end) != '(' && !(begin > 0 && isHighByte(text[begin - 1]) && scan.wordEndsAt(begin))) {
        if (const std::size_t prefix = secretPrefix(word);
            prefix != 0 && isKeyTail(word.substr(prefix), !isLetter(word[prefix - 1]))) {
            return toItsEnd();
        }
        const std::size_t bot = word.starts_with("bot") ? begin + 3 : begin; // as the URL of Telegram has it
        const std::size_t shaped = word.size() < kShortestForm ? 0 : shapedKey(text, bot);
        if (shaped != 0) {
            return secretSpan(bot, bot + shaped);
        }
        const bool jwt = word.starts_with("eyJ") && word.size() > 20 && word.contains(".ey");
        if (jwt) {
            return toItsEnd();
        }
    }
    if (const auto secret = matchBesideId(scan, pos, begin, end)) {
        return secret;
    }
    if (begin > 0 && text[begin - 1] == '/') {
        return matchHook(scan, begin);
    }
    // Behind its name without an assignment: "my password is ...", "<token>\n ...", "--token ...", ("TOKEN",
    // "...").
    while (begin > 0 && end - begin < kSecretValueBytes && kPasswordMarks.contains(text[begin - 1])) {
        while (begin > 0 && end - begin < kSecretValueBytes && !endsValue(text[begin - 1]) &&
               text[begin - 1] != ':' && text[begin - 1] != '=' && !isSpacelessBefore(text, begin)) {
            --begin; // "P@ssw0rd"
        }
        if (isSpacelessBefore(text, begin)) {
            break;
        }
    }
    begin = beginOfQuoted(text, begin);
    if (end - begin < kShortestValue) {
        return std::nullopt;
    }
    const char before = scan.before(begin);
    if (begin == 0) {
        return matchPlacedPassword(scan, begin);
    }
    if (!(isBlank(before) || isQuote(before) || before == '>' || isHighByte(before))) {
        return std::nullopt;
    }
    if (const auto flagged = matchShortFlag(scan, begin)) {
        return flagged;
    }
    const std::size_t from = begin - (isQuote(before) ? 1 : 0);
    std::size_t mark = from;
    while (mark > 0 && from - mark < kBlanks && isBlank(text[mark - 1])) {
        --mark;
    }
    if (before != '"' && mark > 0 && (text[mark - 1] == ':' || before == '\n')) {
        if (const auto answer = matchAnswer(scan, begin)) {
            return answer;
        }
    }
    if (const auto listed = isQuote(before) ? matchListed(scan, from) : std::nullopt) {
        return listed;
    }
    if (mark == 0 || scan.tokenEndsAt(mark) || text[mark - 1] == ':' || text[mark - 1] == '=') {
        return std::nullopt; // asked there
    }
    const auto gap = text.substr(mark, from - mark);
    if (!gap.empty() && text[mark - 1] == '?' && (gap.contains('\n') || !asksForPassword(text, mark))) {
        return std::nullopt; // "which library for the password?"; answers below are matchAnswer()'s
    }
    if (const auto password = matchPlacedPassword(scan, begin)) {
        return password;
    }
    const KeyName name = nameBefore(scan, mark);
    const auto lead = text.substr(0, mark);
    const bool bearer = (lead.ends_with('r') || lead.ends_with('c')) &&
                        (lead.ends_with("Bearer") || lead.ends_with("bearer") || lead.ends_with("Basic"));
    if (name == KeyName::none && !bearer) {
        return std::nullopt;
    }
    if (bearer) {
        return keyedValue(scan, KeyName::token, from, Joint::quoted);
    }
    return from != begin ? elementOf(scan, name, from) : keyedValue(scan, name, from, Joint::loose);
}

/// The same, which tells most numbers by themselves: of few digits, and in no word.
std::optional<PiiSpan> matchWord(const ScanText& scan, std::size_t pos) {
    const char before = pos == 0 ? '\0' : scan.text()[pos - 1];
    const bool marked =
        pos > 1 && kPasswordMarks.contains(before) && isAlnum(scan.text()[pos - 2]); // "Apfel#7"
    if (before != '/' && !marked && (!isKeyByte(before) || before == '=')) {
        std::size_t end = pos + 1;
        while (end - pos < kShortestValue && isKeyByte(scan.at(end))) {
            ++end;
        }
        if (end - pos < kShortestValue) {
            return std::nullopt;
        }
    }
    return matchLongWord(scan, pos);
}

} // namespace

std::optional<PiiSpan> matchSecret(const Site& site) {
    switch (site.trigger) {
    case Trigger::dashes: {
        const auto block = matchPem(site.scan, site.pos);
        return block ? block : matchFlag(site.scan, site.pos);
    }
    case Trigger::at:
        return matchUserInfo(site.scan, site.pos);
    case Trigger::pair: {
        const auto lines = matchPrivateLines(site.scan, site.pos);
        return lines ? lines : matchPair(site.scan, site.pos);
    }
    case Trigger::prefix:
        return matchPrefix(site.scan, site.pos);
    case Trigger::digit:
        return matchWord(site.scan, site.pos);
    case Trigger::none:
        break;
    }
    return std::nullopt;
}

} // namespace goldpan::redact
