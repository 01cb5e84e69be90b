// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/sample_log.h"
#include "tests/support/places.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

namespace goldpan::bench {
namespace {

std::vector<nlohmann::json> rowsOf(const std::string& text) {
    std::vector<nlohmann::json> out;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        out.push_back(nlohmann::json::parse(line));
    }
    return out;
}

// After a change of the maker: make_sample_log resources/sample && gzip -9nf
// resources/sample/sample-log.jsonl
TEST(SampleLog, ShippedFilesAreWhatTheMakerMakes) {
    const std::string folder = test::sourceFile("resources/sample/");
    const auto sample = makeSample();
    EXPECT_TRUE(test::readMaybeGzip(folder + "sample-log.jsonl.gz") == sample.log);
    EXPECT_TRUE(test::readMaybeGzip(folder + "drift-events.jsonl") == sample.driftEvents);
    EXPECT_TRUE(test::readMaybeGzip(folder + "feedback.jsonl") == sample.feedback);
}

TEST(SampleLog, HasSomethingOfEverything) {
    const auto sample = makeSample();
    const auto rows = rowsOf(sample.log);
    ASSERT_EQ(rows.size(), 2'000U);
    std::map<std::string, int> seen;
    std::map<std::string, int> ids;
    for (const auto& row : rows) {
        ++ids[row.at("request_id")];
        for (const auto& tag : row.at("tags")) {
            ++seen[tag];
        }
        for (const char* key : {"latency_ms", "user_id_hash", "response_logprob"}) {
            seen[std::string(key) + " null"] += row.at(key).is_null() ? 1 : 0;
        }
        for (const char* key : {"messages", "output", "tools"}) {
            seen[key] += row.contains(key) ? 1 : 0;
        }
        seen["low"] += row["response_logprob"].is_number() && row["response_logprob"] < -3.0 ? 1 : 0;
        const auto& prompt = row.at("prompt").get_ref<const std::string&>();
        seen["pii"] +=
            prompt.contains("@example.") || prompt.contains("555-01") || prompt.contains("000-") ? 1 : 0;
        seen["gap"] += (prompt + row.at("response").get<std::string>()).contains('{') ? 1 : 0;
    }
    EXPECT_EQ(ids.size(), rows.size());
    EXPECT_EQ(seen["gap"], 0) << "a gap of a phrase was not filled in";
    for (const char* what :
         {"operator_review", "user_negative", "cluster:refunds", "cluster:delivery", "latency_ms null",
          "user_id_hash null", "response_logprob null", "messages", "output", "tools", "low", "pii"}) {
        EXPECT_GE(seen[what], 5) << what;
    }
}

TEST(SampleLog, EventsMeetItsRows) {
    const auto sample = makeSample();
    const auto drift = rowsOf(sample.driftEvents);
    ASSERT_EQ(drift.size(), 1U);
    EXPECT_EQ(drift[0]["ts"], "2025-06-11T10:00:00");
    std::map<std::string, bool> ids;
    int inWindow = 0;
    for (const auto& row : rowsOf(sample.log)) {
        ids[row["request_id"]] = true;
        inWindow += row["ts"] >= "2025-06-10T22:00:00" && row["ts"] <= "2025-06-11T10:00:00" ? 1 : 0;
    }
    EXPECT_GT(inWindow, 50);
    std::size_t waiting = 0;
    const auto feedback = rowsOf(sample.feedback);
    for (const auto& event : feedback) {
        waiting += ids.contains(event["request_id"]) ? 0 : 1;
    }
    EXPECT_GT(feedback.size(), 50U);
    EXPECT_EQ(waiting, 1U);
}

} // namespace
} // namespace goldpan::bench
