// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact/masked_example.h"

#include <gtest/gtest.h>

namespace goldpan::redact {
namespace {

TEST(MaskedExample, ShowsTheShapeAndTheEndsOfLongOnes) {
    EXPECT_EQ(maskedExample("jane@example.org", PiiType::email), "ja**@*******.*rg");
    EXPECT_EQ(maskedExample("123-45-6789", PiiType::ssn), "1**-**-***9");
    EXPECT_EQ(maskedExample("+1 (415) 555-0132", PiiType::phone), "+1 (***) ***-***2");
    EXPECT_EQ(maskedExample("C-1234", PiiType::custom), "*-****") << "short ones are all stars";
    EXPECT_EQ(maskedExample("10.0.0.1", PiiType::ip), "**.*.*.*");
    EXPECT_EQ(maskedExample("", PiiType::email), "");
}

TEST(MaskedExample, ShowsNothingOfASecretButAKnownPrefix) {
    EXPECT_EQ(maskedExample("hunter2-Aa!", PiiType::secret), "***********");
    EXPECT_EQ(maskedExample("ghp_" + std::string(36, 'x'), PiiType::secret), "ghp_" + std::string(36, '*'));
    EXPECT_EQ(maskedExample("github_pat_" + std::string(36, 'x'), PiiType::secret),
              "github_pat_" + std::string(36, '*'));
    EXPECT_EQ(maskedExample("correct-horse-battery-staple", PiiType::secret), std::string(28, '*'));
    EXPECT_EQ(maskedExample("ghp_short", PiiType::secret), "*********");
}

TEST(MaskedExample, StarsWholeLettersAndEndsLongOnes) {
    EXPECT_EQ(maskedExample("日本語日本語日本語日本語", PiiType::address), "************");
    EXPECT_EQ(maskedExample("12 Rue\nÉtoile, Paris", PiiType::address), "12 *** ******, ***is");
    EXPECT_EQ(maskedExample(std::string(100, 'a'), PiiType::address), "aa" + std::string(58, '*') + "…");
}

} // namespace
} // namespace goldpan::redact
