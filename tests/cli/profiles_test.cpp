// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Logs of other tools into a store, and what `profiles` says of them.
#include "tests/cli/cli_runner.h"

#include <filesystem>
#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::string kRun =
    R"({"id":"r1","run_type":"llm","dotted_order":"x","start_time":"2025-06-01T00:00:00","end_time":"2025-06-01T00:00:01",)"
    R"("inputs":{"messages":[{"role":"user","content":"Mail me at a@b.example"}]},)"
    R"("outputs":{"model":"m","choices":[{"message":{"role":"assistant","content":"Yo"}}]},)"
    R"("extra":{"metadata":{"user_id":"u-1","client_ip":"10.1.2.3","note":"call 415-555-0132"}}})";
const std::string kChain = R"({"id":"r2","run_type":"chain","dotted_order":"y","inputs":{}})";
const std::string kFeedback =
    R"({"run_id":"r1","key":"user_score","score":0,"correction":{"desired":"Better"},"feedback_source":{"type":"app"}})";

TEST(Profiles, AForeignLogIsKnownReadAndRedacted) {
    CliRunner cli;
    const auto log = cli.dir.write("runs.jsonl", kRun + "\n" + kChain + "\nbroken\n");
    const auto with =
        cli.dir.write("feedback.jsonl", kFeedback + "\n" + R"({"what":"else"})" + "\n" +
                                            R"({"run_id":"r9","key":"user_score","score":1})" + "\n");
    const auto imported = cli.json({"import", cli.store, log, "--with", with});
    ASSERT_EQ(imported.exit, 0) << imported.err;
    const auto counts = imported.json();
    EXPECT_EQ(counts["read"], 2);
    EXPECT_EQ(counts["stored"], 1);
    EXPECT_EQ(counts["quarantined"], 1);
    EXPECT_EQ(counts["corrections"], 1);
    EXPECT_EQ(counts["profiled"][0]["profile"], "langsmith");
    EXPECT_EQ(counts["profiled"][0]["streamed"], true);
    EXPECT_EQ(counts["profiled"][0]["companions"].dump(),
              R"({"objects":3,"unmatched":1,"unused":1,"broken":{}})");
    EXPECT_EQ(counts["profiled"][0]["quarantined"]["not_json: not one JSON object"]["lines"][0], 3);
    EXPECT_EQ(counts["profiled"][0]["skipped"]["not an LLM call"]["lines"][0], 2);
    const auto shown = cli.json({"show", cli.store, "r1"});
    ASSERT_EQ(shown.exit, 0) << shown.err;
    EXPECT_THAT(shown.out, HasSubstr("Mail me at [EMAIL]"));
    EXPECT_THAT(shown.out, HasSubstr("user_negative"));
    EXPECT_THAT(shown.out, HasSubstr("Better"));
    EXPECT_THAT(shown.out, HasSubstr("call [PHONE]"));
    EXPECT_THAT(shown.out, Not(HasSubstr("u-1")));
    EXPECT_THAT(shown.out, Not(HasSubstr("10.1.2.3")));
}

TEST(Profiles, AManifestSaysByWhichProfilesItsRowsWereRead) {
    CliRunner cli;
    const auto log = cli.dir.write("runs.jsonl", kRun + "\n");
    ASSERT_EQ(cli.run({"import", cli.store, log}).exit, 0);
    ASSERT_EQ(cli.run({"import", cli.store, log}).exit, 0); // known is known
    ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", miniLog(2))}).exit, 0);
    const auto profiles = [&] {
        EXPECT_EQ(cli.run({"export", cli.store, "--format", "log", "--out", cli.dir.file("x.jsonl")}).exit,
                  0);
        return nlohmann::json::parse(cli.dir.read("x.jsonl.manifest.json"))["profiles"];
    };
    const auto shipped = profiles();
    ASSERT_EQ(shipped.size(), 1U) << "rows of our own format are read by none";
    EXPECT_EQ(shipped[0]["name"], "langsmith");
    EXPECT_EQ(shipped[0]["rows"], 1);
    ASSERT_EQ(shipped[0]["sha256"].size(), 1U);
    EXPECT_EQ(shipped[0]["sha256"][0].get<std::string>().size(), 64U);
    // Another version under the same name.
    const auto own = cli.dir.write(
        "own.json",
        R"({"profile":"langsmith","extends":"langsmith","map":{"request_id":["/trace_id","/id"]}})");
    std::string other = kRun;
    ASSERT_EQ(cli.run({"import", cli.store, "--profile", own,
                       cli.dir.write("more.jsonl", other.replace(other.find("r1"), 2, "r3") + "\n")})
                  .exit,
              0);
    const auto both = profiles();
    EXPECT_EQ(both[0]["rows"], 2);
    EXPECT_EQ(both[0]["sha256"].size(), 2U);
}

