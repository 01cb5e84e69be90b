// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/exporting/formats/format.h"
#include "tests/cli/cli_runner.h"
#include "tests/support/places.h"

#include <gmock/gmock.h>

#include <regex>
#include <set>

namespace goldpan::test {
namespace {

std::set<std::string> found(const std::string& text, const std::regex& pattern) {
    std::set<std::string> words;
    for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
        words.insert((*it)[1]);
    }
    return words;
}

/// The words that the script offers for the options of `verb`.
std::set<std::string> offered(const std::string& script, const std::string& verb) {
    std::smatch line;
    const std::regex options("\n            (?:[a-z| ]* )?" + verb +
                             "(?: [a-z| ]*)?\\) words='([^']*--[^']*)' ;;");
    return std::regex_search(script, line, options) ? found(line[1], std::regex("(--[a-z-]+)"))
                                                    : std::set<std::string>();
}

TEST(Completion, KnowsEveryVerbAndEveryOption) {
    const auto script = readFile(test::sourceFile("resources/completion/goldpan-cli.bash"));
    ASSERT_TRUE(script) << script.error().message;
    CliRunner cli;
    const auto help = cli.run({"-h"}).out;
    const auto verbs = found(help.substr(help.find("Subcommands:")), std::regex("\n  ([a-z]+) "));
    ASSERT_GE(verbs.size(), 18U);
    for (const auto& verb : verbs) {
        EXPECT_TRUE(std::regex_search(*script, std::regex("words='[^'-]*\\b" + verb + "\\b"))) << verb;
        auto options = found(cli.run({verb, "-h"}).out, std::regex("\n +(?:-h,)?(--[a-z-]+)"));
        options.erase("--help");
        options.erase("--json");
        EXPECT_EQ(offered(*script, verb), options) << verb;
    }
}

TEST(Completion, OffersEveryFormat) {
    const auto script = readFile(test::sourceFile("resources/completion/goldpan-cli.bash"));
    ASSERT_TRUE(script) << script.error().message;
    std::string names;
    for (const auto format : exporting::kFormats) {
        names.append(names.empty() ? "" : " ").append(exporting::formatName(format));
    }
    EXPECT_THAT(*script, testing::HasSubstr("--format) words='" + names + "' ;;"));
}

} // namespace
} // namespace goldpan::test
