// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The write-ahead log beside a long import: begun anew where nobody reads, and nobody is waited for.
#include "core/store/sql/import_checkpoints.h"

#include "core/store/sql/quick_commits.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/statement.h"
#include "core/store/sql/transaction.h"
#include "core/store/sql/wal_length.h"
#include "tests/store/support/store_builder.h"
#include "tests/store/support/sync_hook.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <sqlite3.h>
#include <stop_token>
#include <string>
#include <thread>

namespace goldpan::sql {
namespace {

class ImportCheckpointsTest : public testing::Test {
protected:
    /// In one transaction, of as many pages of the log and some more.
    static void write(Connection& writer, int pages) {
        ASSERT_TRUE(writer.execute("INSERT INTO entry_text(prompt, response) WITH RECURSIVE n(i) AS (SELECT"
                                   " 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                                   std::to_string(pages) + ") SELECT zeroblob(16000), '' FROM n"));
    }
    void write(int pages) { write(*importer, pages); }
    /// A log that is longer than any other, and that nobody could fold back yet.
    void writeWhileReadOn(Connection& writer) {
        auto other = *Connection::open(store.path(), OpenMode::normal);
        (void)length(); // what made the store is folded back
        const auto before = size();
        const auto reader = ReadSnapshot::begin(*other);
        write(writer, 2 * kLongestLog);
        ASSERT_EQ(size(), before);
    }
    void decide() { ASSERT_TRUE(person->execute("INSERT INTO tag(name) VALUES(hex(randomblob(8)))")); }

    /// Pages of the log since it was begun.
    std::int64_t length() {
        Statement log(*person, "PRAGMA wal_checkpoint(PASSIVE)");
        std::int64_t pages = 0;
        EXPECT_TRUE(log.each([&] { pages = log.integer(1); }));
        return pages;
    }

    /// Of the store without its log: it grows where new pages are folded back.
    [[nodiscard]] std::uintmax_t size() const { return std::filesystem::file_size(store.path()); }

    test::StoreBuilder store;
    std::unique_ptr<Connection> importer = *Connection::open(store.path(), OpenMode::normal);
    std::unique_ptr<Connection> person = *Connection::open(store.path(), OpenMode::normal);
};

TEST_F(ImportCheckpointsTest, BeginTheLogAnewBehindWhatOthersCommitted) {
    ImportCheckpoints checkpoints(*importer);
    writeWhileReadOn(*importer);
    decide();
    ASSERT_TRUE(checkpoints.keepShort());
    write(1);
    EXPECT_LT(length(), 50);
}

TEST_F(ImportCheckpointsTest, BeginTheLogAnewWhileOthersCommit) {
    ImportCheckpoints checkpoints(*importer);
    writeWhileReadOn(*importer);
    {
        std::atomic<int> commits = 0;
        const std::jthread decisions([this, &commits](const std::stop_token& stop) {
            auto other = *Connection::open(store.path(), OpenMode::normal);
            const QuickCommits quick(*other);
            while (!stop.stop_requested()) {
                EXPECT_TRUE(other->execute("UPDATE entry_text SET response = response || 'x' WHERE id = 1"));
                ++commits;
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
        });
        while (commits < 3) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        ASSERT_TRUE(checkpoints.keepShort());
        const int after = commits;
        while (commits < after + 2) { // the first begins it anew
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    EXPECT_LT(length(), kImportLog / 2);
}

// Who lets others in between two transactions, but leaves no pause where nobody says that they wait.
TEST_F(ImportCheckpointsTest, BeginTheLogAnewBesideWhoWritesAllTheTime) {
    const auto chunk = [](Connection& writer, int pages, std::chrono::milliseconds held) {
        auto transaction = Transaction::begin(writer);
        ASSERT_TRUE(transaction);
        write(writer, pages);
        std::this_thread::sleep_for(held);
        ASSERT_TRUE(transaction->commit());
        writer.busyWait().letOthersIn();
    };
    std::atomic<bool> isThere = false;
    const std::jthread writing([&](const std::stop_token& stop) {
        auto other = *Connection::open(store.path(), OpenMode::normal);
        const QuickCommits quick(*other);
        for (; !stop.stop_requested(); isThere = true) {
            chunk(*other, 4, std::chrono::milliseconds(12));
        }
    });
    while (!isThere) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    const QuickCommits quick(*importer);
    ImportCheckpoints checkpoints(*importer);
    std::uintmax_t longest = 0;
    for (int i = 0; i < 100; ++i) {
        chunk(*importer, 100, {});
        ASSERT_TRUE(checkpoints.keepShort());
        longest = std::max(longest, std::filesystem::file_size(store.path() + "-wal"));
    }
    EXPECT_LT(longest, std::uintmax_t{80'000'000}) << "of 160 that are written";
}

TEST_F(ImportCheckpointsTest, KeepTheLogBoundedWhereNobodyCallsThem) {
    const ImportCheckpoints checkpoints(*importer);
    for (int i = 0; i < 8; ++i) {
        write(kLongestLog / 4);
    }
    write(1);
    EXPECT_LT(length(), kLongestLog);
}

TEST_F(ImportCheckpointsTest, LeaveTheLogAsItIsBehindASyncThatFailed) {
    using test::SyncHook;
    int synced = 0;
    std::optional<ImportCheckpoints> checkpoints(*importer);
    writeWhileReadOn(*importer);
    {
        const SyncHook hook(*importer, SyncHook::File::store, [] { return SQLITE_IOERR_FSYNC; });
        const auto kept = checkpoints->keepShort();
        ASSERT_FALSE(kept);
        EXPECT_EQ(kept.error().where, store.path());
    }
    {
        const SyncHook hook(*importer, SyncHook::File::store, [&] {
            ++synced;
            return SQLITE_OK;
        });
        checkpoints.reset();
        write(kLongestLog); // nor by what comes behind it
        EXPECT_EQ(synced, 0) << "a log begun anew would take away all that there is of those pages";
    }
    store.close();
    person.reset();
    importer.reset();
    ASSERT_TRUE(std::filesystem::exists(store.path() + "-wal"));
    EXPECT_GE(std::filesystem::file_size(store.path() + "-wal"), std::uintmax_t{3} * kLongestLog * 16384);
}

TEST_F(ImportCheckpointsTest, WaitForNobodyWhoReadsAndAreMadeLater) {
    ImportCheckpoints checkpoints(*importer);
    write(kImportLog / 2);
    {
        const auto reader = ReadSnapshot::begin(*person);
        write(kImportLog);
        const auto begun = std::chrono::steady_clock::now();
        ASSERT_TRUE(checkpoints.keepShort());
        EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(4)) << "it asked for five";
        write(1);
    }
    write(kLongestLog / 4);
    ASSERT_TRUE(checkpoints.keepShort());
    write(1);
    EXPECT_LT(length(), 50);
}

TEST_F(ImportCheckpointsTest, AreNotMadeByADecisionBesideThem) {
    ImportCheckpoints checkpoints(*importer);
    writeWhileReadOn(*importer);
    const auto before = size();
    decide();
    EXPECT_EQ(size(), before);
    ASSERT_TRUE(checkpoints.keepShort());
    EXPECT_GT(size(), before);
}

TEST_F(ImportCheckpointsTest, LeaveTheConnectionAsItWas) {
    { const ImportCheckpoints checkpoints(*importer); }
    writeWhileReadOn(*person);
    const auto before = size();
    write(1);
    EXPECT_EQ(size(), before);
    write(kLongestLog);
    EXPECT_GT(size(), before);
}

TEST_F(ImportCheckpointsTest, AreMadeByWhoWroteAWholeLog) {
    const auto before = size();
    for (int i = 0; i < 4; ++i) {
        EXPECT_EQ(size(), before);
        write(*person, kLongestLog / 4);
    }
    EXPECT_GT(size(), before);
    write(*person, 1); // begins the log anew
    const auto folded = size();
    write(kLongestLog / 2);
    write(*person, kLongestLog * 3 / 4); // more than a log since it was opened, but not of this one
    EXPECT_EQ(size(), folded);
}

TEST_F(ImportCheckpointsTest, AreNotMadeByADecisionBehindALongActOfTheSame) {
    auto other = *Connection::open(store.path(), OpenMode::normal);
    (void)length();
    const auto before = size();
    {
        const auto reader = ReadSnapshot::begin(*other);
        write(*person, kLongestLog + 100);
        ASSERT_EQ(size(), before) << "could not be folded back";
    }
    write(kLongestLog / 4);
    decide();
    EXPECT_EQ(size(), before);
}

TEST_F(ImportCheckpointsTest, AreMadeByWhoEndsAfterAFewPages) {
    (void)length();
    for (int i = 0; i < 12; ++i) {
        const auto other = *Connection::open(store.path(), OpenMode::normal);
        write(*other, kLongestLog / 4);
    }
    write(1); // begins the log anew where it was folded back
    EXPECT_LT(length(), kLongestLog + kLongestLog / 2);
}

TEST_F(ImportCheckpointsTest, AreMadeWhereAnImportIsStopped) {
    const auto before = size();
    {
        ImportCheckpoints checkpoints(*importer);
        write(kLongestLog - 100);
        EXPECT_EQ(size(), before);
    }
    EXPECT_GT(size(), before);
}

TEST_F(ImportCheckpointsTest, AreMadeByAnybodyOfALogThatNobodyFoldsBack) {
    sqlite3_wal_hook(importer->handle(), nullptr, nullptr); // as one that was killed
    const auto before = size();
    write(kAnybodysLog - kLongestLog);
    decide();
    EXPECT_EQ(size(), before);
    write(kLongestLog);
    EXPECT_EQ(size(), before);
    decide();
    EXPECT_GT(size(), before);
}

} // namespace
} // namespace goldpan::sql
