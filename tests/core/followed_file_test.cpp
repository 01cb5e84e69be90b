// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/followed_file.h"
#include "tests/support/temp_dir.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace goldpan::ingest {
namespace {

class Followed : public testing::Test {
protected:
    void append(std::string_view text) const { std::ofstream(path, std::ios::app) << text; }
    void cutTo(std::uintmax_t bytes) const { std::filesystem::resize_file(path, bytes); }
    FollowedFile open() const {
        auto opened = FollowedFile::open(path);
        EXPECT_TRUE(opened && *opened);
        return std::move(**opened);
    }
    /// All that has come; at most `limit` bytes are read at once.
    static std::string read(FollowedFile& file, std::size_t limit = 1 << 20) {
        std::string text;
        for (;;) {
            const auto block = file.next(limit);
            EXPECT_TRUE(block);
            if (!block || !*block) {
                return text;
            }
            text += (*block)->text;
        }
    }

    test::TempDir dir;
    std::string path = dir.write("a.jsonl", "");
};

TEST_F(Followed, ATornLineIsReadAnewWhenTheNextWriterHasCutItOff) {
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
        dir.write("a.jsonl", mark);
        auto file = open();
        append("torn by a cra");
        EXPECT_EQ(read(file), "");
        cutTo(mark.size());
        append("first and longer\n");
        EXPECT_EQ(read(file), "first and longer\n");
        append("half of a");
        EXPECT_EQ(read(file, 4), "");
        append(" line\nnext\n");
        EXPECT_EQ(read(file, 4), "half of a line\nnext\n");
        append("torn again");
        EXPECT_EQ(read(file), "");
        cutTo(std::filesystem::file_size(path) - 10);
        append("last, without");
        EXPECT_EQ(read(file), "");
        const auto rest = file.rest();
        ASSERT_TRUE(rest);
        EXPECT_EQ(rest->text, "last, without");
        EXPECT_EQ(rest->firstLine, 4);
    }
}

TEST_F(Followed, ItsHeadIsOfWholeLines) {
    auto file = open();
    append("first\ntorn");
    EXPECT_EQ(read(file), "first\n");
    EXPECT_EQ(file.head(100), "first\n");
    EXPECT_EQ(file.head(3), "fir");
    ASSERT_TRUE(file.rest());
    EXPECT_EQ(file.givenBytes(), 10);
    EXPECT_EQ(file.head(100), "first\n") << "a last line may yet be completed";
}

TEST_F(Followed, OneThatIsCutIsOpenedAgain) {
    auto file = open();
    append("first\ntorn");
    EXPECT_EQ(read(file), "first\n");
    cutTo(6);
    EXPECT_FALSE(file.isCut()) << "a torn line alone";
    cutTo(0);
    append("2nd\n");
    EXPECT_EQ(read(file), "");
    EXPECT_TRUE(file.isCut());
    file = open();
    EXPECT_EQ(read(file), "2nd\n");
    EXPECT_EQ(file.head(100), "2nd\n");
    EXPECT_FALSE(file.isCut());
}

} // namespace
} // namespace goldpan::ingest
