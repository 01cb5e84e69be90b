// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows by logprob and latency: in their order whatever the stretches say, and without reading those that
// cannot hold one of the first.
#include "core/store/sql/entry_stretches.h"

#include "app/composition/store_factory.h"
#include "core/queue/filter_parser.h"
#include "core/store/queue_reader.h"
#include "core/store/sql/rows_in_order.h"
#include "core/store/upkeep.h"
#include "tests/store/support/old_store.h"
#include "tests/store/support/store_builder.h"

#include <algorithm>
#include <cstdint>
#include <gtest/gtest.h>
#include <limits>
#include <random>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace goldpan {
namespace {

std::string spaced(std::string lines) {
    std::ranges::replace(lines, '\n', ' ');
    while (!lines.empty() && lines.back() == ' ') {
        lines.pop_back();
    }
    return lines;
}

/// What a plain sort answers.
std::string sorted(const test::StoreBuilder& store, const std::string& where, const std::string& column,
                   bool descending) {
    return spaced(store.query("SELECT request_id FROM entry WHERE " + where + " ORDER BY " + column +
                              " IS NULL, " + column + (descending ? " DESC" : "") + ", id"));
}

class EntryStretches : public testing::Test {
protected:
    /// Many share a value, some have none, some a tag; a day apart from the middle on.
    void addRows(int from, int count) {
        std::vector<LogEntry> rows;
        for (int i = from; i < from + count; ++i) {
            rows.push_back(test::entry("r" + std::to_string(i),
                                       i < 500 ? "2025-06-12T09:00:00" : "2025-06-13T09:00:00"));
            LogEntry& row = rows.back();
            row.responseLogprob = -static_cast<double>(m_random() % 40) / 8;
            row.latencyMs = static_cast<std::int64_t>(m_random() % 90);
            if (m_random() % 20 == 0) {
                row.responseLogprob.reset();
                row.latencyMs.reset();
            }
            if (m_random() % 9 == 0) {
                row.tags = {"cluster:x"};
            }
        }
        store.add(rows, "/" + std::to_string(from));
    }

    void expectAllInOrder() {
        const std::pair<const char*, const char*> filters[] = {
            {"", "1"},
            {"-tag:cluster:x", "(flags & 16) = 0"},
            {"is:flagged state:unreviewed", "(flags & 15) <> 0"},
            {"-id:r7", "request_id <> 'r7'"},
            {"after:2025-06-13", "id >= 500"},
            {"-after:2025-06-13", "id < 500"},
            {"before:2025-06-13 OR id:r900", "id < 500 OR request_id = 'r900'"},
            {"latency<80", "latency_ms < 80"},
        };
        for (const auto& [filter, where] : filters) {
            for (const bool descending : {false, true}) {
                const std::string sign = descending ? "-" : "";
                EXPECT_TRUE(store.ids(filter, sign + "logprob") ==
                            sorted(store, where, "logprob", descending))
                    << filter;
                EXPECT_TRUE(store.ids(filter, sign + "latency") ==
                            sorted(store, where, "latency_ms", descending))
                    << filter;
            }
        }
    }

    test::StoreBuilder store;

private:
    std::mt19937 m_random{3};
};

TEST(Rank, ComparesAsTheNumbersDo) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    const std::vector<double> reals{-kInfinity, -7.5, -1e-300, 0, 1e-300, 2, kInfinity};
    for (std::size_t i = 0; i < reals.size(); ++i) {
        EXPECT_EQ(sql::realOf(sql::rankOf(reals[i], false), false), reals[i]);
        EXPECT_EQ(sql::realOf(sql::rankOf(reals[i], true), true), reals[i]);
        EXPECT_TRUE(i == 0 || sql::rankOf(reals[i - 1], false) < sql::rankOf(reals[i], false));
        EXPECT_TRUE(i == 0 || sql::rankOf(reals[i - 1], true) > sql::rankOf(reals[i], true));
    }
    EXPECT_EQ(sql::rankOf(-0.0, false), sql::rankOf(0.0, false));
    const std::vector<std::int64_t> integers{std::numeric_limits<std::int64_t>::min(), -1, 0, 1,
                                             std::numeric_limits<std::int64_t>::max()};
    for (std::size_t i = 0; i < integers.size(); ++i) {
        EXPECT_EQ(sql::integerOf(sql::rankOf(integers[i], true), true), integers[i]);
        EXPECT_TRUE(i == 0 || sql::rankOf(integers[i - 1], false) < sql::rankOf(integers[i], false));
    }
}

