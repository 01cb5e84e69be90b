// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// When a retraining is due, at the edges of each rule.
#include "core/cadence/triggers.h"

#include <gtest/gtest.h>

namespace goldpan::cadence {
namespace {

Timestamp at(std::string_view text) {
    return *parseTimestamp(text);
}

const Timestamp kNow = at("2025-07-01T12:00:00Z");

/// "name subject fires have/need: reason", a line each.
std::string said(const Facts& facts, Timestamp now = kNow, const Policy& policy = {}) {
    std::string out;
    for (const Trigger& trigger : triggers(facts, policy, now)) {
        out += std::string(triggerName(trigger.kind)) + " " + trigger.subject +
               (trigger.fires ? " fires " : " - ") + std::to_string(trigger.have) + "/" +
               std::to_string(trigger.need) + ": " + trigger.reason + "\n";
    }
    return out;
}

/// The line of the schedule alone.
std::string schedule(const Facts& facts, Timestamp now = kNow) {
    const auto all = said(facts, now);
    const auto begin = all.find("schedule");
    return all.substr(begin, all.find('\n', begin) - begin);
}

Facts drifted(std::int64_t rows, std::string_view ts = "2025-06-30T12:00:00Z") {
    Facts facts;
    facts.drift.push_back({.event = {.ts = at(ts)}, .trainedOn = {}, .rows = rows});
    return facts;
}

std::string drift(const Facts& facts, Timestamp now = kNow) {
    const auto all = said(facts, now);
    return all.substr(0, all.find("\nschedule"));
}

TEST(Cadence, AnEmptyStoreSaysWhatEachTriggerWouldNeed) {
    EXPECT_EQ(said({}), "drift  - 0/100: no drift is recorded\n"
                        "schedule  - 0/30: no row has a time to count from\n"
                        "cluster  - 0/100: no corrected row has a tag that begins with cluster:\n");
    EXPECT_FALSE(isDue(triggers({}, {}, kNow)));
}

TEST(Cadence, ADriftFiresWithExactlyEnoughRows) {
    EXPECT_EQ(drift(drifted(99)),
              "drift 2025-06-30T12:00:00.000000Z - 99/100: collect more: 99 of 100 corrected rows "
              "in the window");
    EXPECT_EQ(
        drift(drifted(100)),
        "drift 2025-06-30T12:00:00.000000Z fires 100/100: 100 corrected rows in the window of the drift");
    EXPECT_TRUE(isDue(triggers(drifted(100), {}, kNow)));
    EXPECT_TRUE(isDue(triggers(drifted(7), Policy{.driftMinRows = 7}, kNow)));
    EXPECT_FALSE(isDue(triggers(drifted(0), Policy{.driftMinRows = 1}, kNow)));
}

TEST(Cadence, ADriftOfTheFutureDoesNotFireYet) {
    const Facts facts = drifted(100, "2025-07-01T12:00:00Z");
    EXPECT_TRUE(isDue(triggers(facts, {}, kNow))) << "now is no future";
    EXPECT_EQ(drift(facts, Timestamp{kNow.micros - 1}),
              "drift 2025-07-01T12:00:00.000000Z - 100/100: the drift lies in the future");
}

TEST(Cadence, AWindowThatWasTrainedOnStaysQuiet) {
    Facts facts = drifted(500);
    facts.drift[0].trainedOn = BatchId{3};
    EXPECT_EQ(drift(facts),
              "drift 2025-06-30T12:00:00.000000Z - 500/100: the window was trained on with batch 3");
}

TEST(Cadence, WindowsCountTheirRowsWithBothEnds) {
    Facts facts;
    facts.drift = {
        {.event = {.ts = at("2025-06-12T12:00:00Z")}},
        {.event = {.ts = at("2025-06-12T12:00:00Z"), .modelVersion = "v2", .onlyThatModel = true}}};
    for (const char* ts : {"2025-06-11T23:59:59.999999", "2025-06-12T00:00:00", "2025-06-12T02:00:00+02:00",
                           "2025-06-12T12:00:00Z", "2025-06-12T12:00:00.000001Z"}) {
        facts.add(at(ts), "v1", {}, false);
    }
    facts.add(at("2025-06-12T06:00:00"), "v2", {}, true);
    facts.add(std::nullopt, "v2", {}, false);
    EXPECT_EQ(facts.drift[0].rows, 4);
    EXPECT_EQ(facts.drift[1].rows, 1) << "of that model alone";
    EXPECT_EQ(facts.rows, 7);
}

TEST(Cadence, TheScheduleCountsWholeDaysFromTheFirstRow) {
    Facts facts;
    facts.rows = 1;
    facts.firstRow = at("2025-06-01T12:00:00Z");
    EXPECT_EQ(schedule(facts, kNow),
              "schedule 2025-06-01T12:00:00.000000Z fires 30/30: 30 days since the first row");
    EXPECT_EQ(schedule(facts, Timestamp{kNow.micros - 1}),
              "schedule 2025-06-01T12:00:00.000000Z - 29/30: 29 of 30 days since the first row");
}

TEST(Cadence, TheScheduleCountsAnewFromTheLastRetraining) {
    Facts facts;
    facts.rows = 1;
    facts.firstRow = at("2025-01-01");
    facts.lastRetrain = at("2025-06-21T12:00:00Z");
    EXPECT_EQ(schedule(facts),
              "schedule 2025-06-21T12:00:00.000000Z - 10/30: 10 of 30 days since the last retraining");
    EXPECT_TRUE(isDue(triggers(facts, Policy{.scheduleDays = 10}, kNow)));
}

TEST(Cadence, TheScheduleIsNotDueWithoutACorrection) {
    Facts facts;
    facts.firstRow = at("2020-01-01");
    EXPECT_EQ(schedule(facts, at("2020-03-01")),
              "schedule 2020-01-01T00:00:00.000000Z - 60/30: no corrected row would be exported");
}

TEST(Cadence, AClockThatWentBackwardsIsSaidAndFiresNothing) {
    Facts facts;
    facts.rows = 1;
    facts.firstRow = at("2020-01-01");
    facts.lastRetrain = at("2025-07-02");
    EXPECT_EQ(schedule(facts),
              "schedule 2025-07-02T00:00:00.000000Z - 0/30: the time to count from lies in the future");
}

TEST(Cadence, AClusterFiresOnRowsThatNoTrainingHasHad) {
    Facts facts;
    for (int i = 0; i < 4; ++i) {
        facts.add(at("2025-06-12"), "v1", {"cluster:refunds", "clusters", "mine"}, i == 0);
    }
    facts.add(std::nullopt, "v1", {"cluster:dates"}, true);
    const auto clusters = [&](std::int64_t need) {
        const auto all = said(facts, kNow, Policy{.clusterMinRows = need});
        return all.substr(all.find("cluster cluster:"));
    };
    EXPECT_EQ(clusters(3),
              "cluster cluster:dates - 0/3: collect more: 0 of 3 corrected rows of the cluster that no "
              "training has had\n"
              "cluster cluster:refunds fires 3/3: 3 corrected rows of the cluster that no training has "
              "had\n");
    EXPECT_EQ(clusters(4).find("fires"), std::string::npos);
}

} // namespace
} // namespace goldpan::cadence
