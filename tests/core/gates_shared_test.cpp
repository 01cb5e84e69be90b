// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same judge scores of three models in the shapes of five tools, with the verdict that each must give.
// Runs where the shared data is there.
#include "core/base/files.h"
#include "core/gates/eval_reader.h"
#include "core/gates/judge.h"
#include "tests/support/places.h"
#include "tests/support/temp_dir.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace goldpan::gates {
namespace {

struct Tool {
    std::string name;
    std::string folder; ///< with the start of the file name
    std::string end;
    bool hasCases;
};

std::string formats() {
    return test::sharedData() + "/formats/";
}

EvalRun read(const Tool& tool, const std::string& run) {
    const auto text = readFile(formats() + tool.folder + run + tool.end);
    EXPECT_TRUE(text) << tool.folder << run;
    auto read = readEval(text.value_or(""));
    EXPECT_TRUE(read) << (read ? "" : read.error().message);
    return read.value_or(EvalRun{});
}

/// Tools put their own words before a category: "ko_mtbench_math", "GEval math".
std::string category(const std::string& suite) {
    return suite.substr(suite.find_last_of(" _") + 1);
}

class SharedEvals : public testing::TestWithParam<Tool> {
protected:
    void SetUp() override {
        if (test::sharedData().empty()) {
            GTEST_SKIP() << "no shared data here";
        }
        const auto text = readFile(formats() + "eval_expected/expected.json");
        ASSERT_TRUE(text);
        m_expected = nlohmann::json::parse(*text);
    }
    nlohmann::json m_expected;
};

TEST_P(SharedEvals, GiveTheExpectedFiguresAndVerdicts) {
    const EvalRun baseline = read(GetParam(), "baseline");
    for (const std::string run : {"candidate_up", "candidate_down"}) {
        const auto& figures = m_expected["runs"][run];
        const auto& verdict = m_expected["verdict"][run];
        const EvalRun candidate = read(GetParam(), run);
        const GateReport report = judge(candidate, &baseline, defaultGateRules());
        EXPECT_EQ(report.verdict == Verdict::promotable, verdict["promotable_no_regression"].get<bool>());
        std::vector<std::string> below;
        std::size_t required = 0;
        for (const Gate& gate : report.gates) {
            if (!gate.rule.required) {
                continue;
            }
            ++required;
            ASSERT_TRUE(gate.candidate);
            EXPECT_NEAR(*gate.candidate, figures["pass_rate_ge7"][category(gate.suite)].get<double>(), 1e-9);
            EXPECT_EQ(gate.paired.has_value(), GetParam().hasCases);
            if (gate.status == GateStatus::fail) {
                below.push_back(category(gate.suite));
            }
        }
        EXPECT_EQ(required, 8U);
        std::ranges::sort(below);
        EXPECT_EQ(below, verdict["below_baseline"].get<std::vector<std::string>>());

        const auto floor = readGateRules(R"({"gates": [{"suite": "*", "threshold": 0.3}]})");
        ASSERT_TRUE(floor);
        std::vector<std::string> belowFloor;
        for (const Gate& gate : judge(candidate, nullptr, *floor).gates) {
            if (gate.rule.required && gate.status == GateStatus::fail) {
                belowFloor.push_back(category(gate.suite));
            }
        }
        EXPECT_EQ(belowFloor, verdict["below_0.3"].get<std::vector<std::string>>());
    }
}

INSTANTIATE_TEST_SUITE_P(Tools, SharedEvals,
                         testing::Values(Tool{"promptfoo", "promptfoo/", ".json", true},
                                         Tool{"lm_eval", "lm_eval/results_", ".json", false},
                                         Tool{"lm_eval_samples", "lm_eval/samples_", ".jsonl", true},
                                         Tool{"openai_evals", "openai_evals/", ".jsonl", true},
                                         Tool{"deepeval", "deepeval/", ".json", true},
                                         Tool{"mlflow", "flat_metrics/mlflow_", ".json", false},
                                         Tool{"wandb", "flat_metrics/wandb_summary_", ".json", false}),
                         [](const testing::TestParamInfo<Tool>& tool) { return tool.param.name; });

} // namespace
} // namespace goldpan::gates
