// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PII in JSON that is text and writes its letters as \uXXXX: tool arguments, a log inside of a log.
#include "core/base/json_text.h"
#include "core/redact/json_redactor.h"
#include "core/redact/own/rule_set.h"
#include "core/redact/redactor.h"
#include "core/redact/scan/json_escapes.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <random>

namespace goldpan::redact {
namespace {

using Json = nlohmann::json;

std::string redactedOf(const std::string& text) {
    return Redactor().redacted(text);
}

std::string plainOf(std::string_view text) {
    const auto plain = unescaped(text);
    return plain ? std::string(plain->text()) : std::string("none");
}

/// A JSON string as Python's json.dumps writes it, without its quotes.
std::string dumped(const std::string& text) {
    const auto quoted = Json(text).dump(-1, ' ', true);
    return quoted.substr(1, quoted.size() - 2);
}

TEST(JsonEscapes, AreWrittenOutHoweverOftenTheyAreEscaped) {
    EXPECT_EQ(plainOf(R"(a\u0041b)"), "aAb");
    EXPECT_EQ(plainOf(R"(\\\\u7535\\u8bdd)"), "电话");
    EXPECT_EQ(plainOf(R"(\ud83d\ude00)"), "😀");
    EXPECT_EQ(plainOf(R"(\\ud83d\\ude00!)"), "😀!");
    EXPECT_EQ(plainOf(R"(https:\/\/a.example)"), "https://a.example");
    EXPECT_EQ(plainOf(R"(\u0041\n)"), R"(A\n)");
}

TEST(JsonEscapes, AQuoteAndABackslashStayEscaped) {
    EXPECT_EQ(plainOf(R"(\u0022)"), R"(\")");
    EXPECT_EQ(plainOf(R"(\\u0022 \\\u0022 \\\\u0022)"), R"(\\\" \\\" \\\\\\\")");
    EXPECT_EQ(plainOf(R"(\u005c \\u005C)"), R"(\\ \\\\)");
}

TEST(JsonEscapes, WhatIsNoneStaysAsItIs) {
    for (const char* text :
         {"", "\\", "\\\\", "\\u", "\\u004", "\\u004g", "C:\\users\\tom", "u0041", "\\U00000041"}) {
        EXPECT_EQ(plainOf(text), "none") << text;
    }
}

TEST(JsonEscapes, ALoneHalfOfAPairIsALetter) {
    EXPECT_EQ(plainOf(R"(\ud83d\u0041)"), "\uFFFDA");
    EXPECT_EQ(plainOf(R"(\ud83d\ud83d\ude00\ude00x)"), "\uFFFD😀\uFFFDx");
    EXPECT_EQ(plainOf(R"(\ud83d\)"), "\uFFFD\\");
    EXPECT_EQ(redactedOf(R"(\ud83d415-555-0132)"), R"(\ud83d[PHONE])");
}

TEST(JsonEscapes, ASpanOfTheLettersIsOneOfTheEscapes) {
    const std::string text = R"(x\\u00e9y)"; // é is two bytes
    const auto plain = unescaped(text);
    ASSERT_TRUE(plain);
    ASSERT_EQ(plain->text(), "xéy");
    const auto home = plain->atHome({{1, 2, PiiType::email}, {2, 4, PiiType::email}, {0, 1, PiiType::email}});
    EXPECT_EQ(text.substr(home[0].begin, home[0].end - home[0].begin), R"(\\u00e9)");
    EXPECT_EQ(text.substr(home[1].begin, home[1].end - home[1].begin), R"(\\u00e9y)");
    EXPECT_EQ(text.substr(home[2].begin, home[2].end - home[2].begin), "x");
}

TEST(RedactEscapes, ALetterBeforeANumberIsNoPartOfIt) {
    EXPECT_EQ(redactedOf(R"({"body": "\u7535\u8bdd415-555-0132"})"), R"({"body": "\u7535\u8bdd[PHONE]"})");
    EXPECT_EQ(redactedOf(R"(\u53614111111111111111)"), R"(\u5361[CREDIT_CARD])");
    EXPECT_EQ(redactedOf(R"(\u662f123-45-6789)"), R"(\u662f[SSN])");
    EXPECT_EQ(redactedOf(R"({\"body\": \"\\u7535\\u8bdd415-555-0132\"})"),
              R"({\"body\": \"\\u7535\\u8bdd[PHONE]\"})");
    EXPECT_EQ(redactedOf(R"(415\u002d555\u002d0132 ok)"), "[PHONE] ok");
    EXPECT_EQ(redactedOf(R"(jane.roe\u0040example.com)"), "[EMAIL]");
}

TEST(RedactEscapes, ABreakBeforeANumberIsNoPartOfIt) {
    for (const std::string blank : {"\\n", "\\r", "\\t", "\\f", "\\b", "\\\\f", "\\\\\\\\b"}) {
        EXPECT_EQ(redactedOf("{\"a\":\"" + blank + "4111111111111111\"}"),
                  "{\"a\":\"" + blank + "[CREDIT_CARD]\"}");
        EXPECT_EQ(redactedOf("x" + blank + "415-555-0132"), "x" + blank + "[PHONE]");
        EXPECT_EQ(redactedOf(blank + "219-09-9999"), blank + "[SSN]");
        EXPECT_EQ(redactedOf(blank + "203.0.113.77"), blank + "[IP]");
        EXPECT_EQ(redactedOf(blank + "GB82WEST12345698765432"), blank + "[IBAN]");
        EXPECT_EQ(redactedOf(blank + "jane.roe@example.com"), blank + "[EMAIL]");
    }
}

TEST(RedactEscapes, WhatIsNoPiiKeepsItsBytes) {
    const std::string text = R"({"text": "\u7535\u8bdd \\u0041 \/ \ud83d\ude00 42 caf\u00e9"})";
    EXPECT_EQ(redactedOf(text), text);
}

TEST(RedactEscapes, OwnRulesAndTheAllowListReadTheLetters) {
    const auto rules = RuleSet::fromJson(R"({"rules":[{"name":"name","pattern":"Иван","token":"[NAME]"}],
                                           "allow":["помощь@example.com","help@example.com"]})");
    ASSERT_TRUE(rules) << rules.error().message;
    const Redactor redactor(*rules);
    EXPECT_EQ(redactor.redacted(dumped("это Иван!")), dumped("это ") + "[NAME]!");
    EXPECT_EQ(redactor.redacted(R"(\u4e0a help\u0040example.com)"), R"(\u4e0a help\u0040example.com)");
}

TEST(RedactEscapes, AnOwnRuleMayBeAboutAnEscape) {
    const auto rules = RuleSet::fromJson(R"({"rules":[
        {"name":"date","pattern":"\\\\/Date\\([0-9]+\\)\\\\/","token":"[DATE]"},
        {"name":"year","pattern":"[0-9]{4}","token":"[YEAR]"}]})");
    ASSERT_TRUE(rules) << rules.error().message;
    const Redactor redactor(*rules);
    EXPECT_EQ(redactor.redacted(R"(at \/Date(1700000000)\/)"), "at [DATE]");
    EXPECT_EQ(redactor.redacted(R"(it\u2019s 1999)"), R"(it\u2019s [YEAR])"); // no year is in ’
}

