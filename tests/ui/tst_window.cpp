// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window around the triage: focus, panes, paging, hostile text, key sheet, history and zoom.
#include "ui/window/main_window.h"

#include "tests/ui/support/window_desk.h"
#include "ui/commands/command_registry.h"
#include "ui/detail/correction_editor.h"
#include "ui/queue/queue_model.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using namespace std::string_literals;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

} // namespace

class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsInTheQueueOnTheFirstRow();
    void keysInTextFieldsAreText();
    void escapeReturnsToTheQueueOnTheSameRow();
    void panesAreCycled();
    void spacePagesTheConversationThenTheResponse();
    void hostileTextIsText();
    void theKeySheetOpensAndCloses();
    void theKeySheetClosesByTheKeysThatOpenIt();
    void theSmallestSizeIsTheSameAtEveryRow();
    void historyIsShown();
    void textGrowsAndShrinks();
    void theTitleIsTheFileName();
};

void TestWindow::startsInTheQueueOnTheFirstRow() {
    WindowDesk desk;
    desk.open();
    QCOMPARE(desk.focus(), S("queueView"));
    QCOMPARE(desk.queue().currentIndex().row(), 0);
    QCOMPARE(desk.current(), S("r1"));
    QTRY_COMPARE(desk.cell(0, QueueModel::PromptColumn), S("prompt of r1"));
    QVERIFY(desk.window().registryProblem().isEmpty());
}

void TestWindow::keysInTextFieldsAreText() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("axs.u?/7 ");
    QCOMPARE(desk.editor().toPlainText(), S("axs.u?/7 response of r1"));
    desk.press("Ctrl+F");
    QCOMPARE(desk.focus(), S("filterBar"));
    desk.type("axsu?[ 1");
    QCOMPARE(desk.filter().text(), S("axsu?[ 1"));
    desk.press("Escape");
    desk.press("T");
    desk.type("axsu");
    desk.press("Escape");
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    for (const char* id : {"r1", "r2", "r3"}) {
        QCOMPARE(desk.state(id), S("unreviewed"));
        QCOMPARE(desk.tags(id), QString());
    }
}

void TestWindow::escapeReturnsToTheQueueOnTheSameRow() {
    WindowDesk desk;
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    for (const char* key : {"E", "/", "T", "H", "?", "F6"}) {
        desk.press(key);
        desk.press("Escape");
        QVERIFY2(desk.focus() == S("queueView"), key);
        QCOMPARE(desk.current(), S("r2"));
        QCOMPARE(desk.queue().currentIndex().row(), 1);
        if (*key == 'H') {
            desk.press("H");
        }
    }
}

void TestWindow::panesAreCycled() {
    WindowDesk desk;
    desk.open();
    QStringList seen;
    for (int times = 0; times < 5; ++times) {
        desk.press("F6");
        seen << desk.focus();
    }
    QCOMPARE(seen, QStringList({S("promptView"), S("responseView"), S("correctionEditor"), S("filterBar"),
                                S("queueView")}));
    desk.press("F6");
    desk.press("X"); // read-only text is triage too
    QTRY_COMPARE(desk.state("r1"), S("discarded"));
}

void TestWindow::spacePagesTheConversationThenTheResponse() {
    WindowDesk desk(0);
    LogEntry longRow = test::entry("r1");
    for (int line = 0; line < 300; ++line) {
        longRow.prompt += "\nmore " + std::to_string(line);
        longRow.response += "\nmore " + std::to_string(line);
    }
    desk.store().add({longRow});
    desk.open();
    auto& prompt = desk.find<QPlainTextEdit>("promptView");
    auto& response = desk.find<QPlainTextEdit>("responseView");
    const auto top = [](QPlainTextEdit& view) { return view.verticalScrollBar()->value(); };
    desk.press("Space");
    QVERIFY(top(prompt) > 0);
    QCOMPARE(top(response), 0);
    for (int times = 0; times < 100 && top(response) == 0; ++times) {
        desk.press("Space");
    }
    QCOMPARE(top(prompt), prompt.verticalScrollBar()->maximum());
    QVERIFY(top(response) > 0);
    desk.press("Shift+Space");
    QCOMPARE(top(response), 0);
}

void TestWindow::hostileTextIsText() {
    WindowDesk desk(0);
    LogEntry hostile = test::entry("r1");
    hostile.prompt = "<img src=file:///etc/passwd><b>bold</b> \u202Eevil\u202C & <script>";
    hostile.response = "nul \0 byte\r\nnext\u2028line"s;
    hostile.tags = {"<b>tag</b>"};
    desk.store().add({hostile});
    desk.open();
    auto& prompt = desk.find<QPlainTextEdit>("promptView");
    QTRY_VERIFY(prompt.toPlainText().contains(S("<img src=file:///etc/passwd><b>bold</b>")));
    QVERIFY(prompt.toPlainText().contains(S("U+202E")));
    QTRY_VERIFY(desk.cell(0, QueueModel::PromptColumn).startsWith(S("<img src=")));
    QVERIFY(!desk.window().windowTitle().contains(S("img")));
    QCOMPARE(desk.editor().text(), hostile.response); // byte for byte, though the editor shows lines
    desk.press("E");
    desk.press("Ctrl+Return");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
}

