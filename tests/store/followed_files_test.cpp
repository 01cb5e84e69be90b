// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/followed_files.h"
#include "core/store/importer.h"
#include "tests/store/support/store_builder.h"

#include <gtest/gtest.h>

namespace goldpan::test {
namespace {

using store::FollowedFileRecord;

class FollowedFilesTable : public testing::Test {
protected:
    store::FollowedFiles& files() { return builder.store().importer().followedFiles(); }
    std::vector<FollowedFileRecord> of(std::string_view log) { return files().filesOf(log).value().value(); }
    static FollowedFileRecord record(std::int64_t inode, std::string source) {
        return {.device = 1,
                .inode = inode,
                .headBytes = 4,
                .head = "abcd",
                .source = std::move(source),
                .readBytes = 9};
    }

    StoreBuilder builder;
};

TEST_F(FollowedFilesTable, KnowsALogOnceItIsFollowedAlsoWithoutFiles) {
    EXPECT_EQ(files().filesOf("a").value(), std::nullopt);
    ASSERT_TRUE(files().follow("a", {}));
    EXPECT_TRUE(of("a").empty());
    EXPECT_EQ(files().filesOf("b").value(), std::nullopt);
}

TEST_F(FollowedFilesTable, KeepsEachFileOfALogOnce) {
    const auto passed = record(1, "a.1");
    ASSERT_TRUE(files().follow("a", {passed}));
    auto read = record(2, "a");
    ASSERT_TRUE(files().put("a", read));
    read.readBytes = 12;
    ASSERT_TRUE(files().put("a", read));
    ASSERT_TRUE(files().put("b", record(2, "b")));
    EXPECT_EQ(of("a"), (std::vector{read, passed}));
    ASSERT_TRUE(files().replace("a", {read}, {}));
    EXPECT_EQ(of("a"), std::vector{passed});
}

TEST_F(FollowedFilesTable, FilesMayHaveEachOthersNumbers) {
    ASSERT_TRUE(files().follow("a", {record(1, "a"), record(2, "a.1"), record(3, "a.2")}));
    ASSERT_TRUE(files().replace("a", {record(1, "a"), record(2, "a.1")}, {record(2, "a"), record(1, "a.1")}));
    EXPECT_EQ(of("a"), (std::vector{record(2, "a"), record(1, "a.1"), record(3, "a.2")}));
}

TEST_F(FollowedFilesTable, KnowsWhatIsKeptByAName) {
    EXPECT_FALSE(files().hasAnyOf("a").value());
    builder.run("INSERT INTO bad_line VALUES('a', 1, 'bad')");
    EXPECT_TRUE(files().hasAnyOf("a").value());
    EXPECT_FALSE(files().hasAnyOf("a.1").value());
    builder.run("INSERT INTO sampling_source SELECT 'a.1', 'budget', 0.1, 0, 0, 0, 0, 0, 0");
    EXPECT_TRUE(files().hasAnyOf("a.1").value());
}

TEST_F(FollowedFilesTable, AFileGoesWithWhatIsKeptByItsName) {
    constexpr int kBad = 1'000; // more than one transaction takes
    ASSERT_TRUE(files().follow("a", {record(1, "a")}));
    builder.run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " +
                std::to_string(kBad) + ") INSERT INTO bad_line SELECT 'a', i, 'bad' FROM n");
    builder.run("INSERT INTO bad_line VALUES('a.1', 1, 'older')");
    ASSERT_TRUE(builder.store().importer().renameSource("a", "a.1"));
    EXPECT_EQ(of("a").front().source, "a.1");
    EXPECT_EQ(builder.query(
                  "SELECT source || ' ' || count(*) || ' ' || max(reason) FROM quarantine GROUP BY source"),
              "a.1 1000 bad");
    ASSERT_TRUE(builder.store().importer().renameSource("a.1", "a.1"));
    EXPECT_EQ(builder.query("SELECT count(*) FROM quarantine"), "1000");
}

} // namespace
} // namespace goldpan::test
