// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What each filter term means over real rows.
#include "core/domain/tag.h"
#include "core/queue/filter_parser.h"
#include "tests/store/support/store_builder.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace goldpan {
namespace {

using test::entry;

class FilterSql : public testing::Test {
protected:
    FilterSql() {
        auto a = entry("a", "2025-06-12T10:00:00");
        a.tags = {"user_negative", "a,b"};
        a.responseLogprob = -3.5;
        a.latencyMs = 900;
        a.userIdHash = "0123456789abcdef";
        a.prompt = "Refund POLICY, stra\xC3\x9F"
                   "e";
        auto b = entry("b", "2025-06-13T10:00:00");
        b.modelVersion = "qwen-v6";
        b.responseLogprob.reset();
        b.response =
            "\xE6\x88\x91\xE4\xBB\xAC\xE7\x9A\x84\xE9\x80\x80\xE6\xAC\xBE\xE6\x94\xBF\xE7\xAD\x96"; // refund
                                                                                                    // policy
        auto c = entry("c", "2025-06-14T10:00:00");
        c.modelVersion = "qwen-v5";
        c.responseLogprob = -3.0;
        c.messages = R"([{"role":"system","content":"be \"kind\""},{"role":"user","content":"prompt of c"}])";
        auto d = entry("d");
        d.ts.reset();
        store.add({a, b, c, d});
        EXPECT_TRUE(store.store().writes().transact([&](store::WriteTransaction& write) -> Result<void> {
            (void)write.setDecision(store.row("b"), ReviewState::corrected,
                                    Correction{.text = "Thirty days", .operatorName = "ana", .pii = true});
            (void)write.setDraft(store.row("c"), "bo", "half a thought", Timestamp{1});
            const auto batch = *write.beginBatch({.format = "sft", .path = "/x", .rows = 1}, Timestamp{1});
            (void)write.addBatchRows(batch, std::vector{store.row("b")});
            (void)write.publishBatch(batch);
            (void)*write.recordDrift(
                {.ts = *parseTimestamp("2025-06-13T10:00:00"), .windowMicros = kMicrosPerHour});
            (void)*write.recordDrift(
                {.ts = *parseTimestamp("2025-06-12T10:00:00"), .windowMicros = kMicrosPerHour});
            return {};
        }));
    }

    std::string ids(std::string_view filter) { return store.ids(filter, "log"); }

    test::StoreBuilder store;
};

TEST_F(FilterSql, TagsAndFlags) {
    EXPECT_EQ(ids("tag:user_negative"), "a");
    EXPECT_EQ(ids("tag:\"a,b\""), "a");
    EXPECT_EQ(ids("tag:nosuch"), "");
    EXPECT_EQ(ids("tag:none"), "b c d");
    EXPECT_EQ(ids("-tag:user_negative"), "b c d");
    EXPECT_EQ(ids("is:low-confidence"), "a");
    EXPECT_EQ(ids("is:flagged"), "a");
    EXPECT_EQ(ids("is:draft"), "c");
    EXPECT_EQ(ids("is:pii"), "b");
}

TEST_F(FilterSql, StatesModelsUsersIds) {
    EXPECT_EQ(ids("state:corrected"), "b");
    EXPECT_EQ(ids("state:unreviewed is:flagged"), "a");
    EXPECT_EQ(ids("model:qwen-*"), "b c");
    EXPECT_EQ(ids("model:*6"), "b");
    EXPECT_EQ(ids("model:qwen"), "");
    EXPECT_EQ(ids("user:0123456789abcdef"), "a");
    EXPECT_EQ(ids("-user:0123456789abcdef"), "b c d") << "a missing user is not that user";
    EXPECT_EQ(ids("id:c"), "c");
    EXPECT_EQ(ids("operator:ana"), "b");
    EXPECT_EQ(ids("batch:1"), "b");
    EXPECT_EQ(ids("batch:2"), "");
}

TEST_F(FilterSql, ComparisonsWithMissingValues) {
    EXPECT_EQ(ids("logprob<-3"), "a");
    EXPECT_EQ(ids("logprob<=-3"), "a c");
    EXPECT_EQ(ids("-logprob<-3"), "b c d")
        << "a comparison with a missing value is false and its negation true";
    EXPECT_EQ(ids("logprob:none"), "b");
    EXPECT_EQ(ids("latency>=900"), "a");
    EXPECT_EQ(ids("NOT latency>=900"), "b c d");
}

TEST_F(FilterSql, Times) {
    EXPECT_EQ(ids("after:2025-06-13T10:00:00"), "b c");
    EXPECT_EQ(ids("before:2025-06-13T10:00:00"), "a");
    EXPECT_EQ(ids("-before:2025-06-13T10:00:00"), "b c d");
    EXPECT_EQ(ids("after:2025-06-13 before:2025-06-14"), "b");
}

TEST_F(FilterSql, DriftWindowsCountByTime) {
    EXPECT_EQ(ids("drift:1"), "a");
    EXPECT_EQ(ids("drift:2"), "b");
    EXPECT_EQ(ids("drift:last"), "b");
    queue::QueueQuery query{.filter = *queue::filterFromText("drift:3")};
    const auto done = store.store().queue().select(query, [](auto) { return true; }, {});
    EXPECT_EQ(done.error().code, ErrorCode::badFilter);
}

