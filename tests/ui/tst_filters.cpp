// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows are shown: the filter bar, presets, drift windows, sorting, and what other programs change.
#include "core/feedback/event_service.h"
#include "core/review/review_service.h"
#include "tests/ui/support/window_desk.h"
#include "ui/detail/correction_editor.h"
#include "ui/queue/queue_model.h"
#include "ui/window/main_window.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

int rows(WindowDesk& desk) {
    return desk.queue().model()->rowCount();
}

} // namespace

class TestFilters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFilterIsAppliedAndTakenBack();
    void aMistakeInAFilterIsShownAtItsPlace();
    void aMistakeIsNotToldOfAnotherText();
    void presetsShowTheirRowsAndCounts();
    void withoutAStoreThereIsNothingToCount();
    void driftWindowsAreStepped();
    void theHeaderSorts();
    void figuresAddUp();
    void rowsOfAnotherProgramAreNew();
    void decisionsOfAnotherProgramShow();
};

void TestFilters::aFilterIsAppliedAndTakenBack() {
    WindowDesk desk;
    desk.open();
    desk.press("/");
    desk.type("id:r3");
    desk.press("Return");
    QTRY_COMPARE(rows(desk), 1);
    QTRY_COMPARE(desk.current(), S("r3"));
    QCOMPARE(desk.focus(), S("queueView"));
    desk.press("Ctrl+F");
    desk.type("nothing");
    desk.press("Escape");
    QCOMPARE(desk.filter().text(), S("id:r3"));
    QCOMPARE(desk.focus(), S("queueView"));
    desk.press("0");
    QTRY_COMPARE(rows(desk), 5);
    QCOMPARE(desk.filter().text(), QString());
}

void TestFilters::aMistakeInAFilterIsShownAtItsPlace() {
    WindowDesk desk;
    desk.open();
    desk.press("/");
    desk.type("id:r3 wrong:thing");
    desk.press("Return");
    QCOMPARE(desk.focus(), S("filterBar"));
    QCOMPARE(desk.filter().selectionStart(), 6);
    QVERIFY(desk.filter().hasSelectedText());
    QVERIFY2(desk.notice().contains(S("column 7")), qPrintable(desk.notice()));
    QCOMPARE(rows(desk), 5);
    QCOMPARE(desk.current(), S("r1"));
    desk.press("Escape");
    QCOMPARE(desk.filter().text(), QString());
    QCOMPARE(desk.notice(), QString());
}

void TestFilters::aMistakeIsNotToldOfAnotherText() {
    WindowDesk desk;
    desk.open();
    desk.press("/");
    desk.type("wrong:thing");
    desk.press("Return");
    QVERIFY2(desk.notice().contains(S("column 1")), qPrintable(desk.notice()));
    desk.type("t"); // over what is selected
    QCOMPARE(desk.notice(), QString());
    QCOMPARE(desk.focus(), S("filterBar"));
}

void TestFilters::presetsShowTheirRowsAndCounts() {
    WindowDesk desk;
    desk.open();
    desk.press("F");
    QTRY_COMPARE(desk.tags("r1"), S("operator_review"));
    QTRY_VERIFY(desk.find<QToolButton>("queue.marked").text().endsWith(S(" 1")));
    desk.press("7");
    QTRY_COMPARE(rows(desk), 1);
    QCOMPARE(desk.filter().text(), S("tag:operator_review state:unreviewed"));
    QVERIFY(desk.find<QToolButton>("queue.marked").isChecked());
    desk.press("S");
    QTRY_COMPARE(desk.state("r1"), S("deferred"));
    desk.press("5");
    QTRY_COMPARE(desk.filter().text(), S("state:deferred"));
    QTRY_COMPARE(rows(desk), 1);
    QTest::mouseClick(&desk.find<QToolButton>("queue.all"), Qt::LeftButton);
    QTRY_COMPARE(rows(desk), 5);
    QCOMPARE(desk.focus(), S("queueView"));
}

