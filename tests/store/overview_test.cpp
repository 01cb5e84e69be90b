// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the readiness view reads, and the filters that lead from it to rows.
#include "core/queue/filter_parser.h"
#include "core/readiness/overview.h"
#include "core/readiness/row_filters.h"
#include "core/readiness/triggers_of.h"
#include "core/store/upkeep.h"
#include "tests/store/support/export_desk.h"

#include <cmath>
#include <limits>

namespace goldpan::test {
namespace {

using readiness::DayRows;
using readiness::Overview;

constexpr Timestamp kDay{24 * kMicrosPerHour};

class OverviewTest : public ExportDesk {
protected:
    void add(std::string_view id, std::string_view ts, std::optional<double> logprob,
             std::vector<std::string> tags = {}) {
        LogEntry row = entry(id, ts);
        row.responseLogprob = logprob;
        row.tags = std::move(tags);
        m_store.add({row});
    }

    void drift(std::string_view ts, std::string model = "") {
        ASSERT_TRUE(m_store.store().writes().transact([&](store::WriteTransaction& tx) -> Result<void> {
            const auto kept = tx.recordDrift({*parseTimestamp(ts), kMicrosPerHour, model, !model.empty()});
            return kept ? Result<void>{} : std::unexpected(kept.error());
        }));
    }

    /// What an export would take, handed on after `before`.
    readiness::ExportRows exported(std::function<void()> before = [] {}) {
        return [this, before = std::move(before)](const auto& sink) {
            const auto withBefore = [&](const store::EntryRecord& row) {
                before();
                sink(row);
            };
            return exporting::ExportService(m_store.store(), m_redactor, m_clock)
                .eachRow({.filterText = "state:corrected"}, withBefore, {}, {});
        };
    }

    Overview overview() {
        auto read = readiness::readOverview(m_store.store(), exported(), m_clock.now(), {});
        EXPECT_TRUE(read) << read.error().message;
        return read.value_or(Overview{});
    }