TEST(Profiles, WhatWasNotReadIsToldWithFileAndLine) {
    CliRunner cli;
    const auto log = cli.dir.write("runs.jsonl", kRun + "\n" + kChain + "\nbroken\n");
    const auto with = cli.dir.write("feedback.jsonl", kFeedback + "\ntorn {\n");
    const std::string torn = "companion not read 1: " + with + ": not_json: not one JSON object";
    const auto checked = cli.run({"profiles", "check", log, "--with", with}).out;
    EXPECT_THAT(checked, HasSubstr(torn + ", line 2\n"));
    EXPECT_THAT(checked, HasSubstr("passed over 1: not an LLM call, line 2\n"));
    const auto imported = cli.run({"import", cli.store, log, "--with", with});
    ASSERT_EQ(imported.exit, 0) << imported.err;
    EXPECT_THAT(imported.err, HasSubstr("passed over 1: not an LLM call " + log + ":2\n"));
    EXPECT_THAT(imported.err, HasSubstr("quarantined 1: not_json: not one JSON object " + log + ":3\n"));
    EXPECT_THAT(imported.err, HasSubstr(torn + ", line 2\n"));
}

TEST(Profiles, ACheckShowsANumberThatNoDoubleHolds) {
    CliRunner cli;
    const auto log = cli.dir.write("runs.jsonl", kRun.substr(0, kRun.size() - 1) + R"(,"far":1e999})" + "\n");
    const auto checked = cli.json({"profiles", "check", log});
    ASSERT_EQ(checked.exit, 0) << checked.err;
    EXPECT_EQ(checked.json()["rows"][0]["left_over"]["/far"], "1e999") << checked.out;
}

TEST(Profiles, ACorrectionInTheLogIsRedactedByTheStoresOwnRules) {
    CliRunner cli;
    const auto log = cli.dir.write("runs.jsonl", kRun + "\n");
    const auto with = cli.dir.write(
        "feedback.jsonl",
        R"({"run_id":"r1","key":"user_score","correction":"Ask ada@b.example","feedback_source":{"type":"app"}})");
    const auto imported = cli.run({"import", cli.store, log, "--with", with});
    ASSERT_EQ(imported.exit, 0) << imported.err;
    EXPECT_THAT(imported.err, HasSubstr("export holds it back until it is saved by hand: r1"));
    const auto shown = cli.json({"show", cli.store, "r1"});
    EXPECT_THAT(shown.out, HasSubstr("Ask [EMAIL]"));
    EXPECT_THAT(shown.out, Not(HasSubstr("ada@")));
}

TEST(Profiles, WhatPeopleDecidedIsNotOverwrittenByTheLog) {
    CliRunner cli;
    const auto log = cli.dir.write("runs.jsonl", kRun + "\n");
    const auto with = cli.dir.write("feedback.jsonl", kFeedback + "\n");
    ASSERT_EQ(cli.run({"import", cli.store, log}).exit, 0);
    ASSERT_EQ(cli.run({"correct", cli.store, "r1", "--text", "Mine"}).exit, 0);
    const auto again = cli.json({"import", cli.store, log, "--with", with});
    ASSERT_EQ(again.exit, 0) << again.err;
    EXPECT_EQ(again.json()["duplicate"], 1);
    EXPECT_EQ(again.json()["corrections"], 0);
    EXPECT_THAT(cli.json({"show", cli.store, "r1"}).out, HasSubstr("Mine"));
}

TEST(Profiles, ARowWithoutATimeComesBackFromAnExportAsItWas) {
    CliRunner cli;
    const auto log = cli.dir.write(
        "chats.json", R"([{"conversation_id":"l1","model":"m","conversation":[{"role":"user","content":"A"},)"
                      R"({"role":"assistant","content":"B"}],"language":"English"}])");
    ASSERT_EQ(cli.count({"import", cli.store, log}, "stored"), 1);
    const auto first = cli.dir.file("one.jsonl");
    ASSERT_EQ(cli.run({"export", cli.store, "--format", "log", "--out", first}).exit, 0);
    const auto second = cli.dir.file("t.goldpan");
    const auto back = cli.json({"import", second, first});
    ASSERT_EQ(back.exit, 0) << back.err;
    EXPECT_EQ(back.json()["stored"], 1) << back.out;
    const auto copy = cli.dir.file("two.jsonl");
    ASSERT_EQ(cli.run({"export", second, "--format", "log", "--out", copy}).exit, 0);
    EXPECT_EQ(cli.dir.read("one.jsonl"), cli.dir.read("two.jsonl"));
    EXPECT_THAT(cli.dir.read("one.jsonl"), HasSubstr(R"("/language":"English")"));
}

TEST(Profiles, AFileOfOnesOwnExtendsAShippedOne) {
    CliRunner cli;
    const auto profile = cli.dir.write(
        "mine.json",
        R"({"profile":"mine","extends":"langsmith","map":{"request_id":"/extra/metadata/note"}})");
    const auto log = cli.dir.write("runs.jsonl", kRun + "\n");
    ASSERT_EQ(cli.run({"import", cli.store, log, "--profile", profile}).exit, 0);
    EXPECT_EQ(cli.json({"show", cli.store, "call 415-555-0132"}).exit, 0);
    const auto bad =
        cli.dir.write("bad.json", R"({"profile":"bad","extends":"langsmith","map":{"tsx":"/a"}})");
    const auto refused = cli.json({"import", cli.dir.file("n.goldpan"), log, "--profile", bad});
    EXPECT_NE(refused.exit, 0);
    EXPECT_THAT(refused.err, HasSubstr("/map/tsx"));
    EXPECT_EQ(cli.json({"import", cli.dir.file("n.goldpan"), log, "--profile", "nosuch"}).errorCode(),
              "not_found");
}

