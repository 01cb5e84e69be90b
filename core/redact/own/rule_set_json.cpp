// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/rule_set_json.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
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

/// Where a parser stands, as the reasons of a rule set say it: rules[1].cues.
class Place {
public:
    void enter(bool isList) { m_levels.push_back({.isList = isList}); }
    void leave() { m_levels.pop_back(); }
    /// The next one, where this is a list.
    void item() {
        if (!m_levels.empty()) {
            ++m_levels.back().items;
        }
    }
    /// False where the object has it already.
    bool key(std::string name) {
        auto& level = m_levels.back();
        level.key = std::move(name);
        return level.keys.insert(level.key).second;
    }

    [[nodiscard]] std::string path() const {
        std::string out;
        for (const Level& level : m_levels) {
            if (level.isList) {
                out += '[' + std::to_string(level.items - 1) + ']';
            } else {
                out += (out.empty() ? "" : ".") + level.key;
            }
        }
        return out;
    }

private:
    struct Level {
        bool isList = false;
        std::size_t items = 0;
        std::string key;
        std::set<std::string> keys;
    };
    std::vector<Level> m_levels;
};

} // namespace

Result<Json> parseRuleSetJson(std::string_view text) {
    if (text.size() > kMostBytes) {
        return fail(ErrorCode::badValue, "a rule set is at most 1 MB; is this the right file?");
    }
    std::string tooDeep;
    std::string doubled;
    Place place;
    const auto watch = [&](int depth, Json::parse_event_t event, Json& value) {
        switch (event) {
        case Json::parse_event_t::object_start:
        case Json::parse_event_t::array_start:
            place.item();
            if (tooDeep.empty() && depth >= kMostDepth) {
                tooDeep = place.path();
            }
            place.enter(event == Json::parse_event_t::array_start);
            break;
        case Json::parse_event_t::object_end:
        case Json::parse_event_t::array_end:
            place.leave();
            break;
        case Json::parse_event_t::key:
            if (!place.key(value.get<std::string>()) && doubled.empty()) {
                doubled = place.path();
            }
            break;
        case Json::parse_event_t::value:
            place.item();
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
