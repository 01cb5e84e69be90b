// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of readiness by keys and by mouse: what they say, which rows they lead to, and their pictures.
#include "tests/ui/support/ready_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/readiness/readiness_panel.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QChart>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QImage>
#include <QLineEdit>
#include <QLineSeries>
#include <QMenu>
#include <QTest>
#include <QToolButton>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::ReadyDesk;

namespace {

#define S(text) QStringLiteral(text)

} // namespace

class TestReadinessCharts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDaysAreWalkedAndChosenByKeys();
    void rowsOfAWrongYearAreToldAndNotDrawn();
    void aClickOnADayOrABandMeansIt();
    void theMenuOfADayHasItsShares();
    void theBinsAreWalkedAndChosenByKeys();
    void chartsSayInWordsWhatTheyShow();
    void screenReadersAreToldWhatIsMarked();
    void signsAndLabelsHaveRoom();
    void aPictureIsSavedWhole();
};

void TestReadinessCharts::theDaysAreWalkedAndChosenByKeys() {
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

void TestReadinessCharts::rowsOfAWrongYearAreToldAndNotDrawn() {
    ReadyDesk desk;
    desk.store().add({test::entry("lost", "1970-01-01T12:00:00")});
    desk.openPanel();
    const QString note = S("1 stored row far outside these days: not drawn");
    QCOMPARE(desk.label("timelineChartNote"), note);
    QVERIFY(desk.find<QLabel>("timelineChartNote").isVisible());
    QVERIFY(!desk.find<QLabel>("histogramChartNote").isVisible()); // every logprob is drawn
    ChartView& chart = desk.chart("timelineChart");
    QVERIFY(chart.accessibleDescription().endsWith(note));
    chart.setFocus();
    desk.press("Home");
    QVERIFY2(desk.label("timelineChartLine").startsWith(S("2025-06-10: ")),
             qPrintable(desk.label("timelineChartLine")));
    QVERIFY(chart.picture(S("title"), note).height() > chart.picture(S("title"), {}).height());
}

void TestReadinessCharts::aClickOnADayOrABandMeansIt() {
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

void TestReadinessCharts::theMenuOfADayHasItsShares() {
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

void TestReadinessCharts::theBinsAreWalkedAndChosenByKeys() {
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

void TestReadinessCharts::chartsSayInWordsWhatTheyShow() {
    ReadyDesk desk;
    desk.drift("2025-06-12T05:00:00");
    desk.openPanel();
    QCOMPARE(desk.chart("timelineChart").accessibleName(), S("Rows of the log over time"));
    QCOMPARE(desk.chart("timelineChart").accessibleDescription(),
             S("2025-06-12: 20 rows, 20.0 % low confidence, 10.0 % negative · drift window #1; "
               "2025-06-10 to 2025-06-12: 60 rows, 20.0 % low confidence, 10.0 % negative; 1 open drift "
               "window; 0 trained drift windows"));
    const QString histogram = desk.chart("histogramChart").accessibleDescription();
    QVERIFY2(histogram.endsWith(S(
                 "; 60 rows with a logprob, 20.0 % of them below the threshold of -3.00; 0 stored without")),
             qPrintable(histogram));
    QVERIFY(histogram.startsWith(desk.label("histogramChartLine") + u';'));
}

void TestReadinessCharts::screenReadersAreToldWhatIsMarked() {
    ReadyDesk desk;
    desk.openPanel();
    for (const char* name : {"timelineChart", "histogramChart"}) {
        ChartView& chart = desk.chart(name);
        chart.setFocus();
        for (const char* key : {"Home", "Right", "End", "Left"}) {
            const QString before = chart.accessibleDescription();
            desk.press(key);
            const QString line = desk.find<QLabel>(qPrintable(QString::fromLatin1(name) + S("Line"))).text();
            const QString now = chart.accessibleDescription();
            QVERIFY2(now.startsWith(line + u';'), qPrintable(now));
            QVERIFY2(now != before || key == std::string_view("Home"), key); // the bins begin at home
        }
    }
}

void TestReadinessCharts::signsAndLabelsHaveRoom() {
    ReadyDesk desk;
    desk.openPanel();
    for (const char* name : {"timelineChart", "histogramChart"}) {
        const ChartView& chart = desk.chart(name);
        int dashed = 0;
        for (const QAbstractSeries* series : chart.chart()->series()) {
            const auto* line = qobject_cast<const QLineSeries*>(series);
            if (line != nullptr && line->pen().style() != Qt::SolidLine) {
                ++dashed;
                const QList<qreal> pattern = line->pen().dashPattern();
                const double length = (pattern.value(0) + pattern.value(1)) * line->pen().widthF();
                QVERIFY2(2 * length <= 12, name); // a sign shows two dashes
            }
        }
        QCOMPARE(dashed, 1);
        const int label = chart.fontMetrics().horizontalAdvance(S("-10.00"));
        QVERIFY2(2 * chart.chart()->margins().right() > label,
                 name); // half of the last one is beside the axis
    }
}

void TestReadinessCharts::aPictureIsSavedWhole() {
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

QTEST_MAIN(TestReadinessCharts)
#include "tst_readiness_charts.moc"
