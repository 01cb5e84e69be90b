// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Much of one kind in a log: what it costs and what of it is kept.
#include "tests/core/support/profile_desk.h"

#include <gmock/gmock.h>

namespace goldpan::profiles {
namespace {

using testing::Contains;
using testing::Not;
using testing::StartsWith;

TEST(ProfileSizes, ARowKeepsTheLastFeedbackOfMuch) {
    constexpr int kMany = 300;
    const auto score = [](const std::string& on, int number) {
        return R"({"id":"s","trace_id":"t","observation_id":)" + on + R"(,"name":"n)" +
               std::to_string(number) + R"(","value":1,"source":"API","data_type":"NUMERIC"})";
    };
    ProfileDesk desk("langfuse-blob");
    std::vector<std::string> calls;
    for (int i = 0; i < kMany; ++i) {
        desk.with(score("null", i)).with(score("\"o0\"", i));
        calls.push_back(
            R"({"id":"o)" + std::to_string(i) +
            R"(","type":"GENERATION","trace_id":"t","start_time":"2025-06-01 00:00:00.000001","input":"Hi","output":"Yo"})");
    }
    desk.map(calls);
    ASSERT_EQ(desk.rowCount(), std::size_t{kMany});
    std::size_t kept = 0;
    for (std::size_t i = 0; i < desk.rowCount(); ++i) {
        kept += nlohmann::json::parse(desk.field("feedback", i)).size();
        EXPECT_THAT(desk.row(i).ambiguous,
                    Contains("more feedback than a row keeps, of which the last counts"));
    }
    EXPECT_EQ(kept, kMany * kMostFeedback) << "not each of them with each of the calls";
    EXPECT_EQ(nlohmann::json::parse(desk.field("feedback", 7)).back()["name"], "n299");
    EXPECT_EQ(desk.companions().unmatchedCount(), 0) << "what is not kept is joined all the same";
}

TEST(ProfileSizes, ThumbsAreComparedInOnePass) {
    std::vector<Feedback> many(200'000); // 4 * 10^10 pairs
    for (auto& one : many) {
        one = {.name = "thumb", .value = JsonTree::number("1"), .source = "user"};
    }
    EXPECT_FALSE(disagree(many));
    many.back().source = "judge";
    many.back().value = JsonTree::number("0");
    EXPECT_FALSE(disagree(many)) << "another one says so";
    many.back().source = "user";
    EXPECT_TRUE(disagree(many));
    many.back().name = "other";
    EXPECT_FALSE(disagree(many));
}

TEST(ProfileSizes, WhatStandsAroundManyRowsIsKeptOnce) {
    const auto log = [](std::size_t size) {
        std::string spans;
        for (int i = 0; i < 100; ++i) {
            spans +=
                std::string(i > 0 ? "," : "") + R"({"traceId":"t","spanId":"s)" + std::to_string(i) +
                R"(","startTimeUnixNano":"1","endTimeUnixNano":"2","attributes":[)"
                R"({"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},)"
                R"({"key":"gen_ai.input.messages","value":{"stringValue":"[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"q\"}]}]"}},)"
                R"({"key":"gen_ai.output.messages","value":{"stringValue":"[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"a\"}]}]"}}]})";
        }
        return R"({"resourceSpans":[{"resource":{"attributes":[{"key":"k","value":{"stringValue":")" +
               std::string(size, 'v') + R"("}}]},"scopeSpans":[{"scope":{"name":"n"},"spans":[)" + spans +
               "]}]}]}";
    };
    ProfileDesk desk("otlp-genai");
    desk.map({log(100'000)});
    ASSERT_EQ(desk.rowCount(), 100U);
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < desk.rowCount(); ++i) {
        bytes += desk.row(i).entry.meta.size();
    }
    EXPECT_LT(bytes, 200'000U) << "once, not a hundred times";
    EXPECT_GT(desk.extra("2/resource").size(), 100'000U);
    EXPECT_THAT(desk.row(0).ambiguous, Not(Contains(StartsWith("what stands around"))));
    EXPECT_EQ(desk.extra("2", 99), "{\"kept_with\":" + desk.field("request_id") + "}");
    EXPECT_EQ(desk.extra("2/resource", 99), "none");
    EXPECT_EQ(desk.extra("1/scope", 99), desk.extra("1/scope")) << "what is short stays with each";
    EXPECT_THAT(desk.row(99).ambiguous,
                Contains("what stands around several rows is long, and kept with the first"));
    ProfileDesk usual("otlp-genai");
    usual.map({log(1'000)});
    EXPECT_EQ(usual.extra("2/resource", 99), usual.extra("2/resource"));
}

} // namespace
} // namespace goldpan::profiles
