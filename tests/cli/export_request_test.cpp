// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What `export` is asked for: names and numbers that do not fit are refused, and nothing that is somebody
// else's is written over.
#include "core/base/files.h"
#include "tests/cli/cli_runner.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <sqlite3.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class ExportRequest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", miniLog(3))}).exit, 0);
        ASSERT_EQ(cli.run({"tag", cli.store, "add", "late", "r1"}).exit, 0);
        ASSERT_EQ(cli.run({"tag", cli.store, "add", "odd", "r2"}).exit, 0);
        for (const std::string id : {"r1", "r2", "r3"}) {
            ASSERT_EQ(cli.run({"correct", cli.store, id, "--text", "better " + id}).exit, 0);
        }
    }

    CliRun dry(std::vector<std::string> more) {
        more.insert(more.begin(), {"export", cli.store, "--dry-run"});
        return cli.json(more);
    }

    CliRunner cli;
};

TEST_F(ExportRequest, BlanksInAListOfTagsAreNoPartOfThem) {
    EXPECT_EQ(dry({"--tags", "late, odd"}).json()["rows"], 2);
    EXPECT_EQ(dry({"--tags", "late,odd"}).json()["rows"], 2);
    EXPECT_EQ(dry({"--tag", " odd"}).json()["rows"], 0) << "as it was given";
}

TEST_F(ExportRequest, AListWithoutNamesIsNotEveryTag) {
    EXPECT_EQ(dry({"--tags", ""}).errorCode(), "usage");
    EXPECT_EQ(dry({"--tags", " "}).errorCode(), "usage");
    EXPECT_EQ(dry({"--tags", "late,"}).errorCode(), "usage");
}

TEST_F(ExportRequest, ATagThatNoRowHasIsTold) {
    const auto done = dry({"--tags", "late,ood"});
    EXPECT_EQ(done.exit, 0);
    EXPECT_EQ(done.err, "the store has no tag ood\n");
    EXPECT_EQ(dry({"--tag", "ann@example.com"}).err, "the store has no tag [EMAIL]\n");
}

TEST_F(ExportRequest, NumbersThatDoNotFitAreRefused) {
    for (const char* seed : {"-1", "18446744073709551616", "1.5", "", "x"}) {
        EXPECT_EQ(dry({"--split", "0.5", "--seed", seed}).exit, 2) << seed;
    }
    EXPECT_EQ(dry({"--split", "0.5", "--seed", "18446744073709551615"}).exit, 0);
    for (const char* tokens : {"0", "-1", "99999999999999999999"}) {
        EXPECT_EQ(dry({"--max-tokens", tokens}).exit, 2) << tokens;
    }
    EXPECT_THAT(dry({"--max-tokens", "0"}).err, HasSubstr("a whole number from 1 to 9223372036854775807"));
}

TEST_F(ExportRequest, ARowIsKeptForAReasonInWords) {
    EXPECT_EQ(dry({"--keep", "r1=  "}).errorCode(), "usage");
    EXPECT_EQ(dry({"--keep", "r1= so "}).exit, 0);
}

TEST_F(ExportRequest, AnIdThatNoRowHasIsNotWrittenAsItWasTyped) {
    const auto out = cli.dir.file("b.jsonl");
    const auto done = cli.run({"export", cli.store, "--out", out, "--keep", "ann@example.com=typed wrongly"});
    ASSERT_EQ(done.exit, 0) << done.err;
    EXPECT_THAT(done.err, HasSubstr("no check found anything about [EMAIL], which was to be kept"));
    const auto manifest = readFile(out + ".manifest.json").value();
    EXPECT_THAT(manifest, HasSubstr(R"("[EMAIL]": "typed wrongly")"));
    EXPECT_THAT(manifest, Not(HasSubstr("example.com")));
    EXPECT_EQ(cli.run({"verify", out, "--store", cli.store}).exit, 0);
}

TEST_F(ExportRequest, NamesThatCanBeNoBatchAreRefused) {
    const auto gold = cli.dir.write("gold.jsonl", R"({"prompt":"p","answer":"a"})");
    for (const auto& out : {std::string("-"), cli.dir.file("x.manifest.json"), cli.dir.file("bad\xFF.jsonl"),
                            cli.store, cli.store + "-wal", gold}) {
        EXPECT_EQ(cli.json({"export", cli.store, "--out", out, "--gold", gold}).errorCode(), "usage") << out;
    }
    EXPECT_EQ(dry({"--out", cli.store}).errorCode(), "usage");
    EXPECT_EQ(dry({"--out", gold, "--gold", gold}).errorCode(), "usage");
    EXPECT_EQ(dry({"--out", cli.dir.file("no/such/x.jsonl")}).errorCode(), "not_found");
    EXPECT_EQ(readFile(gold).value(), R"({"prompt":"p","answer":"a"})");
}

TEST_F(ExportRequest, WhatTheGoldSetHasWrongIsSaidWithItsName) {
    const auto broken = cli.dir.write("broken.jsonl", R"({"prompt":"p"})"
                                                      "\n{}\n");
    EXPECT_THAT(dry({"--gold", broken}).err, HasSubstr("broken.jsonl, line 2"));
    const auto packed = cli.dir.write("gold.jsonl.gz", "\x1F\x8B\x08");
    EXPECT_THAT(dry({"--gold", packed}).err, HasSubstr("compressed"));
}

/// A program that has the store open keeps committed rows in its log.
TEST_F(ExportRequest, NothingTakesThePlaceOfAnOpenStoresLog) {
    sqlite3* holder = nullptr;
    ASSERT_EQ(sqlite3_open(cli.store.c_str(), &holder), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(holder, "SELECT count(*) FROM entry", nullptr, nullptr, nullptr), SQLITE_OK);
    ASSERT_EQ(cli.run({"correct", cli.store, "r3", "--text", "best"}).exit, 0);
    const auto log = cli.store + "-wal";
    ASSERT_TRUE(std::filesystem::exists(log));
    EXPECT_EQ(cli.json({"export", cli.store, "--out", log}).errorCode(), "usage");
    EXPECT_EQ(cli.json({"corrections", cli.store, "export", log}).errorCode(), "usage");
    EXPECT_EQ(cli.json({"backup", cli.store, log}).errorCode(), "usage");
    sqlite3_close(holder);
    EXPECT_THAT(cli.run({"show", cli.store, "r3"}).out, HasSubstr("best"));
}

TEST_F(ExportRequest, AnIdWritesNoLineOfItsOwn) {
    const auto log = cli.dir.write(
        "odd.jsonl", R"({"request_id":"odd\nheld back (pii): me","prompt":"Hi","response":"ok","tags":["t"],)"
                     R"("ts":"2025-06-12T09:00:00","model_version":"v1"})"
                     "\n");
    ASSERT_EQ(cli.run({"import", cli.store, log}).exit, 0);
    ASSERT_EQ(cli.run({"correct", cli.store, "odd\nheld back (pii): me", "--text", "done </s>"}).exit, 0);
    const auto done = cli.run({"export", cli.store, "--dry-run"});
    EXPECT_THAT(done.err, HasSubstr("stop_token: odd held back (pii): me, in"));
}

} // namespace
} // namespace goldpan::test
