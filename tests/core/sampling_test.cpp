// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sampling budget and the reservoir at each of their edges.
#include "core/base/sha256.h"
#include "core/domain/row_flags.h"
#include "core/sampling/keep_rule.h"
#include "core/sampling/reservoir.h"
#include "core/sampling/sampling_budget.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace goldpan::sampling {
namespace {

constexpr std::uint64_t kLargest = std::numeric_limits<std::uint64_t>::max();

SamplingCandidate row(std::optional<double> logprob, std::vector<std::string> tags = {},
                      std::uint64_t hash = kLargest) {
    return {.keyHash = hash, .flags = flagsOfRow(tags, logprob, Policy{})};
}

SamplingCandidate healthy(std::uint64_t hash) {
    return row(-1.0, {}, hash);
}

Timestamp at(const std::string& text) {
    return *parseTimestamp(text);
}

TEST(SamplingBudget, LowConfidenceIsStrictlyBelow) {
    const SamplingBudget none{.rate = 0};
    EXPECT_FALSE(none.decide(row(-3.0)).keep);
    EXPECT_EQ(none.decide(row(std::nextafter(-3.0, -4.0))),
              (SamplingDecision{.keep = true, .weight = 1, .reason = SamplingReason::lowConfidence}));
    EXPECT_FALSE(none.decide(row(std::nextafter(-3.0, 0.0))).keep);
    EXPECT_FALSE(none.decide(row(std::nullopt)).keep) << "a missing logprob is not low";
}

TEST(SamplingBudget, TagsOfTheLoopAreKeptAndOthersAreHealthy) {
    const SamplingBudget none{.rate = 0};
    for (const char* tag : {"drift_window", "user_negative", "operator_review"}) {
        EXPECT_EQ(none.decide(row(-1.0, {tag})),
                  (SamplingDecision{.keep = true, .weight = 1, .reason = SamplingReason::flagged}))
            << tag;
    }
    EXPECT_FALSE(none.decide(row(-1.0, {"lang:en"})).keep);
}

TEST(SamplingBudget, AnOpenWindowKeepsEveryRow) {
    auto inside = healthy(kLargest);
    inside.inOpenWindow = true;
    EXPECT_EQ(SamplingBudget{.rate = 0}.decide(inside),
              (SamplingDecision{.keep = true, .weight = 1, .reason = SamplingReason::driftWindow}));
}

TEST(SamplingBudget, RateZeroKeepsNoHealthyRowAndRateOneEach) {
    EXPECT_FALSE(SamplingBudget{.rate = 0}.decide(healthy(0)).keep);
    EXPECT_EQ(SamplingBudget{.rate = 1}.decide(healthy(kLargest)),
              (SamplingDecision{.keep = true, .weight = 1, .reason = SamplingReason::healthy}));
    EXPECT_TRUE(SamplingBudget{.rate = std::nextafter(1.0, 0.0)}.decide(healthy(0)).keep);
    EXPECT_FALSE(SamplingBudget{.rate = std::nextafter(1.0, 0.0)}.decide(healthy(kLargest)).keep);
}

TEST(SamplingBudget, AHashOnTheBoundaryIsOut) {
    const SamplingBudget quarter{.rate = 0.25};
    constexpr std::uint64_t boundary = std::uint64_t{1} << 62;
    EXPECT_EQ(quarter.decide(healthy(boundary - 1)),
              (SamplingDecision{.keep = true, .weight = 4, .reason = SamplingReason::healthy}));
    EXPECT_EQ(quarter.decide(healthy(boundary)),
              (SamplingDecision{.keep = false, .weight = 0, .reason = SamplingReason::healthy}));
    // 2^-65 * 2^64 = 0.5: only the hash 0 is below it.
    EXPECT_TRUE(SamplingBudget{.rate = std::ldexp(1.0, -65)}.decide(healthy(0)).keep);
    EXPECT_FALSE(SamplingBudget{.rate = std::ldexp(1.0, -65)}.decide(healthy(1)).keep);
}

TEST(SamplingBudget, TheHashIsTheBeginningOfTheSha256OfTheRequestId) {
    // sha256("abc") = ba7816bf 8f01cfea ...
    EXPECT_EQ(stableHash64("abc"), 0xba7816bf8f01cfeaULL);
    EXPECT_TRUE(SamplingBudget{.rate = 0.7284}.decide(healthy(stableHash64("abc"))).keep);
    EXPECT_FALSE(SamplingBudget{.rate = 0.7283}.decide(healthy(stableHash64("abc"))).keep);
}

TEST(SamplingBudget, AHigherRateKeepsWhatALowerOneKeepsAndTheSharesAreRight) {
    int low = 0;
    int high = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto one = healthy(stableHash64("request-" + std::to_string(i)));
        const bool inLow = SamplingBudget{}.decide(one).keep;
        const bool inHigh = SamplingBudget{.rate = 0.2}.decide(one).keep;
        EXPECT_TRUE(inHigh || !inLow);
        low += inLow ? 1 : 0;
        high += inHigh ? 1 : 0;
    }
    EXPECT_NEAR(low, 1000, 120); // four standard deviations
    EXPECT_NEAR(high, 4000, 230);
}

