// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys can be changed: by pressing them, with every place that shows or hears them following at once, and
// never so that two commands, or typing, are at odds.
#include "core/store/saved_queues.h"
#include "tests/ui/support/key_steps.h"
#include "tests/ui/support/window_desk.h"
#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/palette/palette_model.h"
#include "ui/settings/keys_model.h"
#include "ui/window/main_window.h"
#include "ui/window/menus.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::key;
using goldpan::test::storedKeys;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

/// The keys page of the settings, worked by hand.
struct KeysDesk : WindowDesk {
    KeysDesk()
        : WindowDesk(3) {}

    void openKeys() {
        press("Ctrl+,");
        QTRY_COMPARE(QApplication::activeWindow(), &find<QDialog>("settingsDialog"));
        find<QTabWidget>("settingsPages").setCurrentIndex(2);
    }
    void closeKeys() {
        find<QDialog>("settingsDialog").close();
        QTRY_COMPARE(focus(), S("queueView"));
    }
    void choose(const char* id) {
        find<QLineEdit>("settingsKeySearch").setText(QString::fromLatin1(id));
        QVERIFY(find<QTableView>("settingsKeyTable").currentIndex().isValid());
    }
    void capture(const char* keys, Scope scope) {
        auto& box = find<QComboBox>("settingsKeyScope");
        box.setCurrentIndex(box.findData(static_cast<int>(scope)));
        auto& field = find<QLineEdit>("settingsKeyCapture");
        field.setFocus();
        const QKeyCombination chord = QKeySequence(QString::fromLatin1(keys))[0];
        QTest::keyClick(&field, chord.key(), chord.keyboardModifiers());
    }
    void click(const char* button) { find<QPushButton>(button).click(); }
    QString message() { return find<QLabel>("settingsKeyMessage").text(); }
    QString keysOf(const char* id) {
        return CommandRegistry::keysText(*window().commands().find(QString::fromLatin1(id)));
    }
};

/// QTest knows Latin letters only.
void sendCyrillicEf(QWidget& to) {
    QKeyEvent press(QEvent::KeyPress, 0x0424, Qt::NoModifier, S("ф"));
    QApplication::sendEvent(&to, &press);
}

} // namespace

class TestKeySettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyLineOfTheTableIsThere();
    void aNewKeyCountsEverywhereAtOnce();
    void savedQueuesStandBesideTheirNewKeys();
    void aCommandHasSeveralKeysAndNone();
    void aCollisionIsRefusedByName();
    void oneOrAllGoBackToTheDefaults();
    void theCaptureFieldTakesChordsAndLetsGo();
    void symbolsAreStoredWithoutTheirShift();
    void keysOfUnknownCommandsAreKept();
};

void TestKeySettings::everyLineOfTheTableIsThere() {
    CommandRegistry registry(builtInCommands());
    KeysModel model(registry);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    int lines = 0;
    for (const Command& command : registry.commands()) {
        lines += std::max(1, static_cast<int>(command.bindings.size()));
    }
    QCOMPARE(model.rowCount(), lines);
    QCOMPARE(registry.setKeys(S("row.next"), {}), QString());
    QCOMPARE(model.rowCount(), lines - 2);
    model.setQuery(S("ctrl+o"));
    QCOMPARE(model.lineAt(0).id, S("store.open"));
    model.setQuery(S("no such command at all"));
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.lineAt(0).id, QString());
}

