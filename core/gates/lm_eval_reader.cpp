// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// lm-eval results: a task is a suite, a key "metric,filter" a metric. Groups are sums of their tasks and
// decide nothing.
#include "core/gates/tool_readers.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace goldpan::gates {
namespace {

constexpr std::string_view kStandardError = "_stderr";

const EvalJson* childOf(const EvalJson& document, const char* key, const std::string& task) {
    const EvalJson* child = gates::childOf(document, key);
    return child == nullptr ? nullptr : gates::childOf(*child, task.c_str());
}

bool isGroup(const EvalJson& document, const std::string& task) {
    const EvalJson* subtasks = childOf(document, "group_subtasks", task);
    return childOf(document, "groups", task) != nullptr || (subtasks != nullptr && !subtasks->empty());
}

bool isHigherBetter(const EvalJson& document, const std::string& task, const std::string& metric) {
    const EvalJson* known = childOf(document, "higher_is_better", task);
    const EvalJson* is = known == nullptr ? nullptr : gates::childOf(*known, metric.c_str());
    return is == nullptr || !is->is_boolean() || is->get<bool>();
}

/// Runs compare only where the task and the examples before each case are the same.
std::string versionOf(const EvalJson& document, const std::string& task) {
    const EvalJson* version = childOf(document, "versions", task);
    const EvalJson* shots = childOf(document, "n-shot", task);
    return "version " + (version == nullptr ? std::string("?") : version->dump()) + ", n-shot " +
           (shots == nullptr ? std::string("?") : shots->dump());
}

void readMetric(const EvalJson& document, const std::string& task, const EvalJson& values,
                const std::string& key, EvalSuite& suite) {
    const std::size_t comma = key.find(',');
    std::string name = key.substr(0, comma);
    if (comma == std::string::npos || name.ends_with(kStandardError)) {
        return; // alias, sample_len
    }
    EvalMetric metric{.name = name, .value = figureOf(values.at(key))}; // "N/A" is no figure
    const EvalJson* error =
        gates::childOf(values, (name + std::string(kStandardError) + key.substr(comma)).c_str());
    if (error != nullptr && error->is_number()) {
        metric.standardError = error->get<double>();
    }
    metric.higherIsBetter = isHigherBetter(document, task, name);
    if (!suite.passRate && isPassRateName(name)) {
        suite.passRate = metric;
        return;
    }
    if (std::isnan(metric.value)) {
        return;
    }
    if (suite.metric(name) != nullptr) {
        metric.name = key; // the same figure through another filter
    }
    suite.others.push_back(metric);
}

} // namespace

bool isLmEval(const EvalJson& document) {
    const EvalJson* results = gates::childOf(document, "results");
    return results != nullptr && results->is_object() &&
           (document.contains("n-shot") || document.contains("versions"));
}

Result<EvalRun> readLmEval(const EvalJson& document) {
    EvalRun run{.tool = "lm-eval"};
    for (const auto& [task, values] : document.at("results").items()) {
        if (!values.is_object()) {
            continue;
        }
        EvalSuite& suite = run.at(task);
        suite.version = versionOf(document, task);
        suite.shownOnly = isGroup(document, task);
        const EvalJson* samples = childOf(document, "n-samples", task);
        const EvalJson* effective = samples == nullptr ? nullptr : gates::childOf(*samples, "effective");
        if (effective != nullptr && effective->is_number_integer()) {
            suite.n = effective->get<std::int64_t>();
        }
        for (const auto& [key, value] : values.items()) {
            readMetric(document, task, values, key, suite);
        }
    }
    return run;
}

} // namespace goldpan::gates
