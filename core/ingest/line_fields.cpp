// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/line_fields.h"

#include <algorithm>
#include <unordered_map>

namespace goldpan::ingest {
namespace {

constexpr std::array<std::string_view, kKeyCount> kKeyNames{
    "request_id", "ts",           "model_version",    "prompt", "response",
    "latency_ms", "user_id_hash", "response_logprob", "tags",   "messages",
    "output",     "tools",        "feedback",         "meta",   "user_id",
};

bool isContainer(const JsonValue& value) {
    return value.kind == JsonKind::array || value.kind == JsonKind::object;
}

} // namespace

std::string_view keyName(Key key) {
    return kKeyNames[static_cast<std::size_t>(key)];
}

JsonKind optionalKind(Key key) {
    switch (key) {
    case Key::messages:
    case Key::tools:
    case Key::feedback:
        return JsonKind::array;
    case Key::output:
    case Key::meta:
        return JsonKind::object;
    default:
        return JsonKind::null;
    }
}

DecodeFailure notJson() {
    return {LineFault::notJson, "not one JSON object", false};
}

DecodeFailure missingField(Key key) {
    return {LineFault::missingField, std::string(keyName(key)), true};
}

DecodeFailure wrongType(Key key) {
    return {LineFault::wrongType, std::string(keyName(key)), true};
}

bool LineFields::gather(const std::vector<JsonMember>& members,
                        const std::function<bool(std::string_view)>& isJson) {
    m_fields.fill(nullptr);
    m_unknown.clear();
    std::unordered_map<std::string_view, std::size_t> places;
    const auto isGood = [&](const JsonValue& value) { return !isContainer(value) || isJson(value.text); };
    for (const auto& member : members) {
        const auto name = std::ranges::find(kKeyNames, member.key);
        if (name != kKeyNames.end()) {
            auto& field = m_fields[static_cast<std::size_t>(name - kKeyNames.begin())];
            if (field != nullptr && !isGood(*field)) {
                return false;
            }
            field = &member.value;
            continue;
        }
        const auto [place, fresh] = places.try_emplace(member.key, m_unknown.size());
        if (fresh) {
            m_unknown.push_back(member);
            continue;
        }
        auto& value = m_unknown[place->second].value;
        if (!isGood(value)) {
            return false;
        }
        value = member.value;
    }
    for (std::size_t i = 0; i < kKeyCount; ++i) {
        const auto* value = m_fields[i];
        const bool plain = value == nullptr || value->kind == optionalKind(Key{i}) || value->text == "[]";
        if (!plain && !isGood(*value)) {
            return false;
        }
    }
    return true;
}

const JsonValue* LineFields::findValue(Key key) const {
    const auto* value = find(key);
    return value != nullptr && value->kind != JsonKind::null ? value : nullptr;
}

} // namespace goldpan::ingest
