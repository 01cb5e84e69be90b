// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows by their request id: found while their keys are new, after these were moved, and in a store of an
// earlier schema.
#include "app/composition/store_factory.h"
#include "core/sampling/reservoir.h"
#include "core/store/entry_reader.h"
#include "core/store/importer.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/key_table.h"
#include "core/store/sql/row_keys.h"
#include "core/store/upkeep.h"
#include "tests/store/support/old_store.h"
#include "tests/store/support/store_builder.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace goldpan {
namespace {

std::vector<store::ImportRow> rowsFrom(int first, int count) {
    std::vector<store::ImportRow> out;
    for (int i = first; i < first + count; ++i) {
        out.push_back(test::importRow(test::entry("r" + std::to_string(i)), i + 1));
    }
    return out;
}

TEST(RowKeys, AreMovedWhereManyAreNewAndFoundBeforeAndAfter) {
    constexpr int kRows = 75'000; // more than may be new
    constexpr int kBlock = 5'000;
    test::StoreBuilder store;
    store.add({test::entry("first")});
    const auto session = *store.store().importer().begin("/log", "ada");
    for (int at = 0; at < kRows; at += kBlock) {
        ASSERT_EQ(session->add(rowsFrom(at, kBlock))->stored, kBlock);
    }
    ASSERT_TRUE(session->finish());
    const int moved = std::stoi(store.query("SELECT count(*) FROM row_key"));
    const int fresh = std::stoi(store.query("SELECT count(*) FROM new_row_key"));
    EXPECT_EQ(moved, 73'727) << "all but those of the last run, which more may come into";
    EXPECT_GT(fresh, 0);
    EXPECT_EQ(moved + fresh, kRows + 1) << "each row has one key";
    EXPECT_EQ(store.query("SELECT count(*) FROM entry e WHERE NOT EXISTS(SELECT 1 FROM row_key k WHERE"
                          " k.key_hash = e.key_hash AND k.entry = e.id UNION ALL SELECT 1 FROM new_row_key n"
                          " WHERE n.key_hash = e.key_hash AND n.entry = e.id)"),
              "0");
    for (const char* id : {"first", "r0", "r74999"}) {
        EXPECT_TRUE(*store.store().entries().find(id)) << id;
        EXPECT_EQ(store.ids(std::string("id:") + id), id);
    }
    auto backwards = rowsFrom(0, 100);
    backwards.push_back(test::importRow(test::entry("first")));
    for (const auto& row : rowsFrom(kRows - 100, 101)) {
        backwards.push_back(row);
    }
    const auto again = *store.store().importer().begin("/log", "ada");
    const auto tally = again->add(std::vector(backwards.rbegin(), backwards.rend()));
    ASSERT_TRUE(tally);
    EXPECT_EQ(tally->duplicate, 201);
    EXPECT_EQ(tally->stored, 1);
    EXPECT_TRUE(store.store().upkeep().check({})->empty());
}

/// Rows with ids from `first` to `last`, by the table alone, whose keys are new.
void putRows(test::StoreBuilder& store, int first, int last, int step = 1) {
    store.run("WITH RECURSIVE n(i) AS (SELECT " + std::to_string(first) + " UNION ALL SELECT i + " +
              std::to_string(step) + " FROM n WHERE i + " + std::to_string(step) +
              " <= " + std::to_string(last) +
              ") INSERT INTO entry(id, key_hash, request_id, model, state, flags, weight)"
              " SELECT i, i * 1000003 % 4294967291, 'x' || i, 1, 0, 0, 1 FROM n;"
              "INSERT INTO entry_text(id, prompt, response) SELECT id, '', '' FROM entry WHERE id >= " +
              std::to_string(first) +
              "; INSERT INTO new_row_key SELECT id >> 13, key_hash, id FROM entry WHERE id >= " +
              std::to_string(first));
}

TEST(RowKeys, OfManyRunsAreMovedWhileRowsComeInAndBrokenOffMovesAreMadeAgain) {
    constexpr int kRuns = static_cast<int>(sql::RowKeys::kMostRuns) + 2;
    constexpr int kStep = 16; // as good as all of them
    constexpr int kRows = kRuns * 8192 / kStep;
    test::StoreBuilder store;
    store.add({test::entry("first")});
    putRows(store, kStep, (kRows - 1) * kStep, kStep);
    EXPECT_EQ(store.query("SELECT count(DISTINCT run) FROM new_row_key"), std::to_string(kRuns));
    store.run(
        "INSERT INTO row_key SELECT key_hash, entry FROM new_row_key WHERE run < 3;" // by who was killed
        " DELETE FROM new_row_key WHERE run = 0");
    const auto session = *store.store().importer().begin("/log", "ada");
    ASSERT_EQ(session->add(rowsFrom(0, 3))->stored, 3);
    EXPECT_EQ(store.query("SELECT min(run) || '|' || max(run) FROM new_row_key"),
              std::to_string(kRuns - 1) + "|" + std::to_string(kRuns - 1));
    EXPECT_EQ(store.query("SELECT (SELECT count(*) FROM row_key) + (SELECT count(*) FROM new_row_key)"),
              std::to_string(kRows + 3));
    ASSERT_EQ(session->add(rowsFrom(0, 3))->duplicate, 3);
    for (const char* id : {"first", "r0", "r2"}) {
        EXPECT_TRUE(*store.store().entries().find(id)) << id;
    }
}

TEST(RowKeys, AreMovedBeforeEachRowOfALogIsLookedFor) {
    test::StoreBuilder store;
    store.add({test::entry("first")});
    putRows(store, 2, 40'000);
    sampling::Reservoir reservoir(10);
    ASSERT_TRUE(store.store().importer().countHealthy(rowsFrom(0, 3), reservoir));
    EXPECT_EQ(store.query("SELECT DISTINCT run FROM new_row_key"), "4");
    EXPECT_TRUE(*store.store().entries().find("first"));
}

TEST(RowKeys, AreMovedInTransactionsBetweenWhichTheLogIsKeptShort) {
    test::StoreBuilder store;
    store.add({test::entry("first")});
    putRows(store, 2, 40'000);
    const auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    sql::RowKeys keys(*connection);
    ASSERT_TRUE(keys.prepare());
    int between = 0;
    ASSERT_TRUE(keys.settle(1, [&] {
        ++between;
        return connection->execute("PRAGMA wal_checkpoint(PASSIVE)"); // not possible inside of one
    }));
    EXPECT_GE(between, 2);
    EXPECT_EQ(store.query("SELECT DISTINCT run FROM new_row_key"), "4");
}

TEST(RowKeys, OfRowsThatAnotherImportAddsMeanwhileAreFound) {
    constexpr int kRows = 9'000; // so many were new that all keys are kept in memory
    test::StoreBuilder store;
    store.add({test::entry("first")});
    const auto session = *store.store().importer().begin("/log", "ada");
    ASSERT_EQ(session->add(rowsFrom(0, kRows))->stored, kRows);
    const auto other = *composition::openStore(store.path());
    ASSERT_EQ((*other->importer().begin("/other", "bo"))->add(rowsFrom(kRows, 3))->stored, 3);
    auto rows = rowsFrom(kRows - 1, 6); // one of its own, three of the other, two that are new
    rows.push_back(test::importRow(test::entry("first")));
    const auto tally = session->add(std::vector(rows.rbegin(), rows.rend())); // not as they are stored
    ASSERT_TRUE(tally);
    EXPECT_EQ(tally->duplicate, 5);
    EXPECT_EQ(tally->stored, 2);
    // Nothing of ours gives an old row another key: only who still looks at the tables would find it.
    const auto renamed = test::importRow(test::entry("renamed"), 1);
    store.run("UPDATE entry SET request_id = 'renamed' WHERE request_id = 'r5';"
              " INSERT INTO new_row_key(run, key_hash, entry) SELECT id >> 13, " +
              std::to_string(static_cast<std::int64_t>(renamed.keyHash)) +
              ", id FROM entry WHERE request_id = 'renamed'");
    EXPECT_EQ(session->add(std::vector{renamed})->stored, 1) << "no filter was made";
}

TEST(RowKeys, OfAnEarlierStoreAreMadeByItsUpgrade) {
    const test::TempDir dir;
    const auto path = dir.file("old.goldpan");
    test::makeOldStore(path, 11);
    const auto store = *composition::openStore(path);
    EXPECT_EQ(*store->entries().find("a"), RowId{1});
    const auto session = *store->importer().begin("/log", "ada");
    EXPECT_EQ(session->add(std::vector{test::importRow(test::entry("a"))})->duplicate, 1);
}

TEST(RowKeys, AreMissedByTheCheck) {
    test::StoreBuilder store;
    store.add({test::entry("a"), test::entry("b")});
    EXPECT_TRUE(store.store().upkeep().check({})->empty());
    store.run("DELETE FROM new_row_key WHERE entry = 2");
    EXPECT_EQ(store.store().upkeep().check({})->size(), 1U);
}

TEST(RowKeys, OfAStoreThatIsBuiltComeOutOfTheirTableInOrder) {
    constexpr std::uint32_t kRows = 1'200'000; // sorted in more than one piece
    sql::KeyTable table;
    std::vector<std::pair<std::int64_t, std::int64_t>> expected;
    std::mt19937_64 hashes(7); // as many below zero, to SQLite, as above
    std::uint64_t hash = 0;
    for (std::uint32_t row = 1; row <= kRows; ++row) {
        hash = row % 1000 == 0 ? hash : hashes(); // some are shared
        table.insert(hash, RowId{row});
        expected.emplace_back(static_cast<std::int64_t>(hash), row);
    }
    std::ranges::sort(expected);
    std::vector<std::pair<std::int64_t, std::int64_t>> found;
    table.eachInOrder([&](std::int64_t key, RowId row) {
        found.emplace_back(key, row.value);
        return true;
    });
    EXPECT_TRUE(found == expected);
    std::size_t taken = 0;
    table.eachInOrder([&](std::int64_t, RowId) { return ++taken < 3; });
    EXPECT_EQ(taken, 3);
}

TEST(RowKeys, OfABuiltStoreAreThoseOfAllLogsAndOnce) {
    const test::TempDir dir;
    {
        auto opened = composition::StoreForImport::open(dir.file("s.gpan"), {});
        ASSERT_TRUE(opened);
        for (const int first : {0, 50}) {
            const auto session = *opened->store().importer().begin("/log" + std::to_string(first), "ada");
            ASSERT_TRUE(session->add(rowsFrom(first, 100)));
            ASSERT_TRUE(session->finish());
        }
        ASSERT_TRUE(opened->publish());
    }
    const auto store = composition::openStore(dir.file("s.gpan"));
    ASSERT_TRUE(store);
    for (const char* id : {"r0", "r75", "r149"}) {
        EXPECT_TRUE(*(*store)->entries().find(id)) << id;
    }
    EXPECT_FALSE(*(*store)->entries().find("r150"));
    EXPECT_TRUE((*store)->upkeep().check({})->empty());
}

} // namespace
} // namespace goldpan
