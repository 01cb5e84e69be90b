// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_runner.h"
#include "tests/support/as_nobody.h"

#include <gmock/gmock.h>
#include <sqlite3.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> filesIn(const TempDir& dir) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(dir.path())) {
        names.push_back(entry.path().filename());
    }
    std::ranges::sort(names);
    return names;
}

TEST(BadInput, AMissingLogMakesNoStore) {
    CliRunner cli;
    const auto log = cli.dir.write("good.jsonl", miniLog(3));
    for (const auto& bad : {cli.dir.file("nosuch.jsonl"), cli.dir.path()}) {
        const auto done = cli.json({"import", cli.store, log, bad});
        EXPECT_EQ(done.exit, 1);
        EXPECT_THAT(done.err, HasSubstr(bad));
    }
    EXPECT_THAT(filesIn(cli.dir), testing::ElementsAre("good.jsonl"));
}

TEST(BadInput, ALogThatIsNoJsonlStoresNothingAndLeavesNothing) {
    CliRunner cli;
    const auto done =
        cli.json({"import", cli.store, cli.dir.write("notes.txt", "dear diary\nno objects here\n")});
    EXPECT_EQ(done.exit, 1);
    EXPECT_EQ(done.errorCode(), "not_jsonl");
    EXPECT_EQ(done.json()["complete"], false);
    EXPECT_EQ(done.json()["stored"], 0);
    EXPECT_THAT(filesIn(cli.dir), testing::ElementsAre("notes.txt"));
}

TEST(BadInput, TheLogOfALostStoreIsNotPlayedIntoANewOne) {
    CliRunner cli;
    const auto log = cli.dir.write("log.jsonl", miniLog(3));
    const auto left = cli.dir.write("s.goldpan-wal", "of a store that was deleted");
    const auto done = cli.json({"import", cli.store, log});
    EXPECT_EQ(done.exit, 1);
    EXPECT_EQ(done.errorCode(), "refused");
    EXPECT_THAT(done.err, HasSubstr(left));
    EXPECT_THAT(filesIn(cli.dir), testing::ElementsAre("log.jsonl", "s.goldpan-wal"));
}

TEST(BadInput, AnEmptyLogIsDoneWithZeros) {
    CliRunner cli;
    const auto done = cli.json({"import", cli.store, cli.dir.write("empty.jsonl", "")});
    EXPECT_EQ(done.exit, 0) << done.err;
    EXPECT_EQ(done.json()["read"], 0);
    EXPECT_EQ(done.json()["complete"], true);
}

TEST(BadInput, BadLinesAreCountedAndGoodOnesStored) {
    CliRunner cli;
    const auto done =
        cli.json({"import", cli.store, cli.dir.write("log.jsonl", miniLog(2) + "{torn\n[]\n" + miniLog(3))});
    EXPECT_EQ(done.exit, 0) << done.err;
    const auto counts = done.json();
    EXPECT_EQ(counts["read"], 7);
    EXPECT_EQ(counts["stored"], 3);
    EXPECT_EQ(counts["duplicate"], 2);
    EXPECT_EQ(counts["quarantined"], 2);
    EXPECT_EQ(cli.json({"stats", cli.store}).json()["quarantined"], 2);
}

TEST(BadInput, AStopLeavesNoNewStoreAndPrintsItsCounts) {
    CliRunner cli;
    cli.stop.request_stop();
    const auto done = cli.json({"import", cli.store, cli.dir.write("log.jsonl", miniLog(100))});
    EXPECT_EQ(done.exit, 1);
    EXPECT_EQ(done.errorCode(), "cancelled");
    EXPECT_EQ(done.json()["complete"], false);
    EXPECT_THAT(filesIn(cli.dir), testing::ElementsAre("log.jsonl"));
}

class OnAStore : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", miniLog(6))}).exit, 0);
    }
    CliRunner cli;
};

