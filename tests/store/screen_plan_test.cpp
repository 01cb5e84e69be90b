// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the screen asks of a store: every statement that is run for it is watched, and by EXPLAIN QUERY
// PLAN none of them goes through a table that grows with the log, but along an index in the order of the
// screen.
#include "app/composition/store_factory.h"
#include "core/queue/filter_parser.h"
#include "core/store/sql/value_runs.h"
#include "tests/store/support/store_builder.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <regex>
#include <set>
#include <sqlite3.h>
#include <string>
#include <utility>
#include <vector>

namespace goldpan {
namespace {

/// The statements of all connections that are opened while it is there. One at a time.
class WatchedStatements {
public:
    WatchedStatements() {
        s_statements.clear();
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(install));
    }
    ~WatchedStatements() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(install)); }
    WatchedStatements(const WatchedStatements&) = delete;
    WatchedStatements& operator=(const WatchedStatements&) = delete;

    /// Those since the last call, each once, with their plans, which make no statement that is watched.
    std::vector<std::pair<std::string, std::string>> takePlans() {
        std::vector<std::pair<std::string, std::string>> out;
        const auto statements = std::exchange(s_statements, {});
        for (const auto& [connection, sql] : statements) {
            sqlite3_stmt* explained = nullptr;
            std::string plan;
            sqlite3_trace_v2(connection, 0, nullptr, nullptr);
            if (sqlite3_prepare_v2(connection, ("EXPLAIN QUERY PLAN " + sql).c_str(), -1, &explained,
                                   nullptr) == SQLITE_OK) {
                while (sqlite3_step(explained) == SQLITE_ROW) {
                    plan +=
                        std::string(reinterpret_cast<const char*>(sqlite3_column_text(explained, 3))) + "\n";
                }
            }
            sqlite3_finalize(explained);
            sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, note, connection);
            out.emplace_back(sql, plan);
        }
        return out;
    }

private:
    static int install(sqlite3* connection, char**, const void*) {
        return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, note, connection);
    }
    static int note(unsigned, void* connection, void* statement, void*) {
        if (const char* sql = sqlite3_sql(static_cast<sqlite3_stmt*>(statement)); sql != nullptr) {
            s_statements.emplace(static_cast<sqlite3*>(connection), sql);
        }
        return 0;
    }

    static inline std::set<std::pair<sqlite3*, std::string>> s_statements;
};

/// A table that is read from one end to the other, and not along an index; small ones are left out.
bool scansALargeTable(const std::string& plan) {
    static const std::regex scan(R"((^|\n)SCAN (\w+)(?![^\n]*INDEX))");
    static const std::set<std::string> small{"r",
                                             "runs",
                                             "sqlite_master",
                                             "tag",
                                             "g",
                                             "model",
                                             "m",
                                             "policy",
                                             "d",
                                             "drift_event",
                                             "json_each",
                                             "CONSTANT",
                                             "low_confidence_bound",
                                             "entry_stretch",
                                             "saved_queue"};
    for (std::sregex_iterator at(plan.begin(), plan.end(), scan), end; at != end; ++at) {
        if (!small.contains((*at)[2].str())) {
            return true;
        }
    }
    return false;
}

class ScreenPlan : public testing::Test {
protected:
    ScreenPlan() {
        std::vector<LogEntry> rows;
        for (int i = 1; i < sql::kRunRows + 500; ++i) {
            rows.push_back(test::entry("r" + std::to_string(i)));
            rows.back().responseLogprob = -static_cast<double>(i % 400) / 100;
            rows.back().latencyMs = i % 1000;
            rows.back().tags = {"cluster:x"};
            if (i % 3 == 0) {
                rows.back().tags = {"drift_window", "operator_review", "user_negative"};
            }
        }
        builder.add(rows);
        builder.run("UPDATE entry SET state = 4 WHERE id % 5 = 0");
        builder.close();
        watched.emplace();
        store = *composition::openStore(builder.path());
    }

