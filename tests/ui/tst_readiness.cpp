// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The readiness panel by its keys: what it shows, where it leads to, and that the row comes back.
#include "core/store/ledger.h"
#include "tests/ui/support/ready_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/readiness/readiness_panel.h"
#include "ui/readiness/trigger_model.h"
#include "ui/window/main_window.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::at;
using goldpan::test::ReadyDesk;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

} // namespace

class TestReadiness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void f9ShowsThePanelAndTheRowAgain();
    void f9GoesBackIntoTheWordsThatOneWasWriting();
    void escapeLeadsFromThePanelToTheRow();
    void everyPartIsReachedByF6();
    void aTriggerLeadsToItsRows();
    void nobodyDecidesOnARowThatIsCovered();
    void commandsOfTheRowShowIt();
    void gatesAreShownWithTheirReasons();
    void anotherPaletteLeavesTheLinesAsTheyAre();
    void aReportThatIsNoneIsNamed();
    void whatIsMissingTeaches();
    void whatIsShownFollowsTheStore();
    void theStatusLineCountsTheSameRows();
    void anErrorIsSaidAndWhatWasReadStays();
};

void TestReadiness::f9ShowsThePanelAndTheRowAgain() {
    ReadyDesk desk;
    desk.open();
    desk.press("F9");
    QTRY_VERIFY(desk.isShown("readinessPanel"));
    QVERIFY(!desk.isShown("promptView"));
    QVERIFY(desk.queue().isVisible());
    QCOMPARE(desk.focus(), S("triggerTable"));
    desk.press("F9");
    QTRY_VERIFY(desk.isShown("promptView"));
    QVERIFY(!desk.isShown("readinessPanel"));
    QCOMPARE(desk.focus(), S("queueView"));
    QCOMPARE(desk.current(), S("r0"));
}

void TestReadiness::f9GoesBackIntoTheWordsThatOneWasWriting() {
    ReadyDesk desk;
    desk.open();
    desk.press("E");
    desk.type("my words ");
    desk.press("F9");
    QTRY_COMPARE(desk.focus(), S("triggerTable"));
    QTRY_COMPARE(desk.draft("r0"), S("my words response of r0")); // out of sight is not out of mind
    desk.press("F9");
    QTRY_COMPARE(desk.focus(), S("correctionEditor"));
    desk.type("more ");
    QCOMPARE(desk.editor().toPlainText(), S("my words more response of r0"));
}

void TestReadiness::escapeLeadsFromThePanelToTheRow() {
    ReadyDesk desk;
    desk.openPanel();
    for (const char* part : {"triggerTable", "timelineChart"}) {
        desk.find<QWidget>(part).setFocus();
        desk.press("Escape");
        QTRY_VERIFY(desk.isShown("promptView"));
        QCOMPARE(desk.focus(), S("queueView"));
        desk.press("F9");
        QTRY_COMPARE(desk.focus(), QString::fromLatin1(part)); // where one was
    }
    desk.queue().setFocus();
    desk.press("Escape");
    QTRY_VERIFY(desk.isShown("promptView"));
}

void TestReadiness::everyPartIsReachedByF6() {
    ReadyDesk desk;
    desk.gate(gates::GateStatus::fail, "reached");
    desk.openPanel();
    QTRY_VERIFY(desk.isShown("gateTable"));
    for (const char* part :
         {"gateTable", "timelineChart", "histogramChart", "filterBar", "queueView", "triggerTable"}) {
        desk.press("F6");
        QCOMPARE(desk.focus(), QString::fromLatin1(part));
    }
}

