// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A log that is followed while another program writes, rotates or cuts it.
#include "tests/process/support/desk.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

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

TEST_F(Watch, RulesThatAreSetMeanwhileAreThoseOfTheNextLines) {
    const auto line = [](const std::string& id) {
        return R"({"request_id":")" + id +
               R"(","ts":"2025-06-12T00:00:00Z","model_version":"m","prompt":"of C-123456","response":"r",)"
               R"("latency_ms":1,"user_id_hash":"00112233445566ff","response_logprob":-0.1,"tags":[]})"
               "\n";
    };
    const auto rules = desk.dir.write(
        "rules.json", R"({"rules":[{"name":"customer","pattern":"C-[0-9]{6}","token":"[CUSTOMER_NO]"}]})");
    auto watch = start();
    ASSERT_TRUE(comesTo(0));
    append(line("before"));
    ASSERT_TRUE(comesTo(1));
    Desk::done({"rules", desk.store, "set", rules});
    append(line("after"));
    ASSERT_TRUE(comesTo(2));
    const auto counts = stop(watch);
    EXPECT_EQ(counts["stored"], 2);
    EXPECT_EQ(counts["quarantined"], 0);
    EXPECT_EQ(desk.texts("SELECT prompt FROM log_entries ORDER BY request_id DESC"),
              (std::vector<std::string>{"of C-123456", "of [CUSTOMER_NO]"}));
    desk.expectSound();
}

TEST_F(Watch, EndsWhereWhatComesIsAnotherToolsLog) {
    auto watch = start();
    ASSERT_TRUE(comesTo(0)) << "nothing is known of a log that is not there yet";
    append(R"({"call_type":"acompletion","startTime":1,"response":{},"metadata":{}})"
           "\n");
    const auto end = watch.end();
    EXPECT_EQ(end.exit, 2);
    EXPECT_NE(end.err.find("read by the profile litellm"), std::string::npos) << end.err;
    EXPECT_EQ(end.json()["read"], 0) << "not even a line of the quarantine";
    desk.expectSound();
}

