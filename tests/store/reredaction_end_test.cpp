// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a re-redaction leaves behind and says of itself: who previewed it, the index, the list of copies, the
// room that it takes.
#include "app/composition/store_factory.h"
#include "core/store/reredaction.h"
#include "core/store/rule_sets.h"
#include "core/store/sql/id_set.h"
#include "core/store/sql/room_to_vacuum.h"
#include "tests/store/support/review_desk.h"

#include <gmock/gmock.h>
#include <limits>

namespace goldpan {
namespace {

using store::CopyKind;
using testing::HasSubstr;

class ReredactionEnd : public testing::Test {
protected:
    ReredactionEnd() {
        auto row = test::entry("a");
        row.prompt = "ask jane@x.example.org";
        desk.StoreBuilder::add({row, test::entry("b")});
    }

    store::Reredaction& reredaction() { return desk.store().reredaction(); }
    static store::PendingReredaction rules(std::string hash = "f00d") {
        const std::string json = hash == "f00d" ? "{}" : R"({"off": ["phone"]})";
        return {.rulesHash = std::move(hash), .rules = json, .at = Timestamp{9}, .operatorName = "olga"};
    }
    void rewrite() {
        ASSERT_TRUE(reredaction().begin(rules()));
        ASSERT_TRUE(reredaction().rewrite(redactor, {}, {}));
    }
    void end() {
        desk.close();
        const auto ended = composition::endReredaction(desk.path(), redactor);
        ASSERT_TRUE(ended) << ended.error().message;
        desk.reopen();
    }
    std::string copies() {
        std::string out;
        const auto all = reredaction().oldCopies().value_or(std::vector<store::OldCopy>{});
        for (const auto& copy : all) {
            out += std::string(store::copyKindName(copy.kind)) + " " + copy.path +
                   (copy.isComplete ? "" : " begun") + (copy.batch ? " of a batch" : "") + "\n";
        }
        return out;
    }

