// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/review_service.h"
#include "core/store/entry_reader.h"
#include "tests/store/support/review_desk.h"

#include <gtest/gtest.h>

namespace goldpan::review {
namespace {

using namespace std::string_literals;

using test::problemOf;
using test::shown;

class ReviewServiceTest : public test::ReviewDesk {
protected:
    Correction correctionOf(RowId row) { return store.store().entries().read(row)->correction.value(); }
};

TEST_F(ReviewServiceTest, CorrectWritesTheGoldCorrectionAndMarksTheRow) {
    const auto row = store.add("a");
    EXPECT_EQ(shown(correct(ana, row, "better")), "act 1: 1 changed, 0 skipped");
    EXPECT_EQ(store.shown(row), "corrected \"better\" by ana (operator) #operator_review");
    EXPECT_EQ(store.newestChanges(row),
              "state unreviewed>corrected, correction ->{}, tag operator_review ->1");
}

TEST_F(ReviewServiceTest, CorrectNamesTheSource) {
    const auto row = store.add("a");
    ASSERT_TRUE(ana.correct(row, "better", CorrectionSource::modelDrafted));
    EXPECT_EQ(store.shown(row), "corrected \"better\" by ana (model) #operator_review");
}

TEST_F(ReviewServiceTest, TextEqualToTheResponseIsACorrectionAllTheSame) {
    const auto row = store.add("a", {.response = "same words"});
    ASSERT_TRUE(correct(ana, row, "same words"));
    EXPECT_EQ(store.shown(row), "corrected \"same words\" by ana (operator) #operator_review");
}

TEST_F(ReviewServiceTest, RefusesAnEmptyCorrectionButWhiteSpaceIsText) {
    const auto row = store.add("a");
    EXPECT_EQ(problemOf(correct(ana, row, "")),
              "refused: a correction cannot be empty; discard the row instead");
    EXPECT_EQ(store.shown(row), "unreviewed");
    ASSERT_TRUE(correct(ana, row, " \n"));
    EXPECT_EQ(store.shown(row), "corrected \" \n\" by ana (operator) #operator_review");
}

TEST_F(ReviewServiceTest, KeepsEveryByteOfACorrection) {
    const auto row = store.add("a");
    const auto text = "  tab\tnul\0cr\r\n\xE6\x97\xA5 \xF0\x9F\x99\x82\n\n"s;
    ASSERT_TRUE(correct(ana, row, text));
    EXPECT_EQ(correctionOf(row).text, text);
}

TEST_F(ReviewServiceTest, RefusesTextThatIsNoUtf8AndRowsThatAreNotThere) {
    const auto row = store.add("a");
    EXPECT_EQ(problemOf(correct(ana, row, "caf\xE9")),
              "bad_value: the correction is not valid UTF-8; save it as UTF-8");
    EXPECT_TRUE(problemOf(ana.saveDraft(row, "caf\xE9")).starts_with("bad_value"));
    EXPECT_TRUE(problemOf(correct(ana, RowId{99}, "better")).starts_with("not_found"));
    EXPECT_TRUE(problemOf(ana.saveDraft(RowId{99}, "words")).starts_with("not_found"));
    EXPECT_EQ(store.journal(), "");
}

TEST_F(ReviewServiceTest, TheSameCorrectionTwiceIsNoAct) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "better"));
    EXPECT_EQ(shown(correct(ana, row, "better")), "no act: 0 changed, 1 skipped");
    EXPECT_EQ(shown(correct(ben, row, "better")), "no act: 0 changed, 1 skipped");
    EXPECT_EQ(store.journal(), "1 correct ana");
}

TEST_F(ReviewServiceTest, ASecondCorrectionKeepsWhenTheFirstWasMade) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "better"));
    const auto first = correctionOf(row);
    EXPECT_EQ(first.createdAt, first.updatedAt);
    ASSERT_TRUE(correct(ben, row, "best"));
    EXPECT_EQ(store.shown(row), "corrected \"best\" by ben (operator) #operator_review");
    EXPECT_EQ(correctionOf(row).createdAt, first.createdAt);
    EXPECT_GT(correctionOf(row).updatedAt, first.updatedAt);
    EXPECT_EQ(store.newestChanges(row), "correction {}>{}");
}

