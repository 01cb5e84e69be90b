// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window around the triage: focus, filters, presets, drafts, files, other programs and hostile text.
#include "ui/window/main_window.h"

#include "app/composition/store_factory.h"
#include "core/feedback/event_service.h"
#include "core/review/review_service.h"
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/exporting/export_dialog.h"
#include "ui/queue/queue_model.h"

#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace goldpan;
using namespace goldpan::ui;
using namespace std::string_literals;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

int rows(WindowDesk& desk) {
    return desk.queue().model()->rowCount();
}

void pressNoticeAction(WindowDesk& desk, const QString& text) {
    for (QPushButton* button : desk.notices().findChildren<QPushButton*>()) {
        if (button->text() == text && button->isVisible()) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(S("no button ") + text));
}

} // namespace

class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsInTheQueueOnTheFirstRow();
    void keysInTextFieldsAreText();
    void escapeReturnsToTheQueueOnTheSameRow();
    void panesAreCycled();
    void spacePagesTheConversationThenTheResponse();
    void aDraftIsKeptAndComesBack();
    void anUnchangedEditorIsNoDraft();
    void movingOnKeepsTheDraft();
    void whatWasTypedStaysAsTyped();
    void closingFlushesDrafts();
    void leavingACorrectedRowKeepsItsWords();
    void aFilterIsAppliedAndTakenBack();
    void aMistakeInAFilterIsShownAtItsPlace();
    void presetsShowTheirRowsAndCounts();
    void driftWindowsAreStepped();
    void theHeaderSorts();
    void figuresAddUp();
    void rowsOfAnotherProgramAreNew();
    void decisionsOfAnotherProgramShow();
    void aLogIsImported();
    void aLogGivenAtStartIsOffered();
    void aStoreThatIsNoneIsRefused();
    void aBatchIsExportedAndExportedAgain();
    void hostileTextIsText();
    void theKeySheetOpensAndCloses();
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

void TestWindow::aDraftIsKeptAndComesBack() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("Mine: ");
    QTRY_COMPARE(desk.draft("r1"), S("Mine: response of r1"));
    QVERIFY(desk.find<QWidget>("stateLabel").property("text").toString().contains(S("draft")));
    desk.destroyWindow(); // not closed: as a crash would leave it
    desk.open();
    QCOMPARE(desk.editor().toPlainText(), S("Mine: response of r1"));
    QCOMPARE(desk.state("r1"), S("unreviewed"));
}

void TestWindow::anUnchangedEditorIsNoDraft() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("x");
    QTRY_COMPARE(desk.draft("r1"), S("xresponse of r1"));
    desk.press("Backspace");
    QTRY_COMPARE(desk.draft("r1"), QString());
    desk.press("Escape");
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    QCOMPARE(desk.store().store().upkeep().stats().value().drafts, 0);
}

void TestWindow::movingOnKeepsTheDraft() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("one ");
    desk.press("Alt+Down");
    desk.type("two "); // the next row's editor has the focus
    desk.press("Alt+Up");
    QTRY_COMPARE(desk.editor().toPlainText(), S("one response of r1"));
    QTRY_COMPARE(desk.draft("r1"), S("one response of r1"));
    QTRY_COMPARE(desk.draft("r2"), S("two response of r2"));
}

void TestWindow::whatWasTypedStaysAsTyped() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("Call 555-123-4567. ");
    QTRY_COMPARE(desk.draft("r1"), S("Call [PHONE]. response of r1"));
    desk.press("F5");
    QTRY_VERIFY(!desk.find<QWidget>("resultInfo").property("text").toString().contains(S("searching")));
    desk.type("Now! ");
    QTRY_COMPARE(desk.draft("r1"), S("Call [PHONE]. Now! response of r1"));
    QCOMPARE(desk.editor().toPlainText(), S("Call 555-123-4567. Now! response of r1"));
    desk.press("Ctrl+Z"); // the editor's own undo has not been lost
    QVERIFY(desk.editor().toPlainText() != S("Call 555-123-4567. Now! response of r1"));
}

void TestWindow::closingFlushesDrafts() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("last words ");
    desk.window().close();
    QTRY_VERIFY(!desk.window().isVisible());
    QCOMPARE(desk.draft("r1"), S("last words response of r1"));
}

void TestWindow::leavingACorrectedRowKeepsItsWords() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("Better: ");
    desk.press("Ctrl+Return");
    QTRY_COMPARE(desk.state("r1"), S("corrected"));
    desk.press("Escape");
    desk.press("K");
    QTRY_COMPARE(desk.current(), S("r1"));
    QCOMPARE(desk.editor().toPlainText(), S("Better: response of r1"));
    desk.press("X");
    QTRY_COMPARE(desk.state("r1"), S("discarded"));
    QCOMPARE(desk.draft("r1"), S("Better: response of r1"));
}

