// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/scan/triggers.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace goldpan::redact {
namespace {

TEST(Triggers, AreAllFoundWhereverTheyStandInABlock) {
    static constexpr std::string_view kBytes = "abfk_ -\n./;?@09:=A\xE9\x80\xFF";
    std::mt19937 random(3);
    for (int round = 0; round < 4000; ++round) {
        std::string text(random() % 70, 'a');
        for (char& c : text) {
            c = random() % 4 == 0 ? kBytes[random() % kBytes.size()] : 'a';
        }
        TriggerWalk walk(text);
        std::size_t next = walk.next(0);
        for (std::size_t pos = 0; pos < text.size(); ++pos) {
            const bool found = pos == next;
            ASSERT_EQ(found, triggerAt(text, pos) != Trigger::none) << text << " at " << pos;
            next = found ? walk.next(pos + 1) : next;
        }
        ASSERT_EQ(next, text.size());
    }
}

TEST(Triggers, AreTheFirstOfTwoDashes) {
    EXPECT_EQ(TriggerWalk("a-b--c").next(0), 3U);
    EXPECT_EQ(TriggerWalk("a-b-").next(0), 4U);
    EXPECT_EQ(TriggerWalk(std::string(15, 'a') + "--").next(0), 15U);
    EXPECT_EQ(TriggerWalk(std::string(15, 'a') + "-").next(0), 16U);
}

} // namespace
} // namespace goldpan::redact
