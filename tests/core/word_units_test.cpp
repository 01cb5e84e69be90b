// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What counts as one thing in a comparison of words, in every script.
#include "core/diff/word_units.h"

#include "tests/core/support/unit_texts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace goldpan::diff {
namespace {

using namespace std::string_literals;
using test::unitTexts;
using testing::ElementsAre;

TEST(WordUnits, AreWhatAPersonCallsOneThing) {
    EXPECT_THAT(unitTexts("Don't pay 14 days, ok?"),
                ElementsAre("Don't", " ", "pay", " ", "14", " ", "days", ",", " ", "ok", "?"));
    EXPECT_THAT(unitTexts("'quoted' o\u2019clock rock'n'roll"),
                ElementsAre("'", "quoted", "'", " ", "o\u2019clock", " ", "rock'n'roll"));
    EXPECT_THAT(unitTexts("退款政策。"), ElementsAre("退", "款", "政", "策", "。"));
    EXPECT_THAT(unitTexts("カタカナー版"), ElementsAre("カ", "タ", "カ", "ナ", "ー", "版"));
    EXPECT_THAT(unitTexts("ที่นี่"), ElementsAre("ที่", "นี่"));
    EXPECT_THAT(unitTexts("한국어 텍스트"), ElementsAre("한국어", " ", "텍스트"));
    EXPECT_THAT(unitTexts("नमस्ते दुनिया"), ElementsAre("नमस्ते", " ", "दुनिया"));
    EXPECT_THAT(unitTexts("مُحَمَّد، هنا"), ElementsAre("مُحَمَّد", "،", " ", "هنا"));
    EXPECT_THAT(unitTexts("cafe\u0301s Größe_2 GPT4用户"),
                ElementsAre("cafe\u0301s", " ", "Größe_2", " ", "GPT4", "用", "户"));
    EXPECT_THAT(unitTexts("می\u200Cخواهم"), ElementsAre("می\u200Cخواهم"));
}

TEST(WordUnits, KeepPicturesWhole) {
    EXPECT_THAT(unitTexts("👨‍👩‍👧‍👦👍🏽❤️🇩🇪🇫🇷🏴‍☠️"),
                ElementsAre("👨‍👩‍👧‍👦", "👍🏽", "❤️", "🇩🇪", "🇫🇷", "🏴‍☠️"));
    EXPECT_THAT(unitTexts("1️⃣🏴󠁧󠁢󠁳󠁣󠁴󠁿ok"),
                ElementsAre("1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "ok"));
    EXPECT_THAT(unitTexts("🇩🇪🇫"), ElementsAre("🇩🇪", "🇫"));
}

TEST(WordUnits, WhiteSpaceComesInRunsAndLineEndsOneByOne) {
    EXPECT_THAT(unitTexts("a  \t b\n\n c"), ElementsAre("a", "  \t ", "b", "\n", "\n", " ", "c"));
    EXPECT_THAT(unitTexts("a\r\nb\rc\u2028d\u2029"),
                ElementsAre("a", "\r\n", "b", "\r", "c", "\u2028", "d", "\u2029"));
    EXPECT_THAT(unitTexts("a \u00A0b\u3000"), ElementsAre("a", " \u00A0", "b", "\u3000"));
    for (const Unit& unit : splitWords(" \n\r\n\t\u00A0\u1680\u2003\u2028\u202F\u205F\u3000\u0085", {})) {
        EXPECT_EQ(unit.kind, UnitKind::space) << unit.text;
    }
    for (const Unit& unit : splitWords("a.\u200B退👍\u2020\xC2", {})) {
        EXPECT_EQ(unit.kind, UnitKind::word) << unit.text;
    }
}

TEST(WordUnits, BytesThatAreNoTextStandAlone) {
    EXPECT_THAT(unitTexts("a\xFF\xF0\x9F\x98 b"s),
                ElementsAre("a", "\xFF", "\xF0", "\x9F", "\x98", " ", "b"));
    EXPECT_THAT(unitTexts("x\0y"s), ElementsAre("x", "\0"s, "y"));
}

} // namespace
} // namespace goldpan::diff
