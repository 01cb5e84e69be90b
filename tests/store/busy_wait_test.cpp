// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who waits for the lock is seen by who writes much, and let in.
#include "core/store/sql/busy_wait.h"

#include "core/store/sql/connection.h"
#include "core/store/sql/lock_waiters.h"
#include "core/store/sql/transaction.h"
#include "tests/store/support/store_builder.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace goldpan::sql {
namespace {

using namespace std::chrono_literals;

class LockWaitersTest : public testing::Test {
protected:
    void SetUp() override { std::ofstream(path) << "x"; }

    test::TempDir folder;
    std::string path = folder.file("a.goldpan");
    LockWaiters looking{path};
};

TEST_F(LockWaitersTest, AreSeenUntilTheyLeave) {
    EXPECT_FALSE(looking.mayBeAnybody());
    LockWaiters one(path);
    std::optional<LockWaiters> two(path);
    one.join();
    two->join();
    one.join(); // as often as they ask
    EXPECT_TRUE(looking.mayBeAnybody());
    one.leave();
    EXPECT_TRUE(looking.mayBeAnybody());
    two.reset();
    EXPECT_FALSE(looking.mayBeAnybody());
    one.join();
    EXPECT_TRUE(looking.mayBeAnybody());
}

TEST_F(LockWaitersTest, AreSeenByAnyNameOfTheStore) {
    std::filesystem::create_directory(folder.file("elsewhere"));
    std::filesystem::create_symlink(path, folder.file("elsewhere/link.goldpan"));
    LockWaiters waiting(folder.file("elsewhere/link.goldpan"));
    waiting.join();
    EXPECT_TRUE(looking.mayBeAnybody());
}

TEST_F(LockWaitersTest, AreGoneWithTheirProgram) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // nor is it left behind
        LockWaiters waiting(path);
        for (;;) { // as who polls does: a look may have been in the way
            waiting.join();
            std::this_thread::sleep_for(1ms);
        }
    }
    const auto until = std::chrono::steady_clock::now() + 10s;
    bool wasSeen = false;
    while (!wasSeen && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(1ms);
        wasSeen = looking.mayBeAnybody();
    }
    EXPECT_TRUE(wasSeen);
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status));
    EXPECT_FALSE(looking.mayBeAnybody());
}

TEST_F(LockWaitersTest, MayBeThereWhereTheSystemCannotTell) {
    LockWaiters nowhere(folder.file("no/such/folder/a.goldpan"));
    nowhere.join();
    EXPECT_TRUE(nowhere.mayBeAnybody());
}

class BusyWaitTest : public testing::Test {
protected:
    test::StoreBuilder store;
    std::unique_ptr<Connection> importer = *Connection::open(store.path(), OpenMode::normal);
};

TEST_F(BusyWaitTest, TellsWhoWritesMuchAndIsLetIn) {
    EXPECT_FALSE(importer->busyWait().isAnybodyWaiting());
    std::atomic<bool> isIn = false;
    auto transaction = Transaction::begin(*importer);
    ASSERT_TRUE(transaction);
    std::jthread person([&] {
        auto own = *Connection::open(store.path(), OpenMode::normal);
        auto decision = Transaction::begin(*own);
        EXPECT_TRUE(decision);
        isIn = true;
        EXPECT_TRUE(decision->commit());
    });
    const auto until = std::chrono::steady_clock::now() + 4s; // it gives up after five
    while (!importer->busyWait().isAnybodyWaiting() && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(1ms); // the lock is held all the while
    }
    EXPECT_TRUE(importer->busyWait().isAnybodyWaiting());
    EXPECT_FALSE(isIn);
    ASSERT_TRUE(transaction->commit());
    person.join();
    EXPECT_TRUE(isIn);
    EXPECT_FALSE(importer->busyWait().isAnybodyWaiting());
}

TEST_F(BusyWaitTest, GivesWhoWaitsTimeAndNobodyElse) {
    using Steady = std::chrono::steady_clock;
    auto& busyWait = importer->busyWait();
    busyWait.letOthersIn(); // the gap that is due
    LockWaiters waiting(store.path());
    waiting.join();
    const auto begun = Steady::now();
    busyWait.letOthersIn();
    EXPECT_GE(Steady::now() - begun, 6 * kPollTime) << "who polls must have been asked some times";
    waiting.leave();
    const auto alone = Steady::now();
    for (int i = 0; i < 2000; ++i) {
        busyWait.letOthersIn();
    }
    EXPECT_LT(Steady::now() - alone, 2000 * 6 * kPollTime / 2) << "but for a gap now and then";
}

TEST_F(BusyWaitTest, LeavesAGapNowAndThenForWhoCannotTell) {
    auto& busyWait = importer->busyWait();
    busyWait.letOthersIn();
    std::this_thread::sleep_for(51ms);
    const auto begun = std::chrono::steady_clock::now();
    busyWait.letOthersIn();
    EXPECT_GE(std::chrono::steady_clock::now() - begun, 6 * kPollTime);
}

TEST_F(BusyWaitTest, EndsTheTransactionOfAnImportWhereSomebodyWaits) {
    store.add({test::entry("first")});
    const auto transactions = [&](const std::string& source) {
        auto own = store.another();
        auto session = *own->importer().begin(source, "bo");
        std::vector<store::ImportRow> rows;
        for (int i = 0; i < 20'000; ++i) {
            rows.push_back(test::importRow(test::entry(source + std::to_string(i)), i + 1));
        }
        int stored = 0;
        EXPECT_TRUE(session->add(rows, {}, [&](const store::ImportTally&) {
            ++stored;
            return Result<void>();
        }));
        EXPECT_TRUE(session->finish());
        return stored;
    };
    const int alone = transactions("/a");
    LockWaiters waiting(store.path());
    waiting.join();
    EXPECT_GT(transactions("/b"), alone * 3 / 2);
}

} // namespace
} // namespace goldpan::sql
