// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo of acts on very many rows, by their keys: with progress and Cancel, and the review goes on
// beside them.
#include "core/review/review_service.h"
#include "tests/ui/support/many_rows_desk.h"
#include "ui/common/notice_bar.h"

#include <QPushButton>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::kManyRows;
using goldpan::test::ManyRowsDesk;

namespace {

#define S(text) QStringLiteral(text)

struct LongDesk : ManyRowsDesk {
    explicit LongDesk(const std::string& who = "ana") {
        std::vector<RowId> rows;
        for (int row = 1; row <= kManyRows; ++row) {
            rows.push_back(RowId{row});
        }
        review::ReviewService other(store().store(), backend().redactor, backend().clock, who);
        if (!other.decide(rows, review::Decision::discard)) {
            qFatal("not discarded");
        }
    }
};

} // namespace

class TestLongUndo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itShowsItsProgressBesideTheReview();
    void aStoppedOneGoesOn();
    void aShortOneShowsNoProgress();
    void whatIsStillLookedForDoesNotCoverWhatWasUndone();
    void norThatThereIsNothingToUndo();
};

void TestLongUndo::itShowsItsProgressBesideTheReview() {
    LongDesk desk;
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.holdJobsAfter(0);
    desk.press("U");
    QTRY_COMPARE(desk.notices().progressText(), S("Undoing act 1"));
    desk.press("F"); // the writer is free
    QTRY_VERIFY(!desk.tags("r2").isEmpty());
    QCOMPARE(desk.discarded(), kManyRows);
    desk.press("U");
    QVERIFY2(desk.notice().contains(S("is running")), qPrintable(desk.notice()));
    desk.letJobsGo();
    QTRY_COMPARE(desk.notice(), S("Taken back: a discard."));
    QCOMPARE(desk.discarded(), 0);
    QTRY_VERIFY(!desk.notices().isProgressShown());
    QTRY_COMPARE(desk.current(), S("r1")); // where it began
}

void TestLongUndo::aStoppedOneGoesOn() {
    LongDesk desk;
    desk.open();
    desk.holdJobsAfter(1);
    desk.press("U");
    QTRY_VERIFY(desk.areJobsHeld());
    while (desk.discarded() == kManyRows) { // how many looks at its rows come first is a matter of time
        desk.holdJobsAfter(1);
        QTRY_VERIFY(desk.areJobsHeld());
    }
    QTest::mouseClick(&desk.find<QPushButton>("progressCancel"), Qt::LeftButton);
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().startsWith(S("Undo was stopped after ")), qPrintable(desk.notice()));
    QVERIFY2(desk.notice().endsWith(S(" of 1,284 rows. Undo (U) goes on with it.")),
             qPrintable(desk.notice()));
    QVERIFY(desk.discarded() > 0);
    QVERIFY(desk.discarded() < kManyRows);
    desk.press("U");
    QTRY_COMPARE(desk.discarded(), 0);
    QTRY_COMPARE(desk.notice(), S("Taken back: a discard."));
    desk.press("Shift+U");
    QTRY_COMPARE(desk.notice(), S("Done again: a discard."));
    QCOMPARE(desk.discarded(), kManyRows);
}

void TestLongUndo::aShortOneShowsNoProgress() {
    LongDesk desk;
    desk.open();
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    desk.holdJobsAfter(0); // long work would stand still
    desk.press("U");
    QTRY_COMPARE(desk.notice(), S("Taken back: an accept."));
    QCOMPARE(desk.state("r1"), S("discarded"));
    QTRY_VERIFY(!desk.notices().isProgressShown());
}

void TestLongUndo::whatIsStillLookedForDoesNotCoverWhatWasUndone() {
    LongDesk desk;
    desk.open();
    desk.holdPages(true); // the search for the next row comes to no end
    desk.press("A");
    desk.press("U");
    QTRY_COMPARE(desk.notice(), S("Taken back: an accept."));
    desk.holdPages(false);
    desk.press("F"); // while the search has a say, this waits for it
    QTRY_COMPARE(desk.tags("r1"), S("operator_review"));
    QCOMPARE(desk.notice(), S("Taken back: an accept."));
}

void TestLongUndo::norThatThereIsNothingToUndo() {
    LongDesk desk("bea");
    desk.open();
    desk.holdPages(true);
    desk.press("N");
    desk.press("U");
    QTRY_VERIFY2(desk.notice().contains(S("no act to undo")), qPrintable(desk.notice()));
    desk.holdPages(false);
    desk.press("F"); // waits for the search
    QTRY_COMPARE(desk.tags("r1"), S("operator_review"));
    QVERIFY2(desk.notice().contains(S("no act to undo")), qPrintable(desk.notice()));
}

QTEST_MAIN(TestLongUndo)
#include "tst_long_undo.moc"
