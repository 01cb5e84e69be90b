// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that hold objects in five ways, and streamed answers joined.
#include "core/base/json_tree.h"
#include "core/profiles/logged_stream.h"
#include "core/profiles/object_splitter.h"
#include "core/profiles/sse_join.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace goldpan::profiles {
namespace {

/// `line:text` of each object, fed in pieces of `size`.
std::string split(std::string_view text, std::size_t size, FileKind* kind = nullptr,
                  std::size_t limit = 1000) {
    ObjectSplitter splitter(limit);
    std::string out;
    const auto take = [&](const SplitObject& object) {
        out += std::to_string(object.line) + ":" + (object.isTooLong ? "long" : std::string(object.text)) +
               (object.isOpen ? "~" : "") + " ";
    };
    while (!text.empty()) {
        splitter.add(text.substr(0, size), take);
        text.remove_prefix(std::min(size, text.size()));
    }
    splitter.finish(take);
    if (kind != nullptr) {
        *kind = splitter.kind();
    }
    return out;
}

struct Case {
    std::string text;
    FileKind kind;
    std::string objects;
};

TEST(ObjectSplitter, KnowsHowAFileHoldsItsObjects) {
    const std::vector<Case> cases{
        {"{\"a\":1}\n\n{\"a\":2}\r\n{\"a\":3}", FileKind::lines, "1:{\"a\":1} 3:{\"a\":2}\r 4:{\"a\":3}~ "},
        {"{\"a\":1}\nbroken {\n{\"a\":2}\n", FileKind::lines, "1:{\"a\":1} 2:broken { 3:{\"a\":2} "},
        {"{\n \"a\": \"}\\\"\"\n}\n{\n}\n", FileKind::stream, "1:{\n \"a\": \"}\\\"\"\n} 4:{\n} "},
        {" [\n {\"a\":1},\n {\"a\":[2]}\n]\n", FileKind::array, "2:{\"a\":1} 3:{\"a\":[2]} "},
        {"[{\"a\":1},{\"a\":2}]", FileKind::array, "1:{\"a\":1} 1:{\"a\":2} "},
        {"[{\"a\":1},\n{\"a\":", FileKind::array, "1:{\"a\":1} 2:{\"a\":~ "},
        {"[]", FileKind::array, ""},
        {"\xEF\xBB\xBF{\"a\":1}\n{\"a\":2}\n", FileKind::lines, "1:{\"a\":1} 2:{\"a\":2} "},
        {"\xEF\xBB\xBF[{\"a\":1}]", FileKind::array, "1:{\"a\":1} "},
        // one behind the other on a line that ends
        {"{\"a\":1}{\"a\":2} {\"a\":3}\n", FileKind::stream, "1:{\"a\":1} 1:{\"a\":2} 1:{\"a\":3} "},
        {"{\"a\":1}{\"a\":2}\n{\"a\":3}\n", FileKind::stream, "1:{\"a\":1} 1:{\"a\":2} 2:{\"a\":3} "},
        // a first line with a whole value in it that goes on in the next
        {"{\"a\":{\"b\":1},\n\"c\":2}\n{\"a\":3}\n", FileKind::stream,
         "1:{\"a\":{\"b\":1},\n\"c\":2} 3:{\"a\":3} "},
        {"{\"a\":[{\"b\":1},\n{\"b\":2}\n]}", FileKind::stream, "1:{\"a\":[{\"b\":1},\n{\"b\":2}\n]} "},
        {"{\"a\":{\"b\":\"}\"}\n,\"c\":[{}]\n}\n", FileKind::stream,
         "1:{\"a\":{\"b\":\"}\"}\n,\"c\":[{}]\n} "},
        // a first line that is broken, and the next are not
        {"{\"a\":{\"b\":1}\n{\"a\":2}\n", FileKind::lines, "1:{\"a\":{\"b\":1} 2:{\"a\":2} "},
        {"{\"a\":{\"b\":1},\n{\"a\":2}\n{\"a\":3}\n", FileKind::lines,
         "1:{\"a\":{\"b\":1}, 2:{\"a\":2} 3:{\"a\":3} "},
        {"{\"a\":1}}\n{\"a\":2}\n", FileKind::lines, "1:{\"a\":1}} 2:{\"a\":2} "},
        {"{\"a\":{},\"b\n{\"a\":2}\n", FileKind::lines, "1:{\"a\":{},\"b 2:{\"a\":2} "},
        {" \n ", FileKind::unknown, ""},
        {"", FileKind::unknown, ""},
    };
    for (const auto& one : cases) {
        for (const std::size_t size : {1UL, 3UL, 1000UL}) {
            FileKind kind{};
            EXPECT_EQ(split(one.text, size, &kind), one.objects) << one.text << " in pieces of " << size;
            EXPECT_EQ(kind, one.kind) << one.text;
        }
    }
}

TEST(ObjectSplitter, WhiteSpaceIsNotKeptHoweverMuchThereIs) {
    const auto none = [](const SplitObject&) {};
    for (const std::string_view blanks : {"\n", " ", " \r\n"}) {
        for (const std::string_view before : {"", "{\n\"a\":1}\n"}) {
            ObjectSplitter splitter(std::size_t{1} << 20);
            splitter.add(before, none);
            std::size_t most = 0;
            for (int i = 0; i < 20'000; ++i) {
                splitter.add(blanks, none);
                most = std::max(most, splitter.heldBytes());
            }
            EXPECT_LE(most, kSiblingTail) << "else it is read again with every piece";
            std::string found;
            splitter.add("\n{\n\"b\":2}\n", [&](const SplitObject& object) {
                found = std::to_string(object.line) + ":" + std::string(object.text);
            });
            const auto lines = (before.empty() ? 0 : 2) + (blanks.ends_with('\n') ? 20'000 : 0);
            EXPECT_EQ(found, std::to_string(lines + 2) + ":{\n\"b\":2}");
        }
    }
}

TEST(ObjectSplitter, GivesALongLineOutWithoutItsText) {
    const std::string text = "{\"a\":1}\n{\"b\":\"" + std::string(50, 'x') + "\"}\n{\"c\":1}\n";
    for (const std::size_t size : {1UL, 7UL, 1000UL}) {
        EXPECT_EQ(split(text, size, nullptr, 20), "1:{\"a\":1} 2:long 3:{\"c\":1} ") << size;
    }
}

TEST(ObjectSplitter, ALongElementOfAnArrayIsNotHeld) {
    const std::string text = "[\n{\"a\":1},\n{\"b\":[\"" + std::string(50, ']') + "\"]},\n{\"c\":1}]";
    for (const std::size_t size : {1UL, 7UL, 1000UL}) {
        EXPECT_EQ(split(text, size, nullptr, 20), "2:{\"a\":1} 3:long 4:{\"c\":1} ") << size;
    }
    EXPECT_EQ(split("[{\"b\":\"" + std::string(50, 'x'), 7, nullptr, 20), "1:long ");
    EXPECT_EQ(split("data: {}\n\ndata: " + std::string(50, 'x'), 7, nullptr, 20), "1:long ");
}

/// As `split`, by a reader that says which objects are no JSON: `bad` with their lines.
std::string splitKnowing(std::string_view text, std::size_t size) {
    ObjectSplitter splitter(1000);
    std::string out;
    const auto take = [&](const SplitObject& object) {
        const bool isWhole = parseJsonTree(object.text).has_value();
        out += std::to_string(object.line) + ":";
        out += object.isLost      ? "lost"
               : object.isTooLong ? "long"
               : isWhole          ? std::string(object.text)
                                  : "bad";
        out += " ";
        if (!isWhole && !object.isLost && !object.isTooLong) {
            splitter.markBroken();
        }
    };
    while (!text.empty()) {
        splitter.add(text.substr(0, size), take);
        text.remove_prefix(std::min(size, text.size()));
    }
    splitter.finish(take);
    return out;
}

TEST(ObjectSplitter, OneBrokenObjectCostsOneObject) {
    const std::vector<std::pair<std::string, std::string>> cases{
        // a string that never ends, a bracket that never closes, one too many, a comma that is missing
        {"[\n{\"a\":1},\n{\"a\":\"x},\n{\"a\":3},\n{\"a\":4}\n]\n",
         "2:{\"a\":1} 3:bad 4:{\"a\":3} 5:{\"a\":4} "},
        {"[\n{\"a\":1},\n{\"a\":[2},\n{\"a\":3}\n]\n", "2:{\"a\":1} 3:bad 4:{\"a\":3} "},
        {"[\n{\"a\":[1},\n{\"a\":3}\n]\n", "2:bad 3:{\"a\":3} "},
        {"[{\"a\":1},{\"a\":\"x},{\"a\":3},{\"a\":4}]", "1:{\"a\":1} 1:bad 1:{\"a\":3} 1:{\"a\":4} "},
        {"{\n \"a\": 1\n}\n{\n \"a\": \"2,\n \"b\": {\n }\n}\n{\n \"a\": 3\n}\n",
         "1:{\n \"a\": 1\n} 4:bad 9:{\n \"a\": 3\n} "},
        {"[\n  {\"a\":{\"a\":1}},\n  {\"a\":\n    {\"a\":2}\n  \"},\n  {\"a\":3}\n]",
         "2:{\"a\":{\"a\":1}} 3:bad 6:{\"a\":3} "},
        {"[\n{\"a\":1} oops {\"a\":2},\n{\"a\":3}]", "2:{\"a\":1} 2:bad 2:lost 3:{\"a\":3} "},
        {"[{\"a\":1},oops,{\"z\":{\"y\":2}}]", "1:{\"a\":1} 1:bad 1:lost "},
        {"[{\"a\":1},{\"a\":\"x, {\"a\":3}]", "1:{\"a\":1} 1:bad 1:{\"a\":3} "},
        {"[\n{\"a\":1},\n{\"a\":\"x", "2:{\"a\":1} 3:bad "},
    };
    for (const auto& [text, objects] : cases) {
        for (const std::size_t size : {1UL, 3UL, 7UL, 1000UL}) {
            EXPECT_EQ(splitKnowing(text, size), objects) << text << " in pieces of " << size;
        }
    }
}

TEST(ObjectSplitter, AnObjectThatNeverEndsDoesNotTakeTheFileWithIt) {
    std::string text = "[\n{\"a\":0},\n{\"a\":\"x},\n";
    std::string objects = "2:{\"a\":0} 3:long ";
    for (int i = 1; i <= 300; ++i) {
        const std::string one = "{\"a\":" + std::to_string(i) + "}";
        text += one + (i < 300 ? ",\n" : "\n]");
        objects += std::to_string(i + 3) + ":" + one + " ";
    }
    for (const std::size_t size : {7UL, 100UL}) { // as soon as it is too long to be held
        EXPECT_EQ(splitKnowing(text, size), objects) << size;
    }
}

std::string joined(std::string_view events) {
    std::string out;
    for (const auto& stream : joinStreams(events)) {
        out += jsonText(stream.body) + (stream.isDamaged ? " damaged" : "") +
               (stream.isFinished ? " done\n" : " open\n");
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
            out += jsonText(stream.body) + (stream.isFinished ? " done\n" : " open\n");
        }
        return out;
    };
    const std::string chunk = R"({"id":"a","choices":[{"index":0,"delta":{"content":"x"}}]})";
    const std::string body =
        R"({"id":"a","choices":[{"index":0,"message":{"content":"x"}}],"object":"chat.completion"})";
    EXPECT_EQ(joinedList(chunk), body + " open\n");
    EXPECT_EQ(joinedList(chunk + R"(,"[DONE]")"), body + " done\n");
    EXPECT_EQ(joinedList(chunk + R"(,{"error":{"message":"overloaded"}})"), body + " open\n");
    EXPECT_EQ(joinedList(chunk + R"(,null,"[DONE]")"), body + " done\n");
    EXPECT_EQ(joinedList(R"({"type":"message_start","message":{"id":"m","content":[]}},{"type":"error"})"),
              "{\"id\":\"m\",\"content\":[]} open\n");
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
    EXPECT_EQ(jsonText(choices.front()), "{\"index\":50000,\"message\":{\"content\":\"ab\"}}");
    EXPECT_EQ(jsonText(choices.back()), "{\"index\":1,\"message\":{\"content\":\"ab\"}}");
}

} // namespace
} // namespace goldpan::profiles
