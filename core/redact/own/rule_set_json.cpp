// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/rule_set_json.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace goldpan::redact {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostBytes = 1 << 20;
constexpr int kMostDepth = 8;

std::string placeOf(std::string_view text, std::size_t byte) {
    const auto before = text.substr(0, std::min(byte, text.size()));
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t begin = before.rfind('\n');
    const std::size_t column = begin == std::string_view::npos ? before.size() : before.size() - begin - 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(std::max<std::size_t>(column, 1));
}

} // namespace

Result<Json> parseRuleSetJson(std::string_view text) {
    if (text.size() > kMostBytes) {
        return fail(ErrorCode::badValue, "a rule set is at most 1 MB; is this the right file?");
    }
    std::string tooDeep;
    std::string doubled;
    std::string lastKey;
    std::vector<std::set<std::string>> keys;
    const auto watch = [&](int depth, Json::parse_event_t event, Json& value) {
        switch (event) {
        case Json::parse_event_t::object_start:
            keys.emplace_back();
            [[fallthrough]];
        case Json::parse_event_t::array_start:
            if (tooDeep.empty() && depth >= kMostDepth) {
                tooDeep = lastKey.empty() ? "the outermost list" : "inside " + lastKey;
            }
            break;
        case Json::parse_event_t::object_end:
            keys.pop_back();
            break;
        case Json::parse_event_t::key:
            lastKey = value.get<std::string>();
            if (doubled.empty() && !keys.back().insert(value.get<std::string>()).second) {
                doubled = value.get<std::string>();
            }
            break;
        case Json::parse_event_t::array_end:
        case Json::parse_event_t::value:
            break;
        }
        return true;
    };
    Json json;
    try {
        json = Json::parse(text, watch);
    } catch (const Json::parse_error& error) {
        return fail(ErrorCode::badValue, "the rule set is not JSON from here on", placeOf(text, error.byte));
    }
    if (!tooDeep.empty()) {
        return fail(ErrorCode::badValue, "a rule set nests at most 8 deep", tooDeep);
    }
    if (!doubled.empty()) {
        return fail(ErrorCode::badValue, "a key is given twice in one object", doubled);
    }
    return json;
}

} // namespace goldpan::redact
