// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// GateRules: what a candidate has to reach before it may be deployed. A value; pure. Read from JSON:
// {"gates": [{"suite": "coding", "metric": "pass_rate", "required": true, "threshold": 0.3, "max_drop": 0,
//             "min_gain": 0.05, "max_new_failures": 1, "min_n": 50, "max_errors": 0}]}
// A suite of "*" stands for every suite. Where no metric is named the pass rate is meant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace goldpan::gates {

struct GateRule {
    std::string suite;
    std::optional<std::string> metric;          ///< none: the pass rate
    bool required = true;                       ///< decides; else it is only shown
    std::optional<double> threshold;            ///< floor, or ceiling where smaller is better
    std::optional<double> maxDrop;              ///< against the baseline, absolute, >= 0
    std::optional<double> minGain;              ///< against the baseline, absolute, >= 0
    std::optional<std::int64_t> maxNewFailures; ///< cases that passed in the baseline and fail now
    std::optional<std::int64_t> minN;           ///< cases
    std::int64_t maxErrors = 0;                 ///< cases that ended in an error

    [[nodiscard]] bool needsBaseline() const { return maxDrop || minGain || maxNewFailures; }
};

struct GateRules {
    std::vector<GateRule> gates;
};

/// Every suite's pass rate is required and must not drop.
[[nodiscard]] GateRules defaultGateRules();

/// `corrupt` where it is no JSON, `badValue` for an unknown key or a value outside its range, naming the
/// gate.
[[nodiscard]] Result<GateRules> readGateRules(std::string_view text);

} // namespace goldpan::gates
