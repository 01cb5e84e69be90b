// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an import makes of a log: good lines, bad ones, torn ones, and files that are no log.
#include "tests/core/support/import_desk.h"

#include <vector>

namespace goldpan::ingest {
namespace {

using Job = ImportDesk;

TEST_F(Job, StoresGoodLinesAndQuarantinesTheRest) {
    const auto log =
        dir.write("a.jsonl", "// a comment\n" + row("one", "I am a@example.com") + "\r\n\n   \n{\"torn\":\n" +
                                 row("two", "lone \\ud83d") + "\n" + row("one") + "\n[]\n");
    ASSERT_TRUE(import({log}));
    ASSERT_EQ(store.sources.size(), 1U);
    const auto& source = store.sources.front();
    EXPECT_EQ(source.name, log);
    EXPECT_EQ(source.ids, (std::vector<std::string>{"one", "two", "one"}));
    EXPECT_EQ(source.lines, (std::vector<std::int64_t>{2, 6, 7}));
    EXPECT_EQ(source.quarantine,
              (std::vector<std::string>{"1 not_json: not one JSON object", "5 not_json: not one JSON object",
                                        "8 wrong_type: not a JSON object"}));
    EXPECT_TRUE(source.finished);
    EXPECT_EQ(report.read, 6);
    EXPECT_EQ(report.tally.stored, 2);
    EXPECT_EQ(report.tally.duplicate, 1);
    EXPECT_EQ(report.quarantined, 3);
    EXPECT_EQ(report.repaired, 1);
    EXPECT_EQ(report.pending, 0);
    EXPECT_EQ(report.redacted.byType[0], 1);
    EXPECT_TRUE(report.complete);
    expectSum();
}

TEST_F(Job, WhatCannotBeRedactedIsDroppedAndTheRowKept) {
    const redact::Redactor failing({}, {.mostRounds = 0}); // fails on each text that holds anything
    const auto log =
        dir.write("a.jsonl", row("one", "I am a@example.com") + "\n" + row("two", "hello") + "\n");
    ASSERT_TRUE(ImportJob(store, failing).run({.logs = {log}, .operatorName = "ada"}, report));
    EXPECT_EQ(report.tally.stored, 2);
    EXPECT_EQ(report.redacted.failed, 1);
    EXPECT_EQ(report.redacted.total(), 1);
    ASSERT_EQ(store.sources.size(), 1U);
    EXPECT_EQ(store.sources.front().prompts, (std::vector<std::string>{"[DROPPED]", "hello"}));
}

TEST_F(Job, KeepsFileOrderOverManyBlocks) {
    constexpr int kRows = 40'000; // 4 MB: several blocks for several threads
    ASSERT_TRUE(import({dir.write("a.jsonl", rows(kRows))}, 4));
    const auto& source = store.sources.front();
    ASSERT_EQ(source.ids.size(), std::size_t{kRows});
    for (int i = 0; i < kRows; ++i) {
        ASSERT_EQ(source.ids[static_cast<std::size_t>(i)], "id-" + std::to_string(i));
        ASSERT_EQ(source.lines[static_cast<std::size_t>(i)], i + 1);
    }
}

TEST_F(Job, ReadsSeveralLogsOneAfterTheOther) {
    const auto first = dir.write("a.jsonl", row("one") + "\n");
    const auto second = dir.writeGzip("b.jsonl", row("two") + "\n" + row("one") + "\n");
    ASSERT_TRUE(import({first, second}));
    ASSERT_EQ(store.sources.size(), 2U);
    EXPECT_EQ(store.sources[1].name, second);
    EXPECT_EQ(report.tally.stored, 2);
    EXPECT_EQ(report.tally.duplicate, 1);
}

TEST_F(Job, LeavesATornLastLineForLater) {
    const auto torn = row("two").substr(0, 50);
    ASSERT_TRUE(import({dir.write("a.jsonl", row("one") + "\n" + torn)}));
    EXPECT_EQ(report.pending, 1);
    EXPECT_EQ(report.read, 1);
    EXPECT_TRUE(store.sources.back().quarantine.empty());

    ASSERT_TRUE(import({dir.writeGzip("a.gz", row("one") + "\n" + torn)}));
    EXPECT_EQ(report.pending, 0);
    EXPECT_EQ(report.quarantined, 1);

    ASSERT_TRUE(import({dir.write("b.jsonl", row("one") + "\n" + row("two"))}));
    EXPECT_EQ(report.tally.stored, 1) << "whole without a line feed";
    ASSERT_TRUE(import({dir.write("c.jsonl", row("one") + "\n{\"request_id\":7}")}));
    EXPECT_EQ(report.quarantined, 1) << "whole, and wrong: it will not get better";
}

TEST_F(Job, RefusesWhatIsNoLog) {
    for (const std::string text :
         {"plain\nwords\n", "[1]\n[2]\n", "no line feed", "\x89PNG\r\n\x1A\n\x00\x01", "{\"a\":\n}\n"}) {
        const auto log = dir.write("bad", text);
        const auto result = import({log});
        ASSERT_FALSE(result) << text;
        EXPECT_EQ(result.error().code, ErrorCode::notJsonl);
        EXPECT_EQ(result.error().where, log);
        EXPECT_TRUE(store.sources.empty()) << "nothing of it reaches the store";
        EXPECT_EQ(report.read, 0);
        EXPECT_FALSE(report.complete);
    }
    ASSERT_TRUE(import({dir.write("objects", "{\"no\":\"row\"}\n")})) << "JSONL all the same";
    EXPECT_EQ(report.quarantined, 1);
}

TEST_F(Job, TakesEmptyLogs) {
    for (const std::string text : {"", "\n", " \t\r\n\n  "}) {
        ASSERT_TRUE(import({dir.write("empty", text)}));
        EXPECT_EQ(report.read, 0);
        EXPECT_EQ(report.pending, 0);
        EXPECT_TRUE(report.complete);
    }
}

TEST_F(Job, RefusesMissingLogsBeforeItStoresAnything) {
    const auto good = dir.write("a.jsonl", rows(3));
    EXPECT_EQ(import({good, dir.file("none")}).error().code, ErrorCode::notFound);
    EXPECT_EQ(import({good, dir.path()}).error().code, ErrorCode::unreadable);
    EXPECT_EQ(import({}).error().code, ErrorCode::usage);
    EXPECT_TRUE(store.sources.empty());
}

TEST_F(Job, KeepsWhatATornGzipHolds) {
    std::string text;
    for (int i = 0; i < 30'000; ++i) {
        text += row(std::to_string(i * 7919), std::to_string(i * 31337)) + "\n";
    }
    dir.writeGzip("whole.gz", text);
    const auto packed = dir.read("whole.gz");
    const auto torn = dir.write("torn.gz", packed.substr(0, packed.size() / 2));
    const auto result = import({torn});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::unreadable);
    EXPECT_EQ(result.error().where, torn);
    EXPECT_GT(report.tally.stored, 5'000);
    EXPECT_EQ(report.quarantined, 0) << "the line at the tear is not a bad line";
    EXPECT_FALSE(report.complete);
    EXPECT_TRUE(store.sources.back().finished);
    expectSum();
}

TEST_F(Job, ReadsStandardInput) {
    EXPECT_TRUE(importPiped(rows(5'000)));
    EXPECT_EQ(store.sources.back().name, "-");
    EXPECT_EQ(report.tally.stored, 5'000);
}

} // namespace
} // namespace goldpan::ingest
