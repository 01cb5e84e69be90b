// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events that come after their row was sampled out: what is still held comes in, what has gone is counted.
#include "core/domain/tag.h"
#include "core/review/review_service.h"
#include "core/store/event_reader.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/held_rows.h"
#include "tests/store/support/side_ring_desk.h"

#include <chrono>
#include <gtest/gtest.h>
#include <span>

namespace goldpan {
namespace {

using test::healthyRows;
using test::kBudget;

class SideRing : public test::SideRingDesk {};

TEST_F(SideRing, FeedbackBringsItsRowInWholeAndTagged) {
    auto rows = healthyRows(0, 3);
    LogEntry& row = rows[1];
    row.tags = {"a,b", "lang:\"zh\""};
    row.latencyMs = 17;
    row.userIdHash = "0123456789abcdef";
    row.messages = R"([{"role":"user","content":"hi"}])";
    row.output = R"({"role":"assistant"})";
    row.tools = "[{}]";
    row.feedback = "[1]";
    row.meta = R"({"k":1})";
    (void)import(rows, kBudget);
    ASSERT_EQ(stored().size(), 0U);
    EXPECT_EQ(account(), "3, 0, 0");
    EXPECT_EQ(feedback({"r1"}), "1 0");
    const auto there = desk.read("r1");
    LogEntry wanted = row;
    wanted.tags = {"a,b", "lang:\"zh\"", "user_negative"};
    EXPECT_EQ(there.entry, wanted);
    EXPECT_EQ(there.weight, 1);
    EXPECT_EQ(there.flags & FlagContextDiffers, FlagContextDiffers) << "as it was when it came";
    EXPECT_EQ(desk.ids("tag:user_negative"), "r1");
    EXPECT_EQ(account(), "2, 1, 0");
    EXPECT_EQ(stats().sampledOut, 2);
    EXPECT_EQ(feedback({"r1"}), "0 0") << "the same event again";
    const auto again = import(rows, kBudget);
    EXPECT_EQ(again.duplicate, 1);
    EXPECT_EQ(again.sampledOut, 2);
}

TEST_F(SideRing, EachKindOfBadFeedbackBringsInAndPraiseDoesNot) {
    (void)import(healthyRows(0, 5), kBudget);
    EXPECT_EQ(feedback({"r0"}, "thumbs_down"), "1 0");
    EXPECT_EQ(feedback({"r1"}, "regenerate"), "1 0");
    EXPECT_EQ(feedback({"r2"}, "report"), "1 0");
    EXPECT_EQ(feedback({"r3"}, "thumbs_up"), "0 0");
    EXPECT_EQ(desk.ids(""), "r0 r1 r2");
    EXPECT_EQ(account(), "2, 3, 0");
    EXPECT_EQ(feedback({"r3"}, "report"), "1 0");
    EXPECT_EQ(desk.query("SELECT count(*) FROM feedback_events WHERE NOT applied"), "0")
        << "the praise that waited has its row now";
}

TEST_F(SideRing, WhatIsUndoneKeepsTheRow) {
    (void)import(healthyRows(0, 2), kBudget);
    ASSERT_EQ(feedback({"r0"}), "1 0");
    const auto act = desk.store().entries().history(std::nullopt, 1)->front().act;
    EXPECT_EQ(act.changed, 1);
    EXPECT_EQ(desk.store().entries().history(desk.row("r0"), 0)->size(), 1U) << "the tag is in the journal";
    undo(act.id);
    EXPECT_EQ(desk.ids(""), "r0");
    EXPECT_EQ(desk.ids("tag:user_negative"), "");
    EXPECT_EQ(desk.read("r0").weight, 1) << "it stands for itself, and nobody else does";
    EXPECT_EQ(account(), "1, 1, 0") << "and is still one that was brought in";
}

TEST_F(SideRing, AfterAnUndoTheWeightsStillAddUpToTheLog) {
    setPolicy([](Policy& policy) { policy.sampleRate = 0.5; });
    (void)import(healthyRows(0, 40), kBudget);
    std::vector<std::string> all;
    for (int row = 0; row < 40; ++row) {
        all.push_back(test::idOf(row));
    }
    ASSERT_EQ(feedback(all), "40 0");
    ASSERT_EQ(sumOfWeights(), 40) << "those that were kept and those that came in, each for itself";
    undo(desk.store().entries().history(std::nullopt, 1)->front().act.id);
    EXPECT_EQ(desk.ids("tag:user_negative"), "");
    EXPECT_EQ(sumOfWeights(), 40) << "what came in stays, so what was kept does not stand for it again";
}

TEST_F(SideRing, AnUndoneEventLeavesItsRowStandingForItself) {
    setPolicy([](Policy& policy) { policy.sampleRate = 0.5; });
    (void)import(healthyRows(0, 20), kBudget);
    const auto sampled = desk.query("SELECT request_id FROM entry LIMIT 1");
    ASSERT_EQ(feedback({sampled}), "1 0");
    const auto act = desk.store().entries().history(std::nullopt, 1)->front().act;
    undo(act.id);
    EXPECT_EQ(desk.ids("tag:user_negative"), "");
    EXPECT_EQ(desk.read(sampled).weight, 1) << "as the guide says";
}

TEST_F(SideRing, TheRingReachesAsFarBackAsThePolicySays) {
    setRing(2);
    (void)import(healthyRows(0, 301), kBudget); // to 05:00
    EXPECT_EQ(stats().held, 121) << "03:00 and 05:00 included";
    EXPECT_EQ(feedback({"r180"}), "1 0");
    EXPECT_EQ(feedback({"r179"}), "0 1");
    EXPECT_EQ(account(), "120, 1, 1");
    (void)import(healthyRows(302, 303), kBudget, "/later.jsonl"); // 05:02
    EXPECT_EQ(stats().held, 120) << "one came, one went";
    EXPECT_EQ(stats().sampledOut, 301);
    EXPECT_EQ(feedback({"r179"}), "0 0") << "recorded before";
    EXPECT_EQ(stats().lost, 1) << "and counted once";
}

TEST_F(SideRing, RowsOfAnotherRuleAgeItToo) {
    setRing(1);
    (void)import(healthyRows(0, 61), kBudget);
    ASSERT_EQ(stats().held, 61);
    (void)import(healthyRows(1000, 1001), {}, "/all.jsonl");
    EXPECT_EQ(stats().held, 0) << "rows that are kept are new rows as well";
}

TEST_F(SideRing, WhatHasToGoGoesAFewAtATime) {
    using Steady = std::chrono::steady_clock;
    (void)import(healthyRows(0, 30), kBudget);
    ASSERT_EQ(stats().held, 30);
    auto connection = sql::Connection::open(desk.path(), sql::OpenMode::normal);
    ASSERT_TRUE(connection);
    sql::HeldRows ring(**connection);
    const auto edge = *parseTimestamp("2025-06-12T00:20:00");
    EXPECT_EQ(ring.dropBefore(edge, Steady::time_point::min()).value(), true)
        << "the time is up: there is more";
    EXPECT_LT(stats().held, 30);
    EXPECT_GT(stats().held, 10);
    EXPECT_EQ(ring.dropBefore(edge, Steady::time_point::max()).value(), false);
    EXPECT_EQ(stats().held, 10);
    EXPECT_EQ(desk.query("SELECT min(ts) FROM held_row"), std::to_string(edge.micros));
}

TEST_F(SideRing, AnOldRowThatComesLateIsNotHeld) {
    setRing(1);
    (void)import(healthyRows(300, 301), {}, "/new.jsonl");
    (void)import(healthyRows(0, 260), kBudget);
    EXPECT_EQ(stats().held, 20);
    EXPECT_EQ(stats().sampledOut, 260);
}

TEST_F(SideRing, ARowOfTheFarFutureAgesNoOther) {
    auto rows = healthyRows(0, 10);
    rows[2].ts = *parseTimestamp("2399-01-01T00:00:00");
    rows[9].ts = *parseTimestamp("2399-01-02T00:00:00");
    rows[9].responseLogprob = -9; // kept
    (void)import(rows, kBudget);
    EXPECT_EQ(stats().held, 8);
    (void)import(healthyRows(10, 20), kBudget, "/later.jsonl");
    EXPECT_EQ(stats().held, 18) << "nor those that are in the store already";
    EXPECT_EQ(feedback({"r1", "r2"}), "1 1") << "nor is it held: it would never leave the ring";
    setPolicy([](Policy& policy) { policy.sampleRate = 0.5; });
    (void)import(healthyRows(20, 60), kBudget, "/half.jsonl");
    const auto sampled = desk.query("SELECT request_id FROM entry WHERE weight = 2 LIMIT 1");
    EXPECT_EQ(feedback({sampled}), "1 0");
    EXPECT_EQ(desk.read(sampled).weight, 1);
}

TEST_F(SideRing, WithoutHoursItHoldsNothing) {
    (void)import(healthyRows(0, 10), kBudget);
    ASSERT_EQ(stats().held, 10);
    setRing(0);
    (void)import(healthyRows(0, 10), kBudget);
    EXPECT_EQ(stats().held, 0);
    EXPECT_EQ(feedback({"r9"}), "0 1");
    EXPECT_EQ(stats().lost, 1);
}

TEST_F(SideRing, ARowWithoutATimeIsNotHeld) {
    auto rows = healthyRows(0, 2);
    rows[0].ts.reset();
    (void)import(rows, kBudget);
    EXPECT_EQ(feedback({"r0", "r1"}), "1 1");
    EXPECT_EQ(account(), "0, 1, 1");
}

TEST_F(SideRing, ALostRowThatIsImportedAgainIsNotLostAnyMore) {
    setRing(1);
    const auto rows = healthyRows(0, 180);
    (void)import(rows, kBudget);
    ASSERT_EQ(feedback({"r0"}), "0 1");
    ASSERT_EQ(stats().lost, 1);
    EXPECT_EQ(import(rows, kBudget).stored, 1) << "its feedback waits for it";
    EXPECT_EQ(desk.ids("tag:user_negative"), "r0");
    EXPECT_EQ(stats().lost, 0);
}

TEST_F(SideRing, FeedbackForARowThatNobodySawWaitsAndIsNotLost) {
    (void)import(healthyRows(0, 1), kBudget);
    EXPECT_EQ(feedback({"nobody"}), "0 1");
    EXPECT_EQ(stats().lost, 0);
}

TEST_F(SideRing, ADriftEventBringsItsWindowInAndCountsWhatHasGone) {
    setRing(2);
    (void)import(healthyRows(0, 301), kBudget); // held: 03:00 to 05:00
    EXPECT_EQ(drift("2025-06-12T04:00:00", 2), "61, 61");
    EXPECT_EQ(desk.ids("-tag:drift_window"), "");
    EXPECT_EQ(weights(), "1.0");
    EXPECT_EQ(account(), "60, 61, 60") << "02:00 to 02:59 had gone";
    EXPECT_EQ(drift("2025-06-12T04:00:00", 2), "61, 0") << "the same event again";
    EXPECT_EQ(account(), "60, 61, 60");
    EXPECT_EQ(feedback({"r125"}), "0 1");
    EXPECT_EQ(stats().lost, 60) << "a row is lost once, whoever asks";
    EXPECT_EQ(import(healthyRows(0, 301), kBudget).stored, 60) << "the log is still there: so are they";
    EXPECT_EQ(stats().lost, 0);
}

TEST_F(SideRing, AnUndoneDriftEventKeepsNoRow) {
    ASSERT_EQ(drift("2025-06-12T04:00:00", 4), "0, 0");
    const auto act = desk.store().entries().history(std::nullopt, 1)->front().act;
    ASSERT_TRUE(review::ReviewService(desk.store(), redactor, clock, "eve").undo(act.id));
    EXPECT_EQ(import(healthyRows(0, 240), kBudget).stored, 0);
}

TEST_F(SideRing, ADriftEventOfOneModelBringsInThatModel) {
    auto rows = healthyRows(0, 10);
    rows[3].modelVersion = "m2";
    (void)import(rows, kBudget);
    EXPECT_EQ(drift("2025-06-12T01:00:00", 2, "m2"), "1, 1");
    EXPECT_EQ(desk.ids(""), "r3");
    EXPECT_EQ(account(), "9, 1, 0");
}

TEST_F(SideRing, ALargeWindowComesInPieces) {
    (void)import(healthyRows(0, 1201), kBudget);
    EXPECT_EQ(drift("2025-06-12T20:00:00", 20), "1201, 1201");
    EXPECT_EQ(account(), "0, 1201, 0");
}

TEST_F(SideRing, AStoppedEventIsFinishedByTheSameAgain) {
    (void)import(healthyRows(0, 300), kBudget);
    std::stop_source stop;
    stop.request_stop();
    const DriftEvent event{.ts = *parseTimestamp("2025-06-12T05:00:00"), .windowMicros = 5 * kMicrosPerHour};
    const auto stopped = events.applyDrift(event, {}, stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::cancelled);
    EXPECT_EQ(drift("2025-06-12T05:00:00", 5), "300, 300");
}

TEST_F(SideRing, ASampledRowThatIsTaggedLateStandsForItselfWhileOthersCanCome) {
    setRing(2);
    setPolicy([](Policy& policy) { policy.sampleRate = 0.5; });
    (void)import(healthyRows(0, 301), kBudget);
    const auto old = desk.query("SELECT request_id FROM entry WHERE ts < 1749697200000000 LIMIT 1"); // 03:00
    const auto fresh = desk.query("SELECT request_id FROM entry WHERE ts >= 1749697200000000 LIMIT 1");
    EXPECT_EQ(feedback({old, fresh}), "2 0");
    EXPECT_EQ(desk.read(fresh).weight, 1);
    EXPECT_EQ(desk.read(old).weight, 2) << "its like are lost: it goes on standing for them";
    (void)drift("2025-06-12T05:00:00", 1);
    EXPECT_EQ(desk.query("SELECT DISTINCT weight FROM entry WHERE (flags & 2) <> 0"), "1.0");
    EXPECT_EQ(desk.query("SELECT count(*) FROM entry WHERE (flags & 2) <> 0"), "61");
}

TEST_F(SideRing, ARowOfALogThatWasSampledGoesOnStandingForWhatWasNotLogged) {
    auto rows = healthyRows(0, 7);
    rows[1].meta = R"({"sample_weight":20})";
    rows[2].meta = R"({"sample_weight":2.5,"k":"v"})";
    rows[3].meta = R"({"sample_weight":"7"})";
    rows[4].meta = R"({"sample_weight":1e999})";
    rows[5].meta = R"({"sample_weight":1000000001})";
    rows[6].meta = R"({"sample_weight":1e9})";
    std::vector<store::ImportRow> lines;
    for (const auto& row : rows) {
        lines.push_back(test::importRow(row, std::ssize(lines) + 1));
    }
    lines[2].loggedWeight = 2.5;
    auto session = desk.store().importer().begin("/all.jsonl", "ana");
    ASSERT_TRUE((*session)->add(std::span(lines).subspan(2, 1)));
    ASSERT_TRUE((*session)->finish());
    (void)import({rows[0], rows[1], rows[3], rows[4], rows[5], rows[6]}, kBudget);
    EXPECT_EQ(feedback({"r0", "r1", "r2", "r3", "r4", "r5", "r6"}), "7 0");
    EXPECT_EQ(desk.read("r0").weight, 1);
    EXPECT_EQ(desk.read("r1").weight, 20) << "brought in";
    EXPECT_EQ(desk.read("r2").weight, 2.5) << "the others of it were never here";
    EXPECT_EQ(desk.read("r3").weight, 1) << "no number";
    EXPECT_EQ(desk.read("r4").weight, 1) << "more than any number";
    EXPECT_EQ(desk.read("r5").weight, 1) << "more than a line may say";
    EXPECT_EQ(desk.read("r6").weight, 1e9);
    desk.run("UPDATE entry SET weight = 9e999 WHERE id = 1");
    EXPECT_EQ(*desk.store().upkeep().check({}),
              std::vector<std::string>{"1 rows that stand for more than any log holds"});
}

TEST_F(SideRing, WhatThePolicyCallsLowByNowIsMarkedSo) {
    (void)import(healthyRows(0, 1), kBudget);
    setPolicy([](Policy& policy) { policy.lowConfidenceLogprob = -0.5; });
    EXPECT_EQ(feedback({"r0"}), "1 0");
    EXPECT_EQ(desk.ids("is:low-confidence"), "r0");
}

} // namespace
} // namespace goldpan
