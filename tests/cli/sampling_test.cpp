// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// `import --keep` and what `stats` says of it afterwards.
#include "core/base/sha256.h"
#include "tests/cli/cli_runner.h"

#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Keep : public testing::Test {
protected:
    nlohmann::ordered_json import(const std::string& keep, const std::string& store) {
        const auto done = cli.json({"import", store, log, "--keep", keep, "--jobs", "1"}).json();
        EXPECT_EQ(done["read"], done["stored"].get<int>() + done["duplicate"].get<int>() +
                                    done["sampled_out"].get<int>() + done["quarantined"].get<int>());
        return done;
    }
    std::string ids(const std::string& store) {
        std::string out;
        for (const auto& row : cli.json({"queue", store, "--order", "log"}).lines()) {
            out += row["request_id"].get<std::string>() + " ";
        }
        return out;
    }
    nlohmann::ordered_json sampling() { return cli.json({"stats", cli.store}).json()["sampling"]; }

    CliRunner cli;
    std::string log = cli.dir.write("log.jsonl", miniLog(600) + "no row\n"); // ten hours
};

TEST_F(Keep, BudgetIsTheSameInANewStoreAndInOneThatIsThere) {
    const auto fresh = import("budget", cli.store);
    EXPECT_EQ(fresh["read"], 601);
    EXPECT_EQ(fresh["quarantined"], 1);
    std::string wanted;
    int healthy = 0;
    for (int i = 1; i <= 600; ++i) {
        const std::string id = "r" + std::to_string(i);
        const bool isSampled = i % 3 != 0 && stableHash64(id) < static_cast<std::uint64_t>(0.05 * 0x1p64);
        healthy += isSampled ? 1 : 0;
        wanted += i % 3 == 0 || isSampled ? id + " " : "";
    }
    EXPECT_EQ(ids(cli.store), wanted);
    EXPECT_EQ(fresh["stored"], 200 + healthy);
    EXPECT_EQ(fresh["sampled_out"], 400 - healthy);

    const auto again = import("budget", cli.store);
    EXPECT_EQ(again["duplicate"], fresh["stored"]);
    EXPECT_EQ(again["sampled_out"], fresh["sampled_out"]);

    const auto other = cli.dir.file("other.goldpan");
    ASSERT_EQ(cli.run({"import", other, cli.dir.write("empty.jsonl", "")}).exit, 0);
    EXPECT_EQ(import("budget", other)["stored"], fresh["stored"]);
    EXPECT_EQ(ids(other), wanted);

    const auto account = sampling();
    EXPECT_EQ(account["sampled_out"], fresh["sampled_out"]);
    const auto& rule = account["rules"][0];
    EXPECT_EQ(rule["keep"], "budget");
    EXPECT_EQ(rule["intended_rate"], 0.05);
    EXPECT_EQ(rule["achieved_rate"], healthy / 400.0);
    EXPECT_EQ(rule["read"], 600);
    EXPECT_EQ(rule["low_confidence"], 200);
    EXPECT_EQ(rule["sampled"], healthy);
    EXPECT_THAT(cli.run({"stats", cli.store}).out, HasSubstr("intended 5%"));
}

TEST_F(Keep, AWatchKeepsWhatAnImportDoes) {
    const auto followed = cli.dir.file("followed.goldpan");
    const auto wanted = import("budget", cli.store);
    const auto watch = [&] {
        return cli.json({"watch", followed, log, "--once", "--keep", "budget"}).json();
    };
    const auto first = watch();
    EXPECT_EQ(first["stored"], wanted["stored"]);
    EXPECT_EQ(first["sampled_out"], wanted["sampled_out"]);
    EXPECT_EQ(ids(followed), ids(cli.store));
    const auto again = watch();
    EXPECT_EQ(again["duplicate"], wanted["stored"]);
    EXPECT_EQ(again["sampled_out"], wanted["sampled_out"]) << "not counted twice";
    EXPECT_EQ(cli.json({"watch", followed, log, "--once"}).json()["stored"], wanted["sampled_out"]);
}

TEST_F(Keep, TheRateIsThePolicys) {
    ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("empty.jsonl", "")}).exit, 0);
    ASSERT_EQ(cli.run({"policy", cli.store, "set", "sample_rate", "0"}).exit, 0);
    EXPECT_EQ(import("budget", cli.store)["stored"], 200);
    ASSERT_EQ(cli.run({"policy", cli.store, "set", "sample_rate", "1"}).exit, 0);
    EXPECT_EQ(import("budget", cli.store)["stored"], 400);
}

