// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the gates say of runs: each rule at its edge, and everything that must not become a yes.
#include "core/gates/judge.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace goldpan::gates {
namespace {

/// A run with one suite of `passed` passes, `failed` failures and `errors` errors, cases c0, c1, ...
EvalRun run(int passed, int failed, int errors = 0, const std::string& suite = "coding") {
    EvalRun out;
    for (int i = 0; i < passed + failed + errors; ++i) {
        out.at(suite).cases.push_back({"c" + std::to_string(i), i < passed            ? CaseOutcome::passed
                                                                : i < passed + failed ? CaseOutcome::failed
                                                                                      : CaseOutcome::error});
    }
    countCases(out);
    return out;
}

GateRules rules(std::string_view gates) {
    auto read = readGateRules("{\"gates\": [" + std::string(gates) + "]}");
    EXPECT_TRUE(read) << (read ? "" : read.error().message);
    return read.value_or(GateRules{});
}

/// "verdict; suite metric status reason; ..." without what is only shown.
std::string said(const GateReport& report) {
    std::string out(verdictName(report.verdict));
    for (const Gate& gate : report.gates) {
        if (gate.reason != "shown only") {
            out += "; " + gate.suite + " " + gate.metric + " " + std::string(gateStatusName(gate.status)) +
                   " " + gate.reason;
        }
    }
    return out;
}

std::string judged(const EvalRun& candidate, const EvalRun& baseline, std::string_view gates) {
    return said(judge(candidate, &baseline, rules(gates)));
}

TEST(Gates, EqualIsNoDropAndOneCaseLessIs) {
    const EvalRun baseline = run(8, 2);
    EXPECT_EQ(said(judge(run(8, 2), &baseline, defaultGateRules())),
              "promotable; coding pass_rate pass reached");
    EXPECT_EQ(said(judge(run(7, 3), &baseline, defaultGateRules())),
              "blocked; coding pass_rate fail 0.1 worse than the baseline's 0.8, 0 is allowed");
    EXPECT_EQ(said(judge(run(8, 2), nullptr, defaultGateRules())),
              "incomplete; coding pass_rate missing no baseline to compare with");
}

TEST(Gates, AThresholdNeedsNoBaselineAndIsReachedByEquality) {
    EXPECT_EQ(said(judge(run(3, 7), nullptr, rules(R"({"suite": "*", "threshold": 0.3})"))),
              "promotable; coding pass_rate pass reached");
    EXPECT_EQ(said(judge(run(2, 8), nullptr, rules(R"({"suite": "*", "threshold": 0.3})"))),
              "blocked; coding pass_rate fail 0.2 is below 0.3");
}

TEST(Gates, TheLastBitDecidesNothing) {
    EvalRun baseline;
    baseline.at("s").passRate = {"pass", 0.1, {}, true};
    EvalRun candidate;
    candidate.at("s").passRate = {"pass", 0.3, {}, true}; // 0.1 + 0.2 > 0.3 in floating point
    EXPECT_EQ(judged(candidate, baseline, R"({"suite": "s", "min_gain": 0.2})"),
              "promotable; s pass pass reached");
    candidate.at("s").passRate->value = 0.3 - 1e-8;
    EXPECT_EQ(judge(candidate, &baseline, rules(R"({"suite": "s", "min_gain": 0.2})")).verdict,
              Verdict::blocked);
}

TEST(Gates, AllowedDropAndAskedGainHoldAtTheirEdge) {
    const EvalRun baseline = run(8, 2);
    EXPECT_EQ(judge(run(7, 3), &baseline, rules(R"({"suite": "coding", "max_drop": 0.1})")).verdict,
              Verdict::promotable);
    EXPECT_EQ(judge(run(6, 4), &baseline, rules(R"({"suite": "coding", "max_drop": 0.1})")).verdict,
              Verdict::blocked);
    EXPECT_EQ(judge(run(9, 1), &baseline, rules(R"({"suite": "coding", "min_gain": 0.1})")).verdict,
              Verdict::promotable);
    EXPECT_EQ(judged(run(8, 2), baseline, R"({"suite": "coding", "min_gain": 0.1})"),
              "blocked; coding pass_rate fail a gain of 0 over the baseline's 0.8, 0.1 is asked for");
}

TEST(Gates, SmallerIsBetterTurnsEveryRuleRound) {
    EvalRun baseline;
    baseline.at("s").others.push_back({"ppl", 4.0, {}, false});
    EvalRun candidate;
    candidate.at("s").others.push_back({"ppl", 4.5, {}, false});
    EXPECT_EQ(judged(candidate, baseline, R"({"suite": "s", "metric": "ppl", "max_drop": 0})"),
              "blocked; s ppl fail 0.5 worse than the baseline's 4, 0 is allowed");
    EXPECT_EQ(judged(candidate, baseline, R"({"suite": "s", "metric": "ppl", "threshold": 4.4})"),
              "blocked; s ppl fail 4.5 is above 4.4");
    EXPECT_EQ(judged(candidate, baseline, R"({"suite": "s", "metric": "ppl", "threshold": 4.5})"),
              "promotable; s ppl pass reached");
}

TEST(Gates, ErrorsAreNeverPasses) {
    const EvalRun baseline = run(8, 2);
    EXPECT_EQ(said(judge(run(9, 0, 1), &baseline, defaultGateRules())),
              "incomplete; coding pass_rate missing 1 of 10 cases ended in an error, 0 are allowed");
    EXPECT_EQ(
        judge(run(9, 0, 1), &baseline, rules(R"({"suite": "*", "max_drop": 0, "max_errors": 1})")).verdict,
        Verdict::promotable);
    // Allowed, they still count as cases that did not pass.
    EXPECT_EQ(
        judge(run(7, 2, 1), &baseline, rules(R"({"suite": "*", "max_drop": 0, "max_errors": 1})")).verdict,
        Verdict::blocked);
    EXPECT_EQ(said(judge(run(8, 2), nullptr, rules(R"({"suite": "x", "threshold": 0})"))),
              "incomplete; x pass_rate missing the candidate has no such suite");
}

TEST(Gates, MissingSuitesAndVersionsAndCasesAreIncomplete) {
    EvalRun baseline = run(8, 2);
    baseline.at("math").passRate = {"pass", 0.5, {}, true};
    EXPECT_EQ(said(judge(run(8, 2), &baseline, defaultGateRules())),
              "incomplete; coding pass_rate pass reached; math pass_rate missing the candidate has no such "
              "suite");
    EXPECT_EQ(judged(run(16, 4), run(8, 2), R"({"suite": "*", "max_drop": 0})"),
              "incomplete; coding pass_rate missing the runs do not compare: 20 cases against 10");
    EvalRun other = run(8, 2);
    other.at("coding").version = "version 2.0, n-shot 0";
    EXPECT_EQ(judged(other, run(8, 2), R"({"suite": "*", "max_drop": 0})").substr(0, 62),
              "incomplete; coding pass_rate missing the runs do not compare: ");
    EXPECT_EQ(judged(run(8, 2), run(8, 2), R"({"suite": "*", "max_drop": 0, "min_n": 11})"),
              "incomplete; coding pass_rate missing 10 cases, 11 are needed");
    EXPECT_EQ(judge(run(8, 2), nullptr, rules(R"({"suite": "*", "threshold": 0.1, "min_n": 10})")).verdict,
              Verdict::promotable);
    EvalRun nan = run(8, 2);
    nan.at("coding").passRate->value = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(judge(nan, nullptr, rules(R"({"suite": "*", "threshold": 0.1})")).verdict, Verdict::incomplete);
    EvalRun none;
    none.at("coding").passRate = {"pass", 1, {}, true};
    none.at("coding").n = 0;
    EXPECT_EQ(judge(none, nullptr, rules(R"({"suite": "*", "threshold": 0.1})")).verdict,
              Verdict::incomplete);
    EXPECT_EQ(judge({}, nullptr, defaultGateRules()).verdict, Verdict::incomplete);
}

TEST(Gates, AFigureThatIsNoNumberIsMissingBesideOthers) {
    const double none = std::numeric_limits<double>::quiet_NaN();
    EvalRun candidate = run(8, 2);
    candidate.at("").passRate = {"acc", none, {}, true};
    candidate.at("").n = 10;
    const auto report = judge(candidate, nullptr, rules(R"({"suite": "*", "threshold": 0.1})"));
    EXPECT_EQ(said(report), "incomplete; coding pass_rate pass reached;  acc missing the candidate's figure "
                            "is no number");
    EXPECT_FALSE(report.gates[1].candidate);
    EXPECT_FALSE(report.gates[1].interval);
    EXPECT_EQ(judge(candidate, &candidate, defaultGateRules()).verdict, Verdict::incomplete);
    EvalRun fewer = run(8, 2);
    fewer.at("").others.push_back({"loss", 0.3, {}, false});
    EXPECT_EQ(judge(fewer, &candidate, defaultGateRules()).verdict, Verdict::incomplete)
        << "the baseline says that the whole file has a pass rate";
    EXPECT_EQ(judge(fewer, nullptr, rules(R"({"suite": "*", "threshold": 0.1})")).verdict,
              Verdict::promotable);
}

TEST(Gates, AFailureOutweighsWhatIsMissing) {
    EvalRun baseline = run(8, 2);
    baseline.at("math").passRate = {"pass", 0.5, {}, true};
    EXPECT_EQ(judge(run(1, 9), &baseline, defaultGateRules()).verdict, Verdict::blocked);
}

TEST(Gates, NewFailuresAreCountedCaseByCase) {
    EvalRun baseline = run(2, 2);
    EvalRun candidate;
    candidate.at("coding").cases = {{"c3", CaseOutcome::passed},
                                    {"c2", CaseOutcome::passed},
                                    {"c1", CaseOutcome::failed},
                                    {"c0", CaseOutcome::passed}};
    countCases(candidate);
    const auto report = judge(candidate, &baseline, rules(R"({"suite": "*", "max_new_failures": 0})"));
    EXPECT_EQ(said(report),
              "blocked; coding pass_rate fail 1 cases that passed in the baseline fail, 0 are allowed");
    ASSERT_TRUE(report.gates[0].paired);
    EXPECT_EQ(report.gates[0].paired->newPasses, 2);
    EXPECT_EQ(judge(candidate, &baseline, rules(R"({"suite": "*", "max_new_failures": 1})")).verdict,
              Verdict::promotable);
    baseline.at("coding").cases.clear();
    EXPECT_EQ(
        judged(candidate, baseline, R"({"suite": "*", "max_new_failures": 1})"),
        "incomplete; coding pass_rate missing new failures are not known: the runs do not name their cases");
}

TEST(Gates, RunsOfOtherCasesAreNotCompared) {
    const auto named = [](const std::vector<std::string>& ids) {
        EvalRun out;
        for (const std::string& id : ids) {
            out.at("s").cases.push_back({id, CaseOutcome::passed});
        }
        countCases(out);
        return out;
    };
    for (const char* rule : {R"({"suite": "*", "max_drop": 1})", R"({"suite": "*", "min_gain": 0})",
                             R"({"suite": "*", "max_new_failures": 2})"}) {
        EXPECT_EQ(
            judged(named({"c", "d"}), named({"a", "b"}), rule),
            "incomplete; s pass_rate missing the runs do not compare: 2 of the candidate's cases are not "
            "among the baseline's")
            << rule;
        EXPECT_EQ(
            judged(named({"a", "c"}), named({"a", "b"}), rule),
            "incomplete; s pass_rate missing the runs do not compare: 1 of the candidate's cases are not "
            "among the baseline's")
            << rule;
        EXPECT_EQ(judged(named({"b", "a"}), named({"a", "b"}), rule), "promotable; s pass_rate pass reached");
        // Samples of fewer cases than the figure is of: its tool says how many those are, or does not.
        for (const std::optional<std::int64_t> n : {std::optional<std::int64_t>(3), {}}) {
            EvalRun candidate = named({"a"});
            EvalRun baseline = named({"a", "b", "c"});
            candidate.at("s").n = baseline.at("s").n = n;
            EXPECT_EQ(
                judged(candidate, baseline, rule),
                "incomplete; s pass_rate missing the runs do not compare: 2 of the baseline's cases are not "
                "among the candidate's")
                << rule;
        }
    }
    constexpr std::string_view kDrop = R"({"suite": "*", "max_drop": 0})";
    EXPECT_EQ(judged(named({"c", "d"}), named({"a", ""}), kDrop), "promotable; s pass_rate pass reached")
        << "not every case has a name: nothing is known of them";
    EXPECT_EQ(judged(named({"c", "d"}), named({"a", "b"}), R"({"suite": "*", "threshold": 1})"),
              "promotable; s pass_rate pass reached")
        << "a threshold compares with no run";
}

TEST(Gates, CasesThatCannotBeToldApartAreNotCompared) {
    constexpr std::string_view kRule = R"({"suite": "*", "max_new_failures": 0})";
    const auto verdict = [&](const char* first, const char* second, const char* third) {
        EvalRun baseline;
        baseline.at("s").cases = {{"a", CaseOutcome::passed}, {"b", CaseOutcome::passed}};
        EvalRun candidate;
        candidate.at("s").cases = {{first, CaseOutcome::passed}, {second, CaseOutcome::passed}};
        if (third != nullptr) {
            candidate.at("s").cases.push_back({third, CaseOutcome::passed});
        }
        countCases(baseline);
        countCases(candidate);
        return verdictName(judge(candidate, &baseline, rules(kRule)).verdict);
    };
    EXPECT_EQ(verdict("a", "b", nullptr), "promotable");
    EXPECT_EQ(verdict("a", "x", nullptr), "incomplete");
    EXPECT_EQ(verdict("a", "a", nullptr), "incomplete");
    EXPECT_EQ(verdict("a", "b", "c"), "incomplete");
    EvalRun nameless;
    nameless.at("s").cases = {{"", CaseOutcome::passed}};
    countCases(nameless);
    EXPECT_EQ(judge(nameless, &nameless, rules(kRule)).verdict, Verdict::incomplete);
}

TEST(Gates, ThePassRateByNameIsThePassRate) {
    const EvalRun baseline = run(8, 2);
    EXPECT_EQ(judged(run(8, 2), baseline,
                     R"({"suite": "coding", "metric": "pass_rate", "max_new_failures": 0, "min_n": 10})"),
              "promotable; coding pass_rate pass reached");
    EXPECT_EQ(
        judged(
            run(7, 3), baseline,
            R"({"suite": "*", "max_drop": 0}, {"suite": "coding", "metric": "pass_rate", "max_drop": 0.2})"),
        "promotable; coding pass_rate pass reached");
}

TEST(Gates, ANamedSuiteLeavesTheStarAndOptionalGatesDecideNothing) {
    EvalRun candidate = run(5, 5);
    candidate.at("math").passRate = {"pass", 0.9, {}, true};
    EXPECT_EQ(said(judge(candidate, nullptr,
                         rules(R"({"suite": "*", "threshold": 0.8}, )"
                               R"({"suite": "coding", "threshold": 0.5})"))),
              "promotable; math pass pass reached; coding pass_rate pass reached");
    EXPECT_EQ(judge(candidate, nullptr,
                    rules(R"({"suite": "math", "threshold": 0.8}, )"
                          R"({"suite": "coding", "threshold": 0.8, "required": false})"))
                  .verdict,
              Verdict::promotable);
    EXPECT_EQ(
        judge(candidate, nullptr, rules(R"({"suite": "math", "threshold": 0.8, "required": false})")).verdict,
        Verdict::incomplete);
}

TEST(Gates, RulesThatMakeNoSenseAreRefusedByTheirNumber) {
    const auto refused = [](std::string_view gates) {
        const auto read =
            readGateRules("{\"gates\": [{\"suite\": \"a\", \"threshold\": 1}, " + std::string(gates) + "]}");
        return read ? "read" : std::string(errorName(read.error().code)) + " " + read.error().where;
    };
    for (const char* gate :
         {R"({"threshold": 1})", R"({"suite": "a"})", R"({"suite": "", "threshold": 1})",
          R"({"suite": "a", "threshold": "1"})", R"({"suite": "a", "max_drop": -0.1})",
          R"({"suite": "a", "min_n": -1, "threshold": 1})", R"({"suite": "a", "min_n": 1.5, "threshold": 1})",
          R"({"suite": "a", "treshold": 1})", "7"}) {
        EXPECT_EQ(refused(gate), "bad_value gate 2") << gate;
    }
    EXPECT_EQ(refused(R"({"suite": "a", "threshold": 1e400})"), "corrupt "); // no number of JSON's
    EXPECT_EQ(readGateRules("{").error().code, ErrorCode::corrupt);
    EXPECT_EQ(readGateRules("[]").error().code, ErrorCode::badValue);
    EXPECT_EQ(readGateRules(R"({"gates": []})").error().code, ErrorCode::badValue);
}

TEST(Gates, SmallSamplesHaveWideIntervalsAndWeakDifferences) {
    // Wilson 1927 for 8 of 10: 0.4902 to 0.9433. McNemar: one of one is chance, six of six are not.
    const Interval interval = wilsonInterval(8, 10);
    EXPECT_NEAR(interval.low, 0.4902, 5e-5);
    EXPECT_NEAR(interval.high, 0.9433, 5e-5);
    EXPECT_EQ(wilsonInterval(0, 0).high, 1);
    EXPECT_DOUBLE_EQ(mcnemarP(0, 0), 1);
    EXPECT_DOUBLE_EQ(mcnemarP(1, 0), 1);
    EXPECT_NEAR(mcnemarP(6, 0), 0.03125, 1e-12);
    EXPECT_NEAR(mcnemarP(3, 9), 0.14599609375, 1e-9);
    EXPECT_LT(mcnemarP(2000, 4000), 1e-100);
}

} // namespace
} // namespace goldpan::gates
