// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Logs of other tools through the window, with the gold corrections that stand in files beside them.
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/settings/language.h"
#include "ui/window/import_text.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

std::string llmRun(const std::string& id) {
    return R"({"id":")" + id +
           R"(","run_type":"llm","dotted_order":"x","start_time":"2026-06-01T00:00:00","end_time":"2026-06-01T00:00:01",)"
           R"("inputs":{"messages":[{"role":"user","content":"prompt of )" +
           id +
           R"("}]},"outputs":{"choices":[{"message":{"role":"assistant","content":"Answer"}},{"message":{"content":"Another"}}]}})"
           "\n";
}

std::string thought(const std::string& id, const std::string& better) {
    return R"({"run_id":")" + id + R"(","key":"user_score","score":0,"correction":{"desired":")" + better +
           R"("},"feedback_source":{"type":"app"}})"
           "\n";
}

std::string runs() {
    return llmRun("n1") + llmRun("n2") +
           R"({"id":"c","run_type":"chain","dotted_order":"y","inputs":{}})"
           "\n";
}

/// The file is named in the dialog as people do it.
void chooseFile(WindowDesk& desk, const std::string& path) {
    QTRY_VERIFY(desk.window().findChild<QFileDialog*>() != nullptr);
    const QPointer<QFileDialog> dialog = desk.window().findChild<QFileDialog*>();
    QVERIFY(QTest::qWaitForWindowActive(dialog, test::kPatienceMs));
    auto* name = dialog->findChild<QLineEdit*>(S("fileNameEdit"));
    QVERIFY(name != nullptr);
    name->setText(QString::fromStdString(path)); // typed letter by letter it would be completed meanwhile
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(dialog == nullptr);
}

/// The button of the notice, by the keyboard.
void pressInNotice(WindowDesk& desk, const QString& text) {
    const auto find = [&]() -> QPushButton* {
        for (auto* button : desk.notices().findChildren<QPushButton*>()) {
            if (button->isVisible() && button->text() == text) {
                return button;
            }
        }
        return nullptr;
    };
    QTRY_VERIFY2(find() != nullptr, qPrintable(desk.notice()));
    find()->setFocus();
    QTest::keyClick(find(), Qt::Key_Space);
}

} // namespace

class TestForeignLogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itIsToldHowTheLogWasRead();
    void correctionsInAFileBesideItAreWritten();
    void whatPeopleDecidedStays();
    void aJsonFileIsOfferedAsALog();
    void logsOfOnesOwnSayNothingOfProfiles();
    void everythingThatIsToldHasWords();
};

