// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence that names a key names the one that the command has now.
#include "tests/ui/support/window_desk.h"
#include "ui/commands/command_registry.h"
#include "ui/detail/correction_editor.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

class KeysDesk : public WindowDesk {
public:
    using WindowDesk::WindowDesk;
    void bind(const char* id, Scope scope, const char* keys) {
        QCOMPARE(window().commands().setKeys(QString::fromLatin1(id),
                                             {{scope, QKeySequence(QString::fromLatin1(keys))}}),
                 QString());
    }
    QString label(const char* name) { return find<QLabel>(name).text(); }
};

} // namespace

class TestKeyNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEmptyQueueNamesKeysAsTheyAre();
    void theStateLineNamesKeysAsTheyAre();
    void bulkActsNameTheKeyOfUndo();
    void noticesNameKeysAsTheyAre();
};

void TestKeyNames::theEmptyQueueNamesKeysAsTheyAre() {
    KeysDesk desk(1);
    desk.open(S("tag:nowhere"));
    QTRY_COMPARE(desk.label("emptyKeys"), S("/ filters · 0 shows all rows"));
    desk.bind("queue.all", Scope::triage, "W");
    QCOMPARE(desk.label("emptyKeys"), S("/ filters · W shows all rows"));
    QCOMPARE(desk.window().commands().setKeys(S("filter.search"), {}), QString());
    QCOMPARE(desk.label("emptyKeys"), S("“Search” filters · W shows all rows"));
}

void TestKeyNames::theStateLineNamesKeysAsTheyAre() {
    KeysDesk desk(1);
    desk.open();
    desk.editor().setFocus();
    desk.type(" write to ana@example.com");
    QTRY_VERIFY2(desk.label("stateLabel").contains(S(" · F8 · ")), qPrintable(desk.label("stateLabel")));
    desk.bind("problem.next", Scope::anywhere, "F7");
    QVERIFY2(desk.label("stateLabel").contains(S(" · F7 · ")), qPrintable(desk.label("stateLabel")));
    desk.bind("pii.redact", Scope::editor, "Ctrl+D");
    desk.press("F7");
    QTRY_VERIFY2(desk.notice().contains(S("Ctrl+D redacts it now")), qPrintable(desk.notice()));
}

void TestKeyNames::bulkActsNameTheKeyOfUndo() {
    KeysDesk desk(3);
    desk.open();
    desk.bind("edit.undo", Scope::triage, "W");
    desk.press("B");
    QTRY_COMPARE(QApplication::activeWindow(), &desk.find<QDialog>("bulkDialog"));
    QVERIFY2(desk.label("bulkFigures").contains(S("One undo (W)")), qPrintable(desk.label("bulkFigures")));
    desk.find<QComboBox>("bulkAct").setCurrentIndex(2);
    QTRY_COMPARE(desk.label("bulkFigures"),
                 S("3 rows will change, 0 rows are so already. One undo (W) takes the whole act back."));
    desk.find<QDialog>("bulkDialog").reject();
}

void TestKeyNames::noticesNameKeysAsTheyAre() {
    KeysDesk desk(1);
    desk.open();
    desk.bind("review.discard", Scope::triage, "W");
    desk.press("E");
    QTRY_COMPARE(desk.focus(), S("correctionEditor"));
    desk.editor().selectAll();
    desk.press("Delete");
    desk.press("Ctrl+S");
    QTRY_VERIFY2(desk.notice().contains(S("leave with Esc and discard the row with W")),
                 qPrintable(desk.notice()));
}

QTEST_MAIN(TestKeyNames)
#include "tst_key_names.moc"
