// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A log that is imported again: rows that change nothing are passed over, in any order and without the lock.
#include "core/store/importer.h"
#include "tests/store/support/store_builder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <memory>
#include <string>
#include <vector>

namespace goldpan {
namespace {

using test::entry;
using test::importRow;

class MetRows : public testing::Test {
protected:
    std::unique_ptr<store::ImportSession> session() {
        return *builder.store().importer().begin("/log", "ada");
    }

    test::StoreBuilder builder;
};

TEST_F(MetRows, ArePassedOverWhileAnotherProgramHoldsTheLock) {
    builder.add({entry("a"), entry("b"), entry("c")});
    const auto again = session();
    sqlite3* other = nullptr;
    sqlite3_open(builder.path().c_str(), &other);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto known = again->add(std::vector{importRow(entry("a"), 1), importRow(entry("b"), 2)});
    ASSERT_TRUE(known) << "nothing to write, nothing to wait for";
    EXPECT_EQ(known->duplicate, 2);
    sqlite3_exec(other, "COMMIT", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    EXPECT_TRUE(again->finish());
}

TEST_F(MetRows, AreKnownInAnyOrderAndDifferWhereTheyDo) {
    builder.add({entry("a"), entry("b"), entry("c"), entry("d"), entry("e")});
    auto changed = entry("c");
    changed.response += " and more";
    auto unlogged = entry("e");
    unlogged.latencyMs = unlogged.latencyMs.value_or(0) + 1;
    const auto again = session();
    const auto tally =
        again->add(std::vector{importRow(entry("a"), 1), importRow(entry("b"), 2), importRow(changed, 3),
                               importRow(entry("d"), 4), importRow(entry("new"), 5), importRow(entry("b"), 6),
                               importRow(entry("new"), 7), importRow(unlogged, 8)});
    ASSERT_TRUE(tally);
    EXPECT_EQ(tally->duplicate, 7);
    EXPECT_EQ(tally->stored, 1);
    EXPECT_EQ(tally->differing, (std::vector<std::string>{"c", "e"}));
    EXPECT_TRUE(again->finish());
    EXPECT_EQ(builder.query("SELECT count(*) FROM log_entries"), "6");
}

TEST_F(MetRows, BringTheirTagsAndTheSmallerWeight) {
    auto sampled = importRow(entry("b"), 2);
    sampled.loggedWeight = 8;
    const auto first = session();
    ASSERT_TRUE(first->add(std::vector{importRow(entry("a"), 1), sampled, importRow(entry("c"), 3)}));
    ASSERT_TRUE(first->finish());
    EXPECT_EQ(builder.query("SELECT weight FROM entry WHERE request_id = 'b'"), "8.0");
    auto tagged = entry("c");
    tagged.tags = {"late"};
    const auto again = session();
    const auto tally =
        again->add(std::vector{importRow(entry("a"), 1), importRow(entry("b"), 2), importRow(tagged, 3)});
    ASSERT_TRUE(tally);
    EXPECT_EQ(tally->duplicate, 3);
    EXPECT_EQ(tally->retagged, 1);
    EXPECT_TRUE(again->finish());
    EXPECT_EQ(builder.query("SELECT weight FROM entry WHERE request_id = 'b'"), "1.0");
    EXPECT_EQ(builder.query("SELECT tags FROM log_entries WHERE request_id = 'c'"), R"(["late"])");
}

TEST_F(MetRows, ForgetAnEarlierAccountOfSampling) {
    const std::vector rows{importRow(entry("a"), 1)};
    auto sampled = *builder.store().importer().begin("/log", "ada",
                                                     {.rule = {.kind = sampling::KeepRule::Kind::budget}});
    ASSERT_TRUE(sampled->add(rows));
    ASSERT_TRUE(sampled->finish());
    EXPECT_EQ(builder.query("SELECT count(*) FROM sampling_source"), "1");
    const auto again = session();
    ASSERT_TRUE(again->add(rows));
    EXPECT_TRUE(again->finish());
    EXPECT_EQ(builder.query("SELECT count(*) FROM sampling_source"), "0") << "this one kept all";
}

} // namespace
} // namespace goldpan
