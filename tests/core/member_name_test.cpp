// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/member_name.h"

#include "core/base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace goldpan::redact {
namespace {

TEST(MemberName, IsWhatSaysMore) {
    EXPECT_EQ(memberName("phone", ""), "phone");
    EXPECT_EQ(memberName("phone", "person"), "phone");
    EXPECT_EQ(memberName("Value", "phone"), "phone");
    EXPECT_EQ(memberName("value", ""), "value");
}

TEST(MemberName, IsBoundedAndCutsNoCharacter) {
    const std::string wide(100'000, 'k');
    EXPECT_EQ(memberName(wide + " phone", "").size(), kMemberNameBytes);
    EXPECT_TRUE(memberName(wide + " phone", "").ends_with(" phone"));
    for (const std::string_view lead : {"", "x", "xx", "xxx"}) {
        std::string key(lead);
        for (int i = 0; i < 100; ++i) {
            key += "\xF0\x9F\x98\x80";
        }
        key += lead;
        const auto name = memberName(key, "");
        EXPECT_LE(name.size(), kMemberNameBytes);
        EXPECT_GT(name.size(), kMemberNameBytes - 4);
        EXPECT_TRUE(isValidUtf8(name)) << lead;
    }
}

} // namespace
} // namespace goldpan::redact
