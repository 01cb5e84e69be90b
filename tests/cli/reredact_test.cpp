// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `reredact`: previewed, dropped, confirmed; what it prints and when it refuses.
#include "app/composition/store_factory.h"
#include "core/store/reredaction.h"
#include "core/store/saved_queues.h"
#include "tests/cli/cli_runner.h"

#include <filesystem>
#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kRules =
    R"({"version": 1, "rules": [{"name": "answers", "pattern": "answer [0-9]", "token": "[ANSWER]"}]})";
constexpr const char* kOthers =
    R"({"version": 1, "rules": [{"name": "others", "pattern": "reply [0-9]", "token": "[REPLY]"}]})";

class ReredactVerb : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", miniLog(6))}).exit, 0);
        ASSERT_EQ(cli.run({"correct", cli.store, "r2", "--text", "say answer 7 instead"}).exit, 0);
    }
    CliRun reredact(std::vector<std::string> args) {
        args.insert(args.begin(), {"reredact", cli.store});
        return cli.json(args);
    }
    std::string response(const std::string& id) {
        return cli.json({"show", cli.store, id}).json()["entry"]["response"].get<std::string>();
    }

    CliRunner cli;
    std::string rules = cli.dir.write("rules.json", kRules);
    std::string others = cli.dir.write("others.json", kOthers);
};

TEST_F(ReredactVerb, APreviewSaysWhatWouldChangeAndChangesNothing) {
    ASSERT_EQ(cli.run({"backup", cli.store, cli.dir.file("copy.goldpan")}).exit, 0);
    ASSERT_EQ(cli.run({"export", cli.store, "--out", cli.dir.file("batch.jsonl")}).exit, 0);
    const auto preview = reredact({"--rules", rules, "--preview"});
    ASSERT_EQ(preview.exit, 0) << preview.err;
    EXPECT_EQ(preview.keys(), "rules rows texts fields counts acts queues_dropped examples replaces copies");
    const auto said = preview.json();
    EXPECT_EQ(said["rows"], 6);
    EXPECT_EQ(said["fields"].dump(), R"({"correction":1,"history":1,"response":6})");
    EXPECT_EQ(said["counts"].dump(), R"({"ANSWER":8})");
    EXPECT_EQ(said["acts"], 1);
    ASSERT_EQ(said["copies"].size(), 2U);
    EXPECT_EQ(said["copies"][0]["kind"], "backup");
    EXPECT_EQ(said["copies"][1]["kind"], "export");
    EXPECT_EQ(said["copies"][1]["batch"], 1);
    EXPECT_FALSE(said["examples"]["ANSWER"].empty());
    EXPECT_THAT(said["examples"].dump(), Not(HasSubstr("answer 1")));
    EXPECT_EQ(response("r1"), "answer 1");
}

TEST_F(ReredactVerb, WhatWasPreviewedIsConfirmedWithoutNamingItAgain) {
    ASSERT_EQ(reredact({"--rules", rules, "--preview"}).exit, 0);
    const auto refused = reredact({"--rules", others, "--confirm"});
    EXPECT_EQ(refused.exit, 1);
    EXPECT_EQ(refused.errorCode(), "refused");
    EXPECT_THAT(refused.err, HasSubstr("wait for a decision"));
    const auto done = reredact({"--confirm"});
    ASSERT_EQ(done.exit, 0) << done.err;
    EXPECT_EQ(done.keys(), "rules rows texts fields counts acts queues_dropped previewed act copies");
    EXPECT_EQ(done.json()["rows"], 6);
    EXPECT_EQ(done.json()["counts"].dump(), R"({"ANSWER":8})");
    EXPECT_THAT(done.err, HasSubstr("needs the store alone, takes a while and cannot be stopped"));
    EXPECT_EQ(response("r1"), "[ANSWER]");
    EXPECT_EQ(cli.json({"queue", cli.store, "--filter", "is:pii"}).lines().size(), 1U);
    EXPECT_EQ(cli.json({"undo", cli.store}).errorCode(), "refused");
    EXPECT_EQ(cli.json({"check", cli.store}).json()["ok"], true);
    const auto again = reredact({"--preview"}).json();
    EXPECT_EQ(again["rules"], done.json()["rules"]) << "they are the store's now";
    EXPECT_EQ(again["rows"], 0);
}

TEST_F(ReredactVerb, TheSearchIndexKnowsTheNewWords) {
    ASSERT_EQ(cli.run({"index", cli.store}).exit, 0);
    ASSERT_EQ(reredact({"--rules", rules, "--confirm"}).exit, 0);
    EXPECT_EQ(cli.json({"stats", cli.store}).json()["index"], "ready");
    EXPECT_EQ(cli.json({"queue", cli.store, "--filter", "response:\"[ANSWER]\""}).lines().size(), 6U);
    EXPECT_EQ(cli.json({"queue", cli.store, "--filter", "response:\"answer 1\""}).lines().size(), 0U);
}