    std::int64_t count(const std::string& filter) {
        const auto parsed = queue::filterFromText(filter);
        EXPECT_TRUE(parsed) << filter << ": " << parsed.error().message;
        return m_store.store().queue().count(parsed.value_or(queue::Filter{}), {}).value_or(-1);
    }
};

TEST_F(OverviewTest, OfAnEmptyStoreItSaysWhatIsMissing) {
    const Overview empty = overview();
    ASSERT_EQ(empty.triggers.size(), 3U);
    EXPECT_EQ(empty.triggers[0].reason, "no drift is recorded");
    EXPECT_TRUE(empty.windows.empty());
    EXPECT_FALSE(empty.gates);
    EXPECT_TRUE(empty.days.empty());
    EXPECT_TRUE(empty.logprobs.bins.empty());
    EXPECT_TRUE(empty.sampling.rules.empty());
    EXPECT_EQ(empty.policy, Policy{});
    EXPECT_FALSE(readiness::triggerFilter(empty, 0)) << "no drift: not every row instead";
    EXPECT_EQ(readiness::triggerFilter(empty, 1), "state:corrected");
    EXPECT_FALSE(readiness::triggerFilter(empty, 2)) << "no cluster";
    EXPECT_FALSE(readiness::triggerFilter(empty, 3));
}

TEST_F(OverviewTest, PutsTogetherWhatItsPartsSay) {
    add("a", "2025-06-12T09:00:00", -4.0, {"cluster:refunds", "user_negative"});
    add("b", "2025-06-13T09:00:00", std::nullopt);
    correct("a", "A");
    drift("2025-06-12T09:30:00");
    m_store.run("INSERT INTO sampled_out(key_hash, ts, model, lost) SELECT 1, 0, min(id), 0 FROM model");
    Policy policy;
    policy.lowConfidenceLogprob = -2.5;
    policy.clusterMinRows = 1;
    ASSERT_TRUE(m_store.store().upkeep().setPolicy(policyToTexts(policy), {}, {}));
    ASSERT_TRUE(m_store.store().ledger().addVerdict({"m9", "blocked", "{}", Timestamp{7}, "ann"}));

    const Overview all = overview();
    const auto alone = readiness::triggersOf(m_store.store(), exported(), m_clock.now()).value();
    ASSERT_EQ(all.triggers.size(), alone.size());
    for (std::size_t at = 0; at < alone.size(); ++at) {
        EXPECT_EQ(all.triggers[at].reason, alone[at].reason);
        EXPECT_EQ(all.triggers[at].have, alone[at].have);
    }
    EXPECT_EQ(all.triggers[0].have, 1);
    EXPECT_TRUE(all.triggers[2].fires);
    ASSERT_EQ(all.windows.size(), 1U);
    EXPECT_EQ(all.windows[0].event.ts, *parseTimestamp("2025-06-12T09:30:00"));
    EXPECT_EQ(all.gates.value().model, "m9");
    ASSERT_EQ(all.days.size(), 2U);
    EXPECT_EQ(all.days[0].negative, 1);
    EXPECT_EQ(all.logprobs.threshold, -2.5);
    EXPECT_EQ(all.logprobs.bins.front().to - all.logprobs.bins.front().from, readiness::kLogprobStep);
    EXPECT_EQ(all.logprobs.without, 1);
    EXPECT_EQ(all.sampling.sampledOut, 1);
    EXPECT_EQ(all.policy, policy);
}

TEST_F(OverviewTest, IsCancelledBeforeBetweenAndInsideItsParts) {
    for (const char* id : {"a", "b", "c"}) {
        add(id, "2025-06-12T09:00:00", -1.0, {"t"});
        correct(id, "gold");
    }
    std::stop_source stop;
    int handedOn = 0;
    const auto read = [&](bool stopInside) {
        handedOn = 0;
        return readiness::readOverview(m_store.store(), exported([&] {
                                           ++handedOn;
                                           if (stopInside) {
                                               stop.request_stop();
                                           }
                                       }),
                                       m_clock.now(), stop.get_token());
    };
    ASSERT_TRUE(read(false));
    EXPECT_EQ(handedOn, 3);
    const auto inside = read(true);
    ASSERT_FALSE(inside);
    EXPECT_EQ(inside.error().code, ErrorCode::cancelled);
    EXPECT_GE(handedOn, 1) << "of rows that are made a block ahead the block is handed on";
    const auto before = read(false);
    ASSERT_FALSE(before);
    EXPECT_EQ(before.error().code, ErrorCode::cancelled);
    EXPECT_EQ(handedOn, 0);

    stop = {};
    const auto nothing = [&](const auto&) {
        stop.request_stop(); // while no statement runs
        return Result<void>{};
    };
    const auto between = readiness::readOverview(m_store.store(), nothing, m_clock.now(), stop.get_token());
    ASSERT_FALSE(between);
    EXPECT_EQ(between.error().code, ErrorCode::cancelled);
}

TEST_F(OverviewTest, FiltersOfDaysFindTheRowsThatWereCounted) {
    add("a", "2025-06-12T00:00:00", -4.0);
    add("b", "2025-06-12T23:59:59.999999", -1.0, {"user_negative"});
    add("c", "2025-06-13T00:00:00", -9.0, {"user_negative"});
    add("d", "2025-06-13T12:00:00", std::nullopt);
    add("e", "2025-06-15T12:00:00", -3.0);
    add("f", "", -8.0);
    const Overview all = overview();
    ASSERT_EQ(all.days.size(), 3U);
    for (const store::DayTally& day : all.days) {
        const Timestamp next{day.day.micros + kDay.micros};
        EXPECT_EQ(count(readiness::daysFilter(day.day, next)), day.stored);
        EXPECT_EQ(count(readiness::daysFilter(day.day, next, DayRows::lowConfidence)), day.lowConfidence);
        EXPECT_EQ(count(readiness::daysFilter(day.day, next, DayRows::negative)), day.negative);
    }
    const Timestamp from = *parseTimestamp("2025-06-12");
    const Timestamp until = *parseTimestamp("2025-06-14");
    EXPECT_EQ(readiness::daysFilter(from, until), "after:2025-06-12 before:2025-06-14");
    EXPECT_EQ(readiness::daysFilter(from, until, DayRows::lowConfidence),
              "is:low-confidence after:2025-06-12 before:2025-06-14");
    EXPECT_EQ(readiness::daysFilter(from, until, DayRows::negative),
              "tag:user_negative after:2025-06-12 before:2025-06-14");
    EXPECT_EQ(count(readiness::daysFilter(from, until)), 4);
}

TEST_F(OverviewTest, TheLastDayOfAllHasNoNext) {
    add("a", "9999-12-31T23:59:59", -4.0);
    add("b", "9999-12-30T23:59:59", -4.0);
    add("c", "0001-01-01T00:00:00", -4.0);
    const Overview all = overview();
    ASSERT_EQ(all.days.size(), 3U);
    for (const store::DayTally& day : all.days) {
        EXPECT_EQ(count(readiness::daysFilter(day.day, Timestamp{day.day.micros + kDay.micros})), 1)
            << formatTimestamp(day.day);
    }
}

TEST_F(OverviewTest, FiltersOfBinsFindTheRowsThatWereCounted) {
    Policy policy;
    policy.lowConfidenceLogprob = -3.1; // no edge of it is a short number
    ASSERT_TRUE(m_store.store().upkeep().setPolicy(policyToTexts(policy), {}, {}));
    constexpr double kMost = std::numeric_limits<double>::max();
    int rows = 0;
    for (const double logprob : {-3.1, -3.35, -2.6, -2.85, -0.1, -1e9, -kMost, 1e-300, 0.0, 7.5, kMost}) {
        add("r" + std::to_string(++rows), "2025-06-12", logprob);
    }
    const Overview before = overview();
    for (const auto& bin : before.logprobs.bins) { // once more with rows on every edge
        if (std::isfinite(bin.from)) {
            add("e" + std::to_string(++rows), "2025-06-12", bin.from);
            add("e" + std::to_string(++rows), "2025-06-12", std::nextafter(bin.from, -kMost));
        }
    }
    add("none", "2025-06-12", std::nullopt);
    const Overview all = overview();
    std::int64_t found = 0;
    for (const auto& bin : all.logprobs.bins) {
        EXPECT_EQ(count(readiness::binFilter(bin)), bin.stored) << readiness::binFilter(bin);
        found += bin.stored;
    }
    EXPECT_EQ(found, rows);
    EXPECT_EQ(readiness::binFilter(all.logprobs.bins.front()), "logprob<-8.1");
    EXPECT_EQ(readiness::binFilter({.from = -3, .to = -2.5}), "logprob>=-3 logprob<-2.5");
    constexpr double kOpen = std::numeric_limits<double>::infinity();
    EXPECT_EQ(readiness::binFilter({.from = 0.25, .to = kOpen}), "logprob>=0.25");
    EXPECT_EQ(count(readiness::binFilter({.from = -kOpen, .to = kOpen})), rows) << "not those without one";
    const double narrow = std::nextafter(1e-5, 1);
    EXPECT_EQ(queue::filterFromText(readiness::binFilter({.from = 1e-5, .to = narrow}))->children[1].term,
              queue::Term(queue::NumberTerm{queue::NumberField::logprob, queue::Compare::less, narrow}));
}

TEST_F(OverviewTest, FiltersOfTriggersFindTheirRows) {
    add("a", "2025-06-12T09:00:00", -1.0, {"cluster:refunds"});
    add("b", "2025-06-12T09:30:00", -1.0, {"cluster:refunds"});
    add("c", "2025-06-13T09:00:00", -1.0, {"cluster:late"});
    correct("a", "A");
    correct("c", "C");
    drift("2025-06-13T09:00:00");
    drift("2025-06-12T09:30:00"); // told later, earlier in time: drift:1
    drift("2025-06-12T09:30:00", "m7");
    const Overview all = overview();
    ASSERT_EQ(all.triggers.size(), 6U);
    const auto filter = [&](std::size_t at) { return readiness::triggerFilter(all, at).value(); };
    EXPECT_EQ(filter(0), "drift:1");
    EXPECT_EQ(m_store.ids(filter(0)), "a b");
    EXPECT_EQ(m_store.ids(filter(1)), "") << "of that model there is no row";
    EXPECT_EQ(m_store.ids(filter(2)), "c");
    EXPECT_EQ(readiness::windowFilter(2), "drift:3");
    EXPECT_EQ(m_store.ids(filter(3)), "a c") << "schedule: all that are corrected";
    EXPECT_EQ(filter(4), "tag:cluster:late state:corrected");
    EXPECT_EQ(m_store.ids(filter(4)), "c");
    EXPECT_EQ(m_store.ids(filter(5)), "a");
}

TEST_F(OverviewTest, AnyTagIsFoundByTheFilterOfItsCluster) {
    const std::vector<std::string> names = {
        "cluster:",         "cluster:a b",    "cluster:\"",   "cluster:\\",
        "cluster:a\\\"b\\", "cluster:(x)",    "cluster:)",    "cluster:x OR state:discarded",
        "cluster:退款",     "cluster:\u00a0", "cluster:/x/i", "cluster:'; --"};
    int rows = 0;
    for (const std::string& name : names) {
        const std::string id = "r" + std::to_string(++rows);
        add(id, "2025-06-12", -1.0, {name});
        correct(id, "gold");
    }
    const Overview all = overview();
    std::size_t clusters = 0;
    for (std::size_t at = 0; at < all.triggers.size(); ++at) {
        if (all.triggers[at].kind != cadence::TriggerKind::cluster) {
            continue;
        }
        ++clusters;
        const auto filter = readiness::triggerFilter(all, at).value();
        const auto parsed = queue::filterFromText(filter);
        ASSERT_TRUE(parsed) << filter;
        ASSERT_EQ(parsed->children.size(), 2U) << filter;
        EXPECT_EQ(parsed->children[0].term, queue::Term(queue::TagTerm{all.triggers[at].subject}));
        EXPECT_EQ(count(filter), 1) << filter;
    }
    EXPECT_EQ(clusters, names.size());
}

} // namespace
} // namespace goldpan::test
