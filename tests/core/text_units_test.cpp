// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/minhash.h"
#include "core/checks/normal_text.h"
#include "core/checks/text_units.h"

#include <gtest/gtest.h>
#include <string>

namespace goldpan::checks {
namespace {

std::vector<std::string> words(const std::string& text) {
    const TextUnits units = unitsOf(text);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < units.size(); ++i) {
        out.push_back(text.substr(units.begins[i], units.ends[i] - units.begins[i]));
    }
    return out;
}

TEST(NormalText, FoldsWidthCaseAndSpace) {
    EXPECT_EQ(normalText("  Hello \t\r\n World  "), "hello world");
    EXPECT_EQ(normalText("ＡＢＣ　１２"), "abc 12");
    EXPECT_EQ(normalText("STRASSE"), normalText("Straße"));
    EXPECT_EQ(normalText("e\u0301t\u00E9"), "\u00E9t\u00E9");
    EXPECT_EQ(normalText("\u00A0\u2028a\u0085b\u3000"), "a b");
    EXPECT_EQ(normalText("ﬁne ②"), "fine 2");
    EXPECT_EQ(normalText(""), "");
    EXPECT_EQ(normalText(" \n"), "");
}

TEST(NormalText, IsItsOwnNormalText) {
    for (const std::string text : {"A  B", "Ⅷ ẞ ǅ", "ｶﾞ 한글", "x\u200Dy"}) {
        const std::string once = normalText(text);
        EXPECT_EQ(normalText(once), once) << text;
    }
}

TEST(TextUnits, AreWordsAndCharactersOfScriptsWithoutSpaces) {
    using Words = std::vector<std::string>;
    EXPECT_EQ(words("don't stop, at 3.5!"), (Words{"don", "t", "stop", "at", "3", "5"}));
    EXPECT_EQ(words("用qt写"), (Words{"用", "qt", "写"}));
    EXPECT_EQ(words("ไทย"), (Words{"ไ", "ท", "ย"}));
    EXPECT_EQ(words("привет мир"), (Words{"привет", "мир"}));
    EXPECT_EQ(words("?! 😀"), Words{});
}

TEST(TextUnits, TheSameRunIsTheSameNumberAnywhere) {
    const auto a = gramsOf(unitsOf("one two three four five six").hashes, 3);
    const auto b = gramsOf(unitsOf("zero two three four").hashes, 3);
    ASSERT_EQ(a.size(), 4U);
    ASSERT_EQ(b.size(), 2U);
    EXPECT_EQ(a[1], b[1]);
    EXPECT_NE(a[0], b[0]);
    EXPECT_NE(gramsOf(unitsOf("a b").hashes, 2), gramsOf(unitsOf("b a").hashes, 2));
    EXPECT_TRUE(gramsOf(unitsOf("a b").hashes, 3).empty());
}

TEST(Shingles, ShareIsJaccards) {
    const auto set = [](const char* text) { return shinglesOf(normalText(text)); };
    const auto six = set("one two three four five six");
    const auto seven = set("One, two; three four five six seven");
    EXPECT_EQ(six.size(), 2U);
    EXPECT_DOUBLE_EQ(jaccard(six, seven), 2.0 / 3);
    EXPECT_DOUBLE_EQ(jaccard(six, six), 1);
    EXPECT_EQ(set("Hi there"), set("hi there!")); // shorter than a shingle: the whole
    EXPECT_NE(set("Hi there"), set("hi where"));
    EXPECT_EQ(set("请把这句话翻译成英文").size(), 6U);
    EXPECT_EQ(jaccard(set("?"), set("!")), 0);
}

TEST(Shingles, OfALongTextAreASample) {
    std::string a;
    for (int i = 0; i < 50'000; ++i) {
        a += "word" + std::to_string(i) + ' ';
    }
    std::string b = a.substr(0, a.size() / 10 * 9); // nine tenths of its words
    const auto longer = sampleOf(shinglesOf(a));
    const auto shorter = sampleOf(shinglesOf(b));
    EXPECT_EQ(longer.size(), kMostShingles);
    EXPECT_LE(kMostShingles * sizeof(longer[0]), 4096U); // of each row of a batch, however long
    EXPECT_NEAR(jaccard(longer, shorter), 0.9, 0.03);
    EXPECT_NEAR(estimatedJaccard(signatureOf(shinglesOf(a)), signatureOf(shinglesOf(b))), 0.9, 0.1);
}

} // namespace
} // namespace goldpan::checks
