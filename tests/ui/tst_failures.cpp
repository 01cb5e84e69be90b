// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// When the store cannot be written: nothing that was typed is lost, and the window says so.
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/queue/queue_model.h"
#include "ui/window/main_window.h"

#include <QFile>
#include <QTableView>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

#define S(text) QStringLiteral(text)

namespace {

/// What the line below the editor says of its words.
QString stateOf(WindowDesk& desk) {
    return desk.find<QWidget>("stateLabel").property("text").toString();
}

} // namespace

class TestFailures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCorrectionThatCannotBeSavedIsADraftAgain();
    void aDecisionThatFailsIsTakenBackOnTheScreen();
    void aDraftThatCannotBeWrittenIsKeptAndTriedAgain();
    void theWindowDoesNotCloseOverUnsavedWords();
    void whyTheWindowStaysOpenIsNotCovered();
    void whyTheWindowStaysOpenGoesWithItsReason();
    void aDraftThatFailsAnewIsToldAnew();
    void aStoreWhoseFileIsGoneTakesNothing();
    void aStoreWhoseFileIsBackSaysNothingMore();
};

void TestFailures::aCorrectionThatCannotBeSavedIsADraftAgain() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.press("Ctrl+A");
    desk.type("Precious words");
    desk.failWrites(true);
    desk.press("Ctrl+Return");
    QTRY_COMPARE(desk.notices().kind(), std::optional(NoticeBar::Kind::error));
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("Escape");
    desk.press("K");
    QTRY_COMPARE(desk.editor().toPlainText(), S("Precious words"));
    QCOMPARE(desk.state("r1"), S("unreviewed"));
    QCOMPARE(desk.queue().model()->index(0, 0).data(QueueModel::StateRole).toInt(),
             static_cast<int>(ReviewState::unreviewed));
    desk.failWrites(false);
    desk.press("E");
    desk.press("Ctrl+Return");
    QTRY_COMPARE(desk.correction("r1"), S("Precious words"));
}

void TestFailures::aDecisionThatFailsIsTakenBackOnTheScreen() {
    WindowDesk desk;
    desk.open();
    QTRY_COMPARE(desk.editor().toPlainText(), S("response of r1"));
    desk.failWrites(true);
    desk.press("A");
    QTRY_COMPARE(desk.notices().kind(), std::optional(NoticeBar::Kind::error));
    QVERIFY2(desk.notice().startsWith(S("Accepting (row r1): ")), qPrintable(desk.notice()));
    QVERIFY(!desk.queue().model()->index(0, 0).data(QueueModel::SavingRole).toBool());
    QCOMPARE(desk.queue().model()->index(0, 0).data(QueueModel::StateRole).toInt(),
             static_cast<int>(ReviewState::unreviewed));
    QVERIFY(!desk.notice().contains(S("prompt of"))); // never row text
}

void TestFailures::aDraftThatCannotBeWrittenIsKeptAndTriedAgain() {
    WindowDesk desk;
    desk.open();
    desk.failWrites(true);
    desk.press("E");
    desk.type("Kept ");
    QTRY_COMPARE(desk.notices().kind(), std::optional(NoticeBar::Kind::error));
    desk.press("Alt+Down");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("Alt+Up");
    QTRY_COMPARE(desk.editor().toPlainText(), S("Kept response of r1"));
    QCOMPARE(desk.draft("r1"), QString());
    desk.failWrites(false);
    desk.press(
        "Alt+Down"); // moving on writes what waits; what is just failing is tried again five seconds later
    QTRY_COMPARE(desk.draft("r1"), S("Kept response of r1"));
}

void TestFailures::theWindowDoesNotCloseOverUnsavedWords() {
    WindowDesk desk;
    desk.open();
    desk.failWrites(true);
    desk.press("E");
    desk.type("Kept ");
    desk.window().close();
    QTRY_VERIFY2(desk.notice().contains(S("stays open")), qPrintable(desk.notice()));
    QVERIFY(desk.window().isVisible());
    desk.failWrites(false);
    desk.window().close();
    QTRY_VERIFY(!desk.window().isVisible());
    QCOMPARE(desk.draft("r1"), S("Kept response of r1"));
}

