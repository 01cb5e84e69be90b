// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are not what they should be, and readers of the output that go away.
#include "tests/process/support/desk.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <sqlite3.h>
#include <sys/stat.h>

namespace goldpan::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Unreadable, ALogThatIsNoneMakesNoStore) {
    const Desk desk;
    const std::pair<std::string, std::string> bad[] = {
        {desk.dir.path(), "unreadable"},
        {desk.dir.file("missing.jsonl"), "not_found"},
        {test::cliProgram(), "not_jsonl"}, // a program is as binary as a file gets
    };
    for (const auto& [log, code] : bad) {
        const auto end = Desk::run({"import", desk.store, log});
        EXPECT_EQ(end.exit, 1) << log;
        EXPECT_EQ(end.errorCode(), code) << log << end.err;
        EXPECT_THAT(end.err, HasSubstr(log));
        EXPECT_THAT(desk.files(), IsEmpty()) << log;
    }
}

TEST(Unreadable, OfATornGzipAStoreKeepsWhatCouldBeRead) {
    const Desk desk;
    const auto log = desk.dir.writeGzip("a.jsonl.gz", Desk::logText(2'000, 1));
    std::filesystem::resize_file(log, sizeOf(log) / 2);
    const auto intoNew = Desk::run({"import", desk.store, log});
    EXPECT_EQ(intoNew.exit, 1);
    EXPECT_EQ(intoNew.errorCode(), "unreadable");
    EXPECT_EQ(intoNew.json()["complete"], false);
    EXPECT_THAT(desk.files(), ElementsAre("a.jsonl.gz"));

    Desk::done({"import", desk.store, desk.writeLog("b.jsonl", 10, 2)});
    const auto intoOld = Desk::run({"import", desk.store, log});
    EXPECT_EQ(intoOld.exit, 1);
    EXPECT_THAT(intoOld.err, HasSubstr(log));
    EXPECT_GT(intoOld.json()["stored"], 0);
    EXPECT_EQ(desk.rows(), 10 + intoOld.json()["stored"].get<int>());
    desk.expectSound();
}

TEST(Unreadable, AFileThatIsNoStoreStaysAsItIs) {
    const Desk desk;
    const auto log = desk.writeLog("a.jsonl", 10, 1);
    const auto text = desk.dir.write("notes.goldpan", "dear diary, this is not a store\n");
    const auto empty = desk.dir.write("empty.goldpan", "");
    const auto pipe = desk.dir.file("pipe.goldpan");
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    for (const auto& path : {text, empty, pipe, std::string("/dev/null")}) {
        for (const auto& args : {std::vector<std::string>{"stats", path},
                                 {"import", path, log},
                                 {"review", path, "accept", "x"}}) {
            const auto end = Desk::run(args);
            EXPECT_EQ(end.exit, 1) << path;
            EXPECT_EQ(end.errorCode(), "not_a_store") << end.err;
            EXPECT_THAT(end.err, HasSubstr(path));
        }
    }
    EXPECT_EQ(desk.dir.read("notes.goldpan"), "dear diary, this is not a store\n");
    EXPECT_EQ(sizeOf(empty), 0U);
    EXPECT_EQ(Desk::run({"stats", desk.dir.path()}).errorCode(), "unreadable");
    EXPECT_EQ(Desk::run({"stats", desk.dir.file("missing")}).errorCode(), "not_found");
}

class WithAStore : public testing::Test {
protected:
    void SetUp() override { Desk::done({"import", desk.store, desk.writeLog("a.jsonl", 2'000, 1)}); }
    Desk desk;
};

TEST_F(WithAStore, ALaterVersionsStoreIsRefused) {
    ASSERT_THAT(desk.texts("PRAGMA user_version = 9999"), IsEmpty());
    const auto bytes = desk.dir.read("s.goldpan");
    for (const auto& args : {std::vector<std::string>{"stats", desk.store},
                             {"import", desk.store, desk.dir.file("a.jsonl")},
                             {"check", desk.store}}) {
        const auto end = Desk::run(args);
        EXPECT_EQ(end.exit, 1);
        EXPECT_EQ(end.errorCode(), "newer_store") << end.err;
    }
    EXPECT_EQ(desk.dir.read("s.goldpan"), bytes);
}

TEST_F(WithAStore, AFullOutputIsAnError) {
    for (const auto& args : {std::vector<std::string>{"queue", desk.store, "--json"},
                             {"stats", desk.store, "--json"},
                             {"corrections", desk.store, "export", "-", "--json"}}) {
        const auto end = Child({.args = args, .output = "/dev/full"}).end();
        EXPECT_EQ(end.exit, 1) << args[0];
        EXPECT_EQ(end.errorCode(), "unwritable") << end.err;
    }
}

TEST_F(WithAStore, AReaderThatHasEnoughIsNoError) {
    Child queue({.args = {"queue", desk.store}, .pipedOutput = true});
    EXPECT_THAT(queue.readLine(), HasSubstr("support"));
    queue.closeOutput();
    const auto end = queue.end();
    EXPECT_EQ(end.exit, 0);
    EXPECT_THAT(end.err, IsEmpty());
}

TEST_F(WithAStore, OnlyAFileIsReplacedByAnOutput) {
    const auto pipe = desk.dir.file("pipe.jsonl");
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    for (const auto& args : {std::vector<std::string>{"export", desk.store, "--format", "log", "--out", pipe},
                             {"corrections", desk.store, "export", pipe},
                             {"backup", desk.store, pipe}}) {
        const auto end = Desk::run(args);
        EXPECT_EQ(end.exit, 1) << args[0];
        EXPECT_EQ(end.errorCode(), "unwritable") << end.err;
        EXPECT_TRUE(std::filesystem::is_fifo(pipe)) << args[0];
    }
    EXPECT_THAT(desk.files(), ElementsAre("a.jsonl", "pipe.jsonl", "s.goldpan"));
}

} // namespace
} // namespace goldpan::test
