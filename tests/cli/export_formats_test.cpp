// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `export --format`: every name is taken, and a row that a format cannot hold is told with the reason.
#include "core/exporting/formats/format.h"
#include "tests/cli/cli_runner.h"

#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;

TEST(CliExportFormats, EveryNameIsTakenAndSaysWhatItCannotHold) {
    CliRunner cli;
    const auto log = cli.dir.write(
        "log.jsonl",
        R"({"request_id":"a","ts":"2025-06-12T09:00:00","model_version":"m","prompt":"p","response":"r","latency_ms":null,"user_id_hash":null,"response_logprob":null,"tags":["t"]})"
        "\n"
        R"({"request_id":"b","ts":"2025-06-12T09:00:01","model_version":"m","prompt":"p","response":"r","latency_ms":null,"user_id_hash":null,"response_logprob":null,"tags":["t"],"messages":[{"role":"system","content":"1"},{"role":"system","content":"2"},{"role":"user","content":"p"}]})"
        "\n");
    ASSERT_EQ(cli.run({"import", cli.store, log}).exit, 0);
    for (const auto* id : {"a", "b"}) {
        ASSERT_EQ(cli.run({"correct", cli.store, id, "--text", "gold"}).exit, 0);
    }
    for (const auto format : exporting::kFormats) {
        const std::string name(exporting::formatName(format));
        const auto out = cli.dir.file(name + ".jsonl.gz");
        const auto done = cli.json({"export", cli.store, "--format", name, "--out", out});
        EXPECT_EQ(done.exit, 0) << name << done.err;
        const bool refuses = format == exporting::Format::mistral || format == exporting::Format::sharegpt ||
                             format == exporting::Format::alpaca;
        EXPECT_EQ(done.keys(),
                  std::string("rows excluded warned files batch") + (refuses ? " invalid_why" : ""))
            << name;
        EXPECT_EQ(done.json()["rows"], refuses ? 1 : 2) << name;
        EXPECT_EQ(cli.run({"verify", out}).exit, 0) << name;
        if (refuses) {
            EXPECT_EQ(done.json()["invalid_why"].dump(), "{\"" + name + ": two system messages\":1}");
            EXPECT_THAT(cli.run({"export", cli.store, "--format", name, "--dry-run"}).err,
                        HasSubstr("held back (invalid): b (" + name + ": two system messages)"));
        }
    }
    const auto refused = cli.run({"export", cli.store, "--format", "csv", "--dry-run"});
    EXPECT_EQ(refused.exit, 2);
    EXPECT_THAT(cli.run({"export", "-h"}).out, HasSubstr("openai-dpo (OpenAI preferences)"));
}

} // namespace
} // namespace goldpan::test