TEST_F(ReredactVerb, QueuesWithWhatGoesInTheirFiltersAreDroppedAndTold) {
    {
        const auto store = composition::openStore(cli.store);
        ASSERT_TRUE(store);
        ASSERT_TRUE((*store)->savedQueues().put({"kept", "is:flagged", {}}));
        ASSERT_TRUE((*store)->savedQueues().put({"gone", "/answer[ ]4/", {}}));
    }
    const auto preview = reredact({"--rules", rules, "--preview"});
    EXPECT_EQ(preview.json()["queues_dropped"], 1);
    const auto done = cli.run({"reredact", cli.store, "--confirm"});
    ASSERT_EQ(done.exit, 0) << done.err;
    EXPECT_THAT(done.out, HasSubstr("1 that go"));
    EXPECT_THAT(done.out + done.err, Not(HasSubstr("answer[ ]4")));
    const auto store = composition::openStore(cli.store);
    ASSERT_TRUE(store);
    EXPECT_EQ(*(*store)->savedQueues().list(), (std::vector{store::SavedQueue{"kept", "is:flagged", {}}}));
}

TEST_F(ReredactVerb, OldCopiesAreNamedAsTheyStandOnTheDisk) {
    const auto copy = cli.dir.file("answer 7.goldpan");
    ASSERT_EQ(cli.run({"backup", cli.store, copy}).exit, 0);
    const auto done = reredact({"--rules", rules, "--confirm"});
    ASSERT_EQ(done.exit, 0) << done.err;
    EXPECT_EQ(done.json()["copies"][0]["path"], copy);
    EXPECT_EQ(done.json()["copies"][0]["path_redacted"], false);
    const auto after = reredact({"--preview"}).json()["copies"][0];
    EXPECT_THAT(after["path"].get<std::string>(), HasSubstr("[ANSWER]"));
    EXPECT_EQ(after["path_redacted"], true);
    EXPECT_EQ(after["gone"], false) << "it stands under its old name";
    EXPECT_THAT(cli.run({"reredact", cli.store, "--preview"}).out, HasSubstr("the path is redacted"));
}

TEST_F(ReredactVerb, ACopyThatWasDeletedIsGone) {
    const auto file = cli.dir.file("[ANSWER].jsonl");
    ASSERT_EQ(cli.run({"export", cli.store, "--out", file}).exit, 0);
    const auto there = reredact({"--rules", rules, "--preview"}).json()["copies"][0];
    EXPECT_EQ(there["gone"], false);
    EXPECT_EQ(there["path_redacted"], false) << "this is its name";
    ASSERT_EQ(cli.run({"export", cli.store, "--format", "log", "--out", cli.dir.file("gone.jsonl")}).exit, 0);
    std::filesystem::remove(cli.dir.file("gone.jsonl"));
    EXPECT_EQ(reredact({"--preview"}).json()["copies"][1]["gone"], true);
    EXPECT_THAT(cli.run({"reredact", cli.store, "--preview"}).out,
                HasSubstr("gone.jsonl (gone: no such file"));
}

TEST_F(ReredactVerb, ExportedCorrectionsAreRedactedAndListedAsACopy) {
    ASSERT_EQ(cli.run({"rules", cli.store, "set", rules}).exit, 0);
    const auto file = cli.dir.file("gold.json");
    ASSERT_EQ(cli.run({"corrections", cli.store, "export", file}).exit, 0);
    EXPECT_THAT(cli.dir.read("gold.json"), HasSubstr("say [ANSWER] instead"));
    EXPECT_THAT(cli.run({"corrections", cli.store, "export", "-"}).out, HasSubstr("say [ANSWER] instead"));
    const auto copies = reredact({"--preview"}).json()["copies"];
    ASSERT_EQ(copies.size(), 1U);
    EXPECT_EQ(copies[0]["path"], file);
    EXPECT_EQ(copies[0]["kind"], "corrections");
    EXPECT_EQ(copies[0]["complete"], true);
}

TEST_F(ReredactVerb, ACopyIsNotedBeforeItIsBegunAndForgottenWhereNoneWasMade) {
    const auto copy = cli.dir.file("copy.goldpan");
    ASSERT_EQ(cli.run({"backup", cli.store, copy}).exit, 0);
    {
        const auto made = composition::openStore(copy);
        ASSERT_TRUE(made);
        const auto listed = (*made)->reredaction().oldCopies();
        ASSERT_TRUE(listed);
        ASSERT_EQ(listed->size(), 1U) << "the copy is of a moment at which it was noted already";
        EXPECT_FALSE(listed->front().isComplete);
    }
    EXPECT_EQ(cli.run({"backup", cli.store, cli.dir.path()}).exit, 1);
    EXPECT_EQ(cli.run({"corrections", cli.store, "export", cli.dir.path()}).exit, 1);
    const auto copies = reredact({"--preview"}).json()["copies"];
    ASSERT_EQ(copies.size(), 1U);
    EXPECT_EQ(copies[0]["path"], copy);
    EXPECT_EQ(copies[0]["complete"], true);
}

