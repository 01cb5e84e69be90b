// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// retrain and gate: from a batch to a model in use.
#include "tests/cli/cli_runner.h"

#include <gmock/gmock.h>
#include <sqlite3.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class RetrainTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", miniLog(6))}).exit, 0);
        for (const char* id : {"r1", "r2", "r3"}) {
            ASSERT_EQ(cli.run({"correct", cli.store, id, "--text", "gold"}).exit, 0);
        }
        ASSERT_EQ(cli.run({"export", cli.store, "--out", cli.dir.file("batch.jsonl")}).exit, 0);
    }
    CliRun retrain(std::vector<std::string> words) {
        words.insert(words.begin(), {"retrain", cli.store});
        return cli.json(words);
    }
    std::string eval(const std::string& name, double passRate) {
        return cli.dir.write(name, R"({"pass/coding":)" + std::to_string(passRate) + "}");
    }
    CliRun gate(double candidate, const std::vector<std::string>& more = {}) {
        std::vector<std::string> words{
            "gate", cli.store, "--candidate", eval("c.json", candidate), "--baseline", eval("b.json", 0.5)};
        words.insert(words.end(), more.begin(), more.end());
        return cli.json(words);
    }
    /// The first column of all rows, one after the other.
    std::string stored(const char* sql) {
        std::string found;
        sqlite3* raw = nullptr;
        EXPECT_EQ(sqlite3_open(cli.store.c_str(), &raw), SQLITE_OK);
        const auto take = [](void* to, int, char** values, char**) {
            static_cast<std::string*>(to)->append(values[0] != nullptr ? values[0] : "");
            return 0;
        };
        EXPECT_EQ(sqlite3_exec(raw, sql, take, &found, nullptr), SQLITE_OK) << sqlite3_errmsg(raw);
        sqlite3_close(raw);
        return found;
    }
    CliRunner cli;
};

TEST_F(RetrainTest, MarksABatchOnce) {
    const auto marked = retrain({"mark", "1", "--model", "v3", "--operator", "ann"});
    ASSERT_EQ(marked.exit, 0) << marked.err;
    EXPECT_EQ(marked.keys(), "batch model marked_at closed");
    EXPECT_EQ(retrain({"mark", "1", "--model", "v3"}).errorCode(), "refused");
    EXPECT_EQ(cli.run({"retrain", cli.store, "mark", "1", "--model", "v2"}).out,
              "batch 1 went into v2, drift windows closed: 0\n");
    EXPECT_EQ(retrain({"mark", "2", "--model", "v3"}).errorCode(), "not_found");
    const auto listed = retrain({"list"}).lines();
    ASSERT_EQ(listed.size(), 2U);
    EXPECT_EQ(listed[0].dump(), R"({"batch":1,"model":"v3","marked_at":)" + listed[0]["marked_at"].dump() +
                                    R"(,"operator":"ann","verdict":null,"deployed_at":null,)"
                                    R"("deployed_by":null,"reason":null})");
}

TEST_F(RetrainTest, WordsThatDoNotFitAreWrongUsage) {
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"mark"},
                                               {"mark", "1"},
                                               {"mark", "one", "--model", "v3"},
                                               {"mark", "0", "--model", "v3"},
                                               {"mark", "1", "--model", "v3", "--reason", "why"},
                                               {"deploy"},
                                               {"deploy", "v3", "--model", "v3"},
                                               {"list", "1"},
                                               {"undo"}}) {
        EXPECT_EQ(retrain(words).exit, 2) << testing::PrintToString(words);
    }
    EXPECT_THAT(retrain({"list"}).out, IsEmpty());
}

TEST_F(RetrainTest, ClosesTheDriftWindowsThatTheBatchCovers) {
    const auto drift = [&](const std::string& at) {
        ASSERT_EQ(cli.run({"drift", cli.store, "--at", at, "--window", "1m"}).exit, 0);
    };
    drift("2025-06-12T00:01:00Z"); // r1 and r2: all in the batch
    drift("2025-06-12T00:03:00Z"); // r3 is in the batch, r4 corrected after it
    drift("2025-06-12T00:05:00Z"); // none of it
    ASSERT_EQ(cli.run({"correct", cli.store, "r4", "--text", "later"}).exit, 0);
    EXPECT_EQ(retrain({"mark", "1", "--model", "v3"}).json()["closed"].dump(),
              R"(["2025-06-12T00:01:00.000000Z"])");
    ASSERT_EQ(cli.run({"policy", cli.store, "set", "drift_min_rows", "1"}).exit, 0);
    EXPECT_EQ(retrain({"mark", "1", "--model", "v4"}).json()["closed"].dump(),
              R"(["2025-06-12T00:03:00.000000Z"])")
        << "as many as the policy asks for";
}

TEST_F(RetrainTest, AWindowThatIsNotOverStaysOpen) {
    ASSERT_EQ(cli.run({"drift", cli.store, "--at", "2025-06-16T00:00:00Z", "--window", "5d"}).exit, 0);
    EXPECT_EQ(retrain({"mark", "1", "--model", "v3"}).json()["closed"].dump(), "[]");
    EXPECT_EQ(stored("SELECT count(*) FROM trained_drift"), "0");
}

