// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A program with several connections to one store, as the window is, while others come and go.
#include "app/composition/store_factory.h"
#include "core/store/store.h"
#include "core/store/write_gate.h"
#include "tests/process/support/desk.h"

#include <QCoreApplication>
#include <filesystem>
#include <gtest/gtest.h>

namespace goldpan::test {
namespace {

// Closing any file descriptor of a file drops every lock that the process has on it (POSIX). A program that
// looks into the store's file beside its open connections is then no longer seen: the next to close the store
// believes itself the last, deletes the write-ahead log, and what is written afterwards goes into a file
// without a name.
TEST(SharedLocks, AnotherProgramNeverTakesTheLogOfAnOpenStore) {
    int argc = 1;
    char name[] = "process_tests";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    const Desk desk;
    Desk::done({"import", desk.store, desk.writeLog("a.jsonl", 20, 1)});

    const auto reader = composition::openStore(desk.store);
    ASSERT_TRUE(reader);
    const auto writer = composition::openStore(desk.store);
    ASSERT_TRUE(writer);
    const auto tag = [&](std::string_view text) {
        return (*writer)->writes().transact([&](store::WriteTransaction& write) -> Result<void> {
            auto added = write.addTag(RowId{1}, text);
            return added ? Result<void>{} : std::unexpected(added.error());
        });
    };
    ASSERT_TRUE(tag("before"));
    EXPECT_FALSE(composition::openStore(desk.dir.file("a.jsonl"))) << "a look at something else does no harm";
    EXPECT_TRUE(composition::StoreForImport::open(desk.store));
    Desk::done({"stats", desk.store});
    EXPECT_TRUE(std::filesystem::exists(desk.store + "-wal")) << "the log of an open store was deleted";
    ASSERT_TRUE(tag("after"));
    EXPECT_EQ(
        desk.number("SELECT count(*) FROM log_entries WHERE tags LIKE '%before%' AND tags LIKE '%after%'"),
        1);
}

} // namespace
} // namespace goldpan::test
