// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One function for each evaluation tool: is it of that tool, and what does it say. For eval_reader.cpp.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/gates/eval_run.h"

namespace goldpan::gates {

using EvalJson = nlohmann::ordered_json;

[[nodiscard]] bool isPromptfoo(const EvalJson& document);
[[nodiscard]] Result<EvalRun> readPromptfoo(const EvalJson& document);

[[nodiscard]] bool isLmEval(const EvalJson& document);
[[nodiscard]] Result<EvalRun> readLmEval(const EvalJson& document);

[[nodiscard]] bool isDeepeval(const EvalJson& document);
[[nodiscard]] Result<EvalRun> readDeepeval(const EvalJson& document);

/// One object of a file of many, and its line there, from 1.
struct EvalRecord {
    EvalJson json;
    std::int64_t line = 1;
};
using EvalRecords = std::vector<EvalRecord>;

[[nodiscard]] bool isOpenAiEvals(const EvalRecords& records);
[[nodiscard]] Result<EvalRun> readOpenAiEvals(const EvalRecords& records);

[[nodiscard]] bool isGoldpanEval(const EvalRecords& records);
[[nodiscard]] Result<EvalRun> readGoldpanEval(const EvalRecords& records);

/// Suites are the categories of the documents, "" where they have none.
[[nodiscard]] bool isLmEvalSamples(const EvalRecords& records);
[[nodiscard]] Result<EvalRun> readLmEvalSamples(const EvalRecords& records);

/// Any other object with numbers: what MLflow and W&B keep.
[[nodiscard]] Result<EvalRun> readFlatMetrics(const EvalJson& document);

/// Members of hostile documents: the wrong type is as good as none.
[[nodiscard]] std::string textOf(const EvalJson& object, const char* key);
[[nodiscard]] const EvalJson* childOf(const EvalJson& object, const char* key);
/// NaN where it is no number.
[[nodiscard]] double figureOf(const EvalJson& value);
/// A number of cases under a key, none where there is none or null; `badValue` where it is no whole number.
[[nodiscard]] Result<std::optional<std::int64_t>> countOf(const EvalJson& object, const char* key);

} // namespace goldpan::gates
