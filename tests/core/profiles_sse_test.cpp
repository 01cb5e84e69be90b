// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Streamed answers joined.
#include "core/base/json_tree.h"
#include "core/profiles/event_text.h"
#include "core/profiles/logged_stream.h"
#include "core/profiles/sse_join.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace goldpan::profiles {
namespace {

std::string joined(std::string_view events) {
    std::string out;
    for (const auto& stream : joinStreams(events)) {
        out += jsonText(stream.body) + (stream.isDamaged ? " damaged" : "") +
               (stream.isFailed ? " failed" : "") + (stream.isFinished ? " done\n" : " open\n");
    }
    return out;
}

TEST(SseJoin, ChatChunksWithToolCallsAndLogprobs) {
    EXPECT_EQ(
        joined(
            "data: "
            "{\"id\":\"c1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\","
            "\"content\":\"He\"},"
            "\"logprobs\":{\"content\":[{\"logprob\":-1}]}}]}\r\n\r\n"
            ": ping\n\n"
            "data: "
            "{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"llo\",\"tool_calls\":[{"
            "\"index\":0,\"id\":\"t\","
            "\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\"\"}}]},\"logprobs\":{\"content\":[{"
            "\"logprob\":-2}]}}]}\n\n"
            "data: "
            "{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":"
            "{\"arguments\":\":1}\"}}]},\"finish_reason\":\"tool_calls\"}],\"usage\":{\"n\":3}}\n\n"
            "data: [DONE]\n\n"),
        R"({"id":"c1","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Hello","tool_calls":)"
        R"([{"index":0,"function":{"name":"f","arguments":"{\"a\":1}"},"id":"t"}]},"logprobs":{"content":[{"logprob":-1},)"
        R"({"logprob":-2}]},"finish_reason":"tool_calls"}],"object":"chat.completion","usage":{"n":3}})"
        " done\n");
}

TEST(SseJoin, TheChoiceThatCountsMustHaveEnded) {
    const auto piece = [](int index, const std::string& rest) {
        return "data: {\"id\":\"c\",\"choices\":[{\"index\":" + std::to_string(index) + "," + rest +
               "}]}\n\n";
    };
    const std::string second = piece(1, R"("delta":{"content":"second whole"})");
    const std::string first = piece(0, R"("delta":{"content":"first is trunc"})");
    const std::string secondEnds = piece(1, R"("delta":{},"finish_reason":"stop")");
    const std::string firstEnds = piece(0, R"("delta":{},"finish_reason":"stop")");
    EXPECT_TRUE(joined(second + first + secondEnds).ends_with(" open\n"));
    EXPECT_TRUE(joined(first + second + secondEnds).ends_with(" open\n"));
    EXPECT_TRUE(joined(second + first + firstEnds).ends_with(" done\n"));
}

TEST(SseJoin, AnthropicBlocks) {
    EXPECT_EQ(
        joined(
            "event: message_start\ndata: "
            "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"content\":[],\"usage\":{\"in\":1}}}\n\n"
            "data: "
            "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":"
            "\"\"}}\n\n"
            "data: "
            "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
            "\"Hi\"}}\n\n"
            "data: "
            "{\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":"
            "\"t\",\"name\":\"f\",\"input\":{}}}\n\n"
            "data: "
            "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"partial_json\":\"{\\\"a\\\":1}\"}}"
            "\n\n"
            "data: "
            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\"},\"usage\":{\"out\":2}}\n\n"
            "data: {\"type\":\"message_stop\"}\n\n"),
        R"({"id":"m","content":[{"index":0,"type":"text","text":"Hi"},{"index":1,"type":"tool_use","id":"t","name":"f","input":"{\"a\":1}"}],)"
        R"("usage":{"in":1,"out":2},"stop_reason":"tool_use"})"
        " done\n");
}

