// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_runner.h"

#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<std::string> kVerbs{"import",      "drift",  "feedback", "tag",    "queue",   "show",
                                      "correct",     "review", "undo",     "redo",   "history", "corrections",
                                      "suggestions", "export", "verify",   "redact", "stats",   "check",
                                      "backup",      "index",  "policy",   "log",    "watch",   "rules"};

/// A right command line of every verb that reads a store.
std::vector<std::vector<std::string>> storeVerbs(const std::string& store, const std::string& file) {
    return {{"drift", store, "--at", "2025-06-12T00:10:00"},
            {"feedback", store, file},
            {"tag", store, "add", "t", "r1"},
            {"queue", store},
            {"show", store, "r1"},
            {"correct", store, "r1", "--text", "better"},
            {"review", store, "accept", "r1"},
            {"undo", store},
            {"redo", store},
            {"history", store},
            {"corrections", store, "export", file + ".out"},
            {"suggestions", store, "import", file},
            {"index", store},
            {"policy", store},
            {"rules", store},
            {"export", store, "--out", file + ".jsonl"},
            {"stats", store},
            {"check", store},
            {"backup", store, file + ".copy"}};
}

TEST(Usage, EveryVerbHasHelp) {
    CliRunner cli;
    const auto all = cli.run({"-h"});
    EXPECT_EQ(all.exit, 0);
    for (const auto& verb : kVerbs) {
        EXPECT_THAT(all.out, HasSubstr("\n  " + verb + " "));
        const auto help = cli.run({verb, "-h"});
        EXPECT_EQ(help.exit, 0) << verb;
        EXPECT_THAT(help.out, HasSubstr(verb)) << verb;
        EXPECT_THAT(help.out, HasSubstr("--json")) << verb;
        EXPECT_THAT(help.err, IsEmpty()) << verb;
    }
}

