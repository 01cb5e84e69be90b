// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The journal under a re-redaction: the words of people go and end the undo of their acts, what the program
// wrote of its own stays.
#include "core/review/review_service.h"
#include "tests/store/support/reredaction_desk.h"

#include <gmock/gmock.h>

namespace goldpan {
namespace {

using test::literal;
using test::said;
using testing::HasSubstr;
using testing::Not;

using ReredactedJournal = test::ReredactionDesk;

TEST_F(ReredactedJournal, UndoOfTheRewrittenActsEndsAndIsRefusedByName) {
    desk.StoreBuilder::add({test::entry("d")});
    redact::Redactor rules;
    test::SteppingClock clock;
    review::ReviewService ana(desk.store(), rules, clock, "ana");
    const auto first = desk.row("b");
    const auto second = desk.row("d");
    ASSERT_TRUE(ana.correct(second, "plain words", CorrectionSource::operatorWritten));
    ASSERT_TRUE(ana.correct(first, "some words", CorrectionSource::operatorWritten));
    desk.run("UPDATE act_change SET after = replace(after, 'some words', " + literal(said("journal")) + ")");
    desk.run("UPDATE correction SET text = replace(text, 'some words', " + literal(said("journal")) + ")");
    rewrite();
    EXPECT_EQ(test::problemOf(ana.undo()),
              "refused: act 2 cannot be undone: its words were re-redacted by act 3");
    EXPECT_EQ(test::problemOf(ana.undo(ActId{3})),
              "refused: act 3 is a re-redaction: what it took away is nowhere any more");
    EXPECT_EQ(test::problemOf(ana.undo(ActId{1})), "") << "that one had nothing to redact";
    EXPECT_THAT(desk.journal(), HasSubstr("2 correct ana"));
    EXPECT_THAT(desk.journal(), HasSubstr("3 reredact olga unfinished"));
    desk.close();
    ASSERT_TRUE(composition::endReredaction(desk.path(), redactor));
    desk.reopen();
    EXPECT_THAT(desk.journal(), Not(HasSubstr("unfinished")));
    EXPECT_EQ(desk.query("SELECT changed FROM act_end WHERE act = 3"), "2") << "rows a and b";
}

TEST_F(ReredactedJournal, TheJournalsOwnTimesStayAndUndoWithThem) {
    const redact::Redactor dates(*redact::RuleSet::fromJson(
        R"({"rules": [{"name": "date", "pattern": "[0-9]{4}-[0-9]{2}-[0-9]{2}", "token": "[DATE]"}]})"));
    redact::Redactor none;
    test::SteppingClock clock;
    review::ReviewService ana(desk.store(), none, clock, "ana");
    ASSERT_TRUE(ana.correct(desk.row("b"), "plain words", CorrectionSource::operatorWritten));
    ASSERT_TRUE(ana.correct(desk.row("c"), "on 2025-05-01", CorrectionSource::operatorWritten));
    desk.run("INSERT INTO act(id, at, operator, kind, target, detail) VALUES"
             "(77, 1, 'ana', 8, NULL, '2025-05-01T00:00:00 12h'), (78, 2, 'ana', 11, 77, 'drift "
             "2025-05-01T00:00:00 12h'),"
             "(79, 3, 'ana', 11, 1, 'tag_add on 2025-05-01')");
    ASSERT_TRUE(reredaction().begin(rules()));
    ASSERT_TRUE(reredaction().rewrite(dates, {}, {}));
    EXPECT_EQ(desk.query("SELECT act FROM act_ended"), "2");
    EXPECT_EQ(desk.query("SELECT after LIKE '%\"text\":\"on [DATE]\"%\"created_at\":\"2%' FROM act_change"
                         " WHERE act = 2 AND aspect = 1"),
              "1");
    EXPECT_EQ(desk.query("SELECT detail FROM act WHERE id BETWEEN 77 AND 79"),
              "2025-05-01T00:00:00 12h\ndrift 2025-05-01T00:00:00 12h\ntag_add on [DATE]");
    EXPECT_EQ(test::problemOf(ana.undo(ActId{1})), "");
    EXPECT_EQ(test::problemOf(ana.undo(ActId{2})).substr(0, 8), "refused:");
}

} // namespace
} // namespace goldpan
