// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The log day by day and by logprob: weighted, exact at midnight and at the threshold.
#include "core/store/sql/scan_watch.h"
#include "core/store/sql/sql_timeline.h"
#include "tests/store/support/store_builder.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <sstream>

namespace goldpan::test {
namespace {

struct Row {
    const char* ts = "2025-06-12T09:00:00"; ///< "" for none
    std::optional<double> logprob = -1.0;
    double weight = 1;
    std::vector<std::string> tags = {};
};

class TimelineTest : public testing::Test {
protected:
    void add(const std::vector<Row>& rows) {
        std::vector<LogEntry> entries;
        for (const Row& row : rows) {
            LogEntry one = entry("r" + std::to_string(++m_rows), row.ts);
            one.responseLogprob = row.logprob;
            one.tags = row.tags;
            entries.push_back(std::move(one));
        }
        m_store.add(entries);
        for (std::size_t at = 0; at < rows.size(); ++at) {
            const auto id = std::to_string(m_store.row(entries[at].requestId).value);
            m_store.run("UPDATE entry SET weight = " + std::to_string(rows[at].weight) + " WHERE id = " + id);
        }
    }

    void setThreshold(double threshold) {
        Policy policy = m_store.store().upkeep().policy().value();
        policy.lowConfidenceLogprob = threshold;
        ASSERT_TRUE(m_store.store().upkeep().setPolicy(policyToTexts(policy), {}, {}));
    }

    /// `2025-06-12: 4 rows of 2, low 3, negative 1`, a line each.
    std::string days() {
        std::ostringstream out;
        const auto tallies = m_store.store().timeline().days({}).value();
        for (const auto& day : tallies) {
            out << formatTimestamp(day.day) << ": " << day.rows << " rows of " << day.stored << ", low "
                << day.lowConfidence << ", negative " << day.negative << '\n';
        }
        return out.str();
    }

    store::LogprobHistogram histogram(double width = 0.5) {
        return m_store.store().timeline().logprobs(width, {}).value();
    }
    /// `-3.5..-3 4 of 2`, joined by bars.
    std::string bins(double width = 0.5) {
        std::ostringstream out;
        const auto found = histogram(width);
        for (const auto& bin : found.bins) {
            out << (out.tellp() == 0 ? "" : " | ") << bin.from << ".." << bin.to;
            if (bin.stored != 0) {
                out << ' ' << bin.rows << " of " << bin.stored;
            }
        }
        return out.str();
    }

