// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// lm-eval samples: one line a document and filter, with the metrics of that document beside it. Of several
// filters the first counts, as it does in the results.
#include "core/gates/eval_reader.h"
#include "core/gates/tool_readers.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unordered_set>

namespace goldpan::gates {
namespace {

constexpr std::string_view kTool = "lm-eval";

bool isSample(const EvalJson& line) {
    return line.is_object() && (line.contains("doc_id") || line.contains("doc_hash")) &&
           (line.contains("resps") || line.contains("filtered_resps"));
}

/// The metric that says pass or fail: in the order in which the tool lists them; "" where there is none.
std::string passMetric(const EvalJson& line) {
    const auto found =
        std::ranges::find_if(line.items(), [](const auto& item) { return isPassRateName(item.key()); });
    return found == line.items().end() ? std::string() : found.key();
}

/// 1 or true passes, and nothing else does; what is no share of 1 says nothing of the model.
CaseOutcome outcomeOf(const EvalJson& line, const std::string& metric) {
    const EvalJson* value = childOf(line, metric.c_str());
    if (value == nullptr || !(value->is_number() || value->is_boolean())) {
        return CaseOutcome::error;
    }
    const double share = value->is_boolean() ? (value->get<bool>() ? 1.0 : 0.0) : value->get<double>();
    if (!(share >= 0 && share <= 1)) {
        return CaseOutcome::error;
    }
    return share == 1 ? CaseOutcome::passed : CaseOutcome::failed;
}

/// The place in the data set and the hash of the document: the same name is the same question. "" where the
/// line has neither.
std::string nameOf(const EvalJson& line) {
    const EvalJson* place = childOf(line, "doc_id");
    const std::string hash = textOf(line, "doc_hash");
    std::string name = place == nullptr || place->is_null() ? std::string() : place->dump();
    return name.empty() || hash.empty() ? name + hash : name + " " + hash;
}

std::string categoryOf(const EvalJson& line) {
    const EvalJson* document = childOf(line, "doc");
    return document == nullptr ? std::string() : textOf(*document, "category");
}

} // namespace

bool isLmEvalSamples(const EvalRecords& records) {
    return !records.empty() && isSample(records.front().json);
}

Result<EvalRun> readLmEvalSamples(const EvalRecords& records) {
    EvalRun run{.tool = std::string(kTool)};
    const EvalJson& first = records.front().json;
    const std::string metric = passMetric(first);
    const std::string filter = textOf(first, "filter");
    std::unordered_set<std::string> names;
    for (const auto& [line, number] : records) {
        const std::string where = "line " + std::to_string(number);
        if (metric.empty()) {
            return fail(ErrorCode::badValue,
                        "the samples have no metric that says pass or fail: pass, acc or exact_match", where);
        }
        if (!isSample(line)) {
            return fail(ErrorCode::badValue, "this is no sample, as the first line is", where);
        }
        if (textOf(line, "filter") != filter) {
            continue;
        }
        const std::string name = nameOf(line);
        if (name.empty()) {
            return fail(ErrorCode::badValue, "the sample has neither a doc_id nor a doc_hash", where);
        }
        if (!names.insert(name).second) {
            return fail(ErrorCode::badValue, "a document is there twice; give one file for each task and run",
                        where);
        }
        run.at(categoryOf(line)).cases.push_back({name, outcomeOf(line, metric)});
    }
    countCases(run);
    for (EvalSuite& suite : run.suites) {
        suite.passRate->what = metric + "," + filter;
    }
    return run;
}

Result<void> nameCases(EvalSuite& suite, std::string_view samples) {
    auto run = readEval(samples);
    if (!run) {
        suite.noCases = (run.error().where.empty() ? "" : run.error().where + ": ") + run.error().message;
        return {};
    }
    if (run->tool != kTool) {
        suite.noCases = "these are no samples of lm-eval";
        return {};
    }
    std::vector<EvalCase> cases;
    for (EvalSuite& part : run->suites) {
        std::ranges::move(part.cases, std::back_inserter(cases));
    }
    const auto count = std::ssize(cases);
    if (suite.n && *suite.n != count) {
        return fail(ErrorCode::badValue, "these are not the samples of the results beside them",
                    std::to_string(count) + " of " + std::to_string(*suite.n));
    }
    const auto passed = std::ranges::count(cases, CaseOutcome::passed, &EvalCase::outcome);
    constexpr double kRounding = 1e-6;
    if (count > 0 && suite.passRate &&
        std::abs(static_cast<double>(passed) / static_cast<double>(count) - suite.passRate->value) <
            kRounding) {
        suite.cases = std::move(cases);
    } else {
        suite.noCases = "their passes are not the pass rate of the results";
    }
    return {};
}

} // namespace goldpan::gates
