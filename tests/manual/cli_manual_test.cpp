// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/cli_manual.h"
#include "app/manual/man_page.h"
#include "app/manual/window_manual.h"

#include <gmock/gmock.h>

namespace goldpan::manual {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ManPage, ShowsTextThatTroffWouldTakeForRequests) {
    ManPage page("tool", "Does things.");
    page.paragraph(".goldpan is what a store's name ends in").item("--path C:\\x", "'quoted'");
    EXPECT_THAT(page.text(), HasSubstr(".SH NAME\ntool \\- does things\n"));
    EXPECT_THAT(page.text(), HasSubstr("\n\\&.goldpan is what a store\\(aqs name ends in\n"));
    EXPECT_THAT(page.text(), HasSubstr(".TP\n\\fB\\-\\-path C:\\ex\\fR\n\\(aqquoted\\(aq\n"));
}

TEST(Manual, TellsOfEveryVerbItsArgumentsAndOptions) {
    const auto page = cliManual();
    EXPECT_THAT(page, HasSubstr(".SS \"import\"\n.PP\n.nf\ngoldpan\\-cli import STORE LOG... [OPTION]...\n"));
    EXPECT_THAT(page, HasSubstr("goldpan\\-cli tag STORE ACTION TAG [ID...] [OPTION]...\n"));
    EXPECT_THAT(page, HasSubstr(".TP\n\\fB\\-\\-filter F\\fR\n"));
    EXPECT_THAT(page, HasSubstr(".TP\n\\fB\\-\\-dry\\-run\\fR\n"));
    EXPECT_THAT(page, HasSubstr(".TP\n\\fB\\-\\-jobs N\\fR\n"));
    EXPECT_THAT(page, Not(HasSubstr(":{"))) << "a check of the parser, not for people";
}

TEST(Manual, TellsOfTheWindowsOptions) {
    const auto page = windowManual();
    EXPECT_THAT(page, HasSubstr(".TP\n\\fB\\-\\-filter TEXT\\fR\nRows to show first"));
    EXPECT_THAT(page, HasSubstr(".TP\n\\fB\\-h, \\-\\-help\\fR\n"));
}

} // namespace
} // namespace goldpan::manual
