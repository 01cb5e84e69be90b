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
    EXPECT_EQ(redactor.redacted("mail: o'neil+a_b-c%d@example.com"), "mail: o'neil+a_b-c%d@example.com");
}

} // namespace
} // namespace goldpan::redact
