// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Evidently: the test suites and reports of versions up to 0.6, and the report with tests that came after.
#include "core/feedback/drift_tools.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace goldpan::feedback {
namespace {

bool isArray(const DriftJson* value) {
    return value != nullptr && value->is_array();
}

bool anyHas(const DriftJson* array, const char* key) {
    return isArray(array) && std::ranges::any_of(*array, [&](const DriftJson& item) {
               return driftMember(item, key) != nullptr;
           });
}

Result<std::optional<Timestamp>> timeOf(const DriftJson& document) {
    const DriftJson* time = driftMember(document, "timestamp");
    if (time == nullptr || time->is_null()) {
        return std::nullopt;
    }
    const auto ts = parseTimestamp(driftText(document, "timestamp"));
    if (!ts) {
        return fail(ErrorCode::badValue, "\"timestamp\" of the report must be an ISO 8601 time");
    }
    return ts;
}

/// Of the newer report: the metric names itself, or the test names it by its id.
bool isOfDriftMetric(const DriftJson& document, const DriftJson& test) {
    const DriftJson* config = driftMember(test, "metric_config");
    if (config == nullptr) {
        return false;
    }
    if (const DriftJson* params = driftMember(*config, "params");
        params != nullptr && driftText(*params, "type").contains("Drift")) {
        return true;
    }
    const auto id = driftText(*config, "metric_id");
    const DriftJson* metrics = driftMember(document, "metrics");
    return isArray(metrics) && !id.empty() && std::ranges::any_of(*metrics, [&](const DriftJson& metric) {
               return driftText(metric, "id") == id && driftText(metric, "metric_id").contains("Drift");
           });
}

Result<bool> testsSawDrift(const DriftJson& document, const DriftJson& tests) {
    bool drift = false;
    for (const DriftJson& test : tests) {
        const auto status = driftText(test, "status");
        if (status.empty()) {
            return fail(ErrorCode::badValue, "a test of the report has no status");
        }
        const bool isOfDrift = driftText(test, "group") == "data_drift" || isOfDriftMetric(document, test);
        drift = drift || (status == "FAIL" && isOfDrift);
    }
    return drift;
}

Result<bool> metricsSawDrift(const DriftJson& metrics) {
    std::optional<bool> drift;
    for (const DriftJson& metric : metrics) {
        const auto name = driftText(metric, "metric");
        if (name != "DatasetDriftMetric" && name != "DataDriftTable") {
            continue;
        }
        const DriftJson* result = driftMember(metric, "result");
        const DriftJson* said = result == nullptr ? nullptr : driftMember(*result, "dataset_drift");
        if (said == nullptr || !said->is_boolean()) {
            return fail(ErrorCode::badValue, "\"dataset_drift\" of the report must be true or false");
        }
        drift = drift.value_or(false) || said->get<bool>();
    }
    if (!drift) {
        return fail(
            ErrorCode::badValue,
            "the report does not judge drift: it needs a DatasetDriftMetric, or tests of drift metrics");
    }
    return *drift;
}

} // namespace

bool isEvidently(const DriftJson& document) {
    const DriftJson* metrics = driftMember(document, "metrics");
    const DriftJson* tests = driftMember(document, "tests");
    const bool isOfNow = isArray(tests) && anyHas(metrics, "metric_id");
    const bool isSuite = isArray(tests) && driftMember(document, "summary") != nullptr;
    return isOfNow || isSuite || anyHas(metrics, "metric") || anyHas(metrics, "metric_id");
}

DriftFound readEvidently(const DriftJson& document) {
    const auto ts = timeOf(document);
    if (!ts) {
        return std::unexpected(ts.error());
    }
    const DriftJson* tests = driftMember(document, "tests");
    const DriftJson* metrics = driftMember(document, "metrics");
    const bool hasTests = isArray(tests) && (!tests->empty() || !isArray(metrics));
    const auto drift = hasTests ? testsSawDrift(document, *tests) : metricsSawDrift(*metrics);
    if (!drift) {
        return std::unexpected(drift.error());
    }
    return *drift ? std::vector{DriftSeen{*ts}} : std::vector<DriftSeen>();
}

} // namespace goldpan::feedback
