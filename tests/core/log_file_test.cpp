// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/log_file.h"
#include "tests/core/support/log_desk.h"

#include <gmock/gmock.h>

namespace goldpan::ingest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kSecond = 1'000'000;

class LogFiles : public testing::Test {
protected:
    LogFile open(const RotationRule& rule = {}) {
        auto file = LogFile::open(desk.folder, rule, desk.clock);
        EXPECT_TRUE(file) << file.error().message;
        return std::move(*file);
    }
    static void add(LogFile& file, std::initializer_list<std::string_view> lines) {
        for (const auto line : lines) {
            const auto added = file.add(line);
            EXPECT_TRUE(added) << added.error().message;
        }
    }

    test::LogDesk desk;
};

TEST_F(LogFiles, LinesAreThereOnceSynced) {
    auto file = open();
    add(file, {"one", "two"});
    EXPECT_EQ(desk.current(), "") << "in memory";
    EXPECT_TRUE(file.write());
    EXPECT_EQ(desk.current(), "one\ntwo\n") << "to be read, but a crash of the machine may take it";
    EXPECT_EQ(file.linesDurable(), 0);
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(file.linesDurable(), 2);
    add(file, {"three"});
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(desk.current(), "one\ntwo\nthree\n");
    EXPECT_THAT(file.files(), ElementsAre(desk.folder + "/inference.jsonl"));
}

TEST_F(LogFiles, ATornLastLineIsCutOff) {
    const std::string longLine(200'000, 'x');
    for (const std::string& torn : {std::string(), std::string("{\"torn"), longLine}) {
        for (const std::string& whole : {std::string(), std::string("one\n"), longLine + "\n"}) {
            desk.write("inference.jsonl", whole + torn);
            auto file = open();
            add(file, {"next"});
            EXPECT_TRUE(file.sync());
            EXPECT_EQ(desk.current(), whole + "next\n");
        }
    }
}

TEST_F(LogFiles, WhatIsCutOffIsTold) {
    desk.write("inference.jsonl", "one\n{\"torn");
    std::vector<std::pair<std::string, std::int64_t>> told;
    const CutListener listen = [&](const std::string& path, std::int64_t bytes) {
        told.emplace_back(path, bytes);
    };
    const auto cut = std::pair(desk.folder + "/inference.jsonl", std::int64_t{6});
    {
        auto file = LogFile::open(desk.folder, {}, desk.clock, listen);
        EXPECT_THAT(told, ElementsAre(cut));
        add(*file, {"two"});
        EXPECT_TRUE(file->sync());
        std::filesystem::remove(desk.folder + "/inference.jsonl");
        desk.write("inference.jsonl", "other\n{\"torn"); // somebody puts another file in its place
        add(*file, {"three"});
        EXPECT_TRUE(file->sync());
        EXPECT_THAT(told, ElementsAre(cut, cut));
    }
    EXPECT_TRUE(LogFile::open(desk.folder, {}, desk.clock, listen));
    EXPECT_EQ(told.size(), 2U) << "nothing is torn any more";
    EXPECT_EQ(desk.current(), "other\nthree\n");
}

TEST_F(LogFiles, AWholeLastRowWithoutALineFeedGetsIt) {
    const std::string longRow = R"({"a":")" + std::string(200'000, 'x') + "\"}";
    for (const std::string& row : {std::string(R"({"a":{"b":[1]}})"), std::string("{\"a\":1} \r"), longRow}) {
        for (const std::string& whole : {std::string(), std::string("one\n"), longRow + "\n"}) {
            desk.write("inference.jsonl", whole + row);
            const auto fail = [](const std::string&, std::int64_t) { ADD_FAILURE() << "nothing is cut off"; };
            auto file = LogFile::open(desk.folder, {}, desk.clock, fail);
            ASSERT_TRUE(file) << file.error().message;
            EXPECT_EQ(desk.current(), whole + row + "\n") << "at once, for whoever reads meanwhile";
            add(*file, {"next"});
            EXPECT_TRUE(file->sync());
            EXPECT_EQ(desk.current(), whole + row + "\nnext\n");
            EXPECT_EQ(file->linesDurable(), 1) << "the row was not given to this writer";
        }
    }
}

TEST_F(LogFiles, AWholeLastRowIsNotCutOffWhereThereIsNoRoomForItsLineFeed) {
    desk.write("inference.jsonl", R"({"a":1})");
    {
        const test::FullDisk full(7);
        const auto file = LogFile::open(desk.folder, {}, desk.clock);
        ASSERT_FALSE(file);
        EXPECT_EQ(file.error().code, ErrorCode::diskFull);
    }
    EXPECT_EQ(desk.current(), R"({"a":1})");
}

