// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a log to rows: what is read, and what is wrong with the rest.
#include "core/base/sha256.h"
#include "tests/core/support/decoder_desk.h"
#include "tests/support/deep_stack.h"
#include "tests/support/places.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <sstream>

namespace goldpan::ingest {
namespace {

using test::lineWith;

class Decoder : public test::DecoderDesk {};

TEST_F(Decoder, ReadsThePlainRow) {
    const auto decoded = decoder.decode(lineWith("tags", R"(["b","a","b"])"), counts);
    ASSERT_TRUE(decoded);
    LogEntry expected;
    expected.requestId = "id-1";
    expected.ts = parseTimestamp("2025-06-12T03:04:05Z");
    expected.modelVersion = "m1";
    expected.prompt = "hello";
    expected.response = "hi";
    expected.latencyMs = 12;
    expected.responseLogprob = -0.5;
    expected.tags = {"a", "b"};
    EXPECT_EQ(decoded->row.entry, expected);
    EXPECT_EQ(decoded->row.keyHash, stableHash64("id-1"));
    EXPECT_FALSE(decoded->repaired);
    EXPECT_FALSE(decoded->row.contextDiffers);
}

TEST_F(Decoder, ReadsBothDialectsAlike) {
    const auto compact =
        read("{\"request_id\":\"i\",\"ts\":\"2025-06-12T03:04:05\",\"model_version\":\"m\","
             "\"prompt\":\"na\xC3\xAFve \xF0\x9F\x99\x82\",\"response\":\"r\",\"tags\":[\"x\"]}");
    const auto dumps =
        read(" {\"request_id\": \"i\", \"ts\" : \"2025-06-12T03:04:05\", \"model_version\": \"m\", "
             "\"prompt\": \"na\\u00efve \\ud83d\\ude42\", \"response\": \"r\",\t\"tags\": [\"x\"]} \r");
    EXPECT_EQ(compact, dumps);
    EXPECT_EQ(dumps.prompt, "na\xC3\xAFve \xF0\x9F\x99\x82");
}

TEST_F(Decoder, SaysWhatIsWrong) {
    const std::map<std::string, std::string> lines{
        {lineWith("request_id", ""), "missing_field: request_id"},
        {lineWith("request_id", "12345"), "wrong_type: request_id"},
        {lineWith("request_id", R"("")"), "wrong_type: request_id is empty"},
        {lineWith("ts", ""), "missing_field: ts"},
        {lineWith("ts", "null"), "missing_field: ts"},
        {lineWith("ts", "1749697445"), "bad_ts: ts is no ISO 8601 time"},
        {lineWith("ts", R"("2025-06-31T00:00:00")"), "bad_ts: ts is no ISO 8601 time"},
        {lineWith("model_version", ""), "missing_field: model_version"},
        {lineWith("prompt", R"(["a","b"])"), "wrong_type: prompt"},
        {lineWith("prompt", R"({"role":"user"})"), "wrong_type: prompt"},
        {lineWith("prompt", "null"), "wrong_type: prompt"},
        {lineWith("response", ""), "missing_field: response"},
        {lineWith("latency_ms", "12.5"), "wrong_type: latency_ms"},
        {lineWith("latency_ms", R"("12")"), "wrong_type: latency_ms"},
        {lineWith("latency_ms", "99999999999999999999"), "wrong_type: latency_ms"},
        {lineWith("latency_ms", "012"), "not_json: not one JSON object"},
        {lineWith("user_id_hash", "7"), "wrong_type: user_id_hash"},
        {lineWith("response_logprob", "true"), "wrong_type: response_logprob"},
        {lineWith("response_logprob", "1e999"), "wrong_type: response_logprob"},
        {lineWith("response_logprob", "NaN"), "not_json: not one JSON object"},
        {lineWith("response_logprob", "-Infinity"), "not_json: not one JSON object"},
        {lineWith("response_logprob", "-.5"), "not_json: not one JSON object"},
        {lineWith("tags", "null"), "wrong_type: tags"},
        {lineWith("tags", R"("a")"), "wrong_type: tags"},
        {lineWith("tags", R"(["a",1])"), "wrong_type: tags"},
        {lineWith("messages", "{}"), "wrong_type: messages"},
        {lineWith("output", "[]"), "wrong_type: output"},
        {lineWith("tools", R"("[]")"), "wrong_type: tools"},
        {lineWith("feedback", "1"), "wrong_type: feedback"},
        {lineWith("meta", "[]"), "wrong_type: meta"},
        {"[" + lineWith("", "") + "]", "wrong_type: not a JSON object"},
        {"\"just a string\"", "wrong_type: not a JSON object"},
        {"null", "wrong_type: not a JSON object"},
        {"// comment", "not_json: not one JSON object"},
        {"{'request_id':'a'}", "not_json: not one JSON object"},
        {"\xEF\xBB\xBF" + lineWith("", ""), "not_json: not one JSON object"},
        {lineWith("", "") + lineWith("", ""), "not_json: not one JSON object"},
        {lineWith("", "") + "]", "not_json: not one JSON object"},
        {lineWith("", "").substr(0, 60), "not_json: not one JSON object"},
        {lineWith("prompt", "\"caf\xE9\""), "bad_utf8: not valid UTF-8"},
        {lineWith("prompt", R"("\x")"), "not_json: not one JSON object"},
        {lineWith("prompt", "\"a\tb\""), "not_json: not one JSON object"},
        {lineWith("tags", "[\"a\",]"), "not_json: not one JSON object"},
        {R"({"a":1,})", "not_json: not one JSON object"},
        {R"({"a":1 "b":2})", "not_json: not one JSON object"},
        {"{}", "missing_field: request_id"},
    };
    for (const auto& [line, expected] : lines) {
        EXPECT_EQ(verdict(line), expected) << line;
    }
    EXPECT_EQ(counts, redact::RedactionCounts()) << "a bad line counts nothing";
}

TEST_F(Decoder, FindsDamageBelowTheTopLevel) {
    for (const std::string damage :
         {R"({"a" 1})", R"({"a":[1,]})", R"([01])", R"(["\x"])", R"([nul])", R"({"a":})"}) {
        EXPECT_EQ(verdict(lineWith("unknown", damage)), "not_json: not one JSON object") << damage;
        EXPECT_EQ(verdict(lineWith("prompt", damage)), "not_json: not one JSON object") << damage;
        EXPECT_EQ(verdict(lineWith("messages", "[" + damage + "]")), "not_json: not one JSON object")
            << damage;
        EXPECT_EQ(verdict(lineWith("meta", R"({"a":)" + damage + "}")), "not_json: not one JSON object")
            << damage;
        EXPECT_EQ(verdict(R"({"x":)" + damage + R"(,"x":1,)" + lineWith("", "").substr(1)),
                  "not_json: not one JSON object")
            << "in a forgotten value: " << damage;
    }
}

TEST_F(Decoder, KnowsAnObjectFromTheRest) {
    EXPECT_TRUE(decoder.decode("{}", counts).error().isObject);
    EXPECT_TRUE(decoder.decode(lineWith("tags", "null"), counts).error().isObject);
    EXPECT_TRUE(decoder.decode(lineWith("ts", "1"), counts).error().isObject);
    EXPECT_FALSE(decoder.decode("[{}]", counts).error().isObject);
    EXPECT_FALSE(decoder.decode(R"({"a":{"b"}})", counts).error().isObject);
    EXPECT_FALSE(decoder.decode("plain words", counts).error().isObject);
}

TEST_F(Decoder, TakesTheLastOfADoubledKey) {
    const auto tail = lineWith("response", R"("b")").substr(1);
    EXPECT_EQ(read(R"({"response":"a",)" + tail).response, "b");
    EXPECT_EQ(read(R"({"response":[1],)" + tail).response, "b") << "the forgotten one may be of any type";
    EXPECT_EQ(read(lineWith("tags", R"(["kept"],"tags":["new"])")).tags, std::vector<std::string>{"new"});
    EXPECT_EQ(verdict(R"({"response":"a",)" + lineWith("response", "1").substr(1)), "wrong_type: response");
    EXPECT_EQ(read(R"({"x":1,"y":2,"x":3,)" + tail).meta, R"({"extra":{"/x":3,"/y":2}})");
    EXPECT_EQ(read(R"({"resp\u006fnse":"a",)" + lineWith("response", "").substr(1)).response, "a")
        << "an escaped key is the same key";
}

TEST_F(Decoder, KeepsNumbersExact) {
    EXPECT_EQ(read(lineWith("latency_ms", "9007199254740993")).latencyMs, 9007199254740993);
    EXPECT_EQ(read(lineWith("latency_ms", "9223372036854775807")).latencyMs, INT64_MAX);
    EXPECT_EQ(read(lineWith("latency_ms", "-1")).latencyMs, -1);
    EXPECT_EQ(read(lineWith("latency_ms", "12.0")).latencyMs, 12);
    EXPECT_EQ(read(lineWith("latency_ms", "1.2e1")).latencyMs, 12);
    EXPECT_EQ(read(lineWith("latency_ms", "null")).latencyMs, std::nullopt);
    EXPECT_EQ(read(lineWith("latency_ms", "")).latencyMs, std::nullopt);
    EXPECT_EQ(verdict(lineWith("latency_ms", "9007199254740993.0")), "wrong_type: latency_ms")
        << "not exact any more";
    EXPECT_EQ(read(lineWith("response_logprob", "-3")).responseLogprob, -3.0);
    EXPECT_EQ(read(lineWith("response_logprob", "-5e-1")).responseLogprob, -0.5);
    EXPECT_EQ(read(lineWith("response_logprob", "-3.0000001")).responseLogprob, -3.0000001);
    EXPECT_EQ(read(lineWith("response_logprob", "")).responseLogprob, std::nullopt);
    EXPECT_EQ(read(lineWith("n", "123456789012345678901234567890.10")).meta,
              R"({"extra":{"/n":123456789012345678901234567890.10}})");
}

TEST_F(Decoder, RepairsLoneSurrogates) {
    const std::map<std::string, std::string> prompts{
        {R"("lone \ud83d high")", "lone \xEF\xBF\xBD high"},
        {R"("lone \uDE42 low")", "lone \xEF\xBF\xBD low"},
        {R"("\ud83d\ud83d\ude42")", "\xEF\xBF\xBD\xF0\x9F\x99\x82"},
        {R"("\ud83d")", "\xEF\xBF\xBD"},
        {R"("\\\ud83d")", "\\\xEF\xBF\xBD"},
    };
    for (const auto& [json, text] : prompts) {
        const auto decoded = decoder.decode(lineWith("prompt", json), counts);
        ASSERT_TRUE(decoded) << json;
        EXPECT_TRUE(decoded->repaired) << json;
        EXPECT_EQ(decoded->row.entry.prompt, text) << json;
    }
    const auto whole = decoder.decode(lineWith("prompt", R"("\ud83d\ude42 and \\ud83d, no escape")"), counts);
    ASSERT_TRUE(whole);
    EXPECT_FALSE(whole->repaired);
    EXPECT_EQ(whole->row.entry.prompt, "\xF0\x9F\x99\x82 and \\ud83d, no escape");
    EXPECT_EQ(read(lineWith("tags", R"(["\udc00"])")).tags, std::vector<std::string>{"\xEF\xBF\xBD"});
    EXPECT_EQ(read(lineWith("x", R"(["\udc00"])")).meta, "{\"extra\":{\"/x\":[\"\xEF\xBF\xBD\"]}}");
}

TEST_F(Decoder, LeavesOutMessagesThatSayNothingNew) {
    const auto messages = [this](const std::string& json) {
        return read(lineWith("messages", json)).messages;
    };
    EXPECT_EQ(messages(R"([{"role":"user","content":"hello"}])"), "");
    EXPECT_EQ(messages(R"([ {"content" : "hel\u006co", "role":"user"} ])"), "");
    EXPECT_EQ(messages("[]"), "");
    EXPECT_EQ(messages("null"), "");
    EXPECT_NE(messages(R"([{"role":"user","content":"hello","name":"n"}])"), "");
    EXPECT_NE(messages(R"([{"role":"user","content":"other"}])"), "");
    EXPECT_NE(messages(R"([{"role":"system","content":"hello"}])"), "");
    EXPECT_NE(messages(R"([{"role":"user","content":[{"type":"text","text":"hello"}]}])"), "");
    EXPECT_NE(messages(R"([{"role":"user","content":"hello"},{"role":"user","content":"hello"}])"), "");
}

TEST_F(Decoder, MarksContextsThatDiffer) {
    const auto differs = [this](const std::string& json) {
        return decoder.decode(lineWith("messages", json), counts)->row.contextDiffers;
    };
    EXPECT_FALSE(differs(R"([{"role":"system","content":"s"},{"role":"user","content":"hello"}])"));
    EXPECT_TRUE(differs(R"([{"role":"user","content":"other"}])"));
}

TEST_F(Decoder, TakesDepthAndLengthAsTheyCome) {
    std::string deep;
    for (int i = 0; i < 600; ++i) {
        deep += R"({"a":)";
    }
    deep += "1" + std::string(600, '}');
    test::onDeepStack([&] { EXPECT_EQ(verdict(deep), "missing_field: request_id"); });
    test::onDeepStack([&] {
        EXPECT_EQ(verdict(lineWith("deep", deep)), "ok");
        EXPECT_EQ(verdict(std::string(100'000, '[')), "not_json: not one JSON object");
        EXPECT_EQ(verdict(lineWith("deep", std::string(5000, '[') + std::string(5000, ']'))),
                  "not_json: not one JSON object");
    });
    const std::string megabyte(1 << 20, 'x');
    EXPECT_EQ(read(lineWith("prompt", "\"" + megabyte + "\"")).prompt, megabyte);
}

TEST_F(Decoder, KnowsEveryHostileLine) {
    if (test::sharedData().empty()) {
        GTEST_SKIP() << "the shared logs are not here";
    }
    const auto expected =
        nlohmann::json::parse(test::readMaybeGzip(test::sharedData() + "/logs/edge_expect.json"));
    std::istringstream lines(test::readMaybeGzip(test::sharedData() + "/logs/edge.jsonl.gz"));
    std::string line;
    for (const auto& item : expected) {
        ASSERT_TRUE(std::getline(lines, line));
        const auto wanted = item["class"].get<std::string>();
        const bool stored =
            wanted == "ok" || wanted == "aware_ts" || wanted == "duplicate_id" || item["line"] == 21;
        if (wanted != "blank") {
            const auto said = verdict(line);
            EXPECT_EQ(said.substr(0, said.find(':')), stored ? "ok" : wanted) << "line " << item["line"];
        }
    }
}

} // namespace
} // namespace goldpan::ingest
