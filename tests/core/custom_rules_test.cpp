// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/custom_rules.h"

#include "core/redact/json_redactor.h"
#include "tests/support/redaction_faults.h"

#include <gtest/gtest.h>

#include <random>

namespace goldpan::redact {
namespace {

RuleSet rulesOf(std::string_view json) {
    const auto set = RuleSet::fromJson(json);
    EXPECT_TRUE(set) << set.error().where << ' ' << set.error().message;
    return set.value_or(RuleSet());
}

constexpr const char* kRules = R"({"rules": [
    {"name": "customer", "pattern": "C-[0-9]{4,}", "token": "[CUSTOMER_NO]"},
    {"name": "case", "pattern": "\\b[0-9]{6}\\b", "token": "[CASE]", "cues": ["case", "ticket number", "案件"]},
    {"name": "shout", "pattern": "secret [a-z]+", "token": "[SECRET]", "case_insensitive": true}
]})";

TEST(CustomRules, ComeBeforeTheBuiltInOnes) {
    const Redactor redactor(rulesOf(kRules));
    EXPECT_EQ(redactor.redacted("C-4155550132 called from 415-555-0132"),
              "[CUSTOMER_NO] called from [PHONE]");
    EXPECT_EQ(redactor.redacted("C-4155 550 0132"), "[CUSTOMER_NO] 550 0132");
    EXPECT_EQ(redactor.redacted("SECRET Plan is out"), "[SECRET] is out");
    EXPECT_EQ(redactor.redacted("nothing here"), "nothing here");
    const std::string text = "jane@example.org C-1234 10.0.0.1";
    EXPECT_EQ(redactor.redacted(text), "[EMAIL] [CUSTOMER_NO] [IP]");
    const auto spans = redactor.find(text);
    ASSERT_EQ(spans.size(), 3U);
    EXPECT_EQ(spans[1], (PiiSpan{17, 23, PiiType::custom, 1}));
    EXPECT_EQ(spans[2], (PiiSpan{24, 32, PiiType::ip, 0}));
    EXPECT_EQ(redactor.ruleName(spans[0]), "email");
    EXPECT_EQ(redactor.ruleName(spans[1]), "customer");
    EXPECT_EQ(redactor.typeName(spans[1]), "CUSTOMER_NO");
    EXPECT_EQ(redactor.token(spans[2]), "[IP]");
}

TEST(CustomRules, LeaveNoPartOfWhatABuiltInRuleFinds) {
    const Redactor redactor(rulesOf(R"({"rules": [
        {"name": "n", "pattern": "smith|password", "token": "[NAME]", "case_insensitive": true},
        {"name": "o", "pattern": "\\b[0-9]{4}\\b", "token": "[ORDER_NO]"}]})"));
    EXPECT_EQ(redactor.redacted("jane.smith@example.com"), "[EMAIL]");
    EXPECT_EQ(redactor.redacted("password: SmithHunter2"), "[NAME]: [SECRET]") << "nor the cue hides it";
    EXPECT_EQ(redactor.redacted("at 12 Smith Street, London SW1A 1AA"), "at [ADDRESS]");
    EXPECT_EQ(redactor.redacted("call 415-555-0132, not 219-09-1234"), "call [PHONE], not [SSN]");
    EXPECT_EQ(redactor.redacted("order 1234 of Smith"), "order [ORDER_NO] of [NAME]");
    EXPECT_EQ(redactor.find("a.smith@smith.smith.example"), (std::vector<PiiSpan>{{0, 27, PiiType::email}}));
    const Redactor wide(rulesOf(R"({"rules": [{"name": "w", "pattern": "mail .*", "token": "[MAIL]"},
        {"name": "two", "pattern": "132 jane", "token": "[TWO]"}]})"));
    EXPECT_EQ(wide.redacted("my mail is jane@example.org"), "my [MAIL]") << "what is inside of it gives way";
    EXPECT_EQ(wide.redacted("at 415-555-0132 jane@example.org!"), "at [EMAIL]!") << "one over two";
}

