// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/word_edges.h"

#include "core/redact/redactor.h"

#include <gtest/gtest.h>

namespace goldpan::redact {
namespace {

std::string redacted(const std::string& pattern, std::string_view text) {
    const auto set = RuleSet().withRule({.name = "x", .pattern = pattern, .token = "[NAME]"});
    return set ? Redactor(*set).redacted(text) : set.error().message;
}

TEST(WordEdges, APatternWithoutThemFindsPartsOfWordsInAnyScript) {
    EXPECT_EQ(redacted("Ivan", "Ivan Ivanov"), "[NAME] [NAME]ov");
    EXPECT_EQ(redacted("Иван", "Иван Иванов"), "[NAME] [NAME]ов");
}

TEST(WordEdges, AskForWholeWordsBeyondAscii) {
    EXPECT_EQ(redacted("\\bIvan\\b", "Ivan Ivanov"), "[NAME] Ivanov");
    EXPECT_EQ(redacted("\\bИван\\b", "Иван, Иванов и поИван; (Иван)"), "[NAME], Иванов и поИван; ([NAME])");
    EXPECT_EQ(redacted("\\bИван", "Иванов, поИван"), "[NAME]ов, поИван");
    EXPECT_EQ(redacted("Иван\\b", "Иванов, поИван"), "Иванов, по[NAME]");
    EXPECT_EQ(redacted("\\b(?:Müller|Müllerin)\\b", "Müllerin, Müllers, Müller"), "[NAME], Müllers, [NAME]");
    EXPECT_EQ(redacted("\\bИван(?: П)?\\b", "Иван Пётр"), "[NAME] Пётр") << "the shorter one ends at an edge";
    EXPECT_EQ(redacted("\\b\\p{Cyrillic}+-[0-9]\\b", "дом-5, дом-55"), "[NAME], дом-55");
    EXPECT_EQ(redacted("\\b张伟\\b", "我是张伟。"), "我是[NAME]。") << "a script without spaces";
    EXPECT_EQ(redacted("\\bC-[0-9]+\\b", "C-12, яC-12"), "[NAME], я[NAME]") << "as RE2 reads it";
}

TEST(WordEdges, RefuseWhereTheyWouldFindNothing) {
    for (const std::string pattern :
         {"\\bИван|\\bПётр", "Иван\\b Пётр", "(?i)\\bИван", "\\b(?:\\bИван)", "[|]\\bЖ"}) {
        EXPECT_TRUE(redacted(pattern, "").contains("\\b knows ASCII letters only")) << pattern;
    }
    for (const std::string pattern : {"\\Q\\bИ", "[\\pL]+x\\b", "\\bMr\\b \\pL+", "[[:alpha:]|]И|x"}) {
        EXPECT_EQ(redacted(pattern, ""), "") << pattern;
    }
}

TEST(WordEdges, StayLinear) {
    std::string text;
    for (int i = 0; i < 40000; ++i) {
        text += "Иван";
    }
    EXPECT_TRUE(redacted("\\bИван.{0,9}\\b", text) == text) << "one long word";
    EXPECT_TRUE(redacted("Иван\\b", text + "я") == text + "я");
}

} // namespace
} // namespace goldpan::redact
