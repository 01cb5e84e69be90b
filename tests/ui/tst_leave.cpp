// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever leaves a store, by closing the window or by opening another one, is told what would be stopped.
#include "app/composition/store_factory.h"
#include "tests/ui/support/many_rows_desk.h"
#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/window/main_window.h"
#include "ui/window/settings.h"
#include "ui/window/settings_controller.h"

#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>
#include <QThread>
#include <QToolButton>
#include <array>
#include <atomic>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::kManyRows;
using goldpan::test::ManyRowsDesk;
using goldpan::test::WindowDesk;

#define S(text) QStringLiteral(text)

class TestLeave : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closingAsksAndWaits();
    void closingStopsWhatIsToldTo();
    void whoDoesNotAnswerStays();
    void whoChangesTheirMindStays();
    void whoClosesTheNoticeStays();
    void anUnreadErrorHidesNoQuestion();
    void aRecentStoreAsksFirst();
    void whoStaysKeepsNothingOfTheOtherStore();
    void whoStaysKeepsANewStore();
    void anUndoThatTurnsOutLongIsAskedAbout();
    void anUndoFromTheHistoryIsNotCutOff();
    void whatWentWrongIsReadFirst();
    void aNewNameIsNotForgottenOnTheWay();
};

void TestLeave::closingAsksAndWaits() {
    ManyRowsDesk desk;
    desk.beginBulk();
    desk.press("Ctrl+Q");
    QVERIFY(desk.window().isVisible());
    QVERIFY2(desk.notice().startsWith(S("Discarding 1,284 rows: this is not over yet.")),
             qPrintable(desk.notice()));
    desk.pressNoticeAction(S("Close when it is over"));
    QVERIFY2(desk.notice().startsWith(S("The window closes when this is over")), qPrintable(desk.notice()));
    desk.letJobsGo();
    QTRY_VERIFY(!desk.window().isVisible());
    QCOMPARE(desk.discarded(), kManyRows);
    QCOMPARE(desk.finishedActs(), std::string("1"));
}

void TestLeave::closingStopsWhatIsToldTo() {
    ManyRowsDesk desk;
    desk.beginBulk();
    desk.press("Ctrl+Q");
    desk.pressNoticeAction(S("Stop it and close"));
    desk.letJobsGo();
    QTRY_VERIFY(!desk.window().isVisible());
    QVERIFY(desk.discarded() > 0);
    QVERIFY(desk.discarded() < kManyRows);
    QCOMPARE(desk.finishedActs(), std::string("0"));
    desk.destroyWindow();
    desk.open();
    desk.press("U"); // whole, also in another run of the program
    QTRY_COMPARE(desk.discarded(), 0);
}

void TestLeave::whoDoesNotAnswerStays() {
    ManyRowsDesk desk;
    desk.beginBulk();
    desk.press("Ctrl+Q");
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().startsWith(S("1,284 rows changed")), qPrintable(desk.notice()));
    desk.press("F");
    QTRY_VERIFY(!desk.tags("r1").isEmpty());
    QVERIFY(desk.window().isVisible());
    QVERIFY(!desk.notice().contains(S("not over yet")));
}

void TestLeave::whoChangesTheirMindStays() {
    ManyRowsDesk desk;
    desk.beginBulk();
    desk.press("Ctrl+Q");
    desk.pressNoticeAction(S("Close when it is over"));
    desk.pressNoticeAction(S("Stay here"));
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().startsWith(S("1,284 rows changed")), qPrintable(desk.notice()));
    desk.press("F");
    QTRY_VERIFY(!desk.tags("r1").isEmpty());
    QVERIFY(desk.window().isVisible());
}

void TestLeave::whoClosesTheNoticeStays() {
    ManyRowsDesk desk;
    desk.beginBulk();
    desk.press("Ctrl+Q");
    desk.pressNoticeAction(S("Close when it is over"));
    QVERIFY2(desk.notice().startsWith(S("The window closes when this is over")), qPrintable(desk.notice()));
    QTest::keyClick(&desk.find<QToolButton>("noticeClose"), Qt::Key_Escape);
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().startsWith(S("1,284 rows changed")), qPrintable(desk.notice()));
    desk.press("F");
    QTRY_VERIFY(!desk.tags("r1").isEmpty());
    QVERIFY(desk.window().isVisible());
}