TEST_F(Keep, AReservoirIsExactHourByHourInLogOrder) {
    const auto done = import("reservoir=7", cli.store);
    EXPECT_EQ(done["stored"], 200 + 10 * 7);
    int last = 0;
    for (const auto& row : cli.json({"queue", cli.store, "--order", "log"}).lines()) {
        const int number = std::stoi(row["request_id"].get<std::string>().substr(1));
        EXPECT_GT(number, last);
        last = number;
    }
    EXPECT_EQ(import("reservoir=7", cli.store)["stored"], 0);
    const auto rule = sampling()["rules"][0];
    EXPECT_EQ(rule["keep"], "reservoir=7");
    EXPECT_TRUE(rule["intended_rate"].is_null());
    EXPECT_EQ(rule["achieved_rate"], 70 / 400.0);
}

TEST_F(Keep, AReservoirSpansTheLogsOfOneImport) {
    const auto odd = cli.dir.write("a.jsonl", miniLog(30));
    ASSERT_EQ(cli.count({"import", cli.store, odd, log, "--keep", "reservoir=2"}, "stored"), 200 + 20);
}

TEST_F(Keep, LateEventsBringRowsInAndStatsSaysWhatWasLost) {
    ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("empty.jsonl", "")}).exit, 0);
    ASSERT_EQ(cli.run({"policy", cli.store, "set", "sample_rate", "0"}).exit, 0);
    ASSERT_EQ(cli.run({"policy", cli.store, "set", "ring_hours", "1"}).exit, 0);
    ASSERT_EQ(import("budget", cli.store)["sampled_out"], 400); // to 09:59
    const auto events = cli.dir.write("f.jsonl", R"({"request_id":"r1","kind":"report","ts":null})"
                                                 "\n"
                                                 R"({"request_id":"r599","kind":"report","ts":null})"
                                                 "\n");
    EXPECT_EQ(cli.json({"feedback", cli.store, events}).json().dump(),
              R"({"read":2,"applied":1,"duplicate":0,"waiting":1,"positive":0,"quarantined":0})");
    EXPECT_EQ(
        cli.json({"drift", cli.store, "--at", "2025-06-12T09:59:00", "--window", "2h"}).json()["in_window"],
        81)
        << "41 of low confidence, the report and 40 that were held, of 121";
    const auto account = sampling();
    EXPECT_EQ(account["held"], 0);
    EXPECT_EQ(account["brought_in"], 40);
    EXPECT_EQ(account["lost_to_sampling"], 41) << "r1 and 40 of the hour before";
    EXPECT_THAT(cli.run({"stats", cli.store}).out, HasSubstr("lost to sampling"));
    EXPECT_EQ(cli.json({"queue", cli.store, "--filter", "id:r599"}).json()["tags"].dump(),
              R"(["drift_window","user_negative"])");
    EXPECT_EQ(cli.json({"check", cli.store}).json()["ok"], true);
}

TEST_F(Keep, ARingOfAStoreThatIsBuiltIsPrunedToo) {
    auto late = miniLog(600);
    const auto far = R"({"request_id":"far","ts":"2025-06-14T00:00:00","model_version":"v1","prompt":"p",)"
                     R"("response":"r","response_logprob":-0.5,"tags":[]})"
                     "\n";
    const auto both = cli.dir.write("both.jsonl", late + far);
    ASSERT_EQ(cli.run({"import", cli.store, both, "--keep", "reservoir=1"}).exit, 0);
    EXPECT_EQ(sampling()["held"], 0);
    EXPECT_EQ(sampling()["sampled_out"], 390);
}

TEST_F(Keep, AllIsTheDefaultAndSaysNothingOfSampling) {
    ASSERT_EQ(cli.count({"import", cli.store, log}, "stored"), 600);
    EXPECT_EQ(sampling().dump(),
              R"({"rules":[],"sampled_out":0,"held":0,"brought_in":0,"lost_to_sampling":0})");
    EXPECT_THAT(cli.run({"stats", cli.store}).out, Not(HasSubstr("sampled")));
}

TEST_F(Keep, AFileThatIsNoLogLeavesNothingWithAReservoirEither) {
    const auto text = cli.dir.write("notes.txt", "one\ntwo\n");
    const auto refused = cli.json({"import", cli.store, text, "--keep", "reservoir=3"});
    EXPECT_EQ(refused.exit, 1);
    EXPECT_EQ(refused.errorCode(), "not_jsonl");
    EXPECT_EQ(cli.json({"stats", cli.store}).errorCode(), "not_found");
}

} // namespace
} // namespace goldpan::test
