// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// readiness: from rows, corrections, drift and the ledger to what is due.
#include "tests/cli/cli_runner.h"

#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;

class ReadinessTest : public testing::Test {
protected:
    void
    SetUp() override { // r1 to r6, a minute apart from 2025-06-12T00:00, r3 and r6 low; now is 2025-06-15
        ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", miniLog(6))}).exit, 0);
        ASSERT_EQ(cli.run({"drift", cli.store, "--at", "2025-06-12T00:04:00Z", "--window", "3m"}).exit, 0);
    }
    void correct(const std::vector<std::string>& ids) {
        for (const auto& id : ids) {
            ASSERT_EQ(cli.run({"correct", cli.store, id, "--text", "gold " + id}).exit, 0);
        }
    }
    void set(const std::string& key, const std::string& value) {
        ASSERT_EQ(cli.run({"policy", cli.store, "set", key, value}).exit, 0);
    }
    CliRun ready(const std::string& now = "2025-06-15T00:00:00Z") {
        return cli.json({"readiness", cli.store, "--now", now});
    }
    /// The first trigger of that name, as JSON text.
    std::string trigger(const std::string& name, const std::string& now = "2025-06-15T00:00:00Z") {
        const auto report = ready(now).json();
        for (const auto& one : report["triggers"]) {
            if (one["name"] == name) {
                return one.dump();
            }
        }
        return "none";
    }
    CliRunner cli;
};

TEST_F(ReadinessTest, HasTheShapeOfTheContract) {
    const auto done = ready();
    EXPECT_EQ(done.exit, 0);
    EXPECT_EQ(
        done.json().dump(),
        R"({"due":false,"triggers":[)"
        R"({"name":"drift","subject":"2025-06-12T00:04:00.000000Z","fires":false,"have":0,"need":100,)"
        R"("reason":"collect more: 0 of 100 corrected rows in the window"},)"
        R"({"name":"schedule","subject":"2025-06-12T00:00:00.000000Z","fires":false,"have":3,"need":30,)"
        R"("reason":"no corrected row would be exported"},)"
        R"({"name":"cluster","subject":"","fires":false,"have":0,"need":100,)"
        R"("reason":"no corrected row has a tag that begins with cluster:"}]})");
    const auto text = cli.run({"readiness", cli.store}).out;
    EXPECT_THAT(text, HasSubstr("-  drift     2025-06-12T00:04:00.000000Z  0/100"));
    EXPECT_THAT(text, HasSubstr("\nno retraining is due\n"));
}

TEST_F(ReadinessTest, AnUndoneDriftIsNoTrigger) {
    const auto windows = [&] {
        const auto told = cli.run({"readiness", cli.store, "--timeline"}).out;
        return told.find("drift:1  ") != std::string::npos;
    };
    EXPECT_TRUE(windows());
    ASSERT_EQ(cli.count({"undo", cli.store, "--act", "1"}, "changed"), 4);
    EXPECT_THAT(trigger("drift"), HasSubstr("no drift is recorded"));
    EXPECT_FALSE(windows());
    EXPECT_EQ(cli.json({"queue", cli.store, "--filter", "drift:last"}).errorCode(), "bad_filter");
    ASSERT_EQ(cli.count({"redo", cli.store}, "changed"), 4);
    EXPECT_THAT(trigger("drift"), HasSubstr("2025-06-12T00:04:00.000000Z"));
    EXPECT_TRUE(windows());
}

TEST_F(ReadinessTest, TheTimelineHasTheShapeOfTheContract) {
    ASSERT_EQ(cli.run({"import", cli.store,
                       cli.dir.write("more.jsonl", R"({"request_id":"x","prompt":"p",)"
                                                   R"("ts":"2025-06-13T10:00:00",)"
                                                   R"("model_version":"v9","response":"a",)"
                                                   R"("tags":["user_negative"]})"
                                                   "\n")})
                  .exit,
              0);
    ASSERT_EQ(cli.run({"drift", cli.store, "--at", "2025-06-13T10:00:00Z", "--window", "90m",
                       "--model-version", "v9"})
                  .exit,
              0);
    const auto plain = ready().json();
    auto report = cli.json({"readiness", cli.store, "--now", "2025-06-15T00:00:00Z", "--timeline"}).json();
    EXPECT_EQ(report["due"], plain["due"]);
    EXPECT_EQ(report["triggers"], plain["triggers"]);
    EXPECT_EQ(report["days"].dump(),
              R"([{"day":"2025-06-12","rows":6.0,"stored":6,"low_confidence":2.0,"negative":0.0},)"
              R"({"day":"2025-06-13","rows":1.0,"stored":1,"low_confidence":0.0,"negative":1.0}])");
    const auto& bins = report["logprobs"]["bins"]; // r3 and r6 at -4, the others at -0.5
    ASSERT_EQ(bins.size(), 15U);
    EXPECT_EQ(bins.front().dump(), R"({"from":-4.0,"to":-3.75,"rows":2.0,"stored":2})");
    EXPECT_EQ(bins.back().dump(), R"({"from":-0.5,"to":-0.25,"rows":4.0,"stored":4})");
    report["logprobs"].erase("bins");
    EXPECT_EQ(report["logprobs"].dump(), R"({"threshold":-3.0,"without":1})");
    EXPECT_EQ(report["windows"].dump(),
              R"([{"from":"2025-06-12T00:01:00.000000Z","ts":"2025-06-12T00:04:00.000000Z",)"
              R"("model_version":null,"trained_on":null},)"
              R"({"from":"2025-06-13T08:30:00.000000Z","ts":"2025-06-13T10:00:00.000000Z",)"
              R"("model_version":"v9","trained_on":null}])");
    std::string keys;
    for (const auto& [key, value] : report.items()) {
        keys += key + " ";
    }
    EXPECT_EQ(keys, "due triggers days logprobs windows ");
}

