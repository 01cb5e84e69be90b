// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAI evals: a line with the spec, a line for each event, one with the final report. Only match events say
// whether a case passed.
#include "core/gates/tool_readers.h"

#include <algorithm>

namespace goldpan::gates {

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
    for (const auto& [line, number] : records) {
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
    countCases(run);
    return run;
}

} // namespace goldpan::gates
