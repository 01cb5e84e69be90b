// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A log whose path newer rules redact is the same log: what was read of its files is not read again.
#include "app/composition/store_factory.h"
#include "core/ingest/log_follower.h"
#include "core/ingest/log_name.h"
#include "core/store/reredaction.h"
#include "tests/store/support/review_desk.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace goldpan {
namespace {

class FollowedUnderRules : public testing::Test {
protected:
    FollowedUnderRules() {
        desk.StoreBuilder::add({test::entry("a")});
        append("r1");
        append("r2");
        EXPECT_EQ(follow(builtIn), 2);
        std::filesystem::rename(log, log + ".1");
        append("r3");
        EXPECT_EQ(follow(builtIn), 1) << "of the rotated file nothing is new";
    }

    void append(const std::string& id) const {
        std::ofstream(log, std::ios::app)
            << R"({"request_id":")" << id
            << R"(","ts":"2026-06-12T03:04:05Z","model_version":"m","prompt":"p",)"
            << R"("response":"r","latency_ms":1,"user_id_hash":"00112233445566ff","response_logprob":-0.1,)"
            << R"("tags":[]})" << '\n';
    }
    /// The lines that were read.
    std::int64_t follow(const redact::Redactor& redactor) {
        ingest::ImportReport report;
        ingest::LogFollower follower(desk.store(), redactor,
                                     {.log = log, .operatorName = "olga", .once = true});
        const auto done = follower.run(report, {});
        EXPECT_TRUE(done) << done.error().message;
        return report.read;
    }
    void reredact() {
        ASSERT_TRUE(desk.store().reredaction().begin({.rulesHash = "f00d", .rules = "{}"}));
        ASSERT_TRUE(desk.store().reredaction().rewrite(whales, {}, {}));
        desk.close();
        const auto ended = composition::endReredaction(desk.path(), whales);
        ASSERT_TRUE(ended) << ended.error().message;
        desk.reopen();
    }

    test::DeskStore desk;
    std::string log = desk.dir().file("whale.jsonl");
    redact::Redactor builtIn;
    redact::Redactor whales{*redact::RuleSet::fromJson(
        R"({"rules": [{"name": "whale", "pattern": "whale", "token": "[WHALE]"}]})")};
    redact::Redactor jsons{*redact::RuleSet::fromJson(
        R"({"rules": [{"name": "whale", "pattern": "whale|jsonl", "token": "[WHALE]"}]})")};
};

TEST_F(FollowedUnderRules, WithoutAReredactionItIsKnownByItsFiles) {
    EXPECT_EQ(follow(whales), 1);
    EXPECT_EQ(follow(whales), 1);
    append("r4");
    std::filesystem::rename(log + ".1", log + ".2");
    std::filesystem::rename(log, log + ".1");
    append("r5");
    EXPECT_EQ(follow(jsons), 3) << "the file with r4, and the log";
}

TEST_F(FollowedUnderRules, AfterAReredactionItHasTheKeyThatAWatchAsksFor) {
    reredact();
    EXPECT_EQ(desk.query("SELECT log FROM followed_log"), ingest::logKey(log, whales));
    EXPECT_EQ(desk.query("SELECT DISTINCT log FROM followed_file"), ingest::logKey(log, whales));
    EXPECT_EQ(follow(whales), 1);
    EXPECT_EQ(desk.query("SELECT count(*) FROM followed_log"), "1");
}

TEST_F(FollowedUnderRules, AReredactionAfterAWatchWithTheRulesKeepsOneOfEach) {
    EXPECT_EQ(follow(whales), 1);
    reredact();
    EXPECT_EQ(desk.query("SELECT log FROM followed_log"), ingest::logKey(log, whales));
    EXPECT_EQ(desk.query("SELECT count(*) FROM followed_file"), "2");
    EXPECT_EQ(follow(whales), 1);
}

} // namespace
} // namespace goldpan