TEST(CustomRules, CountByTheirToken) {
    const Redactor redactor(rulesOf(kRules));
    RedactionCounts counts;
    (void)redactor.redact("C-1234 C-5678, secret word, case 123456", counts);
    EXPECT_EQ(counts.custom,
              (std::vector<std::pair<std::string, std::int64_t>>{{"CASE", 1}, {"CUSTOMER_NO", 2}}));
    EXPECT_EQ(counts.byType[static_cast<std::size_t>(PiiType::secret)], 1)
        << "a built-in token, a built-in type";
    EXPECT_EQ(counts.total(), 4);
    RedactionCounts more;
    more.addCustom("ABC", 2);
    counts.add(more);
    EXPECT_EQ(counts.custom.front().first, "ABC");
    EXPECT_EQ(counts.total(), 6);
}

TEST(CustomRules, AskForWholeCueWordsOnTheLine) {
    const Redactor redactor(rulesOf(kRules));
    EXPECT_EQ(redactor.redacted("Case 123456"), "Case [CASE]");
    EXPECT_EQ(redactor.redacted("123456 is the case"), "[CASE] is the case");
    EXPECT_EQ(redactor.redacted("ticket number: 123456"), "ticket number: [CASE]");
    EXPECT_EQ(redactor.redacted("本案件123456"), "本案件[CASE]");
    EXPECT_EQ(redactor.redacted("suitcase 123456, number 123456"), "suitcase 123456, number 123456");
    EXPECT_EQ(redactor.redacted("a case\nof\n123456"), "a case\nof\n123456");
    EXPECT_EQ(redactor.redacted("[CASE] 123456"), "[CASE] 123456") << "a token is no cue";
}

TEST(CustomRules, AskForTheCueOnTheLineItself) {
    const Redactor redactor(rulesOf(kRules));
    for (const std::string_view text : {"case\n123456", "case\n\n123456", "123456\ncase"}) {
        EXPECT_EQ(redactor.redacted(text), text);
    }
    EXPECT_EQ(redactor.redacted("my suitcase" + std::string(42, '.') + "123456"),
              "my suitcase" + std::string(42, '.') + "123456")
        << "no part of a word either where the 48 bytes end";
}

TEST(CustomRules, TakeCuesInEitherCaseOfAnyScript) {
    const Redactor redactor(rulesOf(
        R"({"rules": [{"name": "n", "pattern": "[0-9]{6}", "token": "[NO]",
            "cues": ["Номер", "numéro", "ΑΡΙΘΜΟΣ", "Größe", "số HIỆU"]}]})"));
    for (const std::string text :
         {"номер ", "НОМЕР: ", "NUMÉRO ", "Numéro ", "αριθμος ", "GRÖßE ", "SỐ hiệu "}) {
        EXPECT_EQ(redactor.redacted(text + "123456"), text + "[NO]");
    }
    EXPECT_EQ(redactor.redacted("numero 123456"), "numero 123456") << "marks are not left out";
}

TEST(CustomRules, ReadCuesPastTokensAsPastWhatTheyStandFor) {
    const Redactor redactor(rulesOf(kRules));
    for (const std::string between : {"jane@example.org", "[EMAIL]", "C-1234", "[OLD_TOKEN]", "10.0.0.1"}) {
        const auto once = redactor.redacted("case " + between + " 123456");
        EXPECT_TRUE(once.ends_with(" [CASE]")) << once;
        const auto after = redactor.redacted("123456 " + between + " case");
        EXPECT_TRUE(after.starts_with("[CASE] ")) << after;
    }
    EXPECT_EQ(redactor.redacted("ticket [EMAIL] number 123456"), "ticket [EMAIL] number 123456");
}

TEST(CustomRules, LeaveTokensAlone) {
    const Redactor redactor(
        rulesOf(R"({"rules": [{"name": "all", "pattern": "(?s).+", "token": "[TEXT]"}]})"));
    EXPECT_EQ(redactor.redacted("one"), "[TEXT]");
    EXPECT_EQ(redactor.redacted("[EMAIL]"), "[EMAIL]");
    EXPECT_EQ(redactor.redacted("a [OLD_TOKEN] b [LINE_2]c"), "[TEXT][OLD_TOKEN][TEXT][LINE_2][TEXT]");
    const Redactor letters(rulesOf(R"({"rules": [{"name": "x", "pattern": "[A-Z]{4}", "token": "[XX]"}]})"));
    EXPECT_EQ(letters.redacted("[EMAIL] ABCD [CASE_NO]"), "[EMAIL] [XX] [CASE_NO]");
}

