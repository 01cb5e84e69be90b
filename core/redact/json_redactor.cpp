// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/json_redactor.h"

#include "core/base/json_scanner.h"
#include "core/base/json_surrogates.h"
#include "core/base/json_text.h"
#include "core/redact/rules/secret/secret_keys.h"
#include "core/redact/scan/json_words.h"
#include "core/redact/scan/member_name.h"
#include "core/redact/scan/scan_text.h"
#include "core/redact/scan/token_shape.h"

#include <algorithm>
#include <array>
#include <simdjson.h>
#include <utility>

namespace goldpan::redact {
namespace {

namespace od = simdjson::ondemand;

constexpr int kMaxDepth = 1000;
constexpr std::size_t kNumberBytes = 32;
/// Digits of the shortest number of JSON that a built-in rule is asked about, with no such key and with one;
/// own rules are about all of them.
constexpr std::size_t kShortestBare = 9;
constexpr std::size_t kShortestNamed = 7;
constexpr std::size_t kShortestDigits = 6; ///< of a password
constexpr std::size_t kSecretBytes = 256;

std::string_view trimmed(std::string_view token) {
    const std::size_t last = token.find_last_not_of(" \t\n\r");
    return token.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// The digits of a whole number that may be PII beside `key`; as a float where a column had gaps,
/// "4155550132.0".
std::string_view longInteger(std::string_view key, std::string_view token) {
    token.remove_suffix(token.ends_with(".0") ? 2 : 0);
    const bool isLong = token.size() >= (namesNumber(key) ? kShortestNamed : kShortestBare);
    return isLong && std::ranges::all_of(token, isDigit) ? token : std::string_view();
}

/// Writes one document; every function answers false where the text is not JSON.
class Rewriter {
public:
    Rewriter(const Redactor& redactor, const UserKey& users, KeyRule rule, std::string& out)
        : m_redactor(redactor)
        , m_users(users)
        , m_rule(rule)
        , m_out(out) {}

    RedactionCounts counts;

    /// `key` is the member's name; of an array's elements, the array's.
    bool value(od::value in, int depth, std::string_view key = {}) {
        od::json_type type{};
        if (depth > kMaxDepth || in.type().get(type) != simdjson::SUCCESS) {
            return false;
        }
        switch (type) {
        case od::json_type::array:
            return array(in, depth, key);
        case od::json_type::object:
            return object(in, depth, key);
        case od::json_type::string: {
            std::string_view text;
            if (in.get_string().get(text) != simdjson::SUCCESS) {
                return false;
            }
            if (isMachineValue(key, text)) {
                appendJsonString(m_out, text);
            } else if (!keyedNumber(key, text) && !keyedSecret(key, text)) {
                string(text);
            }
            return true;
        }
        case od::json_type::number:
        case od::json_type::boolean:
        case od::json_type::null: {
            const auto token = trimmed(in.raw_json_token());
            const bool number = isJsonNumber(token);
            const auto digits = longInteger(key, token);
            const bool keyed =
                number && !digits.empty() && (keyedNumber(key, digits) || keyedSecret(key, digits));
            if (keyed || (number && ownNumber(key, token))) {
                return true; // a card number stays one without its quotes
            }
            m_out += token;
            return number || token == "true" || token == "false" || token == "null";
        }
        }
        return false;
    }

private:
    void string(std::string_view text) {
        const auto redacted = m_redactor.redact(text, counts);
        appendJsonString(m_out, redacted ? std::string_view(*redacted) : text);
    }

    /// A number alone in its string says nothing; the key beside it may ("phone_number").
    bool keyedNumber(std::string_view key, std::string_view text) {
        const bool number = text.size() <= kNumberBytes && std::ranges::none_of(text, [](char c) {
                                return isLetter(c) || c == '[' || c == '@' || c == '\n';
                            });
        if (!number || std::ranges::none_of(text, isDigit)) {
            return false;
        }
        return behind(std::string(key) + ": ", text) ||
               (isPlural(key) && behind(std::string(key.substr(0, key.size() - 1)) + ": ", text));
    }

    /// Whatever a built-in rule would make of it; with its key for the cues, alone for a pattern that says
    /// where the text begins.
    bool ownNumber(std::string_view key, std::string_view token) {
        if (m_redactor.rules().rules().empty()) {
            return false;
        }
        for (const std::string& prefix : {std::string(key) + ": ", std::string()}) {
            const auto spans = m_redactor.find(prefix + std::string(token));
            const bool own = std::ranges::any_of(spans, [&](const PiiSpan& span) {
                return span.begin >= prefix.size() && (span.rule != 0 || span.type == PiiType::dropped);
            });
            if (own && behind(prefix, token)) {
                return true;
            }
        }
        return false;
    }

    bool behind(const std::string& prefix, std::string_view text) {
        RedactionCounts found;
        const auto redacted = m_redactor.redact(prefix + std::string(text), found);
        if (!redacted || !redacted->starts_with(prefix)) {
            return false;
        }
        counts.add(found);
        appendJsonString(m_out, std::string_view(*redacted).substr(prefix.size()));
        return true;
    }

    /// The same of "password": as if it were written out in one text.
    bool keyedSecret(std::string_view key, std::string_view text) {
        if (keyName(key) == KeyName::none && isPlural(key)) {
            key.remove_suffix(1);
        }
        if (text.size() > kSecretBytes || keyName(key) == KeyName::none) {
            return false;
        }
        if (keyName(key) == KeyName::password && text.size() >= kShortestDigits &&
            std::ranges::all_of(text, isDigit)) {
            return behind("PASSWORD=", text); // in prose the same key may be said of a count
        }
        const std::string prefix = std::string(key) + "=\"";
        RedactionCounts found;
        const auto redacted = m_redactor.redact(prefix + std::string(text) + '"', found);
        if (!redacted || !redacted->starts_with(prefix) || !redacted->ends_with('"')) {
            return false;
        }
        counts.add(found);
        const auto value = std::string_view(*redacted).substr(prefix.size());
        appendJsonString(m_out, value.substr(0, value.size() - 1));
        return true;
    }

    bool array(od::value in, int depth, std::string_view key) {
        od::array items;
        if (in.get_array().get(items) != simdjson::SUCCESS) {
            return false;
        }
        m_out += '[';
        bool first = true;
        for (auto item : items) {
            od::value element;
            if (item.get(element) != simdjson::SUCCESS) {
                return false;
            }
            m_out += first ? "" : ",";
            first = false;
            if (!value(element, depth + 1, key)) {
                return false;
            }
        }
        m_out += ']';
        return true;
    }

    /// `outer` names the whole of it, for members that say no more than "value".
    bool object(od::value in, int depth, std::string_view outer) {
        od::object members;
        if (in.get_object().get(members) != simdjson::SUCCESS) {
            return false;
        }
        m_out += '{';
        bool first = true;
        for (auto member : members) {
            od::field field;
            std::string_view key;
            if (std::move(member).get(field) != simdjson::SUCCESS ||
                field.unescaped_key().get(key) != simdjson::SUCCESS) {
                return false;
            }
            const std::size_t mark = m_out.size();
            const RedactionCounts before = counts;
            m_out += first ? "" : ",";
            const auto redacted = isMachineKey(key) ? std::nullopt : m_redactor.redact(key, counts);
            const std::string_view shown = redacted ? std::string_view(*redacted) : key;
            appendJsonString(m_out, shown);
            m_out += ':';
            // Judged as written out, so that a second pass reads the same key; and as it came, for an own
            // rule may have taken the word that tells.
            const KeyClass kind = m_rule == KeyRule::protectPeople
                                      ? std::max(classifyKey(shown), classifyKey(key))
                                      : KeyClass::plain;
            const std::size_t from = m_out.size();
            if (!(kind == KeyClass::user ? user(field.value(), depth + 1)
                                         : value(field.value(), depth + 1, memberName(shown, outer)))) {
                return false;
            }
            if (kind == KeyClass::secret || m_out.size() == from) {
                m_out.resize(mark);
                counts = before;
                ++counts.valuesDropped;
                continue;
            }
            first = false;
        }
        m_out += '}';
        return true;
    }

    /// The hash of a scalar; null and "" name nobody and stay; writes nothing for a structure.
    bool user(od::value in, int depth) {
        od::json_type type{};
        if (in.type().get(type) != simdjson::SUCCESS) {
            return false;
        }
        std::string_view id;
        if (type == od::json_type::string) {
            if (in.get_string().get(id) != simdjson::SUCCESS) {
                return false;
            }
            if (id.empty()) {
                m_out += "\"\"";
                return true;
            }
            hashed(id);
            return true;
        }
        const std::size_t from = m_out.size();
        if (!value(in, depth)) {
            return false;
        }
        if (type == od::json_type::array || type == od::json_type::object) {
            m_out.resize(from);
        } else if (type != od::json_type::null) {
            const std::string token = m_out.substr(from);
            m_out.resize(from);
            hashed(token);
        }
        return true;
    }

    void hashed(std::string_view id) {
        const auto hash = m_users.hashOnce(id);
        counts.usersHashed += hash == id ? 0 : 1;
        appendJsonString(m_out, hash);
    }

    const Redactor& m_redactor;
    const UserKey& m_users;
    KeyRule m_rule;
    std::string& m_out;
};

} // namespace

struct JsonRedactor::State {
    State(const Redactor& rules, UserKey key)
        : redactor(rules)
        , users(std::move(key)) {}

