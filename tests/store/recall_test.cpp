// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What bringing rows in costs beside the rows.
#include "core/base/sha256.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/sql_writes.h"
#include "tests/store/support/sampling_desk.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <string_view>

namespace goldpan {
namespace {

class Recall : public test::SamplingDesk {};

TEST_F(Recall, ThePolicyIsReadOnceInATransaction) {
    setPolicy([](Policy& policy) { policy.sampleRate = 0; });
    (void)import(test::healthyRows(0, 20), test::kBudget);
    auto connection = sql::Connection::open(desk.path(), sql::OpenMode::normal);
    ASSERT_TRUE(connection);
    int reads = 0;
    const auto count = [](unsigned, void* counter, void* statement, void*) {
        const std::string_view text(sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
        *static_cast<int*>(counter) += text.find("FROM policy") != std::string_view::npos;
        return 0;
    };
    sqlite3_trace_v2((*connection)->handle(), SQLITE_TRACE_STMT, count, &reads);
    sql::SqlWrites writes(**connection);
    const auto bringIn = [&](int from, int to) {
        auto work = [&](store::WriteTransaction& tx) -> Result<void> {
            for (int row = from; row < to; ++row) {
                if (auto done = tx.recall(stableHash64(test::idOf(row))); !done) {
                    return done;
                }
            }
            return {};
        };
        EXPECT_TRUE(static_cast<store::WriteGate&>(writes).transact(work));
    };
    bringIn(0, 10);
    EXPECT_EQ(reads, 1);
    bringIn(10, 20);
    EXPECT_EQ(reads, 2) << "it may be another by then";
    EXPECT_EQ(stats().broughtIn, 20);
}

} // namespace
} // namespace goldpan