TEST(CustomRules, HideNoSecretInBrackets) {
    const Redactor redactor(rulesOf(kRules));
    const std::string key = "[AKIA" + std::string("Z7QX3M5T") + "B2K4LP6W]";
    EXPECT_EQ(redactor.redacted(key), Redactor().redacted(key));
    EXPECT_EQ(redactor.redacted(key), "[[SECRET]]");
    EXPECT_EQ(redactor.redacted("[C-1234]"), "[[CUSTOMER_NO]]");
}

TEST(CustomRules, AllowListKeepsWholeValues) {
    const Redactor redactor(rulesOf(R"({
        "rules": [{"name": "c", "pattern": "C-[0-9-]+", "token": "[CUSTOMER_NO]"}],
        "allow": ["Support@Example.com", "*@example.org", "C-415-555-0132", "+1 800 555 0100", "10.0.0.1"]})"));
    EXPECT_EQ(redactor.redacted("support@example.com, xsupport@example.com"), "support@example.com, [EMAIL]");
    EXPECT_EQ(redactor.redacted("a@EXAMPLE.org, a@sub.example.org"), "a@EXAMPLE.org, [EMAIL]");
    EXPECT_EQ(redactor.redacted("C-415-555-0132, C-415-555-0133"), "C-415-555-0132, [CUSTOMER_NO]");
    EXPECT_EQ(redactor.redacted("+1 800 555 0100, +1 800 555 0101"), "+1 800 555 0100, [PHONE]");
    EXPECT_EQ(redactor.redacted("10.0.0.1 10.0.0.10"), "10.0.0.1 [IP]");
    EXPECT_EQ(redactor.redacted("j-555-0132@example.org"), "j-555-0132@example.org") << "nor a part of it";
}

TEST(CustomRules, AnAllowedMatchIsNoPlaceForABuiltInRule) {
    const Redactor redactor(rulesOf(R"({
        "rules": [{"name": "desk", "pattern": "desk [0-9-]+", "token": "[DESK]"}], "allow": ["desk 415-555-0132"]})"));
    EXPECT_EQ(redactor.redacted("desk 415-555-0132, desk 415-555-0133"), "desk 415-555-0132, [DESK]");
    EXPECT_EQ(redactor.redacted("415-555-0132"), "[PHONE]");
}

TEST(CustomRules, AnAllowedMatchKeepsNoMoreThanItself) {
    const Redactor redactor(rulesOf(R"({
        "rules": [{"name": "a", "pattern": "acme", "token": "[COMPANY]"}], "allow": ["acme"]})"));
    EXPECT_EQ(redactor.redacted("john.smith@acme.com at acme"), "[EMAIL] at acme");
    EXPECT_EQ(redactor.redacted("password: acmeS3cret!9x"), "password: [SECRET]");
}

TEST(CustomRules, SwitchBuiltInRulesOffOneByOne) {
    const Redactor redactor(rulesOf(R"({"off": ["email", "passport"]})"));
    EXPECT_EQ(redactor.redacted("jane@example.org 415-555-0132"), "jane@example.org [PHONE]");
    EXPECT_EQ(redactor.redacted("passport A1234567"), "passport A1234567");
    EXPECT_EQ(redactor.redacted("my tax ID is 12-3456789"), "my tax ID is [GOV_ID]")
        << "the same look finds both";
}

TEST(CustomRules, StayLinear) {
    // Each match of these looks as far ahead as it may.
    const Redactor redactor(rulesOf(R"({"rules": [
        {"name": "far", "pattern": "x[^y]*y|x", "token": "[FAR]", "cues": ["never"]},
        {"name": "mail", "pattern": "(?s)a.*b|a", "token": "[AA]"}]})"));
    RedactionCounts counts;
    EXPECT_FALSE(redactor.redact(std::string(1U << 17U, 'x'), counts));
    const auto out = redactor.redact(std::string(1U << 16U, 'a'), counts);
    ASSERT_TRUE(out);
    EXPECT_FALSE(out->contains('a'));
}

