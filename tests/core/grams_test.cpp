// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a row is found by: grams of words, and what a regular expression cannot do without.
#include "core/base/utf8.h"
#include "core/search/grams.h"
#include "core/search/regex_literals.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace goldpan::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::vector<Gram> gramsOf(std::string_view text) {
    GramSet set;
    set.add(text);
    auto out = set.grams();
    std::ranges::sort(out);
    return out;
}

bool holds(std::string_view text, std::string_view word) {
    return std::ranges::includes(gramsOf(text), gramsOf(word));
}

TEST(Grams, AWordGivesTheSameOnesWhereverItStands) {
    for (const char* word : {"refund", "REFUND", "Refund policy", "退款", "退款政策", "a退款", "退款b",
                             "Ünïcode", "ſtraße", "👍👍👍", "\u212Aelvin", "한국어"}) {
        EXPECT_FALSE(gramsOf(word).empty()) << word;
        for (const char* before : {"", "x", "的", "👍 ", "\xFF\xE9\x80"}) {
            for (const char* after : {"", "x", "的", " 👍", "\xE9"}) {
                EXPECT_TRUE(holds(std::string(before) + word + after, word)) << before << word << after;
            }
        }
    }
    EXPECT_TRUE(holds("DAS IST EINE STRAẞE", "straße"));
    EXPECT_FALSE(holds("refuse", "refund"));
}

TEST(Grams, TwoUnspacedCharactersAreEnough) {
    EXPECT_EQ(gramsOf("退款").size(), 1U);
    EXPECT_EQ(gramsOf("退款政策").size(), 3U) << "pairs, no longer runs";
    EXPECT_THAT(gramsOf("退"), IsEmpty());
    EXPECT_THAT(gramsOf("ab"), IsEmpty());
    EXPECT_THAT(gramsOf("a退"), IsEmpty()) << "a mixed pair is no gram";
    EXPECT_EQ(gramsOf("abc").size(), 1U);
    EXPECT_EQ(gramsOf(std::string_view("a\0b", 3)).size(), 1U) << "NUL is a character like any other";
}

TEST(Grams, AreThoseOfTheirFormat) {
    // An index on disk was cut by them: where these change, kGramFormat changes too.
    EXPECT_EQ(kGramFormat, 2);
    EXPECT_THAT(gramsOf("Refund 退款"),
                ElementsAre(23459, 29278, 35005, 55922, 100118, 145644, 159391, 223305));
}

TEST(Grams, TextsStandApartAndClearForgets) {
    GramSet set;
    set.add("ab");
    set.add("cd");
    EXPECT_THAT(set.grams(), IsEmpty());
    set.add("abc");
    set.add("abc");
    EXPECT_EQ(set.grams().size(), 1U);
    set.clear();
    EXPECT_THAT(set.grams(), IsEmpty());
    set.add("abc");
    EXPECT_EQ(set.grams().size(), 1U);
}

TEST(RegexLiterals, EveryMatchHoldsOneOfEachGroup) {
    const auto needed = [](std::string_view pattern, bool ignoreCase = false) {
        auto groups = neededLiterals(pattern, ignoreCase);
        std::ranges::for_each(groups, [](auto& group) { std::ranges::sort(group); });
        return groups;
    };
    EXPECT_THAT(needed("refund"), ElementsAre(ElementsAre("refund")));
    EXPECT_THAT(needed("Refund.*POLICY"), UnorderedElementsAre(ElementsAre("refund"), ElementsAre("policy")));
    EXPECT_THAT(needed("refund|invoice"), ElementsAre(ElementsAre("invoice", "refund")));
    EXPECT_THAT(needed("(cash|card) payment"), ElementsAre(ElementsAre("card payment", "cash payment")));
    EXPECT_THAT(needed("order [0-9]+ was (lost|found)"),
                UnorderedElementsAre(ElementsAre("order "), ElementsAre(" was found", " was lost")));
    EXPECT_THAT(needed("退款", true), ElementsAre(ElementsAre("退款")));
    EXPECT_THAT(needed("STRA\u1E9EE"), ElementsAre(ElementsAre("stra\u00DFe")));
}

TEST(RegexLiterals, NothingIsKnownOfAnOpenPattern) {
    for (const char* pattern : {".*", "a*", "[0-9]+", "refund|.", "(refund)?", "x{0}", "^$", "ab", "(", ""}) {
        EXPECT_THAT(neededLiterals(pattern, false), IsEmpty()) << pattern;
        EXPECT_THAT(neededLiterals(pattern, true), IsEmpty()) << pattern;
    }
}

} // namespace
} // namespace goldpan::search
