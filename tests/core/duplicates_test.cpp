// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/duplicates.h"
#include "core/checks/near_clusters.h"
#include "tests/core/support/asked_desk.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <numeric>
#include <random>
#include <stop_token>
#include <string>

namespace goldpan::checks {
namespace {

using Row = AskedRow;
using Desk = AskedDesk;

TEST(Duplicates, SameQuestionAndAnswerIsExact) {
    const Desk desk({{"How are you?"}, {"how  ARE you?"}, {"Who?"}});
    const auto found = desk.findings();
    EXPECT_FALSE(found.duplicates[0]);
    ASSERT_TRUE(found.duplicates[1]);
    EXPECT_EQ(found.duplicates[1]->row, 0U);
    EXPECT_TRUE(found.duplicates[1]->exact);
    EXPECT_FALSE(found.duplicates[2]);
    EXPECT_TRUE(std::ranges::none_of(desk.conflicts(), [](const auto& c) { return c.has_value(); }));
}

TEST(Duplicates, TheSameQuestionAnsweredOtherwiseIsAConflict) {
    const Desk desk({{"How are you?", "fine"}, {"How are you?", "bad"}, {"How are you?", "Fine"}});
    const auto conflicts = desk.conflicts();
    const auto found = desk.findings();
    EXPECT_EQ(conflicts[0], 1U);
    EXPECT_EQ(conflicts[1], 0U);
    EXPECT_EQ(conflicts[2], 1U);
    EXPECT_FALSE(found.duplicates[0]);
    EXPECT_FALSE(found.duplicates[1]);
    ASSERT_TRUE(found.duplicates[2]);
    EXPECT_EQ(found.duplicates[2]->row, 0U);
}

TEST(Duplicates, NearQuestionsKeepTheFirstInOrder) {
    const auto found = Desk({{words(0, 100)}, {words(0, 99), "b"}, {words(0, 70)}}).findings();
    EXPECT_FALSE(found.duplicates[0]);
    ASSERT_TRUE(found.duplicates[1]);
    EXPECT_EQ(found.duplicates[1]->row, 0U);
    EXPECT_FALSE(found.duplicates[1]->exact);
    EXPECT_NEAR(found.duplicates[1]->jaccard, 95.0 / 96, 1e-9);
    EXPECT_FALSE(found.duplicates[2]); // shares 0.69
}

TEST(Duplicates, ThePartnerToldIsOneThatStays) {
    // The third is exactly the second, which is nearly the first: both are told against the first.
    const auto found = Desk({{words(0, 100)}, {words(0, 99)}, {words(0, 99)}}).findings();
    ASSERT_TRUE(found.duplicates[2]);
    EXPECT_EQ(found.duplicates[2]->row, 0U);
    // The end of a chain is not near to its begin, and stays.
    const auto chain = Desk({{words(0, 100)}, {words(8, 108)}, {words(16, 116)}}).findings();
    EXPECT_TRUE(chain.duplicates[1]);
    EXPECT_FALSE(chain.duplicates[2]);
}

TEST(Duplicates, AnotherSystemPromptIsAnotherLessonAndNoConflict) {
    const Desk desk({{"How are you?", "a", "be kind"},
                     {"How are you?", "b", "be brief"},
                     {words(0, 100), "a", "be kind"},
                     {words(0, 99), "a", "be brief"},
                     {words(0, 98), "b", "be kind"},
                     {words(1, 100), "b", "be brief"}});
    const auto found = desk.findings().duplicates;
    for (const std::size_t row : {0, 1, 2, 3}) {
        EXPECT_FALSE(found[row]) << row;
    }
    ASSERT_TRUE(found[4] && found[5]);
    EXPECT_EQ(found[4]->row, 2U);
    EXPECT_EQ(found[5]->row, 3U) << "the nearest of its own system prompt";
    EXPECT_FALSE(desk.conflicts()[0]);
}

TEST(Duplicates, OfOneKinTheSameQuestionInAnotherContextIsNear) {
    Desk desk({{"How are you?", "a", "It is 5 o'clock"}, {"How are you?", "b", "It is 6 o'clock"}});
    desk.rows[1].kin = desk.rows[0].kin;
    const auto found = desk.findings().duplicates;
    ASSERT_TRUE(found[1]);
    EXPECT_EQ(found[1]->row, 0U);
    EXPECT_FALSE(found[1]->exact);
}

TEST(Duplicates, TextsWithoutWordsAreNearToNothing) {
    const auto found = Desk({{"???"}, {"!!!"}, {"😀"}}).findings();
    EXPECT_TRUE(std::ranges::none_of(found.duplicates, [](const auto& d) { return d.has_value(); }));
}

/// A text and copies of it with some words changed; and who was made from whom.
struct Generated {
    std::vector<Row> rows;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
};

Generated generated(std::mt19937& random, int texts) {
    Generated out;
    const auto word = [&] { return "w" + std::to_string(random() % 5000) + " "; };
    for (int text = 0; text < texts; ++text) {
        std::vector<std::string> made(20 + random() % 180);
        std::ranges::generate(made, word);
        const auto put = [&] {
            std::string joined;
            for (const auto& part : made) {
                joined += part;
            }
            out.rows.push_back({joined, "answer " + std::to_string(random() % 3)});
        };
        put();
        for (auto copies = random() % 3; copies > 0; --copies) {
            for (std::size_t changed = random() % (made.size() / 30 + 1); changed > 0; --changed) {
                made[random() % made.size()] = word();
            }
            put();
            out.pairs.emplace_back(out.rows.size() - 2, out.rows.size() - 1);
        }
    }
    return out;
}

TEST(Duplicates, AreFoundAmongGeneratedPairs) {
    std::mt19937 random(7);
    const Generated made = generated(random, 400);
    const Desk desk(made.rows);
    int planted = 0;
    int found = 0;
    NearIndex index(desk.questions);
    for (std::size_t text = 0; text < desk.questions.size(); ++text) {
        index.add(text);
    }
    for (const auto& [a, b] : made.pairs) {
        const auto first = desk.rows[a].question;
        const auto second = desk.rows[b].question;
        if (first == second ||
            jaccard(desk.questions.shingles(first), desk.questions.shingles(second)) < kNearJaccard) {
            continue;
        }
        ++planted;
        NearIndex alone(desk.questions);
        alone.add(first);
        found += alone.find(second) ? 1 : 0;
    }
    ASSERT_GT(planted, 100);
    EXPECT_GE(found, planted * 95 / 100) << planted;
    // What is found is near; there is nothing to disprove.
    for (std::size_t row = 0; const auto& duplicate : desk.findings().duplicates) {
        if (duplicate) {
            EXPECT_GE(jaccard(desk.questions.shingles(desk.rows[row].question),
                              desk.questions.shingles(desk.rows[duplicate->row].question)),
                      kNearJaccard);
        }
        ++row;
    }
}

TEST(Duplicates, AreTheSameInAnyOrderOfRows) {
    std::mt19937 random(11);
    const Generated made = generated(random, 150);
    const auto told = [&](const std::vector<std::size_t>& place) { // place: where each row is handed over
        std::vector<Row> rows(made.rows.size());
        for (std::size_t row = 0; row < rows.size(); ++row) {
            rows[place[row]] = made.rows[row];
        }
        Desk desk(rows);
        desk.order = place; // the same rank whatever the place
        const auto found = desk.findings();
        const auto conflicts = desk.conflicts();
        const auto clusters = nearClusters(desk.questions).value();
        std::map<std::size_t, std::size_t> back;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            back[place[row]] = row;
        }
        std::map<std::size_t, std::size_t> lowest; // of a cluster, by the first row of it
        std::string out;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const auto& duplicate = found.duplicates[place[row]];
            const auto& conflict = conflicts[place[row]];
            const auto cluster = clusters.of[desk.rows[place[row]].question];
            out += std::to_string(row) + ":" +
                   (duplicate ? std::to_string(back[duplicate->row]) + (duplicate->exact ? "=" : "~") : "-") +
                   "," + (conflict ? std::to_string(back[*conflict]) : "-") + "," +
                   std::to_string(lowest.try_emplace(cluster, row).first->second) + " ";
        }
        return out;
    };
    std::vector<std::size_t> place(made.rows.size());
    std::iota(place.begin(), place.end(), std::size_t{0});
    const std::string expected = told(place);
    for (int i = 0; i < 5; ++i) {
        std::ranges::shuffle(place, random);
        EXPECT_EQ(told(place), expected);
    }
}

