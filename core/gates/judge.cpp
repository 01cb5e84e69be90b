// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gates/judge.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <unordered_map>

namespace goldpan::gates {
namespace {

/// A figure as people write it: at most six digits after the point, no zeros at the end.
std::string figure(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

using OutcomesByName = std::unordered_map<std::string_view, CaseOutcome>;

/// None unless each case has a name of its own: what cannot be told apart cannot be compared.
std::optional<OutcomesByName> outcomesByName(const EvalSuite& suite) {
    OutcomesByName out;
    for (const EvalCase& one : suite.cases) {
        if (one.id.empty() || !out.emplace(one.id, one.outcome).second) {
            return std::nullopt;
        }
    }
    return out.empty() ? std::nullopt : std::optional(std::move(out));
}

/// Cases that both runs name, and those that only one of them does.
struct NamedCases {
    PairedCases paired;
    std::int64_t onlyNow = 0;
    std::int64_t onlyBefore = 0;
    [[nodiscard]] bool areSame() const { return onlyNow == 0 && onlyBefore == 0; }
};

/// None unless both runs name their cases.
std::optional<NamedCases> namedCases(const EvalSuite& candidate, const EvalSuite& baseline) {
    const auto now = outcomesByName(candidate);
    const auto before = outcomesByName(baseline);
    if (!now || !before) {
        return std::nullopt;
    }
    NamedCases named;
    for (const auto& [id, outcome] : *now) {
        const auto was = before->find(id);
        if (was == before->end()) {
            ++named.onlyNow;
            continue;
        }
        named.paired.newFailures += was->second == CaseOutcome::passed && outcome == CaseOutcome::failed;
        named.paired.newPasses += was->second == CaseOutcome::failed && outcome == CaseOutcome::passed;
    }
    named.onlyBefore = std::ssize(*before) - (std::ssize(*now) - named.onlyNow);
    named.paired.pValue = mcnemarP(named.paired.newFailures, named.paired.newPasses);
    return named;
}

/// One gate under judgement: the figures it rests on.
struct Subject {
    const EvalSuite* candidate = nullptr;
    const EvalSuite* baseline = nullptr;
    const EvalMetric* now = nullptr;
    const EvalMetric* then = nullptr;
    std::optional<NamedCases> named = std::nullopt;
};

/// Whether a rule's metric is the pass rate of that suite: not named, or by the tool's name.
bool isPassRate(const EvalSuite& suite, const std::optional<std::string>& name) {
    return !name || (suite.passRate && suite.passRate->name == *name);
}

const EvalMetric* metricOf(const EvalSuite* suite, const std::optional<std::string>& name) {
    if (suite == nullptr) {
        return nullptr;
    }
    if (name) {
        return suite->metric(*name);
    }
    return suite->passRate ? &*suite->passRate : nullptr;
}

std::optional<double> figureOf(const EvalMetric& metric) {
    return std::isfinite(metric.value) ? std::optional(metric.value) : std::nullopt;
}

bool isBetweenNoneAndAll(double share) {
    return share >= -kSlack && share <= 1 + kSlack;
}

/// Why the gate cannot be decided; "" where it can.
std::string missing(const Gate& gate, const Subject& of, const EvalRun& candidate, const EvalRun* baseline) {
    const GateRule& rule = gate.rule;
    if (!candidate.brokeOff.empty()) {
        return "the candidate's run broke off: " + candidate.brokeOff;
    }
    if (of.candidate == nullptr) {
        return "the candidate has no such suite";
    }
    if (of.now == nullptr) {
        return "the candidate has no figure for it";
    }
    if (!std::isfinite(of.now->value)) {
        return "the candidate's figure is no number";
    }
    const bool isShare = isPassRate(*of.candidate, rule.metric);
    if (isShare && !isBetweenNoneAndAll(of.now->value)) {
        return "the candidate's pass rate does not lie between 0 and 1";
    }
    const auto n = of.candidate->casesOf(*of.now);
    if (n && *n < 1) {
        return "the candidate's figure is of no case at all";
    }
    if (of.candidate->errors > rule.maxErrors) {
        return std::to_string(of.candidate->errors) + " of " + std::to_string(of.candidate->n.value_or(0)) +
               " cases ended in an error, " + std::to_string(rule.maxErrors) + " are allowed";
    }
    if (rule.minN && n.value_or(0) < *rule.minN) {
        return (n ? std::to_string(*n) + " cases, " : "an unknown number of cases, ") +
               std::to_string(*rule.minN) + " are needed";
    }
    if (!rule.needsBaseline()) {
        return rule.threshold ? "" : "no baseline and no threshold";
    }
    if (baseline == nullptr) {
        return "no baseline to compare with";
    }
    if (!baseline->brokeOff.empty()) {
        return "the baseline's run broke off: " + baseline->brokeOff;
    }
    if (of.baseline == nullptr || of.then == nullptr || !std::isfinite(of.then->value)) {
        return "the baseline has no figure for it";
    }
    if (of.now->what != of.then->what) {
        return "the runs do not compare: " + of.now->what + " against " + of.then->what;
    }
    if (of.candidate->version != of.baseline->version) {
        return "the runs do not compare: " + of.candidate->version + " against " + of.baseline->version;
    }
    if (isShare && !isBetweenNoneAndAll(of.then->value)) {
        return "the baseline's pass rate does not lie between 0 and 1";
    }
    if (const auto before = of.baseline->casesOf(*of.then); n != before) {
        const std::string refused = "the runs do not compare: ";
        return !before ? refused + std::to_string(*n) + " cases against an unknown number"
               : !n    ? refused + "an unknown number of cases against " + std::to_string(*before)
                       : refused + std::to_string(*n) + " cases against " + std::to_string(*before);
    }
    if (of.named && of.named->onlyNow > 0) {
        return "the runs do not compare: " + std::to_string(of.named->onlyNow) +
               " of the candidate's cases are not among the baseline's";
    }
    if (of.named && of.named->onlyBefore > 0) {
        return "the runs do not compare: " + std::to_string(of.named->onlyBefore) +
               " of the baseline's cases are not among the candidate's";
    }
    if (of.baseline->errors > rule.maxErrors) {
        return std::to_string(of.baseline->errors) + " cases of the baseline ended in an error";
    }
    if (rule.maxNewFailures && !gate.paired) {
        const std::string& why = of.candidate->noCases.empty() ? of.baseline->noCases : of.candidate->noCases;
        return why.empty() ? "new failures are not known: the runs do not name their cases"
                           : "new failures are not known: the runs do not name their cases (" + why + ")";
    }
    return "";
}

/// What the gate fails by; "" where it passes. Everything it needs is there.
std::string failure(const Gate& gate, const Subject& of) {
    const GateRule& rule = gate.rule;
    const double sign = of.now->higherIsBetter ? 1 : -1;
    const double value = of.now->value;
    if (rule.threshold && sign * (value - *rule.threshold) < -kSlack) {
        return figure(value) + (sign > 0 ? " is below " : " is above ") + figure(*rule.threshold);
    }
    if (of.then != nullptr) {
        const double gain = sign * (value - of.then->value);
        if (rule.maxDrop && gain < -*rule.maxDrop - kSlack) {
            return figure(-gain) + " worse than the baseline's " + figure(of.then->value) + ", " +
                   figure(*rule.maxDrop) + " is allowed";
        }
        if (rule.minGain && gain < *rule.minGain - kSlack) {
            return "a gain of " + figure(gain) + " over the baseline's " + figure(of.then->value) + ", " +
                   figure(*rule.minGain) + " is asked for";
        }
    }
    if (rule.maxNewFailures && gate.paired->newFailures > *rule.maxNewFailures) {
        return std::to_string(gate.paired->newFailures) + " cases that passed in the baseline fail, " +
               std::to_string(*rule.maxNewFailures) + " are allowed";
    }
    return "";
}

Gate decide(const std::string& suite, const GateRule& rule, const EvalRun& candidate,
            const EvalRun* baseline) {
    Subject of{candidate.suite(suite), baseline == nullptr ? nullptr : baseline->suite(suite)};
    of.now = metricOf(of.candidate, rule.metric);
    of.then = metricOf(of.baseline, rule.metric);
    if (of.candidate != nullptr && of.baseline != nullptr) {
        of.named = namedCases(*of.candidate, *of.baseline);
    }
    Gate gate{.suite = suite, .metric = rule.metric.value_or("pass_rate"), .rule = rule};
    if (of.now != nullptr) {
        gate.metric = of.now->name;
        gate.candidate = figureOf(*of.now);
    }
    if (of.then != nullptr) {
        gate.baseline = figureOf(*of.then);
    }
    if (of.candidate != nullptr && isPassRate(*of.candidate, rule.metric)) {
        gate.n = of.candidate->n;
        if (gate.n && gate.candidate && isBetweenNoneAndAll(*gate.candidate)) {
            gate.interval =
                wilsonInterval(std::llround(*gate.candidate * static_cast<double>(*gate.n)), *gate.n);
        }
        if (of.named && of.named->areSame()) {
            gate.paired = of.named->paired;
        }
    }
    gate.reason = missing(gate, of, candidate, baseline);
    if (!gate.reason.empty()) {
        return gate;
    }
    gate.reason = failure(gate, of);
    gate.status = gate.reason.empty() ? GateStatus::pass : GateStatus::fail;
    if (gate.reason.empty()) {
        gate.reason = "reached";
    }
    return gate;
}

/// In the order of the candidate, then what only the baseline has.
std::vector<const EvalSuite*> allSuites(const EvalRun& candidate, const EvalRun* baseline) {
    std::vector<const EvalSuite*> out;
    std::ranges::transform(candidate.suites, std::back_inserter(out),
                           [](const EvalSuite& suite) { return &suite; });
    if (baseline != nullptr) {
        for (const EvalSuite& suite : baseline->suites) {
            if (candidate.suite(suite.name) == nullptr) {
                out.push_back(&suite);
            }
        }
    }
    return out;
}

/// The pass rate first; none of no suite.
std::vector<const EvalMetric*> metricsOf(const EvalSuite* suite) {
    std::vector<const EvalMetric*> out;
    if (suite != nullptr && suite->passRate) {
        out.push_back(&*suite->passRate);
    }
    if (suite != nullptr) {
        std::ranges::transform(suite->others, std::back_inserter(out),
                               [](const EvalMetric& metric) { return &metric; });
    }
    return out;
}

/// What is listed beside the gates: figures that decide nothing.
Gate shown(const EvalSuite& suite, const EvalMetric& metric, const EvalMetric* then) {
    Gate gate{.suite = suite.name, .metric = metric.name, .candidate = figureOf(metric)};
    gate.rule.required = false;
    if (then != nullptr) {
        gate.baseline = figureOf(*then);
    }
    gate.status = GateStatus::pass;
    gate.reason = "shown only";
    return gate;
}

Verdict verdictOf(const std::vector<Gate>& gates) {
    const auto any = [&gates](GateStatus status) {
        return std::ranges::any_of(
            gates, [status](const Gate& gate) { return gate.rule.required && gate.status == status; });
    };
    return any(GateStatus::fail)      ? Verdict::blocked
           : any(GateStatus::missing) ? Verdict::incomplete
           : any(GateStatus::pass)    ? Verdict::promotable
                                      : Verdict::incomplete; // nothing was asked: no yes
}

} // namespace

GateReport judge(const EvalRun& candidate, const EvalRun* baseline, const GateRules& rules) {
    GateReport report;
    std::set<std::pair<std::string, std::string>> covered;
    const auto add = [&](const std::string& suite, const GateRule& rule) {
        report.gates.push_back(decide(suite, rule, candidate, baseline));
        covered.emplace(suite, report.gates.back().metric);
    };
    const auto suites = allSuites(candidate, baseline);
    for (const GateRule& rule : rules.gates) {
        if (rule.suite != "*") {
            add(rule.suite, rule);
            continue;
        }
        for (const EvalSuite* suite : suites) {
            const bool named = std::ranges::any_of(rules.gates, [&](const GateRule& other) {
                return other.suite == suite->name &&
                       (other.metric == rule.metric ||
                        (isPassRate(*suite, other.metric) && isPassRate(*suite, rule.metric)));
            });
            // Figures of the whole file beside suites are no suite that could lack its pass rate, unless
            // the baseline has one.
            const EvalSuite* before = baseline == nullptr ? nullptr : baseline->suite(suite->name);
            const bool figuresOnly = suite->name.empty() && suites.size() > 1 && !suite->passRate &&
                                     (before == nullptr || !before->passRate);
            if (!named && !suite->shownOnly && !figuresOnly) {
                add(suite->name, rule);
            }
        }
    }
    report.verdict = verdictOf(report.gates);
    for (const EvalSuite& suite : candidate.suites) {
        const EvalSuite* before = baseline == nullptr ? nullptr : baseline->suite(suite.name);
        std::unordered_map<std::string_view, const EvalMetric*> then;
        for (const EvalMetric* metric : metricsOf(before)) {
            then.try_emplace(metric->name, metric);
        }
        for (const EvalMetric* metric : metricsOf(&suite)) {
            if (!covered.contains({suite.name, metric->name})) {
                const auto found = then.find(metric->name);
                report.gates.push_back(shown(suite, *metric, found == then.end() ? nullptr : found->second));
            }
        }
    }
    return report;
}

} // namespace goldpan::gates