TEST_F(RetrainTest, AModelIsDeployedOnAGreenGate) {
    ASSERT_EQ(retrain({"mark", "1", "--model", "v3"}).exit, 0);
    EXPECT_EQ(retrain({"deploy", "v3"}).errorCode(), "refused") << "no gate yet";
    EXPECT_EQ(gate(0.4).exit, 3);
    EXPECT_EQ(retrain({"deploy", "v3"}).errorCode(), "refused");
    EXPECT_THAT(retrain({"deploy", "v3"}).err, HasSubstr("blocked"));
    EXPECT_EQ(gate(0.9, {"--model", "v9"}).exit, 0);
    EXPECT_EQ(retrain({"deploy", "v3"}).errorCode(), "refused") << "that was of another model";
    EXPECT_EQ(gate(0.6).exit, 0);
    const auto done = retrain({"deploy", "v3", "--operator", "bo"});
    ASSERT_EQ(done.exit, 0) << done.err;
    EXPECT_EQ(done.keys(), "model deployed_at verdict reason");
    EXPECT_EQ(done.json()["verdict"], "promotable");
    EXPECT_EQ(retrain({"list"}).json()["deployed_by"], "bo");
    EXPECT_EQ(retrain({"deploy", "v3", "--reason", "again"}).errorCode(), "refused")
        << "it is deployed already";
    EXPECT_EQ(retrain({"deploy", "v9"}).errorCode(), "not_found") << "no batch went into it";
}

TEST_F(RetrainTest, ALaterGateCountsNotAnEarlierOne) {
    ASSERT_EQ(retrain({"mark", "1", "--model", "v3"}).exit, 0);
    EXPECT_EQ(gate(0.6).exit, 0);
    EXPECT_EQ(gate(0.4).exit, 3);
    EXPECT_EQ(retrain({"deploy", "v3"}).errorCode(), "refused");
}

TEST_F(RetrainTest, AGateOfAnEarlierModelOfTheNameDoesNotCount) {
    ASSERT_EQ(cli.run({"export", cli.store, "--out", cli.dir.file("again.jsonl")}).exit, 0);
    ASSERT_EQ(retrain({"mark", "1", "--model", "v3"}).exit, 0);
    EXPECT_EQ(gate(0.6).exit, 0);
    ASSERT_EQ(retrain({"mark", "2", "--model", "v3"}).exit, 0);
    const auto old = retrain({"deploy", "v3"});
    EXPECT_EQ(old.errorCode(), "refused");
    EXPECT_THAT(old.err, HasSubstr("since a batch was last marked"));
    EXPECT_TRUE(retrain({"list"}).lines()[0]["verdict"].is_null());
    EXPECT_EQ(gate(0.6).exit, 0);
    EXPECT_EQ(retrain({"deploy", "v3"}).exit, 0);
}

TEST_F(RetrainTest, AReasonIsKeptWithoutPii) {
    ASSERT_EQ(retrain({"mark", "1", "--model", "v3"}).exit, 0);
    EXPECT_EQ(retrain({"deploy", "v3", "--reason", " \t"}).errorCode(), "refused");
    ASSERT_EQ(retrain({"deploy", "v3", "--reason", "ann@example.org asked for it"}).exit, 0);
    EXPECT_EQ(retrain({"list"}).json()["reason"], "[EMAIL] asked for it");
    EXPECT_THAT(cli.run({"retrain", cli.store, "list"}).out, HasSubstr("no gate"));
    EXPECT_THAT(cli.run({"retrain", cli.store, "list"}).out, Not(HasSubstr("example.org")));
}

TEST_F(RetrainTest, AnOperatorIsKeptWithoutPii) {
    ASSERT_EQ(retrain({"mark", "1", "--model", "v3", "--operator", "ann@example.org"}).exit, 0);
    EXPECT_EQ(gate(0.6, {"--operator", "bo@example.org"}).exit, 0);
    ASSERT_EQ(retrain({"deploy", "v3", "--operator", "cy@example.org"}).exit, 0);
    const auto kept = retrain({"list"}).json();
    EXPECT_EQ(kept["operator"], "[EMAIL]");
    EXPECT_EQ(kept["deployed_by"], "[EMAIL]");
    EXPECT_EQ(stored("SELECT operator FROM gate_verdicts"), "[EMAIL]");
}

TEST_F(RetrainTest, AReportIsKeptWithoutPii) {
    const auto file =
        cli.dir.write("c.json", R"([{"suite":"of ann@example.org","metric":"pass_rate","value":0.25}])");
    const auto said = cli.json({"gate", cli.store, "--candidate", file});
    EXPECT_THAT(said.out, HasSubstr("ann@example.org")) << "the report as such is about the file";
    const auto report = stored("SELECT report FROM gate_verdicts");
    EXPECT_THAT(report, Not(HasSubstr("example.org")));
    EXPECT_THAT(report, HasSubstr(R"("suite":"of [EMAIL]")"));
    EXPECT_THAT(report, HasSubstr(R"("candidate":0.25)")) << "figures stay";
}

TEST_F(RetrainTest, AVerdictBelongsToTheModelMarkedLast) {
    EXPECT_THAT(cli.run({"gate", cli.store, "--candidate", eval("c.json", 1)}).out,
                HasSubstr("incomplete, kept for no model"));
    ASSERT_EQ(retrain({"mark", "1", "--model", "v3"}).exit, 0);
    ASSERT_EQ(retrain({"mark", "1", "--model", "v4"}).exit, 0);
    EXPECT_THAT(
        cli.run({"gate", cli.store, "--candidate", eval("c.json", 1), "--baseline", eval("b.json", 1)}).out,
        HasSubstr("promotable, kept for v4"));
    const auto lines = retrain({"list"}).lines();
    EXPECT_TRUE(lines[0]["verdict"].is_null());
    EXPECT_EQ(lines[1]["verdict"], "promotable");
}

} // namespace
} // namespace goldpan::test