TEST(Usage, SaysItsVersion) {
    CliRunner cli;
    const auto version = cli.run({"--version"});
    EXPECT_EQ(version.exit, 0);
    EXPECT_THAT(version.out, testing::MatchesRegex("goldpan-cli [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST(Usage, WrongWordsAreExitTwoOnStandardError) {
    CliRunner cli;
    const std::vector<std::vector<std::string>> wrong{
        {},
        {"nosuch"},
        {"stats"},
        {"stats", cli.store, "more"},
        {"stats", cli.store, "--nosuch"},
        {"queue", cli.store, "--limit", "0"},
        {"queue", cli.store, "--limit", "many"},
        {"queue", cli.store, "--order", "size"},
        {"tag", cli.store, "toggle", "t", "r1"},
        {"tag", cli.store, "add", "", "r1"},
        {"review", cli.store, "like", "r1"},
        {"import", cli.store},
        {"import", cli.store, "log", "--keep", "some"},
        {"import", cli.store, "log", "--keep", "reservoir=0"},
        {"import", cli.store, "log", "--keep", "reservoir=-5"},
        {"import", cli.store, "log", "--keep", "reservoir"},
        {"import", cli.store, "log", "--keep", ""},
        {"watch", cli.store, "log", "--once", "--keep", "some"},
        {"watch", cli.store, "log", "--once", "--keep", "reservoir=5"},
        {"import", cli.store, "log", "--jobs", "-1"},
        {"drift", cli.store},
        {"drift", cli.store, "--event", "f", "--window", "2h"},
        {"correct", cli.store, "r1"},
        {"correct", cli.store, "r1", "--text", "a", "--text-file", "-"},
        {"correct", cli.store, "r1", "--text", "a", "--source", "oracle"},
        {"correct", cli.store, "r1", "--text", "a", "--source", "model"},
        {"correct", cli.store, "r1", "--text", "a", "--operator", ""},
        {"correct", cli.store, "r1", "--text", "caf\xE9"},
        {"corrections", cli.store, "print", "f"},
        {"export", cli.store},
        {"export", cli.store, "--out", "b.jsonl", "--format", "csv"},
        {"export", cli.store, "--out", "b.jsonl", "--tags", "a,,b"},
        {"undo", cli.store, "--act", "0"},
        {"stats", "postgresql://host/db"},
        {"import", "postgresql://host/db", cli.dir.write("l.jsonl", miniLog(1))},
    };
    for (const auto& args : wrong) {
        const auto done = cli.run(args);
        EXPECT_EQ(done.exit, 2) << testing::PrintToString(args) << done.err;
        EXPECT_THAT(done.out, IsEmpty()) << testing::PrintToString(args);
        EXPECT_THAT(done.err, HasSubstr("goldpan-cli: ")) << testing::PrintToString(args);
    }
    EXPECT_FALSE(std::filesystem::exists(cli.store));
}

TEST(Usage, AnOptionOfDriftWithoutAWordIsNamed) {
    CliRunner cli;
    ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", miniLog(1))}).exit, 0);
    const std::vector<std::pair<std::string, std::vector<std::string>>> wrong{
        {"--at", {"--at", ""}},
        {"--event", {"--event", ""}},
        {"--event", {"--at", "2025-06-12T00:10:00", "--event", ""}},
        {"--window", {"--at", "2025-06-12T00:10:00", "--window", ""}},
    };
    for (const auto& [option, given] : wrong) {
        std::vector<std::string> args{"drift", cli.store};
        args.insert(args.end(), given.begin(), given.end());
        const auto done = cli.json(args);
        EXPECT_EQ(done.exit, 2) << testing::PrintToString(args);
        EXPECT_EQ(done.errorCode(), "usage") << done.err;
        EXPECT_THAT(done.err, HasSubstr(option + ":"));
    }
    EXPECT_THAT(cli.run({"history", cli.store}).out, IsEmpty());
}

TEST(Usage, ErrorsAreJsonWhereAsked) {
    CliRunner cli;
    EXPECT_EQ(cli.run({"stats", "--json"}).errorCode(), "usage");
    EXPECT_EQ(cli.run({"queue", cli.store, "--nosuch", "--json"}).errorCode(), "usage");
    EXPECT_THAT(cli.json({"stats", "postgresql://host/db"}).err, HasSubstr("not supported yet"));
    const auto missing = cli.json({"stats", cli.store});
    EXPECT_EQ(missing.exit, 1);
    EXPECT_EQ(missing.errorCode(), "not_found");
    EXPECT_THAT(missing.err, HasSubstr(cli.store));
    // an option's value is no option
    EXPECT_THAT(cli.run({"correct", cli.store, "r1", "--text", "--json"}).err, HasSubstr("goldpan-cli: "));
}

TEST(Usage, OnlyImportMakesAStore) {
    CliRunner cli;
    const auto file = cli.dir.write("f", "{}\n");
    for (const auto& args : storeVerbs(cli.store, file)) {
        const auto done = cli.json(args);
        EXPECT_EQ(done.exit, 1) << args[0];
        EXPECT_EQ(done.errorCode(), "not_found") << args[0] << done.err;
        EXPECT_THAT(done.out, IsEmpty()) << args[0];
        EXPECT_FALSE(std::filesystem::exists(cli.store)) << args[0];
    }
}

TEST(Usage, EveryVerbRefusesWhatIsNoStore) {
    CliRunner cli;
    const auto text =
        cli.dir.write("text.goldpan", "just some words, long enough to be looked at as a header\n");
    const auto file = cli.dir.write("f", "{}\n");
    for (const auto& args : storeVerbs(text, file)) {
        const auto done = cli.json(args);
        EXPECT_EQ(done.exit, 1) << args[0];
        EXPECT_EQ(done.errorCode(), "not_a_store") << args[0] << done.err;
    }
    for (const auto& args : storeVerbs(cli.dir.path(), file)) {
        EXPECT_EQ(cli.json(args).exit, 1) << args[0] << " on a folder";
    }
    EXPECT_THAT(cli.dir.read("text.goldpan"), HasSubstr("just some words"));
}

class RowsUsage : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", miniLog(6))}).exit, 0);
    }
    CliRunner cli;
};