void TestFilters::withoutAStoreThereIsNothingToCount() {
    WindowDesk desk;
    desk.openEmpty();
    auto& flagged = desk.find<QToolButton>("queue.flagged");
    QCOMPARE(flagged.text(), S("1 Flagged"));
    QCOMPARE(flagged.accessibleName(), S("Flagged, key 1"));
    desk.window().openPath(QString::fromStdString(desk.store().path()));
    QTRY_COMPARE(flagged.text(), S("1 Flagged 0"));
}

void TestFilters::driftWindowsAreStepped() {
    WindowDesk desk;
    desk.open();
    desk.press("]");
    QTRY_VERIFY2(desk.notice().contains(S("No drift")), qPrintable(desk.notice()));
    const redact::Redactor redactor;
    const SystemClock clock;
    feedback::EventService events(desk.store().store(), redactor, clock, "ana");
    QVERIFY(events.applyDrift({.ts = Timestamp{2 * kMicrosPerHour}, .windowMicros = kMicrosPerHour}));
    QVERIFY(events.applyDrift({.ts = Timestamp{5 * kMicrosPerHour}, .windowMicros = kMicrosPerHour / 2}));
    desk.press("]");
    QTRY_COMPARE(desk.filter().text(), S("drift:1"));
    QTRY_COMPARE(rows(desk), 2);
    desk.press("]");
    QTRY_COMPARE(desk.filter().text(), S("drift:2"));
    QTRY_COMPARE(rows(desk), 1);
    desk.press("]");
    QTRY_VERIFY(desk.notice().contains(S("last drift window")));
    desk.press("[");
    QTRY_COMPARE(desk.filter().text(), S("drift:1"));
}

void TestFilters::theHeaderSorts() {
    WindowDesk desk;
    desk.open();
    auto& header = *desk.queue().horizontalHeader();
    const QPoint time(header.sectionViewportPosition(QueueModel::TimeColumn) + 5, header.height() / 2);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, time);
    QTRY_COMPARE(desk.cell(0, QueueModel::PromptColumn), S("prompt of r5"));
    QCOMPARE(desk.queue().horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, time);
    QTRY_COMPARE(desk.cell(0, QueueModel::PromptColumn), S("prompt of r1"));
}

void TestFilters::figuresAddUp() {
    WindowDesk desk;
    desk.open();
    desk.press("A");
    desk.press("X");
    QTRY_COMPARE(desk.find<QLabel>("stateSums").text(),
                 S("3 unreviewed + 0 corrected + 1 accepted + 1 discarded + 0 deferred = 5 rows"));
}

void TestFilters::rowsOfAnotherProgramAreNew() {
    WindowDesk desk(2);
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.store().add({test::entry("late1"), test::entry("late2")});
    auto& info = desk.find<QWidget>("resultInfo");
    QTRY_VERIFY2(info.property("text").toString().endsWith(S("2 new, F5")),
                 qPrintable(info.property("text").toString()));
    QCOMPARE(rows(desk), 2);
    desk.press("F5");
    QTRY_COMPARE(rows(desk), 4);
    QTRY_COMPARE(desk.current(), S("r2"));
    QTRY_VERIFY(!info.property("text").toString().contains(S("new")));
}

void TestFilters::decisionsOfAnotherProgramShow() {
    WindowDesk desk;
    desk.open();
    const redact::Redactor redactor;
    const SystemClock clock;
    review::ReviewService other(desk.store().store(), redactor, clock, "ben");
    const RowId row = desk.store().row("r2");
    QVERIFY(other.decide(std::array{row}, review::Decision::accept));
    QTRY_COMPARE(desk.queue().model()->index(1, 0).data(QueueModel::StateRole).toInt(),
                 static_cast<int>(ReviewState::accepted));
    // The row was loaded ahead; what is shown is what the store has now.
    QVERIFY(other.correct(row, "Ben's answer", CorrectionSource::operatorWritten));
    QTRY_COMPARE(desk.cell(1, QueueModel::TagsColumn), S("operator_review"));
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    QTRY_COMPARE(desk.editor().toPlainText(), S("Ben's answer"));
}

QTEST_MAIN(TestFilters)
#include "tst_filters.moc"
