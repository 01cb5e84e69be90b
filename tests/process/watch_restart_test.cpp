// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a watch knows of the files of its log, from one run to the next and over their names.
#include "tests/process/support/watch_desk.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace goldpan::test {
namespace {

using WatchRestart = WatchDesk;

TEST_F(WatchRestart, RowsThatWereSampledOutAreNoFileThatWasNeverSeen) {
    append(rows("a", 40));
    onceKeeping();
    append(rows("low", 12, kLow) + rows("b", 20));
    rename("", ".1");
    append(rows("c", 1));
    onceKeeping();
    EXPECT_EQ(desk.number("SELECT count(*) FROM log_entries WHERE request_id LIKE 'low%'"), 12);
    EXPECT_EQ(desk.rows() + desk.number("SELECT count(*) FROM sampled_out"), 73);
    EXPECT_EQ(accounted(), 73);
}

TEST_F(WatchRestart, AFileOfLongLinesIsReadToItsEnd) {
    append(row("a1", kHealthy, 20'000));
    once();
    append(row("a2", kHealthy, 20'000));
    rename("", ".1");
    append(row("b1"));
    EXPECT_EQ(once()["stored"], 2);
    EXPECT_EQ(once()["read"], 1) << "and not again";
}

TEST_F(WatchRestart, ALastLineThatTheStoreHasIsNoEnd) {
    append(row("a1"));
    once();
    append(row("a2") + row("a3") + row("a1"));
    rename("", ".1");
    append(row("b1"));
    EXPECT_EQ(once()["stored"], 3);
    EXPECT_EQ(desk.rows(), 4);
}

TEST_F(WatchRestart, ALogThatWasNotThereYetIsFollowedFromThenOn) {
    once();
    append(rows("a", 2));
    rename("", ".1");
    append(rows("b", 2));
    EXPECT_EQ(once()["stored"], 4);
}

TEST_F(WatchRestart, ABadLineIsOneWhenItsFileIsRotatedWhileNobodyWatches) {
    append(row("a1") + "bad\n");
    once();
    append(row("a2"));
    rename("", ".1");
    append(row("b1"));
    once();
    EXPECT_EQ(badLines(), std::vector<std::string>{".1:2"});
}

void numberedRotation(const std::string& log) {
    for (int number = 3; number > 0; --number) {
        const auto old = log + "." + std::to_string(number);
        if (std::filesystem::exists(old)) {
            std::filesystem::rename(old, log + "." + std::to_string(number + 1));
        }
    }
    std::filesystem::rename(log, log + ".1");
}

TEST_F(WatchRestart, BadLinesAndTheAccountGoWithEveryFileThatIsRotated) {
    append(row("a1") + "bad\nworse\n");
    Child watch({.args = {"watch", desk.store, log, "--json", "--keep", "budget"}});
    const auto comesTo = [&](std::int64_t count) { return waitUntil([&] { return accounted() == count; }); };
    ASSERT_TRUE(waitUntil([&] { return std::filesystem::exists(desk.store); }));
    ASSERT_TRUE(comesTo(1));
    numberedRotation(log);
    append(row("b1") + "bad\n" + row("b3"));
    ASSERT_TRUE(comesTo(3));
    numberedRotation(log);
    append(row("c1"));
    ASSERT_TRUE(comesTo(4));
    watch.kill(SIGTERM);
    EXPECT_EQ(watch.end().exit, 0);
    numberedRotation(log); // while nobody watches
    append(row("d1") + row("d2") + "bad\n");
    onceKeeping();
    EXPECT_EQ(accounted(), 6);
    EXPECT_EQ(badLines(), (std::vector<std::string>{":3", ".2:2", ".3:2", ".3:3"}));

    std::filesystem::remove(log + ".3"); // what comes to have its name does not take the place of what it had
    rename(".2", ".3");
    onceKeeping();
    EXPECT_EQ(accounted(), 6);
    EXPECT_EQ(desk.number("SELECT count(*) FROM quarantine"), 4);
    EXPECT_EQ(desk.number("SELECT count(*) FROM quarantine WHERE source LIKE '%.3 (gone, %'"), 2);
    EXPECT_EQ(desk.number("SELECT count(*) FROM quarantine WHERE source = '" + log + ".3'"), 1);
}

TEST_F(WatchRestart, AFileThatGrowsWhileTheLogIsNotThereIsReadOnce) {
    append(rows("a", 2));
    once();
    append(rows("b", 1));
    rename("", ".1");
    const auto another = desk.dir.write("live-20250612.jsonl", rows("other", 3));
    Child watch({.args = {"watch", desk.store, log, "--json"}});
    ASSERT_TRUE(waitUntil([&] { return desk.rows() == 3; }));
    for (int turn = 0; turn < 4; ++turn) {
        appendTo(another, rows("another" + std::to_string(turn), 1));
        appendTo(log + ".1", rows("c" + std::to_string(turn), 1));
        ASSERT_TRUE(waitUntil([&] { return desk.rows() == 4 + turn; }));
    }
    appendTo(log + ".1", rows("d", 1) + "bad, and without an end");
    append(rows("e", 1));
    ASSERT_TRUE(waitUntil([&] { return desk.rows() == 9; }));
    watch.kill(SIGTERM);
    const auto end = watch.end();
    EXPECT_EQ(end.exit, 0) << end.err;
    EXPECT_EQ(end.json()["read"], 10) << "each line once";
    EXPECT_EQ(badLines(), std::vector<std::string>{".1:9"});
}

TEST_F(WatchRestart, AnotherFileWithTheNumberOfOneThatIsGoneIsRead) {
    append(rows("a", 2));
    once();
    // As where the number is given again: the same file to the file system, other lines of the same length.
    std::ofstream(log, std::ios::trunc) << rows("b", 2) << std::flush;
    rename("", ".1");
    append(rows("c", 1));
    EXPECT_EQ(once()["stored"], 3);
}

} // namespace
} // namespace goldpan::test
