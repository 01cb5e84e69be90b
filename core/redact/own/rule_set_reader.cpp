// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/rule_set_reader.h"

#include "core/base/utf8.h"
#include "core/redact/own/allow_list.h"
#include "core/redact/own/custom_rules.h"
#include "core/redact/own/rule_set_json.h"
#include "core/redact/rules/rules.h"
#include "core/redact/scan/token_shape.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace goldpan::redact {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostRules = 200;
constexpr std::size_t kMostAllowed = 10'000;
constexpr std::size_t kMostCues = 100;
constexpr std::size_t kNameBytes = 64;
constexpr std::size_t kPatternBytes = 4096;
constexpr std::size_t kCueBytes = 64;
constexpr std::size_t kValueBytes = 512;

std::unexpected<Error> bad(std::string message, std::string where) {
    return fail(ErrorCode::badValue, std::move(message), std::move(where));
}

std::string inside(const std::string& where, std::string_view key) {
    return where.empty() ? std::string(key) : where + '.' + std::string(key);
}

/// A short text that people see: not empty, no control characters, not longer than `most`.
bool isWord(std::string_view text, std::size_t most) {
    return !text.empty() && text.size() <= most && isValidUtf8(text) && text.front() != ' ' &&
           text.back() != ' ' && std::ranges::none_of(text, [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte < 0x20 || byte == 0x7F;
           });
}

Result<void> take(const Json& value, std::string& target, const std::string& where) {
    if (!value.is_string()) {
        return bad("this is to be a string", where);
    }
    target = value.get<std::string>();
    return {};
}

bool isBuiltIn(std::string_view name) {
    return std::ranges::find(allRules(), name, &Rule::name) != allRules().end();
}

