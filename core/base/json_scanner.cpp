// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_scanner.h"

#include "core/base/byte_order_mark.h"

#include <algorithm>
#include <simdjson.h>

namespace goldpan {
namespace {

namespace ondemand = simdjson::ondemand;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool readValue(ondemand::value value, JsonValue& out) {
    ondemand::json_type type{};
    if (value.type().get(type) != simdjson::SUCCESS) {
        return false;
    }
    if (type == ondemand::json_type::string) {
        out.kind = JsonKind::string;
        return value.get_string().get(out.text) == simdjson::SUCCESS;
    }
    if (simdjson::to_json_string(value).get(out.text) != simdjson::SUCCESS) {
        return false;
    }
    switch (type) {
    case ondemand::json_type::array:
        out.kind = JsonKind::array;
        return true;
    case ondemand::json_type::object:
        out.kind = JsonKind::object;
        return true;
    case ondemand::json_type::number:
        out.kind = JsonKind::number;
        return isJsonNumber(out.text);
    case ondemand::json_type::boolean:
        out.kind = JsonKind::boolean;
        return out.text == "true" || out.text == "false";
    default:
        out.kind = JsonKind::null;
        return out.text == "null";
    }
}

} // namespace

bool isJsonNumber(std::string_view text) {
    std::size_t at = 0;
    const auto digits = [&] {
        const auto begin = at;
        while (at < text.size() && isDigit(text[at])) {
            ++at;
        }
        return at > begin;
    };
    at += text.starts_with('-') ? 1 : 0;
    const bool leadingZero = at < text.size() && text[at] == '0';
    const auto integer = at;
    if (!digits() || (leadingZero && at - integer > 1)) {
        return false;
    }
    if (at < text.size() && text[at] == '.') {
        ++at;
        if (!digits()) {
            return false;
        }
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        at += at < text.size() && (text[at] == '+' || text[at] == '-') ? 1 : 0;
        if (!digits()) {
            return false;
        }
    }
    return at == text.size();
}

struct JsonScanner::Parser {
    ondemand::parser parser;
    ondemand::document document;
    std::string buffer;

    /// The type of the value; notJson where the text is no UTF-8 or has open strings.
    Outcome open(std::string_view json, ondemand::json_type wanted) {
        // Later versions of the parser skip a byte order mark; inside a file it is no JSON.
        if (json.starts_with(kByteOrderMark)) {
            return Outcome::notJson;
        }
        buffer.assign(json);
        buffer.append(simdjson::SIMDJSON_PADDING, ' ');
        const simdjson::padded_string_view padded(buffer.data(), json.size(), buffer.size());
        ondemand::json_type type{};
        if (parser.iterate(padded).get(document) != simdjson::SUCCESS ||
            document.type().get(type) != simdjson::SUCCESS) {
            return Outcome::notJson;
        }
        return type == wanted ? Outcome::good : Outcome::otherType;
    }

    /// After the last member: nothing but white space is left.
    bool atEnd() { return document.current_location().error() == simdjson::OUT_OF_BOUNDS; }
};

JsonScanner::JsonScanner()
    : m_parser(std::make_unique<Parser>()) {}

JsonScanner::~JsonScanner() = default;

JsonScanner::Outcome JsonScanner::scanObject(std::string_view json) {
    m_members.clear();
    if (const auto opened = m_parser->open(json, ondemand::json_type::object); opened != Outcome::good) {
        return opened;
    }
    ondemand::object object;
    if (m_parser->document.get_object().get(object) != simdjson::SUCCESS) {
        return Outcome::notJson;
    }
    for (auto result : object) {
        ondemand::field field;
        JsonMember member;
        if (std::move(result).get(field) != simdjson::SUCCESS ||
            field.unescaped_key().get(member.key) != simdjson::SUCCESS ||
            !readValue(field.value(), member.value)) {
            return Outcome::notJson;
        }
        m_members.push_back(member);
    }
    return m_parser->atEnd() ? Outcome::good : Outcome::notJson;
}

JsonScanner::Outcome JsonScanner::scanArray(std::string_view json) {
    m_elements.clear();
    if (const auto opened = m_parser->open(json, ondemand::json_type::array); opened != Outcome::good) {
        return opened;
    }
    ondemand::array array;
    if (m_parser->document.get_array().get(array) != simdjson::SUCCESS) {
        return Outcome::notJson;
    }
    for (auto result : array) {
        ondemand::value value;
        JsonValue element;
        if (std::move(result).get(value) != simdjson::SUCCESS || !readValue(value, element)) {
            return Outcome::notJson;
        }
        m_elements.push_back(element);
    }
    return m_parser->atEnd() ? Outcome::good : Outcome::notJson;
}

} // namespace goldpan
