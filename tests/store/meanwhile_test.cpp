// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Acts over many rows beside which people work on: what they decide by hand is not decided again.
#include "core/domain/tag.h"
#include "tests/store/support/review_desk.h"

#include <gtest/gtest.h>
#include <utility>

namespace goldpan::review {
namespace {

using test::problemOf;

class MeanwhileDesk : public test::ReviewDesk {
protected:
    /// Does something once, after the first chunk of an act.
    ProgressFn afterTheFirstChunk(std::function<void()> work) {
        return [work = std::move(work), isFirst = true](const Progress&) mutable {
            if (std::exchange(isFirst, false)) {
                work();
            }
        };
    }
    const std::vector<RowId> rows = store.addMany(1500);
};

TEST_F(MeanwhileDesk, ARowDecidedByHandIsNotDecidedAgain) {
    ASSERT_TRUE(correct(ana, rows[1498], "old words"));
    const auto act = ana.decide(
        rows, Decision::discard, afterTheFirstChunk([&] {
            EXPECT_TRUE(decide(ana, rows[1499], Decision::accept));
            EXPECT_TRUE(correct(ben, rows[1498], "new words")); // its state stays what it was
            EXPECT_TRUE(decide(ben, rows[0], Decision::defer)); // after its turn: the later decision
        }));
    ASSERT_EQ(problemOf(act), "");
    EXPECT_EQ(act->changed, 1498);
    EXPECT_EQ(act->skipped, 2);
    EXPECT_EQ(act->meanwhile, 2);
    EXPECT_EQ(store.shown(rows[1499]), "accepted");
    EXPECT_EQ(store.shown(rows[1498]), "corrected \"new words\" by ben (operator) #operator_review");
    EXPECT_EQ(store.shown(rows[0]), "deferred");
    EXPECT_EQ(store.shown(rows[1497]), "discarded");
}

TEST_F(MeanwhileDesk, WhatWasDecidedBeforeIsNoObstacle) {
    ASSERT_TRUE(decide(ana, rows[1499], Decision::accept));
    const auto act = ana.decide(rows, Decision::discard);
    ASSERT_EQ(problemOf(act), "");
    EXPECT_EQ(act->changed, 1500);
    EXPECT_EQ(act->meanwhile, 0);
}

TEST_F(MeanwhileDesk, AFileOfCorrectionsDoesNotOverwriteWhatIsDecidedBesideIt) {
    std::vector<RowText> file;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        file.push_back({"r" + std::to_string(i), "from the file"});
    }
    ASSERT_TRUE(decide(ben, rows[1496], Decision::accept)); // before it: no obstacle
    CorrectionsImportOutcome import;
    const auto done = ana.importCorrections(file, "gold.json", import, afterTheFirstChunk([&] {
                                                EXPECT_TRUE(correct(ben, rows[1499], "by hand"));
                                                EXPECT_TRUE(decide(ana, rows[1498], Decision::discard));
                                                EXPECT_TRUE(tag(ben, rows[1497], "cluster:a")); // no decision
                                            }));
    ASSERT_EQ(problemOf(done), "");
    EXPECT_EQ(import.texts.read, 1500);
    EXPECT_EQ(import.texts.applied, 1498);
    EXPECT_EQ(import.texts.unchanged, 2);
    EXPECT_EQ(import.leftIds, (std::vector<std::string>{"r1498", "r1499"}));
    EXPECT_EQ(store.shown(rows[1499]), "corrected \"by hand\" by ben (operator) #operator_review");
    EXPECT_EQ(store.shown(rows[1498]), "discarded");
    EXPECT_EQ(store.shown(rows[1497]), "corrected \"from the file\" by ana (operator) #cluster:a");
    EXPECT_EQ(store.shown(rows[1496]), "corrected \"from the file\" by ana (operator)");
}

TEST_F(MeanwhileDesk, AStoppedFileOfCorrectionsNamesWhatItLeftUpToThere) {
    std::vector<RowText> file;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        file.push_back({"r" + std::to_string(i), i == 0 ? "mail jane@example.com" : "from the file"});
    }
    std::stop_source stop;
    std::size_t looks = 0;
    std::size_t next = 0; // the row that the second chunk begins with
    CorrectionsImportOutcome import;
    const auto done = ana.importCorrections(
        file, "gold.json", import,
        [&](const Progress& progress) {
            if (++looks == 1) {
                next = static_cast<std::size_t>(progress.done);
                EXPECT_TRUE(decide(ben, rows[next], Decision::accept));
                EXPECT_TRUE(decide(ben, rows[1499], Decision::accept)); // never reached
            } else {
                stop.request_stop();
            }
        },
        stop.get_token());
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::cancelled);
    ASSERT_GT(looks, 1U);
    EXPECT_EQ(import.leftIds, std::vector<std::string>{"r" + std::to_string(next)});
    EXPECT_EQ(import.piiIds, std::vector<std::string>{"r0"});
    EXPECT_EQ(import.texts.read, 1500);
    EXPECT_EQ(import.texts.unchanged, 1);
    EXPECT_GE(import.texts.applied, static_cast<std::int64_t>(next));
    EXPECT_LT(import.texts.applied, 1499);
    EXPECT_TRUE(import.act);
}

TEST_F(MeanwhileDesk, ATagTakenOffByHandStaysOff) {
    ASSERT_TRUE(tag(ana, rows[1499], "cluster:a"));
    const auto act = ana.tag(rows, "cluster:a", true, afterTheFirstChunk([&] {
                                 EXPECT_TRUE(tag(ben, rows[1499], "cluster:a", false));
                                 EXPECT_TRUE(tag(ben, rows[1498], "cluster:b"));          // another tag
                                 EXPECT_TRUE(decide(ben, rows[1497], Decision::discard)); // and no tag at all
                             }));
    ASSERT_EQ(problemOf(act), "");
    EXPECT_EQ(act->changed, 1499);
    EXPECT_EQ(act->meanwhile, 1);
    EXPECT_EQ(store.shown(rows[1499]), "unreviewed");
    EXPECT_EQ(store.shown(rows[1498]), "unreviewed #cluster:a #cluster:b");
    EXPECT_EQ(store.shown(rows[1497]), "discarded #cluster:a");
}

} // namespace
} // namespace goldpan::review
