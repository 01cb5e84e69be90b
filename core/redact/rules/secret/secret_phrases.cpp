// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/rules/secret/secret_phrases.h"

#include "core/redact/rules/secret/secret_bytes.h"
#include "core/redact/rules/secret/secret_values.h"
#include "core/redact/scan/word_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace goldpan::redact {
namespace {

constexpr std::size_t kThingBytes = 16;
constexpr std::size_t kWordBytes = 32;    ///< of what a password is for
constexpr std::size_t kMostWords = 5;     ///< from the password to what it is for
constexpr std::size_t kBlockBytes = 256;  ///< from the name of a block to the value in it
constexpr std::size_t kSpeakerBytes = 64; ///< "12/11/2026, 19:44 - Rosalind: "
constexpr std::size_t kQuestionBytes = 160;
constexpr std::size_t kShortestAnswer = 8;

using Word = std::pair<std::string_view, bool>;

/// Between a password and what it is for.
constexpr WordTable kPrepositions(std::to_array<Word>(
    {{"for", true},  {"to", true},  {"of", true},         {"on", true},   {"the", true},   {"our", true},
     {"my", true},   {"del", true}, {"de", true},         {"du", true},   {"la", true},    {"le", true},
     {"el", true},   {"les", true}, {"da", true},         {"do", true},   {"dla", true},   {"para", true},
     {"pour", true}, {"per", true}, {"il", true},         {"al", true},   {"della", true}, {"dello", true},
     {"dell", true}, {"di", true},  {"f\xC3\xBCr", true}, {"fuer", true}, {"zum", true},   {"zur", true},
     {"vom", true},  {"das", true}, {"den", true},        {"die", true},  {"der", true},   {"voor", true},
     {"van", true},  {"het", true}, {"til", true},        {"till", true}, {"od", true},    {"na", true},
     {"k", true},    {"от", true},  {"в", true},          {"до", true},   {"для", true},   {"від", true},
     {"к", true}}));
/// What a password goes to, right behind the word.
constexpr WordTable kSystems(std::to_array<Word>({{"wifi", true},
                                                  {"wlan", true},
                                                  {"vpn", true},
                                                  {"router", true},
                                                  {"admin", true},
                                                  {"root", true},
                                                  {"ssh", true},
                                                  {"ftp", true}}));
/// Behind a preposition these name no system, but what stands for it in a form.
constexpr WordTable kPeople(std::to_array<Word>({{"user", true},
                                                 {"username", true},
                                                 {"account", true},
                                                 {"users", true},
                                                 {"accounts", true},
                                                 {"usuario", true},
                                                 {"benutzer", true},
                                                 {"konto", true},
                                                 {"example", true},
                                                 {"пользователя", true},
                                                 {"аккаунта", true},
                                                 {"юзера", true},
                                                 {"користувача", true}}));

bool isNameByte(char c) {
    return isLetter(c) || isHighByte(c);
}

/// Between two words: "wi-fi", "dell'ufficio".
bool isWordGap(char c) {
    return c == ' ' || c == '\'' || c == '-';
}

/// The lines before `begin` that end at a line break: the last one that says more than nothing is cut off.
std::string_view takeLine(std::string_view& lines) {
    while (!lines.empty() && isBlank(lines.back())) {
        lines.remove_suffix(1);
    }
    const std::size_t from = lines.rfind('\n') + 1;
    const auto line = lines.substr(from);
    lines = lines.substr(0, from);
    return line;
}

/// "The wifi password is?": a password answers, whatever it looks like; of "which" one and "a new" one it may
/// be a program.
bool asksForOne(std::string_view line) {
    static constexpr auto kCopulas = std::to_array<std::string_view>({" is", " ist", " est", " es"});
    line = line.substr(0, line.find_last_not_of("\xEF\xBC\x9F? ") + 1);
    const auto lower = lowerLead(line);
    if (lower.contains("which") || lower.contains("a new ")) {
        return false;
    }
    for (const auto copula : kCopulas) {
        line.remove_suffix(lower.ends_with(copula) ? copula.size() : 0);
    }
    const auto last = secretWordTo(line, line.size());
    return !last.empty() &&
           (passwordName(line, last) != KeyName::none || kSystems.findAnyCase(last) != nullptr);
}

} // namespace

std::string_view secretWordTo(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    while (begin > 0 && end - begin <= kWordBytes && isNameByte(text[begin - 1])) {
        --begin;
    }
    return text.substr(begin, end - begin);
}

KeyName passwordName(std::string_view text, std::string_view word) {
    const auto end = static_cast<std::size_t>(word.data() + word.size() - text.data());
    const KeyName name = std::max(keyName(word), foreignKeyName(text.substr(0, end)));
    return name == KeyName::password || name == KeyName::clave ? name : KeyName::none;
}

bool isNumberedThing(std::string_view value) {
    static constexpr auto kThings = std::to_array<std::string_view>(
        {"appendix", "article", "chapter", "class",  "debian",  "exercise", "figure", "grade",
         "java",     "lesson",  "level",   "line",   "module",  "node",     "page",   "part",
         "php",      "python",  "room",    "ruby",   "section", "step",     "table",  "task",
         "ubuntu",   "unit",    "version", "volume", "windows", "zone"});
    const std::size_t first = std::min(value.find_first_of("0123456789"), value.size());
    const auto name = lowerLead(value.substr(0, std::min<std::size_t>(first, kThingBytes)));
    return value.find_first_not_of("0123456789.", first) == std::string_view::npos &&
           std::ranges::find(kThings, name) != kThings.end();
}

bool isStrong(std::string_view value) {
    constexpr int kFewestDigits = 4;
    return (std::ranges::any_of(value, isUpper) && std::ranges::any_of(value, isLower) &&
            std::ranges::count_if(value, isDigit) >= kFewestDigits) ||
           value.find_first_of("!@#$%&*") != std::string_view::npos;
}

