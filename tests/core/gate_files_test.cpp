// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files in, verdict out: what is wrong in an evaluation never becomes a yes.
#include "core/gates/eval_reader.h"
#include "core/gates/judge.h"

#include <gtest/gtest.h>

namespace goldpan::gates {
namespace {

constexpr std::string_view kFloor = R"({"gates": [{"suite": "*", "threshold": 0.1}]})";
constexpr std::string_view kNoDrop = R"({"gates": [{"suite": "*", "max_drop": 0}]})";

/// "verdict; status reason; ..." of the required gates, or the error of a file: "code where: message".
std::string verdict(std::string_view candidate, std::string_view baseline, std::string_view rules = kNoDrop) {
    const auto read = [](std::string_view text, std::string& error) {
        auto run = readEval(text);
        if (!run) {
            error = std::string(errorName(run.error().code)) +
                    (run.error().where.empty() ? "" : " " + run.error().where) + ": " + run.error().message;
        }
        return run;
    };
    std::string out;
    const auto now = read(candidate, out);
    const auto then = baseline.empty() ? Result<EvalRun>(EvalRun{}) : read(baseline, out);
    const auto gates = readGateRules(rules);
    EXPECT_TRUE(gates);
    if (!out.empty() || !gates) {
        return out;
    }
    const GateReport report = judge(*now, baseline.empty() ? nullptr : &*then, *gates);
    out = verdictName(report.verdict);
    for (const Gate& gate : report.gates) {
        if (gate.rule.required) {
            out += "; " + std::string(gateStatusName(gate.status)) + " " + gate.reason;
        }
    }
    return out;
}

/// Of both runs the same text, against a floor and against itself.
void expectBoth(const std::string& text, const std::string& said) {
    EXPECT_EQ(verdict(text, text), said) << text;
    EXPECT_EQ(verdict(text, "", kFloor), said) << text;
}

std::string own(const std::string& rest) {
    return R"({"suite": "a", "metric": "pass_rate", )" + rest + "}";
}

std::string lm(const std::string& values, const std::string& samples = R"({"effective": 10})") {
    return R"({"versions": {"t": 1}, "results": {"t": {)" + values + R"(}}, "n-samples": {"t": )" + samples +
           "}}";
}

TEST(GateFiles, AFigureThatIsNoNumberIsMissing) {
    constexpr std::string_view kOne = R"({"pass/coding": 0.5, "pass/math": 0.9})";
    for (const std::string none : {R"("NaN")", "null", "NaN", "-Infinity"}) {
        EXPECT_EQ(verdict(R"({"pass/coding": )" + none + R"(, "pass/math": 0.9})", kOne),
                  "incomplete; missing the candidate's figure is no number; pass reached");
    }
    expectBoth(R"({"pass/coding": "NaN"})", "incomplete; missing the candidate's figure is no number");
    EXPECT_EQ(verdict(kOne, R"({"pass/coding": "NaN", "pass/math": 0.9})"),
              "incomplete; missing the baseline has no figure for it; pass reached");
    EXPECT_EQ(verdict(R"({"pass/math": 0.9, "loss": 1})", R"({"pass/math": 0.9, "accuracy": 0.5})"),
              "incomplete; pass reached; missing the candidate has no figure for it")
        << "the baseline says that the whole file has a pass rate";
}

TEST(GateFiles, NanOfPythonIsNoFigureAndHidesNoOther) {
    EXPECT_EQ(verdict(R"({"loss": NaN, "note": "NaN", "pass/math": 0.9})", R"({"pass/math": 0.9})"),
              "promotable; pass reached");
    EXPECT_EQ(verdict(lm(R"("perplexity,none": Infinity, "acc,none": 0.9)"), lm(R"("acc,none": 0.9)")),
              "promotable; pass reached");
    expectBoth(lm(R"("acc,none": NaN)"), "incomplete; missing the candidate's figure is no number");
    expectBoth(own(R"("value": NaN)"), "incomplete; missing the candidate's figure is no number");
    expectBoth(own(R"("value": 0.5)") + "\n" + own(R"("value": NaN)").replace(11, 1, "b"),
               "incomplete; pass reached; missing the candidate's figure is no number");
}

TEST(GateFiles, WhatIsNestedTooDeepIsRefused) {
    constexpr std::size_t kDeep = 200'000;
    const std::string open(kDeep, '[');
    const std::string deep = open + std::string(kDeep, ']');
    std::string objects;
    for (std::size_t level = 0; level < kDeep; ++level) {
        objects += R"({"a":)";
    }
    objects += "1" + std::string(kDeep, '}');
    const std::string promptfoo =
        R"({"results": {"version": 3, "results": [{"testIdx": 0, "success": true, )";
    for (const std::string& text :
         {deep, objects, "{\"resps\": 1, \"doc_id\": " + deep + "}\n{\"a\": 1}",
          own(R"("value": 0.5, "notes": )" + deep), "[" + own(R"("value": 0.5, "notes": )" + deep) + "]",
          promptfoo + R"("provider": )" + deep + "}]}}", promptfoo + R"("promptIdx": )" + deep + "}]}}",
          promptfoo.substr(0, promptfoo.find("0, ")) + deep + "}]}}",
          R"({"results": {"t": {"acc,none": 0.5}}, "versions": {"t": )" + deep + "}}"}) {
        EXPECT_TRUE(verdict(text, "", kFloor).ends_with(": the evaluation is nested too deep"))
            << text.substr(0, 80);
    }
    EXPECT_TRUE(verdict(open, "", kFloor).ends_with("too deep"));
    const std::string fine = std::string(200, '[') + std::string(200, ']');
    expectBoth(own(R"("value": 0.5, "notes": )" + fine), "promotable; pass reached");
    expectBoth("{\"resps\": " + fine + ", \"doc_id\": 1, \"acc\": 1}", "promotable; pass reached");
}

TEST(GateFiles, CasesGiveNoFigureThatTheirRecordDoesNotGive) {
    const std::string cases = R"(, "n": 2, "cases": [{"id": "x", "pass": true}, {"id": "y", "pass": true}])";
    for (const std::string none : {"null", "NaN"}) {
        expectBoth(own(R"("value": )" + none + cases),
                   "incomplete; missing the candidate's figure is no number");
        EXPECT_EQ(verdict(own(R"("value": 1)" + cases), own(R"("value": )" + none + cases)),
                  "incomplete; missing the baseline has no figure for it");
    }
    expectBoth(own(R"("value": null, "n": 3, "cases": [{"id": "x", "pass": true}])"),
               "bad_value suite a: the value or n is not what the cases say");
    expectBoth(own(R"("value": "NaN")" + cases), "bad_value suite a: a value is a number");
}

TEST(GateFiles, WhatWandbKeepsBesideFiguresMakesNoSuite) {
    const std::string said = "promotable; pass reached";
    for (const std::string value :
         {R"({"_type": "histogram", "bins": [0, 1], "values": [3]})",
          R"({"_type": "table-file", "size": 412})",
          R"({"_type": "image-file", "path": "a.png", "width": 1})", "[0.5, 0.6]", "[]", "{}"}) {
        expectBoth(R"({"pass/coding": 1.0, "eval/accuracy": )" + value + "}", said);
        expectBoth(R"({"pass": {"coding": 1.0, "math": )" + value + "}}", said);
    }
    EXPECT_EQ(verdict(R"({"pass/coding": 1, "pass/math": [1]})", R"({"pass/coding": 1, "pass/math": 1})"),
              "incomplete; pass reached; missing the candidate has no such suite");
}

TEST(GateFiles, OfSeveralPassRatesTheFirstNameDecides) {
    constexpr std::string_view kHalf = R"({"gates": [{"suite": "*", "threshold": 0.5}]})";
    const std::string passed = "promotable; pass reached";
    for (const char* text : {R"({"eval/accuracy": 0.9, "eval/exact_match": 0.4})",
                             R"({"eval/exact_match": 0.4, "eval/accuracy": 0.9})",
                             R"({"exact_match/eval": 0.4, "accuracy/eval": 0.5, "pass/eval": 0.9})"}) {
        EXPECT_EQ(verdict(text, text), passed) << text;
        EXPECT_EQ(verdict(text, "", kHalf), passed) << text;
    }
    EXPECT_EQ(verdict(R"({"exact_match": 0.9, "acc": 0.4})", "", kHalf), "blocked; fail 0.4 is below 0.5");
    EXPECT_EQ(verdict(R"({"exact_match": 0.9, "acc": null})", "", kHalf),
              "incomplete; missing the candidate's figure is no number")
        << "the next is no stand-in";
    EXPECT_EQ(verdict(R"({"accuracy": 0.9, "exact_match": 0.9})", R"({"exact_match": 0.9})"),
              "incomplete; missing the runs do not compare: accuracy against exact_match");
}

TEST(GateFiles, TwoPassRatesOfOneNameAreRefused) {
    for (const char* text : {R"({"train/pass/coding": 0.99, "eval/pass/coding": 0.1})",
                             R"({"train/pass/coding": null, "eval/pass/coding": 0.1})",
                             R"({"pass.coding": 0.99, "pass": {"coding": 0.1}})",
                             R"({"pass/coding": 1, "eval/acc/coding": 0.9, "train/acc/coding": 0.1})",
                             R"({"eval/acc/coding": 0.9, "pass/coding": 1, "train/acc/coding": 0.1})"}) {
        EXPECT_TRUE(verdict(text, "", kFloor).ends_with(": a suite has one pass rate of each name")) << text;
    }
    EXPECT_EQ(verdict(R"({"pass/a": 1, "pass/overall": 1, "eval/pass/overall": 1})", "", kFloor),
              "promotable; pass reached")
        << "an overall figure decides nothing";
    EXPECT_TRUE(verdict(own(R"("status": "error", "value": 0)") + "\n" + own(R"("value": 1)"), "", kFloor)
                    .ends_with("a: a suite has one pass rate"));
}

TEST(GateFiles, TwoRecordsOfOneMetricAreRefused) {
    constexpr std::string_view kScore = R"({"gates": [{"suite": "a", "metric": "score", "threshold": 0.5}]})";
    const auto score = [](const std::string& rest) {
        return R"({"suite": "a", "metric": "score", )" + rest + "}";
    };
    const std::string good = score(R"("value": 0.9)");
    for (const std::string& text : {good + "\n" + score(R"("value": 0.1)"), "[" + good + ", " + good + "]",
                                    score(R"("value": 0, "status": "error")") + "\n" + good}) {
        EXPECT_EQ(verdict(text, "", kScore), "bad_value suite a: a suite has one record of each metric")
            << text;
    }
    EXPECT_EQ(verdict(good + "\n" + R"({"suite": "b", "metric": "score", "value": 0.1})" + "\n" +
                          R"({"suite": "a", "metric": "loss", "value": 0.1})",
                      "", kScore),
              "promotable; pass reached");
}

TEST(GateFiles, OnlyTheSameMetricIsCompared) {
    const std::string differ = "incomplete; missing the runs do not compare: ";
    EXPECT_EQ(verdict(R"({"accuracy": 0.9})", R"({"exact_match": 0.5})"),
              differ + "accuracy against exact_match");
    EXPECT_EQ(verdict(R"({"train/pass/a": 0.9})", R"({"eval.pass.a": 0.5})"),
              differ + "train/pass/a against eval/pass/a");
    EXPECT_EQ(verdict(R"({"eval/pass/a": 0.9})", R"({"eval": {"pass.a": 0.5}})"), "promotable; pass reached");
    EXPECT_EQ(verdict(R"({"suite": "a", "metric": "acc", "value": 0.9})", own(R"("value": 0.5)")),
              differ + "acc against pass_rate");
    EXPECT_EQ(verdict(lm(R"("acc,flex": 0.9)"), lm(R"("acc,none": 0.5)")),
              differ + "acc,flex against acc,none");
    EXPECT_EQ(verdict(lm(R"("exact_match,none": 0.9, "acc,none": 0.9)"),
                      lm(R"("acc,none": 0.5, "exact_match,none": 0.5)")),
              differ + "exact_match,none against acc,none");
    const std::string sample = R"({"doc_id": 1, "resps": [], "filter": "none", "acc": 1})";
    EXPECT_EQ(verdict(sample, sample), "promotable; pass reached");
    EXPECT_EQ(verdict(sample, R"({"doc_id": 1, "resps": [], "filter": "none", "exact_match": 1})"),
              differ + "acc,none against exact_match,none");
    EXPECT_EQ(verdict(sample, R"({"doc_id": 1, "resps": [], "filter": "flex", "acc": 1})"),
              differ + "acc,none against acc,flex");
    const std::string cases = R"(, "cases": [{"id": "x", "pass": true}])";
    EXPECT_EQ(verdict(own(R"("value": 1, "n": 1)" + cases), own(R"("value": 1, "n": 1)")),
              "promotable; pass reached")
        << "counted or stated, it is the same figure";
}

TEST(GateFiles, APassRateThatIsNoNumberIsNotReplacedByTheNext) {
    const std::string said = "incomplete; missing the candidate's figure is no number";
    EXPECT_EQ(verdict(lm(R"("acc,none": "N/A", "exact_match,none": 0.9)"),
                      lm(R"("acc,none": 0.8, "exact_match,none": 0.95)")),
              said);
    EXPECT_EQ(verdict(lm(R"("acc,none": "N/A", "acc,flex": 0.9)"), lm(R"("acc,none": 0.8)")), said);
    constexpr std::string_view kNamed = R"({"gates": [{"suite": "t", "metric": "f1", "max_drop": 0}]})";
    EXPECT_EQ(verdict(lm(R"("f1,none": "N/A", "f1,flex": 0.9)"), lm(R"("f1,none": 0.8)"), kNamed),
              "incomplete; missing the runs do not compare: f1,flex against f1,none");
    EXPECT_EQ(verdict(lm(R"("f1,none": 0.9)"), lm(R"("f1,none": 0.8)"), kNamed), "promotable; pass reached");
}

TEST(GateFiles, APassRateLiesBetweenNoneAndAll) {
    for (const char* value : {"1.5", "1e300", "-2", "-1e-6"}) {
        EXPECT_TRUE(verdict(own(R"("value": )" + std::string(value)), own(R"("value": -3)"))
                        .starts_with("incomplete; missing the candidate's pass rate does not lie between 0 "
                                     "and 1"))
            << value;
    }
    EXPECT_EQ(verdict(lm(R"("acc,none": 57.3)"), lm(R"("acc,none": 0.5)")),
              "incomplete; missing the candidate's pass rate does not lie between 0 and 1");
    EXPECT_EQ(verdict(lm(R"("acc,none": 0.5)"), lm(R"("acc,none": -57.3)")),
              "incomplete; missing the baseline's pass rate does not lie between 0 and 1");
    expectBoth(own(R"("value": 1.0000000001)"), "promotable; pass reached");
    expectBoth(own(R"("value": 1)"), "promotable; pass reached");
}

TEST(GateFiles, ANumberOfCasesIsWholeAndAtLeastOne) {
    const std::string none = "incomplete; missing the candidate's figure is of no case at all";
    for (const char* n : {"-5", "0", "0.0", "-0.0", "18446744073709551615"}) {
        const auto said = verdict(own(R"("value": 1, "n": )" + std::string(n)), "", kFloor);
        EXPECT_TRUE(said == none || said.starts_with("bad_value suite a: ")) << n << ": " << said;
    }
    for (const char* n : {R"("0")", R"("10")", "1.5", "1e300", "true"}) {
        expectBoth(own(R"("value": 1, "n": )" + std::string(n)),
                   "bad_value suite a: n is a whole number of cases");
        expectBoth(lm(R"("acc,none": 1)", R"({"effective": )" + std::string(n) + "}"),
                   "bad_value suite t: n is a whole number of cases");
    }
    expectBoth(own(R"("value": 1, "n": 10.0)"), "promotable; pass reached");
    expectBoth(own(R"("value": 1, "n": null)"), "promotable; pass reached");
    expectBoth(lm(R"("acc,none": 1)", R"({"effective": -1})"), none);
    constexpr std::string_view kScore = R"({"gates": [{"suite": "a", "metric": "score", "threshold": 0.1}]})";
    const auto score = [&](const std::string& n) {
        return verdict(R"({"suite": "a", "metric": "score", "value": 0.9, "n": )" + n + "}", "", kScore);
    };
    EXPECT_EQ(score("0"), none);
    EXPECT_EQ(score("7"), "promotable; pass reached");
}

TEST(GateFiles, RunsCompareOnlyWhereTheNumberOfCasesIsKnownOfBothOrNone) {
    const std::string known = lm(R"("acc,none": 0.5)");
    const std::string unknown = lm(R"("acc,none": 0.5)", "{}");
    const std::string zero = lm(R"("acc,none": 0.5)", R"({"effective": 0})");
    const std::string differ = "incomplete; missing the runs do not compare: ";
    EXPECT_EQ(verdict(unknown, known), differ + "an unknown number of cases against 10");
    EXPECT_EQ(verdict(known, unknown), differ + "10 cases against an unknown number");
    EXPECT_EQ(verdict(unknown, zero), differ + "an unknown number of cases against 0");
    EXPECT_EQ(verdict(unknown, unknown), "promotable; pass reached");
    EXPECT_EQ(verdict(unknown, known, kFloor), "promotable; pass reached") << "a floor compares with no run";
}

TEST(GateFiles, CasesSayWhatTheRecordSays) {
    const std::string one = R"(, "cases": [{"id": "1", "pass": true}])";
    const std::string three = R"(, "cases": [{"pass": true}, {"pass": true}, {"pass": false}])";
    const std::string said = "bad_value suite a: the value or n is not what the cases say";
    expectBoth(own(R"("value": 0.1, "n": 100)" + one), said);
    expectBoth(own(R"("value": 0.1, "n": 1)" + one), said);
    expectBoth(own(R"("value": 1, "n": 100)" + one), said);
    expectBoth(own(R"("value": 1, "n": 0)" + one), said);
    expectBoth(own(R"("value": 0.66)" + three), said);
    expectBoth(own(R"("value": 1, "n": 1)" + one), "promotable; pass reached");
    expectBoth(own(R"("value": 0.667, "n": 3)" + three), "promotable; pass reached");
    const std::string sixth = R"(, "n": 6, "cases": [{"pass": true}, {"pass": true}, {"pass": true},)"
                              R"( {"pass": true}, {"pass": true}, {"pass": false}])";
    expectBoth(own(R"("value": 0.83)" + sixth), "promotable; pass reached");
    expectBoth(own(R"("value": 0.84)" + sixth), said);
    expectBoth(own(R"("value": 0.835)" + sixth), said); // three places are those of a closer share
    constexpr std::string_view kErrors = R"({"gates": [{"suite": "*", "threshold": 0.1, "max_errors": 1}]})";
    const std::string error = R"(, "cases": [{"pass": true}, {"error": "timeout"}])";
    EXPECT_EQ(verdict(own(R"("value": 0.5, "n": 2)" + error), "", kErrors), "promotable; pass reached");
    EXPECT_EQ(verdict(own(R"("value": 1, "n": 1)" + error), "", kErrors), "promotable; pass reached")
        << "stated of the cases that were judged";
    EXPECT_EQ(verdict(own(R"("value": 0.5, "n": 1)" + error), "", kErrors), said);
}

/// Two cases, one of them passed, an error where asked for; `end` are further lines.
std::string evals(const std::string& end, bool withError = false) {
    const auto event = [](int id, const std::string& rest) {
        return R"({"run_id": "r", "event_id": )" + std::to_string(id) + R"(, "sample_id": "s)" +
               std::to_string(id) + "\", " + rest + "}\n";
    };
    return "{\"spec\": {\"run_id\": \"r\"}}\n" + event(0, R"("type": "match", "data": {"correct": true})") +
           event(1, R"("type": "match", "data": {"correct": false})") +
           (withError ? event(2, R"("type": "error", "data": {})") : "") + end;
}

TEST(GateFiles, ARunThatBrokeOffIsIncomplete) {
    const std::string whole = evals(R"({"final_report": {"accuracy": 0.5}})");
    expectBoth(whole, "promotable; pass reached");
    expectBoth(evals(R"({"final_report": {"score": 7}})"), "promotable; pass reached");
    for (const char* end : {"", R"({"final_report": null})"}) {
        expectBoth(evals(end), "incomplete; missing the candidate's run broke off: it has no final report");
        EXPECT_EQ(verdict(whole, evals(end)),
                  "incomplete; missing the baseline's run broke off: it has no final report");
    }
    EXPECT_EQ(verdict(whole, evals(""), kFloor), "promotable; pass reached");
}

TEST(GateFiles, AFinalReportSaysWhatTheEventsSay) {
    const std::string said = "bad_value: the accuracy of the final report is not what the events say";
    expectBoth(evals(R"({"final_report": {"accuracy": 0.9}})"), said);
    expectBoth(evals(R"({"final_report": {"accuracy": 1}})"), said);
    constexpr std::string_view kErrors = R"({"gates": [{"suite": "*", "threshold": 0.1, "max_errors": 1}]})";
    EXPECT_EQ(verdict(evals(R"({"final_report": {"accuracy": 0.5}})", true), "", kErrors),
              "promotable; pass reached")
        << "the tool leaves errors out";
    expectBoth(evals(R"({"final_report": {"accuracy": NaN}})"), "promotable; pass reached");
}

TEST(GateFiles, AnErrorOfPromptfooIsAnErrorInAnyNumber) {
    for (const char* reason : {"2", "2.0", "2e0"}) {
        expectBoth(
            R"({"results": {"version": 3, "results": [{"testIdx": 0, "success": true, "failureReason": )" +
                std::string(reason) + "}]}}",
            "incomplete; missing 1 of 1 cases ended in an error, 0 are allowed");
    }
}

} // namespace
} // namespace goldpan::gates
