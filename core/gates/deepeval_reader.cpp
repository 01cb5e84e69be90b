// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// deepeval's test run: each metric is a suite, its cases are the test cases that it judged.
#include "core/gates/tool_readers.h"

#include <nlohmann/json.hpp>

namespace goldpan::gates {
namespace {

bool isTrue(const EvalJson& object, const char* key) {
    const EvalJson* child = childOf(object, key);
    return child != nullptr && child->is_boolean() && child->get<bool>();
}

CaseOutcome outcomeOf(const EvalJson& metric) {
    const EvalJson* error = childOf(metric, "error");
    const EvalJson* success = childOf(metric, "success");
    if ((error != nullptr && !error->is_null()) || success == nullptr || !success->is_boolean()) {
        return CaseOutcome::error;
    }
    return success->get<bool>() ? CaseOutcome::passed : CaseOutcome::failed;
}

} // namespace

bool isDeepeval(const EvalJson& document) {
    const EvalJson* cases = childOf(document, "testCases");
    return cases != nullptr && cases->is_array();
}

Result<EvalRun> readDeepeval(const EvalJson& document) {
    EvalRun run{.tool = "deepeval"};
    for (const EvalJson& test : *childOf(document, "testCases")) {
        const EvalJson* metrics = childOf(test, "metricsData");
        if (metrics == nullptr || !metrics->is_array() || metrics->empty()) {
            return fail(ErrorCode::badValue, "a test case was not judged: run it again, or leave it out",
                        "case " + textOf(test, "name"));
        }
        for (const EvalJson& metric : *metrics) {
            EvalSuite& suite = run.at(textOf(metric, "name"));
            suite.shownOnly = suite.shownOnly || isTrue(metric, "flaky");
            suite.cases.push_back({textOf(test, "name"), outcomeOf(metric)});
        }
    }
    countCases(run);
    return run;
}

} // namespace goldpan::gates