TEST(NearClusters, NoPairStraddlesThem) {
    std::mt19937 random(13);
    auto made = generated(random, 250);
    for (int i = 0; i < 60; ++i) { // a form: much in common, and some of it near
        made.rows.push_back({words(0, 60) + words(static_cast<int>(random() % 300) + 100, 100) +
                             words(1000 + 7 * i, 1012 + 7 * i)});
    }
    const Desk desk(made.rows);
    const auto clusters = nearClusters(desk.questions).value();
    std::size_t near = 0;
    for (std::size_t a = 0; a < desk.questions.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            if (jaccard(desk.questions.shingles(a), desk.questions.shingles(b)) >= kNearJaccard) {
                ++near;
                EXPECT_EQ(clusters.of[a], clusters.of[b]);
            }
        }
    }
    EXPECT_GT(near, 50U);
    std::vector<std::size_t> roots = clusters.of;
    std::ranges::sort(roots);
    const auto doubles = std::ranges::unique(roots);
    roots.erase(doubles.begin(), doubles.end());
    EXPECT_GT(roots.size(), 200U); // and strangers are not thrown together
}

TEST(NearClusters, AChainIsOne) {
    const Desk desk({{words(0, 100)}, {words(8, 108)}, {words(16, 116)}, {words(200, 300)}});
    EXPECT_EQ(nearClusters(desk.questions).value().of, (std::vector<std::size_t>{0, 0, 0, 3}));
}

