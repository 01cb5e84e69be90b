// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_runner.h"

#include "core/base/sha256.h"

#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class Shapes : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", miniLog(6))}).exit, 0);
    }
    CliRunner cli;
};

TEST_F(Shapes, Import) {
    const auto done = cli.json({"import", cli.store, cli.dir.write("more.jsonl", miniLog(8))});
    EXPECT_EQ(done.keys(),
              "read stored duplicate retagged differs sampled_out quarantined repaired pending redacted "
              "complete seconds");
    const auto counts = done.json();
    EXPECT_EQ(counts["read"], 8);
    EXPECT_EQ(counts["stored"], 2);
    EXPECT_EQ(counts["duplicate"], 6);
    EXPECT_EQ(counts["redacted"].dump(),
              R"({"ADDRESS":0,"CREDIT_CARD":0,"DRIVER_LICENSE":0,"EMAIL":0,"GOV_ID":0,)"
              R"("IBAN":0,"IP":0,"PASSPORT":0,"PHONE":0,"SECRET":0,"SSN":0})");
    EXPECT_TRUE(counts["seconds"].is_number());
    EXPECT_THAT(done.err, IsEmpty());
}

TEST_F(Shapes, Index) {
    const auto state = [&] { return cli.json({"stats", cli.store}).json()["index"]; };
    EXPECT_EQ(state(), "missing");
    const auto built = cli.json({"index", cli.store});
    EXPECT_EQ(built.keys(), "index rows indexed seconds");
    EXPECT_EQ(built.json()["index"], "ready");
    EXPECT_EQ(built.json()["rows"], 6);
    EXPECT_EQ(built.json()["indexed"], 6);
    EXPECT_EQ(state(), "ready");
    ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("more.jsonl", miniLog(8))}).exit, 0);
    EXPECT_EQ(state(), "building") << "an import returns without it";
    EXPECT_EQ(cli.json({"queue", cli.store, "--filter", "\"answer 8\""}).json()["request_id"], "r8");
    EXPECT_EQ(cli.run({"index", cli.store}).out, "index ready: 8 of 8 rows, 2 of them new\n");
    EXPECT_EQ(cli.json({"queue", cli.store, "--filter", "\"answer 8\""}).json()["request_id"], "r8");
    EXPECT_EQ(cli.json({"index", cli.store, "--drop"}).json()["index"], "missing");
    EXPECT_EQ(state(), "missing");
    EXPECT_EQ(cli.json({"queue", cli.store, "--filter", "\"answer 8\""}).json()["request_id"], "r8");
}

TEST_F(Shapes, AStoppedIndexSaysHowToGoOn) {
    cli.stop.request_stop();
    const auto stopped = cli.json({"index", cli.store});
    EXPECT_EQ(stopped.exit, 1);
    EXPECT_EQ(stopped.errorCode(), "cancelled");
    EXPECT_THAT(stopped.err, HasSubstr("run it again to go on"));
}

TEST_F(Shapes, Queue) {
    const auto rows = cli.json({"queue", cli.store}).lines();
    ASSERT_EQ(rows.size(), 6U);
    EXPECT_EQ(rows[2].dump(),
              R"({"request_id":"r3","ts":"2025-06-12T00:02:00.000000Z","model_version":"v2",)"
              R"("response_logprob":-4.0,"latency_ms":300,"tags":[],"review_state":"unreviewed",)"
              R"("has_draft":false})");
    EXPECT_EQ(cli.json({"queue", cli.store, "--order", "-latency", "--limit", "1"}).json()["request_id"],
              "r6");
    EXPECT_EQ(cli.json({"queue", cli.store, "--filter", "-is:low-confidence"}).lines().size(), 4U);
    EXPECT_THAT(cli.json({"queue", cli.store, "--filter", "state:corrected"}).out, IsEmpty());
}

TEST_F(Shapes, QueueForPeopleIsAligned) {
    const auto text = cli.run({"queue", cli.store, "--limit", "2"}).out;
    EXPECT_EQ(text, "r1  2025-06-12T00:00:00.000000Z  v2  -0.5  unreviewed  -  question 1\n"
                    "r2  2025-06-12T00:01:00.000000Z  v1  -0.5  unreviewed  -  question 2\n");
}

