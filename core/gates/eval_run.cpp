// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gates/eval_run.h"

#include <algorithm>
#include <array>

namespace goldpan::gates {

const EvalMetric* EvalSuite::metric(std::string_view wanted) const {
    if (passRate && passRate->name == wanted) {
        return &*passRate;
    }
    const auto found = std::ranges::find(others, wanted, &EvalMetric::name);
    return found == others.end() ? nullptr : &*found;
}

const EvalSuite* EvalRun::suite(std::string_view name) const {
    const auto found = std::ranges::find(suites, name, &EvalSuite::name);
    return found == suites.end() ? nullptr : &*found;
}

EvalSuite& EvalRun::at(std::string_view name) {
    const auto found = std::ranges::find(suites, name, &EvalSuite::name);
    if (found != suites.end()) {
        return *found;
    }
    suites.push_back({.name = std::string(name)});
    return suites.back();
}

bool isPassRateName(std::string_view name) {
    static constexpr std::array<std::string_view, 5> kNames{"pass", "pass_rate", "acc", "accuracy",
                                                            "exact_match"};
    return std::ranges::find(kNames, name) != kNames.end();
}

void countCases(EvalRun& run) {
    for (EvalSuite& suite : run.suites) {
        if (suite.cases.empty()) {
            continue;
        }
        const auto passed = std::ranges::count(suite.cases, CaseOutcome::passed, &EvalCase::outcome);
        suite.n = std::ssize(suite.cases);
        suite.errors = std::ranges::count(suite.cases, CaseOutcome::error, &EvalCase::outcome);
        suite.passRate = EvalMetric{.name = "pass_rate",
                                    .value = static_cast<double>(passed) / static_cast<double>(*suite.n)};
    }
}

} // namespace goldpan::gates