/// Calls `each` with every string of a list and its path.
template <typename Each>
Result<void> takeList(const Json& value, const std::string& where, Each each) {
    if (!value.is_array()) {
        return bad("this is to be a list", where);
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::string place = where + '[' + std::to_string(i) + ']';
        if (auto done = each(value[i], place); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

Result<void> RuleSetReader::read(std::string_view text) {
    const auto json = parseRuleSetJson(text);
    if (!json) {
        return std::unexpected(json.error());
    }
    if (!json->is_object()) {
        return bad("a rule set is a JSON object", "line 1, column 1");
    }
    for (const auto& [key, value] : json->items()) {
        if (auto done = readMember(key, value); !done) {
            return done;
        }
    }
    return {};
}

Result<void> RuleSetReader::readMember(const std::string& key, const Json& value) {
    if (key == "version") {
        return value.is_number_integer() && value == RuleSet::kVersion
                   ? Result<void>{}
                   : bad("this program knows version 1 of rule sets only", key);
    }
    if (key == "rules") {
        return takeList(value, key,
                        [&](const Json& item, const std::string& where) { return readRule(item, where); });
    }
    const bool isAllowed = key == "allow";
    if (isAllowed || key == "off") {
        return takeList(value, key, [&](const Json& item, const std::string& where) {
            std::string text;
            auto done = take(item, text, where);
            return !done       ? done
                   : isAllowed ? allow(std::move(text), where)
                               : switchOff(std::move(text), where);
        });
    }
    return bad("a rule set has no such key; it has version, rules, allow and off", key);
}

Result<void> RuleSetReader::readRule(const Json& value, const std::string& where) {
    if (!value.is_object()) {
        return bad("a rule is an object with name, pattern and token", where);
    }
    CustomRule rule;
    for (const auto& [key, member] : value.items()) {
        const std::string place = inside(where, key);
        Result<void> done;
        if (key == "name") {
            done = take(member, rule.name, place);
        } else if (key == "pattern") {
            done = take(member, rule.pattern, place);
        } else if (key == "token") {
            done = take(member, rule.token, place);
        } else if (key == "cues") {
            done = takeList(member, place, [&](const Json& item, const std::string& at) {
                return take(item, rule.cues.emplace_back(), at);
            });
        } else if (key == "case_insensitive") {
            if (!member.is_boolean()) {
                return bad("this is to be true or false", place);
            }
            rule.isCaseInsensitive = member.get<bool>();
        } else {
            return bad("a rule has no such key; it has name, pattern, token, cues and case_insensitive",
                       place);
        }
        if (!done) {
            return done;
        }
    }
    return addRule(std::move(rule), where);
}

Result<void> RuleSetReader::addRule(CustomRule rule, const std::string& where) {
    if (m_set.m_rules.size() >= kMostRules) {
        return bad("a rule set has at most 200 rules", where);
    }
    if (!isWord(rule.name, kNameBytes)) {
        return bad("a rule needs a name of 1 to 64 bytes on one line", inside(where, "name"));
    }
    if (isBuiltIn(rule.name)) {
        return bad("a built-in rule has this name; choose another one", inside(where, "name"));
    }
    if (std::ranges::find(m_set.m_rules, rule.name, &CustomRule::name) != m_set.m_rules.end()) {
        return bad("another rule has this name already", inside(where, "name"));
    }
    if (rule.token.size() > 2 && rule.token.front() == '[' && rule.token.back() == ']') {
        rule.token = rule.token.substr(1, rule.token.size() - 2);
    }
    if (!isTokenName(rule.token)) {
        return bad("a token is 2 to 32 capitals and _, such as [CUSTOMER_NO]; one or two digits only "
                   "behind a _, such as [LINE_2]",
                   inside(where, "token"));
    }
    rule.token = '[' + rule.token + ']';
    if (rule.token == kDroppedToken) {
        return bad("[DROPPED] stands for texts that could not be redacted; choose another token",
                   inside(where, "token"));
    }
    if (rule.cues.size() > kMostCues) {
        return bad("a rule has at most 100 cues", inside(where, "cues"));
    }
    for (std::size_t i = 0; i < rule.cues.size(); ++i) {
        if (!isWord(rule.cues[i], kCueBytes) || cueWords(rule.cues[i]).empty()) {
            return bad("a cue is one or a few words of letters, at most 64 bytes",
                       inside(where, "cues[" + std::to_string(i) + ']'));
        }
    }
    if (rule.pattern.empty() || rule.pattern.size() > kPatternBytes) {
        return bad("a pattern has 1 to 4096 bytes", inside(where, "pattern"));
    }
    if (auto problem = patternProblem(rule); !problem.empty()) {
        return bad(std::move(problem), inside(where, "pattern"));
    }
    if (auto done = addSize(rule, inside(where, "pattern")); !done) {
        return done;
    }
    m_set.m_rules.push_back(std::move(rule));
    return {};
}

Result<void> RuleSetReader::addSize(const CustomRule& rule, const std::string& where) {
    constexpr std::size_t kMostOfOne = 5000;
    constexpr std::size_t kMostOfAll = 50000;
    const std::size_t size = programSize(rule);
    if (size > kMostOfOne) {
        return bad(
            "the pattern would make every text slow: RE2 needs " + std::to_string(size) +
                " instructions for it, and at most 5000 may be; repeat less, above all of large classes",
            where);
    }
    if (!m_programs) {
        m_programs = 0;
        for (const CustomRule& other : m_set.m_rules) {
            *m_programs += programSize(other);
        }
    }
    if (*m_programs + size > kMostOfAll) {
        return bad("the patterns together would make every text slow: RE2 needs more than 50000 instructions "
                   "for them",
                   where);
    }
    *m_programs += size;
    return {};
}

Result<void> RuleSetReader::allow(std::string value, const std::string& where) {
    if (value.empty() || value.size() > kValueBytes || !isValidUtf8(value)) {
        return bad("a value that is never redacted has 1 to 512 bytes", where);
    }
    constexpr std::string_view kBlanks = " \t\r\n";
    if (kBlanks.contains(value.front()) || kBlanks.contains(value.back())) { // what is found has none there
        return bad("a value that is never redacted has no blank at its ends", where);
    }
    if (value.contains('*') && !isAllowedDomain(value)) {
        return bad("a * stands only before the @ of a mail domain, such as *@example.com", where);
    }
    auto& all = m_set.m_allowed;
    const auto place = std::ranges::lower_bound(all, value);
    if (place != all.end() && *place == value) {
        return {};
    }
    if (all.size() >= kMostAllowed) {
        return bad("a rule set has at most 10000 values that are never redacted", where);
    }
    all.insert(place, std::move(value));
    return {};
}

Result<void> RuleSetReader::switchOff(std::string name, const std::string& where) {
    if (!isBuiltIn(name)) {
        std::string all;
        for (const auto each : builtInRuleNames()) {
            all.append(all.empty() ? "" : ", ").append(each);
        }
        return bad("there is no built-in rule of this name; there are " + all, where);
    }
    auto& off = m_set.m_off;
    const auto place = std::ranges::lower_bound(off, name);
    if (place == off.end() || *place != name) {
        off.insert(place, std::move(name));
    }
    return {};
}

} // namespace goldpan::redact
