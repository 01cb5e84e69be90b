// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A report of the gates as it is kept, read back by whoever shows it; and what is none.
#include "core/gates/report_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace goldpan::gates {
namespace {

TEST(GateReport, IsReadBackAsItWasWritten) {
    GateReport report{Verdict::blocked,
                      {{.suite = "coding",
                        .metric = "pass_rate",
                        .candidate = 0.5,
                        .status = GateStatus::fail,
                        .reason = "0.5 is below 0.6",
                        .n = 40,
                        .interval = Interval{0.35, 0.65},
                        .paired = PairedCases{2, 1, 0.75}}}};
    report.gates[0].rule.threshold = 0.6;
    report.gates[0].rule.required = false;
    const std::string text = reportJson(report).dump();
    const auto read = reportFromText(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(reportJson(*read).dump(), text);
    EXPECT_FALSE(read->gates[0].baseline);
}

TEST(GateReport, IsNoneWhereItIsSomethingElse) {
    for (const char* text :
         {"", "null", "[]", "{}", "{\"verdict\": \"blocked\"}", "{\"verdict\": \"yes\", \"gates\": []}",
          R"({"verdict": "blocked", "gates": [7]})", R"({"verdict": "blocked", "gates": [{"suite": "a"}]})",
          R"({"verdict": "blocked", "gates": [{"suite": "a", "metric": 1, "status": "fail", "reason": ""}]})",
          R"({"verdict": "blocked", "gates": [{"suite": "a", "metric": "m", "status": "fail", "reason": "",)"
          R"( "n": 1e300}]})",
          "{\"verdict\": \"blocked\", \"gates\": [[[[", "{\"verdict\": \"\xff\", \"gates\": []}"}) {
        EXPECT_FALSE(reportFromText(text)) << text;
    }
    constexpr std::size_t kDeep = 200'000;
    EXPECT_FALSE(reportFromText(std::string(kDeep, '[')));
    EXPECT_FALSE(reportFromText(std::string(kDeep, '[') + std::string(kDeep, ']')));
    EXPECT_TRUE(reportFromText(R"({"verdict": "promotable", "gates": [], "notes": )" +
                               std::string(kDeep, '[') + std::string(kDeep, ']') + "}"));
    EXPECT_TRUE(reportFromText(R"({"verdict": "incomplete", "gates": [)"
                               R"({"suite": "a", "metric": "m", "status": "missing", "reason": "r"}]})"));
}

} // namespace
} // namespace goldpan::gates
