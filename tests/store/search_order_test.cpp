// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the search index found comes in every order as without it, and the first of it without a look at the
// texts of all the others.
#include "core/queue/filter_parser.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/selection.h"
#include "tests/store/support/asked.h"
#include "tests/store/support/index_steps.h"

#include <cstdint>
#include <gtest/gtest.h>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace goldpan {
namespace {

using test::Asked;
using test::buildIndex;
using test::entry;

class SearchOrder : public testing::Test {
protected:
    static constexpr int kRows = 1'500;

    /// Two of three rows say it. Many share a value, some have none.
    SearchOrder() {
        std::mt19937 random(1);
        std::vector<LogEntry> rows;
        for (int i = 0; i < kRows; ++i) {
            const auto seconds = i + static_cast<int>(random() % 400);
            rows.push_back(
                entry("r" + std::to_string(i), "2025-06-12T09:" + std::to_string(10 + seconds / 60 % 50) +
                                                   ":" + std::to_string(10 + seconds % 50)));
            LogEntry& row = rows.back();
            row.prompt = i % 3 == 0 ? "the weather" : "a refund of " + std::to_string(i);
            row.responseLogprob = -static_cast<double>(random() % 40) / 8;
            row.latencyMs = static_cast<std::int64_t>(random() % 90);
            if (random() % 20 == 0) {
                row.responseLogprob.reset();
                row.latencyMs.reset();
            }
            if (random() % 9 == 0) {
                row.tags = {"user_negative"};
            }
        }
        store.add(rows);
        // Rows of no time come from logs of other formats; of two whole stretches none has one.
        store.run("UPDATE entry SET ts = NULL WHERE id % 50 = 7 OR id BETWEEN 256 AND 511");
        store.run("UPDATE entry_stretch SET low_ts = (SELECT min(ts) FROM entry e WHERE e.id >> 7 = "
                  "entry_stretch.id), high_ts = (SELECT max(ts) FROM entry e WHERE e.id >> 7 = "
                  "entry_stretch.id)");
    }

    std::vector<std::int64_t> answer(const std::string& filter, const std::string& order,
                                     std::int64_t limit = 0) {
        std::vector<std::int64_t> out;
        const queue::QueueQuery query{*queue::filterFromText(filter), *queue::orderFromText(order), limit};
        EXPECT_TRUE(store.store().queue().select(query,
                                                 [&](std::span<const RowId> ids) {
                                                     for (const RowId id : ids) {
                                                         out.push_back(id.value);
                                                     }
                                                     return true;
                                                 },
                                                 {}));
        return out;
    }