void TestReadiness::aTriggerLeadsToItsRows() {
    ReadyDesk desk;
    desk.drift("2025-06-11T05:00:00");
    desk.drift("2025-06-12T05:00:00");
    desk.correct("r40");
    desk.openPanel();
    QCOMPARE(desk.cell("triggerTable", 1, TriggerModel::SubjectColumn), S("#2 · 2025-06-12 05:00"));
    QCOMPARE(desk.cell("triggerTable", 1, TriggerModel::ProgressColumn), S("1/100"));
    QCOMPARE(desk.cell("triggerTable", 1, TriggerModel::StateColumn), S("99 short"));
    QCOMPARE(desk.label("readinessTitle"), S("Readiness: a retraining is due")); // the schedule
    desk.press("Down");
    desk.press("Return");
    QTRY_COMPARE(desk.filter().text(), S("drift:2"));
    QTRY_COMPARE(desk.rows(), 6);              // five hours of that day, and midnight
    QCOMPARE(desk.focus(), S("triggerTable")); // to choose the next one
    auto& table = desk.table("triggerTable");
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                      table.visualRect(table.model()->index(0, 1)).center());
    QTRY_COMPARE(desk.filter().text(), S("drift:1"));
    desk.press("Escape");
    QTRY_COMPARE(desk.focus(), S("queueView"));
    QCOMPARE(desk.filter().text(), S("drift:1"));
}

void TestReadiness::nobodyDecidesOnARowThatIsCovered() {
    ReadyDesk desk;
    desk.openPanel();
    desk.queue().setFocus();
    for (const char* key : {"A", "X", "S", "F"}) {
        desk.press(key);
        QVERIFY2(desk.notice().contains(S("the readiness view covers the row, F9 shows it")),
                 qPrintable(desk.notice()));
    }
    desk.press("F9"); // a toggle from the queue, too
    QTRY_VERIFY(desk.isShown("promptView"));
    desk.press("A");
    QTRY_COMPARE(desk.state("r0"), S("accepted")); // and the keys before did nothing
    QCOMPARE(desk.tags("r0"), S("user_negative"));
}

void TestReadiness::commandsOfTheRowShowIt() {
    ReadyDesk desk;
    desk.openPanel();
    desk.queue().setFocus();
    desk.press("J");
    QTRY_COMPARE(desk.queue().currentIndex().row(), 1);
    QVERIFY(desk.isShown("readinessPanel")); // one may look through the list
    desk.press("Return");
    QTRY_COMPARE(desk.focus(), S("correctionEditor"));
    QVERIFY(!desk.isShown("readinessPanel"));
    desk.press("Escape");
    desk.press("F9");
    desk.queue().setFocus();
    desk.press("Space");
    QTRY_VERIFY(desk.isShown("promptView"));
    QCOMPARE(desk.focus(), S("queueView"));
}

void TestReadiness::gatesAreShownWithTheirReasons() {
    ReadyDesk desk;
    desk.gate(gates::GateStatus::fail, "0.8 is below 0.9");
    desk.openPanel();
    QTRY_COMPARE(desk.table("gateTable").model()->rowCount(), 1);
    QCOMPARE(desk.cell("gateTable", 0, 0), S("refunds"));
    QCOMPARE(desk.cell("gateTable", 0, 5), S("✗ fail"));
    QCOMPARE(desk.cell("gateTable", 0, 6), S("0.8 is below 0.9"));
    QVERIFY2(desk.label("gateVerdict").startsWith(S("✗ blocked: m2, ")),
             qPrintable(desk.label("gateVerdict")));
    desk.table("gateTable").setFocus();
    desk.press("Return"); // what that model has answered
    QTRY_COMPARE(desk.filter().text(), S("model:m2"));
}

void TestReadiness::anotherPaletteLeavesTheLinesAsTheyAre() {
    ReadyDesk desk;
    desk.gate(gates::GateStatus::fail, "0.8 is below 0.9");
    desk.openPanel();
    QTRY_VERIFY(desk.isShown("gateTable"));
    const QSignalSpy resets(desk.table("gateTable").model(), &QAbstractItemModel::modelReset);
    auto& panel = desk.find<QWidget>("readinessPanel");
    QPalette dark = panel.palette();
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::white);
    panel.setPalette(dark);
    QCOMPARE(panel.palette().color(QPalette::WindowText), QColor(Qt::white));
    QCOMPARE(resets.count(), 0);
}