/// Long texts out of the same blocks: much alike, and few of them near.
std::vector<Row> longAlikeRows(int count) {
    std::vector<Row> out;
    for (int i = 0; i < count; ++i) {
        std::mt19937 random(static_cast<unsigned>(i));
        std::string text;
        for (int block = 0; block < 100; ++block) {
            if (random() % 8 != 0) {
                text += words(100 * block, 100 * block + 16);
            }
        }
        out.push_back({text});
    }
    return out;
}

TEST(NearClusters, EachPairIsComparedOnceHoweverMuchItShares) {
    constexpr std::int64_t kRows = 60;
    EXPECT_LE(nearClusters(Desk(longAlikeRows(kRows)).questions).value().comparisons,
              kRows * (kRows - 1) / 2);
    constexpr std::int64_t kMore = 400;
    EXPECT_LE(nearClusters(Desk(longAlikeRows(kMore)).questions).value().comparisons,
              kMore * std::int64_t{kMostComparisons});
}

TEST(NearClusters, EndWhereTheyAreToldTo) {
    std::stop_source stop;
    stop.request_stop();
    const auto found = nearClusters(Desk(longAlikeRows(3)).questions, stop.get_token());
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::cancelled);
}

/// A conversation one turn longer, a document with a paragraph more: a signature of a sample would tell such
/// texts apart.
TEST(Duplicates, OfLongTextsAreFoundWhereOneHoldsTheOther) {
    std::vector<Row> rows;
    std::mt19937 random(3);
    for (int pair = 0; pair < 40; ++pair) {
        std::string text;
        for (int word = 0; word < 2420; ++word) {
            text += "w" + std::to_string(random()) + ' ';
            if (word == 1999) {
                rows.push_back({text});
            }
        }
        rows.push_back({text});
    }
    const auto found = Desk(rows).findings().duplicates;
    EXPECT_GE(std::ranges::count_if(found, [](const auto& partner) { return partner.has_value(); }), 38);
}

} // namespace
} // namespace goldpan::checks
