// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/row_spool.h"
#include "tests/support/temp_dir.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace goldpan::exporting {
namespace {

MadeRow rowWithLines(int number, std::vector<std::string> lines) {
    MadeRow out;
    out.record.id = RowId{number};
    out.record.entry.requestId = "r" + std::to_string(number);
    out.lines = std::move(lines);
    return out;
}

/// What comes back, as far as it is kept.
std::vector<MadeRow> readBack(const RowSpool& spool) {
    std::vector<MadeRow> out;
    const auto done = spool.each(
        [&](MadeRow& made) {
            out.push_back(std::move(made));
            return Result<void>{};
        },
        {});
    EXPECT_TRUE(done);
    return out;
}

TEST(RowSpool, HandsEveryRowOnInOrderWithWhatABatchTakesOfIt) {
    const test::TempDir dir;
    RowSpool spool(dir.path());
    spool.put(rowWithLines(7, {"first", std::string("\0\n", 2)}));
    MadeRow out = rowWithLines(8, {});
    out.leftOut = "invalid";
    out.isNamed = true;
    out.invalidWhy = "no user turn";
    spool.put(out);
    MadeRow noted = rowWithLines(9, {"x"});
    noted.counts.byType[0] = 3;
    noted.counts.addCustom("CASE", 2);
    noted.counts.usersHashed = 4;
    noted.note = {.profile = "openai",
                  .author = RowAuthor{CorrectionSource::modelDrafted, "ann"},
                  .letOutRedacted = true,
                  .hasTools = true};
    spool.put(noted);
    EXPECT_FALSE(spool.isWhole());
    spool.finish();
    ASSERT_TRUE(spool.isWhole());

    for (int time = 0; time < 2; ++time) {
        const auto rows = readBack(spool);
        ASSERT_EQ(rows.size(), 3);
        EXPECT_EQ(rows[0].record.id, RowId{7});
        EXPECT_EQ(rows[0].record.entry.requestId, "r7");
        EXPECT_EQ(rows[0].lines, (std::vector<std::string>{"first", std::string("\0\n", 2)}));
        EXPECT_EQ(rows[0].leftOut, "");
        EXPECT_FALSE(rows[0].note.author);
        EXPECT_EQ(rows[0].counts, redact::RedactionCounts{});
        EXPECT_EQ(rows[1].leftOut, "invalid");
        EXPECT_TRUE(rows[1].isNamed);
        EXPECT_EQ(rows[1].invalidWhy, "no user turn");
        EXPECT_TRUE(rows[1].lines.empty());
        EXPECT_EQ(rows[2].counts, noted.counts);
        EXPECT_EQ(rows[2].note.profile, "openai");
        ASSERT_TRUE(rows[2].note.author);
        EXPECT_EQ(rows[2].note.author->source, CorrectionSource::modelDrafted);
        EXPECT_EQ(rows[2].note.author->operatorName, "ann");
        EXPECT_TRUE(rows[2].note.letOutRedacted);
        EXPECT_TRUE(rows[2].note.hasTools);
    }
    EXPECT_TRUE(std::filesystem::is_empty(dir.path())) << "its file has no name";
}

TEST(RowSpool, HoldsRowsOfAnyLength) {
    const test::TempDir dir;
    RowSpool spool(dir.path());
    constexpr int kRows = 400;
    const auto lineOf = [](int row) {
        return std::string(static_cast<std::size_t>(row % 50 == 0 ? 700'000 : row * 37), 'x') + "end";
    };
    for (int row = 1; row <= kRows; ++row) {
        spool.put(rowWithLines(row, {lineOf(row)}));
    }
    spool.finish();
    const auto rows = readBack(spool);
    ASSERT_EQ(rows.size(), kRows);
    for (int row = 1; row <= kRows; ++row) {
        ASSERT_EQ(rows[static_cast<std::size_t>(row - 1)].lines.front(), lineOf(row)) << row;
    }
}

/// The descriptor of the only file of this process that has no name.
int namelessFile(const std::string& folder) {
    for (int fd = 0; fd < 1024; ++fd) {
        std::error_code none;
        const auto path = std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(fd), none).string();
        if (path.starts_with(folder) && path.ends_with("(deleted)")) {
            return fd;
        }
    }
    return -1;
}

TEST(RowSpool, TellsWhatCameBackChanged) {
    const test::TempDir dir;
    const std::pair<long, std::string> damages[] = {
        {0, std::string(8, '\xFF')}, // a length
        {0, std::string(64, '\0')},
        {2'000, "y"},
    };
    for (const auto& [at, bytes] : damages) {
        RowSpool spool(dir.path());
        spool.put(rowWithLines(1, {std::string(5'000, 'x')}));
        spool.finish();
        ASSERT_TRUE(spool.isWhole());
        const int fd = namelessFile(dir.path());
        ASSERT_EQ(::pwrite(fd, bytes.data(), bytes.size(), at), static_cast<ssize_t>(bytes.size()));
        int seen = 0;
        const auto count = [&](MadeRow&) -> Result<void> {
            ++seen;
            return {};
        };
        const auto read = spool.each(count, {});
        ASSERT_FALSE(read) << at;
        EXPECT_EQ(read.error().code, ErrorCode::corrupt);
        EXPECT_EQ(seen, 0);
    }
}

TEST(RowSpool, EndsWithTheFirstErrorOrAStop) {
    const test::TempDir dir;
    RowSpool spool(dir.path());
    spool.put(rowWithLines(1, {"a"}));
    spool.put(rowWithLines(2, {"b"}));
    spool.finish();
    int seen = 0;
    const auto full = [&](MadeRow&) -> Result<void> {
        ++seen;
        return fail(ErrorCode::diskFull, "no room");
    };
    const auto refused = spool.each(full, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::diskFull);
    EXPECT_EQ(seen, 1);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = spool.each(full, stop.get_token());
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::cancelled);
}

TEST(RowSpool, IsNotWholeWhereItsFileCannotBe) {
    const test::TempDir dir;
    RowSpool spool(dir.file("no such folder"));
    spool.put(rowWithLines(1, {"a"}));
    spool.finish();
    EXPECT_FALSE(spool.isWhole());
}

} // namespace
} // namespace goldpan::exporting
