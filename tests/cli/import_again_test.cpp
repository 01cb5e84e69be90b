// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A log that is imported again after its store got newer rules: what only the rules change is no change of
// the log. And rules that came with an import that stored nothing.
#include "tests/cli/cli_runner.h"

#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

constexpr const char* kRules =
    R"({"rules": [{"name": "whale", "pattern": "\\b(green|blue)whale\\b", "token": "[PROJECT]"}]})";
constexpr const char* kOthers =
    R"({"rules": [{"name": "fish", "pattern": "\\bredfish\\b", "token": "[PROJECT]"}]})";

std::string row(const std::string& id, const std::string& answer) {
    return R"({"request_id":")" + id + R"(","ts":"2025-06-12T03:04:05","model_version":"m",)" +
           R"("prompt":"What is greenwhale?",)" +
           R"("messages":[{"role":"system","content":"You serve greenwhale."},)" +
           R"({"role":"user","content":"What is greenwhale?"}],"response":")" + answer +
           R"(","team":"greenwhale","tags":["bluewhale tag","plain"]})" + "\n";
}

class ImportAgain : public testing::Test {
protected:
    void SetUp() override { ASSERT_EQ(cli.run({"import", cli.store, log}).exit, 0); }
    /// Under the newer rules.
    nlohmann::ordered_json importOf(const std::string& rows) {
        EXPECT_EQ(cli.run({"rules", cli.store, "set", rules}).exit, 0);
        return cli.json({"import", cli.store, cli.dir.write("again.jsonl", rows)}).json();
    }
    std::string tagsOf(const std::string& id) {
        return cli.json({"show", cli.store, id}).json()["entry"]["tags"].dump();
    }

    CliRunner cli;
    std::string rules = cli.dir.write("rules.json", kRules);
    std::string log = cli.dir.write("log.jsonl", row("r1", "A greenwhale.") + row("r2", "Nothing."));
};

TEST_F(ImportAgain, WhatOnlyTheRulesChangeIsNoChange) {
    const auto again = importOf(row("r1", "A greenwhale.") + row("r2", "Nothing."));
    EXPECT_EQ(again["duplicate"], 2);
    EXPECT_EQ(again["differs"], 0);
    EXPECT_EQ(again["retagged"], 0);
    EXPECT_EQ(tagsOf("r1"), R"(["bluewhale tag","plain"])") << "a re-redaction rewrites it";
}

TEST_F(ImportAgain, WhatTheLogChangedIsOne) {
    const auto again = importOf(row("r1", "Another greenwhale.") + row("r2", "Nothing."));
    EXPECT_EQ(again["differs"], 1);
}

TEST_F(ImportAgain, ATagThatWasTakenOffDoesNotComeBackUnderItsToken) {
    ASSERT_EQ(cli.run({"tag", cli.store, "remove", "bluewhale tag", "r1"}).exit, 0);
    const auto again = importOf(row("r1", "A greenwhale."));
    EXPECT_EQ(again["retagged"], 0);
    EXPECT_EQ(tagsOf("r1"), R"(["plain"])");
}

TEST_F(ImportAgain, ATagThatIsNewIsBrought) {
    auto changed = row("r2", "Nothing.");
    changed.replace(changed.find("plain"), 5, "fresh");
    EXPECT_EQ(importOf(changed)["retagged"], 1);
    EXPECT_EQ(tagsOf("r2"), R"(["bluewhale tag","fresh","plain"])");
}

TEST_F(ImportAgain, AnImportThatStoresNothingBindsNoRules) {
    const auto fresh = cli.dir.file("new.goldpan");
    const auto others = cli.dir.write("others.json", kOthers);
    ASSERT_EQ(cli.run({"import", fresh, cli.dir.write("empty.jsonl", ""), "--rules", rules}).exit, 0);
    EXPECT_TRUE(cli.json({"rules", fresh, "get"}).json()["rules"]["rules"].empty());
    const auto stored = cli.run({"import", fresh, log, "--rules", others});
    EXPECT_EQ(stored.exit, 0) << stored.err;
    EXPECT_EQ(cli.json({"import", fresh, log, "--rules", rules}).errorCode(), "refused") << "it holds rows";
}

TEST_F(ImportAgain, RulesThatWereSetForAnEmptyStoreStay) {
    const auto fresh = cli.dir.file("new.goldpan");
    ASSERT_EQ(cli.run({"import", fresh, cli.dir.write("empty.jsonl", "")}).exit, 0);
    ASSERT_EQ(cli.run({"rules", fresh, "set", rules}).exit, 0);
    const auto others = cli.dir.write("others.json", kOthers);
    EXPECT_EQ(cli.json({"import", fresh, log, "--rules", others}).errorCode(), "refused");
}

} // namespace
} // namespace goldpan::test
