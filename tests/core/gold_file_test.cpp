// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/gold_file.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace goldpan::exporting {
namespace {

using checks::GoldItem;
using Items = std::vector<GoldItem>;

Items read(std::string_view text) {
    auto items = goldItems(text);
    EXPECT_TRUE(items) << (items ? "" : items.error().message + " " + items.error().where);
    return items.value_or(Items{});
}

TEST(GoldFile, ReadsPromptsWithReferences) {
    EXPECT_EQ(
        read("\xEF\xBB\xBF{\"id\":\"a\",\"prompt\":\"p\",\"reference\":\"r\"}\r\n\n{\"question\":\"q\"}"),
        (Items{{"a", "p", "r"}, {"line 3", "q", ""}}));
    EXPECT_EQ(read(R"({"id":7,"instruction":"Add","input":"1 2","output":"3"})"),
              (Items{{"7", "1 2\nAdd", "3"}}));
}

TEST(GoldFile, ReadsConversations) {
    EXPECT_EQ(read(R"({"messages":[{"role":"system","content":"s"},{"role":"user","content":"u"},)"
                   R"({"role":"assistant","content":"a"}]})"),
              (Items{{"line 1", "u", "a"}}));
    // What frames every row of a product is no part of the case, but where it is all there is.
    EXPECT_EQ(
        read(R"({"input":[{"role":"system","content":"s"},{"role":"user","content":"u"}],"ideal":"i"})"),
        (Items{{"line 1", "u", "i"}}));
    EXPECT_EQ(read(R"({"input":[{"role":"developer","content":"s"}],"ideal":"i"})"),
              (Items{{"line 1", "s", "i"}}));
    EXPECT_EQ(read(R"({"messages":[{"role":"system","content":"s"},{"role":"assistant","content":"a"}]})"),
              (Items{{"line 1", "s", "a"}}));
    EXPECT_EQ(read(R"({"messages":[{"role":"user","content":[{"type":"text","text":"u"}]}],"ideal":"i"})"),
              (Items{{"line 1", "u", "i"}}));
    // OpenAI evals: turns under `input`, several answers as good.
    EXPECT_EQ(read(R"({"input":[{"role":"user","content":"u"}],"ideal":["x","y"]})"),
              (Items{{"line 1", "u", "x\ny"}}));
}

TEST(GoldFile, AFrameOfOneCaseAloneIsLookedForToo) {
    const auto one = [](const std::string& frame, const std::string& asked) {
        return R"({"messages":[{"role":"system","content":")" + frame + R"("},{"role":"user","content":")" +
               asked + "\"}]}\n";
    };
    const std::string own = "Sort the names of all these rivers by the year in which they were first mapped";
    const std::string product = "You are the helper of a shop and you answer each of its customers in a line";
    EXPECT_EQ(read(one(own, "u") + one("Be brief.", "v")),
              (Items{{"line 1", "u", ""}, {"line 2", "v", ""}, {"line 1", own, ""}}));
    EXPECT_EQ(read(one(product + " today", "u") + one(product + " now", "v") + one(own, "w")),
              (Items{{"line 1", "u", ""}, {"line 2", "v", ""}, {"line 3", "w", ""}, {"line 3", own, ""}}))
        << "what frames several cases is the product's";
    EXPECT_EQ(read(R"({"input":[{"role":"developer","content":")" + own +
                   R"("},{"role":"user","content":"u"}],"ideal":"i"})"),
              (Items{{"line 1", "u", "i"}, {"line 1", own, ""}}));
}

TEST(GoldFile, ReadsPromptfoosCases) {
    const Items expected{{"case 1", "Who?", "Me"}, {"case 2", "Why?", ""}};
    const std::string tests =
        R"([{"vars":{"q":"Who?"},"assert":[{"type":"equals","value":"Me"}]},{"vars":{"q":"Why?"}}])";
    EXPECT_EQ(read(tests), expected);
    EXPECT_EQ(read("{\"tests\":\n" + tests + "}"), expected);
    EXPECT_EQ(
        read(R"({"results":{"results":[{"vars":{"q":"Who?"},"testCase":{"assert":[{"value":"Me"}]}}]}})"),
        (Items{{"case 1", "Who?", "Me"}}));
}

TEST(GoldFile, RefusesWhatIsNoCase) {
    EXPECT_EQ(goldItems("{\"prompt\":\"p\"}\n{\"x\":1}").error().where, "line 2");
    EXPECT_EQ(goldItems("{\"prompt\":\"p\"}\n{\"prompt\"").error().where, "line 2");
    EXPECT_EQ(goldItems("[3]").error().where, "case 1");
    EXPECT_EQ(goldItems("some words").error().code, ErrorCode::badValue);
    EXPECT_EQ(goldItems(R"({"prompt":""})").error().code, ErrorCode::badValue);
}

TEST(GoldFile, IsRedactedAsTheRowsAre) {
    const test::TempDir dir;
    const redact::Redactor redactor;
    const auto gold = readGoldFile(
        dir.write("gold.jsonl", R"({"id":"a","prompt":"Write to ana@example.com now"})"), redactor);
    ASSERT_TRUE(gold);
    EXPECT_EQ(gold->items.front().prompt, "Write to [EMAIL] now");
    EXPECT_EQ(gold->sha256.size(), 64U);
    EXPECT_EQ(readGoldFile(dir.write("empty.jsonl", "\n"), redactor).error().code, ErrorCode::badValue);
    EXPECT_FALSE(readGoldFile(dir.file("missing"), redactor));
}

} // namespace
} // namespace goldpan::exporting
