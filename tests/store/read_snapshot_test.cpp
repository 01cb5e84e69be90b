// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots and transactions end, whatever interrupts their connection.
#include "core/store/sql/connection.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/sql_queue.h"
#include "core/store/sql/transaction.h"
#include "tests/store/support/store_builder.h"
#include "tests/support/temp_dir.h"

#include <chrono>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <thread>
#include <utility>
#include <vector>

namespace goldpan::sql {
namespace {

/// Interrupts a connection again and again, as a window does whose operator moves on faster than it can
/// search.
class Interrupter {
public:
    explicit Interrupter(Connection& connection)
        : m_thread([&connection](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                connection.interrupt();
                std::this_thread::sleep_for(std::chrono::microseconds(1)); // else nothing ever gets through
            }
        }) {}

private:
    std::jthread m_thread;
};

class ReadSnapshots : public testing::Test {
protected:
    ReadSnapshots()
        : m_connection(Connection::open(m_dir.file("x.db"), OpenMode::create).value()) {}

    [[nodiscard]] bool isInside() const { return sqlite3_get_autocommit(m_connection->handle()) == 0; }

    test::TempDir m_dir;
    std::unique_ptr<Connection> m_connection;
};

TEST_F(ReadSnapshots, EndAlsoWhereTheyAreInterrupted) {
    const Interrupter interrupter(*m_connection);
    int begun = 0;
    for (int round = 0; round < 20'000; ++round) {
        begun += ReadSnapshot::begin(*m_connection).has_value();
        ASSERT_FALSE(isInside()) << "in round " << round;
    }
    EXPECT_GT(begun, 0);
}

TEST_F(ReadSnapshots, TransactionsThatAreLeftEndToo) {
    const Interrupter interrupter(*m_connection);
    int begun = 0;
    for (int round = 0; round < 20'000; ++round) {
        begun += Transaction::begin(*m_connection).has_value();
        ASSERT_FALSE(isInside()) << "in round " << round;
    }
    EXPECT_GT(begun, 0);
}

TEST(PagesOfRows, AreAsOfOneMoment) {
    test::StoreBuilder store;
    store.add({test::entry("a"), test::entry("b")});
    const std::vector ids{store.row("a"), store.row("b")};
    auto connection = Connection::open(store.path(), OpenMode::normal).value();
    SqlQueue queue(*connection);
    struct Others {
        test::StoreBuilder& store;
        bool areDone = false;
    } others{store};
    sqlite3_trace_v2(
        connection->handle(), SQLITE_TRACE_ROW,
        [](unsigned, void* context, void*, void*) { // when the first row of anything has been read
            auto& those = *static_cast<Others*>(context);
            if (!std::exchange(those.areDone, true)) {
                those.store.run("UPDATE entry SET state = 2");
            }
            return 0;
        },
        &others);
    const auto rows = queue.rows(ids).value();
    ASSERT_TRUE(others.areDone);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].state, ReviewState::unreviewed);
    EXPECT_EQ(rows[1].state, ReviewState::unreviewed);
    EXPECT_EQ(queue.rows(ids).value()[1].state, ReviewState::accepted);
}

} // namespace
} // namespace goldpan::sql