TEST(RedactEscapes, ToolArgumentsAreRedactedLikeTheTextTheyStandFor) {
    const std::vector<std::string> words = {"电话", "번호는 ", "メール：", "он звонил ",
                                            "é: ",  "是",      "número ",  "😀 "};
    const std::vector<std::string> values = {"415-555-0132", "4111 1111 1111 1111",    "jane.roe@example.com",
                                             "219-09-9999",  "GB82WEST12345698765432", "203.0.113.77"};
    const Redactor redactor;
    JsonRedactor json(redactor);
    for (const auto& word : words) {
        for (const auto& value : values) {
            const std::string said = "“" + word + value + "” — " + word;
            const Json inner = {{"body", said}};
            std::string arguments = inner.dump(-1, ' ', true);
            for (int depth = 0; depth < 3; ++depth) {
                RedactionCounts counts;
                const Json call = {{"name", "send"}, {"arguments", arguments}};
                const auto out = json.redact(call.dump(), KeyRule::keepAll, counts);
                ASSERT_TRUE(out);
                std::string left = Json::parse(*out)["arguments"];
                for (int i = 0; i < depth; ++i) {
                    left = Json::parse(left).get<std::string>();
                }
                EXPECT_EQ(Json::parse(left)["body"], redactor.redacted(said)) << *out;
                EXPECT_EQ(counts.total(), 1) << *out;
                RedactionCounts again;
                EXPECT_EQ(json.redact(*out, KeyRule::keepAll, again).value_or(""), *out);
                arguments = Json(arguments).dump(-1, ' ', true);
            }
        }
    }
}

TEST(RedactEscapes, ASecondPassChangesNothing) {
    const std::vector<std::string> parts = {"\\",         "\\\\",
                                            "u",          "\\u0030",
                                            "\\u005c",    "\\u0040",
                                            "\\/",        "\\ud8",
                                            "3d\\u",      "\\ude00",
                                            "4155550132", "a@b.co",
                                            "[EMAIL]",    "\\u005bEMAIL\\u005d",
                                            " ",          "\\u7535",
                                            "\"",         "\\u0022",
                                            "\\f",        "\"password\":[\"Tiger2024x\",",
                                            "005c",       "0041",
                                            "{",          "123-45-6789"};
    std::mt19937 random(7);
    const Redactor redactor;
    for (int i = 0; i < 4000; ++i) {
        std::string text;
        for (auto n = random() % 12; n > 0; --n) {
            text += parts[random() % parts.size()];
        }
        const auto once = redactor.redacted(text);
        EXPECT_EQ(redactor.redacted(once), once) << text;
    }
}

} // namespace
} // namespace goldpan::redact
