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

/// A store as Goldpan made it when its schema was `version`, with the row "a" and its correction.
void makeOld(const std::string& path, int version) {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    run(handle, "PRAGMA journal_mode=WAL");
    for (const auto& step : {sql::migration001(), sql::migration002(), sql::migration003(),
                             sql::migration004(), sql::migration005()}) {
        for (const char* statement : step.version <= version ? step.sql : std::span<const char* const>()) {
            run(handle, statement);
        }
    }
    for (const char* statement : sql::entryIndexes()) {
        run(handle, statement);
    }
    run(handle, "PRAGMA application_id=" + std::to_string(sql::kApplicationId));
    run(handle, "PRAGMA user_version=" + std::to_string(version));
    run(handle, "INSERT INTO model VALUES(1, 'm1')");
    // The key of a row is the first 8 bytes of the SHA-256 of its id.
    run(handle, "INSERT INTO entry(id, key_hash, request_id, ts, model, latency_ms, logprob, user_id_hash, "
                "state, flags)"
                " VALUES(1, -3848465438864589366, 'a', 5, 1, NULL, NULL, NULL, 1, 0)");
    run(handle, "INSERT INTO entry_text(id, prompt, response) VALUES(1, 'p', 'r')");
    run(handle, "INSERT INTO correction VALUES(1, 'gold', 'ana', 0, 7, 7, 0)");
    run(handle, "INSERT INTO drift_event(ts, window_us, model, only_model, tagged) VALUES(9, 5, 'm1', 0, 1)");
    sqlite3_close(handle);
}

class Migration : public testing::TestWithParam<int> {
protected:
    test::TempDir dir;
    std::string path = dir.file("old.goldpan");
};

TEST_P(Migration, BringsAnOldStoreUpToDateWithAllItHeld) {
    makeOld(path, GetParam());
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

TEST_P(Migration, ManyThatOpenAtOnceAllGetTheStore) {
    makeOld(path, GetParam());
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
    makeOld(path, GetParam());
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

INSTANTIATE_TEST_SUITE_P(FromEveryVersion, Migration, testing::Range(1, sql::currentSchemaVersion()));

} // namespace
} // namespace goldpan