void TestReadiness::aReportThatIsNoneIsNamed() {
    ReadyDesk desk;
    QVERIFY(desk.store().store().ledger().addVerdict({.model = "m2",
                                                      .verdict = "blocked",
                                                      .report = "{\"gates\": [[[", // hostile or old
                                                      .at = at("2025-06-12"),
                                                      .operatorName = "ana"}));
    desk.openPanel();
    QVERIFY2(desk.label("gateVerdict").startsWith(S("The report of the gates cannot be read: m2")),
             qPrintable(desk.label("gateVerdict")));
    QVERIFY(!desk.isShown("gateTable"));
}

void TestReadiness::whatIsMissingTeaches() {
    WindowDesk desk(0);
    LogEntry timeless = test::entry("t1");
    timeless.ts.reset();
    timeless.responseLogprob.reset();
    desk.store().add({timeless});
    desk.open();
    desk.press("F9");
    auto& panel = desk.find<ReadinessPanel>("readinessPanel");
    QTRY_VERIFY(desk.find<QTableView>("triggerTable").model()->rowCount() == 3);
    QStringList said;
    for (const auto* label : panel.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&panel)) {
            said << label->text();
        }
    }
    const QString all = said.join(u'\n');
    for (const QString& wanted :
         {S("No row has a time"), S("No row has a logprob"), S("No gate was asked yet"),
          S("goldpan-cli gate"), S("Nothing was sampled out")}) {
        QVERIFY2(all.contains(wanted), qPrintable(all));
    }
    QCOMPARE(
        desk.find<QTableView>("triggerTable").model()->index(0, TriggerModel::ReasonColumn).data().toString(),
        S("no drift is recorded"));
    const QString before = desk.filter().text();
    desk.press("Return"); // there is no drift to go to
    QCOMPARE(desk.filter().text(), before);
}

void TestReadiness::whatIsShownFollowsTheStore() {
    ReadyDesk desk;
    desk.drift("2025-06-12T05:00:00");
    desk.openPanel();
    QCOMPARE(desk.cell("triggerTable", 0, TriggerModel::ProgressColumn), S("0/100"));
    desk.correct("r41"); // by another program
    QTRY_COMPARE(desk.cell("triggerTable", 0, TriggerModel::ProgressColumn), S("1/100"));
    QCOMPARE(desk.focus(), S("triggerTable"));
}

void TestReadiness::theStatusLineCountsTheSameRows() {
    ReadyDesk desk;
    desk.drift("2025-06-12T05:00:00");
    desk.correct("r41");
    desk.correct("r42", "write to ana@example.com"); // held back from export until somebody reads it
    desk.openPanel();
    QCOMPARE(desk.cell("triggerTable", 0, TriggerModel::ProgressColumn), S("1/100"));
    QTRY_COMPARE(desk.label("driftLine"), S("drift window #1: 1 of 100 corrected, 99 short"));
}

void TestReadiness::anErrorIsSaidAndWhatWasReadStays() {
    ReadyDesk desk;
    desk.openPanel();
    auto& panel = desk.find<ReadinessPanel>("readinessPanel");
    panel.setError(S("the disk is gone"));
    QCOMPARE(desk.label("readinessStatus"), S("⚠ the disk is gone"));
    QVERIFY(desk.isShown("timelineChart"));
    panel.clear(); // as for another store: nothing of this one is left
    QCOMPARE(desk.table("triggerTable").model()->rowCount(), 0);
    QVERIFY(!desk.isShown("timelineChart"));
    QCOMPARE(desk.label("readinessStatus"), QString());
}

QTEST_MAIN(TestReadiness)
#include "tst_readiness.moc"