TEST_F(Shapes, DriftAndFeedback) {
    EXPECT_EQ(cli.json({"drift", cli.store, "--at", "2025-06-12T00:05:00Z"}).json().dump(),
              R"({"ts":"2025-06-12T00:05:00.000000Z","window_hours":12,"in_window":6,"newly_tagged":6})");
    EXPECT_EQ(cli.json({"drift", cli.store, "--at", "2025-06-12T00:05:00", "--window", "90m"})
                  .json()["window_hours"],
              1.5);
    EXPECT_EQ(cli.json({"feedback", cli.store, cli.dir.write("f.jsonl", "")}).json().dump(),
              R"({"read":0,"applied":0,"duplicate":0,"waiting":0,"positive":0,"quarantined":0})");
}

TEST_F(Shapes, WhatWasUndoneAndIsAppliedAgainIsSaid) {
    const std::vector<std::string> drift{"drift", cli.store, "--at", "2025-06-12T00:05:00Z"};
    const std::vector<std::string> feedback{
        "feedback", cli.store,
        cli.dir.write("f.jsonl", "{\"request_id\":\"r1\",\"kind\":\"report\"}\n"
                                 "{\"request_id\":\"r2\",\"kind\":\"thumbs_up\"}\n")};
    const auto undoNewest = [&] {
        const auto newest = cli.json({"history", cli.store}).lines().front()["act"].get<int>();
        EXPECT_EQ(cli.run({"undo", cli.store, "--act", std::to_string(newest)}).exit, 0);
    };
    for (const auto& verb : {drift, feedback}) {
        EXPECT_FALSE(cli.json(verb).json().contains("applied_again"));
        undoNewest();
        const auto again = cli.json(verb).json();
        EXPECT_EQ(again.value("applied_again", nlohmann::json()),
                  nlohmann::json::parse(verb == drift ? "true" : "1"));
        EXPECT_FALSE(cli.json(verb).json().contains("applied_again")) << "it was not undone since";
        undoNewest();
        EXPECT_THAT(cli.run(verb).out, HasSubstr("applied again"));
    }
}

TEST_F(Shapes, DriftEventsOfAFileAreALineEach) {
    const auto file = cli.dir.write(
        "events.jsonl",
        R"({"event":"deployment_drift_detected","ts":"2025-06-12T00:02:00","model_version":"v9","window_hours":12})"
        "\n"
        R"({"event":"deployment_drift_detected","ts":"2025-06-12T00:05:00","model_version":"v9"})"
        "\n");
    const auto lines = cli.json({"drift", cli.store, "--event", file}).lines();
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0]["in_window"], 3) << "the event's model restricts nothing";
    EXPECT_EQ(lines[1]["newly_tagged"], 3);
}

TEST_F(Shapes, DriftOfAMonitorsReport) {
    const auto failing = cli.dir.write("failing.json", R"([{"name":"a","passed":0,"failed":1}])");
    const std::vector<std::string> timeless{"drift", cli.store, "--event", failing};
    const auto noTime = cli.json(timeless);
    EXPECT_EQ(noTime.exit, 2);
    EXPECT_THAT(noTime.err, HasSubstr("--at"));
    const std::vector<std::string> timed{
        "drift", cli.store, "--event", failing, "--at", "2025-06-12T00:05:00", "--window", "3m"};
    EXPECT_EQ(cli.json(timed).json().dump(),
              R"({"ts":"2025-06-12T00:05:00.000000Z","window_hours":0.05,"in_window":4,"newly_tagged":4})");
    EXPECT_EQ(cli.json(timed).json()["newly_tagged"], 0) << "the same event twice";
    const auto fine = cli.dir.write("fine.json", R"([{"name":"a","passed":1,"failed":0}])");
    EXPECT_EQ(cli.json({"drift", cli.store, "--event", fine}).json().dump(),
              R"({"ts":null,"window_hours":null,"in_window":0,"newly_tagged":0})");
    EXPECT_EQ(cli.run({"drift", cli.store, "--event", fine}).out,
              "the whylogs file reports no drift; nothing was recorded\n");
}

TEST_F(Shapes, Acts) {
    EXPECT_EQ(cli.json({"review", cli.store, "accept", "r1", "r2"}).json().dump(),
              R"({"act":1,"changed":2,"skipped":0})");
    EXPECT_EQ(cli.json({"tag", cli.store, "add", "t", "r1"}).keys(), "act changed skipped");
    EXPECT_EQ(cli.json({"correct", cli.store, "r1", "--text", "x"}).keys(), "act changed skipped");
    EXPECT_EQ(cli.json({"undo", cli.store}).keys(), "act changed skipped");
    EXPECT_EQ(cli.json({"redo", cli.store}).keys(), "act changed skipped");
    EXPECT_EQ(cli.run({"review", cli.store, "discard", "r3"}).out, "discard: 1 changed, 0 skipped (act 6)\n");
}