TEST(CustomRules, FindWhatOutgrowsTheMemoryOfTheAutomaton) {
    const Redactor redactor(
        rulesOf(R"({"rules": [{"name": "wide", "pattern": "a[ab]{18}c", "token": "[WIDE]"}]})"));
    std::mt19937 random(3);
    std::string text(1U << 18U, 'b'); // nearly every one of 2^18 states
    for (char& c : text) {
        c = random() % 2 == 0 ? 'a' : 'b';
    }
    const std::string value = "aabbaabbaabbaabbaab";
    EXPECT_EQ(redactor.redacted(text + ' ' + value + "c."), text + " [WIDE].");
}

TEST(CustomRules, RefusePatternsThatCutCharactersOrCostTooMuch) {
    const auto refused = [](const std::string& pattern) {
        const auto set = RuleSet().withRule({.name = "x", .pattern = pattern, .token = "XX"});
        return set ? std::string() : set.error().message;
    };
    EXPECT_TRUE(refused("a\\Cb").contains("\\C may cut a character"));
    EXPECT_TRUE(refused("\\Q\\C\\E\\C").contains("\\C may cut"));
    EXPECT_EQ(refused("\\\\C-[0-9]+"), "") << "a backslash and a C";
    EXPECT_TRUE(refused("\\\\\\C").contains("\\C may cut")) << "a backslash and a byte";
    EXPECT_TRUE(refused("\\Q\\\\E\\C").contains("\\C may cut")) << "quoted backslash, then a byte";
    EXPECT_EQ(refused("\\\\\\\\Corp"), "") << "two backslashes and a word";
    EXPECT_EQ(refused("x\\Q\\C"), "") << "quoted to its end";
    EXPECT_EQ(refused("\\QC\\C\\E"), "") << "quoted";
    EXPECT_EQ(refused("\\bC-\\pL+\\b"), "");
    EXPECT_TRUE(refused("a\\pL{40}c").contains("instructions"));
    RuleSet set;
    std::string why;
    for (int i = 0; i < 200 && why.empty(); ++i) {
        auto more = set.withRule(
            {.name = "r" + std::to_string(i), .pattern = "a.{500}" + std::to_string(i), .token = "XX"});
        why = more ? "" : more.error().message;
        set = more ? *more : set;
    }
    EXPECT_TRUE(why.contains("together")) << why;
    EXPECT_LT(set.rules().size(), 20U);
    EXPECT_TRUE(RuleSet::fromJson(set.toJson())) << "what was let in can be read again";
}

TEST(CustomRules, FindWhereverAWindowEnds) {
    const Redactor redactor(rulesOf(kRules));
    const std::string value = "C-" + std::string(400, '7');
    for (std::size_t lead = 300; lead < 2300; lead += 37) {
        EXPECT_EQ(redactor.redacted(std::string(lead, '.') + value + ' '),
                  std::string(lead, '.') + "[CUSTOMER_NO] ");
    }
}

