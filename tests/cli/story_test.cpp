// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_runner.h"

#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;

/// The state, the tags and the correction of a row as one short line.
std::string rowText(CliRunner& cli, const std::string& id) {
    const auto row = cli.json({"show", cli.store, id}).json();
    return row["state"].get<std::string>() + " " + row["entry"]["tags"].dump() + " " +
           (row["correction"].is_null() ? "-" : row["correction"]["text"].get<std::string>());
}

TEST(Story, FromALogToAProvenBatch) {
    CliRunner cli;
    const auto log = cli.dir.writeGzip("log.jsonl.gz", miniLog(12));
    const auto first = cli.json({"import", cli.store, log, "--keep", "all", "--jobs", "1"});
    ASSERT_EQ(first.exit, 0) << first.err;
    EXPECT_EQ(first.json()["read"], 12);
    EXPECT_EQ(first.json()["stored"], 12);
    EXPECT_EQ(first.json()["complete"], true);
    const auto second = cli.json({"import", cli.store, log}).json();
    EXPECT_EQ(second["stored"], 0);
    EXPECT_EQ(second["duplicate"], 12);

    // 00:01 to 00:03, both ends included: r2, r3, r4
    const auto drift = cli.json({"drift", cli.store, "--at", "2025-06-12T00:03:00", "--window", "2m"}).json();
    EXPECT_EQ(drift["ts"], "2025-06-12T00:03:00.000000Z");
    EXPECT_EQ(drift["in_window"], 3);
    EXPECT_EQ(drift["newly_tagged"], 3);
    EXPECT_EQ(
        cli.count({"drift", cli.store, "--at", "2025-06-12T00:03:00", "--window", "2m"}, "newly_tagged"), 0);
    EXPECT_EQ(cli.count({"drift", cli.store, "--at", "2025-06-12T00:05:00", "--window", "3m",
                         "--model-version", "v1"},
                        "in_window"),
              2)
        << "r4 and r6";

    const auto events =
        cli.dir.write("events.jsonl", R"({"request_id":"r1","kind":"thumbs_down","ts":"2025-06-12T01:00:00"})"
                                      "\n"
                                      R"({"request_id":"r2","kind":"thumbs_up","ts":"2025-06-12T01:00:00"})"
                                      "\n"
                                      R"({"request_id":"later","kind":"report","ts":"2025-06-12T01:00:00"})"
                                      "\n");
    const auto feedback = cli.json({"feedback", cli.store, events}).json();
    EXPECT_EQ(feedback["read"], 3);
    EXPECT_EQ(feedback["applied"], 1);
    EXPECT_EQ(feedback["positive"], 1);
    EXPECT_EQ(feedback["waiting"], 1);
    EXPECT_EQ(rowText(cli, "r1"), R"(unreviewed ["user_negative"] -)");

    EXPECT_EQ(cli.count({"correct", cli.store, "r1", "--text", "a better answer 1"}, "changed"), 1);
    EXPECT_EQ(rowText(cli, "r1"), R"(corrected ["operator_review","user_negative"] a better answer 1)");
    EXPECT_EQ(cli.run({"correct", cli.store, "r2", "--text-file", "-"}, "line one\nline two").exit, 0);
    EXPECT_EQ(rowText(cli, "r2"), "corrected [\"drift_window\",\"operator_review\"] line one\nline two");

    EXPECT_EQ(cli.count({"review", cli.store, "discard", "--filter", "is:low-confidence"}, "changed"), 4);
    EXPECT_EQ(rowText(cli, "r3"), R"(discarded ["drift_window"] -)");
    EXPECT_EQ(cli.count({"undo", cli.store}, "changed"), 4);
    EXPECT_EQ(rowText(cli, "r3"), R"(unreviewed ["drift_window"] -)");
    EXPECT_EQ(cli.count({"redo", cli.store}, "changed"), 4);
    EXPECT_EQ(rowText(cli, "r3"), R"(discarded ["drift_window"] -)");

    const auto out = cli.dir.file("batch.jsonl");
    const auto batch = cli.json({"export", cli.store, "--out", out, "--tags", "user_negative,drift_window"});
    ASSERT_EQ(batch.exit, 0) << batch.err;
    EXPECT_EQ(batch.json()["rows"], 2);
    EXPECT_EQ(batch.json()["batch"], 1);
    EXPECT_EQ(
        cli.dir.read("batch.jsonl"),
        R"({"messages": [{"role": "user", "content": "question 1"}, {"role": "assistant", "content": "a better answer 1"}]})"
        "\n"
        R"({"messages": [{"role": "user", "content": "question 2"}, {"role": "assistant", "content": "line one\nline two"}]})"
        "\n");
    const auto proven = cli.json({"verify", out});
    EXPECT_EQ(proven.exit, 0) << proven.out;
    EXPECT_EQ(proven.json()["ok"], true);

    cli.dir.write("batch.jsonl", "{\"messages\": []}\n");
    const auto tampered = cli.json({"verify", out});
    EXPECT_EQ(tampered.exit, 1);
    EXPECT_EQ(tampered.json()["ok"], false);
    EXPECT_FALSE(tampered.json()["problems"].empty());

    EXPECT_EQ(cli.run({"check", cli.store}).exit, 0);
}

