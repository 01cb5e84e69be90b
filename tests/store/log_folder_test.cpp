// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The write-ahead log folded back beside its writer, who is held up by nothing but is told what failed.
#include "core/store/sql/log_folder.h"

#include "core/store/sql/import_checkpoints.h"
#include "core/store/sql/read_snapshot.h"
#include "core/store/sql/transaction.h"
#include "core/store/sql/wal_length.h"
#include "tests/store/support/failing_sync.h"
#include "tests/store/support/store_builder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace goldpan::sql {
namespace {

constexpr int kPages = 300; // of an import's log: enough to be folded back, not to begin it anew
static_assert(kPages < kImportLog);

class LogFolderTest : public testing::Test {
protected:
    void SetUp() override { store.close(); } // nobody else folds anything back

    void write(int pages) {
        ASSERT_TRUE(importer->execute("INSERT INTO entry_text(prompt, response) WITH RECURSIVE n(i) AS"
                                      " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                                      std::to_string(pages) + ") SELECT zeroblob(16000), '' FROM n"));
    }
    /// Of the store without its log: it grows where new pages are folded back.
    [[nodiscard]] std::uintmax_t size() const { return std::filesystem::file_size(store.path()); }
    [[nodiscard]] std::uintmax_t logSize() const {
        std::error_code gone;
        const auto bytes = std::filesystem::file_size(store.path() + "-wal", gone);
        return gone ? 0 : bytes;
    }

    test::StoreBuilder store;
    std::unique_ptr<Connection> importer = *Connection::open(store.path(), OpenMode::normal);
};

TEST_F(LogFolderTest, FoldsBackWhileItsOwnerHoldsTheLock) {
    LogFolder folder(store.path());
    write(kPages);
    const auto before = size();
    auto transaction = Transaction::begin(*importer);
    ASSERT_TRUE(transaction);
    folder.begin();
    ASSERT_TRUE(folder.wait());
    EXPECT_GT(size(), before + std::uintmax_t{kPages} * 16'000);
    ASSERT_TRUE(transaction->commit());
    write(kPages); // once more, on the same thread
    const auto then = size();
    folder.begin();
    ASSERT_TRUE(folder.wait());
    EXPECT_GT(size(), then);
    EXPECT_FALSE(folder.mayBeLost());
}

TEST_F(LogFolderTest, DoesNothingWhereThereIsNoStore) {
    const std::string nowhere = store.path() + ".gone";
    LogFolder folder(nowhere);
    for (int i = 0; i < 2; ++i) {
        folder.begin();
        EXPECT_TRUE(folder.wait());
    }
    EXPECT_TRUE(folder.end());
    EXPECT_FALSE(std::filesystem::exists(nowhere));
}

TEST_F(LogFolderTest, IsAtItAlreadyWhileAnImportGoesOn) {
    ImportCheckpoints checkpoints(*importer);
    const auto before = size();
    write(kPages);
    ASSERT_TRUE(checkpoints.keepShort());
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (size() == before && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    EXPECT_GT(size(), before);
}

TEST_F(LogFolderTest, ASyncThatFailedEndsTheImportAndLeavesTheLog) {
    const test::FailingSync failing; // the folder's connection is opened below, the import's was before
    std::optional<ImportCheckpoints> checkpoints(*importer);
    write(kPages);
    Result<void> kept;
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while ((kept = checkpoints->keepShort()) && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().where, store.path());
    EXPECT_FALSE(checkpoints->keepShort()) << "an error stays";
    const auto length = logSize();
    checkpoints.reset();
    const auto folded = size();
    write(2 * kLongestLog);
    importer.reset();
    EXPECT_EQ(size(), folded);
    EXPECT_GE(logSize(), length + std::uintmax_t{2} * kLongestLog * 16384)
        << "begun anew it would take away all that there is of those pages";
}

// A system that could not write pages takes them for written from then on: whoever folds back next writes
// them.
TEST_F(LogFolderTest, WhatASyncMayHaveLostIsFoldedBackAgain) {
    const auto before = size();
    auto another = *Connection::open(store.path(), OpenMode::normal);
    write(kPages);
    {
        const test::FailingSync failing;
        LogFolder folder(store.path());
        const auto reader = ReadSnapshot::begin(*another);
        ASSERT_TRUE(reader);
        write(50); // which stay in the log, so that the fold is no whole one
        folder.begin();
        EXPECT_FALSE(folder.wait());
        EXPECT_TRUE(folder.mayBeLost());
    }
    const auto folded = size();
    ASSERT_GT(folded, before + std::uintmax_t{kPages} * 16'000);
    {
        std::fstream lost(store.path(), std::ios::in | std::ios::out | std::ios::binary);
        lost.seekp(static_cast<std::streamoff>(before));
        lost << std::string(static_cast<std::size_t>(folded - before), '\0');
    }
    ASSERT_TRUE(another->execute("PRAGMA wal_checkpoint(PASSIVE)"));
    EXPECT_EQ(store.query("PRAGMA integrity_check"), "ok");
    EXPECT_EQ(store.query("SELECT count(*) FROM entry_text WHERE prompt = zeroblob(16000)"),
              std::to_string(kPages + 50));
}

TEST_F(LogFolderTest, AnImportIsNotDoneBeforeWhatIsFoldedBackBesideIt) {
    std::vector<store::ImportRow> rows;
    for (int i = 0; i < 46; ++i) { // a little more than is folded back at once
        auto entry = test::entry("r" + std::to_string(i));
        entry.response.assign(100'000, 'w');
        rows.push_back(test::importRow(entry, i + 1));
    }
    store.reopen();
    {
        const test::FailingSync failing;
        const auto session = store.store().importer().begin("/log.jsonl", "importer");
        ASSERT_TRUE(session);
        EXPECT_TRUE((*session)->add(rows));
        const auto done = (*session)->finish();
        ASSERT_FALSE(done) << "its folder's sync failed";
        EXPECT_EQ(done.error().where, store.path());
    }
    EXPECT_EQ(store.query("SELECT count(*) FROM entry"), "46");
}

} // namespace
} // namespace goldpan::sql
