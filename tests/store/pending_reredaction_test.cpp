// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that were previewed or confirmed and are not done: what waits for a decision, and who may finish it.
#include "tests/store/support/reredaction_desk.h"

#include <gmock/gmock.h>

namespace goldpan {
namespace {

using testing::HasSubstr;
using testing::Not;

using PendingReredaction = test::ReredactionDesk;

TEST_F(PendingReredaction, WhatWasPreviewedWaitsUntilItIsConfirmedOrDropped) {
    ASSERT_TRUE(reredaction().stage(rules("beef")));
    EXPECT_EQ((*reredaction().pending())->rulesHash, "beef");
    EXPECT_EQ(test::problemOf(reredaction().begin(rules())),
              "refused: the rules beef were previewed and wait for a decision; confirm those, or drop them "
              "first");
    EXPECT_TRUE(*reredaction().drop());
    EXPECT_FALSE(*reredaction().drop());
    EXPECT_TRUE(reredaction().begin(rules()));
}

TEST_F(PendingReredaction, WhatAnOlderVersionConfirmedIsFinishedByANewerOne) {
    auto newer = rules();
    newer.rulesHash = "cafe"; // of the same set, with newer built-in rules
    newer.rules = R"({"version": 1})";
    ASSERT_TRUE(reredaction().stage(rules()));
    const auto act = reredaction().begin(rules());
    ASSERT_TRUE(act);
    const auto goesOn = reredaction().begin(newer);
    ASSERT_TRUE(goesOn) << goesOn.error().message;
    EXPECT_EQ(*goesOn, *act);
    EXPECT_EQ((*reredaction().pending())->rulesHash, "cafe");
    EXPECT_EQ(desk.query("SELECT detail FROM act"), "rules cafe");
    ASSERT_TRUE(reredaction().rewrite(redactor, {}, {}));
    EXPECT_EQ(desk.read("a").entry.prompt, "ask [EMAIL] please");
    desk.close();
    ASSERT_TRUE(*composition::endReredaction(desk.path(), redactor));
    desk.reopen();
    EXPECT_FALSE(*reredaction().pending());
    EXPECT_THAT(desk.journal(), Not(HasSubstr("unfinished")));
}

TEST_F(PendingReredaction, WhatAnOlderVersionPreviewedIsConfirmedByANewerOne) {
    auto newer = rules();
    newer.rulesHash = "cafe";
    ASSERT_TRUE(reredaction().stage(rules()));
    ASSERT_TRUE(reredaction().begin(newer));
    EXPECT_EQ((*reredaction().pending())->rulesHash, "cafe");
}

} // namespace
} // namespace goldpan