void TestWindow::aFilterIsAppliedAndTakenBack() {
    WindowDesk desk;
    desk.open();
    desk.press("/");
    desk.type("id:r3");
    desk.press("Return");
    QTRY_COMPARE(rows(desk), 1);
    QTRY_COMPARE(desk.current(), S("r3"));
    QCOMPARE(desk.focus(), S("queueView"));
    desk.press("Ctrl+F");
    desk.type("nothing");
    desk.press("Escape");
    QCOMPARE(desk.filter().text(), S("id:r3"));
    QCOMPARE(desk.focus(), S("queueView"));
    desk.press("0");
    QTRY_COMPARE(rows(desk), 5);
    QCOMPARE(desk.filter().text(), QString());
}

void TestWindow::aMistakeInAFilterIsShownAtItsPlace() {
    WindowDesk desk;
    desk.open();
    desk.press("/");
    desk.type("id:r3 wrong:thing");
    desk.press("Return");
    QCOMPARE(desk.focus(), S("filterBar"));
    QCOMPARE(desk.filter().selectionStart(), 6);
    QVERIFY(desk.filter().hasSelectedText());
    QVERIFY2(desk.notice().contains(S("column 7")), qPrintable(desk.notice()));
    QCOMPARE(rows(desk), 5);
    QCOMPARE(desk.current(), S("r1"));
    desk.press("Escape");
    QCOMPARE(desk.filter().text(), QString());
    QCOMPARE(desk.notice(), QString());
}

void TestWindow::presetsShowTheirRowsAndCounts() {
    WindowDesk desk;
    desk.open();
    desk.press("F");
    QTRY_COMPARE(desk.tags("r1"), S("operator_review"));
    QTRY_VERIFY(desk.find<QToolButton>("queue.marked").text().endsWith(S(" 1")));
    desk.press("7");
    QTRY_COMPARE(rows(desk), 1);
    QCOMPARE(desk.filter().text(), S("tag:operator_review state:unreviewed"));
    QVERIFY(desk.find<QToolButton>("queue.marked").isChecked());
    desk.press("S");
    QTRY_COMPARE(desk.state("r1"), S("deferred"));
    desk.press("5");
    QTRY_COMPARE(desk.filter().text(), S("state:deferred"));
    QTRY_COMPARE(rows(desk), 1);
    QTest::mouseClick(&desk.find<QToolButton>("queue.all"), Qt::LeftButton);
    QTRY_COMPARE(rows(desk), 5);
    QCOMPARE(desk.focus(), S("queueView"));
}

void TestWindow::driftWindowsAreStepped() {
    WindowDesk desk;
    desk.open();
    desk.press("]");
    QTRY_VERIFY2(desk.notice().contains(S("No drift")), qPrintable(desk.notice()));
    const redact::Redactor redactor;
    const SystemClock clock;
    feedback::EventService events(desk.store().store(), redactor, clock, "ana");
    QVERIFY(events.applyDrift({.ts = Timestamp{2 * kMicrosPerHour}, .windowMicros = kMicrosPerHour}));
    QVERIFY(events.applyDrift({.ts = Timestamp{5 * kMicrosPerHour}, .windowMicros = kMicrosPerHour / 2}));
    desk.press("]");
    QTRY_COMPARE(desk.filter().text(), S("drift:1"));
    QTRY_COMPARE(rows(desk), 2);
    desk.press("]");
    QTRY_COMPARE(desk.filter().text(), S("drift:2"));
    QTRY_COMPARE(rows(desk), 1);
    desk.press("]");
    QTRY_VERIFY(desk.notice().contains(S("last drift window")));
    desk.press("[");
    QTRY_COMPARE(desk.filter().text(), S("drift:1"));
}

void TestWindow::theHeaderSorts() {
    WindowDesk desk;
    desk.open();
    auto& header = *desk.queue().horizontalHeader();
    const QPoint time(header.sectionViewportPosition(QueueModel::TimeColumn) + 5, header.height() / 2);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, time);
    QTRY_COMPARE(desk.cell(0, QueueModel::PromptColumn), S("prompt of r5"));
    QCOMPARE(desk.queue().horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, time);
    QTRY_COMPARE(desk.cell(0, QueueModel::PromptColumn), S("prompt of r1"));
}

void TestWindow::figuresAddUp() {
    WindowDesk desk;
    desk.open();
    desk.press("A");
    desk.press("X");
    QTRY_COMPARE(desk.find<QLabel>("stateSums").text(),
                 S("3 unreviewed + 0 corrected + 1 accepted + 1 discarded + 0 deferred = 5 rows"));
}

