// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/hostile_texts.h"

#include "core/redact/redactor.h"

#include <gtest/gtest.h>

namespace goldpan::bench {
namespace {

constexpr std::size_t kShort = std::size_t{64} * 1024;
constexpr std::size_t kTimes = 4;
constexpr double kLeast = 0.05; ///< seconds; less tells nothing
constexpr int kTries = 3;

/// Where the cost is linear a text four times as long costs four times as much; where it is not, sixteen
/// times. Far between them lies what is asked, and only of what takes long at all.
TEST(RedactionCost, GrowsNoFasterThanTheText) {
    for (const auto unit : hostileUnits()) {
        const auto brief = hostileText(unit, kShort);
        const auto tall = hostileText(unit, kShort * kTimes);
        bool linear = false;
        for (int i = 0; i < kTries && !linear; ++i) {
            const double seconds = redactionSeconds(tall);
            linear = seconds < kLeast || seconds < 2.5 * kTimes * redactionSeconds(brief);
        }
        EXPECT_TRUE(linear) << unit;
    }
}

TEST(RedactionCost, HostileTextsComeOutFinished) {
    const redact::Redactor redactor;
    for (const auto unit : hostileUnits()) {
        redact::RedactionCounts counts;
        const auto text = hostileText(unit, kShort);
        const auto once = redactor.redact(text, counts).value_or(text);
        EXPECT_FALSE(redactor.redact(once, counts)) << unit;
    }
}

} // namespace
} // namespace goldpan::bench
