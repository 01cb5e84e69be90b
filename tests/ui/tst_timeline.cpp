// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The days of a log as columns that fit a chart, drift windows as bands, and the scales beside them.
#include "ui/readiness/timeline.h"

#include "ui/readiness/chart_pane.h"
#include "ui/readiness/sampling_text.h"

#include <QTest>

#include <cmath>

using namespace goldpan;
using namespace goldpan::ui;

namespace {

#define S(text) QStringLiteral(text)

Timestamp at(const char* time) {
    return *parseTimestamp(time);
}

store::DayTally day(const char* date, double rows = 10) {
    return {.day = at(date), .stored = 5, .rows = rows, .lowConfidence = rows / 10, .negative = rows / 4};
}

store::DriftRecord window(const char* until, int hours, bool trained = false) {
    store::DriftRecord out{.event = {.ts = at(until), .windowMicros = hours * kMicrosPerHour}};
    if (trained) {
        out.trainedOn = BatchId{1};
    }
    return out;
}

} // namespace

class TestTimeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void daysStayDaysWhereTheyFit();
    void manyDaysBecomeWeeksMonthsAndYears_data();
    void manyDaysBecomeWeeksMonthsAndYears();
    void noSpanOfTimeMakesTooManyColumns();
    void aWrongYearMakesNoWideColumns();
    void bandsAreApartAndInside();
    void scalesReachWhatTheyShow();
    void sharesAreOfTheRowsOfTheLog();
    void aSampleSaysWhatItLost();
};

void TestTimeline::daysStayDaysWhereTheyFit() {
    const Timeline timeline = makeTimeline({day("2025-06-10"), day("2025-06-12")});
    QCOMPARE(timeline.step, TimeStep::day);
    QCOMPARE(timeline.columns.size(), std::size_t{2}); // the day without rows is a gap, not a column
    QCOMPARE(timeline.edges.size(), std::size_t{4});
    QCOMPARE(timeline.edges.back().micros, at("2025-06-13").micros);
    QVERIFY(makeTimeline({}).columns.empty());
}

void TestTimeline::manyDaysBecomeWeeksMonthsAndYears_data() {
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("name");
    QTest::newRow("days") << S("2025-04-30") << S("2025-01-01");
    QTest::newRow("weeks") << S("2025-05-01") << S("2024-12-30 to 2025-01-05");
    QTest::newRow("months") << S("2028-01-01") << S("2025-01");
    QTest::newRow("years") << S("2060-01-01") << S("2025");
    QTest::newRow("centuries") << S("9999-12-31") << S("2000-01-01 to 2099-12-31");
}

void TestTimeline::manyDaysBecomeWeeksMonthsAndYears() {
    QFETCH(QString, last);
    const Timeline timeline =
        makeTimeline({day("2025-01-01"), day("2025-01-02"), day(last.toUtf8().constData())});
    QTEST(columnName(timeline.columns.front(), timeline.step), "name");
    QVERIFY(timeline.edges.size() <= kMostTimeColumns + 1);
    double rows = 0;
    for (const TimeColumn& column : timeline.columns) {
        QVERIFY(column.from < column.until);
        rows += column.sum.rows;
    }
    QCOMPARE(rows, 30.0);
}

void TestTimeline::noSpanOfTimeMakesTooManyColumns() {
    std::vector<store::DayTally> days;
    for (int number = 0; number < 20'000; ++number) { // 55 years, every day
        store::DayTally one = day("1970-01-01");
        one.day.micros += number * 24 * kMicrosPerHour;
        days.push_back(one);
    }
    const Timeline timeline = makeTimeline(days);
    QCOMPARE(timeline.step, TimeStep::year);
    QCOMPARE(timeline.columns.size(), std::size_t{55});
}

