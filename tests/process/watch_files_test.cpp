// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A followed log whose files are copied, restored, exchanged, taken away or watched by somebody else.
#include "tests/process/support/watch_desk.h"

#include <algorithm>
#include <csignal>
#include <sqlite3.h>

namespace goldpan::test {
namespace {

namespace fs = std::filesystem;

class WatchFiles : public WatchDesk {
protected:
    /// Another file of the same name and content.
    void copyAnew(const std::string& end) const {
        const auto aside = other.file("old" + end);
        fs::rename(log + end, aside); // kept, so that its number is not given again
        fs::copy_file(aside, log + end);
    }
    void run(const std::string& sql) const {
        sqlite3* handle = nullptr;
        ASSERT_EQ(sqlite3_open(desk.store.c_str(), &handle), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(handle);
    }
    /// So much of a file is read, and remembered: the next look is another one.
    [[nodiscard]] bool comesToRemember(std::uintmax_t bytes) const {
        return waitUntil([&] {
            return desk.number("SELECT count(*) FROM followed_file WHERE read_bytes = " +
                               std::to_string(bytes)) == 1;
        });
    }
    Child start() const { return Child({.args = {"watch", desk.store, log, "--json"}}); }

    TempDir other;
};

TEST_F(WatchFiles, ATornLineIsNoMarkOfAFile) {
    append("bad\n" + row("a1") + "torn by a crash");
    once();
    fs::resize_file(log, 4 + row("a1").size()); // as the next writer cuts it off
    append(row("a2"));
    rename("", ".1");
    append(row("b1"));
    once();
    EXPECT_EQ(badLines(), std::vector<std::string>{".1:1"});
    EXPECT_EQ(desk.rows(), 3);
}

TEST_F(WatchFiles, ATornLineThatWasTakenForTheLastIsNoMarkEither) {
    once();
    append(row("a1") + "bad\ntorn by a crash");
    rename("", ".1");
    append(row("b1"));
    once();
    EXPECT_EQ(badLines(), (std::vector<std::string>{".1:2", ".1:3"}));
    fs::resize_file(log + ".1", row("a1").size() + 4);
    appendTo(log + ".1", row("a2"));
    rename(".1", ".2");
    EXPECT_EQ(once()["read"], 3 + 1);
    EXPECT_EQ(badLines(), std::vector<std::string>{".2:2"});
    EXPECT_EQ(desk.rows(), 3);
}

TEST_F(WatchFiles, ACopiedFolderIsTheSameLog) {
    appendTo(log + ".9", rows("older", 3)); // left alone
    append(row("a1") + "bad\n" + row("a2"));
    onceKeeping();
    rename("", ".1");
    append("bad\n" + row("b1"));
    onceKeeping();
    for (const auto* end : {"", ".1", ".9"}) {
        copyAnew(end);
    }
    EXPECT_EQ(onceKeeping()["read"], 2) << "only the log itself, as always";
    EXPECT_EQ(badLines(), (std::vector<std::string>{":1", ".1:2"}));
    EXPECT_EQ(accounted(), 3);
    EXPECT_EQ(desk.number("SELECT count(*) FROM sampling_source"), 2);
    EXPECT_EQ(onceKeeping()["read"], 2);

    copyAnew(".1"); // under another name too
    rename(".1", ".2");
    append(row("b2"));
    onceKeeping();
    EXPECT_EQ(badLines(), (std::vector<std::string>{":1", ".2:2"}));
    EXPECT_EQ(accounted(), 4);
}

TEST_F(WatchFiles, ALogThatIsCopiedAndCutGoesOnAsItsCopy) {
    append(row("a1") + "bad\n");
    once();
    append(row("a2"));
    fs::copy_file(log, log + ".1");
    fs::resize_file(log, 0);
    append(row("b1") + row("b2"));
    EXPECT_EQ(once()["stored"], 3);
    EXPECT_EQ(badLines(), std::vector<std::string>{".1:2"});
}

TEST_F(WatchFiles, ALogThatIsCopiedAndCutWhileItIsWatchedGoesOnAsItsCopy) {
    append(rows("a", 5) + "bad\n");
    auto watch = start();
    ASSERT_TRUE(comesToRemember(fs::file_size(log)));
    fs::copy_file(log, log + ".1");
    appendTo(log + ".1", row("late")); // written between the last look and the cut
    fs::resize_file(log, 0);
    append("bad\n" + row("b1"));
    const std::vector<std::string> both{".1:6", ":1"};
    const auto bad = [&] {
        auto lines = badLines();
        std::ranges::sort(lines);
        return lines;
    };
    EXPECT_TRUE(waitUntil([&] { return desk.rows() == 7 && bad() == both; }));
    watch.kill(SIGKILL);
    EXPECT_EQ(watch.end().signal, SIGKILL);
    once();
    EXPECT_EQ(bad(), both);
    EXPECT_EQ(desk.rows(), 7);
}

TEST_F(WatchFiles, OneOfTwoLikeCopiesIsNotGuessed) {
    append(row("a1") + "bad\n");
    once();
    rename("", ".1");
    copyAnew(".1");
    fs::copy_file(log + ".1", log + ".2");
    append(row("b1"));
    EXPECT_EQ(once()["read"], 5) << "both are read";
    EXPECT_EQ(desk.rows(), 2);
}

TEST_F(WatchFiles, NothingIsGoneWhileTheFolderIsEmpty) {
    append(row("a1") + "bad\n");
    once();
    rename("", ".1");
    auto watch = start();
    appendTo(log + ".1", row("a2"));
    ASSERT_TRUE(comesToRemember(fs::file_size(log + ".1")));
    const auto away = other.file("away");
    fs::rename(log + ".1", away);
    for (int more = 3; more < 6; ++more) { // it is open as before
        appendTo(away, row("a" + std::to_string(more)));
        ASSERT_TRUE(comesToRemember(fs::file_size(away)));
    }
    watch.kill(SIGTERM);
    EXPECT_EQ(watch.end().exit, 0);
    EXPECT_EQ(desk.rows(), 5);
    EXPECT_EQ(badLines(), std::vector<std::string>{".1:2"});
}

TEST_F(WatchFiles, AFileThatComesBackIsKnown) {
    appendTo(log + ".9", rows("older", 3)); // left alone
    append(row("a1") + "bad\n");
    once();
    rename("", ".1");
    append(row("b1"));
    once();
    fs::rename(log + ".9", other.file("9"));
    fs::rename(log + ".1", other.file("1"));
    EXPECT_EQ(once()["read"], 1);
    EXPECT_EQ(desk.number("SELECT count(*) FROM quarantine WHERE source LIKE '%.1 (gone, %'"), 1);
    EXPECT_EQ(once()["read"], 1);
    fs::rename(other.file("9"), log + ".9");
    fs::rename(other.file("1"), log + ".3");
    EXPECT_EQ(once()["read"], 1);
    EXPECT_EQ(badLines(), std::vector<std::string>{".3:2"});
    EXPECT_EQ(desk.rows(), 2);
}

TEST_F(WatchFiles, ALogHasOneWatchAStore) {
    append(row("a1"));
    auto watch = start();
    ASSERT_TRUE(waitUntil([&] { return desk.rows() == 1; }));
    EXPECT_EQ(Desk::run({"watch", desk.store, log, "--once"}).errorCode(), "busy");
    const auto link = desk.dir.file("link.goldpan");
    fs::create_symlink(desk.store, link);
    EXPECT_EQ(Desk::run({"watch", link, log, "--once"}).errorCode(), "busy");
    Desk::done({"watch", desk.store, desk.dir.write("another.jsonl", row("b1")), "--once"});
    Desk::done({"watch", desk.dir.file("another.goldpan"), log, "--once"});
    EXPECT_EQ(desk.rows(), 2);
    watch.kill(SIGKILL);
    EXPECT_EQ(watch.end().signal, SIGKILL);
    EXPECT_EQ(once()["read"], 1);
}

TEST_F(WatchFiles, LogsWhosePathsDifferInContactDataAloneAreSeveral) {
    const auto logOf = [&](const std::string& owner) {
        fs::create_directory(desk.dir.file(owner));
        return desk.dir.write(owner + "/live.jsonl", "bad\n" + row(owner.substr(0, 2)));
    };
    const auto first = logOf("a1@example.com");
    const auto second = logOf("b1@example.com");
    Child watch({.args = {"watch", desk.store, first, "--json"}});
    ASSERT_TRUE(waitUntil([&] { return desk.rows() == 1; }));
    EXPECT_EQ(Desk::done({"watch", desk.store, second, "--once"})["stored"], 1);
    watch.kill(SIGKILL);
    EXPECT_EQ(watch.end().signal, SIGKILL);
    Desk::done({"watch", desk.store, first, "--once"});
    EXPECT_EQ(desk.number("SELECT count(*) FROM followed_log"), 2);
    EXPECT_EQ(desk.number("SELECT count(*) FROM quarantine WHERE source LIKE '%(gone%'"), 0);
    EXPECT_EQ(desk.number("SELECT count(*) FROM followed_log WHERE log LIKE '%@%'"), 0);
}

TEST_F(WatchFiles, AfterAnUpgradeNothingIsPassedOverThatWasWatched) {
    // What the migration that brought them leaves: no log is known.
    constexpr auto kNothingKnown = "DELETE FROM followed_file; DELETE FROM followed_log";
    append(row("a1"));
    once();
    run(kNothingKnown); // its rows alone tell of the log
    append(row("a2"));
    rename("", ".1");
    append(row("b1"));
    EXPECT_EQ(once()["stored"], 2);

    run(std::string(kNothingKnown) +
        "; DELETE FROM entry; DELETE FROM entry_text; INSERT INTO bad_line VALUES('" + log +
        ".1', 1, 'bad')");
    rename(".1", ".2");
    rename("", ".1");
    append(row("c1"));
    EXPECT_EQ(once()["stored"], 4) << "only what is there by one of the names tells of it";
}

TEST_F(WatchFiles, SaysWhatItPassesOver) {
    appendTo(log + ".8", row("older1"));
    appendTo(log + ".9", row("older2"));
    append(row("a1"));
    const auto first = Desk::run({"watch", desk.store, log, "--once"});
    EXPECT_EQ(first.json()["read"], 1);
    EXPECT_NE(first.err.find("2 files"), std::string::npos) << first.err;
    EXPECT_EQ(Desk::run({"watch", desk.store, log, "--once"}).err, "");
}

TEST_F(WatchFiles, ExchangedNamesLeaveTheAccountsApart) {
    append(row("a1") + "bad\n");
    onceKeeping();
    rename("", ".1");
    append(row("b1") + row("b2") + "bad\n");
    onceKeeping();
    rename(".1", ".2");
    rename("", ".1");
    append(row("c1"));
    onceKeeping();
    EXPECT_EQ(badLines(), (std::vector<std::string>{".1:3", ".2:2"}));
    rename(".1", ".x");
    rename(".2", ".1");
    rename(".x", ".2");
    onceKeeping();
    EXPECT_EQ(badLines(), (std::vector<std::string>{".1:2", ".2:3"}));
    EXPECT_EQ(accounted(), 4);
}

TEST_F(WatchFiles, AnOpenFileIsReadToItsEndWhenItIsTakenAway) {
    append(row("a1"));
    once();
    rename("", ".1");
    auto watch = start();
    appendTo(log + ".1", row("a2"));
    ASSERT_TRUE(comesToRemember(fs::file_size(log + ".1")));
    watch.kill(SIGSTOP); // all of this between two looks
    appendTo(log + ".1", row("a3") + "bad\n");
    fs::remove(log + ".1");
    append(row("b1"));
    watch.kill(SIGCONT);
    ASSERT_TRUE(waitUntil([&] { return desk.rows() == 4; }));
    watch.kill(SIGTERM);
    EXPECT_EQ(watch.end().json()["read"], 5) << "each line once";
    EXPECT_EQ(desk.number("SELECT count(*) FROM quarantine WHERE source LIKE '%.1 (gone, %' AND line = 4"),
              1);
}

} // namespace
} // namespace goldpan::test
