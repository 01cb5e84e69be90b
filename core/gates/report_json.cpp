// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gates/report_json.h"

#include <nlohmann/json.hpp>

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

} // namespace

Json reportJson(const GateReport& report) {
    Json gates = Json::array();
    for (const Gate& gate : report.gates) {
        gates.push_back(gateJson(gate));
    }
    return {{"verdict", verdictName(report.verdict)}, {"gates", std::move(gates)}};
}

} // namespace goldpan::gates
