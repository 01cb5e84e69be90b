// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what evaluation tools write: promptfoo results, lm-eval results and samples, OpenAI evals events,
// deepeval test runs, flat metrics of MLflow or W&B, and Goldpan's own small JSON. Pure: text in, EvalRun
// out; shapes as in the tools' own sources.
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/gates/eval_run.h"

namespace goldpan::gates {

/// The tool is told by the shape. `corrupt` where the text is no JSON (NaN of Python is as good as null: no
/// figure), `badValue` where it is of another version, of more than one model, or of no known tool. Nothing
/// is guessed.
[[nodiscard]] Result<EvalRun> readEval(std::string_view text);

/// Names the cases of `suite`, a task of lm-eval's results, by the samples that lm-eval wrote beside them.
/// `badValue` where they are of another number of documents. Samples that cannot be read, say nothing of pass
/// or fail, or whose passes are not the suite's pass rate, which is then no mean of them, leave the suite as
/// it is, with the reason in `noCases`.
[[nodiscard]] Result<void> nameCases(EvalSuite& suite, std::string_view samples);

} // namespace goldpan::gates
