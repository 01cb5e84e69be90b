// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/feedback/event_service.h"
#include "core/review/reversal.h"
#include "tests/store/support/review_desk.h"

#include <gtest/gtest.h>
#include <utility>

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
    const std::vector<CorrectionText> file{{"a", "from a file"}};

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
    takesBack("corrections import", [&] { return ana.importCorrections(file, "gold.json"); });
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

TEST_F(UndoTest, RestoresTheDraftThatTheActUsedUp) {
    const auto row = store.add("a");
    ASSERT_TRUE(ana.saveDraft(row, "half a thought"));
    ASSERT_TRUE(correct(ana, row, "a thought"));
    ASSERT_TRUE(ana.undo());
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"half a thought\"");
    ASSERT_TRUE(ana.redo());
    EXPECT_EQ(store.shown(row), "corrected \"a thought\" by ana (operator) #operator_review");
}

TEST_F(UndoTest, TakesTheDraftBackThatLeavingCorrectedMade) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_TRUE(decide(ana, row, Decision::reopen));
    EXPECT_EQ(store.shown(row), "unreviewed #operator_review +ana \"better\"");
    ASSERT_TRUE(ana.undo());
    EXPECT_EQ(store.shown(row), "corrected \"better\" by ana (operator) #operator_review");
}

TEST_F(UndoTest, NeverOverwritesWordsTypedSince) {
    const auto row = store.add("a");
    ASSERT_TRUE(ana.saveDraft(row, "old words"));
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_TRUE(ana.saveDraft(row, "new words"));
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"new words\"");
    ASSERT_EQ(problemOf(ana.redo()), "");
    EXPECT_EQ(store.shown(row), "corrected \"better\" by ana (operator) #operator_review +ana \"new words\"");
}

TEST_F(UndoTest, KeepsTheEditedDraftThatLeavingCorrectedMade) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_TRUE(decide(ana, row, Decision::defer));
    ASSERT_TRUE(ana.saveDraft(row, "better still"));
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row),
              "corrected \"better\" by ana (operator) #operator_review +ana \"better still\"");
}

TEST_F(UndoTest, RestoresTheDraftOfWhoActedNotOfWhoUndoes) {
    const auto row = store.add("a");
    ASSERT_TRUE(ana.saveDraft(row, "words of ana"));
    ASSERT_TRUE(ben.saveDraft(row, "words of ben"));
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_EQ(problemOf(ben.undo(ActId{1})), "");
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"words of ana\" +ben \"words of ben\"");
}

TEST_F(UndoTest, AnActOfWhichNothingIsLeftIsUndoneAllTheSame) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_TRUE(ana.saveDraft(row, "old words"));
    ASSERT_TRUE(correct(ana, row, "better")) << "drops the draft and nothing else";
    ASSERT_TRUE(ana.saveDraft(row, "new words"));
    EXPECT_EQ(shown(ana.undo()), "act 3: 0 changed, 1 skipped (correct)");
    EXPECT_EQ(shown(ana.undo()), "act 4: 1 changed, 0 skipped (correct)") << "the next undo goes on";
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"new words\"");
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

TEST_F(UndoTest, TakesBackWhatAStoppedActHadDone) {
    const auto rows = store.addMany(1500);
    ASSERT_TRUE(correct(ana, rows[0], "better"));
    const auto before = store.shown(rows[0]);
    std::stop_source stop;
    ASSERT_FALSE(ana.decide(
        rows, Decision::discard, [&](const Progress&) { stop.request_stop(); }, stop.get_token()));
    EXPECT_EQ(store.shown(rows[0]), "discarded #operator_review +ana \"better\"");
    const auto undone = ana.undo();
    ASSERT_EQ(problemOf(undone), "");
    EXPECT_EQ(undone->kind, ActKind::discard);
    EXPECT_EQ(store.shown(rows[0]), before);
    EXPECT_EQ(store.query("SELECT count(*) FROM log_entries WHERE review_state = 'discarded'"), "0");
}

