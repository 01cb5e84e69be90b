// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Structural promises by EXPLAIN QUERY PLAN: nothing on the screen path scans the whole store or sorts it.
#include "core/queue/filter_parser.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/filter_sql.h"
#include "tests/store/support/store_builder.h"

#include <gtest/gtest.h>

namespace goldpan {
namespace {

std::string plan(sql::Connection& connection, std::string_view filterText, std::string_view tail) {
    auto filter = sql::FilterSql::build(connection, *queue::filterFromText(filterText));
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

TEST(Plan, PresetsReadTheirIndexInOrder) {
    test::StoreBuilder store;
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
    EXPECT_NE(one.find("entry_key"), std::string::npos) << one;
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
