// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/rule_set.h"

#include "core/redact/redactor.h"
#include "tests/support/places.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace goldpan::redact {
namespace {

constexpr const char* kExample = R"({
  "version": 1,
  "rules": [
    {"name": "customer number", "pattern": "\\bC-[0-9]{6}\\b", "token": "[CUSTOMER_NO]"},
    {"name": "case", "pattern": "\\b[0-9]{5}\\b", "token": "CASE", "cues": ["case", "Fall nummer"],
     "case_insensitive": true}
  ],
  "allow": ["support@example.com", "*@example.org"],
  "off": ["address", "ip"]
})";

std::string refusal(std::string_view text) {
    const auto set = RuleSet::fromJson(text);
    return set ? "fine" : set.error().where + " | " + set.error().message;
}

std::string refusedRule(const std::string& members) {
    return refusal(R"({"rules": [{"name": "a", "pattern": "b+", "token": "[CC]"}, {)" + members + "}]}");
}

TEST(RuleSet, ReadsWhatItWrites) {
    const auto set = RuleSet::fromJson(kExample);
    ASSERT_TRUE(set) << set.error().message << set.error().where;
    EXPECT_EQ(set->rules().at(0).token, "[CUSTOMER_NO]");
    EXPECT_EQ(set->rules().at(1).token, "[CASE]");
    EXPECT_EQ(set->rules().at(1).cues, (std::vector<std::string>{"case", "Fall nummer"}));
    EXPECT_EQ(set->allowed(), (std::vector<std::string>{"*@example.org", "support@example.com"}));
    EXPECT_EQ(set->off(), (std::vector<std::string>{"address", "ip"}));
    const auto again = RuleSet::fromJson(set->toJson());
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *set);
    EXPECT_EQ(again->toJson(), set->toJson());
    EXPECT_EQ(again->hash(), set->hash());
}

TEST(RuleSet, TheExampleOfTheDocumentationWorks) {
    std::ifstream in(test::sourceFile("resources/docs/privacy.md"));
    const std::string page(std::istreambuf_iterator<char>(in), {});
    const std::size_t begin = page.find("```json\n") + 8;
    const auto set = RuleSet::fromJson(page.substr(begin, page.find("```", begin) - begin));
    ASSERT_TRUE(set) << set.error().where << ' ' << set.error().message;
    const Redactor redactor(*set);
    EXPECT_EQ(redactor.redacted(
                  "1234567 is none,\nC-123456, Case 1234567; help@help.example.com, other@example.com"),
              "1234567 is none,\n[CUSTOMER_NO], Case [CASE_NO]; help@help.example.com, [EMAIL]");
    for (const auto name : builtInRuleNames()) {
        EXPECT_TRUE(page.contains('`' + std::string(name) + '`')) << name;
    }
}

TEST(RuleSet, HashTellsSetsApart) {
    const RuleSet plain;
    EXPECT_EQ(plain.hash().size(), 64U);
    EXPECT_EQ(plain.hash(), Redactor().rulesHash());
    EXPECT_EQ(RuleSet::fromJson("{}")->hash(), plain.hash()) << "an empty set adds nothing";
    EXPECT_NE(RuleSet::fromJson(R"({"off": ["ip"]})")->hash(), plain.hash());
    EXPECT_NE(RuleSet::fromJson(R"({"off": ["ip"]})")->hash(),
              RuleSet::fromJson(R"({"off": ["iban"]})")->hash());
    EXPECT_EQ(RuleSet::fromJson(R"({"off": ["ip", "iban"]})")->hash(),
              RuleSet::fromJson(R"({"off": ["iban", "ip", "ip"]})")->hash());
}

