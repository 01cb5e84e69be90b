// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Figures are only worth something on a log that is like a real one, the same one every time.
#include "bench/log_maker.h"
#include "core/base/sha256.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <unordered_set>

namespace goldpan::bench {
namespace {

std::string make(std::int64_t rows, std::uint64_t seed) {
    std::string out;
    LogMaker maker(rows, seed);
    while (!maker.isDone()) {
        maker.appendRow(out);
    }
    return out;
}

TEST(Vocabulary, HasNoWordTwice) {
    for (const Script script : {Script::latin, Script::han}) {
        const Vocabulary words(script, 7);
        std::unordered_set<std::string_view> distinct;
        for (std::size_t rank = 0; rank < Vocabulary::kWords; ++rank) {
            distinct.insert(words.word(rank));
        }
        EXPECT_EQ(distinct.size(), Vocabulary::kWords);
        EXPECT_GE(distinct.size(), 50'000U);
    }
}

TEST(Vocabulary, DrawsByZipfsLaw) {
    const Vocabulary words(Script::latin, 7);
    Random random(1);
    constexpr int kDraws = 400'000;
    int first = 0;
    int tenth = 0;
    std::unordered_set<std::string_view> distinct;
    for (int i = 0; i < kDraws; ++i) {
        const auto word = words.draw(random);
        first += word == words.word(0) ? 1 : 0;
        tenth += word == words.word(9) ? 1 : 0;
        distinct.insert(word);
    }
    // weights 1 / 3.7 and 1 / 12.7 of a sum of 9.93
    EXPECT_NEAR(first, kDraws * 0.0272, kDraws * 0.002);
    EXPECT_NEAR(tenth, kDraws * 0.0079, kDraws * 0.001);
    EXPECT_GT(distinct.size(), 30'000U) << "the tail is drawn too";
}

TEST(LogMaker, SameSeedSameBytes) {
    EXPECT_EQ(make(300, 5), make(300, 5));
    EXPECT_NE(make(300, 5), make(300, 6));
    EXPECT_EQ(sha256Hex(make(2'000, 1)), "525a94d29c3125d52dbdc6557d2b200d4504a7b489c9c04c37aec3ae98669bfd");
}

TEST(LogMaker, RowsAreWhatTheHeaderSays) {
    constexpr std::int64_t kRows = 10'000;
    std::istringstream lines(make(kRows, 3));
    std::set<std::string> ids;
    std::string line;
    double low = 0;
    double tagged = 0;
    double multi = 0;
    double chinese = 0;
    double pii = 0;
    double bytes = 0;
    std::size_t longest = 0;
    while (std::getline(lines, line)) {
        const auto row = nlohmann::json::parse(line);
        const auto& prompt = row.at("prompt").get_ref<const std::string&>();
        ids.insert(row.at("request_id"));
        low += row.at("response_logprob").is_number() && row["response_logprob"] < -3.0 ? 1 : 0;
        tagged += row.at("tags").empty() ? 0 : 1;
        multi += row.contains("messages") ? 1 : 0;
        chinese += prompt.front() < 0 ? 1 : 0;
        pii +=
            prompt.contains("@example.com") || prompt.contains("-555-01") || prompt.contains(" 000-") ? 1 : 0;
        bytes += static_cast<double>(line.size());
        longest = std::max(longest, line.size());
        if (row.contains("messages")) {
            EXPECT_EQ(row["messages"].back()["content"], prompt);
        }
    }
    EXPECT_EQ(ids.size(), static_cast<std::size_t>(kRows));
    EXPECT_NEAR(low / kRows, 0.08, 0.01);
    EXPECT_NEAR(tagged / kRows, 0.05, 0.01);
    EXPECT_NEAR(multi / kRows, 0.03, 0.01);
    EXPECT_NEAR(chinese / kRows, 0.15, 0.015);
    EXPECT_NEAR(pii / kRows, 0.05, 0.01);
    EXPECT_NEAR(bytes / kRows, 1'200, 60);
    EXPECT_GT(longest, 100'000U);
}

} // namespace
} // namespace goldpan::bench