TEST_F(RowsUsage, RowsAreAFilterOrIdsNotBothNotNeither) {
    for (const auto& verb : {std::vector<std::string>{"review", cli.store, "accept"},
                             std::vector<std::string>{"tag", cli.store, "add", "t"}}) {
        auto both = verb;
        both.insert(both.end(), {"r1", "--filter", "tag:none"});
        EXPECT_EQ(cli.run(verb).exit, 2);
        EXPECT_EQ(cli.run(both).exit, 2);
    }
    EXPECT_THAT(cli.run({"history", cli.store}).out, IsEmpty());
}

TEST_F(RowsUsage, AnUnknownIdIsNamedAndNothingIsDone) {
    const auto done = cli.json({"review", cli.store, "accept", "r1", "nosuch", "r2"});
    EXPECT_EQ(done.exit, 1);
    EXPECT_EQ(done.errorCode(), "not_found");
    EXPECT_THAT(done.err, HasSubstr("\"where\":\"nosuch\""));
    EXPECT_EQ(cli.json({"stats", cli.store}).json()["by_state"]["accepted"], 0);
    EXPECT_EQ(cli.json({"show", cli.store, "nosuch"}).errorCode(), "not_found");
    EXPECT_EQ(cli.json({"history", cli.store, "nosuch"}).errorCode(), "not_found");
    EXPECT_EQ(cli.json({"correct", cli.store, "nosuch", "--text", "x"}).errorCode(), "not_found");
}

TEST_F(RowsUsage, ABadFilterIsShownAtItsPosition) {
    const auto human = cli.run({"queue", cli.store, "--filter", "tag:none state:nosuch"});
    EXPECT_EQ(human.exit, 2);
    EXPECT_THAT(human.err, HasSubstr("  tag:none state:nosuch\n"));
    EXPECT_THAT(human.err, testing::ContainsRegex("\n  +\\^+\ngoldpan-cli: .*\\(column [0-9]+\\)\n"));
    const auto json = cli.json({"review", cli.store, "accept", "--filter", "state:nosuch"});
    EXPECT_EQ(json.exit, 2);
    EXPECT_EQ(json.errorCode(), "bad_filter");
    EXPECT_EQ(std::ranges::count(json.err, '\n'), 1) << "no caret in JSON mode";
    EXPECT_EQ(cli.json({"export", cli.store, "--dry-run", "--filter", "("}).errorCode(), "bad_filter");
}

TEST_F(RowsUsage, IdsMayLookLikeAnything) {
    const auto log =
        cli.dir.write("odd.jsonl", R"({"request_id":"[a,b]","ts":"2025-06-12T09:00:00","model_version":"v",)"
                                   R"("prompt":"p","response":"r","tags":[]})"
                                   "\n"
                                   R"({"request_id":"-x","ts":"2025-06-12T09:00:00","model_version":"v",)"
                                   R"("prompt":"p","response":"r","tags":[]})"
                                   "\n"
                                   R"({"request_id":"import","ts":"2025-06-12T09:00:00","model_version":"v",)"
                                   R"("prompt":"p","response":"r","tags":[]})"
                                   "\n");
    ASSERT_EQ(cli.count({"import", cli.store, log}, "stored"), 3);
    EXPECT_EQ(cli.count({"review", cli.store, "accept", "[a,b]", "import", "--", "-x"}, "changed"), 3);
    EXPECT_EQ(cli.json({"show", cli.store, "[a,b]"}).exit, 0);
}

TEST_F(RowsUsage, TextMayLookLikeAnything) {
    for (const std::string text :
         {"-1", "--help", "[a, b]", "{}", "%%", "\"quoted\"", " spaced ", "two\nlines\n"}) {
        ASSERT_EQ(cli.run({"correct", cli.store, "r1", "--text", text}).exit, 0) << text;
        EXPECT_EQ(cli.json({"show", cli.store, "r1"}).json()["correction"]["text"], text);
    }
}

} // namespace
} // namespace goldpan::test
