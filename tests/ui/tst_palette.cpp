// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every command can be found by name: in the palette, in the menus and on the key sheet, with its keys, and
// with the reason where it cannot run.
#include "tests/ui/support/window_desk.h"
#include "ui/commands/command_match.h"
#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/palette/palette_model.h"
#include "ui/window/main_window.h"
#include "ui/window/menus.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QStatusBar>
#include <QTableView>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

QStringList shown(WindowDesk& desk) {
    QStringList out;
    const QAbstractItemModel& model = *desk.find<QListView>("paletteList").model();
    for (int row = 0; row < model.rowCount(); ++row) {
        out << model.index(row, 0).data().toString();
    }
    return out;
}

QString chosen(WindowDesk& desk, int role = Qt::DisplayRole) {
    return desk.find<QListView>("paletteList").currentIndex().data(role).toString();
}

} // namespace

class TestPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lettersFitNames();
    void everyCommandIsThereWithItsKeys();
    void typingNarrowsTheListAndEnterRuns();
    void theIdIsFoundInEveryLanguage();
    void whatRanLastComesFirst();
    void aDisabledCommandSaysWhyAndStays();
    void escapeGoesBackToTheQueueOnTheSameRow();
    void aCommandFromTheEditorActsInTheEditor();
    void arrowsGoAroundAndAScreenReaderHearsThem();
    void nothingFitsIsSaid();
    void aClickElsewhereClosesIt();
    void itFitsASmallWindow();
    void theModelKeepsItsPromises();
    void everyCommandIsInTheMenusAndOnTheKeySheet();
    void aDisabledMenuEntrySaysWhy();
};

void TestPalette::lettersFitNames() {
    QCOMPARE(commandMatch(S("red"), S("Redo")), 0);
    QCOMPARE(commandMatch(S("ROW"), S("Next row")), 1);
    QCOMPARE(commandMatch(S("ext"), S("Next row")), 2);
    QVERIFY(commandMatch(S("nxr"), S("Next row")) > 2);
    QVERIFY(commandMatch(S("nr"), S("Next row")) < commandMatch(S("nxo"), S("Next row")));
    QCOMPARE(commandMatch(S("nrx"), S("Next row")), std::nullopt);
    QCOMPARE(commandMatch(QString(), S("Next row")), 0);
    QCOMPARE(commandMatch(S("  next   row "), S("Next row")), 0);
    QCOMPARE(commandMatch(S("un"), S("Next unreviewed, and un")), 1);
}

void TestPalette::everyCommandIsThereWithItsKeys() {
    WindowDesk desk(2);
    desk.open();
    desk.press("Ctrl+Shift+P");
    QCOMPARE(desk.focus(), S("paletteQuery"));
    const QAbstractItemModel& model = *desk.find<QListView>("paletteList").model();
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex at = model.index(row, 0);
        const Command* command = desk.window().commands().find(at.data(PaletteModel::IdRole).toString());
        QVERIFY(command != nullptr);
        ids << command->id;
        QCOMPARE(at.data().toString(), command->text);
        QCOMPARE(at.data(PaletteModel::KeysRole).toString(), CommandRegistry::keysText(*command));
    }
    QCOMPARE(ids.size(), desk.window().commands().commands().size());
    QCOMPARE(ids.removeDuplicates(), 0);
}

void TestPalette::typingNarrowsTheListAndEnterRuns() {
    WindowDesk desk(3);
    desk.open();
    desk.press("Ctrl+Shift+P");
    desk.type("next r");
    QCOMPARE(chosen(desk), S("Next row"));
    desk.press("Return");
    QTRY_COMPARE(desk.current(), S("r2"));
    QCOMPARE(desk.focus(), S("queueView"));
    QVERIFY(!desk.find<QWidget>("commandPalette").isVisible());

    desk.press("Ctrl+Shift+P");
    QCOMPARE(desk.find<QLineEdit>("paletteQuery").text(), QString());
    desk.type("acpt");
    QCOMPARE(chosen(desk), S("Accept"));
    desk.press("Enter");
    QTRY_COMPARE(desk.state("r2"), S("accepted"));
    QTRY_COMPARE(desk.current(), S("r3"));
}

