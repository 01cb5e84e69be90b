// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI evals: a line with the spec, a line for each event, one with the final report. Only match events say
// whether a case passed. A run without its report broke off.
#include "core/gates/tool_readers.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace goldpan::gates {

namespace {

/// The tool counts the match events; errors are none.
Result<void> checkReport(const EvalJson& report, const EvalRun& run) {
    std::int64_t passed = 0;
    std::int64_t judged = 0;
    for (const EvalSuite& suite : run.suites) {
        passed += std::ranges::count(suite.cases, CaseOutcome::passed, &EvalCase::outcome);
        judged += std::ranges::count(suite.cases, CaseOutcome::failed, &EvalCase::outcome);
    }
    judged += passed;
    const EvalJson* accuracy = childOf(report, "accuracy");
    if (accuracy != nullptr && accuracy->is_number() && judged > 0 &&
        !isShareOf(accuracy->get<double>(), passed, judged)) {
        return fail(ErrorCode::badValue, "the accuracy of the final report is not what the events say");
    }
    return {};
}

} // namespace

bool isOpenAiEvals(const EvalRecords& records) {
    return std::ranges::any_of(records, [](const EvalRecord& record) {
        const EvalJson& line = record.json;
        return line.contains("spec") || line.contains("final_report") ||
               (line.contains("run_id") && line.contains("event_id"));
    });
}

Result<EvalRun> readOpenAiEvals(const EvalRecords& records) {
    EvalRun run{.tool = "openai-evals"};
    std::string id;
    const EvalJson* report = nullptr;
    for (const auto& [line, number] : records) {
        if (const EvalJson* found = childOf(line, "final_report"); found != nullptr && !found->is_null()) {
            report = found;
        }
        const std::string type = textOf(line, "type");
        if (type != "match" && type != "error") {
            continue;
        }
        const std::string of = textOf(line, "run_id");
        if (!run.suites.empty() && of != id) {
            return fail(ErrorCode::badValue, "the events are of more than one run; write one file for each");
        }
        id = of;
        const EvalJson* data = childOf(line, "data");
        const EvalJson* correct = data == nullptr ? nullptr : childOf(*data, "correct");
        const bool judged = type == "match" && correct != nullptr && correct->is_boolean();
        run.at(data == nullptr ? std::string() : textOf(*data, "category"))
            .cases.push_back({textOf(line, "sample_id"), !judged                ? CaseOutcome::error
                                                         : correct->get<bool>() ? CaseOutcome::passed
                                                                                : CaseOutcome::failed});
    }
    if (report == nullptr) {
        run.brokeOff = "it has no final report";
    } else if (auto agrees = checkReport(*report, run); !agrees) {
        return std::unexpected(agrees.error());
    }
    countCases(run);
    return run;
}

} // namespace goldpan::gates
