// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Structural promises by EXPLAIN QUERY PLAN: nothing on the screen path scans the whole store or sorts it.
#include "core/queue/filter_parser.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/entry_columns.h"
#include "core/store/sql/filter_sql.h"
#include "tests/store/support/store_builder.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <numeric>

namespace goldpan {
namespace {

std::string plan(sql::Connection& connection, std::string_view filterText, std::string_view tail,
                 sql::FilterSql::Of of = sql::FilterSql::Of::firstRows) {
    auto filter = sql::FilterSql::build(connection, *queue::filterFromText(filterText), of);
    auto rows = sql::NativeStatement::prepare(
        connection, "EXPLAIN QUERY PLAN SELECT e.id FROM entry e" +
                        std::string(filter->needsText() ? " JOIN entry_text t ON t.id = e.id" : "") +
                        " WHERE (" + filter->where() + ")" + std::string(tail));
    filter->bindTo(*rows);
    std::string out;
    while (*rows->step()) {
        out += std::string(rows->text(3)) + "\n";
    }
    return out;
}

/// Of these tags there are too many to be sought one by one.
void manyOf(test::StoreBuilder& store, std::initializer_list<const char*> tags) {
    auto row = test::entry("tagged");
    row.tags.assign(tags.begin(), tags.end());
    std::ranges::sort(row.tags);
    store.add({row}, "/tagged");
    for (const char* tag : tags) { // rows that are not there are as good for a plan
        store.run("WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 20010)"
                  " INSERT INTO entry_tag SELECT (SELECT id FROM tag WHERE name = '" +
                  std::string(tag) + "'), i FROM n");
    }
}

TEST(Plan, PresetsReadTheirIndexInOrder) {
    test::StoreBuilder store;
    manyOf(store, {"drift_window", "operator_review", "user_negative"});
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    for (const char* preset : {"state:unreviewed is:flagged", "state:unreviewed is:low-confidence",
                               "state:unreviewed tag:drift_window", "state:unreviewed tag:user_negative",
                               "state:unreviewed tag:operator_review"}) {
        const auto text = plan(*connection, preset, " AND e.ts IS NOT NULL ORDER BY e.ts, e.id");
        EXPECT_NE(text.find("entry_flagged"), std::string::npos) << preset << "\n" << text;
        EXPECT_EQ(text.find("TEMP B-TREE"), std::string::npos) << preset << "\n" << text;
    }
    for (const char* preset : {"state:deferred", "state:corrected"}) {
        const auto text = plan(*connection, preset, " AND e.ts IS NOT NULL ORDER BY e.ts, e.id");
        EXPECT_NE(text.find("entry_decided"), std::string::npos) << preset << "\n" << text;
        EXPECT_EQ(text.find("TEMP B-TREE"), std::string::npos) << preset << "\n" << text;
    }
    const auto all = plan(*connection, "", " AND e.ts IS NOT NULL ORDER BY e.ts, e.id");
    EXPECT_NE(all.find("entry_ts"), std::string::npos) << all;
    EXPECT_EQ(all.find("TEMP B-TREE"), std::string::npos) << all;
    const auto one = plan(*connection, "id:abc", " ORDER BY e.id");
    EXPECT_NE(one.find("SEARCH row_key"), std::string::npos) << one;
    EXPECT_NE(one.find("SEARCH new_row_key"), std::string::npos) << one;
    EXPECT_EQ(one.find("SCAN e"), std::string::npos) << one;
}

TEST(Plan, RowsWithACorrectionAreFoundByIt) {
    const test::StoreBuilder store;
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    auto rows = sql::NativeStatement::prepare(*connection, std::string("EXPLAIN QUERY PLAN ") +
                                                               sql::kEntryColumns + sql::kCorrectedTables +
                                                               " WHERE e.state = 1 ORDER BY c.entry");
    std::string text;
    while (*rows->step()) {
        text += std::string(rows->text(3)) + "\n";
    }
    EXPECT_NE(text.find("SCAN c\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("SCAN e"), std::string::npos) << text;
    EXPECT_EQ(text.find("TEMP B-TREE"), std::string::npos) << text;
}

TEST(Plan, FlaggedRowsAreOrderedByTheirValuesInTheIndexAlone) {
    test::StoreBuilder store;
    manyOf(store, {"drift_window", "operator_review", "user_negative"});
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    for (const char* preset : {"state:unreviewed is:flagged", "state:unreviewed is:low-confidence",
                               "state:unreviewed tag:drift_window", "state:unreviewed tag:user_negative",
                               "state:unreviewed tag:operator_review"}) {
        for (const char* order : {" AND e.logprob IS NOT NULL ORDER BY e.logprob, e.id",
                                  " AND e.latency_ms IS NOT NULL ORDER BY e.latency_ms DESC, e.id"}) {
            const auto text =
                plan(*connection, preset, std::string(order) + " LIMIT 256", sql::FilterSql::Of::allRows);
            EXPECT_NE(text.find("COVERING INDEX entry_flagged"), std::string::npos) << preset << "\n" << text;
        }
    }
}

TEST(Plan, DecidedRowsWithATagAreNotReadForTheirFlags) {
    test::StoreBuilder store;
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    const auto where = [&](std::string_view filter) {
        return sql::FilterSql::build(*connection, *queue::filterFromText(filter))->where();
    };
    EXPECT_EQ(where("state:accepted tag:user_negative").find("e.flags"), std::string::npos);
    EXPECT_NE(where("state:unreviewed tag:user_negative").find("x.entry"), std::string::npos)
        << "few of them: the index of flagged rows may be long";
    manyOf(store, {"user_negative"});
    EXPECT_EQ(where("state:unreviewed tag:user_negative").find("x.entry"), std::string::npos);
}

TEST(Plan, ATagIsSoughtByItsRowsUnlessTheyAreMany) {
    test::StoreBuilder store;
    auto row = test::entry("a");
    row.tags = {"cluster:few", "cluster:many", "user_negative"};
    store.add({row});
    // Rows that are not there are as good for a plan.
    store.run("WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 20010)"
              " INSERT INTO entry_tag SELECT (SELECT id FROM tag WHERE name = 'cluster:many'), i FROM n");
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    const char* byTime = " AND e.ts IS NOT NULL ORDER BY e.ts, e.id";
    for (const char* filter : {"tag:cluster:few", "tag:nowhere", "tag:user_negative",
                               "tag:cluster:few after:2025-06-01", "tag:cluster:few state:unreviewed"}) {
        const auto text = plan(*connection, filter, byTime);
        EXPECT_NE(text.find("SEARCH e USING INTEGER PRIMARY KEY"), std::string::npos) << filter << "\n"
                                                                                      << text;
        EXPECT_EQ(text.find("SCAN e"), std::string::npos) << filter << "\n" << text;
    }
    const auto streamed = plan(*connection, "tag:cluster:many", byTime);
    EXPECT_NE(streamed.find("entry_ts"), std::string::npos) << streamed;
    EXPECT_EQ(streamed.find("TEMP B-TREE"), std::string::npos) << streamed;
    const auto counted = plan(*connection, "tag:cluster:many", "", sql::FilterSql::Of::allRows);
    EXPECT_NE(counted.find("SEARCH e USING INTEGER PRIMARY KEY"), std::string::npos) << counted;
    EXPECT_EQ(store.ids("tag:cluster:few"), "a");
    EXPECT_EQ(store.ids("tag:cluster:many"), "a");
    EXPECT_EQ(store.ids("-tag:cluster:few OR tag:nowhere"), "");
}

TEST(Plan, TheFirstRowsOfAnOrderWithoutIndexAreNotReadTwice) {
    test::StoreBuilder store;
    std::vector<LogEntry> rows;
    for (int i = 0; i < 600; ++i) {
        rows.push_back(test::entry(std::to_string(i)));
        rows.back().responseLogprob = -(i * 37 % 600) / 2; // each twice
    }
    rows[5].responseLogprob.reset();
    rows[4].responseLogprob.reset();
    store.add(rows);
    std::ranges::stable_sort(rows, {}, [](const LogEntry& row) { return row.responseLogprob.value_or(1); });
    std::string expected;
    for (const auto& row : rows) {
        expected += (expected.empty() ? "" : " ") + row.requestId;
    }
    EXPECT_EQ(store.ids("", "logprob"), expected);
    std::vector<std::size_t> chunks;
    queue::QueueQuery query{*queue::filterFromText(""), {queue::OrderKey::logprob, true}, 0};
    const auto take = [&](std::span<const RowId> ids) {
        chunks.push_back(ids.size());
        return true;
    };
    ASSERT_TRUE(store.store().queue().select(query, take, {}));
    EXPECT_EQ(chunks.front(), 256U);
    EXPECT_EQ(std::accumulate(chunks.begin(), chunks.end(), std::size_t{0}), 600U);
    chunks.clear();
    query.limit = 300;
    ASSERT_TRUE(store.store().queue().select(query, take, {}));
    EXPECT_EQ(std::accumulate(chunks.begin(), chunks.end(), std::size_t{0}), 300U);
}

TEST(Plan, AnIndexedWordIsSoughtByItsRows) {
    test::StoreBuilder store;
    const auto addRows = [&](int from, int count) {
        std::vector<LogEntry> rows;
        for (int i = from; i < from + count; ++i) {
            rows.push_back(test::entry("r" + std::to_string(i)));
        }
        store.add(rows, "/" + std::to_string(from));
    };
    addRows(0, 100);
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    const auto planOf = [&](const char* filter) {
        return plan(*connection, filter, " AND e.ts IS NOT NULL ORDER BY e.ts, e.id");
    };
    const auto scanned = planOf("\"of r77\"");
    EXPECT_EQ(scanned.find("INTEGER PRIMARY KEY (rowid=?)\nLIST"), std::string::npos) << scanned;
    ASSERT_TRUE(store.store().searchIndex().build({}, {}, {}));
    for (const char* filter : {"\"of r77\"", "/of r77$/", "退款", "(\"of r77\" OR refund)",
                               "-\"of r78\" \"of r7\"", "state:unreviewed is:flagged refund"}) {
        const auto narrowed = planOf(filter);
        EXPECT_NE(narrowed.find("SEARCH e USING INTEGER PRIMARY KEY (rowid=?)"), std::string::npos)
            << filter << "\n"
            << narrowed;
    }
    for (const char* filter : {"-\"of r77\"", "correction:refund", "ab", "/[0-9]+/", "refund OR tag:x"}) {
        EXPECT_EQ(planOf(filter).find("json_each"), std::string::npos) << filter;
    }
    addRows(100, 4'100); // more than are read apart: they are met in the order of the screen
    const auto streamed = planOf("prompt");
    EXPECT_NE(streamed.find("entry_ts"), std::string::npos) << streamed;
    EXPECT_EQ(streamed.find("TEMP B-TREE"), std::string::npos) << streamed;
}

} // namespace
} // namespace goldpan