TEST_F(ReadinessTest, TheTimelineIsATableEach) {
    const auto plain = cli.run({"readiness", cli.store, "--now", "2025-06-15"}).out;
    const auto text = cli.run({"readiness", cli.store, "--now", "2025-06-15", "--timeline"}).out;
    EXPECT_EQ(text.substr(0, plain.size()), plain);
    EXPECT_THAT(text, HasSubstr("\n\nday         rows  stored  low confidence  negative\n"
                                "2025-06-12  6     6       2 (33.3%)       0 (0.0%)\n"
                                "\nlogprob        rows  stored\n"
                                "-4.0 to -3.75  2     2\n"));
    EXPECT_THAT(text, HasSubstr("\nlow confidence is below -3.0; stored without a logprob: 0\n\nwindow "));
    EXPECT_THAT(text, HasSubstr("\ndrift:1  2025-06-12T00:01:00.000000Z  2025-06-12T00:04:00.000000Z  "
                                "(all)  -\n"));
}

TEST_F(ReadinessTest, RowsOfAWrongClockAreCountedApart) {
    std::string log;
    for (int row = 0; row < 20; ++row) {
        log += R"({"request_id":"w)" + std::to_string(row) + R"(","prompt":"p","model_version":"v","ts":")" +
               (row == 0   ? "1970-01-01"
                : row == 1 ? "2099-01-01"
                           : "2025-07-01") +
               "T00:00:00\",\"response\":\"a\"}\n";
    }
    ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("wrong.jsonl", log)}).exit, 0);
    EXPECT_THAT(cli.run({"readiness", cli.store, "--timeline"}).out,
                HasSubstr("\n2099-01-01  1     1       0 (0.0%)        0 (0.0%)\n"
                          "stored far outside 2025-06-12 to 2025-07-01: 2\n"));
}

TEST_F(ReadinessTest, OpenBinsHaveNoNumberAtTheirOpenSide) {
    ASSERT_EQ(cli.run({"import", cli.store,
                       cli.dir.write("more.jsonl", R"({"request_id":"x","prompt":"p",)"
                                                   R"("ts":"2025-06-13T10:00:00",)"
                                                   R"("model_version":"v9","response":"a",)"
                                                   R"("response_logprob":-70})"
                                                   "\n")})
                  .exit,
              0);
    const auto bins = cli.json({"readiness", cli.store, "--timeline"}).json()["logprobs"]["bins"];
    EXPECT_EQ(bins.front().dump(), R"({"from":null,"to":-8.0,"rows":1.0,"stored":1})");
    EXPECT_THAT(cli.run({"readiness", cli.store, "--timeline"}).out, HasSubstr("\nbelow -8.0     1     1\n"));
}

TEST_F(ReadinessTest, ATimelineIsStopped) {
    cli.stop.request_stop();
    EXPECT_EQ(cli.json({"readiness", cli.store, "--timeline"}).errorCode(), "cancelled");
}

TEST_F(ReadinessTest, OnlyRowsThatWouldBeExportedCount) {
    correct({"r2", "r3", "r4", "r5"}); // the window is 00:01 to 00:04, both ends: r2 to r5
    EXPECT_THAT(trigger("drift"), HasSubstr(R"("have":4,)"));
    ASSERT_EQ(cli.run({"correct", cli.store, "r6", "--text", "gold"}).exit, 0);
    EXPECT_THAT(trigger("drift"), HasSubstr(R"("have":4,)")) << "outside";
    ASSERT_EQ(cli.run({"correct", cli.store, "r3", "--text", "ask a@example.org"}).exit, 0);
    EXPECT_THAT(trigger("drift"), HasSubstr(R"("have":3,)")) << "export holds it back: pii";
    ASSERT_EQ(cli.run({"review", cli.store, "accept", "r4"}).exit, 0);
    EXPECT_THAT(trigger("drift"), HasSubstr(R"("have":2,)"));
}

