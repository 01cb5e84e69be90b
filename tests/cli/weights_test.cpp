// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How many rows of the log a row stands for goes out with `export --format log` and comes in again.
#include "tests/cli/cli_runner.h"

#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Weights : public testing::Test {
protected:
    std::int64_t import(const std::string& store, const std::string& from, const std::string& field,
                        const std::string& keep = "all") {
        return cli.count({"import", store, from, "--keep", keep}, field);
    }
    /// The log of `store`, as it then is in the file `name`.
    std::string exported(const std::string& store, std::string_view name) {
        const auto done = cli.run({"export", store, "--format", "log", "--out", cli.dir.file(name)});
        EXPECT_EQ(done.exit, 0) << done.err;
        return cli.dir.read(name);
    }
    /// Days and logprobs, each row counted as often as it stands for one.
    std::string timeline(const std::string& store) {
        const auto said = cli.json({"readiness", store, "--timeline"}).json();
        return said.at("days").dump() + said.at("logprobs").dump();
    }
    /// What `store` holds is the same in a new store, and goes out of that the same.
    void expectTheSameAgain(const std::string& store) {
        const auto text = exported(store, "first.jsonl");
        const auto other = cli.dir.file("other.goldpan");
        (void)import(other, cli.dir.file("first.jsonl"), "stored");
        const auto before = timeline(store);
        EXPECT_EQ(timeline(other), before);
        EXPECT_EQ(exported(other, "second.jsonl"), text);
        EXPECT_EQ(import(store, cli.dir.file("first.jsonl"), "differs"), 0) << "the weight is no content";
        EXPECT_EQ(timeline(store), before);
    }
    static std::string feedbackFor(int from, int to) {
        std::string events;
        for (int row = from; row <= to; ++row) {
            events +=
                R"({"request_id":"r)" + std::to_string(row) + R"(","kind":"thumbs_down","ts":null})" + "\n";
        }
        return events;
    }

    CliRunner cli;
    std::string log = cli.dir.write("log.jsonl", miniLog(600)); // ten hours
};

TEST_F(Weights, OfABudgetComeInAgain) {
    ASSERT_GT(import(cli.store, log, "sampled_out", "budget"), 0);
    EXPECT_THAT(exported(cli.store, "a.jsonl"), HasSubstr(R"("meta":{"sample_weight":20.0}})"));
    expectTheSameAgain(cli.store);
}

TEST_F(Weights, OfAReservoirComeInAgain) {
    ASSERT_GT(import(cli.store, log, "sampled_out", "reservoir=7"), 0);
    expectTheSameAgain(cli.store);
}

TEST_F(Weights, ComeInAgainAfterLateFeedback) {
    ASSERT_GT(import(cli.store, log, "sampled_out", "budget"), 0);
    const auto events = cli.dir.write("f.jsonl", feedbackFor(1, 90));
    ASSERT_EQ(cli.count({"feedback", cli.store, events}, "applied"), 90);
    expectTheSameAgain(cli.store);
}

TEST_F(Weights, OfALineAreForgottenOnceTheOthersAreThere) {
    ASSERT_GT(import(cli.store, log, "sampled_out", "budget"), 0);
    (void)exported(cli.store, "sampled.jsonl"); // like a log that was sampled when it was written
    const auto sampled = cli.dir.file("sampled.goldpan");
    (void)import(sampled, cli.dir.file("sampled.jsonl"), "stored");
    EXPECT_EQ(import(sampled, log, "differs"), 0);
    const auto whole = cli.dir.file("whole.goldpan");
    (void)import(whole, log, "stored");
    EXPECT_EQ(timeline(sampled), timeline(whole));
    EXPECT_THAT(exported(sampled, "again.jsonl"), Not(HasSubstr("sample_weight")));
    expectTheSameAgain(sampled);
}

} // namespace
} // namespace goldpan::test