void TestLeave::anUnreadErrorHidesNoQuestion() {
    ManyRowsDesk desk;
    desk.open();
    desk.failWrites(true);
    desk.press("F");
    QTRY_VERIFY2(desk.notice().contains(S("disk is full")), qPrintable(desk.notice()));
    desk.failWrites(false);
    desk.goOnWithBulk();
    desk.press("Ctrl+Q");
    QVERIFY2(desk.notice().contains(S("not over yet")), qPrintable(desk.notice()));
    desk.pressNoticeAction(S("Close when it is over"));
    QVERIFY2(desk.notice().contains(S("disk is full")), qPrintable(desk.notice()));
    desk.letJobsGo();
    QTRY_VERIFY(!desk.window().isVisible()); // told before the answer, it keeps nobody
    QCOMPARE(desk.discarded(), kManyRows);
}

void TestLeave::aRecentStoreAsksFirst() {
    ManyRowsDesk desk;
    test::StoreBuilder other;
    other.add({test::entry("o1")});
    settings::addRecentStore(QString::fromStdString(other.path()));
    desk.beginBulk();
    auto* recent = desk.window().findChild<QMenu*>(S("recentStores"));
    QVERIFY(recent != nullptr);
    Q_EMIT recent->aboutToShow();
    for (QAction* action : recent->actions()) {
        if (action->text() == QString::fromStdString(other.path())) {
            action->trigger();
            break;
        }
    }
    QVERIFY2(desk.notice().contains(S("not over yet")), qPrintable(desk.notice()));
    QCOMPARE(desk.current(), S("r1"));
    desk.pressNoticeAction(S("Stop it and open the other store"));
    desk.letJobsGo();
    QTRY_COMPARE(desk.current(), S("o1"));
    QVERIFY(desk.discarded() > 0);
    QVERIFY(desk.discarded() < kManyRows);
    QVERIFY2(!desk.notice().contains(S("undo")), qPrintable(desk.notice())); // U means this store's acts now
}

void TestLeave::whoStaysKeepsNothingOfTheOtherStore() {
    ManyRowsDesk desk;
    test::StoreBuilder other;
    other.add({test::entry("o1")});
    const auto held = std::make_shared<std::atomic<bool>>(false); // also counts who may open stores
    const auto release = qScopeGuard([&held] { *held = false; });
    desk.setOpen([held, open = desk.backend().open](const std::string& path, const auto& before) {
        while (*held) {
            QThread::msleep(1);
        }
        return open(path, before);
    });
    desk.open();
    const auto holders = held.use_count();
    *held = true;
    desk.window().openPath(QString::fromStdString(other.path()));
    QVERIFY(held.use_count() > holders);
    desk.goOnWithBulk();
    *held = false;
    QTRY_VERIFY2(desk.notice().contains(S("not over yet")), qPrintable(desk.notice()));
    desk.pressNoticeAction(S("Open the other store when it is over"));
    desk.pressNoticeAction(S("Stay here"));
    QCOMPARE(held.use_count(), holders);
    desk.letJobsGo();
    QTRY_COMPARE(desk.discarded(), kManyRows);
    QCOMPARE(desk.current(), S("r1"));
}

void TestLeave::whoStaysKeepsANewStore() {
    ManyRowsDesk desk;
    const auto held = std::make_shared<std::atomic<bool>>(false); // also counts who may open stores
    const auto release = qScopeGuard([&held] { *held = false; });
    desk.setOpen([held, open = desk.backend().open](const std::string& path, const auto& before) {
        while (*held) {
            QThread::msleep(1);
        }
        return open(path, before);
    });
    desk.open();
    const QString path = QString::fromStdString(desk.store().dir().file("fresh.goldpan"));
    const auto holders = held.use_count();
    *held = true;
    desk.press("Ctrl+N");
    QPointer<QFileDialog> dialog;
    QTRY_VERIFY(desk.window().findChild<QFileDialog*>() != nullptr);
    dialog = desk.window().findChild<QFileDialog*>();
    QVERIFY(QTest::qWaitForWindowActive(dialog, test::kPatienceMs));
    Q_EMIT dialog->fileSelected(path);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(held.use_count() > holders); // it is made, and about to be opened
    desk.goOnWithBulk();
    *held = false;
    desk.pressNoticeAction(S("Open the other store when it is over"));
    const auto other = composition::openStore(path.toStdString()); // by another program, meanwhile
    QVERIFY(other);
    desk.pressNoticeAction(S("Stay here"));
    QTRY_VERIFY2(desk.notice().startsWith(S("fresh.goldpan was made and stays")), qPrintable(desk.notice()));
    QCOMPARE(held.use_count(), holders);
    QVERIFY((*other)
                ->importer()
                .begin("/log.jsonl", "ben")
                .value()
                ->add(std::array{test::importRow(test::entry("o1"))}));
    const auto later = composition::openStore(path.toStdString());
    QVERIFY(later);
    QVERIFY((*later)->queue().newestRow().value() != RowId{});
    desk.letJobsGo();
    QTRY_VERIFY(!desk.notices().isProgressShown());
    QCOMPARE(desk.current(), S("r1"));
}

