// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The triage story: decisions by single keys, corrections, undo and redo, read back from the store.
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/queue/queue_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTableView>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

ReviewState shown(WindowDesk& desk, int row) {
    return static_cast<ReviewState>(desk.queue().model()->index(row, 0).data(QueueModel::StateRole).toInt());
}

} // namespace

class TestTriage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decisionsByOneKeyEach();
    void keysPressedInARowApplyToTheRowsInTurn();
    void aCorrectionIsWrittenAndTheNextRowIsReady();
    void wordsEqualToTheResponseMeanAccept();
    void saveAndStayWritesACorrectionInAnyCase();
    void anEmptyCorrectionIsRefused();
    void decidedRowsStayUntilRefresh();
    void nextUnreviewedSkipsAndNeverWraps();
    void theLastActionIsRepeated();
    void aRepeatedCorrectionIsADraft();
    void tagsAreToggledAndTyped();
    void theRequestIdIsCopied();
    void reopenedRowsAreUnreviewed();
};

void TestTriage::decisionsByOneKeyEach() {
    WindowDesk desk;
    desk.open();
    QTRY_COMPARE(desk.current(), S("r1"));
    desk.press("A");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("X");
    QTRY_COMPARE(desk.current(), S("r3"));
    desk.press("S");
    QTRY_COMPARE(desk.current(), S("r4"));
    QCOMPARE(desk.focus(), S("queueView"));
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    QTRY_COMPARE(desk.state("r2"), S("discarded"));
    QTRY_COMPARE(desk.state("r3"), S("deferred"));
    QCOMPARE(desk.state("r4"), S("unreviewed"));
    QTRY_COMPARE(shown(desk, 0), ReviewState::accepted);
}

void TestTriage::keysPressedInARowApplyToTheRowsInTurn() {
    WindowDesk desk;
    desk.open();
    desk.press("A");
    desk.press("X");
    desk.press("S");
    desk.press("E");
    desk.type("So: ");
    QTRY_COMPARE(desk.editor().toPlainText(), S("So: response of r4"));
    QTRY_COMPARE(desk.state("r3"), S("deferred"));
    QCOMPARE(desk.state("r1"), S("accepted"));
    QCOMPARE(desk.state("r2"), S("discarded"));
}

void TestTriage::aCorrectionIsWrittenAndTheNextRowIsReady() {
    WindowDesk desk;
    desk.open();
    desk.press("Return");
    QCOMPARE(desk.focus(), S("correctionEditor"));
    QCOMPARE(desk.editor().toPlainText(), S("response of r1"));
    desk.press("Ctrl+A");
    desk.type("The right answer, call 555-123-4567");
    desk.press("Ctrl+Enter");
    QTRY_COMPARE(desk.current(), S("r2"));
    QCOMPARE(desk.focus(), S("correctionEditor"));
    QCOMPARE(desk.editor().toPlainText(), S("response of r2"));
    QTRY_COMPARE(desk.state("r1"), S("corrected"));
    QCOMPARE(desk.correction("r1"), S("The right answer, call [PHONE]"));
    QCOMPARE(desk.tags("r1"), S("operator_review"));
    QCOMPARE(desk.draft("r1"), QString());
    QTRY_COMPARE(shown(desk, 0), ReviewState::corrected);
}

void TestTriage::wordsEqualToTheResponseMeanAccept() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("x");
    desk.press("Backspace");
    desk.press("Ctrl+Return");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    QCOMPARE(desk.draft("r1"), QString());
    QTRY_COMPARE(desk.current(), S("r2"));
}

void TestTriage::saveAndStayWritesACorrectionInAnyCase() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.press("Ctrl+S");
    QTRY_COMPARE(desk.state("r1"), S("corrected"));
    QCOMPARE(desk.correction("r1"), S("response of r1"));
    QCOMPARE(desk.focus(), S("correctionEditor"));
    QCOMPARE(desk.current(), S("r1"));
}

void TestTriage::anEmptyCorrectionIsRefused() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.press("Ctrl+A");
    desk.press("Delete");
    desk.press("Ctrl+Return");
    QVERIFY(desk.notice().contains(S("empty")));
    QCOMPARE(desk.focus(), S("correctionEditor"));
    QCOMPARE(desk.current(), S("r1"));
    desk.press("Ctrl+S");
    desk.press("Escape");
    desk.press("J"); // an act after it would have run after it
    desk.press("A");
    QTRY_COMPARE(desk.state("r2"), S("accepted"));
    QCOMPARE(desk.state("r1"), S("unreviewed"));
}

