// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Queues that people name: saved, shown by key, renamed, ordered, deleted and put back, all by keyboard.
#include "core/store/saved_queues.h"
#include "tests/ui/support/patience.h"
#include "tests/ui/support/window_desk.h"
#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/queue/saved_queues_dialog.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

/// "name: filter order, ..." as the store has them.
QString saved(WindowDesk& desk) {
    QStringList out;
    const auto queues = desk.store().store().savedQueues().list();
    for (const store::SavedQueue& queue : *queues) {
        out << QString::fromStdString(queue.name + ": " + queue.filter + " " +
                                      queue::orderToText(queue.order));
    }
    return out.join(S(", "));
}

void put(store::Store& store, const char* name, const char* filter) {
    QVERIFY(store.savedQueues().put({name, filter, {}}));
}

/// The command from the menu, as Alt+Q and Enter would.
void openDialog(WindowDesk& desk, const char* command) {
    desk.window().commands().trigger(QString::fromLatin1(command));
    auto& dialog = desk.find<SavedQueuesDialog>("savedQueuesDialog");
    QVERIFY(QTest::qWaitForWindowActive(&dialog, goldpan::test::kPatienceMs));
    QTRY_VERIFY(dialog.isAncestorOf(QApplication::focusWidget()));
}

} // namespace

class TestSavedQueues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theShownQueueIsSavedUnderAName();
    void theFirstTwoAreShownByKey();
    void theOrderComesBackToo();
    void withoutOneTheKeysSayWhy();
    void countsAreLive();
    void theyAreRenamedOrderedAndDeletedByKeyboard();
    void aDeletedOneIsPutBack();
    void aReplacedOneIsPutBack();
    void aNewerOneIsNotOverwritten();
    void aNameThatIsTakenIsRefused();
    void personalDataIsNotSaved();
    void aFilterWithPersonalDataIsRefused();
    void anotherWindowSeesThem();
    void aMouseShowsAnyOfThem();
};

void TestSavedQueues::theShownQueueIsSavedUnderAName() {
    WindowDesk desk;
    desk.open(S("id:r3"));
    openDialog(desk, "queue.save");
    QCOMPARE(desk.focus(), S("savedQueueName"));
    QVERIFY(desk.find<QLabel>("savedQueueShown").text().contains(S("id:r3")));
    desk.type("Thirds");
    desk.press("Return");
    QTRY_COMPARE(saved(desk), S("Thirds: id:r3 ts"));
    QTRY_COMPARE(desk.find<QLabel>("savedQueueMessage").text(), S("Saved."));
    desk.press("Escape");
    QTRY_COMPARE(desk.focus(), S("queueView"));
    QTRY_COMPARE(desk.find<QToolButton>("queue.saved1").text(), S("8 Thirds 1"));
    QVERIFY(desk.find<QToolButton>("queue.saved1").isChecked());
}

void TestSavedQueues::theFirstTwoAreShownByKey() {
    WindowDesk desk;
    put(desk.store().store(), "one", "id:r2");
    put(desk.store().store(), "two", "id:r4");
    desk.open();
    desk.press("9");
    QTRY_COMPARE(desk.current(), S("r4"));
    QCOMPARE(desk.filter().text(), S("id:r4"));
    QCOMPARE(desk.queue().model()->rowCount(), 1);
    desk.press("8");
    QTRY_COMPARE(desk.current(), S("r2"));
    QVERIFY(desk.find<QToolButton>("queue.saved1").isChecked());
    QVERIFY(!desk.find<QToolButton>("queue.saved2").isChecked());
}

void TestSavedQueues::theOrderComesBackToo() {
    WindowDesk desk;
    QVERIFY(desk.store().store().savedQueues().put({"newest", "", {queue::OrderKey::ts, true}}));
    desk.open();
    QCOMPARE(desk.current(), S("r1"));
    desk.press("8");
    QTRY_COMPARE(desk.current(), S("r5"));
    openDialog(desk, "queue.save");
    desk.type("copy");
    desk.press("Return");
    QTRY_COMPARE(saved(desk), S("newest:  -ts, copy:  -ts"));
}

void TestSavedQueues::withoutOneTheKeysSayWhy() {
    WindowDesk desk;
    desk.open();
    desk.press("8");
    QVERIFY2(desk.notice().contains(S("no queue is saved yet")), qPrintable(desk.notice()));
    put(desk.store().store(), "one", "id:r2");
    QTRY_VERIFY(desk.window().findChild<QToolButton*>(S("queue.saved1")) != nullptr);
    desk.press("9");
    QVERIFY2(desk.notice().contains(S("only one")), qPrintable(desk.notice()));
    WindowDesk empty(0);
    empty.openEmpty();
    empty.press("8");
    QVERIFY2(empty.notice().contains(S("no store")), qPrintable(empty.notice()));
}