TEST_F(ReredactVerb, RulesThatSomebodySetAfterThePreviewAreNotPutAsideInSilence) {
    ASSERT_EQ(reredact({"--rules", rules, "--preview"}).exit, 0);
    ASSERT_EQ(cli.run({"rules", cli.store, "set", others, "--operator", "olga"}).exit, 0);
    const auto refused = reredact({"--confirm"});
    EXPECT_EQ(refused.exit, 1);
    EXPECT_EQ(refused.errorCode(), "refused");
    EXPECT_THAT(refused.err, HasSubstr("olga set other rules"));
    ASSERT_EQ(reredact({"--preview"}).exit, 0);
    EXPECT_EQ(reredact({"--confirm"}).errorCode(), "refused") << "a second look does not make them newer";
    EXPECT_EQ(response("r1"), "answer 1");
    const auto done = reredact({"--rules", rules, "--confirm"});
    ASSERT_EQ(done.exit, 0) << done.err;
    EXPECT_EQ(response("r1"), "[ANSWER]");
    EXPECT_EQ(cli.json({"rules", cli.store, "get"}).json()["hash"], done.json()["rules"]);
}

TEST_F(ReredactVerb, SaysWhoPreviewedWhatAndWhatAPreviewReplaces) {
    const auto first = reredact({"--rules", others, "--preview", "--operator", "olga"});
    EXPECT_TRUE(first.json()["replaces"].is_null());
    const auto second = reredact({"--rules", rules, "--preview", "--operator", "ana"});
    EXPECT_EQ(second.json()["replaces"]["rules"], first.json()["rules"]);
    EXPECT_EQ(second.json()["replaces"]["operator"], "olga");
    EXPECT_THAT(second.err, HasSubstr("this takes the place of the rules "));
    const auto done = reredact({"--confirm"});
    EXPECT_EQ(done.json()["previewed"]["rules"], second.json()["rules"]);
    EXPECT_EQ(done.json()["previewed"]["operator"], "ana");
    EXPECT_THAT(done.err, HasSubstr("previewed by ana at "));
}

TEST_F(ReredactVerb, TheSameAgainHasNothingToDo) {
    const auto first = reredact({"--rules", rules, "--confirm"});
    ASSERT_EQ(first.exit, 0) << first.err;
    EXPECT_TRUE(first.json()["previewed"].is_null());
    const auto again = reredact({"--rules", rules, "--confirm"});
    ASSERT_EQ(again.exit, 0) << again.err;
    EXPECT_EQ(again.keys(), first.keys());
    EXPECT_EQ(again.json()["act"], first.json()["act"]);
    EXPECT_THAT(again.err, Not(HasSubstr("whole file")));
    EXPECT_THAT(cli.run({"reredact", cli.store, "--confirm"}).out, HasSubstr("Nothing to do"));
    ASSERT_EQ(reredact({"--preview"}).exit, 0);
    EXPECT_NE(reredact({"--confirm"}).json()["act"], first.json()["act"]) << "what was looked at is done";
}

TEST_F(ReredactVerb, DroppedRulesAreForgotten) {
    ASSERT_EQ(reredact({"--rules", rules, "--preview"}).exit, 0);
    EXPECT_EQ(reredact({"--drop"}).json()["dropped"], true);
    EXPECT_EQ(reredact({"--drop"}).json()["dropped"], false);
    EXPECT_EQ(reredact({"--rules", others, "--drop"}).exit, 2) << "it forgets whichever they are";
    EXPECT_EQ(reredact({"--rules", others, "--confirm"}).json()["rows"], 0);
    EXPECT_EQ(response("r1"), "answer 1");
}

TEST_F(ReredactVerb, AsksForOneOfTheThreeAndForRulesThatCanBeRead) {
    EXPECT_EQ(reredact({"--rules", rules}).exit, 2);
    EXPECT_EQ(reredact({"--rules", rules, "--preview", "--confirm"}).exit, 2);
    EXPECT_EQ(reredact({"--rules", cli.dir.file("none.json"), "--preview"}).errorCode(), "not_found");
    const auto bad = reredact({"--rules", cli.dir.write("bad.json", R"({"rules": 1})"), "--preview"});
    EXPECT_EQ(bad.exit, 1);
    EXPECT_EQ(bad.errorCode(), "bad_value");
    EXPECT_THAT(bad.err, HasSubstr("bad.json"));
}

} // namespace
} // namespace goldpan::test
