// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A log that is followed while another program writes, rotates or cuts it.
#include "tests/process/support/desk.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace goldpan::test {
namespace {

class Watch : public testing::Test {
protected:
    Child start() const { return Child({.args = {"watch", desk.store, log, "--json"}}); }
    [[nodiscard]] bool comesTo(std::int64_t rows) const {
        return waitUntil([&] { return desk.rows() == rows; });
    }
    void append(std::string_view text) const { std::ofstream(log, std::ios::app) << text << std::flush; }
    /// The counts of a watch that is asked to end and does so well.
    static nlohmann::json stop(Child& watch, int signal = SIGTERM) {
        watch.kill(signal);
        const auto end = watch.end();
        EXPECT_EQ(end.exit, 0) << end.err;
        EXPECT_EQ(end.json()["complete"], true);
        return end.json();
    }

    Desk desk;
    std::string log = desk.dir.file("live.jsonl");
};

TEST_F(Watch, StoresLinesAsTheyCome) {
    auto watch = start();
    ASSERT_TRUE(comesTo(0)) << "the store is there before the log is";
    append(Desk::logText(10, 1));
    ASSERT_TRUE(comesTo(10));
    append(Desk::logText(10, 1) + Desk::logText(5, 2));
    ASSERT_TRUE(comesTo(15));
    const auto counts = stop(watch, SIGINT);
    EXPECT_EQ(counts["read"], 25);
    EXPECT_EQ(counts["stored"], 15);
    EXPECT_EQ(counts["duplicate"], 10);
    desk.expectSound();
}

TEST_F(Watch, ATornLastLineWaits) {
    const auto text = Desk::logText(3, 1);
    const auto torn = text.size() - 100;
    append(std::string_view(text).substr(0, torn));
    auto watch = start();
    ASSERT_TRUE(comesTo(2));
    EXPECT_EQ(stop(watch)["pending"], 1);

    auto again = start();
    append(std::string_view(text).substr(torn));
    ASSERT_TRUE(comesTo(3));
    const auto counts = stop(again);
    EXPECT_EQ(counts["pending"], 0);
    EXPECT_EQ(counts["duplicate"], 2);
    EXPECT_EQ(desk.number("SELECT count(*) FROM quarantine"), 0);
}

TEST_F(Watch, GoesOnWhereTheLogIsRotatedWhileItIsWritten) {
    auto watch = start();
    std::int64_t rows = 0;
    for (unsigned file = 1; file <= 4; ++file) {
        const auto text = Desk::logText(20, file);
        const auto half = text.size() / 2; // in the middle of a line
        std::ofstream out(log);
        out << text.substr(0, half) << std::flush;
        ASSERT_TRUE(waitUntil([&] { return desk.rows() > rows; }));
        std::filesystem::rename(log, log + "." + std::to_string(file));
        out << text.substr(half) << std::flush; // by its open descriptor
        rows += 20;
    }
    std::ofstream out(log);
    ASSERT_TRUE(comesTo(rows));
    const auto counts = stop(watch);
    EXPECT_EQ(counts["read"], rows) << "each line once";
    EXPECT_EQ(counts["stored"], rows);
    EXPECT_EQ(counts["quarantined"], 0);
    desk.expectSound();
}

TEST_F(Watch, AFileThatWasCutIsReadFromItsStart) {
    append(Desk::logText(20, 1));
    auto watch = start();
    ASSERT_TRUE(comesTo(20));
    std::filesystem::resize_file(log, 0);
    append(Desk::logText(5, 2));
    ASSERT_TRUE(comesTo(25));
    EXPECT_EQ(stop(watch)["read"], 25);
}

TEST_F(Watch, AKilledOneIsRunAgainAndStoresNothingTwice) {
    append(Desk::logText(3'000, 1));
    {
        auto watch = start();
        ASSERT_TRUE(waitUntil([&] { return desk.rows() > 0; }));
        watch.kill(SIGKILL);
        EXPECT_EQ(watch.end().signal, SIGKILL);
    }
    const auto kept = desk.rows();
    append(Desk::logText(10, 2));
    const auto counts = Desk::done({"watch", desk.store, log, "--once"});
    EXPECT_EQ(counts["read"], 3'010);
    EXPECT_EQ(counts["duplicate"], kept);
    EXPECT_EQ(desk.rows(), 3'010);
    desk.expectSound();
}

TEST_F(Watch, RefusesWhatCannotBeFollowed) {
    EXPECT_EQ(Desk::run({"watch", desk.store, desk.dir.path()}).errorCode(), "unreadable");
    EXPECT_EQ(Desk::run({"watch", desk.store, desk.store}).errorCode(), "usage");
}

TEST_F(Watch, ABadLineIsQuarantinedWithItsNumber) {
    append("\xEF\xBB\xBF" + Desk::logText(1, 1) + "no json\n\n" + Desk::logText(1, 2));
    const auto counts = Desk::done({"watch", desk.store, log, "--once"});
    EXPECT_EQ(counts["stored"], 2);
    EXPECT_EQ(counts["quarantined"], 1);
    EXPECT_EQ(desk.number("SELECT line FROM quarantine"), 2);
}

} // namespace
} // namespace goldpan::test
