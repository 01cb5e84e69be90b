// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/ingest/entry_decoder.h"
#include "tests/support/deep_stack.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <sstream>

namespace goldpan::ingest {
namespace {

/// A good line with `key` set to `json`, or without it where `json` is empty.
std::string lineWith(const std::string& key, const std::string& json) {
    std::vector<std::pair<std::string, std::string>> fields{
        {"request_id", R"("id-1")"},
        {"ts", R"("2025-06-12T03:04:05")"},
        {"model_version", R"("m1")"},
        {"prompt", R"("hello")"},
        {"response", R"("hi")"},
        {"latency_ms", "12"},
        {"user_id_hash", "null"},
        {"response_logprob", "-0.5"},
        {"tags", "[]"},
    };
    const auto place = std::ranges::find(fields, key, &std::pair<std::string, std::string>::first);
    if (place != fields.end()) {
        place->second = json;
    } else if (!key.empty()) {
        fields.emplace_back(key, json);
    }
    std::string line;
    for (const auto& [name, value] : fields) {
        if (!value.empty()) {
            line += (line.empty() ? "{\"" : ",\"") + name + "\":" + value;
        }
    }
    return line + "}";
}

class Decoder : public testing::Test {
protected:
    /// `class: what`, or "ok".
    std::string verdict(const std::string& line) {
        const auto decoded = decoder.decode(line, counts);
        return decoded ? "ok"
                       : std::string(lineFaultName(decoded.error().fault)) + ": " + decoded.error().detail;
    }
    LogEntry read(const std::string& line) {
        const auto decoded = decoder.decode(line, counts);
        EXPECT_TRUE(decoded) << decoded.error().detail;
        return decoded ? decoded->row.entry : LogEntry();
    }

    redact::Redactor redactor;
    EntryDecoder decoder{redactor};
    redact::RedactionCounts counts;
};

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

TEST_F(Decoder, RedactsEveryText) {
    const auto entry = read(
        R"({"request_id":"a@example.com","ts":"2025-06-12T03:04:05","model_version":"m","prompt":"I am b@example.com",)"
        R"("response":"Hello c@example.com","tags":["from:d@example.com"],)"
        R"("messages":[{"role":"system","content":"e@example.com"},{"role":"user","content":"I am b@example.com"}],)"
        R"("output":{"role":"assistant","content":"f@example.com"},"tools":[{"d":"g@example.com"}],)"
        R"("feedback":[{"comment":"h@example.com"}],"meta":{"note":"i@example.com"},"note":"j@example.com"})");
    EXPECT_EQ(entry.requestId, "a@example.com") << "an id is what the rows are joined by";
    EXPECT_EQ(entry.prompt, "I am [EMAIL]");
    EXPECT_EQ(entry.response, "Hello [EMAIL]");
    ASSERT_EQ(entry.tags.size(), 1U);
    EXPECT_EQ(entry.tags.front(), "from:[EMAIL]");
    EXPECT_EQ(entry.messages,
              R"([{"role":"system","content":"[EMAIL]"},{"role":"user","content":"I am [EMAIL]"}])");
    EXPECT_EQ(entry.output, R"({"role":"assistant","content":"[EMAIL]"})");
    EXPECT_EQ(entry.tools, R"([{"d":"[EMAIL]"}])");
    EXPECT_EQ(entry.feedback, R"([{"comment":"[EMAIL]"}])");
    EXPECT_EQ(entry.meta, R"({"note":"[EMAIL]","extra":{"/note":"[EMAIL]"}})");
    EXPECT_EQ(counts.byType[0], 10);
}

TEST_F(Decoder, ProtectsWhoeverGaveFeedback) {
    const auto entry = read(
        lineWith("feedback",
                 R"([{"name":"stars","value":1,"source":"user","user_id":"bob","ip_address":"10.0.0.1"}])"));
    const auto bob = sha256Hex("bob").substr(0, 16);
    EXPECT_EQ(entry.feedback, R"([{"name":"stars","value":1,"source":"user","user_id":")" + bob + R"("}])");
    EXPECT_EQ(counts.usersHashed, 1);
    EXPECT_EQ(counts.valuesDropped, 1);
}

TEST_F(Decoder, HashesUsers) {
    const auto bob = sha256Hex("bob").substr(0, 16);
    EXPECT_EQ(read(lineWith("user_id_hash", R"("00112233445566FF")")).userIdHash, "00112233445566FF");
    EXPECT_EQ(counts.usersHashed, 0);
    EXPECT_EQ(read(lineWith("user_id_hash", R"("bob")")).userIdHash, bob);
    EXPECT_EQ(counts.usersHashed, 1);
    EXPECT_EQ(read(lineWith("user_id", R"("bob")")).userIdHash, bob);
    EXPECT_EQ(read(lineWith("user_id", "42")).userIdHash, sha256Hex("42").substr(0, 16));
    EXPECT_EQ(counts.usersHashed, 3);
    EXPECT_EQ(read(lineWith("user_id", "null")).userIdHash, std::nullopt);
    EXPECT_EQ(read(lineWith("user_id", R"("")")).userIdHash, std::nullopt);
    const auto both = read(R"({"user_id":"carol",)" + lineWith("user_id_hash", R"("bob")").substr(1));
    EXPECT_EQ(both.userIdHash, bob);
    EXPECT_EQ(both.meta, "") << "a raw id is stored nowhere";
    EXPECT_EQ(counts.valuesDropped, 1);
}

TEST_F(Decoder, KeepsUnknownKeysInMeta) {
    EXPECT_EQ(read(lineWith("region", R"({"a": [1.50, "x"]})")).meta,
              R"({"extra":{"/region":{"a":[1.50,"x"]}}})");
    EXPECT_EQ(read(lineWith("a/b~c", "null")).meta, R"({"extra":{"/a~1b~0c":null}})");
    EXPECT_EQ(
        read(R"({"k":"v","meta":{"extra":{"/old":1},"operation":"chat"},)" + lineWith("", "").substr(1)).meta,
        R"({"operation":"chat","extra":{"/old":1,"/k":"v"}})");
    EXPECT_EQ(read(R"({"k":"v","meta":{"extra":"odd"},)" + lineWith("", "").substr(1)).meta,
              R"({"extra":{"/meta/extra":"odd","/k":"v"}})");
    EXPECT_EQ(read(lineWith("meta", "{}")).meta, "");
    EXPECT_EQ(read(lineWith("meta", "null")).meta, "");
}

TEST_F(Decoder, ProtectsPeopleInUnknownKeys) {
    const auto entry =
        read(R"({"user":"bob","client_ip":"192.0.2.7","headers":{"x":"y"},)" + lineWith("", "").substr(1));
    EXPECT_EQ(entry.meta, R"({"extra":{"/user":")" + sha256Hex("bob").substr(0, 16) + R"("}})");
    EXPECT_EQ(counts.usersHashed, 1);
    EXPECT_EQ(counts.valuesDropped, 2);
    EXPECT_EQ(read(lineWith("headers", R"({"x":"y"})")).meta, "") << "nothing is left of it";
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