void TestKeySettings::aNewKeyCountsEverywhereAtOnce() {
    KeysDesk desk;
    desk.open();
    desk.openKeys();
    desk.choose("review.accept");
    desk.capture("W", Scope::triage);
    desk.click("settingsKeyReplace");
    QVERIFY2(desk.message().contains(S("W is a key of “Accept” now")), qPrintable(desk.message()));
    desk.choose("queue.all");
    desk.capture("Z", Scope::triage);
    desk.click("settingsKeyReplace");
    desk.closeKeys();

    const auto* action = desk.window().menuBar()->findChild<QAction*>(S("review.accept"));
    QCOMPARE(action->text(), S("Accept\tW"));
    QVERIFY(desk.find<QToolButton>("queue.all").text().startsWith(S("Z ")));
    QStringList sheet;
    desk.press("?");
    for (const QLabel* label : desk.find<QWidget>("keySheet").findChildren<QLabel*>()) {
        sheet << label->text();
    }
    QVERIFY(sheet.contains(S("W")) && !sheet.contains(S("A")));
    desk.press("Esc");
    desk.press("Ctrl+Shift+P");
    desk.type("review.accept");
    QCOMPARE(desk.find<QListView>("paletteList").currentIndex().data(PaletteModel::KeysRole).toString(),
             S("W"));
    desk.press("Esc");

    desk.press("A"); // is nobody's key now
    desk.press("W");
    QTRY_COMPARE(desk.current(), S("r2"));
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    QCOMPARE(desk.state("r2"), S("unreviewed"));
}

void TestKeySettings::savedQueuesStandBesideTheirNewKeys() {
    KeysDesk desk;
    QVERIFY(desk.store().store().savedQueues().put({"Thirds", "id:r3", {}}));
    desk.open();
    desk.window().commands().trigger(S("queue.arrangeSaved"));
    auto& list = desk.find<QTreeWidget>("savedQueueList");
    QTRY_COMPARE(list.topLevelItemCount(), 1);
    QCOMPARE(list.topLevelItem(0)->text(3), S("8"));
    desk.find<QDialog>("savedQueuesDialog").close();
    desk.openKeys();
    desk.choose("queue.saved1");
    desk.capture("W", Scope::triage);
    desk.click("settingsKeyReplace");
    desk.closeKeys();
    QCOMPARE(list.topLevelItem(0)->text(3), S("W"));
    QCOMPARE(list.topLevelItem(0)->text(0), S("Thirds"));
}

void TestKeySettings::aCommandHasSeveralKeysAndNone() {
    KeysDesk desk;
    desk.open();
    desk.openKeys();
    desk.choose("review.discard");
    desk.capture("W", Scope::triage);
    desk.click("settingsKeyAdd");
    desk.capture("F7", Scope::anywhere);
    desk.click("settingsKeyAdd");
    QCOMPARE(desk.keysOf("review.discard"), S("X, W, F7"));
    desk.closeKeys();
    desk.press("W");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("F7");
    QTRY_COMPARE(desk.current(), S("r3"));
    QTRY_COMPARE(desk.state("r2"), S("discarded"));

    desk.openKeys();
    desk.choose("review.discard");
    for (int times = 0; times < 3; ++times) {
        desk.click("settingsKeyRemove");
    }
    QCOMPARE(desk.keysOf("review.discard"), QString());
    QVERIFY(!desk.find<QPushButton>("settingsKeyRemove").isEnabled());
    desk.closeKeys();
    desk.press("X");
    desk.press("W");
    QCOMPARE(desk.state("r3"), S("unreviewed"));
    desk.destroyWindow();
    desk.open();
    QCOMPARE(desk.keysOf("review.discard"), QString());
}

void TestKeySettings::aCollisionIsRefusedByName() {
    KeysDesk desk;
    desk.open();
    desk.openKeys();
    desk.choose("review.accept");
    desk.capture("X", Scope::triage);
    QVERIFY2(desk.message().contains(S("“Discard”")), qPrintable(desk.message()));
    desk.click("settingsKeyAdd");
    QVERIFY2(desk.message().contains(S("X belongs to “Discard” already")), qPrintable(desk.message()));
    QCOMPARE(desk.keysOf("review.accept"), S("A"));
    QCOMPARE(storedKeys(), QStringList());

    // Scopes that overlap collide, others do not.
    CommandRegistry registry(builtInCommands());
    QVERIFY(registry.whyNotKeys(S("review.accept"), {key(Scope::queue, "X")}).contains(S("Discard")));
    QVERIFY(registry.whyNotKeys(S("review.accept"), {key(Scope::anywhere, "Ctrl+S")})
                .contains(S("Save and stay")));
    QCOMPARE(registry.whyNotKeys(S("review.accept"), {key(Scope::triage, "Ctrl+S")}), QString());
    QVERIFY(!registry.whyNotKeys(S("review.accept"), {key(Scope::queue, "W"), key(Scope::triage, "W")})
                 .isEmpty());
}

