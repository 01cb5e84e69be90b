// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The readiness panel by its keys: what it shows, where it leads to, and that the row comes back.
#include "core/feedback/event_service.h"
#include "core/readiness/retrain_service.h"
#include "core/review/review_service.h"
#include "core/store/ledger.h"
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/readiness/chart_view.h"
#include "ui/readiness/readiness_panel.h"
#include "ui/readiness/trigger_model.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

Timestamp at(const char* time) {
    return *parseTimestamp(time);
}

/// 60 rows over three days, 20 a day from midnight: every fifth of low confidence, every tenth disliked.
struct ReadyDesk : WindowDesk {
    ReadyDesk()
        : WindowDesk(0) {
        std::vector<LogEntry> rows;
        for (int number = 0; number < 60; ++number) {
            LogEntry row = test::entry("r" + std::to_string(number));
            row.ts = Timestamp{at("2025-06-10").micros + (number / 20) * 24 * kMicrosPerHour +
                               (number % 20) * kMicrosPerHour};
            row.responseLogprob = number % 5 == 0 ? -4.1 : -1.1;
            if (number % 10 == 0) {
                row.tags = {"user_negative"};
            }
            rows.push_back(row);
        }
        store().add(rows);
    }
    void drift(const char* time) {
        feedback::EventService events(store().store(), backend().redactor, backend().clock, "ana");
        QVERIFY(events.applyDrift({.ts = at(time), .windowMicros = 6 * kMicrosPerHour}));
    }
    void correct(const char* id, const char* text = "gold") {
        review::ReviewService review(store().store(), backend().redactor, backend().clock, "ana");
        QVERIFY(review.correct(store().row(id), text, CorrectionSource::operatorWritten));
    }
    void gate(gates::GateStatus status, const char* reason) {
        gates::GateReport report{gates::Verdict::blocked, {{.suite = "refunds", .metric = "pass_rate"}}};
        report.gates[0].status = status;
        report.gates[0].reason = reason;
        readiness::RetrainService service(store().store(), backend().redactor, backend().clock, "ana");
        QVERIFY(service.keepVerdict(report, "m2"));
    }
    /// Opens the window and the panel, and waits until all is read.
    void openPanel() {
        open();
        press("F9");
        QTRY_VERIFY(table("triggerTable").model()->rowCount() > 0);
    }
    QTableView& table(const char* name) { return find<QTableView>(name); }
    QString cell(const char* name, int row, int column) {
        return table(name).model()->index(row, column).data().toString();
    }
    ChartView& chart(const char* name) { return find<ChartView>(name); }
    QString label(const char* name) { return find<QLabel>(name).text(); }
    bool isShown(const char* name) { return find<QWidget>(name).isVisible(); }
    int rows() { return queue().model()->rowCount(); }
};

} // namespace

class TestReadiness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void f9ShowsThePanelAndTheRowAgain();
    void f9GoesBackIntoTheWordsThatOneWasWriting();
    void escapeLeadsFromThePanelToTheRow();
    void everyPartIsReachedByF6();
    void aTriggerLeadsToItsRows();
    void theDaysAreWalkedAndChosenByKeys();
    void aClickOnADayOrABandMeansIt();
    void theMenuOfADayHasItsShares();
    void theBinsAreWalkedAndChosenByKeys();
    void nobodyDecidesOnARowThatIsCovered();
    void commandsOfTheRowShowIt();
    void gatesAreShownWithTheirReasons();
    void aReportThatIsNoneIsNamed();
    void whatIsMissingTeaches();
    void whatIsShownFollowsTheStore();
    void theStatusLineCountsTheSameRows();
    void anErrorIsSaidAndWhatWasReadStays();
    void chartsSayInWordsWhatTheyShow();
    void aPictureIsSavedWhole();
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

void TestReadiness::theDaysAreWalkedAndChosenByKeys() {
    ReadyDesk desk;
    desk.drift("2025-06-11T05:00:00");
    desk.openPanel();
    desk.chart("timelineChart").setFocus();
    QCOMPARE(desk.label("timelineChartLine"),
             S("2025-06-12: 20 rows, 20.0 % low confidence, 10.0 % negative")); // the newest
    desk.press("Left");
    QCOMPARE(desk.label("timelineChartLine"),
             S("2025-06-11: 20 rows, 20.0 % low confidence, 10.0 % negative · drift window #1"));
    desk.press("Home");
    desk.press("Left"); // there is none before
    QVERIFY(desk.label("timelineChartLine").startsWith(S("2025-06-10:")));
    desk.press("Right");
    desk.press("Return");
    QTRY_COMPARE(desk.rows(), 20);
    QVERIFY2(desk.filter().text().contains(S("2025-06-11")), qPrintable(desk.filter().text()));
    QCOMPARE(desk.focus(), S("timelineChart"));
    desk.press("End");
    QVERIFY(desk.label("timelineChartLine").startsWith(S("2025-06-12:")));
}