TEST_F(LogFiles, AFolderHasOneWriter) {
    {
        const auto first = open();
        const auto second = LogFile::open(desk.folder + "/", {}, desk.clock);
        ASSERT_FALSE(second);
        EXPECT_EQ(second.error().code, ErrorCode::busy);
        EXPECT_EQ(second.error().where, desk.folder);
    }
    EXPECT_TRUE(LogFile::open(desk.folder, {}, desk.clock)) << "the lock goes with its writer";
}

TEST_F(LogFiles, WhatIsNoFolderIsRefused) {
    const auto text = desk.dir.write("text", "x");
    EXPECT_FALSE(LogFile::open(text, {}, desk.clock));
    std::filesystem::create_directories(desk.folder + "/inference.jsonl");
    EXPECT_FALSE(LogFile::open(desk.folder, {}, desk.clock));
}

TEST_F(LogFiles, ANewFileBeginsWhereTheNextLineWouldNotFit) {
    auto file = open({.bytes = 8});
    add(file, {"123", "567"});
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(desk.current(), "123\n567\n") << "exactly full";
    add(file, {"9", "larger than all", "z"});
    EXPECT_TRUE(file.sync());
    EXPECT_THAT(desk.names(),
                ElementsAre("inference-20250612T030405Z-001.jsonl", "inference-20250612T030405Z-002.jsonl",
                            "inference-20250612T030405Z-003.jsonl", "inference.jsonl"));
    EXPECT_EQ(desk.read("inference-20250612T030405Z-002.jsonl"), "9\n");
    EXPECT_EQ(desk.read("inference-20250612T030405Z-003.jsonl"), "larger than all\n") << "never split";
    EXPECT_EQ(desk.all(), "123\n567\n9\nlarger than all\nz\n");
    EXPECT_EQ(file.linesDurable(), 5);
    EXPECT_EQ(file.files().size(), 4U);
}

TEST_F(LogFiles, AFinishedFileIsNamedAlsoWhereItsFolderCannotBeSynced) {
    auto file = open({.bytes = 4});
    add(file, {"one"});
    EXPECT_TRUE(file.sync());
    {
        const test::NoMoreFiles none;
        EXPECT_FALSE(file.add("two"));
        EXPECT_FALSE(file.add("two"));
    }
    add(file, {"two"});
    EXPECT_TRUE(file.sync());
    EXPECT_THAT(file.files(), ElementsAre(desk.folder + "/inference-20250612T030405Z-001.jsonl",
                                          desk.folder + "/inference.jsonl"));
    EXPECT_EQ(desk.all(), "one\ntwo\n");
}

TEST_F(LogFiles, ANewFileBeginsWhenTheOldOneIsOldEnough) {
    auto file = open({.micros = 60 * kSecond});
    desk.clock.add(3600 * kSecond);
    add(file, {"one"}); // an empty file has no age
    desk.clock.add(60 * kSecond - 1);
    add(file, {"two"});
    EXPECT_TRUE(file.sync());
    EXPECT_THAT(desk.names(), ElementsAre("inference.jsonl"));
    desk.clock.add(1);
    add(file, {"three"});
    EXPECT_TRUE(file.sync());
    EXPECT_THAT(desk.names(), ElementsAre("inference-20250612T040505Z-001.jsonl", "inference.jsonl"));
    EXPECT_EQ(desk.current(), "three\n");
}

TEST_F(LogFiles, AClockThatGoesBackKeepsNoFileOpen) {
    auto file = open({.micros = 60 * kSecond});
    add(file, {"one"});
    desk.clock.set("2025-06-12T01:00:00");
    add(file, {"two"});
    desk.clock.add(60 * kSecond);
    add(file, {"three"});
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(desk.current(), "three\n");
    EXPECT_EQ(desk.all(), "one\ntwo\nthree\n");
}

TEST_F(LogFiles, NoFinishedFileIsEverReplaced) {
    desk.write("inference-20250612T030405Z-001.jsonl", "old\n");
    auto file = open({.bytes = 1});
    add(file, {"a", "b"});
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(desk.read("inference-20250612T030405Z-001.jsonl"), "old\n");
    EXPECT_EQ(desk.read("inference-20250612T030405Z-002.jsonl"), "a\n");
}