void TestKeySettings::oneOrAllGoBackToTheDefaults() {
    KeysDesk desk;
    desk.open();
    desk.openKeys();
    QVERIFY(!desk.find<QPushButton>("settingsKeyResetAll").isEnabled());
    for (const char* id : {"review.accept", "review.defer"}) {
        desk.choose(id);
        desk.capture(*id == 'r' && QLatin1String(id).endsWith(QLatin1String("accept")) ? "W" : "V",
                     Scope::triage);
        desk.click("settingsKeyReplace");
    }
    QCOMPARE(desk.keysOf("review.accept"), S("W"));
    QCOMPARE(desk.keysOf("review.defer"), S("V"));
    desk.click("settingsKeyReset");
    QCOMPARE(desk.keysOf("review.defer"), S("S"));
    QCOMPARE(storedKeys(), QStringList{S("review.accept")});
    desk.click("settingsKeyResetAll");
    QCOMPARE(desk.keysOf("review.accept"), S("A"));
    QCOMPARE(storedKeys(), QStringList());
    desk.click("settingsKeyResetAll"); // brings them back
    QCOMPARE(desk.keysOf("review.accept"), S("W"));
    QCOMPARE(storedKeys(), QStringList{S("review.accept")});
}

void TestKeySettings::theCaptureFieldTakesChordsAndLetsGo() {
    KeysDesk desk;
    desk.open();
    desk.openKeys();
    desk.choose("review.accept");
    auto& field = desk.find<QLineEdit>("settingsKeyCapture");
    field.setFocus();
    QTest::keyPress(&field, Qt::Key_Control);
    QTest::keyPress(&field, Qt::Key_Shift, Qt::ControlModifier);
    QCOMPARE(field.text(), QString());
    QTest::keyClick(&field, Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(field.text(), S("Ctrl+Shift+J"));
    QTest::keyClick(&field, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(field.text(), S("Ctrl+Enter"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(field.text(), QString());
    QVERIFY(desk.find<QDialog>("settingsDialog").isVisible());
    QTest::keyClick(&field, Qt::Key_Tab);
    QVERIFY(!field.hasFocus());
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(!desk.find<QDialog>("settingsDialog").isVisible());
    QTRY_COMPARE(desk.focus(), S("queueView"));
}

void TestKeySettings::symbolsAreStoredWithoutTheirShift() {
    KeysDesk desk;
    desk.open();
    desk.openKeys();
    desk.choose("review.accept");
    auto& field = desk.find<QLineEdit>("settingsKeyCapture");
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_Semicolon, Qt::ShiftModifier); // as on a German keyboard
    QCOMPARE(field.text(), S(";"));
    desk.click("settingsKeyAdd");
    QCOMPARE(QSettings().value(S("keys/review.accept")).toStringList(),
             QStringList({S("triage:A"), S("triage:;")}));
    field.setFocus();
    sendCyrillicEf(field);
    desk.click("settingsKeyAdd");
    desk.closeKeys();
    desk.destroyWindow();
    desk.open();
    QCOMPARE(desk.keysOf("review.accept"), S("A, ;, Ф"));
    sendCyrillicEf(desk.queue());
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
}

void TestKeySettings::keysOfUnknownCommandsAreKept() {
    KeysDesk desk;
    QSettings().setValue(S("keys/from.later"), QStringList{S("triage:A")});
    desk.open();
    QCOMPARE(desk.notice(), QString());
    desk.openKeys();
    desk.choose("review.accept");
    desk.capture("W", Scope::triage);
    desk.click("settingsKeyReplace");
    desk.click("settingsKeyReset");
    QCOMPARE(QSettings().value(S("keys/from.later")).toStringList(), QStringList{S("triage:A")});
}

QTEST_MAIN(TestKeySettings)
#include "tst_key_settings.moc"
