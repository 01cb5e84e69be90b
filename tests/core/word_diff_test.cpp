// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two texts, in words: exact for any bytes, shortest where the budget lasts, and
// bounded.
#include "core/diff/word_diff.h"

#include "core/diff/anchors.h"
#include "core/diff/word_units.h"
#include "tests/core/support/unit_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace goldpan::diff {
namespace {

using namespace std::string_literals;

WordDiff diff(std::string_view before, std::string_view after, std::size_t budget = kWorkBudget) {
    return diffWords(before, after, {}, budget).value();
}

/// "Our [-14-]{+30+} days"
std::string marked(std::string_view before, std::string_view after) {
    std::string out;
    for (const Hunk& hunk : diff(before, after).hunks) {
        switch (hunk.kind) {
        case HunkKind::equal:
            out += hunk.before.of(before);
            break;
        case HunkKind::removed:
            out += "[-" + std::string(hunk.before.of(before)) + "-]";
            break;
        case HunkKind::added:
            out += "{+" + std::string(hunk.after.of(after)) + "+}";
            break;
        }
    }
    return out;
}

/// The hunks stand side by side, tell the truth about both texts and lead from one to the other.
void verifyHunks(std::string_view before, std::string_view after, const WordDiff& result) {
    std::size_t x = 0;
    std::size_t y = 0;
    std::string applied;
    HunkKind last = HunkKind::added;
    for (const Hunk& hunk : result.hunks) {
        ASSERT_EQ(hunk.before.begin, x);
        ASSERT_EQ(hunk.after.begin, y);
        ASSERT_TRUE(hunk.before.end > x || hunk.after.end > y);
        x = hunk.before.end;
        y = hunk.after.end;
        switch (hunk.kind) {
        case HunkKind::equal:
            ASSERT_EQ(hunk.before.of(before), hunk.after.of(after));
            ASSERT_TRUE(last != HunkKind::equal || &hunk == result.hunks.data());
            applied += hunk.before.of(before);
            break;
        case HunkKind::removed:
            ASSERT_EQ(hunk.after.begin, hunk.after.end);
            break;
        case HunkKind::added:
            ASSERT_EQ(hunk.before.begin, hunk.before.end);
            applied += hunk.after.of(after);
            break;
        }
        last = hunk.kind;
    }
    ASSERT_EQ(x, before.size());
    ASSERT_EQ(y, after.size());
    ASSERT_EQ(applied, after);
    ASSERT_EQ(result.identical(), before == after);
}

std::size_t longestCommon(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (const std::uint32_t item : a) {
        std::size_t diagonal = 0;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = item == b[j - 1] ? diagonal + 1 : std::max(above, row[j - 1]);
            diagonal = above;
        }
    }
    return row.back();
}

class Dice {
public:
    explicit Dice(unsigned seed)
        : m_engine(seed) {}
    std::size_t below(std::size_t n) { return m_engine() % n; }

private:
    std::mt19937 m_engine;
};

/// Words of many scripts, pictures and white space of every kind.
const std::vector<std::string> kPieces{"word",
                                       "caf\u0065\u0301",
                                       "don't",
                                       "don\u2019t",
                                       "Größe",
                                       "сло́во",
                                       "退款",
                                       "政策",
                                       "ひらがな",
                                       "カタカナー",
                                       "مرحبا",
                                       "مُحَمَّد",
                                       "नमस्ते",
                                       "क्षत्रिय",
                                       "สวัสดี",
                                       "ภาษาไทย",
                                       "한국어",
                                       "👨‍👩‍👧‍👦",
                                       "👍🏽",
                                       "🇩🇪🇫🇷",
                                       "❤️",
                                       "1️⃣",
                                       "🏴‍☠️",
                                       "שלום",
                                       ".",
                                       ",",
                                       "。",
                                       "—",
                                       "[EMAIL]",
                                       "3.50",
                                       " ",
                                       " ",
                                       "  ",
                                       "\n",
                                       "\r\n",
                                       "\r",
                                       "\t",
                                       "\u2028",
                                       "\u00A0",
                                       "\u200B",
                                       "\u202E",
                                       "\xF0\x9F"s,
                                       "\xFF"s,
                                       "\xED\xA0\x80"s,
                                       "\0"s};

std::string randomText(Dice& dice, std::size_t pieces) {
    std::string out;
    for (std::size_t i = 0; i < pieces; ++i) {
        out += kPieces[dice.below(kPieces.size())];
    }
    return out;
}