void TestTriage::decidedRowsStayUntilRefresh() {
    WindowDesk desk;
    desk.open(S("state:unreviewed"));
    QCOMPARE(desk.queue().model()->rowCount(), 5);
    desk.press("A");
    desk.press("A");
    QTRY_COMPARE(desk.state("r2"), S("accepted"));
    QTRY_COMPARE(desk.current(), S("r3"));
    QCOMPARE(desk.queue().model()->rowCount(), 5);
    QCOMPARE(desk.queue().currentIndex().row(), 2);
    desk.press("F5");
    QTRY_COMPARE(desk.queue().model()->rowCount(), 3);
    QTRY_COMPARE(desk.current(), S("r3"));
    QCOMPARE(desk.queue().currentIndex().row(), 0);
}

void TestTriage::nextUnreviewedSkipsAndNeverWraps() {
    WindowDesk desk;
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("A");
    QTRY_COMPARE(desk.current(), S("r3"));
    desk.press("K");
    desk.press("K");
    QTRY_COMPARE(desk.current(), S("r1"));
    desk.press("N");
    QTRY_COMPARE(desk.current(), S("r3"));
    desk.press("Shift+N");
    QTRY_COMPARE(desk.current(), S("r1"));
    for (int times = 0; times < 6; ++times) {
        desk.press("N");
    }
    QTRY_COMPARE(desk.current(), S("r5"));
    QTRY_VERIFY(desk.notice().startsWith(S("End of queue")));
    desk.press("A");
    QTRY_COMPARE(desk.state("r5"), S("accepted"));
    QCOMPARE(desk.current(), S("r5"));
}

void TestTriage::theLastActionIsRepeated() {
    WindowDesk desk;
    desk.open();
    desk.press(".");
    QVERIFY2(desk.notice().contains(S("nothing was done yet")), qPrintable(desk.notice() + desk.focus()));
    desk.press("S");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press(".");
    QTRY_COMPARE(desk.state("r2"), S("deferred"));
    QTRY_COMPARE(desk.current(), S("r3"));
    desk.press("F");
    QTRY_COMPARE(desk.tags("r3"), S("operator_review"));
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r4"));
    desk.press(".");
    QTRY_COMPARE(desk.tags("r4"), S("operator_review"));
}

void TestTriage::aRepeatedCorrectionIsADraft() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.press("Ctrl+A");
    desk.type("The same answer");
    desk.press("Ctrl+Return");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("Escape");
    desk.press(".");
    QCOMPARE(desk.editor().toPlainText(), S("The same answer"));
    QTRY_COMPARE(desk.draft("r2"), S("The same answer"));
    QCOMPARE(desk.state("r2"), S("unreviewed"));
}

void TestTriage::tagsAreToggledAndTyped() {
    WindowDesk desk;
    desk.open();
    desk.press("F");
    QTRY_COMPARE(desk.tags("r1"), S("operator_review"));
    QTRY_COMPARE(desk.cell(0, QueueModel::TagsColumn), S("operator_review"));
    desk.press("F");
    QTRY_COMPARE(desk.tags("r1"), QString());
    desk.press("T");
    desk.type("cluster:refunds");
    desk.press("Return");
    QTRY_COMPARE(desk.tags("r1"), S("cluster:refunds"));
    QTRY_COMPARE(desk.cell(0, QueueModel::TagsColumn), S("cluster:refunds"));
    desk.press("Backspace");
    QTRY_COMPARE(desk.tags("r1"), QString());
    desk.press("Escape");
    QTRY_COMPARE(desk.focus(), S("queueView"));
    QCOMPARE(desk.current(), S("r1"));
}

void TestTriage::theRequestIdIsCopied() {
    WindowDesk desk;
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("Y");
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), S("r2"));
}

void TestTriage::reopenedRowsAreUnreviewed() {
    WindowDesk desk;
    desk.open();
    desk.press("A");
    QTRY_COMPARE(desk.current(), S("r2"));
    QTRY_COMPARE(desk.state("r1"), S("accepted")); // it is unreviewed until that is written, too
    desk.press("K");
    QTRY_COMPARE(desk.current(), S("r1"));
    desk.press("R");
    QTRY_COMPARE(desk.state("r1"), S("unreviewed"));
    QCOMPARE(desk.current(), S("r1"));
}

QTEST_MAIN(TestTriage)
#include "tst_triage.moc"
