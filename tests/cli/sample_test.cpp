// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What tools/start does with the sample that ships.
#include "tests/cli/cli_runner.h"
#include "tests/support/places.h"

#include <gtest/gtest.h>

namespace goldpan::test {
namespace {

const std::string kSample = test::sourceFile("resources/sample/");

TEST(Sample, GoesThroughTheWholeLoop) {
    CliRunner cli;
    const auto import = cli.json({"import", cli.store, kSample + "sample-log.jsonl.gz"}).json();
    EXPECT_EQ(import["stored"], 2'000);
    EXPECT_EQ(import["quarantined"], 0);
    for (const char* type : {"EMAIL", "PHONE", "SSN"}) {
        EXPECT_GT(import["redacted"][type], 5) << type;
    }
    EXPECT_EQ(cli.count({"drift", cli.store, "--event", kSample + "drift-events.jsonl"}, "newly_tagged"), 71);
    const auto feedback = cli.json({"feedback", cli.store, kSample + "feedback.jsonl"}).json();
    EXPECT_EQ(feedback["waiting"], 1);
    EXPECT_EQ(feedback["quarantined"], 0);

    const auto wrong = cli.json({"queue", cli.store, "--filter",
                                 "tag:cluster:refunds tag:user_negative response:refunds", "--limit", "1"})
                           .json();
    const std::string id = wrong["request_id"];
    EXPECT_EQ(cli.count({"correct", cli.store, id, "--text", "You can return it within 30 days."}, "changed"),
              1);
    const std::string batch = cli.dir.file("batch.jsonl");
    EXPECT_EQ(cli.count({"export", cli.store, "--out", batch}, "rows"), 1);
    EXPECT_EQ(cli.run({"verify", batch}).exit, 0);
}

TEST(Sample, LeavesNoPlantedPiiBehind) {
    CliRunner cli;
    ASSERT_EQ(cli.run({"import", cli.store, kSample + "sample-log.jsonl.gz"}).exit, 0);
    for (const char* planted : {"\"@example\"", "\"555-01\"", "/000-[0-9]{2}-/"}) {
        EXPECT_EQ(cli.run({"queue", cli.store, "--filter", planted}).out, "") << planted;
    }
}

} // namespace
} // namespace goldpan::test