class Acts : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", miniLog(6))}).exit, 0);
    }
    CliRunner cli;
};

TEST_F(Acts, UndoIsOfOneOperatorOrOfANamedAct) {
    const auto act = cli.count({"tag", cli.store, "add", "odd", "r1", "r3", "--operator", "ann"}, "act");
    EXPECT_EQ(cli.count({"review", cli.store, "accept", "r2", "--operator", "bob"}, "changed"), 1);
    EXPECT_EQ(cli.json({"undo", cli.store, "--operator", "cleo"}).errorCode(), "not_found");
    EXPECT_EQ(cli.count({"undo", cli.store, "--act", std::to_string(act), "--operator", "bob"}, "changed"),
              2);
    EXPECT_EQ(rowText(cli, "r1"), "unreviewed [] -");
    EXPECT_EQ(cli.json({"undo", cli.store, "--act", "999"}).errorCode(), "not_found");
    EXPECT_EQ(rowText(cli, "r2"), "accepted [] -");
}

TEST_F(Acts, AnActThatALaterOneBuiltOnIsRefused) {
    const auto act = cli.count({"review", cli.store, "accept", "r1"}, "act");
    ASSERT_EQ(cli.run({"review", cli.store, "discard", "r1"}).exit, 0);
    const auto refused = cli.json({"undo", cli.store, "--act", std::to_string(act)});
    EXPECT_EQ(refused.exit, 1);
    EXPECT_EQ(refused.errorCode(), "conflict");
    EXPECT_EQ(rowText(cli, "r1"), "discarded [] -");
}

TEST_F(Acts, TheSameDecisionTwiceIsNoAct) {
    ASSERT_EQ(cli.run({"review", cli.store, "defer", "r1", "r2"}).exit, 0);
    const auto again = cli.json({"review", cli.store, "defer", "r1", "r2", "r1"}).json();
    EXPECT_TRUE(again["act"].is_null());
    EXPECT_EQ(again["changed"], 0);
    EXPECT_EQ(again["skipped"], 2);
    EXPECT_EQ(cli.json({"history", cli.store}).lines().size(), 1U);
}

TEST_F(Acts, TagsComeAndGo) {
    EXPECT_EQ(cli.count({"tag", cli.store, "add", "a,b", "--filter", "model:v1"}, "changed"), 3);
    EXPECT_EQ(cli.count({"tag", cli.store, "remove", "a,b", "r2"}, "changed"), 1);
    EXPECT_EQ(cli.json({"queue", cli.store, "--filter", "tag:a,b"}).lines().size(), 2U);
}

