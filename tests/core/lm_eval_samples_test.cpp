// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// lm-eval samples by themselves, and as the cases of results that stand beside them.
#include "core/base/files.h"
#include "core/gates/eval_reader.h"
#include "core/gates/judge.h"
#include "core/readiness/eval_file.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace goldpan::gates {
namespace {

/// A line as lm-eval writes it; `rest` are its filter, metrics and document.
std::string sample(int id, const std::string& rest) {
    return R"({"doc_id": )" + std::to_string(id) + R"(, "target": "x", "resps": [["y"]], "doc_hash": "h)" +
           std::to_string(id) + "\", " + rest + "}\n";
}

/// "suite:id+ id- id!" of each suite, or "code where".
std::string cases(std::string_view text) {
    const auto run = readEval(text);
    if (!run) {
        return std::string(errorName(run.error().code)) + " " + run.error().where;
    }
    std::string out;
    for (const EvalSuite& suite : run->suites) {
        out += (out.empty() ? "" : "; ") + suite.name + ":";
        for (const EvalCase& one : suite.cases) {
            out += " " + one.id +
                   (one.outcome == CaseOutcome::passed   ? "+"
                    : one.outcome == CaseOutcome::failed ? "-"
                                                         : "!");
        }
    }
    return out;
}

TEST(LmEvalSamples, OnlyAFullMarkPasses) {
    EXPECT_EQ(cases(sample(0, R"("score": 0.2, "acc": 1.0, "acc_norm": 0.0)") + sample(1, R"("acc": 0.0)") +
                    sample(2, R"("acc": 0.999)") + sample(3, R"("acc": true)") + sample(4, R"("acc": 1)")),
              ": 0 h0+ 1 h1- 2 h2- 3 h3+ 4 h4+");
    EXPECT_EQ(cases(sample(0, R"("exact_match": 0)")), ": 0 h0-") << "one line is a file too";
}

TEST(LmEvalSamples, WhatSaysNothingIsAnErrorAndNoPass) {
    const std::string text = sample(0, R"("acc": 1)") + sample(1, R"("acc": null)") +
                             sample(2, R"("acc": "1")") + sample(3, R"("acc": 2)") +
                             sample(4, R"("acc": -1)") + sample(5, R"("score": 1)");
    EXPECT_EQ(cases(text), ": 0 h0+ 1 h1! 2 h2! 3 h3! 4 h4! 5 h5!");
    const auto run = readEval(text);
    ASSERT_TRUE(run);
    EXPECT_EQ(run->suites[0].errors, 5);
    EXPECT_EQ(judge(*run, &*run, defaultGateRules()).verdict, Verdict::incomplete);
}

TEST(LmEvalSamples, CategoriesAreSuitesAndTheFirstFilterCounts) {
    EXPECT_EQ(cases(sample(0, R"("acc": 1, "doc": {"category": "math"})") +
                    sample(1, R"("acc": 0, "doc": {"category": "law"})") + sample(2, R"("acc": 1)")),
              "math: 0 h0+; law: 1 h1-; : 2 h2+");
    EXPECT_EQ(cases(sample(0, R"("filter": "strict", "exact_match": 0)") +
                    sample(0, R"("filter": "flexible", "exact_match": 1)") +
                    sample(1, R"("filter": "strict", "exact_match": 1)")),
              ": 0 h0- 1 h1+");
}

TEST(LmEvalSamples, ANameIsWhatTheLineHasOfIt) {
    EXPECT_EQ(cases(R"({"doc_id": 7, "resps": [], "acc": 1})"), ": 7+");
    EXPECT_EQ(cases(R"({"doc_hash": "h", "filtered_resps": [], "acc": 1})"), ": h+");
    EXPECT_EQ(cases(sample(0, R"("acc": 1)") + R"({"doc_id": null, "resps": [], "acc": 1})"),
              "bad_value line 2");
}

