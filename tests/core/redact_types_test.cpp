// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "tests/core/support/redact_cases.h"

#include <gtest/gtest.h>

namespace goldpan::redact {
namespace {

TEST(RedactEmail, ReadsTheEncodedMarkOfAQuery) {
    expectAll({
        {"?email=jonas3381%40team.cloud&ref=nl", "?email=[EMAIL]&ref=nl"},
        {"login=a.roe%40mail.example.org", "login=[EMAIL]"},
        {"?username=jane%40example.com", "?username=[EMAIL]"},
        {"EMAIL=jane%40example.com", "EMAIL=[EMAIL]"},
        {"/unsubscribe?to=jane%40example.com&q=sam%40example.org", "/unsubscribe?to=[EMAIL]&q=[EMAIL]"},
    });
    expectUntouched({"?total=50%40", "?mail=list%4012", "x=jonas%40team", "rate=%40example.com"});
}

TEST(RedactSsn, TakesTheCueThatTouchesOrIsCutShort) {
    expectAll({
        {"ssn740-68-8821", "ssn[SSN]"},
        {"SS number 587887371", "SS number [SSN]"},
    });
    expectUntouched({"lessn740-68-8821", "SS 316 stainless, lot 58788737"});
}

TEST(RedactSsn, TakesTheNameOfItsColumn) {
    expectAll({
        {"ssn,name\n219099999,jane\n219099998,john", "ssn,name\n[SSN],jane\n[SSN],john"},
        {"id;ssn\n1;219099999\n2;219099998", "id;ssn\n1;[SSN]\n2;[SSN]"},
    });
    expectUntouched({"name,lot\njane,219099999", "lot,name\n219099999,jane"});
}

TEST(RedactCard, StandsBehindAShortNumberThatBeginsItsRow) {
    expectAll({
        {"1,4111111111111111", "1,[CREDIT_CARD]"},
        {"id,card\n17,378282246310005\n18,5555555555554444\n",
         "id,card\n17,[CREDIT_CARD]\n18,[CREDIT_CARD]\n"},
        {"9,6011111111111117\r\n8,4111111111111111\r\n", "9,[CREDIT_CARD]\r\n8,[CREDIT_CARD]\r\n"},
    });
    expectUntouched(
        {"0,4111111111111111", "x is 1,4111111111111111", "1,4111111111111111 mm", "3,14159265358979"});
}

TEST(RedactCard, NeedsLuhnAndIssuerOrAWord) {
    expectAll({
        {"4111 1111 1111 1111", "[CREDIT_CARD]"},
        {"pay with 5555-5555-5555-4444, please", "pay with [CREDIT_CARD], please"},
        {"378282246310005 and 30569309025904", "[CREDIT_CARD] and [CREDIT_CARD]"},
        {"my card is 4111111111111112", "my card is [CREDIT_CARD]"},
        {"卡号4111111111111111", "卡号[CREDIT_CARD]"},
        {"card 6759649826438453 09/27", "card [CREDIT_CARD] 09/27"},
    });
    expectUntouched({"4111111111111112", "0x4111111111111111", "id 1690759702123", "20240115103000",
                     "a4111111111111111", "EAN 4006381333931, box 2", "GTIN: 4080153073372",
                     "4111111111111111.5", "0000000000000000"});
}

TEST(RedactCard, KnowsPrintedFoursAndWordsOfPaying) {
    expectAll({
        {"6219 8610 3129 5555 554", "[CREDIT_CARD]"},
        {"5018 6823 4567 8902", "[CREDIT_CARD]"},
        {"charged twice on 4000000000000000022", "charged twice on [CREDIT_CARD]"},
        {"Numer karty: 5018682345678902", "Numer karty: [CREDIT_CARD]"},
        {"クレジットカード番号は5018682345678902です", "クレジットカード番号は[CREDIT_CARD]です"},
    });
    expectUntouched(
        {"5018682345678902", "root 20 0 4222222 222222 41483", "4000000000000000022", "5018 6823 4567 8904"});
}

TEST(RedactEmail, TakesQuotedAndIdeographicLocalParts) {
    expectAll({
        {R"("john smith"@example.com is legal)", "[EMAIL] is legal"},
        {"用户@例子.广告 无法注册", "[EMAIL] 无法注册"},
        {"hans.m端ller@test.com", "[EMAIL]"},
        {"test|123@example.com", "[EMAIL]"},
        {R"("  foo  m端ller "@example.com)", "[EMAIL]"},
        {R"(to "foo\@bar"@example.com)", "to [EMAIL]"},
        {"postmaster@[192.0.2.1] bounced", "[EMAIL] bounced"},
        {"my email是jane@example.org", "my email是[EMAIL]"},
        {"Jane|jane@example.com|Paris", "Jane|[EMAIL]|Paris"},
    });
    expectUntouched({R"({"to": "@example.com"})", R"(["a", "@example.com"])"});
}

TEST(RedactIban, EndsWhereTheCountrySays) {
    expectAll({
        {"DE89 3704 0044 0532 0130 00 failed", "[IBAN] failed"},
        {"IBAN: GB82WEST12345698765432.", "IBAN: [IBAN]."},
        {"NO9386011117947", "[IBAN]"},
    });
    expectUntouched({"GB82WEST12345698765433", "XX82WEST12345698765432", "GB82WEST123456987654321"});
}

TEST(RedactIp, KnowsRangesAndComparisons) {
    EXPECT_EQ(Redactor().redacted("10.0.0.1-10.0.0.254"), "[IP]-[IP]");
    EXPECT_EQ(Redactor().redacted("client_ip==203.0.113.7"), "client_ip==[IP]");
    EXPECT_EQ(Redactor().redacted("ip 2.4.1.0 build"), "ip [IP] build");
    EXPECT_EQ(Redactor().redacted("10.4.1.0 build"), "[IP] build");
    EXPECT_EQ(Redactor().redacted("hosts: ip 10.0.0.1-254"), "hosts: ip [IP]-254");
    for (const std::string_view text : {"goldpan==1.2.3.4", "1.2.3.4-5", "nginx 2.4.1.0 build",
                                        "version 1.2.3.4-1.2.3.5", "libx-2-1.2.3.4-1", "10.0.0.1-10.0.0"}) {
        EXPECT_EQ(Redactor().redacted(text), text);
    }
}

TEST(RedactIp, KnowsBothFamilies) {
    expectAll({
        {"from 203.0.113.7:8080", "from [IP]:8080"},
        {"10.0.0.0/8", "[IP]"},
        {"fe80::1%eth0/64 is up", "[IP] is up"},
        {"2001:db8:85a3::8a2e:370:7334.", "[IP]."},
        {"::ffff:192.0.2.128", "[IP]"},
        {"http://[::1]:80/", "http://[[IP]]:80/"},
    });
    expectUntouched({"std::vector", "::", "b::", "x[1::2]", "0.0.0.0", "version 1.2.3.4", "v1.2.3.4",
                     "1.3.6.1.4.1", "Chrome/120.0.0.0", "EC 3.4.21.76", "chapter 3.2.1.2", "256.1.1.1",
                     "12:30:45", "00:1a:2b:3c:4d:5e"});
}

TEST(RedactSecret, KnowsPrefixesNamesAndForms) {
    expectAll({
        {"use ghp_4ksp2zdbxyzxh8pxpb88sqqeuo60qnd0wkkl now", "use [SECRET] now"},
        {"AKIAQYLPMN5HFIQR7XYA", "[SECRET]"},
        {R"("api_key": "9f8e7d6c5b4a39281706")", R"("api_key": "[SECRET]")"},
        {R"({\"password\": \"s3cr3tPw\"})", R"({\"password\": \"[SECRET]\"})"},
        {"DB_PASSWORD=hunter2A", "DB_PASSWORD=[SECRET]"},
        {"my password is Ohwah3ai, reset it", "my password is [SECRET], reset it"},
        {"Authorization: Bearer 9f8e7d6c5b4a39281706", "Authorization: Bearer [SECRET]"},
        {"postgres://bob:s3cr3t@db.example.org/x", "postgres://bob:[SECRET]@db.example.org/x"},
        {"curl -u dev:yqDVtkqPECriaLRi https://x.org", "curl -u [SECRET] https://x.org"},
        {"-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7\n-----END RSA PRIVATE KEY-----\nend",
         "[SECRET]\nend"},
        {"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl", "[SECRET]"},
    });
    expectUntouched({"public_key = 9f8e7d6c5b4a39281706", R"("max_tokens": 4096)", "token = getToken()",
                     "password = os.environ.PASSWORD1", "client_secret: ek_token_123",
                     "keyword: abc123def456ghi", "api_key = \"YOUR_API_KEY_1\"", "sk-1"});
}

TEST(RedactPapers, NeedAWordBeforeOrBehind) {
    expectAll({
        {"My passport number is X65097105.", "My passport number is [PASSPORT]."},
        {"He gave KB0167630 as his passport number", "He gave [PASSPORT] as his passport number"},
        {"护照号E00160027", "护照号[PASSPORT]"},
        {"driver's license: Y829244176735", "driver's license: [DRIVER_LICENSE]"},
        {"MORGA607054SM9IJ", "[DRIVER_LICENSE]"},
        {"Please add my PESEL 02070803628 to it", "Please add my PESEL [GOV_ID] to it"},
        {"tax ID: 31-1234567", "tax ID: [GOV_ID]"},
        {"My SIN is 435 418 165.", "My SIN is [GOV_ID]."},
        {"NI AB 12 34 56 C", "NI [GOV_ID]"},
        {"我的身份证号: 235407195106112745", "我的身份证号: [GOV_ID]"},
    });
    expectUntouched({"duplicate A1234567", "X65097105", "public license A1234567", "my pan A12345678",
                     "vehicle number A1234567", "passport photos, 35x45"});
}

TEST(RedactAddress, GoesFromTheNumberToTheCode) {
    expectAll({
        {"I live at 28 Market Street, Warren, RI 02885.", "I live at [ADDRESS]."},
        {"9503 e. rush st. south el monte ca 91733", "[ADDRESS]"},
        {"Hauptstrasse 12", "[ADDRESS]"},
        {"40 rue Victor Hugo\nwas quiet", "[ADDRESS]\nwas quiet"},
        {"write to P.O. Box 287", "write to [ADDRESS]"},
        {"Unit 1293 Box 4311\nDPO AE 01708", "[ADDRESS]"},
    });
    expectUntouched({"30 minutes to walk", "3 people in the street", "4 Court cases", "page 12",
                     "2 way street", "chapter 5 and a place"});
}

TEST(RedactAddress, EndsNoSpanInsideACharacter) {
    const std::string address = "I live at 12 Elm Street, Springfield, IL 62704\n";
    std::string chinese;
    std::string latin;
    for (int i = 0; i < 60; ++i) {
        chinese += "\u624b\u673a";
        latin += "\u00c9";
    }
    EXPECT_EQ(redacted(address + chinese), "I live at [ADDRESS]\n" + chinese);
    EXPECT_TRUE(isValidUtf8(redacted(address + latin)));
    EXPECT_TRUE(isValidUtf8(redacted(address + "X" + latin)));
}

TEST(RedactPrecedence, TheMoreTellingRuleWins) {
    expectAll({
        {"1 4111 1111 1111 1111", "1 [CREDIT_CARD]"},
        {"password=jane@corp.org1", "password=[SECRET]"},
    });
}

TEST(RedactIp, StandsBehindTheNameOfItsHost) {
    expectAll({{"node kafka-1/172.16.4.12:9092 left", "node kafka-1/[IP]:9092 left"}});
    expectUntouched({"Chrome/120.0.0.0 Safari", "Chrome/120.0.0.0: fine", "Chrome/120.0.0.0:12",
                     "Chrome/120.0.6099.109:1 fine"});
}

} // namespace
} // namespace goldpan::redact