TEST_F(ReadinessTest, FollowsThePolicyAndAnswersByItsExitCode) {
    correct({"r2", "r3"});
    const std::vector<std::string> ask{"readiness", cli.store, "--exit-code", "--now", "2025-06-15"};
    EXPECT_EQ(cli.run(ask).exit, 3);
    set("drift_min_rows", "2");
    EXPECT_EQ(cli.run(ask).exit, 0);
    EXPECT_THAT(cli.run(ask).out, HasSubstr("\na retraining is due\n"));
    set("drift_min_rows", "3");
    EXPECT_EQ(cli.run(ask).exit, 3);
    EXPECT_EQ(cli.run({"readiness", cli.store}).exit, 0) << "only asked for it is a no an exit code";
}

TEST_F(ReadinessTest, TimesHaveAZoneOrAreUtc) {
    correct({"r1"});
    EXPECT_THAT(trigger("schedule", "2025-07-12T00:00:00"), HasSubstr(R"("fires":true,"have":30)"));
    EXPECT_THAT(trigger("schedule", "2025-07-12T02:00:00+02:00"), HasSubstr(R"("fires":true,"have":30)"));
    EXPECT_THAT(trigger("schedule", "2025-07-12T01:59:59+02:00"), HasSubstr(R"("fires":false,"have":29)"));
    EXPECT_EQ(ready("yesterday").exit, 2);
    EXPECT_EQ(ready("yesterday").errorCode(), "usage");
}

TEST_F(ReadinessTest, BeforeTheDriftNothingFires) {
    correct({"r2", "r3"});
    set("drift_min_rows", "2");
    EXPECT_THAT(trigger("drift", "2025-06-12T00:04:00Z"), HasSubstr(R"("fires":true)"));
    EXPECT_THAT(trigger("drift", "2025-06-12T00:03:59Z"), HasSubstr("the drift lies in the future"));
    EXPECT_EQ(ready("2025-06-11").json()["due"], false) << "a clock that went backwards";
}

TEST_F(ReadinessTest, ADriftOfTheFutureIsRecordedAndWaitsForItsTime) {
    correct({"r1", "r2", "r3"});
    set("drift_min_rows", "3");
    const auto told = cli.json({"drift", cli.store, "--at", "2025-06-20T00:00:00Z", "--window", "9d"});
    EXPECT_EQ(told.exit, 0); // now is 2025-06-15
    EXPECT_EQ(told.json()["in_window"], 6);
    const auto second = [&](const std::string& now) { return ready(now).json()["triggers"][1].dump(); };
    EXPECT_EQ(second("2025-06-15T12:00:00Z"),
              R"({"name":"drift","subject":"2025-06-20T00:00:00.000000Z","fires":false,"have":3,"need":3,)"
              R"("reason":"the drift lies in the future"})");
    EXPECT_EQ(cli.run({"export", cli.store, "--out", cli.dir.file("batch.jsonl")}).exit, 0);
    EXPECT_EQ(cli.run({"retrain", cli.store, "mark", "1", "--model", "v3"}).exit, 0);
    EXPECT_THAT(second("2025-06-15T12:00:00Z"), HasSubstr("the drift lies in the future"))
        << "a retraining before its time leaves it open";
    EXPECT_THAT(second("2025-06-20T00:00:00Z"), HasSubstr(R"("fires":true,"have":3)"));
}

TEST_F(ReadinessTest, AClusterIsDueByItsTag) {
    correct({"r1", "r2"});
    set("cluster_min_rows", "2");
    ASSERT_EQ(cli.run({"tag", cli.store, "add", "cluster:refunds", "r1", "r2", "r3"}).exit, 0);
    EXPECT_THAT(trigger("cluster"),
                HasSubstr(R"("subject":"cluster:refunds","fires":true,"have":2,"need":2)"));
}

TEST_F(ReadinessTest, ARetrainingStartsAllOfItAnew) {
    correct({"r2", "r3", "r6"});
    ASSERT_EQ(cli.run({"tag", cli.store, "add", "cluster:refunds", "r6"}).exit, 0);
    for (const char* key : {"drift_min_rows", "cluster_min_rows", "schedule_days"}) {
        set(key, "1");
    }
    const auto before = ready().json();
    for (const auto& one : before["triggers"]) {
        EXPECT_EQ(one["fires"], true) << one;
    }
    ASSERT_EQ(cli.run({"export", cli.store, "--out", cli.dir.file("batch.jsonl")}).exit, 0);
    ASSERT_EQ(cli.run({"retrain", cli.store, "mark", "1", "--model", "v3"}).exit, 0);
    const auto after = ready("2025-06-15T16:00:00Z").json(); // the same day
    EXPECT_EQ(after["due"], false) << after;
    EXPECT_EQ(after["triggers"][0]["reason"], "the window was trained on with batch 1");
    EXPECT_THAT(after["triggers"][1]["reason"], HasSubstr("days since the last retraining"));
    EXPECT_EQ(after["triggers"][2]["have"], 0);
    correct({"r1"});
    ASSERT_EQ(cli.run({"tag", cli.store, "add", "cluster:refunds", "r1"}).exit, 0);
    EXPECT_THAT(trigger("cluster"), HasSubstr(R"("fires":true,"have":1)")) << "new rows of the cluster";
}

} // namespace
} // namespace goldpan::test