TEST_F(Acts, LeavingCorrectedKeepsTheTextAsADraft) {
    ASSERT_EQ(cli.run({"correct", cli.store, "r1", "--text", "kept", "--operator", "ann"}).exit, 0);
    ASSERT_EQ(cli.run({"review", cli.store, "reopen", "r1", "--operator", "ann"}).exit, 0);
    const auto row = cli.json({"show", cli.store, "r1"}).json();
    EXPECT_TRUE(row["correction"].is_null());
    EXPECT_EQ(row["drafts"][0]["text"], "kept");
    EXPECT_EQ(row["drafts"][0]["operator"], "ann");
    EXPECT_EQ(cli.json({"queue", cli.store, "--filter", "is:draft"}).json()["has_draft"], true);
}

TEST_F(Acts, AModelsDraftNamesWhoVerifiedIt) {
    ASSERT_EQ(
        cli.run({"correct", cli.store, "r1", "--text", "x", "--source", "model", "--operator", "ann"}).exit,
        0);
    const auto correction = cli.json({"show", cli.store, "r1"}).json()["correction"];
    EXPECT_EQ(correction["source"], "model");
    EXPECT_EQ(correction["operator"], "ann");
}

TEST_F(Acts, CorrectionsGoOutAndComeBackIn) {
    const auto file =
        cli.dir.write("c.json", R"({"r1": "one", "r2": "", "r3": null, "nosuch": "x", "r4": "four\n"})");
    const auto outcome = cli.json({"corrections", cli.store, "import", file});
    EXPECT_EQ(outcome.json().dump(), R"({"read":5,"applied":2,"unchanged":0,"empty":2,"unknown":1})");
    EXPECT_THAT(outcome.err, HasSubstr("nosuch"));
    EXPECT_EQ(rowText(cli, "r1"), "corrected [] one") << "no tag";

    ASSERT_EQ(cli.run({"corrections", cli.store, "export", cli.dir.file("out.json")}).exit, 0);
    const auto printed = cli.run({"corrections", cli.store, "export", "-"});
    EXPECT_EQ(nlohmann::ordered_json::parse(cli.dir.read("out.json")).dump(),
              R"({"r1":"one","r4":"four\n"})");
    EXPECT_EQ(printed.out, cli.dir.read("out.json"));

    const auto again = cli.json({"corrections", cli.store, "import", "-"}, printed.out).json();
    EXPECT_EQ(again["unchanged"], 2);
    EXPECT_EQ(again["applied"], 0);
}

TEST_F(Acts, AStoppedImportOfCorrectionsSaysWhatItDid) {
    const auto file = cli.dir.write("c.json", R"({"r1": "one", "r2": "two"})");
    cli.stop.request_stop();
    const auto stopped = cli.json({"corrections", cli.store, "import", file});
    EXPECT_EQ(stopped.exit, 1);
    EXPECT_EQ(stopped.errorCode(), "cancelled");
    EXPECT_EQ(stopped.keys(), "read applied unchanged empty unknown complete");
    EXPECT_EQ(stopped.json()["complete"], false);
    EXPECT_EQ(stopped.json()["applied"], 0);
    EXPECT_THAT(cli.run({"corrections", cli.store, "import", file}).out, HasSubstr("complete"));
}

TEST_F(Acts, SuggestionsAreShownAndReplaced) {
    const auto file = cli.dir.write(
        "s.json", R"({"r1": "call 555-123-4567", "r2": "", "r3": null, "nosuch": "x", "r4": "four"})");
    const auto outcome = cli.json({"suggestions", cli.store, "import", file});
    EXPECT_EQ(outcome.json().dump(), R"({"read":5,"applied":2,"unchanged":0,"empty":2,"unknown":1})");
    EXPECT_THAT(outcome.err, HasSubstr("nosuch"));
    const auto again = cli.json({"suggestions", cli.store, "import", "-"}, cli.dir.read("s.json")).json();
    EXPECT_EQ(again["applied"], 0);
    EXPECT_EQ(again["unchanged"], 2);
    EXPECT_EQ(cli.json({"suggestions", cli.store, "import", "-"}, R"({"r4": "4"})").json()["applied"], 1);

    EXPECT_EQ(cli.json({"show", cli.store, "r1"}).json()["suggestion"], "call [PHONE]");
    EXPECT_EQ(cli.json({"show", cli.store, "r4"}).json()["suggestion"], "4");
    EXPECT_FALSE(cli.json({"show", cli.store, "r2"}).json().contains("suggestion"));
    EXPECT_THAT(cli.run({"show", cli.store, "r4"}).out, HasSubstr("\nsuggestion\n  4\n"));
    EXPECT_THAT(cli.run({"history", cli.store}).out, testing::Not(HasSubstr("import"))) << "no act";
    EXPECT_EQ(cli.json({"show", cli.store, "r1"}).json()["state"], "unreviewed");
}

