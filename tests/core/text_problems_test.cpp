// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checks/text_problems.h"

#include <array>
#include <gtest/gtest.h>

namespace goldpan::checks {
namespace {

constexpr std::array<std::string_view, 3> kNames{"EMAIL", "SSN", "PHONE"};

struct Row {
    std::string_view response;
    std::string_view prompt = {};
};

/// "broken EMAIL <[Email]>; dropped PHONE at <rest of the text>", a problem each.
std::string problems(std::string_view text, const Row& row, std::span<const NamedSpan> pii = {}) {
    const std::array context{row.prompt};
    std::string out;
    for (const TextProblem& problem : textProblems({text, row.response, context, kNames, pii})) {
        constexpr std::array kWords{"pii ", "broken ", "dropped ", "invented ", "control "};
        out += (out.empty() ? "" : "; ") + std::string(kWords[static_cast<std::size_t>(problem.kind)]);
        out += problem.name;
        if (problem.kind == ProblemKind::droppedToken) {
            EXPECT_EQ(problem.begin, problem.end);
            EXPECT_EQ(row.response.substr(problem.responseBegin, problem.responseEnd - problem.responseBegin),
                      "[" + problem.name + "]");
            out += " at <" + std::string(text.substr(problem.begin)) + ">";
        } else {
            out += " <" + std::string(text.substr(problem.begin, problem.end - problem.begin)) + ">";
        }
    }
    return out;
}

TEST(TextProblems, AGoodTextHasNone) {
    EXPECT_EQ(problems("Write to [EMAIL].", {"Mail [EMAIL]!"}), "");
    EXPECT_EQ(problems("Write to [EMAIL].", {"No.", "I am [EMAIL]"}), "");
    EXPECT_EQ(problems("Give your email, phone or SSN (Phone first).", {"ok"}), "");
    EXPECT_EQ(problems("", {"Mail [EMAIL]!"}), "") << "nothing to save";
    EXPECT_EQ(problems("[EMAIL] [EMAIL] [EMAIL]", {"Mail [EMAIL]!"}), "") << "how often is no fault";
    EXPECT_EQ(problems("only [EMAIL]", {"[EMAIL] and [EMAIL]"}), "");
}

TEST(TextProblems, PiiIsToldWhereItStands) {
    const std::array pii{NamedSpan{5, 12, "EMAIL"}};
    EXPECT_EQ(problems("mail a@b.com now", {"ok"}, pii), "pii EMAIL <a@b.com>");
}

TEST(TextProblems, BrokenTokensInAllTheirShapes) {
    const Row row{"call [PHONE] or [EMAIL]"};
    const auto broken = [&row](const std::string& shape) {
        return problems("call [PHONE] or " + shape + " now", row);
    };
    for (const std::string shape : {"[EMAIL", "EMAIL]", "[Email]", "[email]", "[ EMAIL ]", "[EMAIL ]",
                                    "【EMAIL】", "［email］", "[EMAIL］"}) {
        EXPECT_EQ(broken(shape), "broken EMAIL <" + shape + ">") << shape;
    }
    EXPECT_EQ(problems("[PHONE[EMAIL", row), "broken PHONE <[PHONE>; broken EMAIL <[EMAIL>");
    EXPECT_EQ(problems("发到[EMAIL今天 [PHONE]", row), "broken EMAIL <[EMAIL>");
}

TEST(TextProblems, WordsInBracketsAreNoTokens) {
    for (const char* text : {"[email me](mailto:x)", "[Email](https://example.com)",
                             "[phone]: https://example.com", "[EMAIL_ADDRESS]", "[PHONE-2]", "[E-MAIL]",
                             "[emails]", "[Phone number]", "(SSN)", "[NAME]", "[DATE"}) {
        EXPECT_EQ(problems(text, {"ok"}), "") << text;
    }
}

TEST(TextProblems, ADroppedTokenIsToldOnceAtItsPlace) {
    EXPECT_EQ(problems("Write to  today.", {"Write to [EMAIL] today."}), "dropped EMAIL at < today.>");
    EXPECT_EQ(problems("Write to us.", {"Write to [EMAIL] or [EMAIL] today."}), "dropped EMAIL at <us.>");
    EXPECT_EQ(problems("Please write to us.", {"Write to us. [EMAIL]"}), "dropped EMAIL at <>");
    EXPECT_EQ(problems("x", {"[EMAIL][PHONE]"}), "dropped EMAIL at <x>; dropped PHONE at <>");
    EXPECT_EQ(problems("gänzlich ändern", {"Anders: [SSN] war es, nichts sonst"}).substr(0, 11),
              "dropped SSN");
}

TEST(TextProblems, ADroppedTokenNeverSplitsALetter) {
    const std::string response = std::string(7, 'x') + "[EMAIL]" + std::string(31, 'y');
    for (std::size_t length = 1; length < 40; ++length) {
        std::string text;
        for (std::size_t i = 0; i < length; ++i) {
            text += "\xC3\xA4"; // ä
        }
        const auto found = textProblems({text, response, {}, kNames, {}});
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].begin % 2, 0U) << length;
    }
}

TEST(TextProblems, WhatStandsForATokenIsNotDropped) {
    EXPECT_EQ(problems("Write to [EMAIL today.", {"Write to [EMAIL] today."}), "broken EMAIL <[EMAIL>");
    const std::array pii{NamedSpan{9, 16, "EMAIL"}};
    EXPECT_EQ(problems("Write to a@b.com today.", {"Write to [EMAIL] today."}, pii), "pii EMAIL <a@b.com>");
}

TEST(TextProblems, ATokenThatNobodyGaveIsInventedAtEachPlace) {
    EXPECT_EQ(problems("[PHONE], again [PHONE]", {"ok", "hello"}),
              "invented PHONE <[PHONE]>; invented PHONE <[PHONE]>");
    EXPECT_EQ(problems("[PHONE]", {"ok", "my number is [PHONE]"}), "");
}

TEST(TextProblems, AControlThatTurnsTheOrderIsNamed) {
    EXPECT_EQ(problems("a \u202Eevil\u202C b \u2067c\u2069", {"ok"}),
              "control U+202E <\u202E>; control U+2067 <\u2067>");
    EXPECT_EQ(problems("\u202A\u202B\u202D\u2066", {"ok"}),
              "control U+202A <\u202A>; control U+202B <\u202B>; control U+202D <\u202D>; "
              "control U+2066 <\u2066>");
    EXPECT_EQ(problems("\u2068name\u2069, \u200Fwords\u200E – “cited” \u2022 \xE2", {"ok"}), "")
        << "ordinary text";
}

TEST(TextProblems, AreInTheOrderOfTheText) {
    const std::array pii{NamedSpan{8, 15, "EMAIL"}};
    EXPECT_EQ(problems("[SSN ], a@b.com [PHONE]", {"ok"}, pii),
              "broken SSN <[SSN ]>; pii EMAIL <a@b.com>; invented PHONE <[PHONE]>");
}

} // namespace
} // namespace goldpan::checks