TEST_F(ReviewServiceTest, PiiIsRedactedAndMarkedUntilSavedAgainByHand) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "write to jane@example.com"));
    EXPECT_EQ(store.shown(row), "corrected \"write to [EMAIL]\" by ana (operator, pii) #operator_review");

    // The open editor still holds what was typed: the mark stays, and it is no act.
    EXPECT_EQ(shown(correct(ana, row, "write to jane@example.com")), "no act: 0 changed, 1 skipped");

    EXPECT_EQ(shown(correct(ana, row, "write to [EMAIL]")), "act 2: 1 changed, 0 skipped");
    EXPECT_EQ(store.shown(row), "corrected \"write to [EMAIL]\" by ana (operator) #operator_review");
    EXPECT_EQ(store.newestChanges(row), "correction {}>{}");
    ASSERT_TRUE(ana.undo());
    EXPECT_EQ(store.shown(row), "corrected \"write to [EMAIL]\" by ana (operator, pii) #operator_review");
}

TEST_F(ReviewServiceTest, OperatorsAndTagsAreRedactedToo) {
    const auto row = store.add("a");
    ReviewService eve(store.store(), redactor, clock, " eve@example.com ");
    EXPECT_EQ(eve.operatorName(), "[EMAIL]");
    ASSERT_TRUE(tag(eve, row, "ask jane@example.com"));
    EXPECT_EQ(store.shown(row), "unreviewed #ask [EMAIL]");
    EXPECT_EQ(store.store().entries().history(row, 0)->front().act.detail, "ask [EMAIL]");
    EXPECT_EQ(shown(tag(ana, row, "ask jane@example.com", false)), "act 2: 1 changed, 0 skipped");
    EXPECT_EQ(store.shown(row), "unreviewed");
}

TEST_F(ReviewServiceTest, ACorrectionUsesUpTheOperatorsOwnDraft) {
    const auto row = store.add("a");
    ASSERT_TRUE(ana.saveDraft(row, "half a thou"));
    ASSERT_TRUE(ben.saveDraft(row, "of ben"));
    ASSERT_TRUE(correct(ana, row, "half a thought"));
    EXPECT_EQ(store.shown(row),
              "corrected \"half a thought\" by ana (operator) #operator_review +ben \"of ben\"");
    EXPECT_EQ(store.newestChanges(row),
              "state unreviewed>corrected, correction ->{}, tag operator_review ->1, "
              "draft ana half a thou>-");
}

TEST_F(ReviewServiceTest, TheSameCorrectionAgainStillDropsADraft) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_TRUE(ana.saveDraft(row, "worse"));
    EXPECT_EQ(shown(correct(ana, row, "better")), "act 2: 1 changed, 0 skipped");
    EXPECT_EQ(store.newestChanges(row), "draft ana worse>-");
}

TEST_F(ReviewServiceTest, AnyStateMayFollowAnyAndUndoBringsItBack) {
    constexpr std::optional<Decision> kMoves[] = {std::nullopt, Decision::accept, Decision::discard,
                                                  Decision::defer, Decision::reopen};
    constexpr ReviewState kStates[] = {ReviewState::corrected, ReviewState::accepted, ReviewState::discarded,
                                       ReviewState::deferred, ReviewState::unreviewed};
    const auto move = [&](RowId row, std::size_t to) {
        return kMoves[to] ? decide(ana, row, *kMoves[to]) : correct(ana, row, "better");
    };
    for (std::size_t from = 0; from < std::size(kMoves); ++from) {
        for (std::size_t to = 0; to < std::size(kMoves); ++to) {
            SCOPED_TRACE(std::string(reviewStateName(kStates[from])) + " to " +
                         std::string(reviewStateName(kStates[to])));
            const auto row = store.add(std::to_string(from) + "-" + std::to_string(to));
            ASSERT_TRUE(move(row, from));
            const auto before = store.shown(row);

            const auto moved = move(row, to);
            ASSERT_TRUE(moved);
            EXPECT_EQ(moved->changed, from == to ? 0 : 1);
            EXPECT_EQ(moved->act.has_value(), from != to) << "the same decision twice is no act";
            const auto record = store.store().entries().read(row);
            EXPECT_EQ(record->state, kStates[to]);
            EXPECT_EQ(record->correction.has_value(), kStates[to] == ReviewState::corrected);

            if (moved->act) {
                ASSERT_EQ(problemOf(ana.undo()), "");
                EXPECT_EQ(store.shown(row), before);
            }
        }
    }
}