TEST_F(Acts, SuggestionsThatAreNoneSayWhere) {
    const auto file = cli.dir.write("bad.json", R"({"r1": )");
    const auto outcome = cli.json({"suggestions", cli.store, "import", file});
    EXPECT_EQ(outcome.exit, 1);
    EXPECT_THAT(outcome.err, HasSubstr("bad.json"));
    EXPECT_EQ(cli.run({"suggestions", cli.store, "export", file}).exit, 2);
}

TEST_F(Acts, AnEmptyStoreOfCorrectionsIsAnEmptyObject) {
    const auto printed = cli.run({"corrections", cli.store, "export", "-"});
    EXPECT_EQ(nlohmann::json::parse(printed.out).dump(), "{}");
    ASSERT_EQ(cli.run({"corrections", cli.store, "export", cli.dir.file("out.json")}).exit, 0);
    EXPECT_EQ(printed.out, cli.dir.read("out.json"));
}

TEST_F(Acts, PiiInACorrectionIsHeldBackByName) {
    ASSERT_EQ(cli.run({"correct", cli.store, "r1", "--text", "write to jane.roe@example.com"}).exit, 0);
    ASSERT_EQ(cli.run({"correct", cli.store, "r2", "--text", "fine"}).exit, 0);
    const auto out = cli.dir.file("b.jsonl");
    const auto held = cli.run({"export", cli.store, "--out", out});
    EXPECT_EQ(held.exit, 0) << held.err;
    EXPECT_THAT(held.err, HasSubstr("held back (pii): r1\n"));
    const auto let = cli.json({"export", cli.store, "--out", out, "--redact-corrections"}).json();
    EXPECT_EQ(let["rows"], 2);
    EXPECT_THAT(cli.dir.read("b.jsonl"), HasSubstr("write to [EMAIL]"));
}

TEST_F(Acts, ADryRunWritesNothing) {
    ASSERT_EQ(cli.run({"correct", cli.store, "r1", "--text", "one"}).exit, 0);
    const auto dry = cli.json({"export", cli.store, "--dry-run", "--tag", "operator_review"}).json();
    EXPECT_EQ(dry["rows"], 1);
    EXPECT_TRUE(dry["batch"].is_null());
    EXPECT_EQ(cli.json({"stats", cli.store}).json()["batches"], 0);
}

TEST_F(Acts, AFilterWithPiiIsInNoManifest) {
    const auto run = cli.run({"export", cli.store, "--format", "log", "--out", cli.dir.file("b.jsonl"),
                              "--filter", R"(-/eve@example\.org/)"});
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_THAT(run.err, HasSubstr("The filter holds PII"));
    EXPECT_THAT(cli.dir.read("b.jsonl.manifest.json"), HasSubstr(R"("filter_left_out": true)"));
    EXPECT_THAT(cli.dir.read("b.jsonl.manifest.json"), testing::Not(HasSubstr("eve")));
}

TEST_F(Acts, TheLogGoesOutAsItCame) {
    ASSERT_EQ(cli.run({"export", cli.store, "--out", cli.dir.file("out.jsonl"), "--format", "log"}).exit, 0);
    CliRunner other;
    ASSERT_EQ(other.run({"import", other.store, cli.dir.file("out.jsonl")}).exit, 0);
    ASSERT_EQ(
        other.run({"export", other.store, "--out", other.dir.file("again.jsonl"), "--format", "log"}).exit,
        0);
    EXPECT_EQ(other.dir.read("again.jsonl"), cli.dir.read("out.jsonl"));
    EXPECT_EQ(std::ranges::count(cli.dir.read("out.jsonl"), '\n'), 6);
}

} // namespace
} // namespace goldpan::test
