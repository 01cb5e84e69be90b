// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo: what they take back, in which order, and what a later act keeps them from.
#include "core/feedback/event_service.h"
#include "tests/store/support/review_desk.h"

#include <gtest/gtest.h>

namespace goldpan::review {
namespace {

using test::problemOf;
using test::shown;

class UndoTest : public test::ReviewDesk {
protected:
    feedback::EventService events{store.store(), redactor, clock, "ana"};
};

TEST_F(UndoTest, TakesBackEachKindOfActExactly) {
    const auto row = store.add("a", {.tags = {"old"}});
    ASSERT_TRUE(ana.saveDraft(row, "draft of ana"));
    ASSERT_TRUE(ben.saveDraft(row, "draft of ben"));
    ASSERT_TRUE(ben.correct(row, "by ben", CorrectionSource::modelDrafted));
    const auto before = store.shown(row);
    const std::vector<RowText> file{{"a", "from a file"}};

    const auto takesBack = [&](const char* what, const auto& act) {
        SCOPED_TRACE(what);
        const auto outcome = act();
        ASSERT_EQ(problemOf(outcome), "");
        ASSERT_TRUE(outcome->act);
        const auto after = store.shown(row);
        EXPECT_NE(after, before);
        const auto undone = ana.undo();
        ASSERT_EQ(problemOf(undone), "");
        EXPECT_EQ(undone->row, row);
        EXPECT_EQ(store.shown(row), before);
        ASSERT_EQ(problemOf(ana.redo()), "");
        EXPECT_EQ(store.shown(row), after);
        ASSERT_EQ(problemOf(ana.undo()), "");
        EXPECT_EQ(store.shown(row), before);
    };
    takesBack("correct", [&] { return correct(ana, row, "by ana"); });
    takesBack("correct with PII", [&] { return correct(ana, row, "mail jane@example.com"); });
    takesBack("accept", [&] { return decide(ana, row, Decision::accept); });
    takesBack("discard", [&] { return decide(ana, row, Decision::discard); });
    takesBack("defer", [&] { return decide(ana, row, Decision::defer); });
    takesBack("reopen", [&] { return decide(ana, row, Decision::reopen); });
    takesBack("tag add", [&] { return tag(ana, row, "new"); });
    takesBack("tag remove", [&] { return tag(ana, row, "old", false); });
    takesBack("corrections import", [&]() -> Result<CorrectionsImportOutcome> {
        CorrectionsImportOutcome outcome;
        const auto done = ana.importCorrections(file, "gold.json", outcome);
        return done ? Result<CorrectionsImportOutcome>(outcome) : std::unexpected(done.error());
    });
}

TEST_F(UndoTest, TakesBackTheNewestActOfThisOperatorOnly) {
    const auto a = store.add("a");
    const auto b = store.add("b");
    ASSERT_TRUE(decide(ana, a, Decision::accept));
    ASSERT_TRUE(decide(ben, b, Decision::discard));
    EXPECT_EQ(shown(ana.undo()), "act 3: 1 changed, 0 skipped (accept)");
    EXPECT_EQ(store.shown(a), "unreviewed");
    EXPECT_EQ(store.shown(b), "discarded");
    EXPECT_EQ(problemOf(ana.undo()), "not_found: ana has no act to undo");
    EXPECT_EQ(store.journal(), "1 accept ana undone, 2 discard ben, 3 undo of 1 ana");
}

TEST_F(UndoTest, GoesBackActByActAndForwardAgain) {
    const auto row = store.add("a");
    const std::string states[] = {"unreviewed", "accepted", "discarded", "deferred"};
    for (const auto decision : {Decision::accept, Decision::discard, Decision::defer}) {
        ASSERT_TRUE(decide(ana, row, decision));
    }
    for (int at = 2; at >= 0; --at) {
        ASSERT_EQ(problemOf(ana.undo()), "");
        EXPECT_EQ(store.shown(row), states[at]);
    }
    for (int at = 1; at <= 3; ++at) {
        ASSERT_EQ(problemOf(ana.redo()), "");
        EXPECT_EQ(store.shown(row), states[at]);
    }
    EXPECT_EQ(problemOf(ana.redo()), "not_found: ana has no undone act to do again");
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "discarded");
}

TEST_F(UndoTest, ANewActClearsRedo) {
    const auto a = store.add("a");
    const auto b = store.add("b");
    ASSERT_TRUE(decide(ana, a, Decision::accept));
    ASSERT_TRUE(ana.undo());
    ASSERT_TRUE(decide(ben, b, Decision::accept)) << "an act of someone else does not";
    ASSERT_EQ(problemOf(ana.redo()), "");
    ASSERT_TRUE(ana.undo());
    ASSERT_TRUE(decide(ana, b, Decision::defer));
    EXPECT_EQ(problemOf(ana.redo()), "not_found: ana has no undone act to do again");
}

TEST_F(UndoTest, RefusesByNameWhatALaterActHasBuiltOn) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "by ana"));
    ASSERT_TRUE(correct(ben, row, "by ben"));
    const auto before = store.shown(row);
    EXPECT_EQ(problemOf(ana.undo()),
              "conflict: act 1 cannot be undone: act 2 (correct by ben) has built on it; undo that first");
    EXPECT_EQ(store.shown(row), before);
    EXPECT_EQ(store.journal(), "1 correct ana, 2 correct ben");

    ASSERT_EQ(problemOf(ana.undo(ActId{2})), "") << "by number, whoever did it";
    EXPECT_EQ(store.shown(row), "corrected \"by ana\" by ana (operator) #operator_review");
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed");
}