TEST(LmEvalSamples, BadLinesAreNamed) {
    const std::string good = sample(0, R"("acc": 1)");
    EXPECT_EQ(cases(good + "{\"acc\": NaN}\n"), "bad_value line 2") << "JSON, but no sample";
    EXPECT_EQ(cases(good + "{torn"), "corrupt line 2");
    EXPECT_EQ(cases(good + "[1]\n"), "corrupt line 2");
    EXPECT_EQ(cases(good + "\n{\"acc\": 1}\n"), "bad_value line 3");
    EXPECT_EQ(cases(sample(0, R"("bleu": 0.4)")), "bad_value line 1");
    EXPECT_EQ(cases(good + sample(1, R"("acc": 1)") + good), "bad_value line 3") << "of two tasks or runs";
}

TEST(LmEvalSamples, WhatIsNoNumberIsNoneAndNeverAPass) {
    const auto line = [](const char* resps, const char* acc) {
        return std::string(R"({"doc_id": 0, "resps": )") + resps + R"(, "acc": )" + acc + "}\n";
    };
    EXPECT_EQ(cases(line("[[-Infinity, false], [NaN], [Infinity]]", "1.0")), ": 0+");
    EXPECT_EQ(cases(line(R"([["say \"NaN\" -Infinity\\"], NaN])", "0")), ": 0-");
    for (const char* acc : {"NaN", "Infinity", "-Infinity"}) {
        EXPECT_EQ(cases(line("[]", acc)), ": 0!") << acc;
    }
    EXPECT_EQ(cases(line("[]", "1NaN")), "corrupt line 1");
    EXPECT_EQ(cases(line("[\"NaN", "1")), "corrupt line 1");
}

TEST(LmEvalSamples, TwoRunsTellTheirNewFailures) {
    const auto baseline = readEval(sample(0, R"("acc": 1)") + sample(1, R"("acc": 0)"));
    const auto candidate = readEval(sample(1, R"("acc": 1)") + sample(0, R"("acc": 0)"));
    const auto rules = readGateRules(R"({"gates": [{"suite": "*", "max_new_failures": 0}]})");
    ASSERT_TRUE(baseline && candidate && rules);
    const GateReport report = judge(*candidate, &*baseline, *rules);
    EXPECT_EQ(report.verdict, Verdict::blocked);
    ASSERT_TRUE(report.gates[0].paired);
    EXPECT_EQ(report.gates[0].paired->newFailures, 1);
    EXPECT_EQ(report.gates[0].paired->newPasses, 1);
}

constexpr const char* kResults = R"({"versions": {}, "results": {
    "qa": {"acc,none": 0.5}, "f1": {"acc,none": 0.25}, "../qa": {"acc,none": 0.5}, "all": {"acc,none": 0.5}},
    "groups": {"all": {}}, "n-samples": {"qa": {"effective": 2}, "f1": {"effective": 2}}})";

class LmEvalBeside : public testing::Test {
protected:
    std::string m_two = sample(0, R"("acc": 1)") + sample(1, R"("acc": 0)");
    test::TempDir m_dir;
};

TEST_F(LmEvalBeside, TasksTakeTheirCasesFromTheSamplesOfTheSameDate) {
    const std::string results = m_dir.write("results_d1.json", kResults);
    m_dir.write("samples_qa_d1.jsonl", m_two);
    m_dir.write("samples_qa_d2.jsonl", "of another run");
    m_dir.write("samples_all_d1.jsonl", "a group has none");
    const auto run = readiness::readEvalFile(results);
    ASSERT_TRUE(run) << run.error().message;
    EXPECT_EQ(run->suite("qa")->cases.size(), 2U);
    EXPECT_EQ(run->suite("qa")->passRate->name, "acc");
    EXPECT_TRUE(run->suite("f1")->cases.empty());
    EXPECT_TRUE(run->suite("../qa")->cases.empty());

    const auto renamed = readiness::readEvalFile(m_dir.write("mine.json", kResults));
    ASSERT_TRUE(renamed);
    EXPECT_TRUE(renamed->suite("qa")->cases.empty());
}

