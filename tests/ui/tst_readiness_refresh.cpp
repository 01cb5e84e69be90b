// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a refresh of the readiness panel leaves as it is: the line, the day and the bin that one stands on.
#include "tests/ui/support/ready_desk.h"
#include "ui/readiness/gate_model.h"
#include "ui/readiness/readiness_panel.h"
#include "ui/readiness/trigger_model.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::at;
using goldpan::test::ReadyDesk;

namespace {

#define S(text) QStringLiteral(text)

cadence::Trigger cluster(const std::string& name, std::int64_t have = 1) {
    return {cadence::TriggerKind::cluster, name, false, have, 100, "no corrected row would be exported"};
}

gates::Gate gate(const std::string& suite, gates::GateStatus status, bool required = true) {
    gates::Gate out{.suite = suite, .metric = "pass_rate", .status = status, .reason = "reached"};
    out.rule.required = required;
    return out;
}

store::DayTally day(const char* date) {
    return {.day = at(date), .stored = 5, .rows = 5};
}

/// A panel of its own, with what the tests put in.
struct PanelDesk {
    PanelDesk() {
        panel.resize(700, 900);
        panel.show();
    }
    void show() { panel.setReadiness(std::make_shared<Readiness>(readiness)); }
    QTableView& table(const char* name) { return *panel.findChild<QTableView*>(QString::fromLatin1(name)); }
    ChartView& chart(const char* name) { return *panel.findChild<ChartView*>(QString::fromLatin1(name)); }
    QString line(const char* name) { return panel.findChild<QLabel*>(QString::fromLatin1(name))->text(); }

    ReadinessPanel panel;
    Readiness readiness;
};

} // namespace

class TestReadinessRefresh : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineIsKeptByWhatItIsAbout();
    void aTableStaysWhereItIsScrolledTo();
    void equalContentIsNoReset();
    void aDayIsKept();
    void aBinIsKept();
    void gatesThatFailStandFirstAndNoneIsLostWithoutAWord();
};

void TestReadinessRefresh::aLineIsKeptByWhatItIsAbout() {
    PanelDesk desk;
    desk.readiness.overview.triggers = {cluster("cluster:b"), cluster("cluster:d")};
    desk.show();
    QTableView& table = desk.table("triggerTable");
    table.setCurrentIndex(table.model()->index(1, 0));
    desk.readiness.overview.triggers = {cluster("cluster:a"), cluster("cluster:b"), cluster("cluster:c"),
                                        cluster("cluster:d", 2)};
    desk.show();
    QCOMPARE(table.currentIndex().row(), 3);
    desk.readiness.overview.triggers = {cluster("cluster:a"), cluster("cluster:b")};
    desk.show();
    QCOMPARE(table.currentIndex().row(), 1); // it has gone: the nearest
}

void TestReadinessRefresh::aTableStaysWhereItIsScrolledTo() {
    PanelDesk desk;
    for (int number = 0; number < 100; ++number) {
        desk.readiness.overview.triggers.push_back(cluster("cluster:" + std::to_string(1000 + number)));
    }
    desk.show();
    QTableView& table = desk.table("triggerTable");
    QTRY_VERIFY(table.verticalScrollBar()->maximum() > 50);
    table.setCurrentIndex(table.model()->index(0, 0));
    table.verticalScrollBar()->setValue(40); // by the wheel: the current line is out of sight
    desk.readiness.overview.triggers.back().have = 7;
    desk.show();
    QCOMPARE(table.model()->index(99, TriggerModel::ProgressColumn).data().toString(), S("7/100"));
    QCOMPARE(table.currentIndex().row(), 0);
    QCOMPARE(table.verticalScrollBar()->value(), 40);
}

void TestReadinessRefresh::equalContentIsNoReset() {
    PanelDesk desk;
    desk.readiness.overview.triggers = {cluster("cluster:b")};
    desk.readiness.gates = gates::GateReport{gates::Verdict::blocked, {gate("s", gates::GateStatus::fail)}};
    desk.show();
    const QSignalSpy triggers(desk.table("triggerTable").model(), &QAbstractItemModel::modelReset);
    const QSignalSpy gates(desk.table("gateTable").model(), &QAbstractItemModel::modelReset);
    desk.show();
    QCOMPARE(triggers.count() + gates.count(), 0);
}

void TestReadinessRefresh::aDayIsKept() {
    PanelDesk desk;
    auto& days = desk.readiness.overview.days;
    days = {day("2025-06-10"), day("2025-06-11"), day("2025-06-13")};
    desk.show();
    QVERIFY(desk.line("timelineChartLine").startsWith(S("2025-06-13"))); // the newest
    days = {day("2025-06-08"), day("2025-06-10"), day("2025-06-11"), day("2025-06-13"), day("2025-06-14")};
    desk.show();
    QVERIFY2(desk.line("timelineChartLine").startsWith(S("2025-06-13")),
             qPrintable(desk.line("timelineChartLine")));
    QTest::keyClick(&desk.chart("timelineChart"), Qt::Key_Left);
    days.erase(days.begin());
    desk.show();
    QVERIFY(desk.line("timelineChartLine").startsWith(S("2025-06-11")));
    days.insert(days.begin(), day("2025-01-01")); // weeks from now on
    desk.show();
    QVERIFY(desk.line("timelineChartLine").startsWith(S("2025-06-09 to 2025-06-15")));
}

void TestReadinessRefresh::aBinIsKept() {
    PanelDesk desk;
    auto& histogram = desk.readiness.overview.logprobs;
    histogram.threshold = -3;
    for (const double from : {-4.0, -3.0, -2.0, -1.0}) {
        histogram.bins.push_back({from, from + 1, 5, 5});
    }
    desk.show();
    QVERIFY(desk.line("histogramChartLine").startsWith(S("-4.00 to"))); // the least sure
    QTest::keyClick(&desk.chart("histogramChart"), Qt::Key_Right);
    QTest::keyClick(&desk.chart("histogramChart"), Qt::Key_Right);
    histogram.bins.insert(histogram.bins.begin(), {-std::numeric_limits<double>::infinity(), -4, 1, 1});
    desk.show();
    QVERIFY2(desk.line("histogramChartLine").startsWith(S("-2.00 to")),
             qPrintable(desk.line("histogramChartLine")));
}

void TestReadinessRefresh::gatesThatFailStandFirstAndNoneIsLostWithoutAWord() {
    GateModel model;
    std::vector<gates::Gate> gates(1200, gate("passes", gates::GateStatus::pass));
    gates.push_back(gate("not asked", gates::GateStatus::fail, false));
    gates.push_back(gate("unknown", gates::GateStatus::missing));
    gates.push_back(gate("fails", gates::GateStatus::fail));
    gates.back().reason = std::string(100'000, 'x');
    model.setGates(gates);
    const auto suite = [&model](int row) {
        return model.index(row, GateModel::SuiteColumn).data().toString();
    };
    QCOMPARE(suite(0), S("fails"));
    QVERIFY(model.index(0, GateModel::ReasonColumn).data().toString().size() < 400);
    QCOMPARE(suite(1), S("unknown"));
    QCOMPARE(suite(2), S("passes"));
    QCOMPARE(model.rowCount(), 1001);
    QCOMPARE(suite(1000), S("and 203 more"));
    gates.resize(1000);
    model.setGates(gates);
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(suite(999), S("passes"));
}

QTEST_MAIN(TestReadinessRefresh)
#include "tst_readiness_refresh.moc"
