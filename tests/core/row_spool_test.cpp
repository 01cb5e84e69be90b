// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exporting/row_spool.h"
#include "tests/support/temp_dir.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <string>
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
