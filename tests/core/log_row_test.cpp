// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/log_row.h"

#include "tests/support/places.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

namespace goldpan {
namespace {

using Json = nlohmann::ordered_json;

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
    const auto folder = test::sharedData();
    if (folder.empty()) {
        GTEST_SKIP() << "the shared logs are not here";
    }
    std::istringstream text(test::readMaybeGzip(folder + "/logs/inference_small.jsonl"));
    for (std::string line; std::getline(text, line);) {
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
} // namespace goldpan
