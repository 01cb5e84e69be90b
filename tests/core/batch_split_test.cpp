// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/batch_split.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>

namespace goldpan::exporting {
namespace {

struct Row {
    int id;
    int second; ///< when it was corrected, -1 where it was not
    std::string question;
    int logged = 0; ///< second of the log
};

std::string words(int from, int to) {
    std::string out;
    for (int i = from; i < to; ++i) {
        out += "word" + std::to_string(i) + ' ';
    }
    return out;
}

std::vector<bool> sides(const std::vector<Row>& rows, double share = 0.5, std::uint64_t seed = 0) {
    BatchSplit split(share, seed);
    for (const Row& row : rows) {
        const auto corrected =
            row.second < 0 ? std::nullopt : std::optional(Timestamp{row.second * 1'000'000});
        split.add(RowId{row.id}, corrected, Timestamp{row.logged * 1'000'000}, "r" + std::to_string(row.id),
                  askedQuestion(row.question, checks::unitsOf(row.question)));
    }
    EXPECT_TRUE(split.finish());
    std::vector<bool> out;
    for (const Row& row : rows) {
        out.push_back(split.isValidation(RowId{row.id}));
    }
    return out;
}

/// Rows that are nearly alike in threes.
std::vector<Row> threes(int count) {
    std::vector<Row> out;
    for (int i = 0; i < count; ++i) {
        const int base = i / 3 * 1000;
        out.push_back({i + 1, i, words(base + i % 3, base + 100 + i % 3)});
    }
    return out;
}

TEST(BatchSplit, NearRowsGoToOneSideAndAboutTheShareToValidation) {
    const auto found = sides(threes(900), 0.2);
    int validation = 0;
    for (std::size_t row = 0; row < found.size(); ++row) {
        EXPECT_EQ(found[row], found[row / 3 * 3]) << row;
        validation += found[row] ? 1 : 0;
    }
    EXPECT_GT(validation, 120);
    EXPECT_LT(validation, 240);
    EXPECT_NE(found, sides(threes(900), 0.2, 1));
    EXPECT_EQ(sides(threes(9), 0), std::vector<bool>(9, false));
    EXPECT_EQ(sides(threes(9), 1), std::vector<bool>(9, true));
}

TEST(BatchSplit, ARowKeepsItsSideWhenAnOlderOneIsCorrectedLater) {
    for (int i = 0; i < 100; ++i) {
        const Row newer{1, 1, words(1000 * i, 1000 * i + 100), 200};
        const Row older{2, 2, words(1000 * i + 1, 1000 * i + 101), 100};
        EXPECT_EQ(sides({older, newer}), std::vector<bool>(2, sides({newer})[0])) << i;
        // Nor does one that was only judged, however old.
        const Row judged{3, -1, words(1000 * i + 2, 1000 * i + 102), 50};
        EXPECT_EQ(sides({judged, newer}), std::vector<bool>(2, sides({newer})[0])) << i;
    }
}

TEST(BatchSplit, ARowKeepsItsSideWhileOthersAreCorrected) {
    const auto all = threes(600);
    const auto after = sides(all);
    for (const std::size_t count : {1U, 2U, 100U, 299U}) { // of each three some
        std::vector<Row> before(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count));
        const auto found = sides(before);
        EXPECT_TRUE(std::equal(found.begin(), found.end(), after.begin())) << count;
    }
    auto reversed = all;
    std::ranges::reverse(reversed);
    auto back = sides(reversed);
    std::reverse(back.begin(), back.end());
    EXPECT_EQ(back, after);
}

TEST(BatchSplit, ANearRowThatWasCorrectedBeforeDecidesAnew) {
    int moved = 0;
    for (int i = 0; i < 200; ++i) {
        const Row row{1, 100, words(1000 * i, 1000 * i + 100)};
        const Row newer{2, 200, words(1000 * i + 1, 1000 * i + 101)};
        const Row older{3, 50, words(1000 * i + 2, 1000 * i + 102)};
        const bool alone = sides({row})[0];
        EXPECT_EQ(sides({row, newer})[0], alone);
        EXPECT_EQ(sides({row, newer, older})[0], sides({older})[0]);
        moved += sides({row, older})[0] != alone ? 1 : 0;
    }
    EXPECT_GT(moved, 60); // half of the time, as a coin falls
    EXPECT_LT(moved, 140);
}

TEST(BatchSplit, ARowThatJoinsTwoClustersTakesThemToTheOldersSide) {
    const auto chain = [](int i) {
        const int base = 1000 * i;
        return std::vector<Row>{{1, 1, words(base, base + 100)},
                                {2, 2, words(base + 16, base + 116)},
                                {3, 3, words(base + 8, base + 108)}};
    };
    for (int i = 0; i < 50; ++i) {
        const auto rows = chain(i);
        const auto found = sides(rows);
        EXPECT_EQ(found, std::vector<bool>(3, sides({rows[0]})[0]));
    }
}

TEST(BatchSplit, TheSameQuestionIsOnOneSideInEveryStore) {
    for (int i = 0; i < 20; ++i) {
        const std::string question = words(100 * i, 100 * i + 3);
        EXPECT_EQ(sides({{1, 1, question}})[0], sides({{7, 900, question}, {8, 2, "another"}})[0]);
    }
}

} // namespace
} // namespace goldpan::exporting