TEST(Profiles, ACompanionThatNothingJoinsIsRefused) {
    CliRunner cli;
    const auto log = cli.dir.write("log.jsonl", miniLog(2));
    EXPECT_EQ(cli.json({"import", cli.store, log, "--with", log}).errorCode(), "usage");
}

TEST(Profiles, OurOwnLogIsReadAsEver) {
    CliRunner cli;
    const auto imported = cli.json({"import", cli.store, cli.dir.write("log.jsonl", miniLog(3))});
    ASSERT_EQ(imported.exit, 0) << imported.err;
    EXPECT_EQ(imported.json()["stored"], 3);
    EXPECT_FALSE(imported.json().contains("profiled"));
}

TEST(Profiles, ListsAndChecks) {
    CliRunner cli;
    const auto listed = cli.json({"profiles"});
    ASSERT_EQ(listed.exit, 0) << listed.err;
    EXPECT_GE(listed.lines().size(), 20U);
    const auto log = cli.dir.write("runs.jsonl", kChain + "\n" + kRun + "\n");
    const auto checked = cli.json({"profiles", "check", log});
    ASSERT_EQ(checked.exit, 0) << checked.err;
    const auto json = checked.json();
    EXPECT_EQ(json["profile"], "langsmith");
    EXPECT_EQ(json["reason"], "/dotted_order, /run_type in 2 of the first 2 objects");
    EXPECT_EQ(json["rows"][0]["line"], 2);
    EXPECT_EQ(json["rows"][0]["from"]["request_id"], "/id");
    EXPECT_EQ(json["rows"][0]["left_over"]["/extra/metadata/note"], "call [PHONE]");
    EXPECT_EQ(json["skipped"]["not an LLM call"], 1);
    const auto people = cli.run({"profiles", "check", log});
    EXPECT_THAT(people.out, HasSubstr("left over, kept in meta.extra"));
    EXPECT_THAT(people.out, Not(HasSubstr("a@b.example")));
    const auto own = cli.json({"profiles", "check", cli.dir.write("own.jsonl", miniLog(1))});
    EXPECT_EQ(own.json()["profile"], "lesson");
    EXPECT_EQ(cli.json({"profiles", "check", cli.dir.write("odd.jsonl", "{\"a\":1}\n")}).errorCode(),
              "not_found");
    EXPECT_EQ(cli.run({"profiles", "look"}).exit, 2);
}

/// The lesson's own row, whole or without one of its keys.
std::string ownLine(int number, const std::string& without = {}) {
    nlohmann::ordered_json row{{"request_id", "o" + std::to_string(number)},
                               {"ts", "2025-06-12T00:00:00"},
                               {"model_version", "v1"},
                               {"prompt", "{\"messages\":[{\"role\":\"user\"}]}"},
                               {"response", "data: [1] {}"},
                               {"latency_ms", 5},
                               {"user_id_hash", nullptr},
                               {"response_logprob", -1.5},
                               {"tags", {"x"}},
                               {"messages", {{{"role", "user"}, {"content", "x"}}}}};
    row.erase(without);
    return row.dump() + "\n";
}

TEST(Profiles, OurOwnLogIsKnownWhereManyFirstLinesLackAKey) {
    CliRunner cli;
    for (const std::string without : {"request_id", "ts", "model_version", "prompt", "response"}) {
        SCOPED_TRACE(without);
        std::string log;
        for (int i = 0; i < 30; ++i) {
            log += ownLine(i, without);
        }
        const auto imported =
            cli.json({"import", cli.dir.file(without), cli.dir.write("log.jsonl", log + ownLine(99))});
        EXPECT_EQ(imported.json()["stored"], 1) << imported.err;
        EXPECT_EQ(imported.json()["quarantined"], 30);
        EXPECT_FALSE(imported.json().contains("profiled"));
    }
}

TEST(Profiles, AForeignLogIsNotFollowed) {
    CliRunner cli;
    for (const auto& text : {kRun + "\n", "[\n" + kRun + "\n]\n", kRun}) {
        const auto refused = cli.json({"watch", cli.store, cli.dir.write("runs.jsonl", text), "--once"});
        EXPECT_EQ(refused.errorCode(), "usage");
        EXPECT_THAT(refused.err, HasSubstr("read by the profile langsmith"));
        EXPECT_FALSE(std::filesystem::exists(cli.store)) << "nothing is made for it";
    }
    const auto log = cli.dir.write("own.jsonl", "broken\n" + ownLine(1, "response") + ownLine(2));
    const auto watched = cli.json({"watch", cli.store, log, "--once"});
    ASSERT_EQ(watched.exit, 0) << watched.err;
    EXPECT_EQ(watched.json()["stored"], 1);
    EXPECT_EQ(watched.json()["quarantined"], 2);
}

} // namespace
} // namespace goldpan::test
