// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Imports that keep some rows of each hour: which, at which weight, and the same however often they come.
#include "core/base/sha256.h"
#include "core/domain/tag.h"
#include "tests/store/support/sampling_desk.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace goldpan {
namespace {

using sampling::KeepRule;
using test::healthyRows;
using test::idOf;

class ReservoirImport : public test::SamplingDesk {};

TEST_F(ReservoirImport, AReservoirKeepsTheSmallestHashesOfEachHour) {
    auto rows = healthyRows(0, 180); // three hours
    rows[7].responseLogprob = -9;
    const auto tally = import(rows, {.kind = KeepRule::Kind::reservoir, .perHour = 5});
    std::set<std::string> wanted{"r7"};
    for (int hour = 0; hour < 3; ++hour) {
        std::vector<std::pair<std::uint64_t, std::string>> hashes;
        for (int number = hour * 60; number < hour * 60 + 60; ++number) {
            if (number != 7) {
                hashes.emplace_back(stableHash64(idOf(number)), idOf(number));
            }
        }
        std::ranges::sort(hashes);
        for (std::size_t i = 0; i < 5; ++i) {
            wanted.insert(hashes[i].second);
        }
    }
    EXPECT_EQ(stored(), wanted);
    EXPECT_EQ(tally.sampledOut, 180 - 16);
    EXPECT_EQ(weights(), "1.0\n11.8\n12.0");
    EXPECT_NEAR(sumOfWeights(), 180, 1e-9);
    const auto again = import(rows, {.kind = KeepRule::Kind::reservoir, .perHour = 5});
    EXPECT_EQ(again.stored, 0);
    EXPECT_EQ(again.sampledOut, tally.sampledOut);
    EXPECT_EQ(stored(), wanted);
    EXPECT_NEAR(sumOfWeights(), 180, 1e-9);
    EXPECT_EQ(stats().rules[0].keep, "reservoir=5");
    EXPECT_EQ(stats().rules[0].rate, std::nullopt);
}

TEST_F(ReservoirImport, AReservoirOfAGrownLogWeighsAllRowsOfTheHour) {
    const KeepRule five{.kind = KeepRule::Kind::reservoir, .perHour = 5};
    (void)import(healthyRows(0, 30), five);
    EXPECT_EQ(weights(), "6.0");
    (void)import(healthyRows(0, 60), five);
    EXPECT_NEAR(sumOfWeights(), 60, 1e-9) << "what was kept before stays, and shares the weight";
    EXPECT_EQ(desk.query("SELECT count(DISTINCT weight) FROM entry"), "1");
}

TEST_F(ReservoirImport, TwoLogsOfOneHourShareItsReservoir) {
    const KeepRule five{.kind = KeepRule::Kind::reservoir, .perHour = 5};
    (void)import(healthyRows(0, 30), five, "/a.jsonl");
    const auto second = import(healthyRows(30, 60), five, "/b.jsonl");
    EXPECT_LT(second.stored, 5) << "only those among the smallest of both";
    EXPECT_NEAR(sumOfWeights(), 60, 1e-9);
}

TEST_F(ReservoirImport, ARowThatWasFlaggedInTheStoreIsNoneOfTheHealthyOnes) {
    const auto rows = healthyRows(0, 10);
    (void)import({rows[0]}, {});
    ASSERT_TRUE(desk.store().writes().transact([&](store::WriteTransaction& tx) -> Result<void> {
        auto done = tx.addTag(desk.row("r0"), kTagUserNegative);
        return done ? Result<void>() : std::unexpected(done.error());
    }));
    (void)import(rows, {.kind = KeepRule::Kind::reservoir, .perHour = 3});
    EXPECT_EQ(weights(), "1.0\n3.0") << "three of nine, and the flagged one for itself";
    EXPECT_EQ(stored().size(), 4U);
}

TEST_F(ReservoirImport, AReservoirOverAStoreThatHoldsAllChangesNothing) {
    const auto rows = healthyRows(0, 120);
    (void)import(rows, {});
    const auto tally = import(rows, {.kind = KeepRule::Kind::reservoir, .perHour = 3});
    EXPECT_EQ(tally.duplicate, 120);
    EXPECT_EQ(weights(), "1.0");
}

/// As a log writer with a budget of 5 % writes them.
std::vector<LogEntry> sampledLog(int from, int to) {
    auto rows = healthyRows(from, to);
    for (auto& row : rows) {
        row.meta = R"({"sample_weight":20.0})";
    }
    return rows;
}

TEST_F(ReservoirImport, AReservoirOverASampledLogStandsForAllThatWasAsked) {
    const KeepRule five{.kind = KeepRule::Kind::reservoir, .perHour = 5};
    auto rows = sampledLog(0, 60);
    rows[7].responseLogprob = -9;
    rows[8].meta.clear();
    for (int time = 0; time < 2; ++time) {
        (void)import(rows, five);
        EXPECT_NEAR(sumOfWeights(), 58 * 20 + 1 + 20, 1e-6);
        EXPECT_EQ(desk.read("r7").weight, 20) << "kept for itself, and for what was not logged";
    }
}

TEST_F(ReservoirImport, AReservoirOfALaterLogLeavesNoStoredRowBelowItsLine) {
    const KeepRule five{.kind = KeepRule::Kind::reservoir, .perHour = 5};
    (void)import(sampledLog(0, 30), {}, "/a.jsonl");
    (void)import(sampledLog(30, 60), five, "/b.jsonl");
    EXPECT_NEAR(sumOfWeights(), 1200, 1e-6);
    EXPECT_EQ(desk.query("SELECT count(*) FROM entry WHERE weight < 20"), "0");
}

TEST_F(ReservoirImport, TwoSampledLogsOfOneHourShareItsReservoir) {
    const KeepRule five{.kind = KeepRule::Kind::reservoir, .perHour = 5};
    (void)import(sampledLog(0, 30), five, "/a.jsonl");
    (void)import(sampledLog(30, 60), five, "/b.jsonl");
    EXPECT_NEAR(sumOfWeights(), 1200, 1e-6) << "what the side ring holds counts for what its line says";
}

TEST_F(ReservoirImport, RowsWithoutATimeAreAStratumOfTheirOwn) {
    auto rows = healthyRows(0, 60);
    for (std::size_t i = 0; i < 20; ++i) {
        rows[i].ts.reset();
    }
    (void)import(rows, {.kind = KeepRule::Kind::reservoir, .perHour = 4});
    EXPECT_EQ(desk.query("SELECT weight, count(*) FROM entry WHERE ts IS NULL GROUP BY 1"), "5.0");
    EXPECT_EQ(desk.query("SELECT count(*) FROM entry WHERE ts IS NULL"), "4");
    EXPECT_EQ(weights(), "5.0\n10.0");
}

} // namespace
} // namespace goldpan