    void expectNoScan(const std::string& of) {
        const auto plans = watched->takePlans();
        EXPECT_FALSE(plans.empty()) << of;
        for (const auto& [sql, plan] : plans) {
            EXPECT_FALSE(scansALargeTable(plan)) << of << "\n" << sql << "\n" << plan;
        }
    }

    std::vector<RowId> firstPage(const std::string& filter, const std::string& order) {
        std::vector<RowId> page;
        const queue::QueueQuery query{*queue::filterFromText(filter), *queue::orderFromText(order), 200};
        EXPECT_TRUE(store->queue().select(query,
                                          [&](std::span<const RowId> ids) {
                                              page.insert(page.end(), ids.begin(), ids.end());
                                              return true;
                                          },
                                          {}));
        return page;
    }

    test::StoreBuilder builder;
    std::optional<WatchedStatements> watched; ///< of this store alone
    std::unique_ptr<store::Store> store;
};

// As ui/queue/preset_bar.h has them.
constexpr std::array kPresets{"is:flagged state:unreviewed",
                              "is:low-confidence state:unreviewed",
                              "tag:drift_window state:unreviewed",
                              "tag:user_negative state:unreviewed",
                              "state:deferred",
                              "state:corrected",
                              "tag:operator_review state:unreviewed",
                              ""};

TEST_F(ScreenPlan, RowsForABatchAreSortedByNumberAlone) {
    (void)watched->takePlans();
    std::vector<std::int64_t> rows;
    ASSERT_TRUE(store->exports().scan(*queue::filterFromText("state:deferred after:2000-01-01"),
                                      store::ScanScope::all,
                                      [&](store::EntryRecord&& record) -> Result<void> {
                                          rows.push_back(record.id.value);
                                          return {};
                                      },
                                      {}));
    EXPECT_GT(rows.size(), 100U);
    EXPECT_TRUE(std::ranges::is_sorted(rows));
    int sorted = 0;
    for (const auto& [sql, plan] : watched->takePlans()) {
        if (const auto sort = plan.find("TEMP B-TREE"); sort != std::string::npos) {
            ++sorted;
            const auto texts = plan.find("SEARCH t ");
            ASSERT_NE(texts, std::string::npos) << plan;
            EXPECT_LT(sort, texts) << "with its texts\n" << sql << "\n" << plan;
        }
    }
    EXPECT_EQ(sorted, 1);
    for (const char* filter : {"after:2000-01-01", "tag:user_negative", "is:low-confidence"}) {
        rows.clear();
        ASSERT_TRUE(store->exports().scan(*queue::filterFromText(filter), store::ScanScope::all,
                                          [&](store::EntryRecord&& record) -> Result<void> {
                                              rows.push_back(record.id.value);
                                              return {};
                                          },
                                          {}));
        EXPECT_FALSE(rows.empty()) << filter;
        EXPECT_TRUE(std::ranges::is_sorted(rows)) << filter;
    }
}

TEST(ExportPlan, TaggedRowsWithoutACorrectionAreCountedByTheirKeys) {
    test::StoreBuilder builder;
    std::vector<LogEntry> rows;
    for (int i = 0; i < 60; ++i) {
        rows.push_back(test::entry("r" + std::to_string(i)));
        if (i % 3 != 0) {
            rows.back().tags = {"operator_review"};
        }
        if (i % 5 == 0) {
            rows.back().tags.emplace_back("drift_window");
        }
    }
    builder.add(rows);
    builder.run("INSERT INTO correction SELECT id, 'better', 'ana', 0, 1, 1, 0 FROM entry WHERE id % 4 = 0");
    builder.run("UPDATE entry SET state = 1 WHERE id % 4 = 0");
    builder.run("UPDATE entry SET state = 2 WHERE id % 7 = 1 AND state = 0");
    builder.close();
    WatchedStatements watched;
    auto store = *composition::openStore(builder.path());
    (void)watched.takePlans();
    constexpr auto kScope = store::ScanScope::taggedUncorrected;
    const auto counted = store->exports().count({}, kScope, {});
    ASSERT_TRUE(counted);
    const auto plans = watched.takePlans();
    ASSERT_FALSE(plans.empty());
    for (const auto& [sql, plan] : plans) {
        EXPECT_FALSE(std::regex_search(plan, std::regex(R"((SCAN|SEARCH) (e|entry)\b)"))) << sql << "\n"
                                                                                          << plan;
    }
    std::int64_t scanned = 0;
    ASSERT_TRUE(store->exports().scan({}, kScope,
                                      [&](store::EntryRecord&&) -> Result<void> {
                                          ++scanned;
                                          return {};
                                      },
                                      {}));
    EXPECT_EQ(*counted, scanned);
    EXPECT_GT(scanned, 20);
    EXPECT_LT(scanned, 40);
}

