// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A search that finds nothing is still watched: its hits so far go out, and it can be broken off.
#include "core/store/sql/native_statement.h"
#include "core/store/sql/scan_watch.h"
#include "tests/store/support/store_builder.h"

#include <gtest/gtest.h>

namespace goldpan {
namespace {

constexpr const char* kEndless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i = 2 OR i < 0";

TEST(ScanWatch, TicksWhileNothingIsFoundAndBreaksOff) {
    test::StoreBuilder store;
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    int ticks = 0;
    {
        const sql::ScanWatch watch(*connection, [&] { return ++ticks < 50; });
        auto rows = *sql::NativeStatement::prepare(*connection, kEndless);
        ASSERT_TRUE(*rows.step());
        EXPECT_EQ(rows.integer(0), 2);
        const auto more = rows.step(); // there never is one
        ASSERT_FALSE(more);
        EXPECT_EQ(more.error().code, ErrorCode::cancelled);
        EXPECT_EQ(ticks, 50);
    }
    auto rows = *sql::NativeStatement::prepare(*connection, "SELECT count(*) FROM (SELECT 1 FROM entry)");
    EXPECT_TRUE(*rows.step()) << "nothing is left behind";
    EXPECT_EQ(ticks, 50);
}

TEST(ScanWatch, AStopIsNoticedBetweenRows) {
    test::StoreBuilder store;
    std::vector<LogEntry> rows;
    for (int i = 0; i < 500; ++i) {
        rows.push_back(test::entry("r" + std::to_string(i)));
    }
    store.add(rows);
    std::stop_source stop;
    int calls = 0;
    const auto done = store.store().queue().select(
        {},
        [&](std::span<const RowId>) {
            ++calls;
            stop.request_stop();
            return true;
        },
        stop.get_token());
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::cancelled);
    EXPECT_EQ(calls, 1);
}

} // namespace
} // namespace goldpan