void TestForeignLogs::itIsToldHowTheLogWasRead() {
    WindowDesk desk;
    desk.open();
    const auto log = desk.store().dir().write("runs.jsonl", runs());
    desk.press("Ctrl+I");
    chooseFile(desk, log);
    QTRY_COMPARE(desk.notice(),
                 S("runs.jsonl: 2 rows imported, 1 record passed over, 2 could be read in another "
                   "way, read by the profile langsmith."));
    pressInNotice(desk, S("Details"));
    QTRY_VERIFY(desk.window().findChild<QMessageBox*>(S("importDetails")) != nullptr);
    const QPointer<QMessageBox> box = desk.window().findChild<QMessageBox*>(S("importDetails"));
    QCOMPARE(
        box->text(),
        S("Read by the profile langsmith, because of this: /dotted_order, /run_type in 3 of the first 3 "
          "objects.\n"
          "1 record passed over: not an LLM call (line 3)\n"
          "2 rows could be read in another way: several answers, of which the first counts (lines 1, 2)"));
    QVERIFY(QTest::qWaitForWindowActive(box, test::kPatienceMs));
    QTRY_VERIFY(QApplication::focusWidget() != nullptr && box->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(box == nullptr);
    QTRY_COMPARE(desk.focus(), S("queueView"));
}

void TestForeignLogs::correctionsInAFileBesideItAreWritten() {
    WindowDesk desk;
    desk.open();
    const auto log = desk.store().dir().write("runs.jsonl", runs());
    const auto beside = desk.store().dir().write("thoughts.jsonl", thought("n1", "Mail ada@b.example") +
                                                                       thought("none", "Lost"));
    desk.window().importLog(QString::fromStdString(log));
    pressInNotice(desk, S("Join a file to it"));
    chooseFile(desk, beside);
    QTRY_COMPARE(desk.state("n1"), S("corrected"));
    QCOMPARE(desk.correction("n1"), S("Mail [EMAIL]"));
    QCOMPARE(desk.state("n2"), S("unreviewed"));
    QTRY_VERIFY2(desk.notice().contains(S("1 gold correction came with them")), qPrintable(desk.notice()));
    QVERIFY2(desk.notice().contains(S("2 rows were there already")), qPrintable(desk.notice()));
    pressInNotice(desk, S("Details"));
    QTRY_VERIFY(desk.window().findChild<QMessageBox*>(S("importDetails")) != nullptr);
    const auto text = desk.window().findChild<QMessageBox*>(S("importDetails"))->text();
    for (const auto& line :
         {S("2 records of the joined file were held in memory."), S("1 of them joined to no row."),
          S("1 gold correction of the log was written."),
          S("1 correction held PII; an export holds it back until it is saved by hand.")}) {
        QVERIFY2(text.contains(line), qPrintable(text));
    }
}

void TestForeignLogs::whatPeopleDecidedStays() {
    WindowDesk desk;
    desk.open();
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    const auto log = desk.store().dir().write("runs.jsonl", llmRun("r1"));
    const auto beside = desk.store().dir().write("thoughts.jsonl", thought("r1", "Better"));
    desk.window().importLog(QString::fromStdString(log));
    pressInNotice(desk, S("Join a file to it"));
    chooseFile(desk, beside);
    pressInNotice(desk, S("Details"));
    QTRY_VERIFY(desk.window().findChild<QMessageBox*>(S("importDetails")) != nullptr);
    const auto text = desk.window().findChild<QMessageBox*>(S("importDetails"))->text();
    QVERIFY2(text.contains(S("1 row stays as people decided here.")), qPrintable(text));
    QCOMPARE(desk.state("r1"), S("accepted"));
    QCOMPARE(desk.correction("r1"), QString());
}

void TestForeignLogs::aJsonFileIsOfferedAsALog() {
    WindowDesk desk;
    const auto log = desk.store().dir().write("runs.json", "[" + llmRun("n1") + "]");
    desk.openEmpty();
    desk.window().openPath(QString::fromStdString(log));
    QVERIFY2(desk.notice().contains(S("runs.goldpan")), qPrintable(desk.notice()));
    pressInNotice(desk, S("Import"));
    QTRY_VERIFY2(desk.notice().contains(S("read by the profile langsmith")), qPrintable(desk.notice()));
    QTRY_COMPARE(desk.current(), S("n1"));
}

void TestForeignLogs::logsOfOnesOwnSayNothingOfProfiles() {
    const Language english(LanguageChoice::english);
    ImportedLog log;
    log.report.tally.stored = 3;
    QCOMPARE(importText(S("a"), log), S("a: 3 rows imported."));
    QCOMPARE(importDetails(log), QString());
    QVERIFY(!joinsCompanions(log));
}

void TestForeignLogs::everythingThatIsToldHasWords() {
    const Language english(LanguageChoice::english);
    ImportedLog log;
    auto& read = log.report.profiled.emplace_back();
    read.profile = "mine";
    read.joins = true;
    read.tally.readWhole = true;
    read.tally.companions = {.objects = 1, .unmatched = 0, .unused = 1};
    read.tally.skipped["odd\nreason"] = {.count = 1200, .lines = {1, 2, 3}};
    log.corrections.emplace();
    log.corrections->texts = {
        .read = 6, .applied = 0, .unchanged = 1, .empty = 2, .unknown = 3, .unknownIds = {}};
    QVERIFY(joinsCompanions(log));
    const auto text = importDetails(log);
    for (const auto& line :
         {S("Read by the profile mine.\n"),
          S("It was read as a whole, for this format cannot be read piece by piece."),
          S("1 record of the joined file was held in memory."), S("1 of them the profile has no use for."),
          S("1,200 records passed over: odd"), S("(lines 1, 2, 3 and more)"),
          S("0 gold corrections of the log were written."), S("1 row stays as people decided here."),
          S("2 corrections hold no words."), S("3 corrections are of no row of the store.")}) {
        QVERIFY2(text.contains(line), qPrintable(text));
    }
    QCOMPARE(text.count(u'\n'), 8); // a reason stays on its line, whatever it holds
}

QTEST_MAIN(TestForeignLogs)
#include "tst_foreign_logs.moc"