TEST(KeepRule, IsReadAndWrittenAsTheCommandLineSpellsIt) {
    for (const char* text : {"all", "budget", "reservoir=1", "reservoir=1000000000"}) {
        const auto rule = keepRuleFromText(text);
        ASSERT_TRUE(rule) << text;
        EXPECT_EQ(keepRuleText(*rule), text);
    }
    EXPECT_EQ(keepRuleFromText("reservoir=20")->perHour, 20U);
    for (const char* text :
         {"", "All", "budget=0.1", "reservoir", "reservoir=", "reservoir=0", "reservoir=-1", "reservoir=1.5",
          "reservoir=7 ", "reservoir= 7", "reservoir=1000000001", "reservoir=99999999999999999999"}) {
        EXPECT_FALSE(keepRuleFromText(text)) << text;
    }
}

TEST(Hours, AreRoundedDownOnBothSidesOfTheEpoch) {
    EXPECT_EQ(hourOf(at("1970-01-01T00:00:00")), 0);
    EXPECT_EQ(hourOf(at("1970-01-01T00:59:59.999999")), 0);
    EXPECT_EQ(hourOf(at("1970-01-01T01:00:00")), 1);
    EXPECT_EQ(hourOf(at("1969-12-31T23:59:59.999999")), -1);
    EXPECT_EQ(hourOf(at("1969-12-31T23:00:00")), -1);
    EXPECT_EQ(hourOf(at("1969-12-31T22:59:59.999999")), -2);
    EXPECT_EQ(hourOf(at("2025-06-12T09:30:00+02:00")), hourOf(at("2025-06-12T07:00:00")));
    EXPECT_EQ(hourOf(std::nullopt), std::nullopt);
}

TEST(Reservoir, KeepsTheSmallestHashesOfEachHourAndWeighsThem) {
    Reservoir reservoir(2);
    for (const std::uint64_t hash : {50, 10, 40, 20, 30}) {
        reservoir.add(7, hash);
    }
    reservoir.add(8, 99);
    reservoir.settle();
    const auto in = [&](Hour hour, std::uint64_t hash) { return reservoir.decide(hour, healthy(hash)); };
    EXPECT_EQ(in(7, 10), (SamplingDecision{.keep = true, .weight = 2.5, .reason = SamplingReason::healthy}));
    EXPECT_TRUE(in(7, 20).keep);
    EXPECT_EQ(in(7, 30), (SamplingDecision{.keep = false, .weight = 0, .reason = SamplingReason::healthy}));
    EXPECT_EQ(in(8, 99).weight, 1) << "fewer than fit in: each stands for itself";
    EXPECT_TRUE(in(9, kLargest).keep) << "an hour that came after the counting";
    EXPECT_EQ(reservoir.hours(), (std::vector<Hour>{7, 8}));
}