TEST_F(ReviewServiceTest, LeavingCorrectedMovesTheTextToTheActingOperatorsDraft) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_TRUE(decide(ben, row, Decision::discard));
    EXPECT_EQ(store.shown(row), "discarded #operator_review +ben \"better\"");
    EXPECT_EQ(store.newestChanges(row), "state corrected>discarded, correction {}>-, draft ben ->better");
}

TEST_F(ReviewServiceTest, LeavingCorrectedSparesTheDraftThatIsThere) {
    const auto row = store.add("a");
    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_TRUE(ana.saveDraft(row, "even better"));
    ASSERT_TRUE(decide(ana, row, Decision::accept));
    EXPECT_EQ(store.shown(row), "accepted #operator_review +ana \"even better\"");
}

TEST_F(ReviewServiceTest, OneActDecidesManyRowsAndSkipsThoseThatAreSo) {
    const auto rows = store.addMany(3);
    ASSERT_TRUE(decide(ana, rows[1], Decision::discard));
    EXPECT_EQ(shown(ana.decide(rows, Decision::discard)), "act 2: 2 changed, 1 skipped");
    EXPECT_EQ(shown(ana.decide(rows, Decision::discard)), "no act: 0 changed, 3 skipped");
    EXPECT_EQ(shown(ana.decide({}, Decision::discard)), "no act: 0 changed, 0 skipped");
    const auto act = store.store().entries().history(std::nullopt, 1)->front().act;
    EXPECT_EQ(act.changed, 2);
    EXPECT_EQ(act.skipped, 1);
}

TEST_F(ReviewServiceTest, ARowNamedTwiceIsDecidedOnce) {
    const auto row = store.add("a");
    const std::vector<RowId> rows{row, row};
    EXPECT_EQ(shown(ana.decide(rows, Decision::defer)), "act 1: 1 changed, 1 skipped");
    EXPECT_EQ(problemOf(ana.undo()), "");
    EXPECT_EQ(store.shown(row), "unreviewed");
}

TEST_F(ReviewServiceTest, AnUnknownRowLeavesTheWholeChunkUndone) {
    const std::vector<RowId> rows{store.add("a"), RowId{99}};
    EXPECT_TRUE(problemOf(ana.decide(rows, Decision::accept)).starts_with("not_found"));
    EXPECT_EQ(store.shown(rows[0]), "unreviewed");
    EXPECT_EQ(store.journal(), "");
}

TEST_F(ReviewServiceTest, OthersWriteBetweenTheChunksOfALongAct) {
    const auto rows = store.addMany(1500);
    const auto other = store.another();
    ReviewService cem(*other, redactor, clock, "cem");
    int chunks = 0;
    const auto outcome = ana.decide(rows, Decision::discard, [&](const Progress& progress) {
        ++chunks;
        EXPECT_EQ(progress.total, 1500);
        if (chunks == 1) {
            EXPECT_LT(progress.done, 1500);
            EXPECT_EQ(problemOf(tag(cem, rows.back(), "seen")), "");
        }
    });
    EXPECT_EQ(shown(outcome), "act 1: 1500 changed, 0 skipped");
    EXPECT_GT(chunks, 1);
    EXPECT_EQ(store.shown(rows.back()), "discarded #seen");
    EXPECT_EQ(store.journal(), "1 discard ana, 2 tag_add cem");
}

