// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/database_file.h"
#include "core/base/files.h"
#include "tests/support/temp_dir.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <string>

namespace goldpan::test {
namespace {

class DatabaseFile : public testing::Test {
protected:
    TempDir dir;
    std::string database = dir.write("s.goldpan", std::string("SQLite format 3\0", 16) + "and its pages");
    std::string other = dir.write("plain", "SQLite format 3, says this text");
};

TEST_F(DatabaseFile, ADatabaseAndWhatStandsBesideItAreNotWrittenOver) {
    EXPECT_EQ(checkNoDatabase(database).error().code, ErrorCode::usage);
    for (const char* end : {"-wal", "-shm", "-journal"}) {
        EXPECT_EQ(checkNoDatabase(database + end).error().code, ErrorCode::usage) << end;
        EXPECT_EQ(checkNoJournalOfDatabase(database + end).error().where, database + end);
        EXPECT_EQ(AtomicFile::create(database + end).error().code, ErrorCode::usage) << end;
    }
    EXPECT_TRUE(checkNoJournalOfDatabase(database));
    EXPECT_FALSE(AtomicFile::create(database));
}

TEST_F(DatabaseFile, AnyOtherNameIsFree) {
    for (const auto& path : {other, dir.path() + "-wal", dir.file("none"), dir.file("none-wal"), dir.path(),
                             database + "-walk", database + ".jsonl"}) {
        EXPECT_TRUE(checkNoDatabase(path)) << path;
    }
}

TEST_F(DatabaseFile, WhoMayReadAFileStaysSoWhenItIsReplaced) {
    using std::filesystem::perms;
    const perms mine = perms::owner_read | perms::owner_write;
    std::filesystem::permissions(other, mine);
    ASSERT_TRUE(writeFileAtomically(other, "new"));
    EXPECT_EQ(std::filesystem::status(other).permissions(), mine);
    EXPECT_EQ(readFile(other).value(), "new");
}

} // namespace
} // namespace goldpan::test
