// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The evaluation in a file, with what its tool wrote beside it. Free functions.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/gates/eval_run.h"

namespace goldpan::readiness {

/// gates::readEval() of the file; its errors name the file. Tasks in lm-eval's `results_DATE.json` take their
/// cases from `samples_TASK_DATE.jsonl` in the same folder, where that is there: gates::nameCases().
[[nodiscard]] Result<gates::EvalRun> readEvalFile(const std::string& path);

} // namespace goldpan::readiness
