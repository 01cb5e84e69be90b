// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Filters under a re-redaction: one that spells what goes would find other rows with a token in its place.
#include "core/store/redacted_filter.h"
#include "tests/store/support/reredaction_desk.h"

namespace goldpan {
namespace {

using ReredactedFilters = test::ReredactionDesk;

TEST_F(ReredactedFilters, TimesAndNumbersOfAFilterAreNoPii) {
    const redact::Redactor digits(*redact::RuleSet::fromJson(
        R"({"rules": [{"name": "digits", "pattern": "[0-9]{2,}", "token": "[DIGITS]"}]})"));
    EXPECT_FALSE(store::filterHoldsPii("after:2025-05-01 -latency>1500 (logprob<-12 OR is:flagged)", digits));
    EXPECT_TRUE(store::filterHoldsPii("after:2025-05-01 prompt:2025", digits));
    EXPECT_TRUE(store::filterHoldsPii("id:2025", digits));
    EXPECT_TRUE(store::filterHoldsPii("after:2025-05-01 (", digits)) << "no filter: words";
}

TEST_F(ReredactedFilters, ASpecKeepsItsKeysAndLeavesItsFilterOut) {
    const redact::Redactor keys(*redact::RuleSet::fromJson(
        R"({"rules": [{"name": "words", "pattern": "format|filter|sft|jane", "token": "[WORD]"}]})"));
    desk.run(
        R"(INSERT INTO export_batch(id, created_at, format, path, rows, sha256, spec, published) VALUES(1, 5, 'sft', '/out', 1, 'ff',)"
        R"( '{"format":"sft","tags":["of jane"],"filter":"prompt:jane"}', 1))");
    ASSERT_TRUE(reredaction().begin(rules()));
    ASSERT_TRUE(reredaction().rewrite(keys, {}, {}));
    EXPECT_EQ(desk.query("SELECT spec FROM export_batch"),
              R"({"format":"sft","tags":["of [WORD]"],"filter":"","filter_left_out":true})");
}

TEST_F(ReredactedFilters, QueuesWhoseFiltersSpellWhatGoesAreLeftOutAndCounted) {
    const redact::Redactor whales(*redact::RuleSet::fromJson(
        R"({"rules": [{"name": "whale", "pattern": "blue whale", "token": "[WHALE]"}]})"));
    desk.run("INSERT INTO saved_queue VALUES('class', '/blue[ ]whale/i', 'ts', 1),"
             " ('split', 'prompt:blue prompt:whale', 'ts', 2), ('the same blue whale', '/blue[ ]whale/i', "
             "'ts', 3),"
             " ('kept', 'prompt:blue is:flagged', 'ts', 4), ('the blue whale', 'is:flagged', 'ts', 5)");
    desk.run(
        R"(INSERT INTO export_batch(id, created_at, format, path, rows, sha256, spec, published) VALUES(1, 5, 'sft', '/out', 1, 'ff',)"
        R"( '{"filter":"/blue[ ]whale/i"}', 1))");
    const auto tally = reredaction().preview(whales, {}, {}, {});
    ASSERT_TRUE(tally) << tally.error().message;
    EXPECT_EQ(tally->queues, 3);
    ASSERT_TRUE(reredaction().begin(rules()));
    const auto done = reredaction().rewrite(whales, {}, {});
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_EQ(done->queues, 3);
    EXPECT_EQ(done->byField, tally->byField) << "the name of a queue that goes is counted by neither";
    EXPECT_EQ(done->counts, tally->counts);
    EXPECT_EQ(desk.query("SELECT name || ': ' || filter FROM saved_queue ORDER BY position"),
              "kept: prompt:blue is:flagged\nthe [WHALE]: is:flagged");
    EXPECT_EQ(desk.query("SELECT spec FROM export_batch"), R"({"filter":"","filter_left_out":true})");
    desk.close();
    const auto ended = composition::endReredaction(desk.path(), whales);
    ASSERT_TRUE(ended) << ended.error().message;
    EXPECT_EQ((*ended)->queues, 3) << "of the whole act";
    desk.reopen();
}

} // namespace
} // namespace goldpan
