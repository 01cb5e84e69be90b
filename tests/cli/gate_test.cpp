// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// gate: verdicts with their shape and exit code, what it refuses, and five tools' files as they are.
#include "core/base/files.h"
#include "tests/cli/cli_runner.h"
#include "tests/support/places.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;
using Json = nlohmann::ordered_json;

class GateTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", miniLog(1))}).exit, 0);
    }
    CliRun gate(const std::string& candidate, const std::string& baseline = "",
                const std::string& rules = "") {
        std::vector<std::string> words{"gate", cli.store, "--candidate", candidate};
        if (!baseline.empty()) {
            words.insert(words.end(), {"--baseline", baseline});
        }
        if (!rules.empty()) {
            words.insert(words.end(), {"--rules", rules});
        }
        return cli.json(words);
    }
    CliRun gateOf(const std::string& text) {
        return gate(cli.dir.write("candidate.json", text),
                    cli.dir.write("base.json", R"({"pass/coding":0.5})"));
    }
    CliRunner cli;
};

TEST_F(GateTest, HasTheShapeOfTheContract) {
    const auto good = gateOf(R"({"pass/coding":0.75})");
    EXPECT_EQ(good.exit, 0) << good.err;
    EXPECT_EQ(good.keys(), "verdict gates");
    EXPECT_THAT(good.json()["gates"][0].dump(),
                testing::StartsWith(R"({"suite":"coding","metric":"pass","candidate":0.75,"baseline":0.5,)"
                                    R"("threshold":null,"max_drop":0.0,"required":true,"status":"pass",)"
                                    R"("reason":"reached")"));
    const auto bad = gateOf(R"({"pass/coding":0.25})");
    EXPECT_EQ(bad.exit, 3);
    EXPECT_EQ(bad.json()["verdict"], "blocked");
    EXPECT_EQ(bad.json()["gates"][0]["reason"], "0.25 worse than the baseline's 0.5, 0 is allowed");
    EXPECT_THAT(bad.err, testing::IsEmpty()) << "a no is an answer, not an error";
    const auto missing = gateOf(R"({"pass/writing":1})");
    EXPECT_EQ(missing.exit, 3);
    EXPECT_EQ(missing.json()["verdict"], "incomplete");
    EXPECT_EQ(cli.count({"stats", cli.store}, "rows"), 1);
}

TEST_F(GateTest, TakesRulesInsteadOfABaseline) {
    const auto rules = cli.dir.write("rules.json", R"({"gates":[{"suite":"coding","threshold":0.6}]})");
    EXPECT_EQ(gate(cli.dir.write("c.json", R"({"pass/coding":0.6})"), "", rules).exit, 0);
    EXPECT_EQ(gate(cli.dir.write("c.json", R"({"pass/coding":0.5})"), "", rules).exit, 3);
    EXPECT_EQ(gate(cli.dir.write("c.json", R"({"pass/coding":0.5})")).json()["verdict"], "incomplete");
}

TEST_F(GateTest, NoCaseAtAllIsIncomplete) {
    const std::string none =
        R"({"run":"r","suite":"coding","metric":"pass_rate","value":1,"n":0,"stderr":null,)"
        R"("higher_is_better":true,"status":"ok"})";
    const auto file = cli.dir.write("none.json", none);
    EXPECT_EQ(gate(file, file).json()["verdict"], "incomplete");
}

TEST_F(GateTest, AFigureThatIsNoNumberIsIncompleteAndNull) {
    const auto report = gateOf(R"({"pass/coding":NaN,"loss":Infinity})");
    EXPECT_EQ(report.exit, 3) << report.err;
    EXPECT_EQ(report.json()["verdict"], "incomplete");
    EXPECT_EQ(report.json()["gates"][0]["candidate"], Json(nullptr));
    EXPECT_EQ(report.json()["gates"][0]["reason"], "the candidate's figure is no number");
}

TEST_F(GateTest, RefusesWhatItCannotReadByNameAndKeepsNothing) {
    const std::vector<std::pair<std::string, std::string>> bad{
        {"", "corrupt"},
        {"not json", "corrupt"},
        {R"({"pass/coding":nan})", "corrupt"},
        {R"({"evalId":"e","results":{"version":9,"results":[]},"config":{}})", "bad_value"}};
    for (const auto& [text, code] : bad) {
        const auto refused = gateOf(text);
        EXPECT_EQ(refused.exit, 1) << text;
        EXPECT_EQ(refused.errorCode(), code) << text;
        EXPECT_THAT(refused.err, HasSubstr("candidate.json")) << text;
    }
    const auto fine = cli.dir.write("c.json", R"({"pass/coding":1})");
    EXPECT_EQ(gate(cli.dir.file("nowhere.json")).errorCode(), "not_found");
    EXPECT_EQ(gate(fine, cli.dir.file("nowhere.json")).errorCode(), "not_found");
    const auto rules = cli.dir.write("rules.json", R"({"gates":[{"suite":"*","max_drop":-1}]})");
    EXPECT_EQ(gate(fine, fine, rules).errorCode(), "bad_value");
    EXPECT_THAT(gate(fine, fine, rules).err, HasSubstr("rules.json, gate 1"));
    EXPECT_EQ(cli.json({"gate", cli.store}).exit, 2) << "a candidate is needed";
    EXPECT_THAT(cli.run({"gate", cli.dir.file("no.goldpan"), "--candidate", fine}).err,
                HasSubstr("no such store"));
}