void TestReadiness::aClickOnADayOrABandMeansIt() {
    ReadyDesk desk;
    desk.store().add({[] {
        LogEntry row = test::entry("late", "2025-06-13T12:00:00"); // few rows, so that the band stands above
        return row;
    }()});
    desk.drift("2025-06-13T14:00:00");
    desk.openPanel();
    ChartView& chart = desk.chart("timelineChart");
    const auto click = [&chart](const QPoint& at) {
        QTest::mouseClick(chart.viewport(), Qt::LeftButton, {}, at);
    };
    QTRY_VERIFY(chart.middleOf(3).x() > chart.middleOf(0).x());
    click(chart.middleOf(0));
    QTRY_COMPARE(desk.rows(), 20);
    QVERIFY(desk.label("timelineChartLine").startsWith(S("2025-06-10:")));
    click(chart.middleOf(3)); // half past eleven hours: in the window from 8 to 14, and far above its one row
    QTRY_COMPARE(desk.filter().text(), S("drift:1"));
    QTRY_COMPARE(desk.rows(), 1);
}

void TestReadiness::theMenuOfADayHasItsShares() {
    ReadyDesk desk;
    desk.drift("2025-06-12T05:00:00");
    desk.openPanel();
    ChartView& chart = desk.chart("timelineChart");
    chart.setFocus();
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(&chart, &byKey);
    QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    QStringList entries;
    for (const QAction* action : menu->actions()) {
        entries << action->text();
    }
    QCOMPARE(entries, QStringList({S("Rows of 2025-06-12"), S("Low confidence of 2025-06-12"),
                                   S("Negative feedback of 2025-06-12"), S("Drift window #1")}));
    desk.press("Down");
    desk.press("Down");
    desk.press("Return");
    QTRY_COMPARE(desk.rows(), 4);
    QVERIFY2(desk.filter().text().startsWith(S("is:low-confidence")), qPrintable(desk.filter().text()));
}

void TestReadiness::theBinsAreWalkedAndChosenByKeys() {
    ReadyDesk desk;
    desk.openPanel();
    desk.chart("histogramChart").setFocus();
    desk.press("Home");
    QVERIFY2(desk.label("histogramChartLine").contains(S("12 rows, 20.0 %")),
             qPrintable(desk.label("histogramChartLine")));
    desk.press("Return");
    QTRY_COMPARE(desk.rows(), 12);
    QVERIFY2(desk.filter().text().contains(S("logprob")), qPrintable(desk.filter().text()));
    desk.press("End");
    desk.press("Return");
    QTRY_COMPARE(desk.rows(), 48);
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

void TestReadiness::chartsSayInWordsWhatTheyShow() {
    ReadyDesk desk;
    desk.drift("2025-06-12T05:00:00");
    desk.openPanel();
    QCOMPARE(desk.chart("timelineChart").accessibleName(), S("Rows of the log over time"));
    QCOMPARE(desk.chart("timelineChart").accessibleDescription(),
             S("2025-06-10 to 2025-06-12: 60 rows, 20.0 % low confidence, 10.0 % negative; 1 open drift "
               "window; 0 trained drift windows"));
    QCOMPARE(desk.chart("histogramChart").accessibleDescription(),
             S("60 rows with a logprob, 20.0 % of them below the threshold of -3.00; 0 stored without"));
}

void TestReadiness::aPictureIsSavedWhole() {
    ReadyDesk desk;
    desk.openPanel();
    const QString path = QString::fromStdString(desk.store().dir().path()) + S("/days.png");
    desk.find<QToolButton>("timelineChartSave").setFocus();
    desk.press("Space");
    const auto find = [&desk] { return desk.window().findChild<QFileDialog*>(S("pictureDialog")); };
    QTRY_VERIFY(find() != nullptr && QApplication::activeWindow() == find());
    QVERIFY2(find()->selectedFiles().value(0).endsWith(S(" Rows of the log over time.png")),
             qPrintable(find()->selectedFiles().value(0)));
    Q_EMIT find()->fileSelected(path);
    find()->reject();
    QTRY_VERIFY2(desk.notice().contains(path), qPrintable(desk.notice()));
    const QImage picture(path);
    QVERIFY(picture.width() >= 2 * desk.chart("timelineChart").viewport()->width());
    QTRY_COMPARE(desk.focus(), S("timelineChartSave"));
    Q_EMIT desk.find<ReadinessPanel>("readinessPanel").pictureWanted(S("x"), picture);
    QTRY_VERIFY(find() != nullptr);
    Q_EMIT find()->fileSelected(QString::fromStdString(desk.store().dir().path()) + S("/none/days.png"));
    find()->reject();
    QTRY_COMPARE(desk.notices().kind(), NoticeBar::Kind::error);
}

QTEST_MAIN(TestReadiness)
#include "tst_readiness.moc"