TEST_F(LogFiles, AFileThatWasLeftIsGoneOnWithUnlessItsAgeCounts) {
    desk.write("inference.jsonl", "left\n");
    {
        auto file = open();
        EXPECT_THAT(file.files(), IsEmpty());
        add(file, {"one"});
        EXPECT_TRUE(file.sync());
    }
    EXPECT_EQ(desk.current(), "left\none\n");
    auto file = open({.micros = kSecond});
    add(file, {"two"});
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(desk.current(), "two\n");
    EXPECT_THAT(file.files(), ElementsAre(desk.folder + "/inference.jsonl"));
    EXPECT_EQ(desk.all(), "left\none\ntwo\n");
}

TEST_F(LogFiles, AFileThatSomebodyMovesKeepsItsLinesAndANewOneBegins) {
    auto file = open();
    add(file, {"one"});
    EXPECT_TRUE(file.write());
    std::filesystem::rename(desk.folder + "/inference.jsonl", desk.folder + "/inference-moved.jsonl");
    add(file, {"two"});
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(desk.read("inference-moved.jsonl"), "one\n");
    EXPECT_EQ(desk.current(), "two\n");
    EXPECT_EQ(file.linesDurable(), 2);
}

TEST_F(LogFiles, OfAFileThatSomebodyDeletesTheLastLinesAreWrittenAgain) {
    auto file = open();
    add(file, {"one"});
    EXPECT_TRUE(file.sync());
    add(file, {"two"});
    EXPECT_TRUE(file.write());
    std::filesystem::remove(desk.folder + "/inference.jsonl");
    add(file, {"three"});
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(desk.current(), "two\nthree\n");
    EXPECT_EQ(file.linesDurable(), 3);
}

TEST_F(LogFiles, WhatIsDeletedBeforeItIsSafeIsWrittenAgain) {
    auto file = open();
    add(file, {"one"});
    EXPECT_TRUE(file.write());
    std::filesystem::remove(desk.folder + "/inference.jsonl");
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(desk.current(), "one\n");
    EXPECT_EQ(file.linesDurable(), 1);
}

TEST_F(LogFiles, AFileThatSomebodyEmptiesGoesOnFromItsBegin) {
    auto file = open({.bytes = 20});
    add(file, {"one", "two"});
    EXPECT_TRUE(file.sync());
    add(file, {"three"});
    EXPECT_TRUE(file.write());
    desk.write("inference.jsonl", ""); // the same file, as copytruncate does it
    {
        const test::FullDisk full(2);
        EXPECT_FALSE(file.sync());
    }
    EXPECT_EQ(desk.current(), "") << "cut back, and not lengthened";
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(desk.current(), "three\n");
    add(file, {"another"});
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(desk.current(), "three\nanother\n") << "its size is counted anew";
    EXPECT_EQ(file.linesDurable(), 4);
}

TEST_F(LogFiles, WhatIsCutOffBeforeItIsSafeIsWrittenAgain) {
    auto file = open();
    add(file, {"one"});
    EXPECT_TRUE(file.sync());
    add(file, {"two", "three"});
    EXPECT_TRUE(file.write());
    std::filesystem::resize_file(desk.folder + "/inference.jsonl", 6);
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(desk.current(), "one\ntwo\nthree\n");
    EXPECT_EQ(file.linesDurable(), 3);
}

TEST_F(LogFiles, AFullDiskTearsNoLineAndLosesNone) {
    auto file = open();
    add(file, {"one", "two"});
    EXPECT_TRUE(file.sync());
    {
        const test::FullDisk full(18);
        add(file, {"three", "four", "five"});
        for (int tries = 0; tries < 3; ++tries) {
            const auto written = file.sync();
            ASSERT_FALSE(written);
            EXPECT_EQ(written.error().code, ErrorCode::diskFull);
            EXPECT_EQ(desk.current(), "one\ntwo\nthree\n") << "what fits, in whole lines";
            EXPECT_EQ(file.linesDurable(), 3);
        }
    }
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(desk.current(), "one\ntwo\nthree\nfour\nfive\n");
    EXPECT_EQ(file.linesDurable(), 5);
}

TEST_F(LogFiles, WhatIsGivenUpIsNotInTheFile) {
    auto file = open();
    add(file, {"one"});
    EXPECT_TRUE(file.sync());
    {
        const test::FullDisk full(10);
        add(file, {"two", "three"});
        EXPECT_FALSE(file.write());
        EXPECT_EQ(file.linesDurable(), 1);
        file.discardWaiting();
    }
    EXPECT_EQ(file.linesDurable(), 2);
    EXPECT_TRUE(file.sync());
    EXPECT_EQ(desk.current(), "one\ntwo\n");
}

} // namespace
} // namespace goldpan::ingest
