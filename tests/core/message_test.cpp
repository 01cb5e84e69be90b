// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/message.h"

#include "core/domain/log_entry.h"

#include <gtest/gtest.h>

using namespace goldpan;

TEST(Message, ReadsEachTurnWithWhatAnExportNeeds) {
    const auto turns = parseMessages(
        R"([{"role":"system","content":"be kind"},{"role":"user","name":"ann","content":[{"type":"text","text":"a"},{"text":"b"}]},)"
        R"({"role":"assistant","content":null,"reasoning":"hm","tool_calls":[{"id":"c1"}]},)"
        R"({"role":"tool","tool_call_id":"c1","content":"4"}])");
    ASSERT_TRUE(turns);
    const std::vector<Message> expected{
        {.role = "system", .text = "be kind"},
        {.role = "user", .text = "a\nb", .name = "ann"},
        {.role = "assistant", .toolCalls = R"([{"id":"c1"}])", .reasoning = "hm"},
        {.role = "tool", .text = "4", .toolCallId = "c1"},
    };
    EXPECT_EQ(*turns, expected);
}

TEST(Message, MarksContentThatIsNotText) {
    for (const char* content : {R"([{"type":"image_url","image_url":{}}])", R"(["a"])", R"({"a":1})", "7",
                                R"([{"type":"refusal","text":"no"}])"}) {
        const auto message = parseMessage(R"({"role":"user","content":)" + std::string(content) + "}");
        ASSERT_TRUE(message) << content;
        EXPECT_TRUE(message->hasOtherParts) << content;
    }
}

TEST(Message, TakesTheLastOfADoubledKeyAndNoCallsFromAnEmptyList) {
    const auto message =
        parseMessage(R"({"role":"user","content":[{"text":"old"}],"content":"new","tool_calls":[]})");
    ASSERT_TRUE(message);
    EXPECT_EQ(*message, (Message{.role = "user", .text = "new"}));
}

TEST(Message, RefusesWhatIsNoTurn) {
    for (const char* json : {R"({"role":"user"})", R"([{"content":"a"}])", R"([{"role":1}])", R"(["a"])",
                             R"(["{\"role\":\"user\"}"])", "[", ""}) {
        EXPECT_FALSE(parseMessages(json)) << json;
    }
}

// A reader that looked through all keys for each new one would take minutes here.
TEST(Message, ReadsAMessageOfVeryManyKeys) {
    std::string json = R"([{"role":"user","content":"hi")";
    for (int i = 0; i < 300'000; ++i) {
        json += ",\"k" + std::to_string(i) + "\":0";
    }
    const auto turns = parseMessages(json + "}]");
    ASSERT_TRUE(turns);
    EXPECT_EQ(turns->front().text, "hi");
}

TEST(Message, KnowsWhereTheContextIsNotThePrompt) {
    LogEntry entry{.prompt = "b"};
    EXPECT_FALSE(contextDiffers(entry));
    entry.messages = R"([{"role":"user","content":"a"},{"role":"user","content":"b"}])";
    EXPECT_FALSE(contextDiffers(entry));
    entry.messages = R"([{"role":"user","content":"b"},{"role":"user","content":"a"}])";
    EXPECT_TRUE(contextDiffers(entry));
}