void TestLeave::anUndoThatTurnsOutLongIsAskedAbout() {
    ManyRowsDesk desk;
    desk.beginBulk();
    desk.letJobsGo();
    QTRY_COMPARE(desk.discarded(), kManyRows);
    QTRY_VERIFY(!desk.notices().isProgressShown());
    desk.holdJobsAfter(0);
    desk.press("U");
    desk.press("Ctrl+Q"); // before it is known how long that takes
    QTRY_VERIFY2(desk.notice().startsWith(S("Undoing act 1: this is not over yet.")),
                 qPrintable(desk.notice()));
    QVERIFY(desk.window().isVisible());
    desk.pressNoticeAction(S("Close when it is over"));
    desk.letJobsGo();
    QTRY_VERIFY(!desk.window().isVisible());
    QCOMPARE(desk.discarded(), 0);
}

void TestLeave::anUndoFromTheHistoryIsNotCutOff() {
    ManyRowsDesk desk;
    desk.beginBulk();
    desk.letJobsGo();
    QTRY_COMPARE(desk.discarded(), kManyRows);
    QTRY_VERIFY(!desk.notices().isProgressShown());
    desk.window().commands().trigger(S("history.store"));
    QTRY_COMPARE(desk.focus(), S("actList"));
    auto& undo = desk.find<QPushButton>("historyUndo");
    QTRY_VERIFY(undo.isEnabled());
    desk.holdJobsAfter(1);
    undo.click();
    QTRY_VERIFY(desk.areJobsHeld());
    desk.window().close();
    QVERIFY(desk.window().isVisible());
    QVERIFY2(desk.notice().startsWith(S("Undoing act 1: this is not over yet.")), qPrintable(desk.notice()));
    desk.pressNoticeAction(S("Close when it is over"));
    desk.letJobsGo();
    QTRY_VERIFY(!desk.window().isVisible());
    QCOMPARE(desk.discarded(), 0);
}

void TestLeave::whatWentWrongIsReadFirst() {
    ManyRowsDesk desk;
    desk.beginBulk();
    desk.press("Ctrl+Q");
    desk.pressNoticeAction(S("Close when it is over"));
    desk.failWrites(true);
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().contains(S("disk is full")), qPrintable(desk.notice()));
    QTRY_VERIFY(!desk.notices().isProgressShown());
    desk.failWrites(false);
    desk.press("F");
    QTRY_VERIFY(!desk.tags("r1").isEmpty());
    QVERIFY(desk.window().isVisible());
}

void TestLeave::aNewNameIsNotForgottenOnTheWay() {
    WindowDesk desk;
    test::StoreBuilder other;
    other.add({test::entry("o1")});
    desk.open();
    desk.failWrites(true);
    desk.press("E");
    desk.type("Mine. ");
    auto* settings = desk.window().findChild<SettingsController*>();
    Q_EMIT settings->operatorChosen(S("berta"));
    desk.window().openPath(QString::fromStdString(other.path()));
    QTRY_VERIFY2(desk.notice().contains(S("not opened")), qPrintable(desk.notice()));
    QVERIFY(desk.find<QLabel>("operatorLine").text().startsWith(S("ana")));
    desk.failWrites(false);
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QLabel>("operatorLine").text().startsWith(S("berta")), 30'000);
    QCOMPARE(desk.store().query("SELECT operator FROM draft"), std::string("ana"));
}

QTEST_MAIN(TestLeave)
#include "tst_leave.moc"