TEST(SseJoin, ResponsesAndGemini) {
    EXPECT_EQ(joined("data: {\"type\":\"response.created\",\"response\":{\"id\":\"r\"}}\n\n"
                     "data: {\"type\":\"response.output_text.delta\",\"delta\":\"H\"}\n\n"
                     "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\",\"output\":[]}}\n\n"),
              "{\"id\":\"r\",\"output\":[]} done\n");
    EXPECT_EQ(
        joined(
            "data: "
            "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"C\"}],\"role\":\"model\"}}],"
            "\"responseId\":\"g\"}\n\n"
            "data: "
            "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"at\"}]},\"finishReason\":\"STOP\"}]}\n\n"),
        R"({"responseId":"g","candidates":[{"content":{"parts":[{"text":"Cat"}],"role":"model"},"finishReason":"STOP"}]})"
        " done\n");
}

TEST(SseJoin, AStreamThatWasCutIsOpenAndTwoIdsAreTwoAnswers) {
    EXPECT_EQ(joined("data: {\"id\":\"a\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"x\"}}]}\n\n"
                     "data: {\"id\":\"b\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"y\"}}]}\n\n"
                     "data: {\"id\":\"b\",\"choi"),
              R"({"id":"a","choices":[{"index":0,"message":{"content":"x"}}],"object":"chat.completion"})"
              " open\n"
              R"({"id":"b","choices":[{"index":0,"message":{"content":"y"}}],"object":"chat.completion"})"
              " damaged open\n");
}

TEST(SseJoin, AListOfEventsMayEndInWhatIsNone) {
    const auto joinedList = [](const std::string& list) {
        const auto value = parseJsonTree("[" + list + "]");
        EXPECT_TRUE(value) << list;
        std::string out;
        for (const auto& stream : joinLogged(*value)) {
            out += jsonText(stream.body) + (stream.isFailed ? " failed" : "") +
                   (stream.isFinished ? " done\n" : " open\n");
        }
        return out;
    };
    const std::string chunk = R"({"id":"a","choices":[{"index":0,"delta":{"content":"x"}}]})";
    const std::string body =
        R"({"id":"a","choices":[{"index":0,"message":{"content":"x"}}],"object":"chat.completion"})";
    EXPECT_EQ(joinedList(chunk), body + " open\n");
    EXPECT_EQ(joinedList(chunk + R"(,"[DONE]")"), body + " done\n");
    EXPECT_EQ(joinedList(chunk + R"(,{"error":{"message":"overloaded"}})"), body + " failed open\n");
    EXPECT_EQ(joinedList(chunk + R"(,null,"[DONE]")"), body + " done\n");
    EXPECT_EQ(joinedList(R"({"type":"message_start","message":{"id":"m","content":[]}},{"type":"error"})"),
              "{\"id\":\"m\",\"content\":[]} failed open\n");
    EXPECT_EQ(
        joinedList(
            R"({"candidates":[{"content":{"parts":[{"text":"C"}]},"finishReason":"STOP"}]},{"usageMetadata":{"n":1}})"),
        R"({"candidates":[{"content":{"parts":[{"text":"C"}]},"finishReason":"STOP"}],"usageMetadata":{"n":1}})"
        " done\n");
    EXPECT_EQ(joinedList(chunk + R"(,{"role":"assistant","content":"x"})"), "") << "messages are no events";
    EXPECT_EQ(joinedList(R"({"error":{}},)" + chunk), "");
    EXPECT_EQ(joinedList(R"({"candidates":["Ann","Bo"]})"), "");
}

TEST(SseJoin, EveryIndexIsFoundWithoutALookThroughTheOthers) {
    constexpr int kMany = 50'000; // 10^9 comparisons, looked for one by one
    std::string events;
    for (const std::string part : {"a", "b"}) {
        for (int i = kMany; i > 0; --i) {
            events += "data: {\"id\":\"c\",\"choices\":[{\"index\":" + std::to_string(i) +
                      ",\"delta\":{\"content\":\"" + part + "\"}}]}\n\n";
        }
    }
    const auto streams = joinStreams(events);
    ASSERT_EQ(streams.size(), 1U);
    const auto& choices = streams[0].body.find("choices")->items;
    ASSERT_EQ(choices.size(), std::size_t{kMany});
    EXPECT_EQ(jsonText(choices.front()), "{\"index\":1,\"message\":{\"content\":\"ab\"}}");
    EXPECT_EQ(jsonText(choices.back()), "{\"index\":50000,\"message\":{\"content\":\"ab\"}}");
}

