// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A row that goes out as `log` and comes in again is the same row, to the byte.
#include "core/domain/log_row.h"
#include "core/ingest/entry_decoder.h"
#include "tests/support/places.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <sstream>

namespace goldpan {
namespace {

class RoundTrip : public testing::Test {
protected:
    /// The row as it goes out, after checking that it comes in as it was.
    std::string outAndIn(const std::string& line) {
        const auto first = decoder.decode(line, counts);
        if (!first) {
            return "not read: " + first.error().detail;
        }
        const auto out = logRow(first->row.entry);
        redact::RedactionCounts again;
        const auto second = decoder.decode(out, again);
        EXPECT_TRUE(second) << out;
        if (second) {
            EXPECT_EQ(second->row.entry, first->row.entry) << out;
            EXPECT_EQ(second->row.contextDiffers, first->row.contextDiffers) << out;
            EXPECT_EQ(logRow(second->row.entry), out);
        }
        EXPECT_EQ(again, redact::RedactionCounts()) << "nothing is left to redact: " << out;
        return out;
    }

    redact::Redactor redactor;
    ingest::EntryDecoder decoder{redactor};
    redact::RedactionCounts counts;
};

const std::string kHead =
    R"({"request_id":"i","ts":"2025-06-12T03:04:05","model_version":"m","prompt":"hello",)"
    R"("response":"hi","latency_ms":12,"user_id_hash":null,"response_logprob":-0.5,"tags":[])";

TEST_F(RoundTrip, LeavesTheLessonsRowAsItIs) {
    EXPECT_EQ(outAndIn(kHead + "}"), kHead + "}");
}

TEST_F(RoundTrip, KeepsOptionalKeys) {
    const auto line =
        kHead + R"(,"messages":[{"role":"system","content":"s"},{"role":"user","content":"hello"}],)"
                R"("output":{"role":"assistant","content":null,"n":1.50},"tools":[{"type":"function"}],)"
                R"("feedback":[{"name":"f","value":1e3}],"meta":{"usage":{"n":12345678901234567890}}})";
    EXPECT_EQ(outAndIn(line), line);
}

TEST_F(RoundTrip, SettlesUnknownKeysAtOnce) {
    EXPECT_EQ(outAndIn(kHead + R"(,"b/c":[1, 2],"meta":{"extra":{"/a":1},"operation":"chat"}})"),
              kHead + R"(,"meta":{"operation":"chat","extra":{"/a":1,"/b~1c":[1,2]}}})");
    EXPECT_EQ(outAndIn(kHead + R"(,"k":1,"meta":{"extra":[1]}})"),
              kHead + R"(,"meta":{"extra":{"/meta/extra":[1],"/k":1}}})");
    EXPECT_EQ(outAndIn(kHead + R"(,"meta":{"extra":[1],"a":1}})"), kHead + R"(,"meta":{"a":1,"extra":[1]}})");
    EXPECT_EQ(outAndIn(kHead + R"(,"meta":{"a":1,"extra":{"x":1},"extra":{ }}})"),
              kHead + R"(,"meta":{"a":1,"extra":{"x":1}}})");
    EXPECT_EQ(outAndIn(kHead + R"(,"x\"extra":{}})"), kHead + R"(,"meta":{"extra":{"/x\"extra":{}}}})");
    EXPECT_EQ(outAndIn(kHead + R"(,"meta":{"x\"extra":{}}})"), kHead + R"(,"meta":{"x\"extra":{}}})");
}

TEST_F(RoundTrip, HoldsForWhatWasRedacted) {
    outAndIn(
        R"({"request_id":"i","ts":"2025-06-12T05:04:05.5+02:00","model_version":"m","prompt":"I am a@example.com",)"
        R"("response":"call 415-555-0132","user_id":7,"user":"bob","user_agent":"x","client_ip":"192.0.2.7",)"
        R"("headers":{"Authorization":"b"},"email":"a@example.com","a@example.com":["a@example.com"],)"
        R"("session":{"user":{"name":"bob"},"user_id":"carol"},"tags":["z","a@example.com","b@example.com"],)"
        R"("messages":[{"role":"user","content":"I am b@example.com"}],"meta":{"user_id":"dave"}})");
}

TEST_F(RoundTrip, HoldsForAllSharedLines) {
    if (test::sharedData().empty()) {
        GTEST_SKIP() << "the shared logs are not here";
    }
    for (const auto* name : {"/logs/edge.jsonl.gz", "/logs/inference.jsonl.gz"}) {
        std::istringstream lines(test::readMaybeGzip(test::sharedData() + name));
        for (std::string line; std::getline(lines, line);) {
            outAndIn(line);
        }
    }
}

} // namespace
} // namespace goldpan
