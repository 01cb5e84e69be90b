// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever leaves a store, by closing the window or by opening another one, is told what would be stopped.
#include "tests/ui/support/window_desk.h"
#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/window/main_window.h"
#include "ui/window/settings.h"
#include "ui/window/settings_controller.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>
#include <QThread>
#include <atomic>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

constexpr int kRows = 1284;

struct LeaveDesk : WindowDesk {
    LeaveDesk()
        : WindowDesk(kRows) {}

    /// Begins to discard all rows; some are, and the rest waits until the desk lets it go.
    void beginBulk() {
        open();
        goOnWithBulk();
    }
    void goOnWithBulk() {
        holdJobsAfter(2);
        QTRY_COMPARE(focus(), S("queueView"));
        press("B");
        QTRY_COMPARE(focus(), S("bulkAct"));
        press("Down");
        press("Down");
        press("Return");
        QTRY_VERIFY(areJobsHeld());
        QVERIFY(notices().isProgressShown());
        QTRY_COMPARE(focus(), S("queueView"));
    }
    /// The button of the notice that says so; those of the notice before may still wait to be deleted.
    QPushButton* action(const QString& text) {
        for (QPushButton* button : notices().findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == text) {
                return button;
            }
        }
        return nullptr;
    }
    void pressAction(const QString& text) {
        QTRY_VERIFY2(action(text) != nullptr, qPrintable(text));
        QTest::mouseClick(action(text), Qt::LeftButton);
    }
    int discarded() {
        return QString::fromStdString(store().query("SELECT count(*) FROM entry WHERE state = 3")).toInt();
    }
    std::string finishedActs() { return store().query("SELECT count(*) FROM act_end"); }
};

} // namespace

class TestLeave : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closingAsksAndWaits();
    void closingStopsWhatIsToldTo();
    void whoDoesNotAnswerStays();
    void whoChangesTheirMindStays();
    void aRecentStoreAsksFirst();
    void whoStaysKeepsNothingOfTheOtherStore();
    void theOfferedImportWaitsForItsTurn();
    void anImportDoesNotBeginOnTopOfAnAct();
    void anUndoThatTurnsOutLongIsAskedAbout();
    void anUndoFromTheHistoryIsNotCutOff();
    void whatWentWrongIsReadFirst();
    void aNewNameIsNotForgottenOnTheWay();
};

void TestLeave::closingAsksAndWaits() {
    LeaveDesk desk;
    desk.beginBulk();
    desk.press("Ctrl+Q");
    QVERIFY(desk.window().isVisible());
    QVERIFY2(desk.notice().startsWith(S("Discarding 1,284 rows: this is not over yet.")),
             qPrintable(desk.notice()));
    desk.pressAction(S("Close when it is over"));
    QVERIFY2(desk.notice().startsWith(S("The window closes when this is over")), qPrintable(desk.notice()));
    desk.letJobsGo();
    QTRY_VERIFY(!desk.window().isVisible());
    QCOMPARE(desk.discarded(), kRows);
    QCOMPARE(desk.finishedActs(), std::string("1"));
}

void TestLeave::closingStopsWhatIsToldTo() {
    LeaveDesk desk;
    desk.beginBulk();
    desk.press("Ctrl+Q");
    desk.pressAction(S("Stop it and close"));
    desk.letJobsGo();
    QTRY_VERIFY(!desk.window().isVisible());
    QVERIFY(desk.discarded() > 0);
    QVERIFY(desk.discarded() < kRows);
    QCOMPARE(desk.finishedActs(), std::string("0"));
    desk.destroyWindow();
    desk.open();
    desk.press("U"); // whole, also in another run of the program
    QTRY_COMPARE(desk.discarded(), 0);
}

void TestLeave::whoDoesNotAnswerStays() {
    LeaveDesk desk;
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
    LeaveDesk desk;
    desk.beginBulk();
    desk.press("Ctrl+Q");
    desk.pressAction(S("Close when it is over"));
    desk.pressAction(S("Stay here"));
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().startsWith(S("1,284 rows changed")), qPrintable(desk.notice()));
    desk.press("F");
    QTRY_VERIFY(!desk.tags("r1").isEmpty());
    QVERIFY(desk.window().isVisible());
}

