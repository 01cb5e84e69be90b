// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/profile_value.h"

#include <algorithm>

namespace goldpan::profiles {

void ProfileValue::fault(std::string reason) const {
    throw ProfileFault{std::move(reason), m_where.empty() ? "/" : m_where};
}

void ProfileValue::expectObject(std::initializer_list<std::string_view> keys) const {
    if (!m_tree.isObject()) {
        fault("an object is wanted here");
    }
    for (const auto& key : m_tree.keys) {
        if (std::ranges::find(keys, key) == keys.end()) {
            at(key).fault("this key is not known here");
        }
    }
}

ProfileValue ProfileValue::at(std::string_view key) const {
    const auto* value = m_tree.find(key);
    std::string where = m_where;
    appendToken(where, key);
    if (value == nullptr) {
        fault("the key \"" + std::string(key) + "\" is missing");
    }
    return {*value, std::move(where)};
}

std::vector<ProfileValue> ProfileValue::list() const {
    std::vector<ProfileValue> out;
    if (!m_tree.isArray()) {
        out.push_back(*this);
        return out;
    }
    for (std::size_t i = 0; i < m_tree.items.size(); ++i) {
        out.emplace_back(m_tree.items[i], m_where + "/" + std::to_string(i));
    }
    return out;
}

std::vector<std::pair<std::string, ProfileValue>> ProfileValue::members() const {
    if (!m_tree.isObject()) {
        fault("an object is wanted here");
    }
    std::vector<std::pair<std::string, ProfileValue>> out;
    for (const auto& key : m_tree.keys) {
        out.emplace_back(key, at(key));
    }
    return out;
}

std::string ProfileValue::text() const {
    if (!m_tree.isString()) {
        fault("a string is wanted here");
    }
    return m_tree.text;
}

bool ProfileValue::flag() const {
    if (m_tree.kind != JsonKind::boolean) {
        fault("true or false is wanted here");
    }
    return m_tree.text == "true";
}

double ProfileValue::number() const {
    const auto value = m_tree.isNumber() ? doubleOf(m_tree) : std::nullopt;
    if (!value) {
        fault("a number is wanted here");
    }
    return *value;
}

int ProfileValue::integer(int least, int most) const {
    const auto value = m_tree.isNumber() ? integerOf(m_tree) : std::nullopt;
    if (!value || *value < least || *value > most) {
        fault("a whole number from " + std::to_string(least) + " to " + std::to_string(most) +
              " is wanted here");
    }
    return static_cast<int>(*value);
}

Pointer ProfileValue::pointer() const {
    auto pointer = Pointer::parse(text());
    if (!pointer) {
        fault(pointer.error().message);
    }
    return std::move(*pointer);
}

std::vector<Pointer> ProfileValue::pointers() const {
    std::vector<Pointer> out;
    for (const auto& one : list()) {
        out.push_back(one.pointer());
    }
    return out;
}

std::vector<std::string> ProfileValue::texts() const {
    std::vector<std::string> out;
    for (const auto& one : list()) {
        if (!one.m_tree.isScalar()) {
            one.fault("a text, a number, true or false is wanted here");
        }
        out.push_back(one.m_tree.isNull() ? "null" : one.m_tree.text);
    }
    return out;
}

} // namespace goldpan::profiles
