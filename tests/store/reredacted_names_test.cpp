// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Names that become the same by re-redaction: nothing is counted twice for it, and nothing is lost.
#include "app/composition/store_factory.h"
#include "core/store/log_key.h"
#include "core/store/reredaction.h"
#include "tests/store/support/review_desk.h"

#include <gmock/gmock.h>

namespace goldpan {
namespace {

class ReredactedNames : public testing::Test {
protected:
    ReredactedNames() {
        auto first = test::entry("a");
        first.tags = {"for jane@x.example.org", "for JANE@x.example.org"};
        auto second = test::entry("b");
        second.tags = {"for JANE@x.example.org", "plain"};
        auto third = test::entry("c");
        third.tags = {"for [EMAIL]"};
        desk.StoreBuilder::add({first, second, third});
    }

    void rewrite() {
        ASSERT_TRUE(desk.store().reredaction().begin({.rulesHash = "f00d", .rules = "{}"}));
        const auto tally = desk.store().reredaction().rewrite(redactor, {}, {});
        ASSERT_TRUE(tally) << tally.error().message;
    }
    /// All of it, with the last step.
    void reredact() {
        rewrite();
        desk.close();
        const auto ended = composition::endReredaction(desk.path(), redactor);
        ASSERT_TRUE(ended) << ended.error().message;
        desk.reopen();
        EXPECT_EQ(*desk.store().upkeep().check({}), std::vector<std::string>{});
    }

