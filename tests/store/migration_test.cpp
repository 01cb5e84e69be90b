// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stores of earlier versions become current ones, alone, once, and with everything they held.
#include "app/composition/store_factory.h"
#include "core/store/entry_reader.h"
#include "core/store/event_reader.h"
#include "core/store/ledger.h"
#include "core/store/saved_queues.h"
#include "core/store/sql/migrations/migration.h"
#include "core/store/sql/schema.h"
#include "core/store/upkeep.h"
#include "tests/store/support/old_store.h"
#include "tests/support/temp_dir.h"

#include <array>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <string>
#include <thread>
#include <vector>

namespace goldpan {
namespace {

void run(sqlite3* handle, const std::string& sql) {
    ASSERT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sql << ": " << sqlite3_errmsg(handle);
}

/// Every table, index and view by its name, as the file has it.
std::string schemaOf(const std::string& path) {
    sqlite3* handle = nullptr;
    EXPECT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    std::string out;
    const auto take = [](void* to, int, char** values, char**) {
        *static_cast<std::string*>(to) += std::string(values[0]) + ": " + (values[1] ? values[1] : "") + "\n";
        return 0;
    };
    EXPECT_EQ(sqlite3_exec(handle, "SELECT name, sql FROM sqlite_master ORDER BY name", take, &out, nullptr),
              SQLITE_OK);
    sqlite3_close(handle);
    return out;
}

class Migration : public testing::TestWithParam<int> {
protected:
    test::TempDir dir;
    std::string path = dir.file("old.goldpan");
};

TEST_P(Migration, BringsAnOldStoreUpToDateWithAllItHeld) {
    test::makeOldStore(path, GetParam());
    std::vector<std::pair<int, int>> told;
    {
        const auto store =
            composition::openStoreTelling(path, [&](int from, int to) { told.emplace_back(from, to); });
        ASSERT_TRUE(store) << store.error().message;
        EXPECT_EQ((*store)->upkeep().stats()->schemaVersion, sql::currentSchemaVersion());
        EXPECT_EQ(*(*store)->upkeep().check({}), std::vector<std::string>{});
        EXPECT_EQ((*store)->entries().read(RowId{1})->correction->text, "gold");
        EXPECT_EQ((*store)->entries().read(RowId{1})->weight, 1);
        EXPECT_EQ(*(*store)->entries().suggestion(RowId{1}), std::nullopt);
        EXPECT_EQ((*store)->ledger().retrains()->size(), 0U);
        const auto drift = (*store)->events().driftWindows().value().at(0);
        EXPECT_EQ(drift.event.ts, Timestamp{9});
        EXPECT_FALSE(drift.trainedOn) << "it is open";
        EXPECT_TRUE((*store)->savedQueues().put({.name = "mine", .filter = "", .order = {}}));
    }
    EXPECT_EQ(told, (std::vector<std::pair<int, int>>{{GetParam(), sql::currentSchemaVersion()}}));
    const auto again =
        composition::openStoreTelling(path, [&](int from, int to) { told.emplace_back(from, to); });
    ASSERT_TRUE(again);
    EXPECT_EQ(told.size(), 1U) << "once";
    EXPECT_EQ((*again)->savedQueues().list()->size(), 1U);
}

TEST_P(Migration, GivesAnOldStoreTheSchemaOfANewOne) {
    test::makeOldStore(path, GetParam());
    ASSERT_TRUE(composition::openStore(path));
    const auto fresh = dir.file("new.goldpan");
    ASSERT_TRUE(composition::createStore(fresh));
    EXPECT_EQ(schemaOf(path), schemaOf(fresh));
}

TEST_P(Migration, ManyThatOpenAtOnceAllGetTheStore) {
    test::makeOldStore(path, GetParam());
    std::array<std::string, 6> problems;
    {
        std::vector<std::jthread> threads;
        for (auto& problem : problems) {
            threads.emplace_back([&] {
                const auto store = composition::openStore(path);
                problem = !store                           ? store.error().message
                          : (*store)->savedQueues().list() ? "none"
                                                           : "no table";
            });
        }
    }
    for (const auto& problem : problems) {
        EXPECT_EQ(problem, "none");
    }
}

TEST_P(Migration, AnswersBusyWhileAnotherProgramHasTheStoreOpen) {
    test::makeOldStore(path, GetParam());
    sqlite3* other = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &other), SQLITE_OK);
    run(other, "SELECT count(*) FROM entry");
    const auto refused = composition::openStore(path);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::busy);
    EXPECT_NE(refused.error().message.find("another program"), std::string::npos);
    sqlite3_close(other);
    EXPECT_TRUE(composition::openStore(path));
}