void TestLeave::aRecentStoreAsksFirst() {
    LeaveDesk desk;
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
    desk.pressAction(S("Stop it and open the other store"));
    desk.letJobsGo();
    QTRY_COMPARE(desk.current(), S("o1"));
    QVERIFY(desk.discarded() > 0);
    QVERIFY(desk.discarded() < kRows);
    QVERIFY2(!desk.notice().contains(S("undo")), qPrintable(desk.notice())); // U means this store's acts now
}

void TestLeave::theOfferedImportWaitsForItsTurn() {
    LeaveDesk desk;
    const std::string log = desk.store().dir().write(
        "more.jsonl",
        R"({"request_id":"n1","ts":"2026-01-01T00:00:00","model_version":"m","prompt":"p","response":"x"})"
        "\n");
    desk.beginBulk();
    desk.window().openPath(QString::fromStdString(log));
    desk.pressAction(S("Import"));
    QVERIFY2(desk.notice().startsWith(S("Discarding 1,284 rows: this is not over yet.")),
             qPrintable(desk.notice()));
    desk.pressAction(S("Import when it is over"));
    QCOMPARE(desk.notices().progressText(), S("Discarding 1,284 rows"));
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().contains(S("1 row imported")), qPrintable(desk.notice()));
    QCOMPARE(desk.discarded(), kRows);
    QCOMPARE(desk.finishedActs(), std::string("1"));
}

void TestLeave::whoStaysKeepsNothingOfTheOtherStore() {
    LeaveDesk desk;
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
    desk.pressAction(S("Open the other store when it is over"));
    desk.pressAction(S("Stay here"));
    QCOMPARE(held.use_count(), holders);
    desk.letJobsGo();
    QTRY_COMPARE(desk.discarded(), kRows);
    QCOMPARE(desk.current(), S("r1"));
}

void TestLeave::anImportDoesNotBeginOnTopOfAnAct() {
    LeaveDesk desk;
    const std::string log = desk.store().dir().write("more.jsonl", "no json\n");
    desk.beginBulk();
    desk.window().openPath(QString::fromStdString(log));
    desk.pressAction(S("Import"));
    QVERIFY2(desk.notice().contains(S("not over yet")), qPrintable(desk.notice()));
    desk.failWrites(true);
    desk.press("E");
    desk.type("Mine. ");
    QTRY_COMPARE(desk.notice(),
                 S("The log is not imported, because words that you typed are not on disk yet."));
    QCOMPARE(desk.notices().progressText(), S("Discarding 1,284 rows"));
    desk.failWrites(false);
    desk.letJobsGo();
    QTRY_COMPARE(desk.finishedActs(), std::string("1"));
}

void TestLeave::anUndoThatTurnsOutLongIsAskedAbout() {
    LeaveDesk desk;
    desk.beginBulk();
    desk.letJobsGo();
    QTRY_COMPARE(desk.discarded(), kRows);
    QTRY_VERIFY(!desk.notices().isProgressShown());
    desk.holdJobsAfter(0);
    desk.press("U");
    desk.press("Ctrl+Q"); // before it is known how long that takes
    QTRY_VERIFY2(desk.notice().startsWith(S("Undoing act 1: this is not over yet.")),
                 qPrintable(desk.notice()));
    QVERIFY(desk.window().isVisible());
    desk.pressAction(S("Close when it is over"));
    desk.letJobsGo();
    QTRY_VERIFY(!desk.window().isVisible());
    QCOMPARE(desk.discarded(), 0);
}

void TestLeave::anUndoFromTheHistoryIsNotCutOff() {
    LeaveDesk desk;
    desk.beginBulk();
    desk.letJobsGo();
    QTRY_COMPARE(desk.discarded(), kRows);
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
    desk.pressAction(S("Close when it is over"));
    desk.letJobsGo();
    QTRY_VERIFY(!desk.window().isVisible());
    QCOMPARE(desk.discarded(), 0);
}

void TestLeave::whatWentWrongIsReadFirst() {
    LeaveDesk desk;
    desk.beginBulk();
    desk.press("Ctrl+Q");
    desk.pressAction(S("Close when it is over"));
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
