// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// EvalRun: what an evaluation said of one model, whatever tool it ran in. A suite is a group of cases that is
// judged by itself (a category, a task, a metric). A value; pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace goldpan::gates {

enum class CaseOutcome {
    passed,
    failed,
    error, ///< the case could not be judged: neither a pass nor a failure of the model
};

struct EvalCase {
    std::string id; ///< the same in every run of the same suite
    CaseOutcome outcome = CaseOutcome::error;
};

struct EvalMetric {
    std::string name; ///< as the tool calls it; `pass_rate` where it was counted from cases
    double value = 0; ///< NaN where the file has something else there than a number
    std::optional<double> standardError;
    bool higherIsBetter = true;
    std::string what =
        {}; ///< what it is of, with filter or path: only the same is compared; "" where unknown
    std::optional<std::int64_t> n = {}; ///< cases that it is of, where the file says it of this figure alone
};

struct EvalSuite {
    std::string name;                   ///< "" for the whole file
    std::optional<EvalMetric> passRate; ///< share of cases that passed, 0 to 1
    std::vector<EvalMetric> others;     ///< shown, and decide only where a rule names them
    std::vector<EvalCase> cases;        ///< none where the tool gives sums alone
    std::string noCases;                ///< why what there is of them was not taken; "" where nothing is
    std::optional<std::int64_t> n;      ///< cases that the pass rate is of
    std::int64_t errors = 0;            ///< among them
    std::string version;                ///< runs compare only where it is the same; "" where unknown
    bool shownOnly = false;             ///< a group or an overall figure: never decides

    /// Cases that a figure of this suite is of; none where unknown.
    [[nodiscard]] std::optional<std::int64_t> casesOf(const EvalMetric& figure) const {
        return figure.n ? figure.n : n;
    }
    /// By the tool's name; null where there is none.
    [[nodiscard]] const EvalMetric* metric(std::string_view wanted) const;
};

struct EvalRun {
    std::string tool;              ///< promptfoo, lm-eval, openai-evals, deepeval, flat, goldpan
    std::vector<EvalSuite> suites; ///< only added to, by at()
    std::unordered_map<std::string, std::size_t> places = {}; ///< of the suites, by name
    std::string brokeOff = {}; ///< by what the run is not whole; "" where it is, or the tool does not say

    [[nodiscard]] const EvalSuite* suite(std::string_view name) const;
    /// The suite of that name, made where it is new.
    [[nodiscard]] EvalSuite& at(std::string_view name);
};

/// The names that tools give the share of passed cases: pass, pass_rate, acc, accuracy, exact_match.
[[nodiscard]] bool isPassRateName(std::string_view name);
/// The place of a name among them: of several pass rates the first decides.
[[nodiscard]] std::size_t passRateRank(std::string_view name);

/// Whether a stated share is that of `passed` of `n` cases; shares are often written with two or three
/// places.
[[nodiscard]] bool isShareOf(double share, std::int64_t passed, std::int64_t n);

/// Counts the cases of every suite that has some into its pass rate, n and errors. A case that ended in an
/// error stays in n: it is no pass.
void countCases(EvalRun& run);

} // namespace goldpan::gates
