// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/user_hash.h"
#include "tests/core/support/redact_cases.h"

#include <gtest/gtest.h>

namespace goldpan::redact {
namespace {

const Redactor& redactor() {
    static const Redactor instance;
    return instance;
}

TEST(RedactEmail, EndsWhereTheAddressEnds) {
    expectAll({
        {"write to jane@example.org.", "write to [EMAIL]."},
        {"write to jane@example.org. Thanks", "write to [EMAIL]. Thanks"},
        {"jane@example.org.Thanks", "[EMAIL].Thanks"},
        {"jane@example.org.5 more", "[EMAIL].5 more"},
        {"请联系jane@example.org获取资料", "请联系[EMAIL]获取资料"},
        {"메일은 jane@example.org입니다", "메일은 [EMAIL]입니다"},
        {R"(call\njane@example.org\nbye)", R"(call\n[EMAIL]\nbye)"},
        {R"(\u003cjane@example.org\u003e)", R"(\u003c[EMAIL]\u003e)"},
        {"mailto:jane@example.org?subject=x", "mailto:[EMAIL]?subject=x"},
        {"Jane <jane@example.org>, login=j.d@example.org&next=1", "Jane <[EMAIL]>, login=[EMAIL]&next=1"},
    });
}

TEST(RedactEmail, KnowsInternationalAddresses) {
    expectAll({
        {"hans.müller@x.de", "[EMAIL]"},
        {"lucía@xn--bcher-kva.example", "[EMAIL]"},
        {"a@xn--d1acufc.xn--p1ai", "[EMAIL]"},
        {"hans@m端ller.com", "[EMAIL]"},
        {"O'Neil+news@corp.example.co.uk", "[EMAIL]"},
        {"to o'neil@example.org", "to [EMAIL]"},
    });
}

TEST(RedactEmail, LeavesWhatOnlyLooksLikeOne) {
    expectUntouched({"foo@2x.png", "git@host.example:team/repo.git", "@scope/pkg@1.2", "lodash@4.17.21",
                     "a@b", "@user.name", "x = a@b.sum(axis=0)", "@", "a@", "@@@@", "at@.com"});
}

TEST(RedactPhone, KnowsWrittenForms) {
    expectAll({
        {"(415) 555-0132", "[PHONE]"},
        {"+1 (415) 555-0132 ext. 5", "[PHONE]"},
        {"303-555-0158 x12!", "[PHONE]!"},
        {"415.555.0132 or 415 555 0133", "[PHONE] or [PHONE]"},
        {"415\xE2\x80\x93"
         "555\xE2\x80\x93"
         "0132",
         "[PHONE]"},
        {"是415-555-0132。", "是[PHONE]。"},
        {"+44 20 7946 0108 and +4930231251", "[PHONE] and [PHONE]"},
        {"(see 415-555-0132)", "(see [PHONE])"},
        {"0412 123 45 67", "[PHONE]"},
        {"0049 176 12345678", "[PHONE]"},
        {R"(call me\n415-555-0132)", R"(call me\n[PHONE])"},
    });
}

TEST(RedactPhone, TakesBareDigitsOnlyWithACue) {
    expectAll({
        {"Call me on 4155550132", "Call me on [PHONE]"},
        {"手机号13604779660", "手机号[PHONE]"},
        {"연락처: 3035550125입니다", "연락처: [PHONE]입니다"},
        {R"({"phoneNumber": "4155550132"})", R"({"phoneNumber": "[PHONE]"})"},
        {"4155550132 is my mobile", "[PHONE] is my mobile"},
        {"phone:\n434 14 557", "phone:\n[PHONE]"},
    });
    expectUntouched({"4155550132", "telex 4155550132", "phone\nand then\n4155550132"});
}

TEST(RedactPhone, NeverTakesOtherNumbers) {
    expectUntouched({
        R"("created_at": 1690759702)",
        "phone call at 1690759702",
        "call 1690759702123",
        "order 4155550132",
        "phone order #4155550132",
        "call about #4155550132",
        "ISBN 978-0-306-40615-7",
        "invoice 415-555-0132",
        "version 1.2.3.4, build 20240115",
        "call on 2024-01-15 or 15/01/2024",
        "phone bill of 3.14159265",
        "4155550132 * 2 = 8311100264",
        "550e8400-e29b-41d4-a716-446655440000",
        "1234567890123456789",
    });
}

TEST(RedactPhone, GivesWayToWhatANumberIs) {
    expectAll({{"call 10.20.30.40", "call [IP]"}, {"AL47 2121 1009 0000 0002 3569 8741", "[IBAN]"}});
}

TEST(RedactSsn, TakesAFieldOfAList) {
    EXPECT_EQ(redacted("3882,219-09-9999,OPS"), "3882,[SSN],OPS");
    EXPECT_EQ(redacted("1,219,099,999"), "1,219,099,999");
}

TEST(RedactSsn, TakesThreeTwoFour) {
    expectAll({
        {"My SSN is 123-45-6789.", "My SSN is [SSN]."},
        {"109.99.6000 and 109 99 6000", "[SSN] and [SSN]"},
        {"联系方式是666-27-4107。", "联系方式是[SSN]。"},
        {"ssn=666944174&x", "ssn=[SSN]&x"},
        {"The customer gave 078051121 as their SSN", "The customer gave [SSN] as their SSN"},
        {"SSN: 078-051121", "SSN: [SSN]"},
        {"SSN 000 12 3456", "SSN [SSN]"},
    });
    expectUntouched({"123456789", "000 12 3456", "12-123-45-6789", "123-45-67890", "part no. 123-45-6789",
                     "123-45.6789", "a123-45-6789"});
}

TEST(Redactor, ReadsListsWithoutSpacesFieldByField) {
    const auto expect = [](std::string_view text, std::string_view want) {
        EXPECT_EQ(Redactor().redacted(text), want);
    };
    expect("17,4111111111111111,2027-01", "17,[CREDIT_CARD],2027-01");
    expect("17,4111111111111111", "17,[CREDIT_CARD]");
    expect("VALUES (1,4111111111111111,'a',4155550132)", "VALUES (1,[CREDIT_CARD],'a',4155550132)");
    expect("[4111111111111111,5555555555554444]", "[[CREDIT_CARD],[CREDIT_CARD]]");
    expect("+14155550132,+14155550133", "[PHONE],[PHONE]");
    expect("7,(415) 555-0132", "7,[PHONE]");
    expect("4111111111111111:12/27:123", "[CREDIT_CARD]:12/27:123");
    expect("12:4111 1111 1111 1111:12/27", "12:[CREDIT_CARD]:12/27");
    for (const std::string_view text : {"0,4111111111111111", "x = 1,4111111111111111", "1,234,567,890",
                                        "10:20:30,123456", "12:30:4155550132", "phone bill 3,14159265"}) {
        expect(text, text);
    }
}

TEST(Redactor, CountsAndAnswersNulloptForCleanText) {
    RedactionCounts counts;
    EXPECT_EQ(redactor().redact("nothing here, 42 apples", counts), std::nullopt);
    EXPECT_EQ(counts.total(), 0);
    std::string text = "jane@example.org, 415-555-0132, (415) 555-0133, 123-45-6789";
    EXPECT_TRUE(redactor().redactInPlace(text, counts));
    EXPECT_EQ(text, "[EMAIL], [PHONE], [PHONE], [SSN]");
    EXPECT_EQ(counts.byType, (std::array<std::int64_t, kPiiTypeCount>{1, 1, 2}));
    EXPECT_FALSE(redactor().redactInPlace(text, counts));
    EXPECT_EQ(counts.total(), 4);
}

TEST(Redactor, AddressesTakePrecedenceOverNumbersInThem) {
    EXPECT_EQ(redacted("415-555-0132@example.org"), "[EMAIL]");
    EXPECT_EQ(redacted("(415) 555-0132 bob@example.org"), "[PHONE] [EMAIL]");
}

TEST(Redactor, OwnTokensAreNoCue) {
    expectUntouched({"[PHONE] 4155550132", "4155550132 [PHONE]", "[SSN] 123456789"});
}

TEST(Redactor, FindsSpansInOrder) {
    const std::string text = "a@b.co 415-555-0132";
    EXPECT_EQ(redactor().find(text), (std::vector<PiiSpan>{{0, 6, PiiType::email}, {7, 19, PiiType::phone}}));
}

TEST(Redactor, NamesAndHash) {
    EXPECT_EQ(piiTypeName(PiiType::ssn), "SSN");
    EXPECT_EQ(redactor().rulesHash().size(), 64U);
    EXPECT_EQ(redactor().rulesHash(), Redactor().rulesHash());
}

TEST(UserHash, IsTheLessonsAndKeepsHashes) {
    EXPECT_EQ(hashUserId("abc"), "ba7816bf8f01cfea");
    EXPECT_EQ(hashUserId("ba7816bf8f01cfea"), "ba7816bf8f01cfea");
    EXPECT_TRUE(isUserIdHash(std::string(64, 'A')));
    EXPECT_FALSE(isUserIdHash(std::string(65, 'a')));
    EXPECT_FALSE(isUserIdHash("ba7816bf8f01cfe"));
    EXPECT_FALSE(isUserIdHash("ga7816bf8f01cfea"));
    EXPECT_EQ(hashUserId("").size(), 16U);
}

} // namespace
} // namespace goldpan::redact
