// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/gold_index.h"
#include "core/checks/normal_text.h"

#include <gtest/gtest.h>
#include <string>

namespace goldpan::checks {
namespace {

std::string words(int from, int to) {
    std::string out;
    for (int i = from; i < to; ++i) {
        out += (out.empty() ? "" : " ") + std::string("word") + std::to_string(i);
    }
    return out;
}

const GoldIndex& gold() {
    static const GoldIndex index(
        {{"long", words(0, 40), words(100, 140)},
         {"short", "Name three red fruits", "yes"},
         {"half", words(200, 220), "Apple, cherry and the strawberry of the field, three fruits"},
         {"zh", "请把下面的句子翻译成英文", ""}});
    return index;
}

std::string told(const std::string& text) {
    const std::string normal = normalText(text);
    const auto hit = gold().find(normal);
    if (!hit) {
        return "none";
    }
    const char* rules[] = {"13", "half", "whole"};
    return gold().items()[hit->item].id + " " + rules[static_cast<int>(hit->rule)] + " " +
           normal.substr(hit->begin, hit->end - hit->begin);
}

TEST(GoldIndex, FindsThirteenWordsInARow) {
    EXPECT_EQ(told("Before. " + words(5, 18) + " after"), "long 13 " + words(5, 18));
    EXPECT_EQ(told("before " + words(5, 17) + " after"), "none");
    EXPECT_EQ(told(words(110, 123)), "long 13 " + words(110, 123)); // the reference
    EXPECT_EQ(
        told("WORD5,word6 ;\nword7 - word8 word9 word10 word11 word12 word13 word14 word15 word16 word17!"),
        "long 13 word5,word6 ; word7 - word8 word9 word10 word11 word12 word13 word14 word15 word16 word17");
}

TEST(GoldIndex, FindsHalfOfAPrompt) {
    EXPECT_EQ(told("so " + words(200, 210) + " and on"), "half half " + words(200, 208));
    EXPECT_EQ(told("so " + words(200, 209) + " and on"), "none"); // nine of twenty
    // In two places, each run of eight counts; a run said again covers nothing new.
    EXPECT_EQ(told(words(200, 208) + " or " + words(212, 220)), "half half " + words(200, 208));
    EXPECT_EQ(told(words(200, 208) + " or " + words(200, 208)), "none");
    EXPECT_EQ(told(words(110, 120)), "none"); // of a reference half is not enough
}

TEST(GoldIndex, FindsShortTextsOnlyAsTheWhole) {
    EXPECT_EQ(told("name THREE red fruits!"), "short whole name three red fruits");
    EXPECT_EQ(told("Now name three red fruits"), "none");
    EXPECT_EQ(told("yes"), "none"); // anybody says that
    EXPECT_EQ(told("Apple, cherry and the strawberry of the field: three fruits."),
              "half whole apple, cherry and the strawberry of the field: three fruits");
}

TEST(GoldIndex, WhatAnybodySaysIsNoCase) {
    const GoldIndex index({{"1", "Go on", ""},
                           {"2", "Yes", ""},
                           {"3", "Who are you?", ""},
                           {"4", "继续说下去", ""},
                           {"5", "法国首都是哪", ""},
                           {"6", "Who are you then?", ""}});
    for (const char* text : {"Go on", "yes", "who are you", "继续说下去"}) {
        EXPECT_FALSE(index.find(normalText(text))) << text;
    }
    EXPECT_EQ(index.find(normalText("法国首都是哪？"))->item, 4U);
    EXPECT_EQ(index.find("who are you then")->item, 5U);
}

TEST(GoldIndex, CountsCharactersWhereAScriptHasNoSpaces) {
    EXPECT_EQ(told("请把下面的句子翻译成英文"), "zh half 请把下面的句子翻");
    EXPECT_EQ(told("你好，请把下面的句子翻成法文"), "zh half 请把下面的句子翻");
    EXPECT_EQ(told("下面的句子翻译"), "none");
}

TEST(GoldIndex, ARunThatVeryManyPromptsShareIsNobodys) {
    std::vector<GoldItem> items;
    for (int i = 0; i < 300; ++i) {
        items.push_back({std::to_string(i), words(0, 9) + " about subject" + std::to_string(i), ""});
    }
    const GoldIndex index(std::move(items));
    EXPECT_FALSE(index.find(words(0, 9)));
    ASSERT_TRUE(index.find(words(0, 9) + " about subject7"));
    EXPECT_EQ(index.find(words(0, 9) + " about subject7")->item, 7U);
}

TEST(GoldIndex, AnswersNothingForNothing) {
    EXPECT_FALSE(GoldIndex({}).find("some words"));
    EXPECT_FALSE(gold().find(""));
    EXPECT_FALSE(gold().find("?!"));
}

} // namespace
} // namespace goldpan::checks
