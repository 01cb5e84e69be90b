// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// lm-eval results: a task is a suite, a key "metric,filter" a metric. Groups are sums of their tasks and
// decide nothing.
#include "core/gates/tool_readers.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace goldpan::gates {
namespace {

constexpr std::string_view kStandardError = "_stderr";

/// What the document says of each task under its keys, found by name: its objects are searched from the
/// start.
class Tasks {
public:
    explicit Tasks(const EvalJson& document) {
        for (const auto& [key, section] : document.items()) {
            if (section.is_object()) {
                auto& known = m_sections[key];
                for (const auto& [task, child] : section.items()) {
                    known.try_emplace(task, &child);
                }
            }
        }
    }

    /// Null where there is nothing.
    [[nodiscard]] const EvalJson* find(const char* key, const std::string& task) const {
        const auto section = m_sections.find(key);
        if (section == m_sections.end()) {
            return nullptr;
        }
        const auto child = section->second.find(task);
        return child == section->second.end() ? nullptr : child->second;
    }

private:
    std::unordered_map<std::string, std::unordered_map<std::string, const EvalJson*>> m_sections;
};

bool isGroup(const Tasks& tasks, const std::string& task) {
    const EvalJson* subtasks = tasks.find("group_subtasks", task);
    return tasks.find("groups", task) != nullptr || (subtasks != nullptr && !subtasks->empty());
}

bool isHigherBetter(const Tasks& tasks, const std::string& task, const std::string& metric) {
    const EvalJson* known = tasks.find("higher_is_better", task);
    const EvalJson* is = known == nullptr ? nullptr : childOf(*known, metric.c_str());
    return is == nullptr || !is->is_boolean() || is->get<bool>();
}

/// Runs compare only where the task and the examples before each case are the same.
std::string versionOf(const Tasks& tasks, const std::string& task) {
    const EvalJson* version = tasks.find("versions", task);
    const EvalJson* shots = tasks.find("n-shot", task);
    return "version " + (version == nullptr ? std::string("?") : version->dump()) + ", n-shot " +
           (shots == nullptr ? std::string("?") : shots->dump());
}

void readMetric(const Tasks& tasks, const std::string& task, const EvalJson& values, const std::string& key,
                EvalSuite& suite) {
    const std::size_t comma = key.find(',');
    std::string name = key.substr(0, comma);
    if (comma == std::string::npos || name.ends_with(kStandardError)) {
        return; // alias, sample_len
    }
    EvalMetric metric{.name = name, .value = figureOf(values.at(key)), .what = key}; // "N/A" is no figure
    const EvalJson* error = childOf(values, (name + std::string(kStandardError) + key.substr(comma)).c_str());
    if (error != nullptr && error->is_number()) {
        metric.standardError = error->get<double>();
    }
    metric.higherIsBetter = isHigherBetter(tasks, task, name);
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
    const EvalJson* results = childOf(document, "results");
    return results != nullptr && results->is_object() &&
           (document.contains("n-shot") || document.contains("versions"));
}

Result<EvalRun> readLmEval(const EvalJson& document) {
    EvalRun run{.tool = "lm-eval"};
    const Tasks tasks(document);
    for (const auto& [task, values] : document.at("results").items()) {
        if (!values.is_object()) {
            continue;
        }
        EvalSuite& suite = run.at(task);
        suite.version = versionOf(tasks, task);
        suite.shownOnly = isGroup(tasks, task);
        const EvalJson* samples = tasks.find("n-samples", task);
        const auto effective =
            samples == nullptr ? Result<std::optional<std::int64_t>>() : countOf(*samples, "effective");
        if (!effective) {
            return fail(effective.error().code, effective.error().message, "suite " + task);
        }
        suite.n = *effective;
        for (const auto& [key, value] : values.items()) {
            readMetric(tasks, task, values, key, suite);
        }
    }
    return run;
}

} // namespace goldpan::gates