TEST_F(EntryStretches, OrdersAreThoseOfAPlainSort) {
    addRows(1, 1000);
    EXPECT_EQ(store.query("SELECT count(*) FROM entry_stretch"), "7") << "the last one is not full";
    expectAllInOrder();
    addRows(1001, 60);
    addRows(1061, 340);
    EXPECT_EQ(store.query("SELECT count(*) FROM entry_stretch"), "10");
    expectAllInOrder();
    EXPECT_EQ(*store.store().upkeep().check({}), std::vector<std::string>{});
}

TEST_F(EntryStretches, RowsAreSortedAPartAtATime) {
    addRows(1, 1000);
    auto connection = *sql::Connection::open(store.path(), sql::OpenMode::normal);
    const auto filter = sql::FilterSql::build(*connection, *queue::filterFromText(""));
    for (const char* text : {"logprob", "-logprob", "latency", "-latency"}) {
        const auto order = *queue::orderFromText(text);
        for (const std::size_t atOnce : {4U, 7U, 499U, 500U, 600U, 1000U, 1001U, 5000U}) {
            std::vector<std::int64_t> ids;
            const auto take = [&](RowId row) -> Result<bool> {
                ids.push_back(row.value);
                return true;
            };
            ASSERT_TRUE(sql::eachInOrder(*connection, *filter, order, take, {}, atOnce));
            std::string found;
            for (const auto id : ids) {
                found += (found.empty() ? "r" : " r") + std::to_string(id);
            }
            EXPECT_EQ(found, store.ids("", text)) << text << " " << atOnce;
        }
    }
    std::int64_t taken = 0;
    const auto three = [&](RowId) -> Result<bool> { return ++taken < 3; };
    ASSERT_TRUE(sql::eachInOrder(*connection, *filter, *queue::orderFromText("logprob"), three, {}));
    EXPECT_EQ(taken, 3);
}

TEST_F(EntryStretches, RowsOfNoStretchAreReadAlways) {
    addRows(1, 1000);
    store.run("DELETE FROM entry_stretch WHERE id IN (0, 3, 4)");
    expectAllInOrder();
    store.run("DELETE FROM entry_stretch");
    expectAllInOrder();
}

TEST_F(EntryStretches, AreMadeOfTheRowsOfAnOldStore) {
    const test::TempDir dir;
    const auto path = dir.file("old.goldpan");
    test::makeOldStore(path, 14);
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(handle,
                           "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 600)"
                           " INSERT INTO entry(id, key_hash, request_id, model, logprob, state, flags)"
                           " SELECT i, i, 'r' || i, 1, -i, 0, 0 FROM n WHERE i NOT IN (128, 383)",
                           nullptr, nullptr, nullptr),
              SQLITE_OK);
    ASSERT_EQ(sqlite3_close(handle), SQLITE_OK);
    ASSERT_TRUE(composition::openStore(path));
    std::string found;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    const auto take = [](void* to, int, char** values, char**) {
        *static_cast<std::string*>(to) += std::string(values[0]) + " ";
        return 0;
    };
    EXPECT_EQ(sqlite3_exec(handle,
                           "SELECT printf('%d:%g:%g', id, low_logprob, high_logprob) FROM entry_stretch",
                           take, &found, nullptr),
              SQLITE_OK);
    sqlite3_close(handle);
    EXPECT_EQ(found, "0:-127:-2 1:-255:-129 3:-511:-384 ") << "one lacks its last row";
}

} // namespace
} // namespace goldpan
