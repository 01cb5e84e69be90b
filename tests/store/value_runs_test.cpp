// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows by logprob and latency where there are runs of them: the first ones in their order, whatever the
// filter is, without reading those that cannot be among them.
#include "core/store/sql/value_runs.h"

#include "app/composition/store_factory.h"
#include "core/domain/tag.h"
#include "core/queue/filter_parser.h"
#include "core/store/queue_reader.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/selection.h"
#include "core/store/upkeep.h"
#include "tests/store/support/asked.h"
#include "tests/store/support/old_store.h"
#include "tests/store/support/store_builder.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <gtest/gtest.h>
#include <limits>
#include <random>
#include <span>
#include <sqlite3.h>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace goldpan {
namespace {

constexpr int kRows = static_cast<int>(2 * sql::kRunRows) + 300;

class ValueRuns : public testing::Test {
protected:
    /// Two runs and some rows behind them. Many share a value, some have none; two of the tags are many.
    void addRows() { addRows(0, kRows); }
    /// Of them and of those that could follow, the ones behind `from` up to `last`.
    void addRows(std::int64_t from, std::int64_t last) {
        std::mt19937 random(static_cast<unsigned>(5 + from));
        std::vector<LogEntry> rows;
        for (std::int64_t i = from + 1; i <= last; ++i) {
            rows.push_back(test::entry("r" + std::to_string(i),
                                       i < kRows / 3 ? "2025-06-12T09:00:00" : "2025-06-13T09:00:00"));
            LogEntry& row = rows.back();
            row.responseLogprob = -static_cast<double>(random() % 4000) / 1000;
            row.latencyMs = static_cast<std::int64_t>(random() % 900);
            if (random() % 3 == 0) {
                row.responseLogprob = 0; // the first in one direction, and more than are asked for
            }
            if (random() % 20 == 0) {
                row.responseLogprob.reset();
                row.latencyMs.reset();
            }
            if (random() % 2 == 0) {
                row.tags = {"many"};
            } else if (random() % 30 == 0) {
                row.tags = {"user_negative"};
            }
        }
        rows[7].latencyMs = std::numeric_limits<std::int64_t>::max();
        rows[8].latencyMs = std::numeric_limits<std::int64_t>::max() - 1;
        rows[9].latencyMs = std::int64_t{1} << 31;
        rows[10].responseLogprob = -1e9;
        rows[11].responseLogprob = -1e9 + 1e-3; // has the key of the one before
        store.add(rows);
    }

    std::string first(const char* filter, const std::string& order, std::int64_t limit = 300) {
        std::string out;
        const queue::QueueQuery query{*queue::filterFromText(filter), *queue::orderFromText(order), limit};
        EXPECT_TRUE(store.store().queue().select(query,
                                                 [&](std::span<const RowId> ids) {
                                                     for (const RowId id : ids) {
                                                         out += std::to_string(id.value) + "\n";
                                                     }
                                                     return true;
                                                 },
                                                 {}));
        return out.substr(0, out.size() - (out.empty() ? 0 : 1));
    }

    void expectInOrder(const char* filter, const std::string& where) {
        for (const auto& [name, column] :
             {std::pair("logprob", "logprob"), std::pair("latency", "latency_ms")}) {
            for (const bool descending : {false, true}) {
                const std::string order = (descending ? "-" : "") + std::string(name);
                EXPECT_TRUE(first(filter, order) ==
                            store.query("SELECT id FROM entry WHERE " + where + " ORDER BY " + column +
                                        " IS NULL, " + column + (descending ? " DESC" : "") +
                                        ", id LIMIT 300"))
                    << filter << " by " << order;
            }
        }
    }

    void expectAllInOrder() {
        const std::string negative = "id IN (SELECT entry FROM entry_tag JOIN tag t ON t.id = tag"
                                     " WHERE t.name = 'user_negative')";
        expectInOrder("", "1");
        expectInOrder("tag:many", "flags & 16 AND NOT flags & 4");
        expectInOrder("tag:user_negative state:unreviewed", negative + " AND state = 0");
        expectInOrder("is:flagged state:unreviewed", "flags & 7 AND state = 0");
        expectInOrder("is:low-confidence state:unreviewed", "flags & 1 AND state = 0");
        expectInOrder("is:low-confidence is:flagged is:flagged tag:user_negative", "flags & 5 = 5");
        expectInOrder("-is:low-confidence", "NOT flags & 1");
        expectInOrder("is:low-confidence OR id:r9", "flags & 1 OR id = 9");
        expectInOrder("state:deferred", "state = 4");
        expectInOrder("after:2025-06-13", "id >= " + std::to_string(kRows / 3));
        expectInOrder("before:2025-06-13 tag:many",
                      "flags & 16 AND NOT flags & 4 AND id < " + std::to_string(kRows / 3));
        expectInOrder("logprob<-3.9 latency>800", "logprob < -3.9 AND latency_ms > 800");
        expectInOrder("id:r9", "id = 9");
    }