void TestPalette::theIdIsFoundInEveryLanguage() {
    WindowDesk desk(1);
    desk.open();
    desk.press("Ctrl+Shift+P");
    desk.type("export.again");
    QCOMPARE(chosen(desk, PaletteModel::IdRole), S("export.again"));
}

void TestPalette::whatRanLastComesFirst() {
    WindowDesk desk(3);
    desk.open();
    for (const char* name : {"Next row", "Previous row"}) {
        desk.press("Ctrl+Shift+P");
        desk.type(name);
        desk.press("Return");
    }
    desk.press("Ctrl+Shift+P");
    QCOMPARE(shown(desk).mid(0, 2), QStringList({S("Previous row"), S("Next row")}));
    desk.type("row");
    QCOMPARE(shown(desk).mid(0, 2), QStringList({S("Previous row"), S("Next row")}));
    desk.press("Esc");

    desk.destroyWindow();
    desk.open();
    desk.press("Ctrl+Shift+P");
    QCOMPARE(chosen(desk), S("Previous row"));
}

void TestPalette::aDisabledCommandSaysWhyAndStays() {
    WindowDesk desk(1);
    desk.open();
    desk.press("Ctrl+Shift+P");
    desk.type("repeat the");
    QCOMPARE(chosen(desk, PaletteModel::IdRole), S("action.repeat"));
    QCOMPARE(chosen(desk, PaletteModel::WhyRole), S("nothing was done yet"));
    QVERIFY(chosen(desk, Qt::AccessibleTextRole).endsWith(S("not now: nothing was done yet")));
    desk.press("Return");
    QCOMPARE(desk.focus(), S("paletteQuery"));
    QVERIFY2(desk.notice().contains(S("nothing was done yet")), qPrintable(desk.notice()));
    QVERIFY(QSettings().value(S("recentCommands")).toStringList().isEmpty());

    WindowDesk empty(0);
    empty.openEmpty();
    empty.press("Ctrl+Shift+P");
    empty.type("export.dialog");
    QCOMPARE(chosen(empty, PaletteModel::WhyRole), S("no store is open"));
}

void TestPalette::escapeGoesBackToTheQueueOnTheSameRow() {
    WindowDesk desk(3);
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    for (const char* from : {"queueView", "promptView", "correctionEditor", "filterBar"}) {
        desk.find<QWidget>(from).setFocus();
        desk.press("Ctrl+Shift+P");
        QVERIFY2(desk.focus() == S("paletteQuery"), from);
        desk.type("accept");
        desk.press("Esc");
        QVERIFY2(desk.focus() == S("queueView"), from);
        QVERIFY(!desk.find<QWidget>("commandPalette").isVisible());
        QCOMPARE(desk.current(), S("r2"));
    }
    QCOMPARE(desk.state("r2"), S("unreviewed"));
    QCOMPARE(desk.filter().text(), QString());

    desk.press("Ctrl+Shift+P");
    desk.press("Ctrl+Shift+P"); // the same key closes it
    QCOMPARE(desk.focus(), S("queueView"));
}

void TestPalette::aCommandFromTheEditorActsInTheEditor() {
    WindowDesk desk(2);
    desk.open();
    desk.press("E");
    desk.editor().selectAll();
    desk.type("another answer");
    desk.press("Ctrl+Shift+P");
    desk.type("save and stay");
    desk.press("Return");
    QCOMPARE(desk.focus(), S("correctionEditor"));
    QTRY_COMPARE(desk.correction("r1"), S("another answer"));
}

void TestPalette::arrowsGoAroundAndAScreenReaderHearsThem() {
    WindowDesk desk(1);
    desk.open();
    desk.press("Ctrl+Shift+P");
    const QStringList all = shown(desk);
    const auto& line = desk.find<QLineEdit>("paletteQuery");
    desk.press("Up");
    QCOMPARE(chosen(desk), all.last());
    desk.press("Down");
    QCOMPARE(chosen(desk), all.first());
    desk.press("Down");
    QCOMPARE(chosen(desk), all[1]);
    QVERIFY(line.accessibleDescription().startsWith(all[1]));
    desk.press("PgDown");
    QVERIFY(chosen(desk) != all[1]);
    desk.press("PgUp");
    QCOMPARE(chosen(desk), all[1]);
    desk.press("Tab");
    QCOMPARE(desk.focus(), S("paletteQuery"));
}