/// An event with a piece of the answer of `index`; `words` as they stand in JSON.
std::string piece(const std::string& words, int index = 0) {
    return "data: {\"id\":\"a\",\"choices\":[{\"index\":" + std::to_string(index) +
           ",\"delta\":{\"content\":\"" + words + "\"}}]}\n\n";
}

std::string completion(const std::string& words) {
    return R"({"id":"a","choices":[{"index":0,"message":{"content":")" + words +
           R"("}}],"object":"chat.completion"})";
}

TEST(SseJoin, AnErrorOnTheWayIsTold) {
    const std::string end = "data: [DONE]\n\n";
    EXPECT_EQ(joined(piece("x") + "data: {\"error\":{\"message\":\"overloaded\"}}\n\n" + end),
              completion("x") + " failed done\n");
    EXPECT_EQ(joined(piece("x") + "event: error\ndata: {\"type\":\"error\",\"error\":{}}\n\n"),
              completion("x") + " failed open\n");
    EXPECT_EQ(joined("data: {\"error\":\"no room\"}\n\n" + end), "{} failed done\n")
        << "before the first word";
    EXPECT_EQ(joined("data: {\"type\":\"response.failed\",\"response\":{\"id\":\"r\"}}\n\n"),
              "{\"id\":\"r\"} failed done\n");
    EXPECT_EQ(joined("data: {\"id\":\"a\",\"error\":null,\"choices\":[]}\n\n" + end),
              R"({"id":"a","choices":[],"object":"chat.completion"})"
              " done\n");
    EXPECT_EQ(joined(piece("x") + end + "data: {\"error\":{\"message\":\"late\"}}\n\n"),
              completion("x") + " done\n");
}

TEST(SseJoin, TheFirstAnswerIsTheOneOfTheLeastIndex) {
    EXPECT_EQ(joined(piece("second", 1) + piece("first")),
              R"({"id":"a","choices":[{"index":0,"message":{"content":"first"}},)"
              R"({"index":1,"message":{"content":"second"}}],"object":"chat.completion"})"
              " open\n");
}

TEST(SseJoin, LinesEndInAnyOfThreeWays) {
    auto text = piece("x") + ": still there\n\n" + piece("y");
    EXPECT_EQ(joined("\xEF\xBB\xBF" + text), completion("xy") + " open\n");
    EXPECT_TRUE(looksLikeEvents("\xEF\xBB\xBF" + text));
    EXPECT_TRUE(looksLikeEvents("retry: 10\n" + text));
    std::ranges::replace(text, '\n', '\r');
    EXPECT_EQ(joined(text), completion("xy") + " open\n");
}

TEST(SseJoin, ACharacterThatWasCutInTwoIsWholeAgain) {
    EXPECT_EQ(joined(piece("a\\ud83d") + piece("\\ude00b")), completion("a\xF0\x9F\x98\x80"
                                                                        "b") +
                                                                 " open\n");
    EXPECT_EQ(joined(piece("\\ude00") + piece("x\\ud83d")),
              completion("\xEF\xBF\xBDx\xEF\xBF\xBD") + " open\n")
        << "halves that never met";
    EXPECT_EQ(joined(piece("\\ud83d\\ude00") + piece("\\\\ud83d")),
              completion("\xF0\x9F\x98\x80\\\\ud83d") + " open\n");
    EXPECT_EQ(
        joined("data: {\"id\":\"a\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"x\"},\"logprobs\":"
               "{\"content\":[{\"logprob\":NaN}]}}]}\n\n"),
        R"({"id":"a","choices":[{"index":0,"message":{"content":"x"},"logprobs":{"content":[{"logprob":null}]}}],)"
        R"("object":"chat.completion"})"
        " open\n");
}

} // namespace
} // namespace goldpan::profiles