TEST_F(ScreenPlan, FirstPagesAreReadAlongAnIndexOrOutOfTheRuns) {
    std::vector<std::string> filters(kPresets.begin(), kPresets.end());
    for (const char* other :
         {"tag:cluster:x", "tag:nowhere", "id:r7", "after:2025-06-12 before:2025-06-13"}) {
        filters.emplace_back(other);
    }
    for (const auto& filter : filters) {
        for (const char* order : {"ts", "-ts", "logprob", "-logprob", "latency", "-latency"}) {
            const auto page = firstPage(filter, order);
            const bool isEmpty = filter == "state:corrected" || filter == "tag:nowhere";
            EXPECT_EQ(page.size(), isEmpty ? 0U : filter == "id:r7" ? 1U : 200U) << filter;
            expectNoScan(filter + " by " + order);
        }
    }
}

TEST_F(ScreenPlan, ByTheLogRowsAreMetInTheirOrder) {
    for (const std::string filter : kPresets) {
        // What people have decided is few, and sorted.
        const bool isDecided = filter == "state:deferred" || filter == "state:corrected";
        for (const char* order : {"log", "-log"}) {
            (void)firstPage(filter, order);
            for (const auto& [sql, plan] : watched->takePlans()) {
                EXPECT_EQ(plan.find(isDecided ? "SCAN e" : "TEMP B-TREE"), std::string::npos) << sql << "\n"
                                                                                              << plan;
            }
        }
    }
}

TEST_F(ScreenPlan, ARowAndItsNeighboursAreSoughtByTheirIds) {
    const auto page = firstPage("is:flagged state:unreviewed", "ts");
    ASSERT_EQ(page.size(), 200U);
    (void)watched->takePlans();
    EXPECT_EQ(store->queue().rows(page)->size(), 200U);
    expectNoScan("a page");
    for (const RowId row : {page[7], page[8], page[7]}) { // next row, and back
        auto& entries = store->entries();
        ASSERT_TRUE(entries.read(row));
        ASSERT_TRUE(entries.drafts(row));
        ASSERT_TRUE(entries.suggestion(row));
        ASSERT_TRUE(entries.history(row, 100));
        ASSERT_TRUE(
            store->queue().countIn({&row, 1}, *queue::filterFromText("is:flagged state:unreviewed"), {}));
    }
    ASSERT_TRUE(store->entries().find("r7"));
    ASSERT_TRUE(store->entries().contexts(page[7], 10,
                                          [](RowId, std::string_view, std::string_view) { return true; }));
    ASSERT_TRUE(store->queue().newestRow());
    ASSERT_TRUE(store->queue().tagNames());
    ASSERT_TRUE(store->queue().modelNames());
    ASSERT_TRUE(store->queue().operatorNames());
    expectNoScan("a row and what stands beside it");
}

TEST_F(ScreenPlan, PresetsAreCountedInTheirIndexes) {
    for (const char* preset : kPresets) {
        ASSERT_TRUE(store->queue().count(*queue::filterFromText(preset), {}));
        expectNoScan(std::string("count of ") + preset);
    }
}

} // namespace
} // namespace goldpan