/// Some units go, come or become others.
std::string edited(Dice& dice, std::string_view text, std::size_t oneIn) {
    std::string out;
    for (const std::string& unit : test::unitTexts(text)) {
        const std::size_t what = dice.below(oneIn * 3);
        if (what > 2) {
            out += unit;
        } else if (what > 0) {
            out += kPieces[dice.below(kPieces.size())] + (what == 1 ? unit : "");
        }
    }
    return out;
}

/// `bytes` of words out of `vocabulary`, numbered from `first`.
std::string longText(Dice& dice, std::size_t bytes, std::size_t vocabulary, std::size_t first = 0) {
    std::string out;
    while (out.size() < bytes) {
        out += "w" + std::to_string(first + dice.below(vocabulary)) + (dice.below(12) == 0 ? ".\n" : " ");
    }
    return out;
}

TEST(WordDiff, ReadsAsAPersonWouldMarkIt) {
    EXPECT_EQ(marked("Our policy is 14 days.", "Our policy is 30 days."), "Our policy is [-14-]{+30+} days.");
    EXPECT_EQ(marked("the red fox", "the quick red fox"), "the {+quick +}red fox");
    EXPECT_EQ(marked("the quick red fox", "the red fox"), "the [-quick -]red fox");
    EXPECT_EQ(marked("pay 14 days net", "pay 30 weeks net"), "pay [-14 days-]{+30 weeks+} net");
    EXPECT_EQ(marked("thanks for writing", "thanks quite new words writing"),
              "thanks [-for-]{+quite new words+} writing");
    EXPECT_EQ(marked("One. Two.", "One. Two. Three."), "One. Two.{+ Three.+}");
    EXPECT_EQ(marked("One. Two.", "One. And. Two."), "One. {+And. +}Two.");
    EXPECT_EQ(marked("a cat", "a cat, and"), "a cat{+, and+}");
    EXPECT_EQ(marked("one\ntwo\nthree\n", "one\ntwo\ntwo\nthree\n"), "one\ntwo\n{+two\n+}three\n");
    EXPECT_EQ(marked("退款十四天", "退款三十天"), "退款{+三+}十[-四-]天");
    EXPECT_EQ(marked("👨‍👩‍👧 hi", "👨‍👩‍👦 hi"),
              "[-👨‍👩‍👧-]{+👨‍👩‍👦+} hi");
    EXPECT_EQ(marked("cafe now", "cafe\u0301 now"), "[-cafe-]{+cafe\u0301+} now");
    EXPECT_EQ(marked("a  b", "a b"), "a[-  -]{+ +}b");
    EXPECT_EQ(marked("a\r\nb", "a\nb"), "a[-\r\n-]{+\n+}b");
    EXPECT_EQ(marked("same", "same"), "same");
    EXPECT_EQ(marked("", ""), "");
    EXPECT_EQ(marked("", "new words"), "{+new words+}");
    EXPECT_EQ(marked("old words", ""), "[-old words-]");
}

TEST(WordDiff, CountsWordsAndNoWhiteSpace) {
    const auto counts = [](std::string_view before, std::string_view after) {
        const WordDiff result = diff(before, after);
        return std::pair(result.addedWords, result.removedWords);
    };
    EXPECT_EQ(counts("Our policy is 14 days", "Our policy is 30 days"), std::pair(1UL, 1UL));
    EXPECT_EQ(counts("a  b\r\n", "a b\n"), std::pair(0UL, 0UL));
    EXPECT_EQ(counts("", "one two three"), std::pair(3UL, 0UL));
    EXPECT_EQ(counts("退款", "退"), std::pair(0UL, 1UL));
    EXPECT_EQ(counts("14, 15 days", "30, 31 days"), std::pair(2UL, 2UL)) << "the comma is in both";
}

TEST(WordDiff, LeadsFromOneTextToTheOtherInEveryScript) {
    Dice dice(1);
    for (int round = 0; round < 3000; ++round) {
        const std::string before = randomText(dice, dice.below(60));
        const std::string after =
            round % 5 == 0 ? randomText(dice, dice.below(60)) : edited(dice, before, 1 + dice.below(12));
        const std::size_t budget = round % 3 == 0 ? dice.below(200) : kWorkBudget;
        SCOPED_TRACE(std::string(before).append("\n=>\n").append(after));
        verifyHunks(before, after, diff(before, after, budget));
        if (HasFatalFailure()) {
            return;
        }
    }
}