TEST_F(Shapes, Show) {
    ASSERT_EQ(cli.run({"correct", cli.store, "r1", "--text", "one", "--operator", "ann"}).exit, 0);
    const auto done = cli.json({"show", cli.store, "r1"});
    EXPECT_EQ(done.keys(), "entry state correction drafts history");
    const auto row = done.json();
    EXPECT_EQ(row["entry"].dump(),
              R"({"request_id":"r1","ts":"2025-06-12T00:00:00.000000Z","model_version":"v2",)"
              R"("prompt":"question 1","response":"answer 1","latency_ms":100,)"
              R"("user_id_hash":"0000000000000001","response_logprob":-0.5,)"
              R"("tags":["operator_review"]})");
    EXPECT_EQ(row["correction"]["text"], "one");
    EXPECT_EQ(row["correction"]["pii"], false);
    EXPECT_EQ(row["history"][0]["kind"], "correct");
    EXPECT_FALSE(row["history"][0]["changes"].empty());
    const auto text = cli.run({"show", cli.store, "r1"}).out;
    EXPECT_THAT(text, HasSubstr("state             corrected\n"));
    EXPECT_THAT(text, HasSubstr("\nprompt\n  question 1\n"));
    EXPECT_THAT(text, HasSubstr("\ncorrection by ann (operator), "));
    EXPECT_THAT(text, HasSubstr("\nhistory\n1  "));
}

TEST_F(Shapes, ShowKeepsOptionalKeysAsTheyAre) {
    const auto log = cli.dir.write(
        "chat.jsonl",
        R"({"request_id":"c","ts":"2025-06-12T09:00:00","model_version":"v","prompt":"and now?","response":"r",)"
        R"("tags":[],"messages":[{"role":"system","content":"be kind"},{"role":"user","content":"and now?"}]})"
        "\n");
    ASSERT_EQ(cli.count({"import", cli.store, log}, "stored"), 1);
    const auto row = cli.json({"show", cli.store, "c"}).json();
    EXPECT_EQ(row["entry"]["messages"][0]["content"], "be kind");
    EXPECT_TRUE(row["entry"]["latency_ms"].is_null());
    EXPECT_THAT(cli.run({"show", cli.store, "c"}).out,
                HasSubstr("\nsystem\n  be kind\n\nuser\n  and now?\n"));
}

