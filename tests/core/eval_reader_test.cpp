// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each evaluation tool writes, in small documents of the same shapes.
#include "core/gates/eval_reader.h"

#include <gtest/gtest.h>
#include <sstream>

namespace goldpan::gates {
namespace {

/// "tool: suite=rate/n e<errors> (shown) [other=value]; ..." or "code".
std::string said(std::string_view text) {
    const auto run = readEval(text);
    if (!run) {
        return std::string(errorName(run.error().code)) +
               (run.error().where.empty() ? "" : " " + run.error().where);
    }
    std::ostringstream out;
    out << run->tool << ":";
    for (const EvalSuite& suite : run->suites) {
        out << ' ' << (suite.name.empty() ? "-" : suite.name);
        if (suite.passRate) {
            out << '=' << suite.passRate->value;
        }
        if (suite.n) {
            out << '/' << *suite.n;
        }
        if (suite.errors > 0) {
            out << " e" << suite.errors;
        }
        for (const EvalMetric& other : suite.others) {
            out << " [" << other.name << '=' << other.value << ']';
        }
        out << (suite.shownOnly ? " shown" : "") << ';';
    }
    return out.str();
}

constexpr std::string_view kPromptfoo = R"({"evalId": "e", "results": {"version": 3, "results": [
  {"testIdx": 0, "promptIdx": 0, "provider": {"id": "m"}, "success": true, "failureReason": 0,
   "testCase": {"metadata": {"category": "math"}}},
  {"testIdx": 1, "promptIdx": 0, "provider": {"id": "m"}, "success": false, "failureReason": 1,
   "testCase": {"metadata": {"category": "math"}}},
  {"testIdx": 2, "promptIdx": 0, "provider": {"id": "m"}, "success": true, "failureReason": 2,
   "testCase": {"metadata": {"category": "math"}}},
  {"testIdx": 3, "promptIdx": 0, "provider": {"id": "m"}, "success": true, "failureReason": 0, "testCase": {}}
]}})";

TEST(EvalReader, PromptfooCountsCasesByCategoryAndErrorsApart) {
    EXPECT_EQ(said(kPromptfoo), "promptfoo: math=0.333333/3 e1; -=1/1;");
    const auto run = readEval(kPromptfoo);
    ASSERT_TRUE(run);
    EXPECT_EQ(run->suite("math")->cases[1].id, "1");
    EXPECT_EQ(run->suite("math")->cases[2].outcome, CaseOutcome::error);
}

TEST(EvalReader, PromptfooOfAnotherVersionOrOfTwoProvidersIsRefused) {
    std::string other(kPromptfoo);
    other.replace(other.find("\"version\": 3"), 12, "\"version\": 4");
    EXPECT_EQ(said(other), "bad_value");
    std::string two(kPromptfoo);
    two.replace(two.rfind("{\"id\": \"m\"}"), 11, "{\"id\": \"n\"}");
    EXPECT_EQ(said(two), "bad_value");
}

TEST(EvalReader, LmEvalTakesTasksAndShowsGroups) {
    const std::string text = R"({"results": {
        "t_a": {"alias": " - a", "acc,none": 0.5, "acc_stderr,none": "N/A", "acc_norm,none": 0.6, "ppl,none": 2.5},
        "t_b": {"exact_match,strict": 0.25, "exact_match,flexible": 0.75, "exact_match_stderr,strict": 0.1},
        "t_c": {"bleu,none": "N/A"},
        "t": {"acc,none": 0.4}},
      "groups": {"t": {}}, "versions": {"t_a": 1.0}, "n-shot": {"t_a": 5},
      "higher_is_better": {"t_a": {"ppl": false}}, "n-samples": {"t_a": {"original": 12, "effective": 10}}})";
    EXPECT_EQ(said(text), "lm-eval: t_a=0.5/10 [acc_norm=0.6] [ppl=2.5]; "
                          "t_b=0.25 [exact_match,flexible=0.75]; t_c; t=0.4 shown;");
    const auto run = readEval(text);
    ASSERT_TRUE(run);
    EXPECT_EQ(run->suite("t_a")->version, "version 1.0, n-shot 5");
    EXPECT_FALSE(run->suite("t_a")->metric("ppl")->higherIsBetter);
    EXPECT_FALSE(run->suite("t_a")->passRate->standardError);
    EXPECT_EQ(run->suite("t_b")->passRate->standardError, 0.1);
}

TEST(EvalReader, OpenAiEvalsCountsMatchEventsOfOneRun) {
    const std::string spec = R"({"spec": {"eval_name": "e", "run_id": "r"}})";
    const auto event = [](const char* run, int id, const char* rest) {
        return "\n{\"run_id\": \"" + std::string(run) + "\", \"event_id\": " + std::to_string(id) +
               ", \"sample_id\": \"s" + std::to_string(id) + "\", " + rest + "}";
    };
    const std::string text =
        spec + event("r", 0, R"("type": "match", "data": {"correct": true, "category": "math"})") +
        event("r", 1, R"("type": "sampling", "data": {"prompt": ""})") +
        event("r", 2, R"("type": "match", "data": {"correct": false, "category": "math"})") +
        event("r", 3, R"("type": "error", "data": {"category": "math"})") +
        "\n{\"final_report\": {\"accuracy\": 0.5}}\n";
    EXPECT_EQ(said(text), "openai-evals: math=0.333333/3 e1;");
    EXPECT_EQ(said(text + event("other", 4, R"("type": "match", "data": {"correct": true})")), "bad_value");
    EXPECT_EQ(said(text + "{torn"), "corrupt line 7");
}