void TestWindow::rowsOfAnotherProgramAreNew() {
    WindowDesk desk(2);
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.store().add({test::entry("late1"), test::entry("late2")});
    auto& info = desk.find<QWidget>("resultInfo");
    QTRY_VERIFY2(info.property("text").toString().endsWith(S("2 new, F5")),
                 qPrintable(info.property("text").toString()));
    QCOMPARE(rows(desk), 2);
    desk.press("F5");
    QTRY_COMPARE(rows(desk), 4);
    QTRY_COMPARE(desk.current(), S("r2"));
    QTRY_VERIFY(!info.property("text").toString().contains(S("new")));
}

void TestWindow::decisionsOfAnotherProgramShow() {
    WindowDesk desk;
    desk.open();
    const redact::Redactor redactor;
    const SystemClock clock;
    review::ReviewService other(desk.store().store(), redactor, clock, "ben");
    const RowId row = desk.store().row("r2");
    QVERIFY(other.decide(std::array{row}, review::Decision::accept));
    QTRY_COMPARE(desk.queue().model()->index(1, 0).data(QueueModel::StateRole).toInt(),
                 static_cast<int>(ReviewState::accepted));
    // The row was loaded ahead; what is shown is what the store has now.
    QVERIFY(other.correct(row, "Ben's answer", CorrectionSource::operatorWritten));
    QTRY_COMPARE(desk.cell(1, QueueModel::TagsColumn), S("operator_review"));
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    QTRY_COMPARE(desk.editor().toPlainText(), S("Ben's answer"));
}

void TestWindow::aLogIsImported() {
    WindowDesk desk;
    desk.open();
    const std::string log = desk.store().dir().write(
        "more.jsonl",
        R"({"request_id":"n1","ts":"2026-01-01T00:00:00","model_version":"m","prompt":"prompt of n1","response":"mail a@b.com"})"
        "\nno json\n");
    desk.window().importLog(QString::fromStdString(log));
    QTRY_VERIFY2(desk.notice().contains(S("1 rows imported")), qPrintable(desk.notice()));
    QVERIFY(desk.notice().contains(S("1 bad lines")));
    QCOMPARE(desk.current(), S("r1")); // the review went on beside it
    desk.press("F5");
    QTRY_COMPARE(rows(desk), 6);
    QCOMPARE(desk.store().read("n1").entry.response, std::string("mail [EMAIL]"));
}

void TestWindow::aLogGivenAtStartIsOffered() {
    WindowDesk desk;
    const std::string log = desk.store().dir().write(
        "fresh.jsonl",
        R"({"request_id":"n1","ts":"2026-01-01T00:00:00","model_version":"m","prompt":"prompt of n1","response":"x"})"
        "\n");
    desk.openEmpty();
    desk.window().openPath(QString::fromStdString(log));
    QVERIFY2(desk.notice().contains(S("fresh.goldpan")), qPrintable(desk.notice()));
    QCOMPARE(desk.focus(), S("queueView")); // offers never take the focus
    pressNoticeAction(desk, S("Import"));
    QTRY_COMPARE(desk.current(), S("n1"));
    QVERIFY(QFile::exists(QString::fromStdString(desk.store().dir().file("fresh.goldpan"))));
    QTRY_COMPARE(desk.focus(), S("queueView"));
}

void TestWindow::aStoreThatIsNoneIsRefused() {
    WindowDesk desk;
    desk.open();
    desk.window().openPath(QString::fromStdString(desk.store().dir().write("notes.goldpan", "just text")));
    QTRY_COMPARE(desk.notices().kind(), std::optional(NoticeBar::Kind::error));
    QCOMPARE(desk.current(), S("r1")); // the open store stays
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
}

void TestWindow::aBatchIsExportedAndExportedAgain() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("Gold: ");
    desk.press("Ctrl+Return");
    QTRY_COMPARE(desk.state("r1"), S("corrected"));
    desk.press("Ctrl+Shift+E");
    auto* dialog = desk.window().findChild<ExportDialog*>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog->isVisible());
    QTRY_COMPARE(desk.focus(), S("queueView"));

    const QString path = QString::fromStdString(desk.store().dir().file("batch.jsonl"));
    Q_EMIT dialog->exportRequested({}, path);
    QTRY_VERIFY2(desk.notice().startsWith(S("1 rows exported")), qPrintable(desk.notice()));
    QVERIFY(desk.store().dir().read("batch.jsonl").find("Gold: response of r1") != std::string::npos);
    desk.press("Ctrl+Shift+X");
    QTRY_VERIFY2(QFile::exists(QString::fromStdString(desk.store().dir().file("batch-2.jsonl"))),
                 qPrintable(desk.notice() + desk.focus()));
    QCOMPARE(desk.store().dir().read("batch-2.jsonl"), desk.store().dir().read("batch.jsonl"));
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