    test::StoreBuilder store;
};

TEST(RunItems, AreInTheOrderOfTheirValues) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    const std::vector<double> reals{-kInfinity, -7.5, -1e-300, 0, 1e-300, 2, 2.00000001, kInfinity};
    const std::vector<std::int64_t> integers{-kMost - 1, -1 - (std::int64_t{1} << 31), -1, 0, 1, 500, kMost};
    const auto expectFirst = [](const sql::RunItem& item, sql::Rank rank, queue::Order order) {
        EXPECT_LE(sql::firstRank(item.key, order), rank);
        EXPECT_TRUE(!item.isExact || sql::exactRank(item.key, order) == rank);
    };
    for (const bool descending : {false, true}) {
        for (std::size_t i = 0; i < reals.size(); ++i) {
            const auto item = sql::runItem(reals[i], 1);
            expectFirst(item, sql::rankOf(reals[i], descending), {queue::OrderKey::logprob, descending});
            EXPECT_TRUE(i == 0 || sql::runItem(reals[i - 1], 1).key <= item.key);
        }
        for (std::size_t i = 0; i < integers.size(); ++i) {
            const auto item = sql::runItem(integers[i], 1);
            expectFirst(item, sql::rankOf(integers[i], descending), {queue::OrderKey::latency, descending});
            EXPECT_TRUE(i == 0 || sql::runItem(integers[i - 1], 1).key <= item.key);
        }
    }
    EXPECT_TRUE(sql::runItem(0.0, 1).isExact);
    EXPECT_FALSE(sql::runItem(2.00000001, 1).isExact);
    EXPECT_TRUE(sql::runItem(std::int64_t{500}, 1).isExact);
}

TEST_F(ValueRuns, FirstRowsAreThoseOfAPlainSort) {
    addRows();
    EXPECT_EQ(store.query("SELECT count(*) FROM value_run WHERE id % 32 = 0"), "4");
    expectAllInOrder();
    EXPECT_EQ(*store.store().upkeep().check({}), std::vector<std::string>{});
    store.run("UPDATE entry SET state = 4 WHERE id % 3 = 0");
    expectAllInOrder();
    store.run("DELETE FROM value_run WHERE id >= 64"); // of the second run
    expectAllInOrder();
    store.run("DELETE FROM value_run");
    expectAllInOrder();
}

TEST_F(ValueRuns, TheFirstOfAllRunsAreReadAtOnce) {
    addRows();
    EXPECT_EQ(store.query("SELECT group_concat(id) FROM (SELECT id FROM value_run WHERE id < 0 ORDER BY id)"),
              "-4,-3,-2,-1");
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    const auto read = [&](const char* filter, const char* order, const char* what) {
        const test::Asked asked(*connection, what);
        const store::IdSink sink = [](std::span<const RowId>) { return true; };
        const queue::QueueQuery query{*queue::filterFromText(filter), *queue::orderFromText(order), 200};
        EXPECT_TRUE(sql::Selection(*connection, query, sink, {}).run());
        return asked.count();
    };
    // How many runs there are takes two looks; most rows share a value with hundreds of others.
    for (const char* order : {"logprob", "-logprob", "latency", "-latency"}) {
        EXPECT_LE(read("", order, "FROM value_run"), 3) << order;
        EXPECT_LE(read("", order, "NOT INDEXED WHERE"), 260) << order;
        EXPECT_LE(read("state:unreviewed", order, "FROM value_run"), 3) << order;
    }
    EXPECT_GT(read("latency>50 latency<60", "latency", "FROM value_run"), 3) << "others are walked to";
}

TEST_F(ValueRuns, TheFirstOfAllNeedNotBeOfAll) {
    addRows(0, sql::kRunRows);
    store.run("CREATE TABLE kept AS SELECT * FROM value_run WHERE id < 0");
    addRows(sql::kRunRows, kRows);
    // As where a program that knows nothing of them wrote the second run.
    store.run("INSERT OR REPLACE INTO value_run SELECT * FROM kept");
    expectAllInOrder();
    EXPECT_EQ(*store.store().upkeep().check({}), std::vector<std::string>{});
    addRows(kRows, kRows + sql::kRunRows);
    EXPECT_EQ(store.query("SELECT count(*) FROM kept JOIN value_run v USING(id) WHERE v.data <> kept.data"),
              "0")
        << "a run is missing between";
    expectAllInOrder();
    store.run("DROP TABLE kept");
    store.run("UPDATE value_run SET data = x'0100' WHERE id < 0");
    expectAllInOrder();
    for (const char* damage :
         {"x'ffffffffffffffff'", "x'ffffffffffffff7f'", "x'0000000000000000'",
          "x'01000000000000000000000000000000ffff00000000'",
          "x'030000000000000000000000000000000500000000000000000000000001050000000000'"}) { // runs, ids that
                                                                                            // cannot be, one
                                                                                            // twice
        store.run(std::string("UPDATE value_run SET data = ") + damage + " WHERE id < 0");
        expectAllInOrder();
    }
    store.run("DELETE FROM value_run WHERE id < 0");
    expectAllInOrder();
}

