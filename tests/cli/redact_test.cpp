// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_runner.h"

#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;

TEST(RedactVerb, TakesStandardInputAsOneText) {
    CliRunner cli;
    const auto done = cli.run({"redact"}, "mail jane.roe@example.com\nor not\n");
    EXPECT_EQ(done.exit, 0);
    EXPECT_EQ(done.out, "mail [EMAIL]\nor not\n");
    EXPECT_EQ(cli.run({"redact"}, "").out, "");
    EXPECT_EQ(cli.run({"redact"}, "caf\xE9 without line feed").out, "caf\xE9 without line feed");
}

TEST(RedactVerb, TakesALineEachAndKeepsTheirOrder) {
    CliRunner cli;
    const auto done = cli.run({"redact", "--jsonl"}, R"({"id":"b","text":"a@example.com and b@example.org"})"
                                                     "\n\n"
                                                     R"({"text":"nothing","id":7})");
    EXPECT_EQ(done.exit, 0) << done.err;
    EXPECT_EQ(done.out, R"({"id":"b","redacted":"[EMAIL] and [EMAIL]","counts":{"EMAIL":2}})"
                        "\n"
                        R"({"id":7,"redacted":"nothing","counts":{}})"
                        "\n");
}

TEST(RedactVerb, ABadLineIsNamedAndNotQuoted) {
    CliRunner cli;
    for (const std::string bad : {"secret", "[]", R"({"id":"a"})", R"({"id":"a","text":3})",
                                  R"({"text":"secret"})", "{\"id\":1,\"text\":\"secret\xE9\"}"}) {
        const auto done = cli.run({"redact", "--jsonl", "--json"}, R"({"id":"a","text":"x"})"
                                                                   "\n" +
                                                                       bad +
                                                                       "\n"
                                                                       R"({"id":"z","text":"y"})"
                                                                       "\n");
        EXPECT_EQ(done.exit, 1) << bad;
        EXPECT_EQ(done.errorCode(), "bad_value") << bad;
        EXPECT_THAT(done.err, HasSubstr("line 2")) << bad;
        EXPECT_THAT(done.err, Not(HasSubstr("secret"))) << bad;
        EXPECT_EQ(done.lines().size(), 2U) << "the line before it and the one behind";
    }
}

TEST(RedactVerb, ReadsWhatAnImportReads) {
    CliRunner cli;
    const auto done = cli.run({"redact", "--jsonl"}, R"({"id":"a","text":"x \ud83d y","score":NaN})"
                                                     "\n"
                                                     R"({"id":[1,"b"],"text":"old","text":"a@example.com"})"
                                                     "\n");
    EXPECT_EQ(done.exit, 0) << done.err;
    EXPECT_EQ(done.out, "{\"id\":\"a\",\"redacted\":\"x \uFFFD y\",\"counts\":{}}\n"
                        R"({"id":[1,"b"],"redacted":"[EMAIL]","counts":{"EMAIL":1}})"
                        "\n");
}

TEST(RedactVerb, SaysWhatIsWrongWithItsBytesAndReadsOn) {
    CliRunner cli;
    const auto done = cli.run({"redact", "--jsonl"}, "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"b@example.com\"}\n"
                                                     "{\"id\":\"b\",\"text\":\"caf\xE9\"}\r\n"
                                                     "{\"id\":\"c\",\"text\":\"d\"}\r\n");
    EXPECT_EQ(done.exit, 1);
    EXPECT_EQ(done.lines().size(), 2U);
    EXPECT_THAT(done.out, HasSubstr("[EMAIL]"));
    EXPECT_THAT(done.err, HasSubstr("line 2"));
    EXPECT_THAT(done.err, HasSubstr("not valid UTF-8"));
    EXPECT_THAT(done.err, Not(HasSubstr("line 1")));
    EXPECT_THAT(done.err, Not(HasSubstr("caf")));
}

TEST(RedactVerb, ALargeIdKeepsItsBytes) {
    CliRunner cli;
    for (const std::string id : {"12345678901234567890123", "1e400", "-0.10", "1.50"}) {
        const auto done = cli.run({"redact", "--jsonl"}, R"({"id":)" + id + R"(,"text":"x"})");
        EXPECT_EQ(done.exit, 0) << done.err;
        EXPECT_EQ(done.out, R"({"id":)" + id + R"(,"redacted":"x","counts":{}})" + "\n");
    }
    EXPECT_EQ(cli.run({"redact", "--jsonl"}, R"({"id":01,"text":"x"})").exit, 1);
}

TEST(RedactVerb, ReportsWhatItLeftOut) {
    CliRunner cli;
    const std::string lines = "{\"id\":1,\"text\":\"a@example.com\"}\nbad\nworse\n";
    const auto done = cli.run({"redact", "--jsonl", "--report"}, lines);
    EXPECT_EQ(done.exit, 1);
    EXPECT_THAT(done.out, testing::ContainsRegex("texts +1\n"));
    EXPECT_THAT(done.out, testing::ContainsRegex("bad lines +2\n"));
    EXPECT_THAT(done.err, HasSubstr("line 2"));
    EXPECT_THAT(done.err, HasSubstr("line 3"));
    const auto all = cli.json({"redact", "--jsonl", "--report"}, lines);
    EXPECT_EQ(all.json()["bad_lines"], 2);
    EXPECT_EQ(all.json()["texts"], 1);
}

} // namespace
} // namespace goldpan::test