TEST_F(GateTest, TakesLmEvalSamplesThatStandBesideTheResults) {
    const std::string results = R"({"versions":{},"results":{"qa":{"acc,none":0.5}}})";
    const auto samples = [](int pass, int failed) {
        const auto line = [](int id, int acc) {
            return R"({"doc_id":)" + std::to_string(id) + R"(,"resps":[],"acc":)" + std::to_string(acc) +
                   "}\n";
        };
        return line(pass, 1) + line(failed, 0);
    };
    const auto rules = cli.dir.write("r.json", R"({"gates":[{"suite":"qa","max_new_failures":0}]})");
    const auto baseline = cli.dir.write("results_old.json", results);
    const auto candidate = cli.dir.write("results_new.json", results);
    EXPECT_EQ(gate(candidate, baseline, rules).json()["verdict"], "incomplete") << "no cases";
    cli.dir.write("samples_qa_old.jsonl", samples(0, 1));
    cli.dir.write("samples_qa_new.jsonl", samples(1, 0));
    EXPECT_EQ(gate(candidate, baseline, rules).json()["verdict"], "blocked");
    cli.dir.write("samples_qa_new.jsonl", samples(0, 1));
    EXPECT_EQ(gate(candidate, baseline, rules).json()["verdict"], "promotable");
    cli.dir.write("samples_qa_new.jsonl", samples(0, 1) + "{torn");
    const auto torn = gate(candidate, baseline, rules).json();
    EXPECT_EQ(torn["verdict"], "incomplete");
    EXPECT_THAT(torn["gates"][0]["reason"].get<std::string>(), HasSubstr("(samples_qa_new.jsonl: line 3: "));
    EXPECT_EQ(gate(candidate, baseline).json()["verdict"], "promotable") << "the figures are there";
}

TEST_F(GateTest, ShowsPeopleIntervalsAndPairedTests) {
    const auto file = cli.dir.write(
        "cases.json",
        R"({"run":"r","suite":"coding","metric":"pass_rate","value":0.5,"n":2,"stderr":null,)"
        R"("higher_is_better":true,"status":"ok","cases":[{"id":"a","pass":true},{"id":"b","pass":false}]})");
    const auto text = cli.run({"gate", cli.store, "--candidate", file, "--baseline", file}).out;
    EXPECT_THAT(text, HasSubstr("0.09453 to 0.9055"));
    EXPECT_THAT(text, HasSubstr("\npromotable, "));
}

struct Tool {
    std::string name;
    std::string folder; ///< with the start of the file name
    std::string end;
};

class SharedGates : public GateTest, public testing::WithParamInterface<Tool> {};

TEST_P(SharedGates, GiveTheExpectedVerdicts) {
    if (sharedData().empty()) {
        GTEST_SKIP() << "no shared data here";
    }
    const std::string formats = sharedData() + "/formats/";
    const auto expected = Json::parse(*readFile(formats + "eval_expected/expected.json"));
    const auto file = [&](const std::string& run) {
        return formats + GetParam().folder + run + GetParam().end;
    };
    const auto rules = cli.dir.write("rules.json", R"({"gates":[{"suite":"*","threshold":0.3}]})");
    /// Categories whose required gate fails; tools put their own words before them ("ko_mtbench_math").
    const auto failed = [](const Json& report) {
        std::vector<std::string> out;
        for (const Json& one : report["gates"]) {
            const std::string suite = one["suite"];
            if (one["required"] && one["status"] == "fail") {
                out.push_back(suite.substr(suite.find_last_of(" _") + 1));
            }
        }
        std::ranges::sort(out);
        return out;
    };
    for (const std::string run : {"candidate_up", "candidate_down"}) {
        const auto& verdict = expected["verdict"][run];
        const auto against = gate(file(run), file("baseline"));
        const bool promotable = verdict["promotable_no_regression"];
        EXPECT_EQ(against.exit, promotable ? 0 : 3) << against.err;
        EXPECT_EQ(against.json()["verdict"], promotable ? "promotable" : "blocked");
        EXPECT_EQ(failed(against.json()), verdict["below_baseline"].get<std::vector<std::string>>());
        EXPECT_EQ(failed(gate(file(run), "", rules).json()),
                  verdict["below_0.3"].get<std::vector<std::string>>());
    }
}

INSTANTIATE_TEST_SUITE_P(Tools, SharedGates,
                         testing::Values(Tool{"promptfoo", "promptfoo/", ".json"},
                                         Tool{"lm_eval", "lm_eval/results_", ".json"},
                                         Tool{"lm_eval_samples", "lm_eval/samples_", ".jsonl"},
                                         Tool{"openai_evals", "openai_evals/", ".jsonl"},
                                         Tool{"deepeval", "deepeval/", ".json"},
                                         Tool{"mlflow", "flat_metrics/mlflow_", ".json"},
                                         Tool{"wandb", "flat_metrics/wandb_summary_", ".json"}),
                         [](const testing::TestParamInfo<Tool>& tool) { return tool.param.name; });

} // namespace
} // namespace goldpan::test
