// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_runner.h"

#include <gmock/gmock.h>

namespace goldpan::test {
namespace {

using testing::HasSubstr;

class PolicyShape : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(cli.run({"import", cli.store, cli.dir.write("log.jsonl", miniLog(6))}).exit, 0);
    }
    CliRunner cli;
};

TEST_F(PolicyShape, ReadsAndChanges) {
    EXPECT_EQ(cli.run({"policy", cli.store}).out,
              "cluster_min_rows = 100\ndrift_min_rows = 100\ndrift_window_hours = 12.0\n"
              "export_exclude = none\n"
              "low_confidence_logprob = -3.0\nring_hours = 24.0\nsample_rate = 0.05\nschedule_days = 30\n");
    const auto all = cli.json({"policy", cli.store, "get"}).json();
    EXPECT_EQ(all["low_confidence_logprob"], -3.0);
    EXPECT_EQ(all["drift_window_hours"], 12.0);
    EXPECT_EQ(cli.json({"policy", cli.store, "get", "drift_window_hours"}).keys(), "drift_window_hours");
    const auto set =
        cli.json({"policy", cli.store, "set", "low_confidence_logprob", "-0.5", "--operator", "ana"});
    EXPECT_EQ(set.keys(), "key value changed");
    EXPECT_EQ(set.json()["value"], -0.5);
    EXPECT_EQ(cli.json({"policy", cli.store}).json()["low_confidence_logprob"], -0.5);
    EXPECT_EQ(cli.json({"policy", cli.store, "set", "low_confidence_logprob", "2"}).errorCode(), "bad_value");
    EXPECT_EQ(cli.json({"policy", cli.store, "set", "no_such_key", "2"}).errorCode(), "bad_value");
    EXPECT_EQ(cli.json({"policy", cli.store, "get", "no_such_key"}).errorCode(), "bad_value");
    EXPECT_EQ(cli.json({"policy", cli.store, "set", "low_confidence_logprob"}).exit, 2);
    EXPECT_EQ(cli.json({"policy", cli.store, "get", "low_confidence_logprob", "-1"}).exit, 2);
}

TEST_F(PolicyShape, OfSamplingIsCheckedAtBothEnds) {
    const auto set = [&](const std::string& key, const std::string& value) {
        const auto done = cli.json({"policy", cli.store, "set", key, value});
        return done.exit == 0 ? cli.json({"policy", cli.store, "get", key}).json()[key].dump()
                              : done.errorCode();
    };
    EXPECT_EQ(set("sample_rate", "0"), "0.0");
    EXPECT_EQ(set("sample_rate", "1"), "1.0");
    for (const std::string value : {"-0.01", "1.0000001", "nan", "inf", "5%", "x"}) {
        EXPECT_EQ(set("sample_rate", value), "bad_value") << value;
    }
    EXPECT_EQ(set("ring_hours", "0"), "0.0");
    EXPECT_EQ(set("ring_hours", "8784"), "8784.0");
    EXPECT_EQ(set("ring_hours", "8785"), "bad_value");
    EXPECT_EQ(set("ring_hours", "-1"), "bad_value");
    EXPECT_EQ(cli.json({"policy", cli.store}).json()["sample_rate"], 1.0)
        << "a refused value changes nothing";
}

TEST_F(PolicyShape, TakesOnlyADriftWindowThatAnEventCanHave) {
    for (const std::string value : {"0", "-0", "1e-12", "2.7e-10", "8784.001", "nan"}) {
        const auto refused = cli.json({"policy", cli.store, "set", "drift_window_hours", value});
        EXPECT_EQ(refused.errorCode(), "bad_value") << value;
    }
    for (const std::string value : {"2.8e-10", "0.5", "8784"}) {
        ASSERT_EQ(cli.run({"policy", cli.store, "set", "drift_window_hours", value}).exit, 0) << value;
        EXPECT_EQ(cli.run({"drift", cli.store, "--at", "2020-01-01"}).exit, 0) << value;
    }
}

TEST_F(PolicyShape, HasNoNegativeZero) {
    for (const std::string key : {"low_confidence_logprob", "sample_rate", "ring_hours"}) {
        EXPECT_EQ(cli.json({"policy", cli.store, "set", key, "-0"}).json()["value"].dump(), "0.0") << key;
        EXPECT_EQ(cli.json({"policy", cli.store, "get", key}).json()[key].dump(), "0.0") << key;
    }
}

TEST_F(PolicyShape, TakesNoNonsenseAndNamesTheKey) {
    for (const std::string key : {"drift_min_rows", "schedule_days", "cluster_min_rows"}) {
        for (const std::string value : {"0", "-1", "7.5", "nan", "1e3", "30d", "", "99999999999999999999"}) {
            const auto refused = cli.json({"policy", cli.store, "set", key, value});
            EXPECT_EQ(refused.errorCode(), value.empty() ? "usage" : "bad_value") << key << value;
            EXPECT_THAT(refused.err, value.empty() ? HasSubstr("policy takes") : HasSubstr(key));
        }
        EXPECT_EQ(cli.json({"policy", cli.store, "set", key, "7"}).json().dump(),
                  "{\"key\":\"" + key + "\",\"value\":7,\"changed\":0}");
        EXPECT_EQ(cli.json({"policy", cli.store, "get", key}).json()[key], 7);
        EXPECT_THAT(cli.run({"policy", "-h"}).out, HasSubstr(key));
    }
}

} // namespace
} // namespace goldpan::test
