// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GateReport: the verdict on a candidate, gate by gate, each with its reason. A value; pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gates/eval_run.h"
#include "core/gates/gate_rules.h"
#include "core/gates/paired_test.h"

namespace goldpan::gates {

enum class Verdict {
    promotable,
    blocked,    ///< a required gate fails
    incomplete, ///< none fails, but one could not be decided: never a yes
};

enum class GateStatus {
    pass,
    fail,
    missing, ///< a figure, the baseline or enough cases are not there
};

/// Cases of a suite that both runs have.
struct PairedCases {
    std::int64_t newFailures = 0; ///< passed in the baseline, failed in the candidate
    std::int64_t newPasses = 0;
    double pValue = 1; ///< mcnemarP()
};

struct Gate {
    std::string suite;
    std::string metric;
    std::optional<double> candidate;
    std::optional<double> baseline;
    GateRule rule; ///< as it was applied
    GateStatus status = GateStatus::missing;
    std::string reason;                ///< one English sentence
    std::optional<std::int64_t> n;     ///< cases of the candidate
    std::optional<Interval> interval;  ///< of the candidate's pass rate, where n is known
    std::optional<PairedCases> paired; ///< where both runs name their cases
};

struct GateReport {
    Verdict verdict = Verdict::incomplete;
    std::vector<Gate> gates;
};

[[nodiscard]] std::string_view verdictName(Verdict verdict);
[[nodiscard]] std::string_view gateStatusName(GateStatus status);

} // namespace goldpan::gates
