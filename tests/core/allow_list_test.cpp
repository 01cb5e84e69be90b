// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/own/allow_list.h"

#include "core/redact/redactor.h"

#include <gtest/gtest.h>

namespace goldpan::redact {
namespace {

TEST(AllowList, ADomainIsAboutAddressesOnly) {
    const Redactor redactor(
        RuleSet::fromJson(R"({"allow": ["*@example.com", "*@help.example.com"]})").value_or(RuleSet()));
    EXPECT_EQ(redactor.redacted("219-09-1234|bob@help.example.com"), "[SSN]|bob@help.example.com");
    EXPECT_EQ(redactor.redacted("4111111111111111|bob@example.com"), "[CREDIT_CARD]|bob@example.com");
    EXPECT_EQ(redactor.redacted("Bob|bob@example.com"), "Bob|bob@example.com");
    EXPECT_EQ(redactor.redacted("Bob|bob@example.org"), "[EMAIL]") << "as without a list";
    EXPECT_EQ(redactor.redacted("\"john smith\"@example.com"), "[EMAIL]");
    for (const std::string_view key : {"--password ", "api_key=", "\"password\": \"", "Passwort: "}) {
        EXPECT_EQ(redactor.redacted(std::string(key) + "hunter2Secret9@example.com"),
                  std::string(key) + "[EMAIL]");
    }
    for (const std::string_view key : {"my password is ", "<password>", "password    :   \"", "-p ", "密码：",
                                       "IDENTIFIED BY '", "('password','", "{\"password\", \""}) {
        EXPECT_EQ(redactor.redacted(std::string(key) + "hunter2Secret9@example.com"),
                  std::string(key) + "[EMAIL]");
    }
    for (const std::string_view lead :
         {"Forgot your password? ", "send the token to ", "<password>x</password>", "keys of ", "reset, "}) {
        const auto text = std::string(lead) + "bob@example.com";
        EXPECT_EQ(redactor.redacted(text), text);
    }
    EXPECT_EQ(redactor.redacted("mail: o'neil+a_b-c%d@example.com"), "mail: o'neil+a_b-c%d@example.com");
}

TEST(AllowList, ADomainIsNotAboutANumberBeforeIt) {
    const Redactor redactor(RuleSet::fromJson(R"({"allow": ["*@help.example.com"]})").value_or(RuleSet()));
    for (const std::string_view number :
         {"4111111111111111", "4111-1111-1111-1111", "219-09-9999", "219099999", "14155550123"}) {
        EXPECT_EQ(redactor.redacted(std::string(number) + "@help.example.com"), "[EMAIL]") << number;
    }
    for (const std::string_view name : {"desk-24", "20250612", "bob.4155550123"}) {
        const std::string address = std::string(name) + "@help.example.com";
        EXPECT_EQ(redactor.redacted(address), address);
    }
}

TEST(AllowList, AMatchIsNoWallToLaterRules) {
    const Redactor redactor(RuleSet::fromJson(R"({
        "rules": [{"name": "a", "pattern": "acme|desk [0-9]{4}", "token": "[COMPANY]"},
                  {"name": "c", "pattern": "acme-[0-9]{6}|\\b[0-9]{4}\\b|Smith", "token": "[CUSTOMER_NO]"}],
        "allow": ["acme", "desk 1234", "acme-000000", "+1 800 555 0100", "*@example.com"]})")
                                .value_or(RuleSet()));
    EXPECT_EQ(redactor.redacted("acme-123456 of acme"), "[CUSTOMER_NO] of acme");
    EXPECT_EQ(redactor.redacted("acme-000000"), "acme-000000");
    EXPECT_EQ(redactor.redacted("desk 1234, desk 1235, 1234"), "desk 1234, [COMPANY], [CUSTOMER_NO]")
        << "nor is a part of what is allowed a place for them";
    EXPECT_EQ(redactor.redacted("+1 800 555 0100, 0100"), "+1 800 555 0100, [CUSTOMER_NO]");
    EXPECT_EQ(redactor.redacted("jane.Smith@example.com, Smith"), "jane.Smith@example.com, [CUSTOMER_NO]");
    EXPECT_EQ(redactor.redacted("219-09-1234|jane.Smith@example.com"), "[SSN]|jane.Smith@example.com");
}

TEST(AllowList, AnAllowedMatchIsNoPlaceForAnEarlierRule) {
    const Redactor redactor(RuleSet::fromJson(R"({
        "rules": [{"name": "ord", "pattern": "[0-9]{4}", "token": "[ORDER_NO]"},
                  {"name": "acme", "pattern": "acme-[0-9]+", "token": "[ACME]"}], "allow": ["acme-0555"]})")
                                .value_or(RuleSet()));
    EXPECT_EQ(redactor.redacted("acme-0555"), "acme-0555");
    EXPECT_EQ(redactor.redacted("acme-0555 acme-0556 0555"), "acme-0555 acme-[ORDER_NO] [ORDER_NO]");
    EXPECT_EQ(redactor.redacted("acme-05551"), "acme-[ORDER_NO]1");
}

} // namespace
} // namespace goldpan::redact
