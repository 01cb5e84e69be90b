// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_surrogates.h"

#include <gtest/gtest.h>

namespace goldpan {
namespace {

std::string repaired(std::string json) {
    replaceLoneSurrogates(json);
    return json;
}

TEST(JsonSurrogates, ReplacesWhatHasNoOtherHalf) {
    EXPECT_EQ(repaired(R"("a\ud83db")"), R"("a\ufffdb")");
    EXPECT_EQ(repaired(R"("\uDE00")"), R"("\ufffd")");
    EXPECT_EQ(repaired(R"("\ud83d\ud83d\ude00")"), R"("\ufffd\ud83d\ude00")");
    EXPECT_EQ(repaired(R"("\ud83d\n")"), R"("\ufffd\n")");
}

TEST(JsonSurrogates, LeavesEverythingElseAlone) {
    for (const char* json : {R"("\ud83d\ude00")", R"("\\ud83d")", R"("plain \u00e9 \" \\")", R"("\ud8)",
                             R"("\)", R"("\u12g4")", ""}) {
        std::string text = json;
        EXPECT_FALSE(replaceLoneSurrogates(text)) << json;
        EXPECT_EQ(text, json);
    }
}

} // namespace
} // namespace goldpan
