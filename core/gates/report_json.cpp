// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gates/report_json.h"

#include <nlohmann/json.hpp>

#include <type_traits>
#include <utility>

namespace goldpan::gates {
namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json gateJson(const Gate& gate) {
    Json out{{"suite", gate.suite},
             {"metric", gate.metric},
             {"candidate", orNull(gate.candidate)},
             {"baseline", orNull(gate.baseline)},
             {"threshold", orNull(gate.rule.threshold)},
             {"max_drop", orNull(gate.rule.maxDrop)},
             {"required", gate.rule.required},
             {"status", gateStatusName(gate.status)},
             {"reason", gate.reason},
             {"n", orNull(gate.n)},
             {"interval", nullptr},
             {"new_failures", nullptr},
             {"new_passes", nullptr},
             {"p_value", nullptr}};
    if (gate.interval) {
        out["interval"] = {gate.interval->low, gate.interval->high};
    }
    if (gate.paired) {
        out["new_failures"] = gate.paired->newFailures;
        out["new_passes"] = gate.paired->newPasses;
        out["p_value"] = gate.paired->pValue;
    }
    return out;
}

/// False where the key holds something else than a number or null.
template <typename T>
bool readFigure(const nlohmann::json& from, const char* key, std::optional<T>& into) {
    const auto found = from.find(key);
    if (found == from.end() || found->is_null()) {
        return true;
    }
    if (std::is_integral_v<T> ? !found->is_number_integer() : !found->is_number()) {
        return false;
    }
    into = found->get<T>();
    return true;
}

bool readText(const nlohmann::json& from, const char* key, std::string& into) {
    const auto found = from.find(key);
    if (found == from.end() || !found->is_string()) {
        return false;
    }
    into = found->get<std::string>();
    return true;
}

template <typename Enum>
bool readName(const nlohmann::json& from, const char* key, std::string_view (*nameOf)(Enum), Enum& into) {
    std::string name;
    if (!readText(from, key, name)) {
        return false;
    }
    for (const int value : {0, 1, 2}) { // both enumerations have three
        if (name == nameOf(static_cast<Enum>(value))) {
            into = static_cast<Enum>(value);
            return true;
        }
    }
    return false;
}

std::optional<Gate> gateFrom(const nlohmann::json& from) {
    Gate gate;
    if (!from.is_object() || !readText(from, "suite", gate.suite) || !readText(from, "metric", gate.metric) ||
        !readText(from, "reason", gate.reason) || !readName(from, "status", gateStatusName, gate.status) ||
        !readFigure(from, "candidate", gate.candidate) || !readFigure(from, "baseline", gate.baseline) ||
        !readFigure(from, "threshold", gate.rule.threshold) ||
        !readFigure(from, "max_drop", gate.rule.maxDrop) || !readFigure(from, "n", gate.n)) {
        return std::nullopt;
    }
    gate.rule.suite = gate.suite;
    gate.rule.metric = gate.metric;
    if (const auto required = from.find("required"); required != from.end() && required->is_boolean()) {
        gate.rule.required = required->get<bool>();
    }
    if (const auto ends = from.find("interval"); ends != from.end() && ends->is_array() &&
                                                 ends->size() == 2 && (*ends)[0].is_number() &&
                                                 (*ends)[1].is_number()) {
        gate.interval = {(*ends)[0].get<double>(), (*ends)[1].get<double>()};
    }
    std::optional<std::int64_t> failures;
    std::optional<std::int64_t> passes;
    std::optional<double> pValue;
    if (!readFigure(from, "new_failures", failures) || !readFigure(from, "new_passes", passes) ||
        !readFigure(from, "p_value", pValue)) {
        return std::nullopt;
    }
    if (failures && passes) {
        gate.paired = {*failures, *passes, pValue.value_or(1)};
    }
    return gate;
}

} // namespace

std::optional<GateReport> reportFromText(std::string_view text) {
    // Not read as ordered JSON: turning one kind into the other calls itself for each bracket of a report.
    const auto read = nlohmann::json::parse(text, nullptr, false);
    GateReport report;
    if (!read.is_object() || !readName(read, "verdict", verdictName, report.verdict)) {
        return std::nullopt;
    }
    const auto gates = read.find("gates");
    if (gates == read.end() || !gates->is_array()) {
        return std::nullopt;
    }
    for (const nlohmann::json& one : *gates) {
        auto gate = gateFrom(one);
        if (!gate) {
            return std::nullopt;
        }
        report.gates.push_back(std::move(*gate));
    }
    return report;
}

Json reportJson(const GateReport& report) {
    Json gates = Json::array();
    for (const Gate& gate : report.gates) {
        gates.push_back(gateJson(gate));
    }
    return {{"verdict", verdictName(report.verdict)}, {"gates", std::move(gates)}};
}

} // namespace goldpan::gates