TEST_F(ValueRuns, WrongFirstOnesAreFound) {
    addRows();
    store.run("UPDATE value_run SET data = (SELECT data FROM value_run WHERE id = -2) WHERE id = -1");
    EXPECT_EQ(store.store().upkeep().check({})->size(), 1U);
}

TEST_F(ValueRuns, WhatCannotBeAmongTheFirstIsNotRead) {
    addRows();
    const std::string before = first("", "logprob", 3);
    // Nothing of ours changes a value: only who looks would see it.
    store.run("UPDATE entry SET logprob = -9e9 WHERE id = 20000");
    EXPECT_EQ(first("", "logprob", 3), before);
    EXPECT_EQ(store.store().upkeep().check({})->size(), 2U) << "and the check, which looks at all";
}

TEST_F(ValueRuns, AreMadeOfTheRowsOfAnOldStore) {
    const test::TempDir dir;
    const auto path = dir.file("old.goldpan");
    test::makeOldStore(path, 15);
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(handle,
                           "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                           " INSERT INTO entry(id, key_hash, request_id, ts, model, logprob, state, flags)"
                           " SELECT i, i, 'r' || i, i, 1, -i / 1e4, 0, i > 19000 FROM n;"
                           " INSERT INTO policy VALUES('low_confidence_logprob', '-1.9')",
                           nullptr, nullptr, nullptr),
              SQLITE_OK);
    ASSERT_EQ(sqlite3_close(handle), SQLITE_OK);
    ASSERT_TRUE(composition::openStore(path));
    auto connection = *sql::Connection::open(path, sql::OpenMode::normal);
    EXPECT_EQ(*sql::countRuns(*connection, 0), 1);
    EXPECT_EQ(*sql::countWrongRuns(*connection), 0);
    auto bound = *sql::NativeStatement::prepare(*connection, "SELECT at_most FROM low_confidence_bound");
    ASSERT_TRUE(*bound.step());
    EXPECT_EQ(bound.real(0), -1.9);
}

TEST_F(ValueRuns, NoRowOfLowConfidenceIsAboveItsBound) {
    addRows();
    const auto bound = [&] { return store.query("SELECT at_most FROM low_confidence_bound"); };
    EXPECT_EQ(bound(), "-3.0");
    ASSERT_TRUE(store.store().upkeep().setPolicy({{"low_confidence_logprob", "-0.5"}}, {}, {}));
    EXPECT_EQ(bound(), "-0.5");
    expectAllInOrder();
    std::stop_source stop;
    const auto stopAtOnce = [&](const Progress&) { stop.request_stop(); };
    EXPECT_FALSE(
        store.store().upkeep().setPolicy({{"low_confidence_logprob", "-3.5"}}, stopAtOnce, stop.get_token()));
    EXPECT_EQ(bound(), "-0.5") << "most rows are marked by the policy before";
    expectAllInOrder();
    EXPECT_EQ(*store.store().upkeep().check({}), std::vector<std::string>{});
    ASSERT_TRUE(store.store().upkeep().setPolicy({{"low_confidence_logprob", "-3.5"}}, {}, {}));
    EXPECT_EQ(bound(), "-3.5");
    expectAllInOrder();
    store.run("UPDATE low_confidence_bound SET at_most = -3.9");
    EXPECT_EQ(store.store().upkeep().check({})->size(), 1U);
}

TEST_F(ValueRuns, APolicyThatIsSetMeanwhileKeepsTheBoundUp) {
    addRows();
    std::atomic<bool> isSet = false;
    std::thread other;
    const auto setAnother = [&] {
        for (const char* threshold : {"-1", "-3.5"}) {
            std::stop_source stop;
            const auto stopAtOnce = [&](const Progress&) { stop.request_stop(); };
            EXPECT_FALSE(store.another()->upkeep().setPolicy({{"low_confidence_logprob", threshold}},
                                                             stopAtOnce, stop.get_token()));
        }
        isSet = true;
    };
    const auto wait = [&](const Progress& progress) {
        if (!other.joinable()) {
            other = std::thread(setAnother);
        }
        if (!isSet && progress.done < progress.total / 2) { // in a lock that is given up now and then
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
        }
    };
    const auto changed = store.store().upkeep().setPolicy({{"low_confidence_logprob", "-3.5"}}, wait, {});
    EXPECT_TRUE(isSet) << "while the first one was at work";
    other.join();
    ASSERT_TRUE(changed);
    EXPECT_EQ(store.query("SELECT at_most FROM low_confidence_bound"), "-1.0");
}

} // namespace
} // namespace goldpan
