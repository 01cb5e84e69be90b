// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The search index: built in steps, by any number of programs, and never to be noticed in an answer.
#include "core/search/grams.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/sql_search_index.h"
#include "tests/store/support/asked.h"
#include "tests/store/support/index_steps.h"

#include <algorithm>
#include <atomic>
#include <gtest/gtest.h>
#include <thread>

namespace goldpan {
namespace {

using store::IndexState;
using test::buildIndex;
using test::entry;
using test::indexStateOf;

std::vector<LogEntry> rows(int from, int count) {
    std::vector<LogEntry> out;
    for (int i = from; i < from + count; ++i) {
        out.push_back(entry("r" + std::to_string(i)));
    }
    return out;
}

TEST(SearchIndex, GrowsFromMissingToReadyAndBehindAnImport) {
    test::StoreBuilder store;
    store.add(rows(0, 10));
    EXPECT_EQ(indexStateOf(store), "missing 0 of 10");
    const auto stopped = buildIndex(store.store(), 4, 1);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::cancelled);
    EXPECT_EQ(indexStateOf(store), "building 4 of 10");
    EXPECT_EQ(store.store().upkeep().stats()->index.state, IndexState::building);
    EXPECT_EQ(buildIndex(store.store(), 4)->rows, 6) << "from where the last build ended";
    EXPECT_EQ(indexStateOf(store), "ready 10 of 10");
    EXPECT_EQ(buildIndex(store.store())->rows, 0);
    store.add(rows(10, 3));
    EXPECT_EQ(indexStateOf(store), "building 10 of 13");
    EXPECT_EQ(store.ids("\"of r12\""), "r12") << "rows that it does not cover are read";
    EXPECT_EQ(buildIndex(store.store())->rows, 3);
    EXPECT_EQ(indexStateOf(store), "ready 13 of 13");
    EXPECT_EQ(store.ids("\"of r1\""), "r1 r10 r11 r12");
    EXPECT_EQ(*store.store().upkeep().check({}), std::vector<std::string>());
}

TEST(SearchIndex, OfAnEmptyStoreIsReady) {
    test::StoreBuilder store;
    EXPECT_EQ(indexStateOf(store), "missing 0 of 0");
    ASSERT_TRUE(buildIndex(store.store()));
    EXPECT_EQ(indexStateOf(store), "ready 0 of 0");
    EXPECT_EQ(store.ids("refund"), "");
}

TEST(SearchIndex, SmallImportsLeaveFewSegments) {
    test::StoreBuilder store;
    for (int i = 0; i < 40; ++i) {
        store.add(rows(i, 1));
        ASSERT_TRUE(buildIndex(store.store(), 32));
    }
    EXPECT_EQ(indexStateOf(store), "ready 40 of 40");
    EXPECT_LE(std::stoi(store.query("SELECT count(*) FROM search_segment")), 1 + 4);
    EXPECT_EQ(store.query("SELECT count(*) FROM search_page WHERE NOT EXISTS(SELECT 1 FROM search_segment s "
                          "WHERE s.id = key >> 18)"),
              "0");
    EXPECT_EQ(store.ids("\"of r39\""), "r39");
    EXPECT_EQ(store.ids("\"of r3\"", "log"), "r3 r30 r31 r32 r33 r34 r35 r36 r37 r38 r39");
    EXPECT_EQ(*store.store().upkeep().check({}), std::vector<std::string>());
}

TEST(SearchIndex, IsDroppedAndLeavesNothing) {
    test::StoreBuilder store;
    store.add(rows(0, 10));
    const auto before = store.query("SELECT sql FROM sqlite_master ORDER BY name");
    ASSERT_TRUE(store.store().searchIndex().drop({}, {})) << "there is none: fine";
    ASSERT_TRUE(buildIndex(store.store(), 4));
    ASSERT_TRUE(store.store().searchIndex().drop({}, {}));
    EXPECT_EQ(indexStateOf(store), "missing 0 of 10");
    EXPECT_EQ(store.query("SELECT sql FROM sqlite_master ORDER BY name"), before);
    EXPECT_EQ(store.ids("\"of r7\""), "r7");
    ASSERT_TRUE(buildIndex(store.store(), 4));
    EXPECT_EQ(indexStateOf(store), "ready 10 of 10");
}

TEST(SearchIndex, AStoppedDropIsMissingAtOnceAndSweptOutLater) {
    test::StoreBuilder store;
    store.add(rows(0, 10));
    ASSERT_TRUE(buildIndex(store.store(), 2));
    std::stop_source stop;
    const auto dropped =
        store.store().searchIndex().drop([&](const Progress&) { stop.request_stop(); }, stop.get_token());
    ASSERT_FALSE(dropped);
    EXPECT_EQ(indexStateOf(store), "missing 0 of 10");
    EXPECT_EQ(store.ids("\"of r7\""), "r7");
    EXPECT_NE(store.query("SELECT count(*) FROM search_page"), "0");
    ASSERT_TRUE(buildIndex(store.store(), 4, 1).error().code == ErrorCode::cancelled);
    EXPECT_EQ(store.query("SELECT count(DISTINCT key >> 18) FROM search_page"), "1")
        << "the old pages are gone";
    EXPECT_EQ(store.ids("\"of r7\""), "r7");
}

TEST(SearchIndex, CountsForNothingWhereCaseWasFoldedInAnotherWay) {
    test::StoreBuilder store;
    store.add(rows(0, 10));
    ASSERT_TRUE(buildIndex(store.store()));
    store.run("UPDATE search_state SET fold = fold + 1");
    EXPECT_EQ(indexStateOf(store), "missing 0 of 10");
    EXPECT_EQ(store.ids("\"of r7\""), "r7");
    EXPECT_EQ(buildIndex(store.store())->rows, 10);
    EXPECT_EQ(indexStateOf(store), "ready 10 of 10");
}

TEST(SearchIndex, IsBuiltAnewWhereGramsWereCutInAnotherWay) {
    test::StoreBuilder store;
    store.add(rows(0, 10));
    ASSERT_TRUE(buildIndex(store.store()));
    const auto stored = store.query("SELECT fold FROM search_state");
    EXPECT_NE(stored, std::to_string(search::CaseFold::version())) << "more than how case is folded";
    for (const std::int64_t format : {search::kGramFormat - 2, search::kGramFormat + 1}) {
        const auto by = std::to_string(format - search::kGramFormat);
        store.run("UPDATE search_state SET fold = fold + " + by);
        store.run("UPDATE search_page SET data = x''"); // as good as pages that cannot be understood
        EXPECT_EQ(indexStateOf(store), "missing 0 of 10");
        EXPECT_EQ(store.ids("\"of r7\""), "r7");
        EXPECT_EQ(buildIndex(store.store())->rows, 10);
        EXPECT_EQ(store.query("SELECT fold FROM search_state"), stored);
        EXPECT_EQ(store.ids("\"of r7\""), "r7");
    }
}

TEST(SearchIndex, GoesOnWithOneOfShortSegments) {
    test::StoreBuilder store;
    store.add(rows(0, 10));
    ASSERT_TRUE(buildIndex(store.store(), 4));
    const auto stored = store.query("SELECT fold FROM search_state");
    store.run("UPDATE search_state SET fold = fold - 1"); // as a program before wrote it
    EXPECT_EQ(indexStateOf(store), "ready 10 of 10");
    EXPECT_EQ(store.ids("\"of r7\""), "r7");
    store.add(rows(10, 3));
    EXPECT_EQ(buildIndex(store.store())->rows, 3) << "what it covers is kept";
    EXPECT_EQ(store.query("SELECT fold FROM search_state"), stored) << "no longer for a program before";
    EXPECT_EQ(store.ids("\"of r1\""), "r1 r10 r11 r12");
}

TEST(SearchIndex, CheckFindsAGapAndRowsThatAreNotThere) {
    test::StoreBuilder store;
    store.add(rows(0, 12));
    ASSERT_TRUE(buildIndex(store.store(), 4));
    store.run("UPDATE search_segment SET last = 400 WHERE last = 12");
    EXPECT_NE(store.store().upkeep().check({})->at(0).find("rows that are not there"), std::string::npos);
    store.run("DELETE FROM search_segment WHERE first = 5");
    EXPECT_NE(store.store().upkeep().check({})->at(0).find("gap"), std::string::npos);
}

TEST(SearchIndex, NarrowsAlsoWhereManyRowsAreLeft) {
    test::StoreBuilder store;
    store.add(rows(0, 9'000));
    const std::vector<std::string> filters{
        "prompt", "prompt -\"of r7\"", "\"of r1\" OR \"of r2\" OR zzz", "/of r[1-9]7/", "-prompt", "zzz"};
    std::vector<std::string> expected;
    std::ranges::transform(filters, std::back_inserter(expected), [&](auto& f) { return store.ids(f); });
    ASSERT_FALSE(buildIndex(store.store(), 3'000, 2));
    ASSERT_EQ(indexStateOf(store), "building 6000 of 9000");
    for (std::size_t i = 0; i < filters.size(); ++i) {
        EXPECT_EQ(store.ids(filters[i]), expected[i]) << filters[i];
    }
    ASSERT_TRUE(buildIndex(store.store()));
    for (std::size_t i = 0; i < filters.size(); ++i) {
        EXPECT_EQ(store.ids(filters[i]), expected[i]) << filters[i];
    }
}

TEST(SearchIndex, NoReaderStaysForMoreThanAFewRows) {
    test::StoreBuilder store;
    store.add(rows(0, 20'000));
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    const test::Asked asked(*connection, "FROM entry_text WHERE id BETWEEN");
    ASSERT_TRUE(sql::SqlSearchIndex(*connection).build({.rest = {}}, {}, {}));
    EXPECT_EQ(asked.count(), 79) << "256 rows at a time";
    EXPECT_EQ(store.query("SELECT first || ' to ' || last FROM search_segment"), "1 to 20000");
    for (const char* id : {"r0", "r255", "r256", "r257", "r19999"}) {
        EXPECT_EQ(store.ids("prompt:/ of " + std::string(id) + "$/"), id);
    }
}

TEST(SearchIndex, WhatWasReadBeforeATextChangedIsGivenUp) {
    test::StoreBuilder store;
    store.add(rows(0, 20'000));
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    const auto rewrite = [&](int number) {
        if (number == 2) { // the first rows were read; another program rewrites one and begins a new index
            ASSERT_TRUE(buildIndex(store.store(), 1, 1).error().code == ErrorCode::cancelled);
            store.run("UPDATE entry_text SET prompt = 'a zebra' WHERE id = 5");
            store.run("DELETE FROM search_segment");
        }
    };
    const test::Asked asked(*connection, "FROM entry_text WHERE id BETWEEN", rewrite);
    ASSERT_TRUE(sql::SqlSearchIndex(*connection).build({.rest = {}}, {}, {}));
    EXPECT_GT(asked.count(), 2);
    EXPECT_EQ(indexStateOf(store), "ready 20000 of 20000");
    EXPECT_EQ(store.ids("zebra"), "r4");
}

TEST(SearchIndex, IsBuiltByTwoProgramsAtOnce) {
    test::StoreBuilder store;
    store.add(rows(0, 400));
    std::atomic<std::int64_t> indexed = 0;
    {
        std::vector<std::jthread> builders;
        for (int i = 0; i < 3; ++i) {
            builders.emplace_back([&] {
                auto own = store.another();
                const auto report = buildIndex(*own, 7);
                ASSERT_TRUE(report) << report.error().message;
                indexed += report->rows;
            });
        }
    }
    EXPECT_EQ(indexStateOf(store), "ready 400 of 400");
    EXPECT_GE(indexed, 400);
    EXPECT_EQ(*store.store().upkeep().check({}), std::vector<std::string>());
    for (const int i : {0, 17, 399}) {
        const auto id = "r" + std::to_string(i);
        EXPECT_EQ(store.ids("prompt:/ of " + id + "$/"), id);
    }
    ASSERT_TRUE(buildIndex(store.store()));
    EXPECT_EQ(store.query("SELECT count(*) FROM search_page WHERE NOT EXISTS(SELECT 1 FROM search_segment s "
                          "WHERE s.id = key >> 18)"),
              "0");
}

TEST(SearchIndex, ABuilderStopsWhereTheIndexIsDroppedMeanwhile) {
    test::StoreBuilder store;
    store.add(rows(0, 20));
    bool dropped = false;
    const auto built =
        store.store().searchIndex().build({.stretch = 4, .rest = {}},
                                          [&](const Progress&) {
                                              if (!std::exchange(dropped, true)) {
                                                  EXPECT_TRUE(store.another()->searchIndex().drop({}, {}));
                                              }
                                          },
                                          {});
    ASSERT_FALSE(built);
    EXPECT_EQ(built.error().code, ErrorCode::refused);
    EXPECT_EQ(indexStateOf(store), "missing 0 of 20");
}

TEST(SearchIndex, IsDroppedByTwoProgramsAtOnce) {
    test::StoreBuilder store;
    store.add(rows(0, 100));
    for (int times = 0; times < 5; ++times) {
        ASSERT_TRUE(buildIndex(store.store(), 1));
        std::vector<std::jthread> programs;
        for (int i = 0; i < 3; ++i) {
            programs.emplace_back([&] {
                const auto dropped = store.another()->searchIndex().drop({}, {});
                EXPECT_TRUE(dropped) << dropped.error().message; // they want the same
            });
        }
        programs.clear();
        EXPECT_EQ(indexStateOf(store), "missing 0 of 100");
    }
}

TEST(SearchIndex, ABuilderSaysClearlyThatItsTablesWereDropped) {
    test::StoreBuilder store;
    store.add(rows(0, 6'000));
    for (int times = 0; times < 3; ++times) { // while it reads rows, which is most of its time
        std::jthread program([&] {
            const auto own = store.another();
            while (own->searchIndex().status()->state == IndexState::missing) {
                std::this_thread::yield();
            }
            EXPECT_TRUE(own->searchIndex().drop({}, {}));
        });
        if (const auto built = buildIndex(store.store()); !built) {
            EXPECT_EQ(built.error().code, ErrorCode::refused) << built.error().message;
        }
    }
    EXPECT_EQ(indexStateOf(store), "missing 0 of 6000");
}

} // namespace
} // namespace goldpan