void TestTimeline::aWrongYearMakesNoWideColumns() {
    std::vector<store::DayTally> days{day("1970-01-01"), day("2099-12-31")};
    days[0].stored = 1;
    days[1].stored = 2;
    for (const char* date :
         {"2025-06-16", "2025-06-15", "2025-06-14", "2025-06-13", "2025-06-12", "2025-06-10"}) {
        days.insert(days.begin() + 1, day(date));
    }
    const Timeline timeline = makeTimeline(days);
    QCOMPARE(timeline.step, TimeStep::day);
    QCOMPARE(timeline.columns.size(), std::size_t{6});
    QCOMPARE(timeline.edges.size(), std::size_t{8});
    QCOMPARE(outsideText(timeline), S("3 stored row(s) far outside these days: not drawn"));
    QVERIFY2(timelineText(timeline, {}).startsWith(S("2025-06-10 to 2025-06-16: 60 row(s)")),
             qPrintable(timelineText(timeline, {})));
    QVERIFY(timelineText(timeline, {}).contains(outsideText(timeline)));
    days.back().stored = 3; // 4 of 34 are more than a few
    QCOMPARE(makeTimeline(days).step, TimeStep::year);
    QCOMPARE(outsideText(makeTimeline(days)), S("1 stored row(s) far outside these days: not drawn"));
    QCOMPARE(outsideText(makeTimeline({day("2025-06-10")})), QString());
}

void TestTimeline::bandsAreApartAndInside() {
    const Timeline timeline = makeTimeline({day("2025-06-10"), day("2025-06-12")});
    const std::vector<store::DriftRecord> windows{
        window("2025-06-10T12:00:00", 24),       // begins before all rows
        window("2025-06-10T18:00:00", 12),       // overlaps it
        window("2025-06-11T12:00:00", 12, true), // trained on
        window("2025-06-12T12:00:00", 0),        // an instant, which is shown all the same
        window("2025-07-01T12:00:00", 12),       // behind all rows
    };
    const double first = dayNumber(at("2025-06-10"));
    const Bands open = bandsOf(windows, false, timeline);
    QCOMPARE(open.size(), std::size_t{2});
    QCOMPARE(open[0], std::pair(first, first + 0.75));
    QVERIFY(open[1].first < first + 2.5 && open[1].second == first + 2.5);
    const Bands trained = bandsOf(windows, true, timeline);
    QCOMPARE(trained.size(), std::size_t{1});
    QCOMPARE(trained[0], std::pair(first + 1, first + 1.5));
    QCOMPARE(windowsIn(windows, at("2025-06-10"), at("2025-06-11")), (std::vector<std::size_t>{0, 1}));
    QVERIFY(bandsOf(windows, false, {}).empty());
}

void TestTimeline::scalesReachWhatTheyShow() {
    for (const double most : {0.3, 1.0, 4.0, 7.0, 10.0, 142.0, 999.0, 1e6, 3.1e9}) {
        const NiceScale scale = niceScale(most, 1);
        QVERIFY2(scale.end >= most && scale.end < most * 2.6 + 1, qPrintable(QString::number(most)));
        QVERIFY(scale.steps >= 1 && scale.steps <= 5);
        const double step = scale.end / scale.steps;
        QVERIFY(step >= 1 && step == std::floor(step));
    }
    QCOMPARE(niceScale(0, 1).end, 1.0);
    QCOMPARE(niceScale(std::nan(""), 1).end, 1.0);
}

void TestTimeline::sharesAreOfTheRowsOfTheLog() {
    const Timeline timeline = makeTimeline({day("2025-06-10", 1234.4)});
    QVERIFY2(columnText(timeline.columns[0], timeline.step).contains(S("1,234 ")),
             qPrintable(columnText(timeline.columns[0], timeline.step)));
    QVERIFY(columnText(timeline.columns[0], timeline.step)
                .endsWith(S("10.0 % low confidence, 25.0 % negative (5 of them stored)")));
    QCOMPARE(shareText(1, 0), S("–"));
}

void TestTimeline::aSampleSaysWhatItLost() {
    QCOMPARE(samplingLines({}).size(), 1);
    QVERIFY(samplingLines({})[0].startsWith(S("Nothing was sampled out")));
    store::SamplingStats sampling;
    sampling.rules = {
        {.keep = "budget", .rate = 0.05, .lowConfidence = 10, .sampled = 52, .sampledOut = 948}};
    sampling.sampledOut = 948;
    sampling.held = 900;
    sampling.lost = 3;
    const QString all = samplingLines(sampling).join(u'\n');
    for (const QString& wanted : {S("5.00 % were to be kept, and 5.20 % were (52 of 1,000)"),
                                  S("900 of them are held"), S("3 were lost to sampling")}) {
        QVERIFY2(all.contains(wanted), qPrintable(all));
    }
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
