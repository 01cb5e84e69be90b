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

TEST(WordEdges, MayStandInGroupsAndAlternatives) {
    EXPECT_EQ(redacted("(\\bИван\\b)", "Иван, Иванов"), "[NAME], Иванов");
    EXPECT_EQ(redacted("(?:\\b(Иван|Пётр)\\b)", "Иван, Петров и Пётр"), "[NAME], Петров и [NAME]");
    EXPECT_EQ(redacted("\\bИван\\b|\\bПётр\\b", "Пётр, Иванов"), "[NAME], Иванов");
    EXPECT_EQ(redacted("(?:\\bИван|\\bПётр) [0-9]", "Иван 3, поПётр 4"), "[NAME], поПётр 4");
    EXPECT_EQ(redacted("(?i)\\bиван\\b", "ИВАН, Иванов"), "[NAME], Иванов");
    EXPECT_EQ(redacted("\\b(?:\\bИван)", "Иванов, поИван"), "[NAME]ов, поИван");
    EXPECT_EQ(redacted("(?P<who>Иван\\b)", "поИван Иванов"), "по[NAME] Иванов");
    EXPECT_EQ(redacted("\\b(foo|bar)\\b", "foo bars bar"), "[NAME] bars [NAME]");
}

TEST(WordEdges, RefuseWhereTheyWouldFindNothing) {
    for (const std::string pattern :
         {"\\bИван|Пётр", "Иван\\b Пётр", "(?:Иван|Пётр)\\b Петров", "(?:[А-Я]\\pL+)\\b,? [А-Я]",
          "(\\bИван)?,", "Иван(?:\\b Пётр)", "[|]\\bЖ"}) {
        EXPECT_TRUE(redacted(pattern, "").contains("\\b knows ASCII letters only")) << pattern;
    }
    for (const std::string pattern : {"\\Q\\bИ", "[\\pL]+x\\b", "\\bMr\\b \\pL+", "[[:alpha:]|]И|x",
                                      "(?:Mr|Ms)\\b \\pL+", "\\x{418}(?:x\\b)"}) {
        EXPECT_EQ(redacted(pattern, ""), "") << pattern;
    }
}

TEST(WordEdges, RefuseTooManyGroupsInOneAnother) {
    const auto around = [](std::size_t groups, const std::string& inner) {
        return std::string(groups, '(') + inner + std::string(groups, ')');
    };
    EXPECT_TRUE(redacted(around(33, "\\bИван\\b"), "").contains("at most 32 groups"));
    EXPECT_EQ(redacted(around(32, "\\bИван\\b"), "Иван, Иванов"), "[NAME], Иванов");
    EXPECT_EQ(redacted(around(33, "\\bIvan\\b"), "Ivan, Ivanov"), "[NAME], Ivanov");
    std::string classes;
    for (int i = 0; i < 33; ++i) {
        classes += "[(]?\\(?";
    }
    EXPECT_EQ(redacted("\\bИван" + classes + "\\b", "Иван, Иванов"), "[NAME], Иванов")
        << "brackets that are none";
}

TEST(WordEdges, ReadLettersThatAreWrittenAsNumbers) {
    EXPECT_EQ(redacted("\\b\\x{418}\\x{432}\\b", "Ив, Ива"), "[NAME], Ива");
    EXPECT_EQ(redacted("\\b\\xD6l\\b", "Öl, Öle"), "[NAME], Öle");
    EXPECT_EQ(redacted("\\b\\x49v\\b", "Iv, Iva"), "[NAME], Iva");
    EXPECT_TRUE(redacted("\\x{418}\\b,", "").contains("\\b knows ASCII letters only"));
}

TEST(WordEdges, AreNotWhereATokenTouchesAWord) {
    EXPECT_EQ(redacted("Иван\\b", "ИванИван Иван[NAME]"), "Иван[NAME] Иван[NAME]");
    EXPECT_EQ(redacted("foo\\b", "foofoo foo[NAME]"), "foo[NAME] foo[NAME]");
    EXPECT_EQ(redacted("\\bfoo", "foofoo [NAME]foo [NAME] foo"), "[NAME]foo [NAME]foo [NAME] [NAME]");
    EXPECT_EQ(redacted("foo", "[NAME]foo"), "[NAME][NAME]") << "of a pattern without them";
    EXPECT_EQ(redacted("\\bfoo", "[EMAIL]foo"), "[EMAIL]foo");
}

TEST(WordEdges, AreWhereTheMarkOfATemplateTouchesAWord) {
    EXPECT_EQ(redacted("\\bIvan\\b", "[INST]Ivan called[/INST]"), "[INST][NAME] called[/INST]");
    EXPECT_EQ(redacted("\\bIvan\\b", "[USER]Ivan Ivan[EOS]"), "[USER][NAME] [NAME][EOS]");
    EXPECT_EQ(redacted("\\bИван\\b", "[INST]Иван, Иван[EOS]"), "[INST][NAME], [NAME][EOS]");
}

TEST(WordEdges, StayLinear) {
    std::string text;
    for (int i = 0; i < 40000; ++i) {
        text += "Иван";
    }
    const std::string_view most = std::string_view(text).substr(8);
    EXPECT_TRUE(redacted("\\bИван.{0,9}\\b", text) == text) << "one long word";
    EXPECT_TRUE(redacted("Иван\\b", text + "я") == text + "я");
    EXPECT_TRUE(redacted("Иван\\b", text) == std::string(most) + "[NAME]");
    EXPECT_TRUE(redacted("(?:Иван\\b)|(?:Пётр\\b)", text + " " + text) ==
                std::string(most) + "[NAME] " + std::string(most) + "[NAME]");
    EXPECT_TRUE(redacted("[А-Яа-я]+\\b", text).ends_with("Иван[NAME]")) << "no longer than matches are";
    EXPECT_EQ(redacted(std::string(2000, '(') + "\\bИ", "").substr(0, 3), "RE2");
}

} // namespace
} // namespace goldpan::redact