TEST(EvalReader, DeepevalTakesMetricsAsSuites) {
    EXPECT_EQ(said(R"({"testCases": [
        {"name": "c0", "metricsData": [{"name": "Correct", "success": true, "error": null},
                                       {"name": "Tone", "success": true, "flaky": true}]},
        {"name": "c1", "metricsData": [{"name": "Correct", "success": false, "error": "timeout"}]}]})"),
              "deepeval: Correct=0.5/2 e1; Tone=1/1 shown;");
    EXPECT_EQ(said(R"({"testCases": [
        {"name": "c0", "metricsData": [{"name": "Correct", "success": true}]},
        {"name": "c1", "metricsData": null}]})"),
              "bad_value case c1");
}

TEST(EvalReader, FlatMetricsTakeThePartBesideThePass) {
    EXPECT_EQ(
        said(R"({"pass/coding": 0.8, "eval.pass.math": 0.7, "score/coding/mean": 0.71, "stem/acc": 1})"),
        "flat: coding=0.8; math=0.7; - [score/coding/mean=0.71]; stem=1;");
    EXPECT_EQ(
        said(R"({"_step": 8, "_wandb": {"runtime": 1}, "eval": {"pass": {"coding": 0.6, "overall": 0.5}},)"
             R"("eval/overall": 0.5})"),
        "flat: coding=0.6; overall=0.5 shown; - [eval/overall=0.5];");
    EXPECT_EQ(said(R"({"accuracy": 0.9})"), "flat: -=0.9;");
    EXPECT_EQ(said(R"({"eval/exact_match": 0.4, "eval/accuracy": 0.9, "eval/acc": 0.7, "loss": 2})"),
              "flat: eval=0.7 [eval/exact_match=0.4] [eval/accuracy=0.9]; - [loss=2];");
    EXPECT_EQ(said(R"({"eval/accuracy": {"_type": "histogram", "bins": [0, 1], "values": [3]}})"),
              "bad_value");
    EXPECT_EQ(said(R"({"name": "x"})"), "bad_value");
    EXPECT_EQ(said(R"({"pass": {"coding": {"n": 10, "value": 0.8}}})"),
              "flat: - [pass/coding/n=10] [pass/coding/value=0.8];");
    EXPECT_EQ(said(R"({"pass/coding": 80})"), "bad_value pass/coding");
    std::string deep = "1";
    for (int level = 0; level < 5000; ++level) {
        deep = "{\"a\":" + deep + "}";
    }
    EXPECT_EQ(said(deep), "bad_value");
}

TEST(EvalReader, APassRateThatIsNoNumberStillMakesItsSuite) {
    for (const char* value : {R"("NaN")", "null", "true"}) {
        EXPECT_EQ(said(R"({"pass/coding": )" + std::string(value) + R"(, "pass/math": 0.9, "loss": null})"),
                  "flat: coding=nan; math=0.9;")
            << value;
    }
    EXPECT_EQ(said(R"({"eval/accuracy": "N/A"})"), "flat: eval=nan;");
    EXPECT_EQ(said(R"({"pass": {"overall": null}, "accuracy": null})"), "flat: overall=nan shown; -=nan;");
}

TEST(EvalReader, OwnRecordsMayNameTheirCases) {
    EXPECT_EQ(said(R"([{"suite": "a", "metric": "pass", "value": 0.5, "n": 4},
                       {"suite": "a", "metric": "ppl", "value": 2, "higher_is_better": false},
                       {"suite": "b", "metric": "pass", "value": 1, "cases": [{"id": "x", "pass": true},
                         {"id": "y", "pass": true, "error": "timeout"}]},
                       {"suite": "c", "metric": "pass", "value": 1, "status": "error"}])"),
              "goldpan: a=0.5/4 [ppl=2]; b=0.5/2 e1; c=nan;");
    EXPECT_EQ(said(R"([{"run": "x", "suite": "a", "metric": "pass", "value": 0.5},)"
                   R"({"run": "y", "suite": "b", "metric": "pass", "value": 0.5}])"),
              "bad_value");
    EXPECT_EQ(said(R"({"suite": "a", "metric": "pass", "value": 0.5})"), "goldpan: a=0.5;");
    EXPECT_EQ(said(R"({"suite": "a", "metric": "pass", "value": "0.5"})"), "bad_value suite a");
    EXPECT_EQ(said(R"([{"suite": "a", "metric": "pass", "value": 0.5},)"
                   R"({"suite": "a", "metric": "acc", "value": 0.5}])"),
              "bad_value suite a");
}

TEST(EvalReader, WhatIsNoEvaluationIsRefused) {
    EXPECT_EQ(said(""), "corrupt");
    EXPECT_EQ(said("\n "), "corrupt");
    EXPECT_EQ(said("{\"pass\": nan}"), "corrupt line 1");
    EXPECT_EQ(said("7"), "bad_value");
    EXPECT_EQ(said("[1, 2]"), "bad_value");
    EXPECT_EQ(said("[]"), "bad_value");
    EXPECT_EQ(said("{\"a\": 1}\n{\"b\": 2}"), "bad_value");
    EXPECT_EQ(said("\xEF\xBB\xBF{\"pass\": 1}"), "flat: -=1;");
}

} // namespace
} // namespace goldpan::gates