TEST_F(UndoTest, RefusesALaterActOnTheTagThatItGave) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_TRUE(tag(ben, row, "operator_review", false));
    EXPECT_EQ(problemOf(ana.undo()),
              "conflict: act 1 cannot be undone: act 2 (tag_remove by ben) has built on it; undo that first");
}

TEST_F(UndoTest, RefusesWhereALaterActLeftTheSameValue) {
    const auto row = store.add("a");
    ASSERT_TRUE(decide(ana, row, Decision::accept));
    ASSERT_TRUE(decide(ben, row, Decision::defer));
    ASSERT_TRUE(decide(ben, row, Decision::accept));
    EXPECT_TRUE(problemOf(ana.undo()).starts_with("conflict: act 1 cannot be undone: act 3 (accept by ben)"));
}

TEST_F(UndoTest, ActsOnOtherAspectsAndRowsAreNotInTheWay) {
    const auto a = store.add("a");
    const auto b = store.add("b");
    ASSERT_TRUE(decide(ana, a, Decision::accept));
    ASSERT_TRUE(tag(ben, a, "seen"));
    ASSERT_TRUE(decide(ben, b, Decision::accept));
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(a), "unreviewed #seen");
    EXPECT_EQ(store.shown(b), "accepted");
}

TEST_F(UndoTest, AnUndoneActAndItsUndoHaveNotBuiltOnAnything) {
    const auto row = store.add("a");
    ASSERT_TRUE(decide(ana, row, Decision::accept));
    ASSERT_TRUE(decide(ben, row, Decision::discard));
    ASSERT_TRUE(ben.undo());
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed");
    EXPECT_EQ(store.journal(), "1 accept ana undone, 2 discard ben undone, 3 undo of 2 ben, 4 undo of 1 ana");
}

TEST_F(UndoTest, RedoIsRefusedWhereALaterActHasBuiltOnTheRow) {
    const auto row = store.add("a");
    ASSERT_TRUE(decide(ana, row, Decision::accept));
    ASSERT_TRUE(ana.undo());
    ASSERT_TRUE(decide(ben, row, Decision::discard));
    EXPECT_EQ(
        problemOf(ana.redo()),
        "conflict: act 1 cannot be done again: act 3 (discard by ben) has built on it; undo that first");
    ASSERT_TRUE(ben.undo());
    ASSERT_EQ(problemOf(ana.redo()), "");
    EXPECT_EQ(store.shown(row), "accepted");
}

TEST_F(UndoTest, NamesWhatCannotBeUndoneOrDoneAgain) {
    const auto row = store.add("a");
    EXPECT_TRUE(problemOf(ana.undo(ActId{7})).starts_with("not_found: "));
    ASSERT_TRUE(decide(ana, row, Decision::accept));
    EXPECT_EQ(problemOf(ana.redo(ActId{1})),
              "conflict: act 1 is not undone, so there is nothing to do again");
    ASSERT_TRUE(ana.undo());
    EXPECT_EQ(problemOf(ben.undo(ActId{1})), "conflict: act 1 is already undone");
    EXPECT_EQ(problemOf(ana.undo(ActId{2})), "refused: act 2 is an undo of act 1; name that act instead");
    ASSERT_TRUE(ana.redo());
    EXPECT_EQ(problemOf(ana.undo(ActId{3})), "refused: act 3 is a redo of act 1; name that act instead");
    EXPECT_EQ(problemOf(ana.redo(ActId{3})), "refused: act 3 is a redo of act 1; name that act instead");
}

TEST_F(UndoTest, WritesItsOwnChangesSoThatTheHistoryIsWhole) {
    const auto row = store.add("a");
    ASSERT_TRUE(ana.saveDraft(row, "half"));
    ASSERT_TRUE(correct(ana, row, "whole"));
    ASSERT_TRUE(ana.undo());
    EXPECT_EQ(store.newestChanges(row), "draft ana ->half, tag operator_review 1>-, correction {}>-, "
                                        "state corrected>unreviewed");
    const auto act = store.store().entries().history(row, 1)->front().act;
    EXPECT_EQ(act.kind, ActKind::undo);
    EXPECT_EQ(act.target, ActId{1});
    EXPECT_EQ(act.detail, "correct");
}

TEST_F(UndoTest, DriftIsUndoneByNumberOnly) {
    const auto row = store.add("a");
    ASSERT_TRUE(events.applyDrift({*parseTimestamp("2025-06-12T01:00:00")}));
    EXPECT_EQ(store.shown(row), "unreviewed #drift_window");
    EXPECT_EQ(problemOf(ana.undo()), "not_found: ana has no act to undo");
    EXPECT_EQ(shown(ana.undo(ActId{1})), "act 2: 1 changed, 0 skipped (drift)");
    EXPECT_EQ(store.shown(row), "unreviewed");
}

} // namespace
} // namespace goldpan::review