TEST_F(Watch, AStrangeLineAmongOursIsQuarantinedAsEver) {
    auto watch = start();
    append(Desk::logText(3, 1));
    ASSERT_TRUE(comesTo(3));
    append(R"({"call_type":"acompletion","startTime":1,"response":{},"metadata":{}})"
           "\n" +
           Desk::logText(2, 2));
    ASSERT_TRUE(comesTo(5));
    EXPECT_EQ(stop(watch)["quarantined"], 1);
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

/// The log as another file, which nobody has looked at under its first name.
void rotate(const std::string& log, const std::string& to, unsigned seed) {
    std::ofstream(log) << Desk::logText(20, seed) << std::flush;
    std::filesystem::rename(log, to);
}

TEST_F(Watch, MissesNothingThatIsRotatedManyTimesBetweenTwoLooks) {
    append(Desk::logText(20, 1));
    auto watch = start();
    ASSERT_TRUE(comesTo(20));
    watch.kill(SIGSTOP); // its next look comes when all is done
    append(Desk::logText(5, 2));
    std::filesystem::rename(log, log + ".1");
    unsigned seed = 3;
    for (const auto* name : {"live-20250612T030405Z-001.jsonl", "live-20250612T030405Z-002.jsonl",
                             "live.jsonl-20250612", "live.1.jsonl"}) { // the writer's, logrotate's
        rotate(log, desk.dir.file(name), seed++);
    }
    for (int turn = 0; turn < 3; ++turn) {
        for (int number = 4; number > 0; --number) {
            const auto old = log + "." + std::to_string(number);
            if (std::filesystem::exists(old)) {
                std::filesystem::rename(old, log + "." + std::to_string(number + 1));
            }
        }
        rotate(log, log + ".1", seed++);
    }
    append(Desk::logText(7, seed));
    desk.dir.write("live-2.jsonl", Desk::logText(3, 99)); // another log
    desk.dir.write("live.jsonl.1.gz", Desk::logText(3, 98));
    watch.kill(SIGCONT);
    ASSERT_TRUE(comesTo(20 + 5 + 7 * 20 + 7));
    const auto counts = stop(watch);
    EXPECT_EQ(counts["read"], 20 + 5 + 7 * 20 + 7) << "each line once";
    EXPECT_EQ(counts["quarantined"], 0);
    EXPECT_EQ(desk.rows(), 172);
    desk.expectSound();
}

TEST_F(Watch, GoesOnAfterWhatTheStoreHoldsWhenItIsStartedAgain) {
    rotate(log, log + ".9", 9); // from before anybody watched
    append(Desk::logText(20, 1));
    auto watch = start();
    ASSERT_TRUE(comesTo(20));
    watch.kill(SIGKILL);
    EXPECT_EQ(watch.end().signal, SIGKILL);

    std::filesystem::last_write_time(log + ".9",
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    append(Desk::logText(10, 2)); // it is held in part
    std::filesystem::rename(log, log + "-20250612");
    rotate(log, log + "-20250613", 3);
    rotate(log, log + "-20250614", 4);
    append(Desk::logText(5, 5));
    const auto counts = Desk::done({"watch", desk.store, log, "--once"});
    EXPECT_EQ(counts["read"], 20 + 10 + 20 + 20 + 5);
    EXPECT_EQ(counts["duplicate"], 20);
    EXPECT_EQ(desk.rows(), 75);

    const auto again = Desk::done({"watch", desk.store, log, "--once"});
    EXPECT_EQ(again["read"], 5) << "files that are held to their end are not read again";
    desk.expectSound();
}

TEST_F(Watch, ABadLineOfARotatedFileIsNamedByThatFile) {
    append(Desk::logText(1, 1));
    Desk::done({"watch", desk.store, log, "--once"});
    std::ofstream(log, std::ios::app) << "no json\n" << Desk::logText(1, 2) << std::flush;
    std::filesystem::rename(log, log + ".1");
    append(Desk::logText(2, 3));
    EXPECT_EQ(Desk::done({"watch", desk.store, log, "--once"})["quarantined"], 1);
    EXPECT_EQ(desk.texts("SELECT source || ':' || line FROM quarantine"),
              std::vector<std::string>{log + ".1:2"});
}

TEST_F(Watch, ABadLineGoesWithItsFileWhenThatIsRotated) {
    append(Desk::logText(1, 1) + "no json\n");
    auto watch = start();
    ASSERT_TRUE(comesTo(1));
    std::filesystem::rename(log, log + ".1");
    append(Desk::logText(3, 2)); // its second line is a good one
    ASSERT_TRUE(comesTo(4));
    stop(watch);
    EXPECT_EQ(desk.texts("SELECT source || ':' || line FROM quarantine"),
              std::vector<std::string>{log + ".1:2"});
}

TEST_F(Watch, AFileThatCannotBeReadEndsItOnlyWhereRowsWouldBeMissed) {
    append(Desk::logText(3, 1));
    rotate(log + ".x", log + ".5", 5);
    std::filesystem::permissions(log + ".5", std::filesystem::perms::none);
    std::filesystem::last_write_time(log + ".5",
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
    EXPECT_EQ(Desk::done({"watch", desk.store, log, "--once"})["stored"], 3);
    std::filesystem::rename(log, log + ".2");
    rotate(log, log + ".1", 2);
    append(Desk::logText(3, 3));
    if (::geteuid() != 0) { // root reads everything
        std::filesystem::permissions(log + ".1", std::filesystem::perms::none);
        EXPECT_EQ(Desk::run({"watch", desk.store, log, "--once"}).errorCode(), "unreadable");
        std::filesystem::permissions(log + ".1", std::filesystem::perms::owner_all);
    }
    EXPECT_EQ(Desk::done({"watch", desk.store, log, "--once"})["stored"], 23);
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
