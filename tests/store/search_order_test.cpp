// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the search index found comes in every order as without it, and the first of it without a look at the
// texts of all the others.
#include "core/queue/filter_parser.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/selection.h"
#include "tests/store/support/index_steps.h"

#include <cstdint>
#include <gtest/gtest.h>
#include <random>
#include <span>
#include <sqlite3.h>
#include <string>
#include <utility>
#include <vector>

namespace goldpan {
namespace {

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

/// Counts how often a statement is run that says so.
class Asked {
public:
    Asked(sql::Connection& connection, std::string what)
        : m_handle(connection.handle())
        , m_what(std::move(what)) {
        sqlite3_trace_v2(m_handle, SQLITE_TRACE_STMT, note, this);
    }
    ~Asked() { sqlite3_trace_v2(m_handle, 0, nullptr, nullptr); }
    Asked(const Asked&) = delete;
    Asked& operator=(const Asked&) = delete;

    [[nodiscard]] int count() const { return m_count; }

private:
    static int note(unsigned, void* self, void* statement, void*) {
        const std::string text = sqlite3_sql(static_cast<sqlite3_stmt*>(statement));
        auto& asked = *static_cast<Asked*>(self);
        asked.m_count += text.find(asked.m_what) != std::string::npos ? 1 : 0;
        return 0;
    }

    sqlite3* m_handle;
    std::string m_what;
    int m_count = 0;
};

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
