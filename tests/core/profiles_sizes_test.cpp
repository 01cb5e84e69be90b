// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Much of one kind in a log: what it costs and what of it is kept.
#include "core/base/sha256.h"
#include "tests/core/support/profile_desk.h"

#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

namespace goldpan::profiles {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
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

/// A Langfuse trace of `calls` calls with these scores inside.
std::string traceOf(int calls, const std::string& scores) {
    std::string out = R"({"trace":{"id":"t"},"observations":[)";
    for (int i = 0; i < calls; ++i) {
        out +=
            std::string(i > 0 ? "," : "") + R"({"id":"o)" + std::to_string(i) +
            R"(","traceId":"t","type":"GENERATION","startTime":"2025-06-01T00:00:00Z","input":"Hi","output":"Yo"})";
    }
    return out + R"(],"scores":[)" + scores + "]}";
}

TEST(ProfileSizes, FeedbackInsideAnObjectIsFoundByItsKeys) {
    constexpr int kCalls = 300;
    std::string scores = R"({"traceId":"t","name":"all","value":1,"source":"API"})";
    for (int i = 0; i < kCalls; ++i) {
        scores += R"(,{"observationId":"o)" + std::to_string(i) + R"(","name":"n)" + std::to_string(i) +
                  R"(","value":1,"source":"API"},{"observationId":"gone","name":"x","value":0})";
    }
    scores += R"(,{"name":"any","value":1,"source":"API"},{"traceId":"other","name":"y","value":0})";
    ProfileDesk desk("langfuse-trace");
    desk.map({traceOf(kCalls, scores), traceOf(1, R"({"observationId":"o0","name":"later","value":1})")});
    ASSERT_EQ(desk.rowCount(), std::size_t{kCalls} + 1);
    for (std::size_t i = 0; i < kCalls; ++i) {
        const auto feedback = nlohmann::json::parse(desk.field("feedback", i));
        ASSERT_EQ(feedback.size(), 3U);
        EXPECT_EQ(feedback[0]["name"], "all") << "in the order of the object";
        EXPECT_EQ(feedback[1]["name"], "n" + std::to_string(i));
        EXPECT_EQ(feedback[2]["name"], "any");
    }
    EXPECT_EQ(nlohmann::json::parse(desk.field("feedback", kCalls))[0]["name"], "later")
        << "of its own object";
}