TEST(Reservoir, ExactlyAsManyAsFitAreAllKept) {
    Reservoir reservoir(3);
    for (const std::uint64_t hash : {1, 2, 3}) {
        reservoir.add(0, hash);
    }
    reservoir.settle();
    EXPECT_TRUE(reservoir.decide(0, healthy(3)).keep);
    EXPECT_EQ(reservoir.weightOf(0), 1);
}

TEST(Reservoir, ARowThatComesTwiceCountsOnce) {
    Reservoir reservoir(1);
    for (const std::uint64_t hash : {5, 6, 5, 6, 5}) {
        reservoir.add(0, hash);
    }
    reservoir.settle();
    EXPECT_EQ(reservoir.weightOf(0), 2);
}

TEST(Reservoir, RowsThatAreKeptAlreadyShareTheWeight) {
    Reservoir reservoir(2);
    for (const std::uint64_t hash : {1, 2, 3, 4, 5, 6}) {
        reservoir.add(0, hash);
    }
    reservoir.addKept(0, 2); // among the smallest anyway
    reservoir.addKept(0, 9); // not among them: 1, 2 and 9 stand for seven
    reservoir.settle();
    EXPECT_DOUBLE_EQ(reservoir.weightOf(0), 7.0 / 3);
    EXPECT_FALSE(reservoir.decide(0, healthy(3)).keep);
}

TEST(Reservoir, LinesCountForWhatTheyStandFor) {
    Reservoir reservoir(2);
    reservoir.add(0, 1, 20);
    reservoir.add(0, 2);
    reservoir.add(0, 3, 20);
    reservoir.add(0, 4);
    reservoir.add(1, 1);
    reservoir.add(1, 1, 4); // the same row, which the store knows better
    reservoir.add(1, 1, 3);
    reservoir.add(1, 2, 4);
    reservoir.addKept(1, 9, 4);
    reservoir.add(2, 5, 8);
    reservoir.settle();
    EXPECT_EQ(reservoir.weightOf(0), 2) << "21 for 42";
    EXPECT_EQ(reservoir.weightOf(1), 1) << "all are kept";
    EXPECT_EQ(reservoir.weightOf(2), 1);
}

TEST(Reservoir, WhatMattersIsKeptBesideIt) {
    Reservoir reservoir(1);
    reservoir.add(0, 1);
    reservoir.settle();
    EXPECT_EQ(reservoir.decide(0, row(-4.0)),
              (SamplingDecision{.keep = true, .weight = 1, .reason = SamplingReason::lowConfidence}));
}

TEST(Reservoir, RowsWithoutATimeShareOneStratum) {
    Reservoir reservoir(1);
    reservoir.add(hourOf(std::nullopt), 4);
    reservoir.add(hourOf(std::nullopt), 3);
    reservoir.add(0, 9);
    reservoir.settle();
    EXPECT_FALSE(reservoir.decide(std::nullopt, healthy(4)).keep);
    EXPECT_EQ(reservoir.decide(std::nullopt, healthy(3)).weight, 2);
    EXPECT_EQ(reservoir.decide(0, healthy(9)).weight, 1);
}

TEST(Reservoir, TheOrderOfTheRowsDoesNotMatter) {
    const auto keptOf = [](bool backwards) {
        Reservoir reservoir(5);
        std::vector<std::uint64_t> hashes;
        for (int i = 0; i < 300; ++i) {
            hashes.push_back(stableHash64("r" + std::to_string(backwards ? 299 - i : i)));
        }
        for (const auto hash : hashes) {
            reservoir.add(static_cast<std::int64_t>(hash % 3), hash);
        }
        reservoir.settle();
        std::set<std::uint64_t> kept;
        for (const auto hash : hashes) {
            if (reservoir.decide(static_cast<std::int64_t>(hash % 3), healthy(hash)).keep) {
                kept.insert(hash);
            }
        }
        return kept;
    };
    EXPECT_EQ(keptOf(false).size(), 15U);
    EXPECT_EQ(keptOf(false), keptOf(true));
}

} // namespace
} // namespace goldpan::sampling
