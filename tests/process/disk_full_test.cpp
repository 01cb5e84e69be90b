// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A disk without room, played by a limit on the size of files: a clear error, nothing half-done.
#include "tests/process/support/desk.h"

#include <filesystem>
#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::uint64_t kMegabyte = 1'000'000;

TEST(DiskFull, AnImportIntoANewStoreLeavesNothing) {
    const Desk desk;
    const auto log = desk.writeLog("a.jsonl", 10'000, 1);
    const auto stopped = Desk::run({"import", desk.store, log}, 4 * kMegabyte);
    EXPECT_EQ(stopped.exit, 1);
    EXPECT_EQ(stopped.json()["complete"], false);
    EXPECT_EQ(stopped.errorCode(), "disk_full") << stopped.err;
    EXPECT_THAT(stopped.err, HasSubstr(desk.store));
    EXPECT_THAT(desk.files(), ElementsAre("a.jsonl"));
    EXPECT_EQ(Desk::done({"import", desk.store, log})["stored"], 10'000);
}

class DiskFullUnderAStore : public testing::Test {
protected:
    void SetUp() override {
        Desk::done({"import", desk.store, desk.writeLog("a.jsonl", kRows, 1)});
        ids = desk.texts("SELECT request_id FROM log_entries LIMIT 3");
        Desk::done({"correct", desk.store, ids[0], "--text", "kept"});
    }

    /// What a failed run must leave as it was.
    std::string everything() {
        const auto stats = Desk::done({"stats", desk.store}).dump(); // which also tidies up after SQLite
        return stats + testing::PrintToString(desk.files());
    }

    static constexpr int kRows = 4'000;
    Desk desk;
    std::vector<std::string> ids;
};

TEST_F(DiskFullUnderAStore, AnImportKeepsItsCommittedBatchesAndIsFinishedLater) {
    const auto more = desk.writeLog("b.jsonl", 10'000, 2);
    const auto stopped = Desk::run({"import", desk.store, more}, 8 * kMegabyte);
    EXPECT_EQ(stopped.exit, 1);
    EXPECT_EQ(stopped.json()["complete"], false);
    EXPECT_EQ(stopped.errorCode(), "disk_full") << stopped.err;
    EXPECT_THAT(stopped.err, HasSubstr(desk.store));
    const std::int64_t stored = stopped.json()["stored"];
    EXPECT_GT(stored, 0);
    EXPECT_LT(stored, 10'000);
    EXPECT_EQ(desk.rows(), kRows + stored) << "the counts are of what is there";
    desk.expectSound();

    const auto finished = Desk::done({"import", desk.store, more});
    EXPECT_EQ(finished["duplicate"], stored);
    EXPECT_EQ(desk.rows(), kRows + 10'000);
    EXPECT_EQ(desk.number("SELECT count(*) FROM gold_corrections"), 1);
    desk.expectSound();
}

TEST_F(DiskFullUnderAStore, AnExportLeavesTheOldFileAsItWas) {
    const auto out = desk.dir.file("log.jsonl");
    Desk::done({"export", desk.store, "--format", "log", "--out", out, "--filter", "id:" + ids[0]});
    const auto old = desk.dir.read("log.jsonl");
    const auto before = everything();
    const auto stopped = Desk::run({"export", desk.store, "--format", "log", "--out", out}, kMegabyte);
    EXPECT_EQ(stopped.exit, 1);
    EXPECT_EQ(stopped.errorCode(), "disk_full") << stopped.err;
    EXPECT_THAT(stopped.err, HasSubstr(out));
    EXPECT_EQ(desk.dir.read("log.jsonl"), old);
    EXPECT_EQ(everything(), before);
    Desk::done({"verify", out});
    desk.expectSound();
}

TEST(DiskFull, AnExportNeedsRoomForItsBatchAlone) {
    const Desk desk;
    constexpr int kRows = 60;
    const std::string quotes(30'000, '"'); // twice as long in a batch as in the store
    std::string log;
    nlohmann::json corrections;
    for (int row = 0; row < kRows; ++row) {
        const std::string id = "r" + std::to_string(row);
        log += nlohmann::json{{"request_id", id},       {"ts", "2025-06-01T12:00:00Z"},
                              {"model_version", "m"},   {"prompt", id + " asks " + quotes},
                              {"response", "no " + id}, {"tags", {"user_negative"}}}
                   .dump() +
               "\n";
        corrections[id] = "gold of " + id;
    }
    Desk::done({"import", desk.store, desk.dir.write("a.jsonl", log)});
    Desk::done({"corrections", desk.store, "import", desk.dir.write("c.json", corrections.dump())});
    const auto out = desk.dir.file("x.jsonl");
    Desk::done({"export", desk.store, "--out", out});
    const auto batch = desk.dir.read("x.jsonl");
    ASSERT_GT(batch.size(), sizeOf(desk.store) + kMegabyte / 10);

    std::filesystem::remove(out);
    const auto tight = Desk::run({"export", desk.store, "--out", out}, batch.size());
    EXPECT_EQ(tight.exit, 0) << tight.err;
    EXPECT_EQ(desk.dir.read("x.jsonl"), batch);

    const auto before = desk.files();
    const auto stopped = Desk::run({"export", desk.store, "--out", out}, batch.size() - 1);
    EXPECT_EQ(stopped.errorCode(), "disk_full") << stopped.err;
    EXPECT_THAT(stopped.err, HasSubstr(out));
    EXPECT_EQ(desk.dir.read("x.jsonl"), batch);
    EXPECT_EQ(desk.files(), before);
    desk.expectSound();
}

TEST_F(DiskFullUnderAStore, ABackupLeavesTheOldCopyAsItWas) {
    const auto copy = desk.dir.write("copy.goldpan", "an old copy");
    const auto before = everything();
    const auto stopped = Desk::run({"backup", desk.store, copy}, kMegabyte);
    EXPECT_EQ(stopped.exit, 1);
    EXPECT_EQ(stopped.errorCode(), "disk_full") << stopped.err;
    EXPECT_THAT(stopped.err, HasSubstr(copy));
    EXPECT_EQ(desk.dir.read("copy.goldpan"), "an old copy");
    EXPECT_EQ(everything(), before);
}

TEST_F(DiskFullUnderAStore, AnActIsNotDoneAndSaysSo) {
    const auto before = everything();
    // no room for SQLite's shared memory; room for that, but not for the change
    for (const std::uint64_t room : {16'384U, 65'536U}) {
        const auto refused =
            Desk::run({"correct", desk.store, ids[1], "--text", std::string(100'000, 'x')}, room);
        EXPECT_EQ(refused.exit, 1);
        EXPECT_EQ(refused.errorCode(), "disk_full") << room << refused.err;
        EXPECT_THAT(refused.out, testing::IsEmpty());
        EXPECT_EQ(everything(), before);
        desk.expectSound();
    }
    EXPECT_EQ(Desk::done({"correct", desk.store, ids[1], "--text", "now"})["changed"], 1);
}

} // namespace
} // namespace goldpan::test
