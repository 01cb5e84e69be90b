// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/correction_checks.h"

#include <gtest/gtest.h>

namespace goldpan::checks {
namespace {

using Turns = std::vector<Message>;

TEST(CorrectionChecks, PlainConversationsAreValid) {
    EXPECT_EQ(invalidReason({{.role = "user", .text = "hi"}}, "hello", false), std::nullopt);
    const Turns long_{{.role = "developer", .text = "be kind"},
                      {.role = "user", .text = "hi"},
                      {.role = "assistant", .text = "hello"},
                      {.role = "user", .text = "more", .name = "ann"}};
    EXPECT_EQ(invalidReason(long_, "more", false), std::nullopt);
}

TEST(CorrectionChecks, SaysWhyARowCannotTrain) {
    const Turns plain{{.role = "user", .text = "hi"}};
    EXPECT_EQ(invalidReason(plain, "", false), "the correction is empty");
    EXPECT_EQ(invalidReason(plain, " \n\t\u00A0\u3000", false), "the correction is empty");
    EXPECT_EQ(invalidReason(plain, " .\n", false), std::nullopt);
    EXPECT_EQ(invalidReason(plain, "\u3000\u65E5", false), std::nullopt);
    EXPECT_EQ(invalidReason({}, "x", false), "no user turn");
    EXPECT_EQ(invalidReason({{.role = "system", .text = "be kind"}}, "x", false), "no user turn");
    EXPECT_EQ(invalidReason({{.role = "user", .text = "see", .hasOtherParts = true}}, "x", true),
              "a turn holds more than text");
}

TEST(CorrectionChecks, ToolTurnsNeedToolRows) {
    const Message user{.role = "user", .text = "hi"};
    const Turns called{user, {.role = "assistant", .toolCalls = R"([{"id":"c"}])"}};
    const Turns answered{user, {.role = "tool", .text = "42", .toolCallId = "c"}};
    const Turns old{user, {.role = "function", .text = "42", .name = "f"}};
    for (const auto& turns : {called, answered, old}) {
        EXPECT_TRUE(invalidReason(turns, "x", false));
        EXPECT_FALSE(invalidReason(turns, "x", true));
    }
}

TEST(CorrectionChecks, IdenticalMeansByteForByte) {
    EXPECT_TRUE(isIdentical("same", "same"));
    EXPECT_FALSE(isIdentical("same ", "same"));
}

} // namespace
} // namespace goldpan::checks