TEST_F(LmEvalBeside, SamplesOfAnotherRunAreRefusedByName) {
    const std::string results = m_dir.write("results_d.json", kResults);
    const std::string path = m_dir.write("samples_qa_d.jsonl", m_two + sample(2, R"("acc": 0)"));
    auto run = readiness::readEvalFile(results);
    ASSERT_FALSE(run);
    EXPECT_EQ(run.error().code, ErrorCode::badValue);
    EXPECT_EQ(run.error().where, path + ", 3 of 2");
}

TEST_F(LmEvalBeside, SamplesThatSayNothingTakeNothingFromTheFigures) {
    const std::string results = m_dir.write("results_d.json", kResults);
    const auto why = [&](const std::string& samples) {
        m_dir.write("samples_qa_d.jsonl", samples);
        const auto run = readiness::readEvalFile(results);
        if (!run) {
            return "refused: " + run.error().message;
        }
        EXPECT_EQ(judge(*run, &*run, defaultGateRules()).verdict, Verdict::promotable) << samples;
        EXPECT_TRUE(run->suite("qa")->cases.empty()) << samples;
        return run->suite("qa")->noCases;
    };
    EXPECT_EQ(why(m_two + "{torn"),
              "samples_qa_d.jsonl: line 3: the evaluation is not JSON, nor one JSON object a line");
    EXPECT_EQ(why(sample(0, R"("bleu": 0.4)") + sample(1, R"("bleu": 0.6)")),
              "samples_qa_d.jsonl: line 1: the samples have no metric that says pass or fail: pass, acc or "
              "exact_match");
    EXPECT_EQ(why(R"({"pass": 0.5})"), "samples_qa_d.jsonl: these are no samples of lm-eval");
    EXPECT_EQ(why(""), "samples_qa_d.jsonl: the evaluation is empty");
    EXPECT_EQ(why(sample(0, R"("acc": 1)") + sample(1, R"("acc": 1)")),
              "samples_qa_d.jsonl: their passes are not the pass rate of the results");
    m_dir.write("results_d.json", R"({"versions": {}, "results": {"qa": {"acc,none": 0.5}}})");
    EXPECT_EQ(why(R"({"pass": 0.5})"), "samples_qa_d.jsonl: these are no samples of lm-eval")
        << "nothing is counted against a number of cases that nobody knows";
}

TEST_F(LmEvalBeside, TasksThatAreNotScoredByPassesHaveNoCases) {
    const std::string results = m_dir.write("results_d.json", R"({"versions": {}, "results": {
        "qa": {"acc,none": 0.5}, "wikitext": {"word_perplexity,none": 9.5}},
        "n-samples": {"qa": {"effective": 2}, "wikitext": {"effective": 2}}})");
    m_dir.write("samples_qa_d.jsonl", m_two);
    m_dir.write("samples_wikitext_d.jsonl", sample(0, R"("word_perplexity": [-3.5, 4])"));
    const auto run = readiness::readEvalFile(results);
    ASSERT_TRUE(run) << run.error().message;
    EXPECT_EQ(run->suite("qa")->cases.size(), 2U);
    EXPECT_TRUE(run->suite("wikitext")->cases.empty());
    const auto rules = readGateRules(R"({"gates": [{"suite": "qa", "max_new_failures": 0}]})");
    ASSERT_TRUE(rules);
    EXPECT_EQ(judge(*run, &*run, *rules).verdict, Verdict::promotable);
}

TEST_F(LmEvalBeside, CasesThatDoNotGiveTheFigureStayUnknown) {
    const std::string results = m_dir.write("results_d.json", kResults);
    m_dir.write("samples_f1_d.jsonl", m_two);
    const auto run = readiness::readEvalFile(results);
    ASSERT_TRUE(run);
    EXPECT_TRUE(run->suite("f1")->cases.empty());
}

} // namespace
} // namespace goldpan::gates