TEST(ProfileSizes, ARowKeepsNotTooManyBytesOfFeedback) {
    const auto kept = [](int count, std::size_t size) {
        std::string scores;
        for (int i = 0; i < count; ++i) {
            scores += std::string(i > 0 ? "," : "") + R"({"observationId":"o0","name":"n)" +
                      std::to_string(i) + R"(","value":1,"source":"API","comment":")" +
                      std::string(size, 'c') + R"("})";
        }
        ProfileDesk desk("langfuse-trace");
        desk.map({traceOf(1, scores)});
        const auto feedback = nlohmann::json::parse(desk.field("feedback"));
        EXPECT_EQ(feedback.back()["name"], "n" + std::to_string(count - 1));
        EXPECT_EQ(desk.row().ambiguous.size(), std::size_t(feedback.size()) < std::size_t(count) ? 1U : 0U);
        return feedback.size();
    };
    EXPECT_EQ(kept(50, 10'000), 6U);
    EXPECT_EQ(kept(2, 100'000), 1U) << "the last is kept whatever it takes";
    EXPECT_EQ(kept(5, 100), 5U);
    EXPECT_EQ(kept(150, 100), kMostFeedback);
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
    const auto hashOf = [&](std::size_t at) { return stableHash64(desk.row(at).entry.requestId); };
    std::size_t keeper = 0;
    for (std::size_t i = 1; i < desk.rowCount(); ++i) {
        keeper = hashOf(i) < hashOf(keeper) ? i : keeper;
    }
    EXPECT_GT(desk.extra("2/resource", keeper).size(), 100'000U) << "which sampling leaves out last";
    EXPECT_THAT(desk.row(keeper).ambiguous, Not(Contains(StartsWith("what stands around"))));
    const std::size_t other = keeper == 99 ? 0 : 99;
    EXPECT_EQ(desk.extra("2", other), "{\"kept_with\":" + desk.field("request_id", keeper) + "}");
    EXPECT_EQ(desk.extra("2/resource", other), "none");
    EXPECT_EQ(desk.extra("1/scope", other), desk.extra("1/scope", keeper)) << "what is short stays with each";
    EXPECT_THAT(desk.row(other).ambiguous,
                Contains("what stands around several rows is long, and kept with a few of them"));
    ProfileDesk usual("otlp-genai");
    usual.map({log(1'000)});
    EXPECT_EQ(usual.extra("2/resource", 99), usual.extra("2/resource"));
}

TEST(ProfileSizes, WhatIsKeptOnceIsKeptWithWhatSamplingKeeps) {
    std::string records;
    for (int i = 0; i < 50; ++i) {
        records += std::string(i > 0 ? "," : "") + R"({"id":"r)" + std::to_string(i) +
                   R"(","q":"q","a":"a","tags":)" + (i == 7 ? R"(["user_negative"])" : R"(["other"])") +
                   R"(,"lp":)" + (i == 9 ? "-5" : "-0.5") + "}";
    }
    ProfileDesk desk(
        R"({"profile":"p","each":["/rows/*"],"map":{"request_id":"/id","prompt":"/q","response":"/a","tags":"/tags","response_logprob":"/lp"}})");
    desk.map({R"({"around":")" + std::string(5'000, 'v') + R"(","rows":[)" + records + "]}"});
    ASSERT_EQ(desk.rowCount(), 50U);
    std::vector<std::size_t> keepers;
    for (std::size_t i = 0; i < desk.rowCount(); ++i) {
        if (desk.extra("1/around", i) != "none") {
            keepers.push_back(i);
        }
    }
    EXPECT_EQ(keepers.size(), 3U);
    EXPECT_THAT(keepers, Contains(7U)) << "its tag is of the loop";
    EXPECT_THAT(keepers, Contains(9U)) << "the least sure one";
    EXPECT_THAT(desk.extra("1", 0), AllOf(HasSubstr(R"("r7")"), HasSubstr(R"("r9")")));
}

TEST(ProfileSizes, WhatIsKeptOnceIsKeptInEachHour) {
    const std::string profile =
        R"({"profile":"p","each":["/rows/*"],"map":{"request_id":"/id","ts":"/ts","prompt":"/q","response":"/a"}})";
    const auto keepersOf = [&](std::size_t size) {
        std::string records;
        for (int i = 0; i < 60; ++i) {
            records += std::string(i > 0 ? "," : "") + R"({"id":"r)" + std::to_string(i) +
                       R"(","ts":"2025-06-01T0)" + std::to_string(i / 20) + R"(:10:00Z","q":"q","a":"a"})";
        }
        ProfileDesk desk(profile);
        desk.map({R"({"around":")" + std::string(size, 'v') + R"(","rows":[)" + records + "]}"});
        std::vector<std::size_t> hours;
        std::map<std::string, std::size_t> hourOfKeeper;
        for (std::size_t i = 0; i < desk.rowCount(); ++i) {
            if (desk.extra("1/around", i) != "none") {
                hours.push_back(i / 20);
                hourOfKeeper[desk.field("request_id", i)] = i / 20;
            }
        }
        for (std::size_t i = 0; i < desk.rowCount() && hours.size() > 1; ++i) {
            const auto kept = desk.extra("1", i);
            for (const auto& [id, hour] : hourOfKeeper) {
                EXPECT_EQ(kept == "{\"kept_with\":" + id + "}", kept != "none" && hour == i / 20) << i;
            }
        }
        return hours;
    };
    EXPECT_THAT(keepersOf(5'000), testing::ElementsAre(0U, 1U, 2U)) << "a reservoir decides by the hour";
    EXPECT_EQ(keepersOf(400'000).size(), 1U) << "three copies are too much";
}

TEST(ProfileSizes, WhatIsKeptOnceTakesNothingElseFromTheRow) {
    const std::string deep = std::string(999, '[') + "1" + std::string(999, ']');
    std::string text;
    appendJsonString(text, deep);
    ProfileDesk desk(
        R"({"profile":"p","each":["/rows/*"],"prepare":[{"at":"/deep","json":1}],"map":{"request_id":"/id","prompt":"/q","response":"/a"}})");
    desk.map({R"({"around":")" + std::string(5'000, 'v') + R"(","rows":[{"id":"1","q":"q","a":"a","deep":)" +
              text + R"(},{"id":"2","q":"q","a":"a","deep":)" + text + "}]}"});
    ASSERT_EQ(desk.rowCount(), 2U);
    for (const std::size_t at : {0U, 1U}) {
        EXPECT_EQ(desk.extra("/deep", at), deep);
        EXPECT_EQ(desk.meta("source", at), R"({"profile":"p"})");
    }
}

} // namespace
} // namespace goldpan::profiles
