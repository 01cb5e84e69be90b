// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots and transactions end, whatever interrupts their connection.
#include "core/store/sql/connection.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/transaction.h"
#include "tests/support/temp_dir.h"

#include <chrono>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <thread>

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

} // namespace
} // namespace goldpan::sql