TEST(MigrationOfPolicy, AWindowThatNoDriftEventCanHaveGivesWayToTheDefault) {
    constexpr int kLastThatTookIt = 6;
    const test::TempDir dir;
    const auto path = dir.file("old.goldpan");
    test::makeOldStore(path, kLastThatTookIt);
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    run(handle, "INSERT INTO policy VALUES('drift_window_hours', '0.0'), ('ring_hours', '0.0')");
    sqlite3_close(handle);
    const auto store = composition::openStore(path);
    ASSERT_TRUE(store);
    const auto policy = (*store)->upkeep().policy();
    ASSERT_TRUE(policy) << policy.error().message;
    EXPECT_EQ(policy->driftWindowHours, 12);
    EXPECT_EQ(policy->ringHours, 0);
}

TEST(MigrationOfDrift, ARunThatWasUndoneTakesItsWindowWithIt) {
    constexpr int kLastThatKeptIt = 7;
    const test::TempDir dir;
    const auto path = dir.file("old.goldpan");
    test::makeOldStore(path, kLastThatKeptIt); // has a window that the journal knows nothing of
    const auto micros = [](std::string_view text) { return std::to_string(parseTimestamp(text)->micros); };
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    run(handle, "INSERT INTO drift_event(ts, window_us, model, only_model, tagged) VALUES(" +
                    micros("2025-06-12T09:30:00") + ", 43200000000, 'm1', 0, 1), (" +
                    micros("2025-06-13T09:30:00.000001") + ", 5400000000, 'm1', 1, 1), (" +
                    micros("2025-06-14T09:30:00") + ", 43200000000, 'm1', 0, 1), (" +
                    micros("2025-06-15T09:30:00") + ", 1200000000, 'm1', 0, 1), (" +
                    micros("2025-06-16T09:30:00") + ", 43200000000, 'ana@example.com', 1, 1), (" +
                    micros("2025-06-16T09:30:00") + ", 43200000000, 'm1', 0, 1)");
    run(handle, "INSERT INTO act(id, at, operator, kind, target, detail) VALUES"
                "(1, 1, 'ana', 8, NULL, '2025-06-12T09:30:00.000000Z 12h'),"
                "(2, 2, 'ana', 8, NULL, '2025-06-13T09:30:00.000001Z 1.5h m1'),"
                "(3, 3, 'ana', 8, NULL, '2025-06-14T09:30:00.000000Z 12h'),"
                "(4, 4, 'ana', 11, 1, 'drift'), (5, 5, 'ana', 11, 2, 'drift'),"
                "(6, 6, 'ana', 8, NULL, '2025-06-15T09:30:00.000000Z 0.3333333333333333h'),"
                "(7, 7, 'ana', 8, NULL, '2025-06-16T09:30:00.000000Z 12h [EMAIL]'),"
                "(8, 8, 'ana', 11, 6, 'drift'), (9, 9, 'ana', 11, 7, 'drift')");
    run(handle, "INSERT INTO act_end VALUES(1, 1, 0), (2, 1, 0), (3, 1, 0), (4, 1, 0), (5, 1, 0), (6, 1, 0),"
                "(7, 1, 0), (8, 1, 0), (9, 1, 0)");
    sqlite3_close(handle);
    const auto store = composition::openStore(path);
    ASSERT_TRUE(store);
    const auto windows = (*store)->events().driftWindows().value();
    ASSERT_EQ(windows.size(), 3U);
    EXPECT_EQ(windows[0].event.ts, Timestamp{9});
    EXPECT_EQ(windows[1].event.ts, *parseTimestamp("2025-06-14T09:30:00"));
    EXPECT_EQ(windows[2].event.ts, *parseTimestamp("2025-06-16T09:30:00"));
    EXPECT_FALSE(windows[2].event.onlyThatModel);
}

TEST(Migrations, AreNumberedInTheirOrder) {
    int expected = 0;
    for (const auto& step : sql::migrations()) {
        EXPECT_EQ(step.version, ++expected) << "two steps of one name: the linker takes either";
    }
}

INSTANTIATE_TEST_SUITE_P(FromEveryVersion, Migration, testing::Range(1, sql::currentSchemaVersion()));

} // namespace
} // namespace goldpan