TEST_F(ReviewServiceTest, AStoppedActKeepsItsChunksAndRunsOnWhenRepeated) {
    const auto rows = store.addMany(1500);
    std::stop_source stop;
    std::int64_t done = 0;
    const auto stopped = ana.decide(
        rows, Decision::accept,
        [&](const Progress& progress) {
            done = progress.done;
            stop.request_stop();
        },
        stop.get_token());
    EXPECT_EQ(problemOf(stopped), "cancelled: stopped on request after " + std::to_string(done) +
                                      " of 1500 rows; run it again to finish, or undo act 1");
    EXPECT_EQ(store.journal(), "1 accept ana unfinished");
    EXPECT_EQ(store.shown(rows.front()), "accepted");
    EXPECT_EQ(store.shown(rows.back()), "unreviewed");

    const auto rest = ana.decide(rows, Decision::accept);
    EXPECT_EQ(shown(rest),
              "act 2: " + std::to_string(1500 - done) + " changed, " + std::to_string(done) + " skipped");
    EXPECT_EQ(store.shown(rows.back()), "accepted");
}

TEST_F(ReviewServiceTest, AStopBeforeTheFirstChunkChangesNothing) {
    const auto row = store.add("a");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(
        problemOf(ana.decide({&row, 1}, Decision::accept, {}, stop.get_token())).starts_with("cancelled"));
    EXPECT_EQ(store.shown(row), "unreviewed");
    EXPECT_EQ(store.journal(), "");
}

TEST_F(ReviewServiceTest, TagsAreGivenAndTaken) {
    const auto rows = store.addMany(2, {.tags = {"old"}});
    EXPECT_EQ(shown(ana.tag(rows, "cluster:dates", true)), "act 1: 2 changed, 0 skipped");
    EXPECT_EQ(shown(ana.tag(rows, "cluster:dates", true)), "no act: 0 changed, 2 skipped");
    EXPECT_EQ(store.shown(rows[0]), "unreviewed #cluster:dates #old");
    EXPECT_EQ(shown(tag(ana, rows[0], "old", false)), "act 2: 1 changed, 0 skipped");
    EXPECT_EQ(store.shown(rows[0]), "unreviewed #cluster:dates");
    EXPECT_EQ(shown(tag(ana, rows[0], "never seen", false)), "no act: 0 changed, 1 skipped");
    EXPECT_EQ(shown(tag(ana, rows[0], "operator_review")), "act 3: 1 changed, 0 skipped");
}

TEST_F(ReviewServiceTest, RefusesATagThatIsNone) {
    const auto row = store.add("a");
    EXPECT_TRUE(problemOf(tag(ana, row, "")).starts_with("bad_value"));
    EXPECT_TRUE(problemOf(tag(ana, row, "two\nlines")).starts_with("bad_value"));
    EXPECT_TRUE(problemOf(tag(ana, row, std::string(201, 'x'))).starts_with("bad_value"));
}

TEST_F(ReviewServiceTest, DraftsAreRedactedAndEachOperatorsOwn) {
    const auto row = store.add("a");
    const auto saved = ana.saveDraft(row, "ask jane@example.com");
    ASSERT_TRUE(saved);
    EXPECT_EQ(saved->redacted.total(), 1);
    ASSERT_TRUE(ben.saveDraft(row, ""));
    EXPECT_EQ(store.shown(row), "unreviewed +ana \"ask [EMAIL]\" +ben \"\"");
    ASSERT_TRUE(ana.dropDraft(row));
    ASSERT_TRUE(ana.dropDraft(row));
    EXPECT_EQ(store.shown(row), "unreviewed +ben \"\"");
    EXPECT_EQ(store.journal(), "") << "typing is no act";
}

TEST_F(ReviewServiceTest, AnUnchangedEditorIsNoDraft) {
    const auto row = store.add("a", {.response = "answer"});
    ASSERT_TRUE(ana.saveDraft(row, "answers"));
    ASSERT_TRUE(ana.saveDraft(row, "answer"));
    EXPECT_EQ(store.shown(row), "unreviewed");

    ASSERT_TRUE(correct(ana, row, "better"));
    ASSERT_TRUE(ana.saveDraft(row, "answer"));
    EXPECT_EQ(store.shown(row), "corrected \"better\" by ana (operator) #operator_review +ana \"answer\"");
    ASSERT_TRUE(ana.saveDraft(row, "better"));
    EXPECT_EQ(store.shown(row), "corrected \"better\" by ana (operator) #operator_review");
}

} // namespace
} // namespace goldpan::review
