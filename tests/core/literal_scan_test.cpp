// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for the bytes of a literal leaves out no text that RE2 finds it in.
#include "core/base/utf8.h"
#include "core/search/case_fold.h"
#include "core/search/literal_scan.h"

#include <array>
#include <gtest/gtest.h>
#include <random>
#include <re2/re2.h>
#include <string>
#include <string_view>

namespace goldpan::search {
namespace {

bool re2Finds(std::string_view literal, std::string_view text) {
    re2::RE2::Options options(re2::RE2::Quiet);
    options.set_literal(true);
    options.set_case_sensitive(false);
    const re2::RE2 pattern(std::string(literal), options);
    return re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

TEST(LiteralScan, TakesForFixedOnlyWhatHasNoCaseElsewhere) {
    CaseFold fold;
    for (char32_t c = 0x80; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) {
            continue;
        }
        const char32_t folded = fold(c);
        EXPECT_TRUE(folded >= 0x80 || folded == U'k' || folded == U's') << static_cast<unsigned>(c);
        EXPECT_TRUE(folded == c || (!isUnspaced(c) && !isUnspaced(folded))) << static_cast<unsigned>(c);
    }
}

TEST(LiteralScan, AnswersAsRe2Does) {
    constexpr std::array<std::string_view, 16> kPieces = {"a", "A", "b", "B",  "k",  "K", "\u212A", "s",
                                                          "ſ", "é", "É", "退", "款", " ", "@",      "`"};
    std::mt19937 random(7);
    const auto make = [&](std::size_t pieces) {
        std::string out;
        while (pieces-- > 0) {
            out += kPieces[random() % kPieces.size()];
        }
        return out;
    };
    int whole = 0;
    int held = 0;
    for (int turn = 0; turn < 4000; ++turn) {
        const std::string literal = make(1 + random() % 4);
        const std::string text = make(random() % 90);
        const LiteralScan scan(literal);
        const bool found = re2Finds(literal, text);
        EXPECT_TRUE(scan.mayHold(text) || !found) << literal << " in " << text;
        EXPECT_TRUE(!scan.isWhole() || scan.mayHold(text) == found) << literal << " in " << text;
        whole += scan.isWhole() ? 1 : 0;
        held += found ? 1 : 0;
    }
    EXPECT_GT(whole, 400);
    EXPECT_GT(held, 400);
}

TEST(LiteralScan, FindsALiteralWhereverItStands) {
    const LiteralScan scan("Near it");
    ASSERT_TRUE(scan.isWhole());
    for (std::size_t before = 0; before < 100; ++before) {
        for (const std::size_t after : {0U, 1U, 31U, 32U, 70U}) {
            const std::string text = std::string(before, 'n') + "nEAR IT" + std::string(after, 't');
            EXPECT_TRUE(scan.mayHold(text)) << before << " " << after;
            EXPECT_FALSE(scan.mayHold(text.substr(0, before + 6))) << before;
        }
    }
    EXPECT_FALSE(scan.mayHold(""));
}

TEST(LiteralScan, LooksForTheLongestPartOfALiteral) {
    EXPECT_FALSE(LiteralScan("kiss").isUseful()) << "one letter stands nearly everywhere";
    EXPECT_TRUE(LiteralScan("i").isUseful());
    EXPECT_TRUE(LiteralScan("").mayHold("anything"));
    const LiteralScan scan("is refunded");
    EXPECT_FALSE(scan.isWhole());
    EXPECT_TRUE(scan.mayHold("He REFUNDED it"));
    EXPECT_FALSE(scan.mayHold("is refunde"));
    const std::string lengthy(300, 'a');
    EXPECT_FALSE(LiteralScan(lengthy).isWhole());
    EXPECT_TRUE(LiteralScan(lengthy).mayHold(lengthy));
    EXPECT_FALSE(LiteralScan("a/b").isPlainInJson());
    EXPECT_TRUE(LiteralScan("a b退").isPlainInJson());
}

} // namespace
} // namespace goldpan::search