    const Redactor& redactor;
    UserKey users;
    od::parser parser;
    std::string padded;
};

JsonRedactor::JsonRedactor(const Redactor& redactor, UserKey users)
    : m_state(std::make_unique<State>(redactor, std::move(users))) {}

JsonRedactor::~JsonRedactor() = default;

Result<std::string> JsonRedactor::redact(std::string_view json, KeyRule rule, RedactionCounts& counts) {
    try {
        return rewritten(json, rule, counts);
    } catch (...) { // the value may not go on, the row may
        ++counts.failed;
        const std::size_t begin = json.find_first_not_of(" \t\n\r");
        const char first = begin == std::string_view::npos ? '\0' : json[begin];
        return first == '[' ? "[]" : first == '{' ? "{}" : '"' + std::string(kDroppedToken) + '"';
    }
}

Result<std::string> JsonRedactor::rewritten(std::string_view json, KeyRule rule, RedactionCounts& counts) {
    const auto notJson = [] {
        return fail(ErrorCode::badValue, "not one JSON value, or nested deeper than 1000");
    };
    // As the one element of an array: scalars and structures are then read the same way.
    std::string& text = m_state->padded;
    text.assign("[").append(json).append("]");
    replaceLoneSurrogates(text); // simdjson refuses them
    text.reserve(text.size() + simdjson::SIMDJSON_PADDING);

    od::document document;
    od::array only;
    if (m_state->parser.iterate(simdjson::padded_string_view(text.data(), text.size(), text.capacity()))
                .get(document) != simdjson::SUCCESS ||
        document.get_array().get(only) != simdjson::SUCCESS) {
        return notJson();
    }
    std::string out;
    out.reserve(json.size());
    Rewriter rewriter(m_state->redactor, m_state->users, rule, out);
    int elements = 0;
    for (auto item : only) {
        od::value element;
        if (++elements > 1 || item.get(element) != simdjson::SUCCESS || !rewriter.value(element, 1)) {
            return notJson();
        }
    }
    if (elements != 1 || document.current_location().error() != simdjson::OUT_OF_BOUNDS) {
        return notJson();
    }
    counts.add(rewriter.counts);
    return out;
}

} // namespace goldpan::redact
