// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Holds a candidate to its gates. Pure: two runs and rules in, a report out.
#pragma once

#include "core/gates/eval_run.h"
#include "core/gates/gate_report.h"
#include "core/gates/gate_rules.h"

namespace goldpan::gates {

/// Figures that differ by less are equal: 0.1 + 0.2 is no gain over 0.3.
inline constexpr double kSlack = 1e-9;

/// `baseline`: null where there is none. A rule for "*" stands for each suite of either run that decides and
/// that no rule names; what no rule covers is listed as not required. Errors are never passes: more of them
/// than a rule allows leave its gate undecided.
[[nodiscard]] GateReport judge(const EvalRun& candidate, const EvalRun* baseline, const GateRules& rules);

} // namespace goldpan::gates
