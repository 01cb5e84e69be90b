// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/record_shapes.h"

#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace goldpan::exporting {
namespace {

using Json = nlohmann::ordered_json;

/// The lines of a shared file; none where it is not there.
std::vector<std::string> sharedLines(const std::string& name) {
    const auto folder = test::sharedData();
    std::istringstream text(folder.empty() ? "" : test::readMaybeGzip(folder + "/logs/" + name));
    std::vector<std::string> out;
    for (std::string line; std::getline(text, line);) {
        out.push_back(line);
    }
    return out;
}

TEST(SftRow, IsWrittenAsPythonWritesIt) {
    const std::vector<Message> turns{{.role = "system", .text = "Be \"kind\""},
                                     {.role = "user", .text = "tab\there \x7F \xC3\xA9 \xE2\x80\xA8 \x01"}};
    EXPECT_EQ(sftRow(turns, "line\nfeed"),
              "{\"messages\": [{\"role\": \"system\", \"content\": \"Be \\\"kind\\\"\"}, "
              "{\"role\": \"user\", \"content\": \"tab\\there \x7F \xC3\xA9 \xE2\x80\xA8 \\u0001\"}, "
              "{\"role\": \"assistant\", \"content\": \"line\\nfeed\"}]}");
}

TEST(SftRow, KeepsToolTurnsAndTheirNumbers) {
    const std::vector<Message> turns{
        {.role = "user", .text = "weather?"},
        {.role = "assistant",
         .toolCalls =
             R"([{"id":"c1","function":{"name":"f","arguments":"{\"a\":1,\"b\":\"x, y: z\"}"},"n":1e400}])"},
        {.role = "tool", .text = "", .name = "f", .toolCallId = "c1"}};
    EXPECT_EQ(
        sftRow(turns, "Rain."),
        R"({"messages": [{"role": "user", "content": "weather?"}, )"
        R"({"role": "assistant", "content": null, "tool_calls": [{"id": "c1", "function": {"name": "f", )"
        R"("arguments": "{\"a\":1,\"b\":\"x, y: z\"}"}, "n": 1e400}]}, )"
        R"({"role": "tool", "content": "", "tool_call_id": "c1", "name": "f"}, )"
        R"({"role": "assistant", "content": "Rain."}]})");
}

TEST(SftRow, EqualsTheLessonsOwnFile) {
    const auto lines = sharedLines("expected/sft_user_negative+drift_window.jsonl.gz");
    if (lines.empty()) {
        GTEST_SKIP() << "the shared logs are not here";
    }
    for (const auto& line : lines) {
        const auto turns = parseMessages(Json::parse(line)["messages"].dump());
        ASSERT_TRUE(turns);
        const std::string correction = turns->back().text;
        EXPECT_EQ(sftRow({turns->begin(), turns->end() - 1}, correction), line);
    }
}

TEST(LogRow, WritesTheLessonsKeysInOrder) {
    LogEntry entry{.requestId = "a1",
                   .ts = parseTimestamp("2025-06-12T03:04:05Z"),
                   .modelVersion = "m1",
                   .prompt = "p\xC3\xA9",
                   .response = "r\n",
                   .latencyMs = 3900,
                   .userIdHash = "19b3a073130e295d",
                   .responseLogprob = -3,
                   .tags = {"drift_window", "x"}};
    EXPECT_EQ(logRow(entry),
              "{\"request_id\":\"a1\",\"ts\":\"2025-06-12T03:04:05\",\"model_version\":\"m1\",\"prompt\":"
              "\"p\xC3\xA9\","
              "\"response\":\"r\\n\",\"latency_ms\":3900,\"user_id_hash\":\"19b3a073130e295d\","
              "\"response_logprob\":-3.0,\"tags\":[\"drift_window\",\"x\"]}");
}

TEST(LogRow, SaysNullForWhatIsMissingAndAddsOnlyWhatIsThere) {
    LogEntry entry{.requestId = "a1", .messages = "[{\"role\":\"user\"}]", .meta = "{\"n\":1.50}"};
    EXPECT_EQ(
        logRow(entry),
        R"({"request_id":"a1","ts":null,"model_version":"","prompt":"","response":"","latency_ms":null,)"
        R"("user_id_hash":null,"response_logprob":null,"tags":[],"messages":[{"role":"user"}],)"
        R"("meta":{"n":1.50}})");
    entry = {.requestId = "a2", .ts = Timestamp{1}, .output = "{}", .tools = "[1]", .feedback = "[2]"};
    EXPECT_NE(logRow(entry).find(R"("ts":"1970-01-01T00:00:00.000001")"), std::string::npos);
    EXPECT_TRUE(logRow(entry).ends_with(R"("tags":[],"output":{},"tools":[1],"feedback":[2]})"));
}

TEST(LogRow, EqualsTheLessonsOwnFile) {
    const auto lines = sharedLines("inference_small.jsonl");
    if (lines.empty()) {
        GTEST_SKIP() << "the shared logs are not here";
    }
    for (const auto& line : lines) {
        const auto json = Json::parse(line);
        LogEntry entry{.requestId = json["request_id"],
                       .ts = parseTimestamp(json["ts"].get<std::string>()),
                       .modelVersion = json["model_version"],
                       .prompt = json["prompt"],
                       .response = json["response"],
                       .latencyMs = json["latency_ms"].get<std::int64_t>(),
                       .tags = json["tags"].get<std::vector<std::string>>()};
        if (!json["user_id_hash"].is_null()) {
            entry.userIdHash = json["user_id_hash"].get<std::string>();
        }
        if (!json["response_logprob"].is_null()) {
            entry.responseLogprob = json["response_logprob"].get<double>();
        }
        EXPECT_EQ(logRow(entry), line);
    }
}

} // namespace
} // namespace goldpan::exporting