KeyName saysWhatFor(const ScanText& scan, std::size_t end, bool far) {
    const auto text = scan.text();
    const auto system = secretWordTo(text, end);
    std::size_t at = end - system.size();
    if (system.empty() || !isWordGap(scan.before(at)) || kPrepositions.find(system) != nullptr) {
        return KeyName::none; // most stand alone
    }
    constexpr std::size_t kLongestSystem = 6; // "router"
    const bool known = system.size() <= kLongestSystem && kSystems.findAnyCase(system) != nullptr;
    bool preposition = false;
    int others = 1; // in a row, of those that say what for
    for (std::size_t words = 1; words < kMostWords; ++words) {
        if (!isWordGap(scan.before(at)) || scan.tokenEndsAt(at) || scan.tokenEndsAt(at - 1)) {
            return KeyName::none;
        }
        const auto word = secretWordTo(text, at - 1);
        if (word.empty()) {
            return KeyName::none;
        }
        if (preposition ? kPeople.findAnyCase(system) == nullptr : known && words == 1) {
            const KeyName name = passwordName(text, word);
            // A ticket is a pass, too: "the pass for the day".
            if (name != KeyName::none && (known || lowerLead(word) != "pass")) {
                return name;
            }
        }
        preposition = kPrepositions.find(word) != nullptr;
        others = preposition ? 0 : others + 1;
        if (others > (far ? 2 : 1)) {
            return KeyName::none;
        }
        at -= word.size() + 1;
    }
    return KeyName::none;
}

KeyName nameOfBlock(const ScanText& scan, std::size_t pos) {
    constexpr std::string_view kOpens = "variable \"";
    const std::size_t floor = pos > kBlockBytes ? pos - kBlockBytes : 0;
    auto lead = scan.text().substr(floor, pos - floor);
    while (lead.ends_with(' ') || lead.ends_with('\t')) {
        lead.remove_suffix(1);
    }
    if (!lead.ends_with("default")) {
        return KeyName::none;
    }
    const std::size_t block = lead.rfind(kOpens);
    if (block == std::string_view::npos || lead.substr(block).contains("\n}")) {
        return KeyName::none;
    }
    const auto name = lead.substr(block + kOpens.size());
    return keyName(name.substr(0, name.find('"')));
}

bool asksForPassword(std::string_view text, std::size_t end) {
    constexpr int kLastWords = 4;
    static constexpr auto kOthers = std::to_array<std::string_view>(
        {"forg",      "lost",     "reset",     "change",  "verges",  "oubli",   "olvid", "esquec",  "diment",
         "забыл",     "how ",     "did ",      "length",  "maximum", "minimum", "is it", "policy",  "librar",
         "hash",      "encrypt",  "algorithm", "generat", "strong",  "manager", "tool",  "package", "module",
         "bibliothe", "bibliote", "should",    "storing", "store ",  "safest"});
    const std::size_t floor = end > kQuestionBytes ? end - kQuestionBytes : 0;
    auto line = text.substr(floor, end - floor);
    line.remove_prefix(line.rfind('\n') + 1);
    for (const std::string_view mark : {"?", "？"}) {
        line.remove_suffix(line.ends_with(mark) ? mark.size() : 0);
    }
    const auto lower = lowerLead(line);
    if (std::ranges::any_of(kOthers, [&](auto word) { return lower.contains(word); })) {
        return false;
    }
    end = line.size();
    const bool whole = lower.contains("what ") || lower.contains("which ");
    for (int words = 0; (whole || words < kLastWords) && end != 0; ++words) {
        while (end > 0 && line[end - 1] == ' ') {
            --end;
        }
        const auto word = secretWordTo(line, end);
        if (!word.empty() && passwordName(line, word) != KeyName::none) {
            return true;
        }
        end -= std::max<std::size_t>(word.size(), end == 0 ? 0 : 1);
    }
    return false;
}

std::optional<PiiSpan> matchAnswer(const ScanText& scan, std::size_t begin) {
    const auto text = scan.text();
    const std::size_t floor = begin > kQuestionBytes ? begin - kQuestionBytes : 0;
    auto lines = text.substr(floor, begin - floor);
    if (!lines.contains('?') && !lines.contains('\x9F')) {
        return std::nullopt; // nor the last byte of "？"
    }
    std::size_t end = begin;
    while (!endsValue(scan.at(end)) && end - begin < kSecretValueBytes) {
        ++end;
    }
    const char behind = scan.at(end);
    if ((behind != '\0' && behind != '\n' && behind != '\r') || end == begin) {
        return std::nullopt;
    }
    end = trimmedEnd(text, begin, end, ".");
    const auto speaker = lines.substr(lines.rfind('\n') + 1);
    lines.remove_suffix(speaker.size());
    const auto value = text.substr(begin, end - begin);
    if (lines.empty() || speaker.size() > kSpeakerBytes || (!speaker.empty() && !speaker.ends_with(": ")) ||
        value.size() < kShortestAnswer) {
        return std::nullopt;
    }
    // "sure, one sec" may stand between.
    auto line = takeLine(lines);
    const auto asks = [&] { return line.ends_with('?') || line.ends_with("？"); };
    const bool said = !speaker.empty() || isStrong(value) || (asks() && asksForOne(line));
    if (!asks()) {
        line = takeLine(lines);
    }
    const bool answers = said && asks() && std::ranges::count_if(value, isLetter) >= 3 &&
                         !isNumberedThing(value) && asksForPassword(line, line.size()) &&
                         isSecretValue(KeyName::password, value, Joint::loose);
    return answers ? secretSpan(begin, end) : std::nullopt;
}

} // namespace goldpan::redact
