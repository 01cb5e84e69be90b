// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/secret/secret_name.h"

#include "core/redact/rules/secret/secret_bytes.h"
#include "core/redact/rules/secret/secret_phrases.h"
#include "core/redact/scan/word_table.h"

#include <algorithm>
#include <array>

namespace goldpan::redact {
namespace {

constexpr std::size_t kNameBytes = 64;
constexpr std::size_t kBlanks = 24; ///< a value on the line below its tag, indented
constexpr std::size_t kPhraseBytes = 32;
constexpr int kMostBetweens = 5; ///< "password has now been set to"

/// Stand between a name and its value.
constexpr ByteSet kMarks([](char c) { return isBlank(c) || isQuote(c); }, ":=?|+.>,](\\-");

/// Words between a name and its value that are neither: types, verbs, the attribute that holds the value.
bool isBetween(std::string_view word) {
    static constexpr WordTable kBetween(std::to_array<std::pair<std::string_view, bool>>(
        {{"string", true},      {"String", true},     {"str", true},         {"is", true},
         {"to", true},          {"was", true},        {"Bearer", true},      {"ist", true},
         {"lautet", true},      {"es", true},         {"est", true},         {"jest", true},
         {"value", true},       {"Value", true},      {"VALUE", true},       {"default", true},
         {"set", true},         {"hai", true},        {"mera", true},        {"este", true},
         {"lyder", true},       {"je", true},         {"c", true},           {"provisoire", true},
         {"has", true},         {"been", true},       {"now", true},         {"changed", true},
         {"reset", true},       {"jetzt", true},      {"temporaire", true},  {"temporal", true},
         {"provisional", true}, {"temporanea", true}, {"provvisoria", true}, {"temporaria", true}}));
    return kBetween.find(word) != nullptr;
}

/// Bytes of a verb or a mark with letters beyond ASCII that ends at `pos`: "senha é", "密码是".
std::size_t foreignBetween(std::string_view text, std::size_t pos) {
    if (pos == 0 || !isHighByte(text[pos - 1])) {
        return 0;
    }
    for (const std::string_view word :
         {"：", "就是", "改成了", "改成", "改为", "改為",   "设为", "设置为", "是",
          "为", "為",   "は",     "는",   "은",   " é",     " è",   "「",     "『",
          "“",  "„",    "«",      "—",    "–",    " такой", " это", " είναι", " är"}) {
        if (text.substr(0, pos).ends_with(word)) {
            return word.size();
        }
    }
    return 0;
}

/// The '[' before `pos` opens a list, `"passwords": ["...`: it is no subscript and no part of a word.
bool opensList(std::string_view text, std::size_t pos) {
    return pos > 1 && text[pos - 1] == '[' &&
           (isBlank(text[pos - 2]) || text[pos - 2] == ':' || text[pos - 2] == '=');
}

/// Bytes of the "\\n" of JSON inside of a string that ends at `pos`; its backslash is a mark as others are.
std::size_t escapedBreak(std::string_view text, std::size_t pos) {
    const char c = text[pos - 1];
    return (c == 'n' || c == 'r' || c == 't') && pos > 1 && text[pos - 2] == '\\' ? 2 : 0;
}

/// The identifier that ends at `pos`, or nothing at the end of the word of another script; marks of an
/// assignment, quotes and words between are skipped.
std::string_view identifierBefore(const ScanText& scan, std::size_t pos) {
    const auto text = scan.text();
    const std::size_t floor = pos > kNameBytes + kBlanks ? pos - kNameBytes - kBlanks : 0;
    for (int betweens = 0;; ++betweens) {
        while (pos > floor && !scan.tokenEndsAt(pos)) {
            const bool mark = kMarks.contains(text[pos - 1]) || opensList(text, pos);
            std::size_t length = mark ? 1 : foreignBetween(text, pos);
            length = length == 0 ? escapedBreak(text, pos) : length;
            if (length == 0) {
                break;
            }
            pos -= length;
        }
        std::size_t begin = pos;
        while (begin > floor && isIdentifierByte(text[begin - 1])) {
            --begin;
        }
        const auto word = text.substr(begin, pos - begin);
        if (betweens == kMostBetweens || !isBetween(word)) {
            return word;
        }
        pos = begin;
    }
}

/// "the password for the wifi is": `end` is that of the word before the verb, `pos` where the value begins.
bool saysPassword(std::string_view text, std::size_t end, std::size_t pos) {
    const auto verb = text.substr(end, pos - end);
    constexpr std::size_t kShortest = 3; // " is"
    if (verb.size() < kShortest ||
        std::ranges::none_of(verb, [](char c) { return isLetter(c) || isHighByte(c); })) {
        return false; // mostly a mark
    }
    static constexpr auto kVerbs =
        std::to_array<std::string_view>({" is", " es", " est", " \xC3\xA9", " \xC3\xA8", " jest", " är"});
    if (std::ranges::none_of(kVerbs, [&](auto is) { return verb.contains(is); })) {
        return false;
    }
    const std::size_t floor = end > kPhraseBytes ? end - kPhraseBytes : 0;
    const auto lead = lowerLead(text.substr(floor, end - floor));
    static constexpr auto kStems = std::to_array<std::string_view>(
        {"passwor", "contrase", "mot de passe", "senha", "has\xC5\x82o", "wachtwoord", "l\xC3\xB6senord"});
    return std::ranges::any_of(kStems, [&](auto stem) {
        const std::size_t found = lead.rfind(stem);
        return found != std::string::npos && lead.find_first_of(".,;:!?\n", found) == std::string::npos;
    });
}

/// "contraseña del correo es", "пароль от кабинета -": the same where a preposition says what for.
KeyName saysForWhat(const ScanText& scan, std::size_t end, std::size_t pos) {
    const auto text = scan.text();
    std::size_t verb = end;
    while (verb < pos && text[verb] == ' ') {
        ++verb;
    }
    if (verb == pos ||
        !(isLetter(text[verb]) || isHighByte(text[verb]) || (text[verb] == '-' && verb + 1 == pos))) {
        return KeyName::none;
    }
    // "to" is no verb but in Polish: "mail the password for the router to admin2".
    const auto lead = text.substr(end - std::min(end, kPhraseBytes), std::min(end, kPhraseBytes));
    const bool toSomebody = text.substr(verb, pos - verb).starts_with("to") && !lead.contains(" do ");
    return !toSomebody ? saysWhatFor(scan, end, true) : KeyName::none;
}

/// "IDENTIFIED BY '...'" of SQL.
bool isIdentifiedBy(std::string_view text, std::string_view word) {
    const bool by = word == "BY" || word == "by";
    const auto lead = text.substr(0, by ? static_cast<std::size_t>(word.data() - text.data()) : 0);
    return lead.ends_with("IDENTIFIED ") || lead.ends_with("identified ");
}

} // namespace

KeyName nameBefore(const ScanText& scan, std::size_t pos) {
    const auto word = identifierBefore(scan, pos);
    if (!word.empty()) {
        if (const KeyName name = keyName(word); name != KeyName::none) {
            return name;
        }
    }
    const auto end = static_cast<std::size_t>(word.data() + word.size() - scan.text().data());
    if (const KeyName name = foreignKeyName(scan.text().substr(0, end)); name != KeyName::none) {
        return name;
    }
    if (saysPassword(scan.text(), end, pos) || isIdentifiedBy(scan.text(), word)) {
        return KeyName::password;
    }
    if (const KeyName name = saysForWhat(scan, end, pos); name != KeyName::none) {
        return name;
    }
    if (word != "key" && word != "Key" && word != "KEY") {
        return KeyName::none;
    }
    const auto begin = static_cast<std::size_t>(word.data() - scan.text().data());
    if (begin == 0 || scan.before(begin) != ' ') {
        return KeyName::none;
    }
    std::size_t further = begin - 1;
    while (further > 0 && begin - further < kNameBytes && isLetter(scan.text()[further - 1])) {
        --further;
    }
    return keyName(scan.text().substr(further, begin + word.size() - further));
}

bool isSetToSecret(const ScanText& scan, std::size_t pos) {
    const auto word = identifierBefore(scan, pos);
    if (word != "-p" && nameBefore(scan, pos) == KeyName::none) {
        return false;
    }
    const auto begin = static_cast<std::size_t>(word.data() - scan.text().data());
    const std::size_t end = begin + word.size();
    const auto between = scan.text().substr(end, pos - end);
    if (between.starts_with('>') && scan.before(begin) == '/') {
        return false; // "</password>"
    }
    const bool pair = between.size() > 2 && isQuote(between.front()) && isQuote(between.back()) &&
                      between.contains(','); // ('password','...')
    if (pair || word.starts_with('-') || between.find_first_of("=:>") != std::string_view::npos ||
        std::ranges::any_of(between, isHighByte) || isIdentifiedBy(scan.text(), word)) {
        return true;
    }
    const auto verb = std::ranges::find_if(between, isLetter);
    return verb != between.end() &&
           !std::string_view(verb, between.end()).starts_with("to "); // "send the token to"
}

} // namespace goldpan::redact
