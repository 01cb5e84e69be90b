// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/stop_tokens.h"
#include "core/checks/token_budget.h"
#include "core/domain/row_check.h"

#include <gtest/gtest.h>
#include <string>

namespace goldpan::checks {
namespace {

TEST(RowCheck, NamesAreReadBack) {
    for (const RowCheck check : kRowChecks) {
        EXPECT_EQ(rowCheckFromName(rowCheckName(check)), check);
    }
    EXPECT_EQ(rowCheckFromName("pii"), std::nullopt);
    EXPECT_EQ(rowCheckFromName(""), std::nullopt);
}

TEST(StopTokens, AreFoundWhereTheyStand) {
    EXPECT_EQ(stopTokenIn("Sure.</s>"), "</s>");
    EXPECT_EQ(stopTokenIn("Sure.<|im_end|>\n<|im_start|>user"), "<|im_end|>");
    EXPECT_EQ(stopTokenIn("a <b> [c] <|endoftext|>"), "<|endoftext|>");
    EXPECT_EQ(stopTokenIn("[/INST] yes"), "[/INST]");
    EXPECT_EQ(stopTokenIn("好<｜end▁of▁sentence｜>"), "<｜end▁of▁sentence｜>");
    EXPECT_EQ(stopTokenIn("a < b, c[0] <|x|> [EMAIL] </S>"), std::nullopt);
    EXPECT_EQ(stopTokenIn(""), std::nullopt);
}

TEST(StopTokens, StruckOutTextIsNone) {
    EXPECT_EQ(stopTokenIn("It costs <s>9</s> 7, <s>5</s> 4."), std::nullopt);
    EXPECT_EQ(stopTokenIn("It costs <s>9</s> 7.</s>"), "</s>");
}

TEST(TokenBudget, CountsByScript) {
    EXPECT_EQ(estimatedTokens(""), 0);
    EXPECT_EQ(estimatedTokens("The cat sat"), 3);
    EXPECT_EQ(estimatedTokens("1234567"), 3);
    EXPECT_EQ(estimatedTokens("今天天气"), 3);
    EXPECT_EQ(estimatedTokens("internationalisation"), 3);
    EXPECT_EQ(estimatedTokens(std::string(600, 'a')), 55);
}

} // namespace
} // namespace goldpan::checks