/// A second pass finds nothing, and what is outside of the spans stays.
TEST(CustomRulesProperties, HoldOnMixedFragments) {
    static constexpr auto kPieces = std::to_array<std::string_view>({
        "C-1234",
        "C-",
        "123456",
        "case ",
        "ticket number ",
        "案件",
        "secret ",
        "word",
        "jane@example.org",
        "415-555-0132",
        "phone ",
        "[CASE]",
        "[CUSTOMER_NO]",
        "[EMAIL]",
        "[OLD]",
        "[",
        "]",
        " ",
        "\n",
        "-",
        "password=",
        "hunter2A",
        "12 Main Street",
        "AB",
        "zz",
        "\xE9",
        "é",
        "10.0.0.1",
        "allowed@example.com",
    });
    static constexpr auto kSets = std::to_array<const char*>({
        kRules,
        R"({"rules": [{"name": "a", "pattern": "\\b[a-z]+", "token": "[WORD]"},
                      {"name": "b", "pattern": "[^a-z]", "token": "[REST]"}]})",
        R"({"rules": [{"name": "a", "pattern": "^.", "token": "[FIRST]"},
                      {"name": "b", "pattern": ".$", "token": "[LAST]"}]})",
        R"({"rules": [{"name": "a", "pattern": "[0-9]+", "token": "[PHONE]", "cues": ["phone", "email"]}],
            "allow": ["allowed@example.com", "123456"], "off": ["secret"]})",
        R"({"rules": [{"name": "a", "pattern": "[\\[\\]A-Z]+", "token": "[CAPS]"}]})",
        R"({"rules": [{"name": "a", "pattern": "jane|[0-9]{3}|Main|word=", "token": "[PART]"}],
            "allow": ["123", "*@example.org", "*@example.com"]})",
    });
    std::mt19937 random(11);
    for (const char* json : kSets) {
        const Redactor redactor(rulesOf(json));
        for (int round = 0; round < 2000; ++round) {
            std::string text;
            for (std::size_t pieces = random() % 10 + 1; pieces > 0; --pieces) {
                text += kPieces[random() % kPieces.size()];
            }
            ASSERT_EQ(test::redactionFault(redactor, text), "") << text << " under " << json;
            RedactionCounts counts;
            (void)redactor.redact(text, counts);
            ASSERT_EQ(counts.failed, 0) << text << " under " << json;
        }
    }
}

TEST(CustomRules, SeeEveryNumberOfJson) {
    const Redactor redactor(rulesOf(R"({"rules": [
        {"name": "member", "pattern": "\\b77[0-9]{6}\\b", "token": "[MEMBER]"},
        {"name": "case", "pattern": "\\b[0-9]{5}\\b", "token": "[CASE]", "cues": ["case"]},
        {"name": "whole", "pattern": "^-?31\\.5$", "token": "[WHOLE]"}
    ]})"));
    JsonRedactor json(redactor);
    for (const auto rule : {KeyRule::keepAll, KeyRule::protectPeople}) {
        RedactionCounts counts;
        const auto out = json.redact(
            R"({"member_no":77123456,"n":[77123456,1],"case":12345,"seed":12345,"x":-31.5,"y":131.5})", rule,
            counts);
        EXPECT_EQ(
            out.value_or("refused"),
            R"({"member_no":"[MEMBER]","n":["[MEMBER]",1],"case":"[CASE]","seed":12345,"x":"[WHOLE]","y":131.5})");
        EXPECT_EQ(counts.total(), 4);
        EXPECT_EQ(json.redact(out.value_or(""), rule, counts), out);
    }
}

TEST(CustomRules, LeaveTheWordsThatProgramsRead) {
    const Redactor redactor(
        rulesOf(R"({"rules": [{"name": "words", "pattern": "[a-z_]{2,}", "token": "[WORD]"}]})"));
    JsonRedactor json(redactor);
    RedactionCounts counts;
    const auto out = json.redact(
        R"([{"role":"user","content":[{"type":"text","text":"jane"}]},{"role":"tool","tool_call_id":"jane"},)"
        R"({"role":"jane","name":"jane","jane":1}])",
        KeyRule::keepAll, counts);
    EXPECT_EQ(
        out.value_or("refused"),
        R"([{"role":"user","content":[{"type":"text","text":"[WORD]"}]},{"role":"tool","tool_call_id":"[WORD]"},)"
        R"({"role":"[WORD]","name":"[WORD]","[WORD]":1}])");
    EXPECT_EQ(counts.total(), 5);
    EXPECT_EQ(json.redact(out.value_or(""), KeyRule::keepAll, counts), out);
}

TEST(CustomRules, TakeNothingFromTheKeysOfPeople) {
    const Redactor redactor(
        rulesOf(R"({"rules": [{"name": "words", "pattern": "user|ip", "token": "[WORD]"}]})"));
    JsonRedactor json(redactor);
    RedactionCounts counts;
    const auto out =
        json.redact(R"({"user_id":"jane","client_ip":"none","extra":{}})", KeyRule::protectPeople, counts);
    EXPECT_EQ(out.value_or("refused"), R"({"[WORD]_id":")" + hashUserId("jane") + R"(","extra":{}})");
    EXPECT_EQ(json.redact(out.value_or(""), KeyRule::protectPeople, counts), out);
}

} // namespace
} // namespace goldpan::redact
