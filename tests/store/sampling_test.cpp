// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Imports that keep a share: which rows, at which weight, and the same however often they come.
#include "core/base/sha256.h"
#include "core/domain/tag.h"
#include "core/sampling/sampling_budget.h"
#include "core/store/upkeep.h"
#include "tests/store/support/sampling_desk.h"

#include <algorithm>
#include <functional>
#include <gtest/gtest.h>
#include <set>

namespace goldpan {
namespace {

using sampling::KeepRule;
using test::healthyRows;
using test::kBudget;

class Sampling : public test::SamplingDesk {
protected:
    void setRate(double rate) {
        setPolicy([&](Policy& policy) { policy.sampleRate = rate; });
    }
};

std::set<std::string> idsOf(const std::vector<LogEntry>& rows,
                            const std::function<bool(const LogEntry&)>& take) {
    std::set<std::string> ids;
    for (const auto& row : rows) {
        if (take(row)) {
            ids.insert(row.requestId);
        }
    }
    return ids;
}

TEST_F(Sampling, ABudgetKeepsWhatMattersAndAShareOfTheRest) {
    setRate(0.25);
    auto rows = healthyRows(0, 400);
    for (int number = 0; number < 400; number += 10) {
        rows[static_cast<std::size_t>(number)].responseLogprob = number % 20 == 0 ? -3.5 : -3.0;
    }
    rows[5].tags = {"user_negative"};
    rows[6].ts.reset();
    const auto tally = import(rows, kBudget);
    const auto wanted = idsOf(rows, [](const LogEntry& row) {
        return row.responseLogprob < -3.0 || !row.tags.empty() ||
               stableHash64(row.requestId) < (std::uint64_t{1} << 62);
    });
    EXPECT_EQ(stored(), wanted);
    EXPECT_EQ(tally.stored, std::ssize(wanted));
    EXPECT_EQ(weights(), "1.0\n4.0");
    EXPECT_EQ(desk.query("SELECT count(*) FROM entry WHERE (weight = 1) <> ((flags & 7) <> 0)"), "0");
    EXPECT_EQ(desk.read("r0").weight, 1);

    const auto account = stats();
    ASSERT_EQ(account.rules.size(), 1U);
    EXPECT_EQ(account.rules[0].keep, "budget");
    EXPECT_EQ(account.rules[0].rate, 0.25);
    EXPECT_EQ(account.rules[0].read(), 400);
    EXPECT_EQ(account.rules[0].lowConfidence, 20);
    EXPECT_EQ(account.rules[0].flagged, 1);
    EXPECT_EQ(account.rules[0].sampled, tally.stored - 21);
    EXPECT_EQ(account.sampledOut, tally.sampledOut);
    EXPECT_DOUBLE_EQ(account.rules[0].achievedRate().value(), static_cast<double>(tally.stored - 21) / 379);
}

TEST_F(Sampling, TheSameLogAgainGivesTheSameRows) {
    setRate(0.3);
    const auto rows = healthyRows(0, 200);
    const auto first = import(rows, kBudget);
    const auto before = desk.ids("");
    const auto again = import(rows, kBudget);
    EXPECT_EQ(again.stored, 0);
    EXPECT_EQ(again.duplicate, first.stored);
    EXPECT_EQ(again.sampledOut, first.sampledOut);
    EXPECT_EQ(desk.ids(""), before);
    const auto account = stats();
    ASSERT_EQ(account.rules.size(), 1U);
    EXPECT_EQ(account.rules[0].read(), 200) << "the newest import of a source counts";
    EXPECT_EQ(account.rules[0].keptBefore, 0);
    EXPECT_EQ(account.sampledOut, first.sampledOut) << "each row once";
    (void)import(healthyRows(200, 300), kBudget, "/other.jsonl");
    EXPECT_EQ(stats().rules[0].read(), 300) << "sources add up";
}

TEST_F(Sampling, StandardInputAddsUp) {
    setRate(0.5);
    (void)import(healthyRows(0, 100), kBudget, "-");
    (void)import(healthyRows(100, 150), kBudget, "-");
    EXPECT_EQ(stats().rules[0].read(), 150);
    setRate(0.6);
    (void)import(healthyRows(150, 160), kBudget, "-");
    ASSERT_EQ(stats().rules.size(), 1U);
    EXPECT_EQ(stats().rules[0].read(), 10) << "another rate is another account";
}

TEST_F(Sampling, StandardInputThatIsKeptWholeLeavesTheAccountOfWhatCameBefore) {
    setRate(0.5);
    (void)import(healthyRows(0, 100), kBudget, "-");
    (void)import(healthyRows(100, 150), {}, "-");
    ASSERT_EQ(stats().rules.size(), 1U) << "it is another log";
    EXPECT_EQ(stats().rules[0].read(), 100);
}

TEST_F(Sampling, RateZeroAndRateOne) {
    setRate(0);
    const auto rows = healthyRows(0, 50);
    EXPECT_EQ(import(rows, kBudget).sampledOut, 50);
    EXPECT_EQ(stats().rules[0].achievedRate(), 0.0);
    setRate(1);
    EXPECT_EQ(import(rows, kBudget).stored, 50);
    EXPECT_EQ(weights(), "1.0");
    EXPECT_EQ(stats().sampledOut, 0) << "they are in the store now";
    EXPECT_EQ(stats().rules[0].achievedRate(), 1.0);
}

TEST_F(Sampling, AHigherRateLaterLowersTheWeightAndALowerOneLeavesIt) {
    setRate(0.125);
    const auto rows = healthyRows(0, 800);
    (void)import(rows, kBudget);
    EXPECT_EQ(weights(), "8.0");
    setRate(0.5);
    (void)import(rows, kBudget);
    EXPECT_EQ(weights(), "2.0");
    const auto before = stored();
    setRate(0.125);
    const auto tally = import(rows, kBudget);
    EXPECT_EQ(tally.stored, 0);
    EXPECT_EQ(tally.duplicate, std::ssize(before)) << "what is stored is a duplicate, whatever the rule says";
    EXPECT_EQ(weights(), "2.0");
    EXPECT_GT(stats().rules[0].keptBefore, 0);
}

TEST_F(Sampling, KeepingAllLaterStoresTheRestAtWeightOne) {
    const auto rows = healthyRows(0, 300);
    const auto first = import(rows, kBudget);
    EXPECT_EQ(weights(), "20.0");
    EXPECT_EQ(import(rows, {}).stored, first.sampledOut);
    EXPECT_EQ(weights(), "1.0");
    EXPECT_EQ(sumOfWeights(), 300);
    EXPECT_EQ(stats().sampledOut, 0);
    EXPECT_TRUE(stats().rules.empty()) << "nothing of this source is sampled any more";
}

TEST_F(Sampling, ADriftWindowKeepsAllOfItsRows) {
    setRate(0);
    const auto recorded = desk.store().writes().transact([](store::WriteTransaction& tx) -> Result<void> {
        DriftEvent event{.ts = *parseTimestamp("2025-06-12T02:00:00"), .windowMicros = kMicrosPerHour};
        auto done = tx.recordDrift(event);
        return done ? Result<void>() : std::unexpected(done.error());
    });
    ASSERT_TRUE(recorded);
    const auto tally = import(healthyRows(0, 240), kBudget);
    EXPECT_EQ(tally.stored, 61) << "both ends are in it";
    EXPECT_EQ(desk.ids("-tag:drift_window"), "");
    EXPECT_EQ(desk.ids("before:2025-06-12T01:00:00Z"), "");
    EXPECT_EQ(weights(), "1.0");
    EXPECT_EQ(stats().rules[0].driftWindow, 61);
}

/// The window from 01:00 to 02:00, and a retraining that closed it.
class TrainedWindow : public Sampling {
protected:
    void SetUp() override {
        desk.run("INSERT INTO drift_event(id, ts, window_us, model, only_model, tagged)"
                 " VALUES(1, 1749693600000000, 3600000000, '', 0, 0)");
    }
    void close() {
        desk.run("INSERT INTO export_batch(id, created_at, format, path, rows, sha256, spec, published) "
                 "VALUES(1, 0, 'sft', 'b', 0, '', '{}', 1)");
        desk.run("INSERT INTO retrain(id, batch, model, marked_at, marked_by) VALUES(1, 1, 'm2', 0, 'ana')");
        desk.run("INSERT INTO trained_drift(drift, retrain) VALUES(1, 1)");
    }
};

TEST_F(TrainedWindow, ItsRowsAreSampledAndTagged) {
    close();
    setRate(0.5);
    const auto tally = import(healthyRows(0, 240), kBudget);
    EXPECT_EQ(weights(), "2.0");
    EXPECT_LT(tally.stored, 200);
    EXPECT_GT(std::stoi(desk.query("SELECT count(*) FROM entry WHERE (flags & 2) <> 0")), 0);
    EXPECT_EQ(stats().rules[0].driftWindow, 0);
    EXPECT_EQ(stats().rules[0].flagged, 0);
    EXPECT_EQ(import(healthyRows(0, 240), kBudget).stored, 0);
    EXPECT_EQ(weights(), "2.0") << "the tag of the window makes none of them flagged";
}

TEST_F(TrainedWindow, ARowThatFeedbackBringsInIsTaggedByItToo) {
    close();
    setRate(0);
    (void)import(healthyRows(60, 130), kBudget);
    ASSERT_TRUE(desk.store().writes().transact([&](store::WriteTransaction& tx) -> Result<void> {
        RowId row;
        for (const char* id : {"r120", "r121"}) {
            if (auto done = tx.recordFeedback({id, FeedbackKind::report, {}}, row); !done) {
                return std::unexpected(done.error());
            }
        }
        return {};
    }));
    EXPECT_EQ(desk.ids("tag:drift_window"), "r120");
    EXPECT_EQ(desk.ids(""), "r120 r121");
}

TEST_F(TrainedWindow, AReservoirTakesItsRowsIntoTheHour) {
    const KeepRule five{.kind = KeepRule::Kind::reservoir, .perHour = 5};
    close();
    EXPECT_EQ(import(healthyRows(60, 90), five).stored, 5);
    EXPECT_EQ(weights(), "6.0");
    (void)import(healthyRows(60, 120), five);
    EXPECT_NEAR(sumOfWeights(), 60, 1e-9) << "what was kept before shares the weight";
    EXPECT_EQ(desk.query("SELECT count(DISTINCT weight) FROM entry"), "1");
}

TEST_F(TrainedWindow, WhileItIsOpenItsRowsAreNoneOfTheHour) {
    const KeepRule five{.kind = KeepRule::Kind::reservoir, .perHour = 5};
    (void)import(healthyRows(100, 150), five); // r120, at 02:00, is the last of the window
    (void)import(healthyRows(100, 160), five);
    EXPECT_NEAR(sumOfWeights(), 60, 1e-9);
    EXPECT_EQ(desk.query("SELECT DISTINCT weight FROM entry WHERE ts <= 1749693600000000"), "1.0");
}

TEST_F(TrainedWindow, WhatWasKeptWholeWhileItWasOpenStaysSo) {
    const KeepRule five{.kind = KeepRule::Kind::reservoir, .perHour = 5};
    EXPECT_EQ(import(healthyRows(60, 120), five).stored, 60);
    close();
    EXPECT_EQ(import(healthyRows(60, 120), five).duplicate, 60);
    EXPECT_EQ(weights(), "1.0");
}

TEST_F(Sampling, FeedbackThatWaitsKeepsItsRowAndPraiseDoesNot) {
    setRate(0);
    const auto recorded = desk.store().writes().transact([](store::WriteTransaction& tx) -> Result<void> {
        RowId row;
        for (const auto& event : {FeedbackEvent{"r3", FeedbackKind::regenerate, {}},
                                  FeedbackEvent{"r4", FeedbackKind::thumbsUp, {}}}) {
            if (auto done = tx.recordFeedback(event, row); !done) {
                return std::unexpected(done.error());
            }
        }
        return {};
    });
    ASSERT_TRUE(recorded);
    EXPECT_EQ(import(healthyRows(0, 10), kBudget).stored, 1);
    EXPECT_EQ(desk.ids("tag:user_negative"), "r3");
    EXPECT_EQ(desk.query("SELECT request_id, applied FROM feedback_events WHERE NOT applied"), "r4")
        << "its row is not there";
}

TEST_F(Sampling, AReviewedRowGoesOnStandingForItsLikeWhenItsLogComesAgain) {
    setRate(0.25);
    const auto rows = healthyRows(0, 100);
    (void)import(rows, kBudget);
    const auto reviewed = RowId{std::stoll(desk.query("SELECT min(id) FROM entry"))};
    ASSERT_TRUE(desk.store().writes().transact([&](store::WriteTransaction& tx) -> Result<void> {
        auto done = tx.addTag(reviewed, kTagOperatorReview);
        return done ? Result<void>() : std::unexpected(done.error());
    }));
    (void)import(rows, kBudget);
    EXPECT_EQ(weights(), "4.0") << "the log does not know of the review";
    EXPECT_EQ(stats().rules[0].flagged, 0);
}

TEST_F(Sampling, ManyRowsInManyChunksGiveTheSame) {
    setRate(0.1);
    const auto rows = healthyRows(0, 12'000);
    const auto tally = import(rows, kBudget);
    const auto wanted = idsOf(rows, [](const LogEntry& row) {
        return sampling::SamplingBudget{.rate = 0.1}.decide({.keyHash = stableHash64(row.requestId)}).keep;
    });
    EXPECT_EQ(stored(), wanted);
    EXPECT_EQ(stats().rules[0].read(), 12'000);
    EXPECT_EQ(stats().sampledOut, tally.sampledOut);
}

} // namespace
} // namespace goldpan
