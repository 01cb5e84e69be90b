// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An import with a reservoir reads its logs twice.
#include "tests/core/support/import_desk.h"

#include <vector>

namespace goldpan::ingest {
namespace {

using ImportReservoir = ImportDesk;

TEST_F(ImportReservoir, AReservoirCountsEveryLogBeforeTheFirstIsStored) {
    keep = {.kind = sampling::KeepRule::Kind::reservoir, .perHour = 2};
    const auto a = dir.write("a.jsonl", row("one") + "\nbad\n" + row("two") + "\n");
    const auto b = dir.write("b.jsonl", row("three") + "\n");
    std::vector<Progress> told;
    progress = [&](const Progress& at) { told.push_back(at); };
    ASSERT_TRUE(import({a, b}));
    EXPECT_EQ(store.counted, (std::vector<std::string>{"one", "two", "three"}));
    EXPECT_EQ(report.tally.stored, 3);
    EXPECT_EQ(report.quarantined, 1) << "once";
    EXPECT_EQ(told.back().done, told.back().total) << "both passes are told";
}

TEST_F(ImportReservoir, AReservoirHoldsWhatCannotBeReadTwice) {
    keep = {.kind = sampling::KeepRule::Kind::reservoir, .perHour = 2};
    EXPECT_TRUE(importPiped(rows(5'000) + "bad\n"));
    EXPECT_EQ(store.counted.size(), 5'000U);
    EXPECT_EQ(report.tally.stored, 5'000);
    EXPECT_EQ(report.quarantined, 1);
    EXPECT_EQ(store.sources.back().ids, store.counted);
}

} // namespace
} // namespace goldpan::ingest
