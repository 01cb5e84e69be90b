// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// promptfoo -o results.json, results.version 3. Its documentation shows another shape; this follows its
// types.
#include "core/gates/tool_readers.h"

#include <nlohmann/json.hpp>

namespace goldpan::gates {
namespace {

constexpr int kVersion = 3;
constexpr int kFailureIsError = 2; ///< ResultFailureReason: 0 none, 1 assert, 2 error

CaseOutcome outcomeOf(const EvalJson& result) {
    const EvalJson* reason = childOf(result, "failureReason");
    if (reason != nullptr && figureOf(*reason) == kFailureIsError) {
        return CaseOutcome::error;
    }
    const EvalJson* success = childOf(result, "success");
    if (success == nullptr || !success->is_boolean()) {
        return CaseOutcome::error;
    }
    return success->get<bool>() ? CaseOutcome::passed : CaseOutcome::failed;
}

std::string categoryOf(const EvalJson& result) {
    const EvalJson* test = childOf(result, "testCase");
    const EvalJson* metadata = test == nullptr ? nullptr : childOf(*test, "metadata");
    return metadata == nullptr ? std::string() : textOf(*metadata, "category");
}

std::string providerOf(const EvalJson& result) {
    const EvalJson* provider = childOf(result, "provider");
    const EvalJson* prompt = childOf(result, "promptIdx");
    return (provider == nullptr ? std::string() : provider->dump()) +
           (prompt == nullptr ? "" : prompt->dump());
}

} // namespace

bool isPromptfoo(const EvalJson& document) {
    const EvalJson* results = childOf(document, "results");
    return results != nullptr && childOf(*results, "results") != nullptr &&
           childOf(*results, "results")->is_array();
}

Result<EvalRun> readPromptfoo(const EvalJson& document) {
    const EvalJson& results = *childOf(document, "results");
    const EvalJson* version = childOf(results, "version");
    if (version == nullptr || !version->is_number_integer() || *version != kVersion) {
        return fail(ErrorCode::badValue, "promptfoo results of version 3 can be read, these are of another");
    }
    EvalRun run{.tool = "promptfoo"};
    std::string provider;
    for (const EvalJson& result : *childOf(results, "results")) {
        const std::string of = providerOf(result);
        if (!run.suites.empty() && of != provider) {
            return fail(ErrorCode::badValue,
                        "the results are of more than one prompt or provider; write one file for each");
        }
        provider = of;
        const EvalJson* test = childOf(result, "testIdx");
        EvalSuite& suite = run.at(categoryOf(result));
        suite.cases.push_back(
            {test != nullptr ? test->dump() : std::to_string(suite.cases.size()), outcomeOf(result)});
    }
    countCases(run);
    return run;
}

} // namespace goldpan::gates
