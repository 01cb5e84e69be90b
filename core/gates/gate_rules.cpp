// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gates/gate_rules.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace goldpan::gates {
namespace {

using Json = nlohmann::json;

bool take(const Json& value, std::string& target) {
    return value.is_string() && !(target = value.get<std::string>()).empty();
}

bool take(const Json& value, std::optional<std::string>& target) {
    return value.is_string() && !target.emplace(value.get<std::string>()).empty();
}

bool take(const Json& value, bool& target) {
    return value.is_boolean() && (target = value.get<bool>(), true);
}

bool take(const Json& value, std::optional<double>& target) {
    return value.is_number() && std::isfinite(target.emplace(value.get<double>()));
}

bool takeShare(const Json& value, std::optional<double>& target) {
    return take(value, target) && *target >= 0;
}

bool takeCount(const Json& value, std::int64_t& target) {
    return value.is_number_integer() && (target = value.get<std::int64_t>()) >= 0;
}

bool takeCount(const Json& value, std::optional<std::int64_t>& target) {
    return takeCount(value, target.emplace(0));
}

bool takeMember(const std::string& key, const Json& value, GateRule& rule) {
    return key == "suite"              ? take(value, rule.suite)
           : key == "metric"           ? take(value, rule.metric)
           : key == "required"         ? take(value, rule.required)
           : key == "threshold"        ? take(value, rule.threshold)
           : key == "max_drop"         ? takeShare(value, rule.maxDrop)
           : key == "min_gain"         ? takeShare(value, rule.minGain)
           : key == "max_new_failures" ? takeCount(value, rule.maxNewFailures)
           : key == "min_n"            ? takeCount(value, rule.minN)
           : key == "max_errors"       ? takeCount(value, rule.maxErrors)
                                       : false;
}

Result<GateRule> readRule(const Json& gate, std::size_t number) {
    const std::string where = "gate " + std::to_string(number);
    if (!gate.is_object() || !gate.contains("suite")) {
        return fail(ErrorCode::badValue, "a gate is an object with a suite, or \"*\" for every one", where);
    }
    GateRule rule;
    for (const auto& [key, value] : gate.items()) {
        if (!takeMember(key, value, rule)) {
            return fail(ErrorCode::badValue, "the gate's " + key + " is unknown or out of its range", where);
        }
    }
    if (!rule.threshold && !rule.needsBaseline()) {
        return fail(ErrorCode::badValue, "a gate needs a threshold, max_drop, min_gain or max_new_failures",
                    where);
    }
    return rule;
}

} // namespace

GateRules defaultGateRules() {
    return {{{.suite = "*", .maxDrop = 0.0}}};
}

Result<GateRules> readGateRules(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) {
        return fail(ErrorCode::corrupt, "the gate rules are not JSON");
    }
    if (!json.is_object() || json.size() != 1 || !json.contains("gates") || !json["gates"].is_array() ||
        json["gates"].empty()) {
        return fail(ErrorCode::badValue, "gate rules are {\"gates\": [...]} with at least one gate");
    }
    GateRules rules;
    for (const Json& gate : json["gates"]) {
        auto rule = readRule(gate, rules.gates.size() + 1);
        if (!rule) {
            return std::unexpected(rule.error());
        }
        rules.gates.push_back(std::move(*rule));
    }
    return rules;
}

} // namespace goldpan::gates