TEST_F(Shapes, TextOfTheLogCannotSteerATerminal) {
    const auto log = cli.dir.write(
        "esc.jsonl", R"({"request_id":"e\u001b","ts":"2025-06-12T09:00:00","model_version":"v",)"
                     R"("prompt":"\u001b[2Jgone","response":"\u009b31m","tags":[]})"
                     "\n");
    ASSERT_EQ(cli.count({"import", cli.store, log}, "stored"), 1);
    for (const auto& args : {std::vector<std::string>{"show", cli.store, "e\x1b"}, {"queue", cli.store}}) {
        const auto text = cli.run(args).out;
        EXPECT_THAT(text, Not(HasSubstr("\x1b"))) << args[0];
        EXPECT_THAT(text, Not(HasSubstr("\xC2\x9B"))) << args[0];
    }
}

TEST_F(Shapes, ALineOfTheQueueIsOneLine) {
    const auto log = cli.dir.write(
        "two.jsonl", R"({"request_id":"a\nb","ts":"2025-06-12T09:00:00","model_version":"v\t1",)"
                     R"("prompt":"p\nq","response":"r","tags":[]})"
                     "\n");
    ASSERT_EQ(cli.count({"import", cli.store, log}, "stored"), 1);
    EXPECT_EQ(cli.run({"queue", cli.store, "--order", "-log", "--limit", "1"}).out,
              "a b  2025-06-12T09:00:00.000000Z  v 1  -  unreviewed  -  p q\n");
}

TEST_F(Shapes, History) {
    ASSERT_EQ(cli.run({"review", cli.store, "accept", "r1", "r2", "--operator", "ann"}).exit, 0);
    ASSERT_EQ(cli.run({"undo", cli.store, "--operator", "ann"}).exit, 0);
    const auto acts = cli.json({"history", cli.store}).lines();
    ASSERT_EQ(acts.size(), 2U);
    EXPECT_EQ(acts[0]["kind"], "undo");
    EXPECT_EQ(acts[0]["target"], 1);
    EXPECT_EQ(acts[1]["operator"], "ann");
    EXPECT_EQ(acts[1]["undone"], true);
    EXPECT_FALSE(acts[1].contains("changes"));
    const auto ofRow = cli.json({"history", cli.store, "r2"}).lines();
    EXPECT_EQ(ofRow.back()["changes"][0]["after"], "accepted");
    EXPECT_THAT(cli.json({"history", cli.store, "r3"}).out, IsEmpty());
    EXPECT_THAT(cli.run({"history", cli.store}).out,
                testing::ContainsRegex("\n1  2025-[^ ]*Z  ann  accept +2 rows  undone"));
}

TEST_F(Shapes, ExportAndVerify) {
    ASSERT_EQ(cli.run({"correct", cli.store, "r1", "--text", "answer 1"}).exit, 0);
    const auto out = cli.dir.file("b.jsonl");
    const auto done = cli.json({"export", cli.store, "--out", out});
    EXPECT_EQ(done.keys(), "rows excluded warned files batch");
    const auto report = done.json();
    EXPECT_EQ(report["warned"]["identical"], 1);
    EXPECT_EQ(report["files"][0]["path"], out);
    EXPECT_EQ(report["files"][0]["rows"], 1);
    EXPECT_EQ(report["files"][0]["sha256"], sha256Hex(cli.dir.read("b.jsonl")));
    EXPECT_EQ(cli.json({"verify", out}).keys(), "ok manifest files problems");
    const auto fewer = cli.json({"export", cli.store, "--out", out, "--exclude", "identical"}).json();
    EXPECT_EQ(fewer["rows"], 0);
    EXPECT_EQ(fewer["excluded"]["identical"], 1);
    EXPECT_THAT(cli.run({"export", cli.store, "--out", out}).out, HasSubstr("rows      1\n"));
}

TEST_F(Shapes, StatsCheckAndBackup) {
    ASSERT_EQ(cli.run({"correct", cli.store, "r1", "--text", "x"}).exit, 0);
    const auto done = cli.json({"stats", cli.store});
    EXPECT_EQ(done.keys(),
              "rows by_state by_tag corrections drafts batches quarantined index schema_version sampling");
    const auto stats = done.json();
    EXPECT_EQ(stats["by_state"].dump(),
              R"({"unreviewed":5,"corrected":1,"accepted":0,"discarded":0,"deferred":0})");
    EXPECT_EQ(stats["by_tag"].dump(), R"({"operator_review":1})");
    EXPECT_EQ(stats["corrections"], 1);
    EXPECT_EQ(cli.json({"check", cli.store}).json().dump(), R"({"ok":true,"problems":[]})");

    const auto copy = cli.dir.file("copy.goldpan");
    const auto backup = cli.json({"backup", cli.store, copy}).json();
    const auto bytes = cli.dir.read("copy.goldpan");
    EXPECT_EQ(backup["path"], copy);
    EXPECT_EQ(backup["bytes"], bytes.size());
    EXPECT_EQ(backup["sha256"], sha256Hex(bytes));
    EXPECT_EQ(cli.json({"stats", copy}).json(), stats);
    EXPECT_EQ(cli.run({"backup", cli.store, cli.store}).exit, 2);
    EXPECT_EQ(cli.json({"stats", cli.store}).json(), stats);
}

TEST_F(Shapes, ProgressIsForTerminalsOnly) {
    const auto piped = cli.run({"tag", cli.store, "add", "t", "--filter", ""});
    EXPECT_THAT(piped.err, IsEmpty());
    cli.terminal = true;
    const auto shown = cli.run({"tag", cli.store, "remove", "t", "--filter", ""});
    EXPECT_THAT(shown.err, testing::StartsWith("\r\x1b[Ktag remove  "));
    EXPECT_THAT(shown.err, HasSubstr(" rows/s"));
    EXPECT_THAT(shown.err, testing::EndsWith("\r\x1b[K")) << "the line is wiped";
    EXPECT_EQ(shown.out, "tag remove: 6 changed, 0 skipped (act 2)\n");
}

} // namespace
} // namespace goldpan::test