void TestSavedQueues::countsAreLive() {
    WindowDesk desk;
    put(desk.store().store(), "open", "state:unreviewed");
    desk.open();
    QTRY_COMPARE(desk.find<QToolButton>("queue.saved1").text(), S("8 open 5"));
    desk.press("A");
    QTRY_COMPARE(desk.find<QToolButton>("queue.saved1").text(), S("8 open 4"));
}

void TestSavedQueues::theyAreRenamedOrderedAndDeletedByKeyboard() {
    WindowDesk desk;
    for (const char* name : {"a", "b", "c"}) {
        put(desk.store().store(), name, "");
    }
    desk.open();
    openDialog(desk, "queue.arrangeSaved");
    QCOMPARE(desk.focus(), S("savedQueueList"));
    auto& list = desk.find<QTreeWidget>("savedQueueList");
    QCOMPARE(list.topLevelItemCount(), 3);
    QCOMPARE(list.topLevelItem(0)->text(1), S("all rows"));
    QCOMPARE(list.currentItem()->text(0), S("a"));
    desk.press("Alt+D");
    QTRY_COMPARE(saved(desk), S("b:  ts, a:  ts, c:  ts"));
    QTRY_COMPARE(list.topLevelItem(1)->text(0), S("a"));
    QCOMPARE(list.currentItem()->text(0), S("a")); // goes on with the same one
    desk.press("F2");
    QTRY_COMPARE(desk.focus(), S("savedQueueRename"));
    desk.press("Ctrl+A");
    desk.type("z");
    desk.press("Return");
    QTRY_COMPARE(saved(desk), S("b:  ts, z:  ts, c:  ts"));
    QTRY_COMPARE(list.currentItem()->text(0), S("z"));
    list.setFocus();
    desk.press("Alt+U");
    QTRY_COMPARE(saved(desk), S("z:  ts, b:  ts, c:  ts"));
    QTRY_COMPARE(list.topLevelItem(0)->text(0), S("z"));
    desk.press("Alt+L");
    QTRY_COMPARE(saved(desk), S("b:  ts, c:  ts"));
    QTRY_COMPARE(list.currentItem()->text(0), S("b"));
    list.setFocus();
    desk.press("Down");
    desk.press("Return"); // shows it
    QTRY_VERIFY(!desk.find<QWidget>("savedQueuesDialog").isVisible());
    QTRY_COMPARE(desk.focus(), S("queueView"));
}

void TestSavedQueues::aDeletedOneIsPutBack() {
    WindowDesk desk;
    put(desk.store().store(), "a", "id:r1");
    put(desk.store().store(), "b", "id:r2");
    desk.open();
    openDialog(desk, "queue.arrangeSaved");
    desk.press("Alt+L");
    QTRY_COMPARE(saved(desk), S("b: id:r2 ts"));
    desk.press("Escape");
    QTRY_COMPARE(desk.focus(), S("queueView"));
    QTRY_VERIFY2(desk.notice().contains(S("was deleted")), qPrintable(desk.notice()));
    desk.find<QWidget>("filterBar").setFocus();
    desk.press("F6"); // the pane after the filter bar is the offer
    desk.press("Space");
    QTRY_COMPARE(saved(desk), S("a: id:r1 ts, b: id:r2 ts"));
    QTRY_COMPARE(desk.find<QToolButton>("queue.saved1").text(), S("8 a 1"));
}

void TestSavedQueues::aReplacedOneIsPutBack() {
    WindowDesk desk;
    put(desk.store().store(), "a", "id:r1");
    put(desk.store().store(), "b", "id:r2");
    desk.open(S("id:r3"));
    openDialog(desk, "queue.save");
    desk.type("a");
    desk.press("Return");
    QTRY_COMPARE(saved(desk), S("a: id:r3 ts, b: id:r2 ts"));
    QTRY_VERIFY(desk.find<QLabel>("savedQueueMessage").text().startsWith(S("Replaced.")));
    desk.press("Escape");
    QTRY_COMPARE(desk.focus(), S("queueView"));
    QTRY_COMPARE(desk.notice(), S("The saved queue “a” was replaced."));
    desk.find<QWidget>("filterBar").setFocus();
    desk.press("F6"); // the pane after the filter bar is the offer
    desk.press("Space");
    QTRY_COMPARE(saved(desk), S("a: id:r1 ts, b: id:r2 ts"));
}