void TestPalette::nothingFitsIsSaid() {
    WindowDesk desk(1);
    desk.open();
    desk.press("Ctrl+Shift+P");
    desk.type("zzzz <b>");
    QVERIFY(desk.find<QLabel>("paletteNothing").isVisible());
    desk.press("Return"); // and nothing happens
    QCOMPARE(desk.focus(), S("paletteQuery"));
}

void TestPalette::aClickElsewhereClosesIt() {
    WindowDesk desk(1);
    desk.open();
    desk.press("Ctrl+Shift+P");
    desk.press("Ctrl+F");
    QCOMPARE(desk.focus(), S("filterBar"));
    QVERIFY(!desk.find<QWidget>("commandPalette").isVisible());
    desk.press("Ctrl+Shift+P");
    QTest::mouseClick(desk.queue().viewport(), Qt::LeftButton, {}, desk.queue().viewport()->rect().center());
    QVERIFY(!desk.find<QWidget>("commandPalette").isVisible());
}

void TestPalette::itFitsASmallWindow() {
    WindowDesk desk(1);
    desk.open();
    desk.press("Ctrl+Shift+P");
    const auto& palette = desk.find<QWidget>("commandPalette");
    for (const QSize size : {QSize(400, 300), QSize(1400, 900), QSize(700, 500)}) {
        desk.window().resize(size);
        QTRY_VERIFY(palette.parentWidget()->rect().contains(palette.geometry()));
    }
}

void TestPalette::theModelKeepsItsPromises() {
    CommandRegistry registry(builtInCommands());
    PaletteModel model(registry);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.restart({S("app.quit"), S("not.a.command")});
    QCOMPARE(model.index(0, 0).data(PaletteModel::IdRole).toString(), S("app.quit"));
    model.setQuery(S("row"));
    model.setQuery(S("zzzz"));
    QCOMPARE(model.rowCount(), 0);
    model.setQuery({});
    QCOMPARE(model.rowCount(), static_cast<int>(registry.commands().size()));
}

void TestPalette::everyCommandIsInTheMenusAndOnTheKeySheet() {
    WindowDesk desk(1);
    desk.open();
    const CommandRegistry& registry = desk.window().commands();
    QStringList onSheet;
    for (const KeyGroup& group : keyGroups(registry)) {
        for (const KeyRow& row : group.rows) {
            onSheet << row.text + u'\t' + row.keys;
        }
    }
    for (const Command& command : registry.commands()) {
        const QString line = command.text + u'\t' + CommandRegistry::keysText(command);
        const auto* action = desk.window().menuBar()->findChild<QAction*>(command.id);
        QVERIFY2(action != nullptr, qPrintable(command.id));
        QCOMPARE(action->text(), line);
        QVERIFY2(onSheet.contains(line), qPrintable(line));
        QVERIFY2(registry.hasHandler(command.id), qPrintable(command.id));
    }
    QCOMPARE(onSheet.size(), registry.commands().size());
}

void TestPalette::aDisabledMenuEntrySaysWhy() {
    WindowDesk desk(0);
    desk.openEmpty();
    const auto* action = desk.window().menuBar()->findChild<QAction*>(S("export.dialog"));
    auto* menu = qobject_cast<QMenu*>(action->parent());
    desk.window().menuBar()->setActiveAction(menu->menuAction());
    QVERIFY(!action->isEnabled());
    QVERIFY(action->toolTip().contains(S("no store is open")));
    QVERIFY(menu->toolTipsVisible());
    for (int step = 0; step < 20 && menu->activeAction() != action; ++step) {
        QTest::keyClick(menu, Qt::Key_Down);
    }
    QCOMPARE(menu->activeAction(), action);
    QCOMPARE(desk.window().statusBar()->currentMessage(), S("Not now: no store is open."));
    QTest::keyClick(menu, Qt::Key_Escape);
    const auto* quit = desk.window().menuBar()->findChild<QAction*>(S("app.quit"));
    QVERIFY(quit->isEnabled());
    QVERIFY(quit->toolTip().contains(S("Ctrl+Q anywhere")));
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
