// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_runner.h"

#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;

class ExportChecksCli : public testing::Test {
protected:
    void SetUp() override {
        std::string log;
        for (const std::string id : {"a", "b", "c"}) {
            log +=
                R"({"request_id":")" + id +
                R"(","ts":"2025-06-12T09:00:00","model_version":"v1","prompt":")" +
                (id == "c" ? "Who wrote the play?" : "Please name the capital of that country for me now") +
                R"(","response":"no","tags":["t"]})" + "\n";
        }
        ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", log)}).exit, 0);
        for (const std::string id : {"a", "b", "c"}) {
            const std::string text = id == "c" ? "Ann did </s>" : "It is the one of " + id;
            ASSERT_EQ(cli.run({"correct", cli.store, id, "--text", text}).exit, 0);
        }
    }
    CliRunner cli;
};

TEST_F(ExportChecksCli, ADryRunTellsWhatWasFoundAndWhere) {
    const auto done = cli.json({"export", cli.store, "--dry-run"});
    EXPECT_EQ(done.keys(), "rows excluded warned files batch findings");
    const auto json = done.json();
    EXPECT_EQ(json["warned"]["conflict"], 2);
    EXPECT_EQ(json["warned"]["stop_token"], 1);
    EXPECT_EQ(json["findings"][0].dump(),
              R"({"request_id":"a","check":"conflict","other":"b","excluded":false})");
    const auto text =
        cli.run({"export", cli.store, "--dry-run", "--exclude", "conflict", "--keep", "a=the newer one"});
    EXPECT_THAT(text.out, HasSubstr("conflict 1"));
    EXPECT_THAT(text.err, HasSubstr("conflict: a beside b; kept: the newer one\n"));
    EXPECT_THAT(text.err, HasSubstr("conflict (left out): b beside a\n"));
    EXPECT_THAT(text.err, HasSubstr("stop_token: c, in the correction: </s>\n"));
}

TEST_F(ExportChecksCli, AGoldSetAndABudgetAreGiven) {
    const auto gold = cli.dir.write(
        "gold.jsonl", R"({"id":"q7","prompt":"Please name the capital of that country for me now"})"
                      "\n");
    const auto json = cli.json({"export", cli.store, "--dry-run", "--gold", gold, "--max-tokens", "3",
                                "--exclude", "contaminated"})
                          .json();
    EXPECT_EQ(json["excluded"]["contaminated"], 2);
    EXPECT_EQ(json["warned"]["too_long"], 1);
    EXPECT_EQ(json["findings"][0]["gold_id"], "q7");
    EXPECT_EQ(json["findings"][0]["share"], 1.0);
    const auto broken = cli.dir.write("broken.jsonl", "{\"x\":1}\n");
    EXPECT_EQ(cli.json({"export", cli.store, "--dry-run", "--gold", broken}).errorCode(), "bad_value");
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{"--exclude", "contaminated"},
                                                  {"--exclude", "pii"},
                                                  {"--keep", "a"},
                                                  {"--keep", "=why"},
                                                  {"--keep", "a="},
                                                  {"--split", "2"},
                                                  {"--max-tokens", "0"}}) {
        std::vector<std::string> line{"export", cli.store, "--dry-run"};
        line.insert(line.end(), wrong.begin(), wrong.end());
        EXPECT_EQ(cli.run(line).exit, 2) << wrong[0] << ' ' << wrong[1];
    }
}

TEST_F(ExportChecksCli, AGoldCaseOfTheSystemPromptIsHeldAgainstNoRowAndTold) {
    const std::string system =
        "You help the guests of a library and answer in one short friendly sentence only";
    std::string log;
    for (const std::string id : {"d", "e", "f"}) {
        log += R"({"request_id":")" + id + R"(","prompt":"Where is )" + id +
               R"(?","messages":[{"role":"system","content":")" + system +
               R"("},{"role":"user","content":"Where is )" + id +
               R"(?"}],"response":"no","ts":"2025-06-12T09:00:00","model_version":"v1","tags":["shelf"]})" +
               "\n";
    }
    ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("more.jsonl", log)}).exit, 0);
    for (const std::string id : {"d", "e", "f"}) {
        ASSERT_EQ(cli.run({"correct", cli.store, id, "--text", "There, " + id}).exit, 0);
    }
    const auto gold = cli.dir.write("gold.jsonl", R"({"id":"q8","prompt":")" + system + "\"}\n");
    const std::vector<std::string> given{"export", cli.store, "--dry-run", "--tags",      "shelf",
                                         "--gold", gold,      "--exclude", "contaminated"};
    const auto json = cli.json(given).json();
    EXPECT_EQ(json["rows"], 3);
    EXPECT_EQ(json["gold_in_frames"].dump(), R"({"q8":3})");
    EXPECT_THAT(cli.run(given).err, HasSubstr("gold case q8 stands in the system prompt of 3 rows"));
}

TEST_F(ExportChecksCli, ThePolicyExcludesForReadinessToo) {
    const auto set = cli.json({"policy", cli.store, "set", "export_exclude", "stop_token,conflict"}).json();
    EXPECT_EQ(set["value"], "conflict,stop_token");
    EXPECT_EQ(cli.json({"export", cli.store, "--dry-run"}).json()["rows"], 0);
    ASSERT_EQ(cli.run({"tag", cli.store, "add", "cluster:x", "a", "c"}).exit, 0);
    const auto have = [&] {
        const auto told = cli.json({"readiness", cli.store}).json();
        for (const auto& trigger : told["triggers"]) {
            if (trigger["name"] == "cluster") {
                return trigger["have"].get<int>();
            }
        }
        return 0;
    };
    EXPECT_EQ(have(), 0) << "of the cluster none would be exported";
    ASSERT_EQ(cli.run({"policy", cli.store, "set", "export_exclude", "none"}).exit, 0);
    EXPECT_EQ(have(), 2);
    for (const std::string value :
         {"pii", "conflict,", ",conflict", "conflict, identical", "none,conflict"}) {
        EXPECT_EQ(cli.json({"policy", cli.store, "set", "export_exclude", value}).errorCode(), "bad_value")
            << value;
    }
}

TEST_F(ExportChecksCli, ASplitTellsOfBothFiles) {
    const auto json =
        cli.json({"export", cli.store, "--out", cli.dir.file("x.jsonl"), "--split", "0.5"}).json();
    ASSERT_EQ(json["files"].size(), 2U);
    EXPECT_EQ(json["files"][1]["path"], cli.dir.file("x.validation.jsonl"));
    EXPECT_EQ(json["files"][1]["rows"], json["validation_rows"]);
    EXPECT_EQ(cli.json({"verify", cli.dir.file("x.jsonl")}).json()["files"].size(), 2U);
    EXPECT_EQ(cli.run({"verify", cli.dir.file("x.validation.jsonl")}).exit, 0)
        << "by the manifest of x.jsonl";
}

} // namespace
} // namespace goldpan::test
