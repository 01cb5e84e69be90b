// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The policy: what it takes, and that every row is marked by the one that counts.
#include "core/store/upkeep.h"
#include "tests/store/support/store_builder.h"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>

namespace goldpan {
namespace {

using test::entry;

LogEntry withLogprob(int number) {
    LogEntry row = entry("r" + std::to_string(number));
    if (number % 10 != 0) {
        row.responseLogprob = -0.1 * (number % 60);
    }
    return row;
}

void addRows(test::StoreBuilder& store, int from, int count) {
    std::vector<LogEntry> rows;
    for (int number = from; number < from + count; ++number) {
        rows.push_back(withLogprob(number));
    }
    store.add(rows);
}

/// Rows whose mark is not what their logprob and the policy say, both ways.
std::string wrong(test::StoreBuilder& store, const std::string& threshold) {
    return store.ids("(is:low-confidence -logprob<" + threshold + ") OR (-is:low-confidence logprob<" +
                     threshold + ")");
}

Result<std::int64_t> set(test::StoreBuilder& store, double threshold, std::stop_token stop = {}) {
    Policy policy = store.store().upkeep().policy().value();
    policy.lowConfidenceLogprob = threshold;
    return store.store().upkeep().setPolicy(policyToTexts(policy), {}, stop);
}

TEST(Policy, ANewThresholdMarksEveryRow) {
    test::StoreBuilder store;
    addRows(store, 0, 2500);
    ASSERT_EQ(wrong(store, "-3"), "");
    ASSERT_NE(store.ids("is:low-confidence"), "");
    for (const double threshold : {-1.5, -5.0, -0.05, -1000.0, -3.0}) {
        ASSERT_TRUE(set(store, threshold));
        EXPECT_EQ(wrong(store, std::to_string(threshold)), "") << threshold;
        EXPECT_EQ(store.store().upkeep().policy()->lowConfidenceLogprob, threshold);
    }
    EXPECT_EQ(set(store, -3.0).value(), 0) << "nothing is left to mark";
    EXPECT_TRUE(store.store().upkeep().check({})->empty());
}

TEST(Policy, OtherMarksAndDecisionsStay) {
    test::StoreBuilder store;
    LogEntry row = entry("a");
    row.responseLogprob = -2;
    row.tags = {"user_negative", "mine"};
    store.add({row});
    ASSERT_EQ(set(store, -1).value(), 1);
    EXPECT_EQ(store.ids("is:low-confidence tag:user_negative tag:mine state:unreviewed"), "a");
    ASSERT_EQ(set(store, -3).value(), 1);
    EXPECT_EQ(store.ids("-is:low-confidence is:flagged tag:mine"), "a");
}

TEST(Policy, RowsThatComeLaterAreMarkedByIt) {
    test::StoreBuilder store;
    addRows(store, 0, 10);
    ASSERT_TRUE(set(store, -1));
    addRows(store, 10, 100);
    EXPECT_EQ(wrong(store, "-1"), "");
}

TEST(Policy, AValueOutsideItsRangeChangesNothing) {
    test::StoreBuilder store;
    addRows(store, 0, 100);
    const auto before = store.store().upkeep().policy().value();
    EXPECT_EQ(set(store, 0.5).error().code, ErrorCode::badValue);
    EXPECT_EQ(set(store, -5000).error().code, ErrorCode::badValue);
    EXPECT_EQ(store.store().upkeep().policy().value(), before);
    EXPECT_EQ(wrong(store, "-3"), "");
}

TEST(Policy, OnlyWhatIsNamedIsSet) {
    test::StoreBuilder store;
    const auto other = store.another();
    ASSERT_TRUE(other->upkeep().setPolicy({{"ring_hours", "7"}}, {}, {}));
    ASSERT_TRUE(store.store().upkeep().setPolicy({{"schedule_days", "8"}, {"sample_rate", "-0"}}, {}, {}));
    EXPECT_EQ(store.query("SELECT key || ' ' || value FROM policy ORDER BY key"),
              "ring_hours 7.0\nsample_rate 0.0\nschedule_days 8");
    EXPECT_EQ(
        store.store().upkeep().setPolicy({{"schedule_days", "9"}, {"no_such_key", "1"}}, {}, {}).error().code,
        ErrorCode::badValue);
    EXPECT_EQ(store.store().upkeep().policy()->scheduleDays, 8) << "all of them or none";
}

TEST(Policy, OfTwoThatSetAtOnceNeitherLosesItsValue) {
    test::StoreBuilder store;
    constexpr int kRounds = 40;
    const auto setAll = [](store::Store& own, const std::string& key) {
        for (int round = 1; round <= kRounds; ++round) {
            const auto value = std::to_string(round);
            ASSERT_TRUE(own.upkeep().setPolicy({{key, value}}, {}, {}));
            ASSERT_EQ(policyToTexts(own.upkeep().policy().value()).at(key), value) << "put back by the other";
        }
    };
    std::jthread other([&] { setAll(*store.another(), "drift_min_rows"); });
    setAll(store.store(), "schedule_days");
    other.join();
    EXPECT_EQ(store.store().upkeep().policy()->driftMinRows, kRounds);
    EXPECT_EQ(store.store().upkeep().policy()->scheduleDays, kRounds);
}

TEST(Policy, OfTwoThatSetAtOnceTheLastMarksEveryRow) {
    test::StoreBuilder store;
    addRows(store, 0, 4000);
    const auto setAll = [](store::Store& own, std::initializer_list<const char*> thresholds) {
        for (const char* threshold : thresholds) {
            ASSERT_TRUE(own.upkeep().setPolicy({{"low_confidence_logprob", threshold}}, {}, {}));
        }
    };
    std::jthread other([&] { setAll(*store.another(), {"-1", "-5", "-2"}); });
    setAll(store.store(), {"-4", "-0.5", "-3"});
    other.join();
    EXPECT_EQ(
        wrong(store, policyToTexts(store.store().upkeep().policy().value()).at("low_confidence_logprob")),
        "");
}

TEST(Policy, StoppedHalfWayASecondRunFinishes) {
    test::StoreBuilder store;
    addRows(store, 0, 3000);
    Policy policy;
    policy.lowConfidenceLogprob = -1;
    std::stop_source stop;
    const auto stopped = store.store().upkeep().setPolicy(
        policyToTexts(policy),
        [&](const Progress& progress) {
            if (progress.done > 1000) {
                stop.request_stop();
            }
        },
        stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::cancelled);
    EXPECT_NE(wrong(store, "-1"), "");
    ASSERT_GT(set(store, -1).value(), 0);
    EXPECT_EQ(wrong(store, "-1"), "");
}

TEST(Policy, AnImportMeanwhileMarksByTheNewOne) {
    test::StoreBuilder store;
    addRows(store, 0, 2000);
    std::jthread importer([&] {
        auto own = store.another();
        auto session = *own->importer().begin("/later", "bo");
        for (int block = 0; block < 20; ++block) {
            std::vector<store::ImportRow> rows;
            for (int i = 0; i < 200; ++i) {
                const int number = 10'000 + block * 200 + i;
                rows.push_back(test::importRow(withLogprob(number), number));
            }
            EXPECT_TRUE(session->add(rows));
        }
        EXPECT_TRUE(session->finish());
    });
    for (const double threshold : {-1.0, -4.0, -2.0}) {
        const auto done = set(store, threshold);
        ASSERT_TRUE(done) << done.error().message;
    }
    importer.join();
    EXPECT_EQ(wrong(store, "-2"), "");
}

} // namespace
} // namespace goldpan