    StoreBuilder m_store;

private:
    int m_rows = 0;
};

TEST_F(TimelineTest, AnEmptyStoreHasNoDayAndNoBin) {
    EXPECT_EQ(days(), "");
    EXPECT_TRUE(histogram().bins.empty());
    EXPECT_EQ(histogram().without, 0);
    EXPECT_EQ(histogram().threshold, -3.0);
}

TEST_F(TimelineTest, CountsTheRowsOfADayEachWithItsWeight) {
    add({{.logprob = -3.5, .weight = 20},
         {.weight = 2.5},
         {.logprob = std::nullopt, .tags = {"user_negative"}},
         {.logprob = -9.0, .weight = 4, .tags = {"other", "user_negative"}},
         {.ts = "2025-06-14T09:00:00", .tags = {"drift_window", "operator_review"}}});
    EXPECT_EQ(days(), "2025-06-12T00:00:00.000000Z: 27.5 rows of 4, low 24, negative 5\n"
                      "2025-06-14T00:00:00.000000Z: 1 rows of 1, low 0, negative 0\n");
}

TEST_F(TimelineTest, ADayBeginsAtMidnightUtcAlsoBefore1970) {
    add({{.ts = "2025-06-12T23:59:59.999999"},
         {.ts = "2025-06-13T00:00:00"},
         {.ts = "2025-06-13T01:30:00+02:00"}, // the day before
         {.ts = ""},
         {.ts = "1969-12-31T23:59:59.999999"},
         {.ts = "1969-12-31T00:00:00"},
         {.ts = "1969-12-30T23:59:59.999999"},
         {.ts = "1970-01-01T00:00:00"}});
    EXPECT_EQ(days(), "1969-12-30T00:00:00.000000Z: 1 rows of 1, low 0, negative 0\n"
                      "1969-12-31T00:00:00.000000Z: 2 rows of 2, low 0, negative 0\n"
                      "1970-01-01T00:00:00.000000Z: 1 rows of 1, low 0, negative 0\n"
                      "2025-06-12T00:00:00.000000Z: 2 rows of 2, low 0, negative 0\n"
                      "2025-06-13T00:00:00.000000Z: 1 rows of 1, low 0, negative 0\n");
}

TEST_F(TimelineTest, StrictlyBelowTheThresholdIsLow) {
    add({{.logprob = -3.0}, {.logprob = std::nextafter(-3.0, -4.0)}, {.logprob = std::nextafter(-3.0, 0.0)}});
    EXPECT_EQ(days(), "2025-06-12T00:00:00.000000Z: 3 rows of 3, low 1, negative 0\n");
    EXPECT_EQ(bins(), "-3.5..-3 1 of 1 | -3..-2.5 2 of 2");
    setThreshold(-1.0);
    EXPECT_EQ(days(), "2025-06-12T00:00:00.000000Z: 3 rows of 3, low 3, negative 0\n");
}

TEST_F(TimelineTest, BinsAreCountedFromTheThresholdWithoutGaps) {
    add({{.logprob = -1.0, .weight = 7}, {.logprob = -1.01}, {.logprob = -4.2}, {.logprob = std::nullopt}});
    EXPECT_EQ(bins(), "-4.5..-4 1 of 1 | -4..-3.5 | -3.5..-3 | -3..-2.5 | -2.5..-2 | -2..-1.5 | "
                      "-1.5..-1 1 of 1 | -1..-0.5 7 of 1");
    EXPECT_EQ(histogram().without, 1);
    setThreshold(-2.75);
    EXPECT_EQ(histogram().threshold, -2.75);
    EXPECT_EQ(bins(1), "-4.75..-3.75 1 of 1 | -3.75..-2.75 | -2.75..-1.75 | -1.75..-0.75 8 of 2");
}

TEST_F(TimelineTest, TheThresholdIsAnEdgeOfTwoBinsWhereverTheRowsAre) {
    add({{.logprob = -1.9}});
    EXPECT_EQ(bins(), "-3.5..-3 | -3..-2.5 | -2.5..-2 | -2..-1.5 1 of 1");
    setThreshold(-1.0);
    EXPECT_EQ(bins(), "-2..-1.5 1 of 1 | -1.5..-1 | -1..-0.5");
    setThreshold(0);
    EXPECT_EQ(bins(1), "-2..-1 1 of 1 | -1..0 | 0..1");
}

TEST_F(TimelineTest, OutOfAllBoundsIsOneOpenBin) {
    constexpr double kMost = std::numeric_limits<double>::max();
    add({{.logprob = -13.0}, {.logprob = 0.0}});
    EXPECT_EQ(bins().substr(0, 17), "-13..-12.5 1 of 1");
    EXPECT_EQ(histogram().bins.size(), 27U);
    EXPECT_EQ(histogram().bins.back().to, 0.5) << "0 itself is within bounds";
    add({{.logprob = std::nextafter(-13.0, -14.0)}, {.logprob = -1e9, .weight = 3}, {.logprob = -kMost}});
    add({{.logprob = 0.5}, {.logprob = 1e9}, {.logprob = kMost}});
    const auto found = histogram().bins;
    ASSERT_EQ(found.size(), 29U);
    EXPECT_EQ(found.front().from, -std::numeric_limits<double>::infinity());
    EXPECT_EQ(found.front().to, -13.0);
    EXPECT_EQ(found.front().stored, 3);
    EXPECT_EQ(found.front().rows, 5);
    EXPECT_EQ(found.back().from, 0.5);
    EXPECT_EQ(found.back().to, std::numeric_limits<double>::infinity());
    EXPECT_EQ(found.back().stored, 3);
    for (std::size_t at = 1; at < found.size(); ++at) {
        EXPECT_EQ(found[at].from, found[at - 1].to);
    }
    setThreshold(-1000);
    EXPECT_EQ(histogram(0.01).bins.size(), 1U + 20U + 200U + 1U) << "open, below, above, open";
}

TEST_F(TimelineTest, AStepIsAboveZero) {
    add({{}});
    for (const double width : {0.0, -0.5, std::nan(""), std::numeric_limits<double>::infinity()}) {
        const auto refused = m_store.store().timeline().logprobs(width, {});
        ASSERT_FALSE(refused) << width;
        EXPECT_EQ(refused.error().code, ErrorCode::badValue);
    }
    EXPECT_EQ(histogram(1e-300).bins.back().stored, 1) << "edges that fall together";
    EXPECT_EQ(histogram(1e308).bins.back().stored, 1);
}

TEST_F(TimelineTest, IsCancelledBeforeAndInTheMiddle) {
    add(std::vector<Row>(500));
    std::stop_source asked;
    asked.request_stop();
    EXPECT_EQ(m_store.store().timeline().days(asked.get_token()).error().code, ErrorCode::cancelled);
    EXPECT_EQ(m_store.store().timeline().logprobs(1, asked.get_token()).error().code, ErrorCode::cancelled);

    auto connection = *sql::Connection::open(m_store.path(), sql::OpenMode::normal);
    sql::SqlTimeline timeline(*connection);
    int ticks = 0;
    const auto whileReading = [&](auto&& read) {
        std::stop_source stop;
        const sql::ScanWatch watch(*connection, [&] {
            stop.request_stop();
            return ++ticks < 1000; // nothing else ends it
        });
        const auto done = read(stop.get_token());
        return done ? ErrorCode::internal : done.error().code;
    };
    EXPECT_EQ(whileReading([&](const std::stop_token& stop) { return timeline.days(stop); }),
              ErrorCode::cancelled);
    EXPECT_EQ(whileReading([&](const std::stop_token& stop) { return timeline.logprobs(1, stop); }),
              ErrorCode::cancelled);
    EXPECT_GE(ticks, 2);
    EXPECT_EQ(timeline.days({})->front().stored, 500) << "nothing is left behind";
}

} // namespace
} // namespace goldpan::test
