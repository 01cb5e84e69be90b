// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages of a store's file hold the rows of a table, beside what SQLite itself says.
#include "core/store/sql/table_leaves.h"

#include "core/base/files.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/read_ahead.h"
#include "core/store/sql/statement.h"
#include "tests/store/support/store_builder.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

namespace goldpan::sql {
namespace {

class TableLeavesTest : public testing::Test {
protected:
    TableLeavesTest() { EXPECT_GE(file, 0); }
    ~TableLeavesTest() override {
        connection.reset(); // first, as a file that is closed ends SQLite's locks on it
        ::close(file);
    }

    /// Rows of half a page, all of them in the file and not in its log.
    void write(int rows) {
        ASSERT_TRUE(connection->execute("INSERT INTO entry_text(prompt, response) WITH RECURSIVE n(i) AS"
                                        " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                                        std::to_string(rows) + ") SELECT zeroblob(7000), '' FROM n"));
        ASSERT_TRUE(connection->execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    std::vector<std::int64_t> numbers(const std::string& sql) {
        std::vector<std::int64_t> out;
        Statement rows(*connection, sql);
        EXPECT_TRUE(rows.each([&] { out.push_back(rows.integer(0)); }));
        return out;
    }

    /// Page numbers, as found in the file.
    std::vector<std::int64_t> leaves(std::size_t most = SIZE_MAX) {
        std::vector<std::int64_t> out;
        const auto root = numbers("SELECT rootpage FROM sqlite_schema WHERE name = 'entry_text'");
        eachLeafOf(file, root.at(0), [&](std::int64_t offset, std::int64_t bytes) {
            EXPECT_EQ(bytes, 16'384);
            out.push_back(offset / bytes + 1);
            return out.size() < most;
        });
        return out;
    }

    test::StoreBuilder store;
    std::unique_ptr<Connection> connection = *Connection::open(store.path(), OpenMode::normal);
    int file = ::open(store.path().c_str(), O_RDONLY | O_CLOEXEC);
};

TEST_F(TableLeavesTest, AreThoseThatSqliteKnows) {
    write(8000); // more than one page of pages
    const auto known =
        numbers("SELECT pageno FROM dbstat WHERE name = 'entry_text' AND pagetype = 'leaf' ORDER BY path");
    EXPECT_GT(known.size(), 3000U);
    EXPECT_EQ(leaves(), known);
}

TEST_F(TableLeavesTest, AreNoneOfATableOfOnePage) {
    EXPECT_TRUE(leaves().empty());
}

TEST_F(TableLeavesTest, AreSaidUntilItIsEnough) {
    write(100);
    EXPECT_EQ(leaves(3).size(), 3U);
}

TEST_F(TableLeavesTest, AreNoneOfWhatIsNoStore) {
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    eachLeafOf(nothing, 2, [](std::int64_t, std::int64_t) {
        ADD_FAILURE();
        return true;
    });
    ::close(nothing);
}

TEST_F(TableLeavesTest, AreSoughtNoLongerWherePagesPointAtThemselves) {
    std::string damaged(1024, '\0');
    damaged[16] = 2;      // pages of 512 bytes
    damaged[512] = 5;     // one above the leaves, with two children: itself, twice
    damaged[512 + 4] = 1; // cell
    damaged[512 + 8 + 3] = 2;
    damaged[512 + 12] = 1;
    damaged[512 + 256 + 3] = 2;
    const std::string path = store.path() + ".damaged";
    ASSERT_TRUE(writeFileAtomically(path, damaged));
    const int torn = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    int calls = 0;
    eachLeafOf(torn, 2, [&](std::int64_t, std::int64_t) { return ++calls < 10; });
    EXPECT_EQ(calls, 0);
    ::close(torn);
}

TEST_F(TableLeavesTest, AreReadAheadWhereThereIsSuchATable) {
    write(100);
    {
        ReadAhead there(store.path());
        EXPECT_TRUE(there.begin(*connection, "entry_text"));
        ReadAhead noTable(store.path());
        EXPECT_TRUE(noTable.begin(*connection, "no_such_table"));
        ReadAhead noFile(store.path() + ".gone");
        EXPECT_TRUE(noFile.begin(*connection, "entry_text"));
        connection.reset();
    }
    connection = *Connection::open(store.path(), OpenMode::normal);
    EXPECT_EQ(numbers("SELECT count(*) FROM entry_text"), std::vector<std::int64_t>{100});
}

} // namespace
} // namespace goldpan::sql
