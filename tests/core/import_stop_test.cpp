// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An import that is stopped or fails, and what it tells on its way.
#include "tests/core/support/import_desk.h"

#include <algorithm>

namespace goldpan::ingest {
namespace {

using ImportStop = ImportDesk;

TEST_F(ImportStop, StopsInTheMiddle) {
    const auto log = dir.write("a.jsonl", rows(60'000));
    store.onAdd = [this]() -> Result<void> {
        stop.request_stop();
        return {};
    };
    const auto result = import({log});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::cancelled);
    EXPECT_FALSE(report.complete);
    EXPECT_GT(report.tally.stored, 0);
    EXPECT_LT(report.tally.stored, 60'000);
    EXPECT_EQ(std::ssize(store.known), report.tally.stored);
    expectSum();
}

TEST_F(ImportStop, StopsBeforeItBegins) {
    stop.request_stop();
    EXPECT_EQ(import({dir.write("a.jsonl", rows(3))}).error().code, ErrorCode::cancelled);
    EXPECT_TRUE(store.sources.empty());
}

TEST_F(ImportStop, HandsOnWhatTheStoreSays) {
    store.onAdd = [this]() -> Result<void> {
        return store.known.empty() ? Result<void>() : fail(ErrorCode::diskFull, "no space");
    };
    const auto result = import({dir.write("a.jsonl", rows(60'000))});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::diskFull);
    EXPECT_EQ(std::ssize(store.known), report.tally.stored);
    EXPECT_FALSE(store.sources.back().finished);
}

TEST_F(ImportStop, TellsItsProgressInBytes) {
    const auto first = dir.write("a.jsonl", rows(100));
    const auto second = dir.writeGzip("b.gz", rows(200));
    std::vector<Progress> told;
    progress = [&](const Progress& at) { told.push_back(at); };
    ASSERT_TRUE(import({first, second}));
    const auto total = static_cast<std::int64_t>(dir.read("a.jsonl").size() + dir.read("b.gz").size());
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back().done, total);
    EXPECT_EQ(told.back().total, total);
    EXPECT_EQ(told.back().rows, 300);
    EXPECT_TRUE(std::ranges::is_sorted(told, {}, &Progress::done));
}

} // namespace
} // namespace goldpan::ingest