void TestWindow::theKeySheetOpensAndCloses() {
    WindowDesk desk;
    desk.open();
    auto& sheet = desk.find<QWidget>("keySheet");
    desk.press("?");
    QTRY_VERIFY(sheet.isVisible());
    desk.press("F1");
    QTRY_VERIFY(!sheet.isVisible());
    QCOMPARE(desk.focus(), S("queueView"));
    desk.press("F1");
    QTRY_VERIFY(sheet.isVisible());
    desk.press("Escape");
    QTRY_VERIFY(!sheet.isVisible());
    QCOMPARE(desk.focus(), S("queueView"));
    QCOMPARE(desk.current(), S("r1"));
}

void TestWindow::theKeySheetClosesByTheKeysThatOpenIt() {
    WindowDesk desk;
    desk.open();
    CommandRegistry& registry = desk.window().commands();
    const auto chord = [](Scope scope, const char* keys) {
        return KeyBinding{scope, QKeySequence(QString::fromLatin1(keys))};
    };
    QCOMPARE(
        registry.setKeys(S("help.keys"), {chord(Scope::anywhere, "F7"), chord(Scope::triage, "Shift+M")}),
        QString());
    auto& sheet = desk.find<QWidget>("keySheet");
    for (const char* key : {"F7", "Shift+M"}) {
        desk.press(key);
        QTRY_VERIFY(sheet.isVisible());
        desk.press("F1"); // nobody's key now
        desk.press("?");
        QVERIFY(sheet.isVisible());
        desk.press(key);
        QTRY_VERIFY(!sheet.isVisible());
        QCOMPARE(desk.focus(), S("queueView"));
    }
}

void TestWindow::theSmallestSizeIsTheSameAtEveryRow() {
    WindowDesk desk(0);
    std::vector<LogEntry> rows;
    for (const char* id : {"a", "b", "c", "d"}) {
        rows.push_back(test::entry(id));
        rows.back().ts = Timestamp{static_cast<std::int64_t>(rows.size()) * 3'600'000'000LL};
        rows.back().prompt = "prompt of " + std::string(id);
    }
    rows[1].responseLogprob = -12.5;
    rows[1].latencyMs = 123'456;
    rows[1].modelVersion = std::string(300, 'm');
    rows[1].userIdHash = "19b3aa00ff11cc22";
    rows[1].requestId = "b" + std::string(300, 'b');
    rows[2].modelVersion.clear();
    rows[2].ts.reset();
    rows[3].response = "short";
    desk.store().add(rows);
    desk.open(S("id:a"));
    desk.press("0");
    QTRY_COMPARE(desk.queue().model()->rowCount(), 4);
    desk.press("Home");
    QTRY_VERIFY(!desk.current().isEmpty());
    const auto smallest = [&desk] { return desk.window().layout()->totalMinimumSize(); };
    const QSize before = smallest();
    QString last = desk.current();
    for (int row = 1; row < 4; ++row) {
        desk.press("J");
        QTRY_VERIFY(!desk.current().isEmpty() && desk.current() != last);
        last = desk.current();
        QCOMPARE(smallest(), before);
    }
    desk.press("A");
    QTRY_VERIFY(!desk.store().ids("state:accepted").empty());
    QTRY_VERIFY(desk.find<QLabel>("stateSums").text().contains(S("1 accepted")));
    QCOMPARE(smallest().width(), before.width()); // a notice may stand below
}

void TestWindow::historyIsShown() {
    WindowDesk desk;
    desk.open();
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    desk.press("K");
    QTRY_COMPARE(desk.current(), S("r1"));
    auto& panel = desk.find<QWidget>("historyPanel");
    desk.press("H");
    QTRY_VERIFY(panel.isVisible());
    QCOMPARE(desk.focus(), S("queueView"));
    auto* list = panel.findChild<QAbstractItemView*>();
    QTRY_COMPARE(list->model()->rowCount(), 1);
    desk.press("R");
    QTRY_COMPARE(list->model()->rowCount(), 2);
    desk.press("H");
    QVERIFY(!panel.isVisible());
}

void TestWindow::textGrowsAndShrinks() {
    WindowDesk desk;
    desk.open();
    const int before = desk.queue().rowHeight(0);
    const int letters = desk.editor().fontMetrics().height();
    desk.press("Ctrl+=");
    desk.press("Ctrl+=");
    QVERIFY(desk.queue().rowHeight(0) > before);
    QVERIFY(desk.editor().fontMetrics().height() > letters);
    desk.press("Ctrl+-");
    desk.press("Ctrl+0");
    QCOMPARE(desk.queue().rowHeight(0), before);
}

void TestWindow::theTitleIsTheFileName() {
    WindowDesk desk;
    desk.open();
    QCOMPARE(desk.window().windowTitle(), S("test.goldpan"));
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