    test::StoreBuilder store;
};

constexpr const char* kOrders[] = {"ts", "-ts", "logprob", "-logprob", "latency", "-latency", "log", "-log"};

TEST_F(SearchOrder, IsTheSameWithTheIndex) {
    constexpr const char* kFilters[] = {"refund",
                                        "\"a refund\"",
                                        "refund -tag:user_negative",
                                        "refund is:flagged state:unreviewed",
                                        "refund after:2025-06-12T09:30:00Z",
                                        "refund OR weather",
                                        "/refund of [0-9]+7/"};
    std::vector<std::vector<std::int64_t>> expected;
    for (const char* filter : kFilters) {
        for (const char* order : kOrders) {
            expected.push_back(answer(filter, order));
            EXPECT_GT(expected.back().size(), 50U) << filter;
        }
    }
    ASSERT_TRUE(buildIndex(store.store()));
    std::size_t at = 0;
    for (const char* filter : kFilters) {
        for (const char* order : kOrders) {
            EXPECT_EQ(answer(filter, order), expected[at]) << filter << " by " << order;
            const auto first = answer(filter, order, 20);
            EXPECT_EQ(first, std::vector(expected[at].begin(), expected[at].begin() + 20))
                << filter << " by " << order;
            ++at;
        }
    }
}

TEST_F(SearchOrder, AsksNoTextBeforeItsTurn) {
    ASSERT_TRUE(buildIndex(store.store()));
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    for (const char* order : {"ts", "-ts", "logprob", "-logprob", "latency", "-latency"}) {
        const Asked asked(*connection, "entry_text");
        std::int64_t met = 0;
        const store::IdSink sink = [&](std::span<const RowId> ids) {
            met += static_cast<std::int64_t>(ids.size());
            return true;
        };
        const queue::QueueQuery query{*queue::filterFromText("refund"), *queue::orderFromText(order), 20};
        ASSERT_TRUE(sql::Selection(*connection, query, sink, {}).run());
        EXPECT_EQ(met, 20);
        EXPECT_EQ(asked.count(), 20) << order; // each of these is what was sought
    }
}

TEST_F(SearchOrder, OfWhatNobodyWroteNothingButTheIndexIsRead) {
    ASSERT_TRUE(buildIndex(store.store(), 100));
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    const auto read = [&](const std::string& filter, const std::string& table) {
        const Asked asked(*connection, table);
        const store::IdSink sink = [](std::span<const RowId>) { return true; };
        const queue::QueueQuery query{*queue::filterFromText(filter), *queue::orderFromText("ts")};
        EXPECT_TRUE(sql::Selection(*connection, query, sink, {}).run());
        return asked.count();
    };
    for (const char* filter : {"\"a refusal\"", "zebra", "refund zebra", "zebra OR wombat"}) {
        for (const char* table : {"FROM entry_stretch", "entry_text", "FROM entry e"}) {
            EXPECT_EQ(read(filter, table), 0) << table << " for " << filter;
        }
    }
    EXPECT_GT(read("weather", "FROM entry_stretch"), 0);
    EXPECT_GT(read("weather", "entry_text"), 0);
}

TEST_F(SearchOrder, ListsThatTellNoRowsApartAreNotRead) {
    ASSERT_TRUE(buildIndex(store.store(), 50));
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    const auto read = [&](const std::string& filter) {
        const Asked asked(*connection, "FROM search_page");
        std::int64_t met = 0;
        const store::IdSink sink = [&](std::span<const RowId> ids) {
            met += static_cast<std::int64_t>(ids.size());
            return true;
        };
        const queue::QueueQuery query{*queue::filterFromText(filter), *queue::orderFromText("ts")};
        EXPECT_TRUE(sql::Selection(*connection, query, sink, {}).run());
        EXPECT_EQ(met, filter == "weather" ? 500 : filter == "zebra" ? 0 : 1'000) << filter;
        return asked.count();
    };
    constexpr int kSegments = 30;
    EXPECT_LT(read("\"a refund of\""), 3 * kSegments) << "whoever has one of its nine grams has all";
    EXPECT_LT(read("weather"), 3 * kSegments);
    EXPECT_LE(read("zebra"), kSegments + 4);
    EXPECT_LE(read("refund -weather"), 3 * kSegments);
}

TEST(SearchReads, AListAgainWhereTheLogHasChanged) {
    test::StoreBuilder store;
    std::vector<LogEntry> rows;
    for (int i = 0; i < 900; ++i) { // each says it for long, then none, and the newest again
        rows.push_back(entry("s" + std::to_string(i), "2025-06-13T09:00:00"));
        rows.back().prompt = i < 600 || i >= 800 ? "an invoice" : "a parcel";
    }
    store.add(rows);
    ASSERT_TRUE(buildIndex(store.store(), 100));
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    for (const char* filter : {"invoice", "\"an invoice\"", "/inv(oice|entory)/"}) {
        const Asked asked(*connection, "entry_text");
        std::int64_t met = 0;
        const store::IdSink sink = [&](std::span<const RowId> ids) {
            met += static_cast<std::int64_t>(ids.size());
            return true;
        };
        const queue::QueueQuery query{*queue::filterFromText(filter), *queue::orderFromText("ts")};
        ASSERT_TRUE(sql::Selection(*connection, query, sink, {}).run());
        EXPECT_EQ(met, 700);
        EXPECT_EQ(asked.count(), 700) << filter << ": nobody else's text";
    }
}

TEST_F(SearchOrder, LooksAtNoRowOutsideOfItsTimes) {
    ASSERT_TRUE(buildIndex(store.store()));
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    for (const char* order : {"ts", "-ts", "logprob", "-latency"}) {
        const Asked asked(*connection, "FROM entry e WHERE e.id = ");
        std::int64_t met = 0;
        const store::IdSink sink = [&](std::span<const RowId> ids) {
            met += static_cast<std::int64_t>(ids.size());
            return true;
        };
        const queue::QueueQuery query{
            *queue::filterFromText("refund after:2025-06-12T09:12:00Z before:2025-06-12T09:13:00Z"),
            *queue::orderFromText(order)};
        ASSERT_TRUE(sql::Selection(*connection, query, sink, {}).run());
        EXPECT_GT(met, 10);
        EXPECT_GT(asked.count(), 0);
        EXPECT_LT(asked.count(), 600) << order; // of a thousand that the index finds
    }
}

TEST_F(SearchOrder, OnlyTheFirstRowsByAValueAreFetchedOneByOne) {
    ASSERT_TRUE(buildIndex(store.store()));
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    for (const char* order : {"logprob", "-logprob", "latency", "-latency"}) {
        const Asked asked(*connection, "entry_text");
        const store::IdSink sink = [](std::span<const RowId>) { return true; };
        const queue::QueueQuery query{*queue::filterFromText("refund"), *queue::orderFromText(order)};
        ASSERT_TRUE(sql::Selection(*connection, query, sink, {}).run());
        EXPECT_LT(asked.count(), 300) << order; // of a thousand
    }
}

} // namespace
} // namespace goldpan