    test::DeskStore desk;
    redact::Redactor redactor;
};

TEST_F(ReredactionEnd, TheIndexComesBackAlsoWhereAKillCameAfterItWasDropped) {
    ASSERT_TRUE(desk.store().searchIndex().build({}, {}, {}));
    rewrite();
    desk.run("DROP TABLE search_state; DROP TABLE search_segment; DROP TABLE search_page");
    rewrite();
    end();
    EXPECT_EQ(desk.store().searchIndex().status()->state, store::IndexState::building);
    ASSERT_TRUE(desk.store().searchIndex().build({}, {}, {}));
    EXPECT_EQ(desk.ids("\"[EMAIL]\""), "a");
}

TEST_F(ReredactionEnd, WhereNoIndexWasThereIsNone) {
    rewrite();
    end();
    EXPECT_EQ(desk.store().searchIndex().status()->state, store::IndexState::missing);
}

TEST_F(ReredactionEnd, WhatIsDoneIsKnownUntilSomebodySetsOtherRules) {
    EXPECT_EQ(*reredaction().doneBy("f00d"), std::nullopt);
    rewrite();
    EXPECT_EQ(*reredaction().doneBy("f00d"), std::nullopt) << "not done yet";
    end();
    EXPECT_EQ(*reredaction().doneBy("f00d"), ActId{1});
    EXPECT_EQ(*reredaction().doneBy("beef"), std::nullopt);
    const auto set = [&](const std::string& hash, std::int64_t at) {
        ASSERT_TRUE(desk.store().ruleSets().set({.hash = hash, .json = "{}", .setAt = Timestamp{at}}));
    };
    set("beef", 8);
    set("f00d", 10);
    EXPECT_EQ(*reredaction().doneBy("f00d"), ActId{1});
    set("beef", 11);
    set("f00d", 12);
    EXPECT_EQ(*reredaction().doneBy("f00d"), std::nullopt) << "what came between was not redacted by these";
}

TEST_F(ReredactionEnd, APreviewAnswersWhatItReplacesAndAConfirmationKeepsWhoMadeIt) {
    EXPECT_EQ(*reredaction().stage(rules("beef")) ? "replaced" : "new", std::string("new"));
    EXPECT_EQ(*reredaction().stage(rules("beef")) ? "replaced" : "same", std::string("same"));
    auto next = rules();
    next.operatorName = "ana";
    const auto replaced = reredaction().stage(next);
    ASSERT_TRUE(replaced && *replaced);
    EXPECT_EQ((*replaced)->rulesHash, "beef");
    auto confirmed = rules();
    confirmed.at = Timestamp{20};
    ASSERT_TRUE(reredaction().begin(confirmed));
    const auto pending = reredaction().pending();
    ASSERT_TRUE(pending && *pending);
    EXPECT_EQ((*pending)->operatorName, "ana");
    EXPECT_EQ((*pending)->at, Timestamp{9});
    EXPECT_EQ((*pending)->confirmedAt, Timestamp{20});
    EXPECT_EQ(desk.query("SELECT operator FROM act"), "olga");
}

TEST_F(ReredactionEnd, ACopyIsListedFromItsBeginning) {
    desk.run("INSERT INTO export_batch VALUES(1, 7, 'sft', '/out', 1, 'ff', '{}', 1)");
    const auto backup = reredaction().beginCopy(CopyKind::backup, "/safe/a", Timestamp{5});
    const auto texts = reredaction().beginCopy(CopyKind::corrections, "/safe/b", Timestamp{6});
    ASSERT_TRUE(backup && texts);
    EXPECT_EQ(copies(), "backup /safe/a begun\ncorrections /safe/b begun\nexport /out of a batch\n");
    ASSERT_TRUE(reredaction().endCopy(*texts, 5));
    ASSERT_TRUE(reredaction().forgetCopy(*backup));
    EXPECT_EQ(copies(), "corrections /safe/b\nexport /out of a batch\n");
}

TEST_F(ReredactionEnd, QueuesWhoseFiltersSpellWhatGoesAreLeftOutAndCounted) {
    const redact::Redactor whales(*redact::RuleSet::fromJson(
        R"({"rules": [{"name": "whale", "pattern": "blue whale", "token": "[WHALE]"}]})"));
    desk.run("INSERT INTO saved_queue VALUES('class', '/blue[ ]whale/i', 'ts', 1),"
             " ('split', 'prompt:blue prompt:whale', 'ts', 2), ('same', '/blue[ ]whale/i', 'ts', 3),"
             " ('kept', 'prompt:blue is:flagged', 'ts', 4), ('the blue whale', 'is:flagged', 'ts', 5)");
    desk.run(R"(INSERT INTO export_batch VALUES(1, 5, 'sft', '/out', 1, 'ff',)"
             R"( '{"filter":"/blue[ ]whale/i"}', 1))");
    const auto tally = reredaction().preview(whales, {}, {}, {});
    ASSERT_TRUE(tally) << tally.error().message;
    EXPECT_EQ(tally->queues, 3);
    ASSERT_TRUE(reredaction().begin(rules()));
    EXPECT_EQ(reredaction().rewrite(whales, {}, {})->queues, 3);
    EXPECT_EQ(desk.query("SELECT name || ': ' || filter FROM saved_queue ORDER BY position"),
              "kept: prompt:blue is:flagged\nthe [WHALE]: is:flagged");
    EXPECT_EQ(desk.query("SELECT spec FROM export_batch"), R"({"filter":"","filter_left_out":true})");
    desk.close();
    const auto ended = composition::endReredaction(desk.path(), whales);
    ASSERT_TRUE(ended) << ended.error().message;
    EXPECT_EQ((*ended)->queues, 3) << "of the whole act";
    desk.reopen();
}

TEST(RoomToVacuum, IsSaidWithItsFolderWhereTheDiskIsFull) {
    test::StoreBuilder desk;
    const auto more = [&](ErrorCode code) {
        return sql::withRoomNeeded({code, "no space", desk.path()}, std::numeric_limits<std::int64_t>::max());
    };
    EXPECT_EQ(more(ErrorCode::busy).message, "no space");
    const auto said = more(ErrorCode::diskFull);
    EXPECT_EQ(said.code, ErrorCode::diskFull);
    EXPECT_THAT(said.message,
                HasSubstr("beside the store in " + desk.dir().path() + " (9223372036855 MB needed"));
    EXPECT_THAT(said.message, HasSubstr("for temporary files in /"));
}

TEST(IdSet, CountsEachIdOnce) {
    sql::IdSet ids;
    for (const std::int64_t id :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{32'767}, std::int64_t{32'768}, std::int64_t{-1},
          std::int64_t{32'768}, std::numeric_limits<std::int64_t>::min(),
          std::numeric_limits<std::int64_t>::max()}) {
        ids.insert(id);
    }
    EXPECT_EQ(ids.size(), 6);
}

} // namespace
} // namespace goldpan
