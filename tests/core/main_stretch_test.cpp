// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which days a picture of a log shows where some of its rows have a wrong year.
#include "core/readiness/main_stretch.h"

#include <gtest/gtest.h>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace goldpan::readiness {
namespace {

/// "first to last day, stored rows outside" of days by their number and what is stored of them.
std::string stretch(std::initializer_list<std::pair<int, std::int64_t>> stored) {
    constexpr std::int64_t kMicrosPerDay = 86'400'000'000;
    std::vector<store::DayTally> days;
    for (const auto& [day, rows] : stored) {
        days.push_back({.day = Timestamp{day * kMicrosPerDay}, .stored = rows});
    }
    const auto [main, outside] = mainStretch(days);
    const auto number = [](const store::DayTally& day) {
        return std::to_string(day.day.micros / kMicrosPerDay);
    };
    return main.empty()
               ? "none"
               : number(main.front()) + " to " + number(main.back()) + ", " + std::to_string(outside);
}

TEST(MainStretch, WhatIsFarFromTheRestIsLeftOutAtBothEnds) {
    EXPECT_EQ(stretch({{0, 1}, {20000, 500}, {20010, 500}, {47000, 1}}), "20000 to 20010, 2");
    EXPECT_EQ(stretch({{0, 1}, {1000, 2}, {20000, 500}}), "20000 to 20000, 3");
    EXPECT_EQ(stretch({{20000, 500}, {30000, 2}, {47000, 1}}), "20000 to 20000, 3");
}

TEST(MainStretch, AGapIsMoreThanHalfAYear) {
    EXPECT_EQ(stretch({{0, 1}, {180, 100}}), "0 to 180, 0");
    EXPECT_EQ(stretch({{0, 1}, {181, 100}}), "181 to 181, 1");
    EXPECT_EQ(stretch({{0, 100}, {180, 1}, {361, 1}}), "0 to 180, 1");
}

TEST(MainStretch, ATenthOfTheRowsIsTheMost) {
    EXPECT_EQ(stretch({{0, 10}, {1000, 90}}), "1000 to 1000, 10");
    EXPECT_EQ(stretch({{0, 11}, {1000, 90}}), "0 to 1000, 0");
    EXPECT_EQ(stretch({{0, 6}, {1000, 90}, {2000, 4}}), "1000 to 1000, 10");
    EXPECT_EQ(stretch({{0, 7}, {1000, 89}, {2000, 4}}), "0 to 1000, 4") << "the fewest first";
    EXPECT_EQ(stretch({{0, 50}, {1000, 50}}), "0 to 1000, 0") << "two logs in one store";
}

TEST(MainStretch, FewDaysAreAllThereIs) {
    EXPECT_EQ(stretch({}), "none");
    EXPECT_EQ(stretch({{5, 1}}), "5 to 5, 0");
    EXPECT_EQ(stretch({{0, 1}, {20000, 1}}), "0 to 20000, 0");
}

} // namespace
} // namespace goldpan::readiness