void TestSavedQueues::aNewerOneIsNotOverwritten() {
    WindowDesk desk;
    put(desk.store().store(), "a", "id:r1");
    desk.open();
    openDialog(desk, "queue.arrangeSaved");
    desk.press("Alt+L");
    QTRY_COMPARE(saved(desk), QString());
    desk.press("Escape");
    QTRY_COMPARE(desk.focus(), S("queueView"));
    QTRY_VERIFY2(desk.notice().contains(S("was deleted")), qPrintable(desk.notice()));
    put(desk.store().store(), "a", "id:r5"); // by somebody else
    desk.find<QWidget>("filterBar").setFocus();
    desk.press("F6");
    desk.press("Space");
    QTRY_VERIFY2(desk.notice().contains(S("a newer queue of that name")), qPrintable(desk.notice()));
    QCOMPARE(saved(desk), S("a: id:r5 ts"));
}

void TestSavedQueues::aNameThatIsTakenIsRefused() {
    WindowDesk desk;
    put(desk.store().store(), "a", "");
    put(desk.store().store(), "b", "");
    desk.open();
    openDialog(desk, "queue.arrangeSaved");
    desk.press("F2");
    desk.press("Ctrl+A");
    desk.type("b");
    desk.press("Return");
    QTRY_VERIFY(
        desk.find<QLabel>("savedQueueMessage").text().contains(S("another saved queue has that name")));
    QCOMPARE(saved(desk), S("a:  ts, b:  ts"));
    QCOMPARE(desk.find<QTreeWidget>("savedQueueList").topLevelItem(0)->text(0), S("a"));
}

void TestSavedQueues::personalDataIsNotSaved() {
    WindowDesk desk;
    desk.open();
    openDialog(desk, "queue.save");
    desk.type("call 555-123-4567");
    desk.press("Return");
    QTRY_COMPARE(saved(desk), S("call [PHONE]:  ts"));
    QTRY_VERIFY(desk.find<QLabel>("savedQueueMessage").text().contains(S("redacted")));
    QVERIFY(desk.store().store().savedQueues().put({"call [PHONE]", "id:r1", {}}));
    desk.find<QLineEdit>("savedQueueName").setFocus();
    desk.press("Ctrl+A");
    desk.type("call 555-123-4567");
    desk.press("Return"); // replaces one, and is redacted all the same
    QTRY_COMPARE(saved(desk), S("call [PHONE]:  ts"));
    QTRY_VERIFY(desk.find<QLabel>("savedQueueMessage").text().startsWith(S("Replaced; PII")));
}

void TestSavedQueues::aFilterWithPersonalDataIsRefused() {
    WindowDesk desk;
    desk.open(S("\"jane@example.com\""));
    QVERIFY2(desk.notice().contains(S("kept nowhere")), qPrintable(desk.notice()));
    openDialog(desk, "queue.save");
    desk.type("hers");
    desk.press("Return");
    QTRY_VERIFY(desk.find<QLabel>("savedQueueMessage").text().contains(S("the filter holds PII")));
    QCOMPARE(saved(desk), QString());
}

void TestSavedQueues::anotherWindowSeesThem() {
    WindowDesk desk;
    desk.open(S("id:r2"));
    MainWindow other(desk.backend());
    other.show();
    other.openPath(QString::fromStdString(desk.store().path()));
    QTRY_COMPARE(other.windowTitle(), desk.window().windowTitle());
    desk.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window(), goldpan::test::kPatienceMs));
    openDialog(desk, "queue.save");
    desk.type("shared");
    desk.press("Return");
    QToolButton* button = nullptr;
    QTRY_VERIFY((button = other.findChild<QToolButton*>(S("queue.saved1"))) != nullptr);
    QTRY_COMPARE(button->text(), S("8 shared 1"));
}

void TestSavedQueues::aMouseShowsAnyOfThem() {
    WindowDesk desk;
    for (const char* name : {"a", "b", "R&D"}) {
        put(desk.store().store(), name, name[0] == 'R' ? "id:r5" : "");
    }
    desk.open();
    QTRY_VERIFY(desk.window().findChild<QToolButton*>(S("savedQueue3")) != nullptr);
    auto& third = desk.find<QToolButton>("savedQueue3");
    QTRY_COMPARE(third.text(), S("R&&D 1")); // shown as R&D
    QTest::mouseClick(&third, Qt::LeftButton);
    QTRY_COMPARE(desk.current(), S("r5"));
    QCOMPARE(desk.focus(), S("queueView"));
}

QTEST_MAIN(TestSavedQueues)
#include "tst_saved_queues.moc"
