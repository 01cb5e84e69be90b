// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that somebody may have written to make the checks work for ever.
#include "core/checks/near_clusters.h"
#include "tests/core/support/asked_desk.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <vector>

namespace goldpan::checks {
namespace {

/// Nothing that anybody can write makes the work grow by the square of the rows.
class HostileRows : public testing::TestWithParam<int> {
protected:
    static std::vector<AskedRow> rows(int kind, int count) {
        std::vector<AskedRow> out;
        for (int i = 0; i < count; ++i) {
            const std::string number = std::to_string(i);
            switch (kind) {
            case 0: // all the same, each answered otherwise
                out.push_back({words(0, 50), number});
                break;
            case 1: // one long text with one word changed
                out.push_back({words(0, 100) + "x" + number});
                break;
            case 2: // a form with a fifth of its own: never quite near
                out.push_back({words(0, 75) + words(1000 + 40 * i, 1040 + 40 * i)});
                break;
            case 3: // one word again and again
                out.push_back({std::string(static_cast<std::size_t>(2 * i), 'a') + words(5, 6)});
                out.back().prompt += out.back().prompt;
                break;
            default: { // many words out of few
                std::mt19937 random(static_cast<unsigned>(i));
                std::string text;
                for (int word = 0; word < 60; ++word) {
                    text += (random() % 2 == 0 ? "a " : "b ");
                }
                out.push_back({text});
            }
            }
        }
        return out;
    }
};

TEST_P(HostileRows, TakeWorkByTheRow) {
    constexpr int kRows = 3000;
    const AskedDesk desk(rows(GetParam(), kRows));
    const auto found = desk.findings();
    EXPECT_LE(found.comparisons, std::int64_t{kRows} * 16 * 64);
    EXPECT_LE(nearClusters(desk.questions).value().comparisons, kRows * std::int64_t{kMostComparisons});
    if (GetParam() == 0) {
        EXPECT_EQ(found.comparisons, 0);
        EXPECT_TRUE(std::ranges::all_of(desk.conflicts(), [](const auto& c) { return c.has_value(); }));
    }
    if (GetParam() == 1) {
        EXPECT_LE(found.comparisons, kRows);
        EXPECT_EQ(std::ranges::count_if(found.duplicates, [](const auto& d) { return d.has_value(); }),
                  kRows - 1);
        EXPECT_LE(nearClusters(desk.questions).value().comparisons, kRows * 2);
    }
}

INSTANTIATE_TEST_SUITE_P(Kinds, HostileRows, testing::Range(0, 5));

} // namespace
} // namespace goldpan::checks
