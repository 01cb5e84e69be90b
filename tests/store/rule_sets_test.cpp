// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rule_sets.h"

#include "core/store/store_redactor.h"
#include "core/store/user_keys.h"
#include "tests/store/support/store_builder.h"

#include <gtest/gtest.h>

namespace goldpan::test {
namespace {

store::StoredRuleSet stored(std::string json) {
    const auto set = redact::RuleSet::fromJson(json);
    return {.hash = set ? set->hash() : "", .json = std::move(json), .setAt = {5}, .operatorName = "ann"};
}

class RuleSetsTest : public testing::Test {
protected:
    StoreBuilder builder;
    store::Store& store() { return builder.store(); }
};

TEST_F(RuleSetsTest, AStoreBeginsWithTheBuiltInRules) {
    EXPECT_FALSE(store().ruleSets().current()->has_value());
    const auto redactor = store::redactorOf(store());
    ASSERT_TRUE(redactor);
    EXPECT_EQ((*redactor)->rulesHash(), redact::Redactor().rulesHash());
}

TEST_F(RuleSetsTest, KeepsEverySetAndTheNewestCounts) {
    const std::string first = R"({"off":["email"]})";
    const std::string second = R"({"rules":[{"name":"c","pattern":"C-[0-9]+","token":"[CUSTOMER_NO]"}]})";
    ASSERT_TRUE(store().ruleSets().set(stored(first)));
    ASSERT_TRUE(store().ruleSets().set(stored(second)));
    const auto all = store().ruleSets().list();
    ASSERT_EQ(all->size(), 2U);
    EXPECT_EQ(all->front().json, second);
    EXPECT_EQ(all->back().json, first);
    EXPECT_EQ(all->back().operatorName, "ann");
    EXPECT_EQ(all->back().setAt, Timestamp{5});
    EXPECT_EQ((*store().ruleSets().current())->id, all->front().id);
    EXPECT_EQ((*store::redactorOf(store()))->redacted("C-12 a@b.co"), "[CUSTOMER_NO] [EMAIL]");
}

TEST_F(RuleSetsTest, AsksInsideTheTransactionWhetherItIsStillWanted) {
    const auto refused = store().ruleSets().set(
        stored("{}"), {}, []() -> Result<void> { return fail(ErrorCode::cancelled, "given up"); });
    EXPECT_EQ(refused.error().code, ErrorCode::cancelled);
    EXPECT_TRUE(store().ruleSets().list()->empty());
    EXPECT_TRUE(store().ruleSets().set(stored("{}"), {}, [] { return Result<void>{}; }));
}

TEST_F(RuleSetsTest, RefusesToWriteOverWhatNobodySaw) {
    ASSERT_TRUE(store().ruleSets().set(stored("{}"), 0));
    EXPECT_EQ(store().ruleSets().set(stored("{}"), 0).error().code, ErrorCode::conflict);
    const auto seen = (*store().ruleSets().current())->id;
    EXPECT_TRUE(store().ruleSets().set(stored(R"({"off":["ip"]})"), seen));
    EXPECT_EQ(store().ruleSets().list()->size(), 2U);
}

TEST_F(RuleSetsTest, NeverFallsBackToFewerRules) {
    ASSERT_TRUE(store().ruleSets().set(stored(R"({"version": 7})")));
    EXPECT_EQ(store::redactorOf(store()).error().code, ErrorCode::corrupt);
}

TEST_F(RuleSetsTest, KnowsUsersAndTheMarkOfTheirKey) {
    EXPECT_FALSE(store().userKeys().current()->has_value());
    EXPECT_EQ(store().userKeys().hasUsers(), false);
    ASSERT_TRUE(store().userKeys().set({"abc", {7}, "ann"}));
    ASSERT_TRUE(store().userKeys().set({"", {8}, "bob"}));
    EXPECT_EQ((*store().userKeys().current())->mark, "");
    EXPECT_EQ((*store().userKeys().current())->operatorName, "bob");
    auto named = entry("a");
    named.userIdHash = "ba7816bf8f01cfea";
    builder.add({entry("b"), named});
    EXPECT_EQ(store().userKeys().hasUsers(), true);
}

} // namespace
} // namespace goldpan::test
