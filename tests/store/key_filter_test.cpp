// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a filter of keys says of those that it has, and of others.
#include "core/store/sql/key_filter.h"

#include "core/base/sha256.h"

#include <gtest/gtest.h>

#include <string>

namespace goldpan::sql {
namespace {

TEST(KeyFilter, MissesNoKeyAndFewOthersPass) {
    constexpr int kKeys = 20'000;
    KeyFilter filter(kKeys);
    for (int i = 0; i < kKeys; ++i) {
        EXPECT_FALSE(filter.isFull());
        filter.add(stableHash64("there" + std::to_string(i)));
    }
    EXPECT_TRUE(filter.isFull());
    int passed = 0;
    for (int i = 0; i < kKeys; ++i) {
        EXPECT_TRUE(filter.mayHave(stableHash64("there" + std::to_string(i)))) << i;
        passed += filter.mayHave(stableHash64("other" + std::to_string(i))) ? 1 : 0;
    }
    EXPECT_LT(passed, kKeys / 100);
}

TEST(KeyFilter, IsOfUseWithoutRoom) {
    KeyFilter filter(0);
    EXPECT_FALSE(filter.mayHave(7));
    filter.add(7);
    EXPECT_TRUE(filter.mayHave(7));
}

} // namespace
} // namespace goldpan::sql