TEST_F(UndoTest, ALongActIsRefusedWholeWhereOneRowIsBuiltOn) {
    const auto rows = store.addMany(1500);
    ASSERT_TRUE(ana.decide(rows, Decision::discard));
    ASSERT_TRUE(decide(ben, rows.back(), Decision::accept));
    EXPECT_TRUE(problemOf(ana.undo()).starts_with("conflict: act 1 cannot be undone: act 2 (accept by ben)"));
    EXPECT_EQ(store.query("SELECT count(*) FROM log_entries WHERE review_state = 'discarded'"), "1499");
    ASSERT_TRUE(ben.undo());
    EXPECT_EQ(shown(ana.undo()), "act 4: 1500 changed, 0 skipped (discard)");
    EXPECT_EQ(shown(ana.redo()), "act 5: 1500 changed, 0 skipped (discard)");
}

TEST_F(UndoTest, AnActBetweenTheChunksOfALongOneIsOlderThanTheChunksAfterIt) {
    const auto rows = store.addMany(1500);
    const auto other = store.another();
    ReviewService cem(*other, redactor, clock, "cem");
    bool isFirst = true;
    ASSERT_TRUE(ana.decide(rows, Decision::discard, [&](const Progress&) {
        if (std::exchange(isFirst, false)) {
            ASSERT_TRUE(decide(cem, rows.front(), Decision::defer));
            ASSERT_TRUE(decide(cem, rows.back(), Decision::accept));
        }
    }));
    EXPECT_EQ(store.journal(), "1 discard ana, 2 defer cem, 3 accept cem");
    EXPECT_EQ(problemOf(cem.undo()),
              "conflict: act 3 cannot be undone: act 1 (discard by ana) has built on it; undo that first");
    EXPECT_TRUE(problemOf(ana.undo()).starts_with("conflict: act 1 cannot be undone: act 2 (defer by cem)"));
    ASSERT_EQ(problemOf(cem.undo(ActId{2})), "");
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(rows.front()), "unreviewed");
    EXPECT_EQ(store.shown(rows.back()), "accepted");
}

/// Between a reversal and its store: asks to stop once the reversal has committed its first chunk.
class StoppingGate final : public store::WriteGate {
public:
    StoppingGate(test::DeskStore& desk, std::string_view awaited)
        : m_desk(desk)
        , m_awaited(awaited) {}
    Result<void> transact(const std::function<Result<void>(store::WriteTransaction&)>& work) override {
        auto done = m_desk.store().writes().transact(work);
        if (m_desk.journal().contains(m_awaited)) {
            m_stop.request_stop();
        }
        return done;
    }
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    test::DeskStore& m_desk;
    std::string m_awaited;
    std::stop_source m_stop;
};

TEST_F(UndoTest, AStoppedUndoOrRedoGoesOnWhenRepeated) {
    const auto rows = store.addMany(1500);
    const auto discarded = [&] {
        return std::stoi(store.query("SELECT count(*) FROM log_entries WHERE review_state = 'discarded'"));
    };
    ASSERT_TRUE(ana.decide(rows, Decision::discard));
    const Act act = store.store().entries().history(std::nullopt, 1)->front().act;

    StoppingGate undoing(store, "2 undo of 1");
    const auto half =
        Reversal(undoing, act, Reversal::Direction::back).run("ana", clock.now(), undoing.token());
    EXPECT_TRUE(problemOf(half).starts_with("cancelled: ")) << problemOf(half);
    EXPECT_EQ(store.journal(), "1 discard ana, 2 undo of 1 ana unfinished");
    const int left = discarded();
    EXPECT_GT(left, 0);
    EXPECT_LT(left, 1500);
    EXPECT_EQ(shown(ana.undo()), "act 3: " + std::to_string(left) + " changed, " +
                                     std::to_string(1500 - left) + " skipped (discard)");
    EXPECT_EQ(discarded(), 0);

    StoppingGate redoing(store, "4 redo of 1");
    const auto again =
        Reversal(redoing, act, Reversal::Direction::again).run("ana", clock.now(), redoing.token());
    EXPECT_TRUE(problemOf(again).starts_with("cancelled: ")) << problemOf(again);
    EXPECT_EQ(store.journal(), "1 discard ana undone, 2 undo of 1 ana unfinished, 3 undo of 1 ana, "
                               "4 redo of 1 ana unfinished");
    ASSERT_EQ(problemOf(ana.redo()), "");
    EXPECT_EQ(discarded(), 1500);
    ASSERT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(discarded(), 0);
}

} // namespace
} // namespace goldpan::review