void TestFailures::whyTheWindowStaysOpenIsNotCovered() {
    WindowDesk desk;
    desk.open();
    desk.failWrites(true);
    desk.press("E");
    desk.type("Kept ");
    QTRY_VERIFY(stateOf(desk).contains(S("disk is full")));
    QVERIFY2(desk.notice().contains(S("this window keeps it")), qPrintable(desk.notice()));
    desk.window().close();
    QTRY_VERIFY2(desk.notice().contains(S("stays open")), qPrintable(desk.notice()));
    desk.type("longer ");
    // With the key itself: the line says nothing of the words before any more.
    QVERIFY(!stateOf(desk).contains(S("disk is full")));
    QTRY_VERIFY(stateOf(desk).contains(S("disk is full")));
    QVERIFY2(desk.notice().contains(S("stays open")), qPrintable(desk.notice()));
    desk.failWrites(false);
    desk.window().close();
    QTRY_VERIFY(!desk.window().isVisible());
    QCOMPARE(desk.draft("r1"), S("Kept longer response of r1"));
}

void TestFailures::whyTheWindowStaysOpenGoesWithItsReason() {
    WindowDesk desk;
    desk.open();
    desk.failWrites(true);
    desk.press("E");
    desk.type("Kept ");
    desk.window().close();
    QTRY_VERIFY2(desk.notice().contains(S("stays open")), qPrintable(desk.notice()));
    desk.failWrites(false);
    desk.type("longer ");
    QTRY_COMPARE(desk.draft("r1"), S("Kept longer response of r1"));
    QTRY_VERIFY2(!desk.notice().contains(S("stays open")), qPrintable(desk.notice()));
    QTRY_VERIFY2(!desk.notice().contains(S("this window keeps it")), qPrintable(desk.notice()));
    QVERIFY(desk.window().isVisible());
}

void TestFailures::aDraftThatFailsAnewIsToldAnew() {
    WindowDesk desk;
    desk.open();
    desk.failWrites(true);
    desk.press("E");
    desk.type("Kept ");
    QTRY_VERIFY2(desk.notice().contains(S("this window keeps it")), qPrintable(desk.notice()));
    desk.window().close();
    QTRY_VERIFY2(desk.notice().contains(S("stays open")), qPrintable(desk.notice()));
    desk.failWrites(false);
    desk.type("longer ");
    QTRY_VERIFY(stateOf(desk).startsWith(S("draft · durable")));
    QCOMPARE(desk.draft("r1"), S("Kept longer response of r1"));
    desk.failWrites(true);
    desk.type("again ");
    QTRY_VERIFY2(desk.notice().contains(S("this window keeps it")), qPrintable(desk.notice()));
}

void TestFailures::aStoreWhoseFileIsGoneTakesNothing() {
    WindowDesk desk;
    desk.open();
    const QString path = QString::fromStdString(desk.store().path());
    QVERIFY(QFile::rename(path, path + S(".away")));
    // Without a word or a decision of the operator: the window looks by itself.
    QTRY_VERIFY_WITH_TIMEOUT(desk.notice().contains(S("Nothing can be saved")), 30'000);
    QVERIFY(desk.notice().contains(S("deleted, moved or replaced")));
    desk.press("A");
    QTRY_VERIFY2(desk.notice().startsWith(S("Accepting (row r1): Not found")), qPrintable(desk.notice()));
    QTRY_COMPARE(desk.notices().kind(), std::optional(NoticeBar::Kind::error));
    QTRY_COMPARE(desk.queue().model()->index(0, 0).data(QueueModel::StateRole).toInt(),
                 static_cast<int>(ReviewState::unreviewed));
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("E");
    desk.type("Kept ");
    QTRY_VERIFY2(desk.notice().contains(S("this window keeps it")), qPrintable(desk.notice()));
    QVERIFY(!stateOf(desk).contains(S("durable")));
    QVERIFY(QFile::rename(path + S(".away"), path));
    QTRY_COMPARE_WITH_TIMEOUT(desk.draft("r2"), S("Kept response of r2"), 30'000); // tried again by itself
    QCOMPARE(desk.state("r1"), S("unreviewed"));
}

void TestFailures::aStoreWhoseFileIsBackSaysNothingMore() {
    WindowDesk desk;
    desk.open();
    const QString path = QString::fromStdString(desk.store().path());
    QVERIFY(QFile::rename(path, path + S(".away")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.notice().contains(S("Nothing can be saved")), 30'000);
    QVERIFY(QFile::rename(path + S(".away"), path));
    QTRY_COMPARE_WITH_TIMEOUT(desk.notice(), QString(), 30'000);
    desk.press("A");
    QTRY_COMPARE_WITH_TIMEOUT(desk.state("r1"), S("accepted"), 30'000);
}

QTEST_MAIN(TestFailures)
#include "tst_failures.moc"
