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
    auto rows =
        sql::NativeStatement::prepare(connection, "EXPLAIN QUERY PLAN SELECT e.id FROM entry e WHERE (" +
                                                      filter->where() + ")" + std::string(tail));
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

} // namespace
} // namespace goldpan
