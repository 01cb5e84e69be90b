// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo in the window: they go to their row, wherever it is, also after a restart, and say what
// stands in their way.
#include "core/review/review_service.h"
#include "core/store/entry_reader.h"
#include "tests/ui/support/window_desk.h"
#include "ui/queue/queue_model.h"

#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <array>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

#define S(text) QStringLiteral(text)

class TestUndo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undoAndRedoJumpToTheirRow();
    void undoWorksAcrossARestart();
    void aRefusedUndoIsSaidOnceAndGoesWithTheNextAct();
    void undoShowsARowThatIsNotInTheQueue();
    void theWayBackStaysUntilAnotherQueueIsChosen();
};

void TestUndo::undoAndRedoJumpToTheirRow() {
    WindowDesk desk;
    desk.open();
    desk.press("A");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("J");
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r4"));
    desk.press("U");
    QTRY_COMPARE(desk.current(), S("r1"));
    QCOMPARE(desk.state("r1"), S("unreviewed"));
    const auto shown = [&desk] {
        return static_cast<ReviewState>(
            desk.queue().model()->index(0, 0).data(QueueModel::StateRole).toInt());
    };
    QTRY_COMPARE(shown(), ReviewState::unreviewed);
    desk.press("Shift+U");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    QTRY_COMPARE(shown(), ReviewState::accepted);
    desk.press("Ctrl+Z");
    QTRY_COMPARE(desk.state("r1"), S("unreviewed"));
    desk.press("Ctrl+Shift+Z");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    desk.press("U");
    QTRY_COMPARE(desk.state("r1"), S("unreviewed"));
    desk.press("U");
    QTRY_VERIFY(desk.notice().startsWith(S("Undo")));
}

void TestUndo::undoWorksAcrossARestart() {
    WindowDesk desk;
    desk.open();
    desk.press("X");
    QTRY_COMPARE(desk.state("r1"), S("discarded"));
    desk.destroyWindow();
    desk.open();
    desk.press("U");
    QTRY_COMPARE(desk.state("r1"), S("unreviewed"));
}

void TestUndo::aRefusedUndoIsSaidOnceAndGoesWithTheNextAct() {
    WindowDesk desk;
    desk.open();
    desk.press("X");
    QTRY_COMPARE(desk.state("r1"), S("discarded"));
    QTRY_COMPARE(desk.current(), S("r2"));
    review::ReviewService ben(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ben");
    const RowId row = desk.store().store().entries().find("r1").value().value();
    QVERIFY(ben.decide(std::array{row}, review::Decision::defer));
    desk.press("U");
    QTRY_COMPARE(
        desk.notice(),
        S("Undo: Refused: act 1 cannot be undone: act 2 (a defer by ben) has built on it; undo that first. "
          "Nothing else was changed."));
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r3"));
    QVERIFY(desk.notice().contains(S("built on it")));
    desk.press("F");
    QTRY_COMPARE(desk.tags("r3"), S("operator_review"));
    QTRY_COMPARE(desk.notice(), QString());
}

void TestUndo::undoShowsARowThatIsNotInTheQueue() {
    WindowDesk desk;
    desk.open();
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    desk.press("6"); // corrected rows: none
    QTRY_COMPARE(desk.queue().model()->rowCount(), 0);
    desk.press("U");
    QTRY_COMPARE(desk.current(), S("r1"));
    QCOMPARE(desk.queue().model()->rowCount(), 1);
}

void TestUndo::theWayBackStaysUntilAnotherQueueIsChosen() {
    WindowDesk desk;
    desk.open();
    desk.press("A");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("A");
    QTRY_COMPARE(desk.state("r2"), S("accepted"));
    desk.press("6"); // corrected rows: none
    QTRY_COMPARE(desk.queue().model()->rowCount(), 0);
    const QString alone = S("This row is not in the queue you were in.");
    desk.press("U");
    QTRY_COMPARE(desk.notice(), alone);
    QTRY_COMPARE(desk.current(), S("r2"));
    QSignalSpy answered(desk.queue().model(), &QAbstractItemModel::modelReset);
    desk.press("F5");
    QTRY_VERIFY(answered.count() >= 1);
    QCOMPARE(desk.notice(), alone);
    desk.press("U"); // a second one that is not in the queue
    QTRY_COMPARE(desk.current(), S("r1"));
    QTRY_COMPARE(desk.notice(), alone);
    desk.pressNoticeAction(S("Back to that queue"));
    QTRY_COMPARE(desk.queue().model()->rowCount(), 0);
    QCOMPARE(desk.notice(), QString());
    desk.press("Shift+U");
    QTRY_COMPARE(desk.notice(), alone);
    desk.press("1"); // another queue
    QTRY_COMPARE(desk.notice(), QString());
}

QTEST_MAIN(TestUndo)
#include "tst_undo.moc"