    test::DeskStore desk;
    redact::Redactor redactor;
};

TEST_F(ReredactedNames, WhatAnImportKeepsUnderTheNewNameIsNotCountedTwice) {
    desk.run(
        "INSERT INTO sampling_source VALUES('/in/jane@x.example.org/a', 'budget', 0.5, 0, 0, 0, 7, 0, 7),"
        " ('/in/[EMAIL]/a', 'budget', 0.5, 0, 0, 0, 8, 0, 8)");
    desk.run("INSERT INTO bad_line VALUES('/in/jane@x.example.org/a', 4, 'old'),"
             " ('/in/jane@x.example.org/a', 6, 'old'), ('/in/[EMAIL]/a', 4, 'new')");
    reredact();
    EXPECT_EQ(desk.query("SELECT source || ' ' || sampled FROM sampling_source"), "/in/[EMAIL]/a 8");
    EXPECT_EQ(desk.query("SELECT source || line || reason FROM bad_line"), "/in/[EMAIL]/a4new");
}

TEST_F(ReredactedNames, TwoSourcesStayTwoUnderOneNewNameEachInAllTables) {
    desk.run("INSERT INTO sampling_source VALUES('/in/jane@x.example.org', 'budget', 0.5, 0, 0, 0, 7, 0, 7),"
             " ('/in/joe@x.example.org', 'budget', 0.5, 0, 0, 0, 8, 0, 8)");
    desk.run("INSERT INTO bad_line VALUES('/in/joe@x.example.org', 4, 'of joe')");
    desk.run("INSERT INTO followed_file VALUES('/in', 1, 1, 9, 'ff', '/in/jane@x.example.org', 9),"
             " ('/in', 1, 2, 9, 'ff', '/in/joe@x.example.org', 9)");
    reredact();
    EXPECT_EQ(desk.query("SELECT source || ' ' || sampled FROM sampling_source ORDER BY sampled"),
              "/in/[EMAIL] 2 7\n/in/[EMAIL] 8");
    EXPECT_EQ(desk.query("SELECT source || line || reason FROM bad_line"), "/in/[EMAIL]4of joe");
    EXPECT_EQ(desk.query("SELECT source FROM followed_file ORDER BY inode"), "/in/[EMAIL] 2\n/in/[EMAIL]");
    EXPECT_EQ(desk.query("SELECT count(*) FROM reredaction_name"), "0");
}

TEST_F(ReredactedNames, ANameThatWasGivenHalfWayIsGoneOnWith) {
    desk.run("INSERT INTO bad_line VALUES('/in/[EMAIL]', 1, 'bad'), ('/in/jane@x.example.org', 2, 'bad')");
    ASSERT_TRUE(desk.store().reredaction().begin({.rulesHash = "f00d", .rules = "{}"}));
    // As a kill between two transactions leaves it: the first line has the new name, the second not yet.
    desk.run("INSERT INTO reredaction_name VALUES('/in/jane@x.example.org', '/in/[EMAIL]', 0)");
    reredact();
    EXPECT_EQ(desk.query("SELECT source || line FROM bad_line ORDER BY line"), "/in/[EMAIL]1\n/in/[EMAIL]2");
}

TEST_F(ReredactedNames, TagsThatBecomeOneAreOne) {
    ASSERT_EQ(desk.query("SELECT count(*) FROM tag"), "4");
    reredact();
    EXPECT_EQ(desk.query("SELECT name FROM tag ORDER BY name"), "for [EMAIL]\nplain");
    EXPECT_EQ(desk.read("a").entry.tags, std::vector<std::string>{"for [EMAIL]"});
    EXPECT_EQ(desk.read("b").entry.tags, (std::vector<std::string>{"for [EMAIL]", "plain"}));
    EXPECT_EQ(desk.ids("tag:\"for [EMAIL]\""), "a b c");
    EXPECT_EQ(desk.store().upkeep().stats()->byTag.at("for [EMAIL]"), 3);
}

TEST_F(ReredactedNames, TheNumberOfATagLivesOnWhileOthersMayUseIt) {
    const auto tags = desk.query("SELECT count(*) FROM tag");
    rewrite();
    EXPECT_EQ(desk.query("SELECT count(*) FROM tag"), tags);
}

TEST_F(ReredactedNames, WhatAWatchKeepsOfALogSinceIsNewer) {
    const auto key = store::logKey("/in/jane@x.example.org", redactor);
    desk.run("INSERT INTO followed_log VALUES('/in/jane@x.example.org'), ('/in/joe@x.example.org'), ('" +
             key + "')");
    desk.run("INSERT INTO followed_file VALUES('/in/jane@x.example.org', 1, 1, 9, 'ff', 's', 5),"
             " ('/in/jane@x.example.org', 1, 2, 9, 'ff', 's', 6), ('" +
             key + "', 1, 1, 9, 'ff', 's', 9)");
    reredact();
    EXPECT_EQ(desk.query("SELECT log FROM followed_log ORDER BY log = '" + key + "'"),
              store::logKey("/in/joe@x.example.org", redactor) + "\n" + key);
    EXPECT_EQ(desk.query("SELECT log || inode || ' ' || read_bytes FROM followed_file ORDER BY inode"),
              key + "1 9\n" + key + "2 6");
}

TEST_F(ReredactedNames, WhatWasTakenBackAndDoneAgainKeepsNoOldName) {
    const redact::Redactor none;
    const redact::Redactor whales(*redact::RuleSet::fromJson(
        R"({"rules": [{"name": "whale", "pattern": "greenwhale", "token": "[PROJECT]"}]})"));
    test::SteppingClock clock;
    review::ReviewService ana(desk.store(), none, clock, "ana");
    const auto row = desk.row("c");
    ASSERT_TRUE(ana.tag({&row, 1}, "greenwhale", true));
    ASSERT_TRUE(ana.undo());
    ASSERT_TRUE(ana.redo());
    ASSERT_TRUE(ana.undo());
    desk.run("INSERT INTO act(at, operator, kind, detail) VALUES(9, 'ana', 11,"
             " 'corrections_import greenwhale_cor.json')");
    ASSERT_EQ(desk.query("SELECT count(*) FROM act WHERE detail LIKE '%greenwhale%'"), "5");
    ASSERT_TRUE(desk.store().reredaction().begin({.rulesHash = "f00d", .rules = "{}"}));
    ASSERT_TRUE(desk.store().reredaction().rewrite(whales, {}, {}));
    EXPECT_EQ(desk.query("SELECT count(*) FROM act WHERE detail LIKE '%greenwhale%'"), "0");
    EXPECT_EQ(desk.query("SELECT count(*) FROM act WHERE kind IN (11, 12) AND detail LIKE '%[PROJECT]%'"),
              "4");
}

} // namespace
} // namespace goldpan