TEST_F(OnAStore, ANewerStoreIsRefusedByEveryVerb) {
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(cli.store.c_str(), &raw), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(raw, "PRAGMA user_version = 9999", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(raw);
    for (const auto& args : {std::vector<std::string>{"stats", cli.store},
                             {"review", cli.store, "accept", "r1"},
                             {"import", cli.store, cli.dir.file("log.jsonl")}}) {
        const auto done = cli.json(args);
        EXPECT_EQ(done.exit, 1) << args[0];
        EXPECT_EQ(done.errorCode(), "newer_store") << args[0] << done.err;
    }
}

TEST_F(OnAStore, AReadOnlyStoreKeepsItsRowsAndSaysSo) {
    std::filesystem::permissions(cli.store,
                                 std::filesystem::perms::owner_read | std::filesystem::perms::others_read);
    const auto done = test::asNobody(cli.dir.path(), [&] {
        return cli.json({"review", cli.store, "accept", "r1"});
    });
    EXPECT_EQ(done.exit, 1);
    EXPECT_THAT(done.errorCode(), testing::AnyOf("unwritable", "unreadable")) << done.err;
    EXPECT_THAT(done.err, HasSubstr("ermission"));
    EXPECT_THAT(done.err, HasSubstr(cli.store));
}

TEST_F(OnAStore, BadEventFilesChangeNothing) {
    const auto torn =
        cli.dir.write("torn.json", R"({"event":"deployment_drift_detected","ts":"not a time"})");
    const auto done = cli.json({"drift", cli.store, "--event", torn});
    EXPECT_EQ(done.exit, 1);
    EXPECT_EQ(done.errorCode(), "bad_value");
    EXPECT_THAT(done.err, HasSubstr(torn));
    EXPECT_EQ(cli.json({"drift", cli.store, "--event", cli.dir.file("nosuch")}).errorCode(), "not_found");
    EXPECT_EQ(cli.json({"feedback", cli.store, cli.dir.path()}).exit, 1);
    EXPECT_EQ(cli.json({"feedback", cli.store, cli.dir.file("nosuch")}).errorCode(), "not_found");
    EXPECT_THAT(cli.run({"history", cli.store}).out, IsEmpty());
}

TEST_F(OnAStore, BadDriftWordsAreUsage) {
    for (const auto& [at, window] : {std::pair<std::string, std::string>{"yesterday", "12h"},
                                     {"2025-06-12", "12"},
                                     {"2025-06-12", "h"},
                                     {"2025-06-12", "-1h"},
                                     {"2025-06-12", "0m"},
                                     {"2025-06-12", "2w"},
                                     {"2025-06-12", "99999999999999d"}}) {
        EXPECT_EQ(cli.run({"drift", cli.store, "--at", at, "--window", window}).exit, 2)
            << at << ' ' << window;
    }
}

TEST_F(OnAStore, BadCorrectionFilesChangeNothing) {
    for (const std::string bad : {"", "not json", "[]", R"({"r1": 3})", R"({"r1": "one")"}) {
        const auto file = cli.dir.write("c.json", bad);
        const auto done = cli.json({"corrections", cli.store, "import", file});
        EXPECT_EQ(done.exit, 1) << bad;
        EXPECT_THAT(done.err, HasSubstr(file)) << bad;
    }
    EXPECT_EQ(cli.json({"corrections", cli.store, "import", cli.dir.file("nosuch")}).errorCode(),
              "not_found");
    EXPECT_EQ(cli.json({"stats", cli.store}).json()["corrections"], 0);
    EXPECT_EQ(cli.json({"correct", cli.store, "r1", "--text", ""}).errorCode(), "refused");
    EXPECT_EQ(cli.json({"correct", cli.store, "r1", "--text-file", cli.dir.file("nosuch")}).errorCode(),
              "not_found");
}

TEST_F(OnAStore, AnExportThatCannotBeWrittenIsNoBatch) {
    ASSERT_EQ(cli.run({"correct", cli.store, "r1", "--text", "x"}).exit, 0);
    const auto done = cli.json({"export", cli.store, "--out", cli.dir.file("nosuch/dir/b.jsonl")});
    EXPECT_EQ(done.exit, 1);
    EXPECT_NE(done.errorCode(), "");
    EXPECT_EQ(cli.json({"stats", cli.store}).json()["batches"], 0);
    EXPECT_EQ(cli.json({"verify", cli.dir.file("nosuch.jsonl")}).exit, 1);
    EXPECT_EQ(cli.json({"backup", cli.store, cli.dir.file("nosuch/copy")}).exit, 1);
}

TEST_F(OnAStore, DamageIsAProblemOfCheck) {
    sqlite3* raw = nullptr;
    ASSERT_EQ(sqlite3_open(cli.store.c_str(), &raw), SQLITE_OK);
    // a drift flag without its tag, through the one table that every version has
    ASSERT_EQ(sqlite3_exec(raw, "UPDATE entry SET flags = flags | 2", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(raw);
    const auto done = cli.json({"check", cli.store});
    EXPECT_EQ(done.exit, 1);
    EXPECT_EQ(done.json()["ok"], false);
    EXPECT_FALSE(done.json()["problems"].empty());
}

TEST_F(OnAStore, NothingTakesTheStoreItselfForAFileOfItsOwn) {
    const auto before = cli.json({"stats", cli.store}).out;
    for (const auto& args : {std::vector<std::string>{"export", cli.store, "--out", cli.store},
                             {"corrections", cli.store, "export", cli.store},
                             {"backup", cli.store, cli.store},
                             {"import", cli.store, cli.store}}) {
        const auto done = cli.json(args);
        EXPECT_NE(done.exit, 0) << args[0];
        EXPECT_EQ(done.errorCode(), "usage") << args[0] << done.err;
    }
    EXPECT_EQ(cli.json({"stats", cli.store}).out, before);
}

} // namespace
} // namespace goldpan::test