TEST(RuleSet, SaysWhereJsonBreaks) {
    EXPECT_TRUE(refusal("{\n  \"rules\": [,]\n}").starts_with("line 2, column 13 | "));
    EXPECT_TRUE(refusal("[]").starts_with("line 1, column 1 | "));
    EXPECT_TRUE(refusal("").starts_with("line 1, column 1 | "));
    EXPECT_TRUE(refusal(R"({"off": [], "off": []})").starts_with("off | a key is given twice"));
    EXPECT_TRUE(refusal(R"({"rules": [{"name": "a"}, {"cues": ["b"], "name": "c", "cues": []}]})")
                    .starts_with("rules[1].cues | a key is given twice"));
    EXPECT_TRUE(refusal(R"({"off": ["a", [[[[[[[[[]]]]]]]]]]})")
                    .starts_with("off[1][0][0][0][0][0][0] | a rule set nests at most 8 deep"));
    EXPECT_TRUE(refusal(std::string(100'000, '[')).contains("not JSON"));
    EXPECT_TRUE(refusal('"' + std::string(2 << 20, 'a') + '"').contains("at most 1 MB"));
}

TEST(RuleSet, RefusesBadRulesByPathAndReason) {
    EXPECT_EQ(refusedRule(R"("name": "x", "pattern": "a(b", "token": "[XX]")"),
              "rules[1].pattern | RE2 cannot read the pattern: missing ): a(b");
    EXPECT_EQ(refusedRule(R"j("name": "x", "pattern": "(?=a)", "token": "[XX]")j"),
              "rules[1].pattern | RE2 cannot read the pattern: invalid perl operator: (?=");
    for (const char* empty : {"a*", "\\\\b", "(?m)^", "x|", "\\\\B", "$"}) {
        EXPECT_TRUE(refusedRule(R"("name": "x", "token": "[XX]", "pattern": ")" + std::string(empty) + '"')
                        .starts_with("rules[1].pattern | the pattern also matches nothing"))
            << empty;
    }
    for (const char* token : {"", "X", "[]", "[x]", "[Customer]", "[A B]", "[A]", "[2A]", "[A__B]", "[A_]",
                              "[A_123]", "[A1]", "[AKIAIOSFODNN7EXAMPLE]"}) {
        EXPECT_TRUE(refusedRule(R"("name": "x", "pattern": "a+", "token": ")" + std::string(token) + '"')
                        .starts_with("rules[1].token | a token is"))
            << token;
    }
    EXPECT_TRUE(refusedRule(R"("name": "x", "pattern": "a+", "token": "[DROPPED]")")
                    .starts_with("rules[1].token | "));
    EXPECT_TRUE(refusedRule(R"("name": "a", "pattern": "a+", "token": "[XX]")")
                    .starts_with("rules[1].name | another rule"));
    EXPECT_TRUE(refusedRule(R"("name": "email", "pattern": "a+", "token": "[XX]")")
                    .starts_with("rules[1].name | a built-in rule"));
    EXPECT_TRUE(refusedRule(R"("pattern": "a+", "token": "[XX]")").starts_with("rules[1].name | "));
    EXPECT_TRUE(refusedRule(R"("name": "x", "token": "[XX]")").starts_with("rules[1].pattern | "));
    EXPECT_TRUE(refusedRule(R"("name": "x", "pattern": "a+", "token": "[XX]", "cue": [])")
                    .starts_with("rules[1].cue | a rule has no such key"));
    EXPECT_TRUE(refusedRule(R"("name": "x", "pattern": "a+", "token": "[XX]", "cues": ["no", "1"])")
                    .starts_with("rules[1].cues[1] | "));
    EXPECT_TRUE(refusedRule(R"("name": 5)").starts_with("rules[1].name | this is to be a string"));
}

TEST(RuleSet, RefusesWhatElseIsOff) {
    EXPECT_TRUE(refusal(R"({"off": ["ip", "names"]})").starts_with("off[1] | there is no built-in rule"));
    EXPECT_TRUE(refusal(R"({"off": ["names"]})").contains("email"));
    EXPECT_TRUE(refusal(R"({"allow": ["a@b.co", ""]})").starts_with("allow[1] | "));
    for (const char* blank : {"a@b.co ", " a@b.co", "a@b.co\\n", "\\t", " "}) {
        EXPECT_TRUE(refusal(R"({"allow": ["a", ")" + std::string(blank) + R"("]})")
                        .starts_with("allow[1] | a value that is never redacted has no blank"))
            << blank;
    }
    EXPECT_TRUE(refusal(R"({"allow": ["*"]})").starts_with("allow[0] | "));
    EXPECT_TRUE(refusal(R"({"allow": "a@b.co"})").starts_with("allow | this is to be a list"));
    EXPECT_TRUE(refusal(R"({"version": 2})").starts_with("version | "));
    EXPECT_TRUE(refusal(R"({"rule": []})").starts_with("rule | a rule set has no such key"));
}

TEST(RuleSet, GrowsAndShrinksByOne) {
    const auto wider = RuleSet().withAllowed("info@example.com");
    ASSERT_TRUE(wider);
    const auto more = wider->withRule({"order", "\\bO-\\d+", "[ORDER_NO]", {}, false});
    ASSERT_TRUE(more);
    EXPECT_EQ(more->rules().size(), 1U);
    EXPECT_EQ(more->withoutAllowed("info@example.com")->allowed().size(), 0U);
    EXPECT_EQ(more->withoutAllowed("other@example.com").error().code, ErrorCode::notFound);
    EXPECT_EQ(more->withRule({"order", "x+", "[ORDER_NO]", {}, false}).error().where, "name");
}

} // namespace
} // namespace goldpan::redact