TEST(EditScript, IsAsShortAsTheLongestCommonSubsequence) {
    Dice dice(2);
    for (int round = 0; round < 4000; ++round) {
        const std::size_t letters = 1 + dice.below(6);
        std::vector<std::uint32_t> before(dice.below(40));
        std::vector<std::uint32_t> after(dice.below(40));
        for (auto* side : {&before, &after}) {
            std::ranges::generate(*side, [&] { return static_cast<std::uint32_t>(dice.below(letters)); });
        }
        const EditScript script = editScript(before, after, kWorkBudget, {});
        ASSERT_TRUE(script.minimal);
        const std::size_t common = longestCommon(before, after);
        ASSERT_EQ(static_cast<std::size_t>(std::ranges::count(script.removed, true)), before.size() - common);
        ASSERT_EQ(static_cast<std::size_t>(std::ranges::count(script.added, true)), after.size() - common);
    }
}

TEST(EditScript, AnchorsAscendOnBothSides) {
    const std::vector<std::uint32_t> before{1, 2, 3, 4, 5, 6, 9, 9, 9, 9, 9, 9, 11, 12, 13, 14, 15};
    const std::vector<std::uint32_t> after{11, 12, 13, 14, 15, 1, 2, 3, 4, 5, 6};
    const auto anchors = findAnchors(before, after);
    ASSERT_EQ(anchors.size(), 2U); // two runs of 1 to 6, which outweigh the one of 11 to 15
    EXPECT_EQ(before[anchors[0].before], after[anchors[0].after]);
    EXPECT_EQ(anchors[0].before, 0U);
    EXPECT_EQ(anchors[1].after, 6U);
    EXPECT_TRUE(findAnchors(std::vector<std::uint32_t>(20, 7), std::vector<std::uint32_t>(20, 7)).empty());
}

TEST(WordDiff, LongTextsWithFewEditsAreShortest) {
    Dice dice(3);
    const std::string before = longText(dice, 300'000, 5000);
    const std::string after = edited(dice, before, 100);
    const WordDiff result = diff(before, after);
    EXPECT_TRUE(result.minimal);
    EXPECT_LT(result.work, 8'000'000U);
    EXPECT_LT(result.addedWords + result.removedWords, 4000U);
    verifyHunks(before, after, result);
}

TEST(WordDiff, WorkStaysInItsBound) {
    Dice dice(4);
    const std::string plain = longText(dice, 300'000, 5000);
    const std::string chinese = [&] {
        std::string out;
        while (out.size() < 300'000) {
            const char tail[] = {'\xE7', static_cast<char>(0x80 + dice.below(64)),
                                 static_cast<char>(0x80 + dice.below(64)), '\0'};
            out += tail;
        }
        return out;
    }();
    const std::pair<std::string, std::string> cases[] = {
        {plain, longText(dice, 300'000, 5000, 900'000)}, // nothing but spaces in common
        {plain, longText(dice, 300'000, 5000)},          // the same words, in no order
        {plain, edited(dice, plain, 3)},
        {plain, chinese},
        {chinese, edited(dice, chinese, 4)},
        {std::string(300'000, '.'), std::string(150'000, ',') + std::string(150'000, '.')},
        {plain, plain.substr(150'000) + plain.substr(0, 150'000)},
        {plain, ""}};
    for (const auto& [before, after] : cases) {
        const WordDiff result = diff(before, after);
        // One search may finish the step in which it meets the bound; trimming and anchors read each part
        // once.
        EXPECT_LT(result.work, kWorkBudget + 2'000'000);
        verifyHunks(before, after, result);
        EXPECT_EQ(result.hunks, diff(before, after).hunks) << "the same texts, the same answer";
    }
}

TEST(WordDiff, BeyondTheBudgetWhatIsSharedIsStillFound) {
    Dice dice(5);
    const std::string plain = longText(dice, 300'000, 5000);
    const WordDiff third = diff(plain, edited(dice, plain, 6));
    EXPECT_FALSE(third.minimal);
    EXPECT_LT(third.removedWords, 30'000U) << "of 55,000: the words between the edits were found again";
    EXPECT_GT(third.hunks.size(), 5000U);
    const WordDiff moved = diff(plain, plain.substr(200'000) + plain.substr(0, 200'000));
    EXPECT_LT(moved.removedWords, 25'000U) << "the larger part stays where it is";
}

TEST(WordDiff, CanBeStopped) {
    std::stop_source stop;
    stop.request_stop();
    const auto result = diffWords("one", "two", stop.get_token());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::cancelled);
}

} // namespace
} // namespace goldpan::diff
