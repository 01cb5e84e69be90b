// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a text must hold is looked for first; that never changes an answer.
#include "core/store/sql/text_match.h"

#include <gtest/gtest.h>
#include <string>

namespace goldpan {
namespace {

bool matches(const queue::TextTerm& term, std::string_view text) {
    return sql::TextMatcher::compile(term).value()->matches(text);
}

bool matchesMessages(const queue::TextTerm& term, std::string_view json) {
    return sql::TextMatcher::compile(term).value()->matchesMessages(json);
}

queue::TextTerm substring(std::string text) {
    return {.field = queue::TextField::any, .text = std::move(text)};
}

queue::TextTerm regex(std::string text, bool ignoreCase = true) {
    return {.field = queue::TextField::any, .regex = true, .ignoreCase = ignoreCase, .text = std::move(text)};
}

TEST(TextMatch, ASubstringIsFoundInAnyCase) {
    EXPECT_TRUE(matches(substring("refund"), "A REFUND, please"));
    EXPECT_FALSE(matches(substring("refund"), "a re-fund"));
    EXPECT_TRUE(matches(substring("ask it"), "A\u017F\u212A IT")) << "the long s and the Kelvin sign";
    EXPECT_FALSE(matches(substring("ask it"), "ash it"));
    EXPECT_TRUE(matches(substring("été"), "L'ÉTÉ"));
    EXPECT_TRUE(matches(substring("退款"), "我要退款。"));
    EXPECT_TRUE(matches(substring("a.b"), "a.b"));
    EXPECT_FALSE(matches(substring("a.b"), "a+b"));
}

TEST(TextMatch, ARegularExpressionIsMoreThanItsLiterals) {
    EXPECT_TRUE(matches(regex("order [0-9]+ lost"), "Order 77 LOST"));
    EXPECT_FALSE(matches(regex("order [0-9]+ lost"), "order lost"));
    EXPECT_FALSE(matches(regex("order [0-9]+", false), "Order 77"));
    EXPECT_TRUE(matches(regex("order [0-9]+", false), "order 77"));
    EXPECT_TRUE(matches(regex("lost|found"), "found"));
    EXPECT_TRUE(matches(regex("as?k"), "A\u212A"));
}

TEST(TextMatch, MessagesAreReadHoweverTheirJsonIsWritten) {
    const std::string plain = R"([{"role":"user","content":"Where is my refund?"}])";
    EXPECT_TRUE(matchesMessages(substring("REFUND"), plain));
    EXPECT_FALSE(matchesMessages(substring("invoice"), plain));
    EXPECT_FALSE(matchesMessages(substring("content"), plain)) << "only what was said";
    const std::string escaped = R"([{"role":"user","content":"my re\u0066und and\/or \"money\""}])";
    EXPECT_TRUE(matchesMessages(substring("refund"), escaped));
    const std::string slashed = R"([{"role":"user","content":"and\/or \"money\"\nback"}])";
    EXPECT_TRUE(matchesMessages(substring("and/or"), slashed));
    EXPECT_TRUE(matchesMessages(substring("\"money\""), slashed));
    EXPECT_TRUE(matchesMessages(substring("\nback"), slashed));
    EXPECT_TRUE(matchesMessages(regex("money.\nback"), slashed));
}

} // namespace
} // namespace goldpan