TEST_F(FilterSql, TextIgnoresCaseInAnyScript) {
    EXPECT_EQ(ids("policy"), "a");
    EXPECT_EQ(ids("STRA\xC3\x9F"
                  "E"),
              "a");
    EXPECT_EQ(ids("\xE9\x80\x80\xE6\xAC\xBE"), "b") << "part of a run of Chinese";
    EXPECT_EQ(ids("efund"), "a") << "part of a word";
    EXPECT_EQ(ids("\"be \\\"kind\\\"\""), "c") << "a phrase with quotes, in an earlier turn";
    EXPECT_EQ(ids("role"), "") << "the JSON of messages is not text";
    EXPECT_EQ(ids("prompt:policy"), "a");
    EXPECT_EQ(ids("response:policy"), "");
    EXPECT_EQ(ids("correction:thirty"), "b");
    EXPECT_EQ(ids("-correction:thirty"), "a c d");
    EXPECT_EQ(ids("/refund p[a-z]+y/i"), "a");
    EXPECT_EQ(ids("/refund/"), "");
    EXPECT_EQ(ids("response:/^response of [cd]$/"), "c d");
}

TEST_F(FilterSql, SimilarRowsHoldTheRowItself) {
    auto late = entry("late");
    late.prompt = "When do I get the money for order 17 back that I sent to you in May, please?";
    auto later = entry("later");
    later.prompt = "When do I get the money for order 2204 back that I sent to you in June, please?";
    auto silent = entry("silent");
    silent.prompt = silent.response = "";
    store.add({late, later, silent}, "/more");
    EXPECT_EQ(ids("similar:late"), "late later");
    EXPECT_EQ(ids("similar:later -id:later"), "late");
    EXPECT_EQ(ids("-similar:late"), "a b c d silent");
    EXPECT_EQ(ids("similar:silent"), "silent");
    EXPECT_EQ(ids("similar:late prompt:june"), "later");
    const auto done = store.store().queue().count(*queue::filterFromText("policy OR similar:nobody"), {});
    EXPECT_EQ(done.error().code, ErrorCode::badFilter);
    EXPECT_EQ(done.error().where, "similar:nobody");
}

TEST_F(FilterSql, WordsJoinWithAndOrNot) {
    EXPECT_EQ(ids("policy OR prompt:/of d$/"), "a d");
    EXPECT_EQ(ids("(policy OR /of d$/) -logprob<-3"), "d");
    EXPECT_EQ(ids("-(policy OR state:corrected)"), "c d");
    EXPECT_EQ(ids("refund tag:none"), "");
}

TEST_F(FilterSql, CountsWhatItSelects) {
    for (const char* filter : {"", "is:flagged", "policy", "-logprob<-3", "model:qwen-*"}) {
        const auto listed = ids(filter);
        const auto rows = listed.empty() ? 0 : std::ranges::count(listed, ' ') + 1;
        EXPECT_EQ(*store.store().queue().count(*queue::filterFromText(filter), {}), rows) << filter;
    }
}

TEST_F(FilterSql, LimitsTheSelection) {
    std::size_t seen = 0;
    ASSERT_TRUE(store.store().queue().select(
        {.limit = 2}, [&](std::span<const RowId> some) { return (seen += some.size()) > 0; }, {}));
    EXPECT_EQ(seen, 2U);
}

TEST_F(FilterSql, TakesALongListOfTerms) {
    std::string any = "id:a";
    std::string none = "-id:b -id:c -id:d";
    for (int i = 0; i < 3000; ++i) {
        any += " OR id:x" + std::to_string(i);
        none += " -id:x" + std::to_string(i);
    }
    EXPECT_EQ(store.ids(any), "a");
    EXPECT_EQ(store.ids(none), "a");
}

TEST_F(FilterSql, AStarInAModelNameStandsForAnyRun) {
    EXPECT_EQ(store.ids("model:qwen*"), "b c");
    EXPECT_EQ(store.ids("model:*v6"), "b");
    EXPECT_EQ(store.ids("model:*w*n*5"), "c");
    EXPECT_EQ(store.ids("model:qwen-v6*6"), "") << "a letter counts once";
    EXPECT_EQ(store.ids("model:*v*q*"), "");
    EXPECT_EQ(store.ids("model:*"), "a b c d");
}

TEST_F(FilterSql, CountsAmongGivenRowsOnly) {
    const std::vector some{store.row("a"), store.row("b"), store.row("d"), RowId{999}};
    const auto count = [&](std::string_view filter) {
        return store.store().queue().countIn(some, queue::filterFromText(filter).value(), {});
    };
    EXPECT_EQ(count(""), 3) << "a row that is not there is none";
    EXPECT_EQ(count("state:unreviewed"), 2);
    EXPECT_EQ(count("state:corrected OR tag:user_negative"), 2);
    EXPECT_EQ(count("-tag:user_negative"), 2);
    EXPECT_EQ(count("prompt:of"), 2) << "the texts of b and d";
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(store.store().queue().countIn(some, {}, stop.get_token()).error().code, ErrorCode::cancelled);
}

} // namespace
} // namespace goldpan
