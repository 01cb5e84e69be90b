// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Goldpan's own records, for evaluations of no other tool: {run, suite, metric, value, n, stderr,
// higher_is_better, status, cases: [{id, pass, score, error}]}, one or more of them.
#include "core/gates/tool_readers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

namespace goldpan::gates {
namespace {

CaseOutcome outcomeOf(const EvalJson& one) {
    const EvalJson* error = childOf(one, "error");
    const EvalJson* pass = childOf(one, "pass");
    const bool isText = error != nullptr && error->is_string();
    const bool failed =
        isText ? !textOf(one, "error").empty() : error != nullptr && !error->is_null() && *error != false;
    if (failed || pass == nullptr || !pass->is_boolean()) {
        return CaseOutcome::error;
    }
    return pass->get<bool>() ? CaseOutcome::passed : CaseOutcome::failed;
}

/// Of all cases, or only of those that could be judged: both are written.
bool isWhatCasesSay(const EvalSuite& suite) {
    const auto passed = std::ranges::count(suite.cases, CaseOutcome::passed, &EvalCase::outcome);
    const auto errors = std::ranges::count(suite.cases, CaseOutcome::error, &EvalCase::outcome);
    const auto all = std::ssize(suite.cases);
    return std::ranges::any_of(std::array{all, all - errors}, [&](std::int64_t of) {
        return (!suite.n || *suite.n == of) &&
               (std::isnan(suite.passRate->value) || isShareOf(suite.passRate->value, passed, of));
    });
}

Result<void> readRecord(const EvalJson& record, EvalRun& run) {
    const std::string status = textOf(record, "status");
    EvalSuite& suite = run.at(textOf(record, "suite"));
    const bool isDone = status.empty() || status == "ok"; // else whatever it would have said is missing
    const EvalJson& value = isDone ? record.at("value") : EvalJson();
    if (!value.is_number() && !value.is_null()) {
        return fail(ErrorCode::badValue, "a value is a number", "suite " + suite.name);
    }
    EvalMetric metric{.name = textOf(record, "metric"), .value = figureOf(value)};
    metric.what = metric.name;
    if (const EvalJson* error = childOf(record, "stderr"); error != nullptr && error->is_number()) {
        metric.standardError = error->get<double>();
    }
    if (const EvalJson* higher = childOf(record, "higher_is_better");
        higher != nullptr && higher->is_boolean()) {
        metric.higherIsBetter = higher->get<bool>();
    }
    const auto n = countOf(record, "n");
    if (!n) {
        return fail(n.error().code, n.error().message, "suite " + suite.name);
    }
    metric.n = *n;
    if (!isPassRateName(metric.name)) {
        if (isDone) {
            suite.others.push_back(metric);
        }
        return {};
    }
    if (suite.passRate) {
        return fail(ErrorCode::badValue, "a suite has one pass rate", "suite " + suite.name);
    }
    suite.passRate = metric;
    suite.n = *n;
    if (const EvalJson* cases = childOf(record, "cases"); cases != nullptr && cases->is_array() && isDone) {
        for (const EvalJson& one : *cases) {
            suite.cases.push_back({textOf(one, "id"), outcomeOf(one)});
        }
    }
    if (!suite.cases.empty() && !isWhatCasesSay(suite)) {
        return fail(ErrorCode::badValue, "the value or n is not what the cases say", "suite " + suite.name);
    }
    if (std::isnan(metric.value)) {
        suite.cases.clear(); // whoever wrote the record gave no figure: counting would put one in its place
    }
    return {};
}

} // namespace

bool isGoldpanEval(const EvalRecords& records) {
    return !records.empty() && std::ranges::all_of(records, [](const EvalRecord& one) {
        const EvalJson& record = one.json;
        return record.is_object() && record.contains("suite") && record.contains("metric") &&
               record.contains("value");
    });
}

Result<EvalRun> readGoldpanEval(const EvalRecords& records) {
    EvalRun run{.tool = "goldpan"};
    std::set<std::pair<std::string, std::string>> names;
    for (const auto& [record, line] : records) {
        if (textOf(record, "run") != textOf(records.front().json, "run")) {
            return fail(ErrorCode::badValue, "the records are of more than one run; write one file for each");
        }
        if (auto read = readRecord(record, run); !read) {
            return std::unexpected(read.error());
        }
        if (!names.emplace(textOf(record, "suite"), textOf(record, "metric")).second) {
            return fail(ErrorCode::badValue, "a suite has one record of each metric",
                        "suite " + textOf(record, "suite"));
        }
    }
    countCases(run);
    return run;
}

} // namespace goldpan::gates
