// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gates/eval_run.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace goldpan::gates {
namespace {

constexpr std::array<std::string_view, 5> kPassRates{"pass", "pass_rate", "acc", "accuracy", "exact_match"};

} // namespace

const EvalMetric* EvalSuite::metric(std::string_view wanted) const {
    if (passRate && passRate->name == wanted) {
        return &*passRate;
    }
    const auto found = std::ranges::find(others, wanted, &EvalMetric::name);
    return found == others.end() ? nullptr : &*found;
}

const EvalSuite* EvalRun::suite(std::string_view name) const {
    const auto found = places.find(std::string(name));
    return found == places.end() ? nullptr : &suites[found->second];
}

EvalSuite& EvalRun::at(std::string_view name) {
    const auto [place, isNew] = places.try_emplace(std::string(name), suites.size());
    if (isNew) {
        suites.push_back({.name = place->first});
    }
    return suites[place->second];
}

bool isPassRateName(std::string_view name) {
    return std::ranges::find(kPassRates, name) != kPassRates.end();
}

std::size_t passRateRank(std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(kPassRates, name) - kPassRates.begin());
}

bool isShareOf(double share, std::int64_t passed, std::int64_t n) {
    const bool hasTwoPlaces = std::abs(share * 100 - std::round(share * 100)) < 1e-9;
    const double rounding = hasTwoPlaces ? 0.00501 : 0.000501;
    return n > 0 && std::abs(static_cast<double>(passed) / static_cast<double>(n) - share) < rounding;
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
                                    .value = static_cast<double>(passed) / static_cast<double>(*suite.n),
                                    .what = suite.passRate ? suite.passRate->what : "pass_rate"};
    }
}

} // namespace goldpan::gates
