// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/rule_set.h"

#include "core/base/sha256.h"
#include "core/redact/own/rule_set_reader.h"
#include "core/redact/rules/rules.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace goldpan::redact {

Result<RuleSet> RuleSet::fromJson(std::string_view text) {
    RuleSet set;
    RuleSetReader reader(set);
    if (auto done = reader.read(text); !done) {
        return std::unexpected(done.error());
    }
    return set;
}

std::string RuleSet::toJson() const {
    nlohmann::ordered_json out{{"version", kVersion}};
    if (!m_rules.empty()) {
        auto& rules = out["rules"] = nlohmann::ordered_json::array();
        for (const CustomRule& rule : m_rules) {
            nlohmann::ordered_json item{
                {"name", rule.name}, {"pattern", rule.pattern}, {"token", rule.token}};
            if (!rule.cues.empty()) {
                item["cues"] = rule.cues;
            }
            if (rule.isCaseInsensitive) {
                item["case_insensitive"] = true;
            }
            rules.push_back(std::move(item));
        }
    }
    if (!m_allowed.empty()) {
        out["allow"] = m_allowed;
    }
    if (!m_off.empty()) {
        out["off"] = m_off;
    }
    return out.dump(2) + "\n";
}

std::string RuleSet::hash() const {
    return sha256Hex(describeBuiltInRules() + (*this == RuleSet() ? "" : toJson()));
}

Result<RuleSet> RuleSet::withRule(CustomRule rule) const {
    RuleSet set = *this;
    if (auto done = RuleSetReader(set).addRule(std::move(rule), {}); !done) {
        return std::unexpected(done.error());
    }
    return set;
}

Result<RuleSet> RuleSet::withAllowed(std::string value) const {
    RuleSet set = *this;
    if (auto done = RuleSetReader(set).allow(std::move(value), {}); !done) {
        return std::unexpected(done.error());
    }
    return set;
}

Result<RuleSet> RuleSet::withoutAllowed(std::string_view value) const {
    RuleSet set = *this;
    if (std::erase(set.m_allowed, value) == 0) {
        return fail(ErrorCode::notFound, "the allow-list has no such value any more");
    }
    return set;
}

std::vector<std::string_view> builtInRuleNames() {
    std::vector<std::string_view> names;
    for (const Rule& rule : allRules()) {
        names.push_back(rule.name);
    }
    return names;
}

} // namespace goldpan::redact
