// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Several programs on one store at once.
#include "tests/process/support/desk.h"

#include <atomic>
#include <filesystem>
#include <gmock/gmock.h>
#include <sqlite3.h>
#include <thread>

namespace goldpan::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(ManyPrograms, AStoreThatAnotherProgramHoldsIsBusyAndUnchanged) {
    const Desk desk;
    Desk::done({"import", desk.store, desk.writeLog("a.jsonl", 20, 1)});
    const auto before = Desk::done({"stats", desk.store});
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(desk.store.c_str(), &other), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto refused = Desk::run({"review", desk.store, "accept", "--filter", "state:unreviewed"});
    EXPECT_EQ(refused.exit, 1);
    EXPECT_EQ(refused.errorCode(), "busy");
    EXPECT_THAT(refused.err, HasSubstr(desk.store));
    EXPECT_EQ(Desk::done({"stats", desk.store}), before) << "reading goes on meanwhile";
    sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    EXPECT_EQ(Desk::done({"review", desk.store, "accept", "--filter", "state:unreviewed"})["changed"], 20);
    desk.expectSound();
}

TEST(ManyPrograms, PeopleWorkOnWhileAnImportRuns) {
    constexpr int kActs = 20;
    const Desk desk;
    Desk::done({"import", desk.store, desk.writeLog("a.jsonl", kActs, 1)});
    const auto ids = desk.texts("SELECT request_id FROM log_entries");
    const auto more = Desk::logText(5'000, 2);

    Child import({.args = {"import", desk.store, "-", "--json"}, .pipedInput = true});
    std::atomic<bool> working = true;
    std::int64_t fed = 0;
    std::jthread feeder([&] { // the same rows again and again: an importer that never rests
        do {
            fed += import.feed(more) ? 5'000 : 0;
        } while (working);
    });
    EXPECT_TRUE(waitUntil([&] { return desk.rows() > kActs; }));
    for (int act = 0; act < kActs; ++act) {
        const auto& id = ids[static_cast<std::size_t>(act)];
        const auto end = act % 2 == 0 ? Desk::run({"correct", desk.store, id, "--text", "gold"})
                                      : Desk::run({"tag", desk.store, "add", "seen", id});
        EXPECT_EQ(end.exit, 0) << end.err;
        EXPECT_FALSE(import.hasEnded());
    }
    working = false;
    feeder.join();
    import.closeInput();
    const auto imported = import.end();
    EXPECT_EQ(imported.exit, 0) << imported.err;
    EXPECT_EQ(imported.json()["stored"], 5'000);
    EXPECT_EQ(imported.json()["duplicate"], fed - 5'000);
    EXPECT_EQ(desk.number("SELECT count(*) FROM gold_corrections"), kActs / 2);
    EXPECT_EQ(Desk::done({"stats", desk.store})["by_tag"]["seen"], kActs / 2);
    desk.expectSound();
}

TEST(ManyPrograms, OnlyOneImportMakesAStore) {
    const Desk desk;
    const auto text = Desk::logText(200, 1);
    const auto log = desk.dir.write("a.jsonl", text);
    Child maker({.args = {"import", desk.store, "-", "--json"}, .pipedInput = true});
    ASSERT_TRUE(waitUntil([&] { return sizeOf(desk.part) > 0; }));
    const auto second = Desk::run({"import", desk.store, log});
    EXPECT_EQ(second.exit, 1);
    EXPECT_EQ(second.errorCode(), "busy");
    EXPECT_THAT(second.err, HasSubstr(desk.store));
    ASSERT_TRUE(maker.feed(text));
    maker.closeInput();
    const auto made = maker.end();
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_EQ(made.json()["stored"], 200);
    EXPECT_EQ(Desk::done({"import", desk.store, log})["duplicate"], 200);
    EXPECT_THAT(desk.files(), ElementsAre("a.jsonl", "s.goldpan"));
    desk.expectSound();
}

TEST(ManyPrograms, ImportsThatStartTogetherEndInOneWholeStore) {
    const Desk desk;
    const auto log = desk.writeLog("a.jsonl", 300, 1);
    for (int round = 0; round < 5; ++round) {
        std::filesystem::remove(desk.store);
        Child one({.args = {"import", desk.store, log, "--json"}});
        Child two({.args = {"import", desk.store, log, "--json"}});
        Child three({.args = {"import", desk.store, log, "--json"}});
        int stored = 0;
        for (auto* child : {&one, &two, &three}) {
            const auto end = child->end();
            if (end.exit == 0) {
                stored += end.json()["stored"].get<int>();
            } else {
                EXPECT_EQ(end.exit, 1);
                EXPECT_EQ(end.errorCode(), "busy") << end.err;
            }
        }
        EXPECT_EQ(stored, 300);
        EXPECT_EQ(desk.rows(), 300);
        EXPECT_THAT(desk.files(), ElementsAre("a.jsonl", "s.goldpan"));
        desk.expectSound();
    }
}

TEST(ManyPrograms, AStoreIsNoStalePartOfTheNextOne) {
    const Desk desk;
    const auto log = desk.writeLog("a.jsonl", 50, 1);
    Desk::done({"import", desk.store, log});
    // as an import leaves it that is killed between giving the store its name and taking away the old one
    std::filesystem::create_hard_link(desk.store, desk.part);
    const auto moved = desk.dir.file("moved.goldpan");
    std::filesystem::rename(desk.store, moved);

    EXPECT_EQ(Desk::done({"import", desk.store, log})["stored"], 50);
    EXPECT_EQ(Desk::done({"stats", moved})["rows"], 50);
    EXPECT_THAT(desk.files(), ElementsAre("a.jsonl", "moved.goldpan", "s.goldpan"));

    std::filesystem::create_hard_link(desk.store, desk.part);
    EXPECT_EQ(Desk::done({"import", desk.store, log})["duplicate"], 50);
    EXPECT_THAT(desk.files(), ElementsAre("a.jsonl", "moved.goldpan", "s.goldpan"));
}

} // namespace
} // namespace goldpan::test
