// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with the words of a correction is found while they are typed, marked, told, walked through
// and redacted.
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/text_findings.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

QString stateLine(WindowDesk& desk) {
    return desk.find<QWidget>("stateLabel").property("text").toString();
}

/// The marked words, joined by "|".
QString marked(WindowDesk& desk) {
    QStringList out;
    for (const auto& mark : desk.editor().extraSelections()) {
        out << mark.cursor.selectedText();
    }
    return out.join(u'|');
}

QString selected(WindowDesk& desk) {
    return desk.editor().textCursor().selectedText();
}

void startOver(WindowDesk& desk, const char* text) {
    desk.press("E");
    desk.press("Ctrl+A");
    desk.type(text);
}

/// A row whose response and prompt hold tokens, before r1.
void addTokenRow(WindowDesk& desk) {
    LogEntry row = test::entry("r0", "1969-01-01T00:00:00");
    row.prompt = "prompt of r0\nmy number is [PHONE]";
    row.response = "Write to [EMAIL] today.";
    desk.store().add({row});
}

} // namespace

class TestProblems : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void piiIsMarkedAndToldAtEachKey();
    void theMarksAreReadableInLightAndDark();
    void positionsCountAsTheCursorDoes();
    void placeholdersAreWatched();
    void whatNobodySeesIsNamed();
    void problemsAreWalkedFromAnywhere();
    void walkingSaysSoWhereThereIsNothing();
    void redactingIsOneStepThatCanBeUndone();
    void aLongTextIsRedactedAside();
    void aLongTextThatChangedMeanwhileIsLeftAlone();
    void aLongTextIsCheckedAsideAndFoundAllTheSame();
    void whatWasSavedRedactedIsHeldBackUntilSavedAgain();
    void aRowLeftBehindTellsThatItWasRedacted();
    void anotherRowStartsWithoutMarks();
};

void TestProblems::piiIsMarkedAndToldAtEachKey() {
    WindowDesk desk;
    desk.open();
    startOver(desk, "Mail ann@example.co");
    QCOMPARE(marked(desk), S("ann@example.co"));
    desk.type("m");
    QCOMPARE(marked(desk), S("ann@example.com"));
    QVERIFY2(stateLine(desk).contains(S("⚠ 1 PII found (EMAIL) · F8")), qPrintable(stateLine(desk)));
    desk.type(" or call 555-123-4567 or bob@example.com");
    QCOMPARE(marked(desk), S("ann@example.com|555-123-4567|bob@example.com"));
    QVERIFY2(stateLine(desk).contains(S("⚠ 3 PII found (EMAIL, PHONE) · F8")), qPrintable(stateLine(desk)));
    const auto format = desk.editor().extraSelections().constFirst().format;
    QCOMPARE(format.underlineStyle(), QTextCharFormat::WaveUnderline);
    QCOMPARE(format.background().color(), problemBackground(desk.editor().palette()));
    desk.press("Ctrl+A");
    desk.type("Fine");
    QCOMPARE(marked(desk), QString());
    QVERIFY2(stateLine(desk).contains(S("no PII found")), qPrintable(stateLine(desk)));
}

void TestProblems::theMarksAreReadableInLightAndDark() {
    WindowDesk desk;
    desk.open();
    startOver(desk, "Mail ann@example.com");
    QPalette dark = desk.editor().palette();
    dark.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    dark.setColor(QPalette::Window, QColor(0x2a, 0x2e, 0x32));
    dark.setColor(QPalette::Text, QColor(0xfc, 0xfc, 0xfc));
    desk.editor().setPalette(dark);
    const auto format = desk.editor().extraSelections().constFirst().format;
    QCOMPARE(format.background().color(), problemBackground(dark));
    QVERIFY(contrastRatio(format.foreground().color(), format.background().color()) >= kMinimumContrast);
    QVERIFY(contrastRatio(format.underlineColor(), dark.color(QPalette::Base)) >= kMinimumContrast);
}

void TestProblems::positionsCountAsTheCursorDoes() {
    const redact::Redactor redactor;
    const QString text = QString::fromUtf8("🙂 ä 退款\u00A0") + S("x@example.com\ny@example.com");
    const TextFindings found = findIn(redactor, text, test::entry("r"));
    QCOMPARE(found.size(), std::size_t{2});
    QCOMPARE(text.mid(found[0].begin, found[0].end - found[0].begin), S("x@example.com"));
    QCOMPARE(text.mid(found[1].begin, found[1].end - found[1].begin), S("y@example.com"));
}

void TestProblems::placeholdersAreWatched() {
    WindowDesk desk;
    addTokenRow(desk);
    desk.open();
    QTRY_COMPARE(desk.current(), S("r0"));
    QVERIFY(stateLine(desk).contains(S("no PII")));
    startOver(desk, "Write today.");
    QVERIFY2(stateLine(desk).contains(S("⚠ placeholder [EMAIL] dropped · F8")), qPrintable(stateLine(desk)));
    QCOMPARE(marked(desk), QString());
    desk.press("F8");
    QCOMPARE(desk.editor().textCursor().position(), 6);
    desk.press("Ctrl+A");
    desk.type("Call [PHONE], [SSN] or [EMAIL");
    QCOMPARE(marked(desk), S("[SSN]|[EMAIL"));
    QVERIFY2(stateLine(desk).contains(
                 S("placeholder [EMAIL] broken · F8 · placeholder [SSN] not in the conversation")),
             qPrintable(stateLine(desk)));
    desk.type("]");
    QCOMPARE(marked(desk), S("[SSN]"));
}

void TestProblems::whatNobodySeesIsNamed() {
    WindowDesk desk;
    LogEntry row = test::entry("r0", "1969-01-01T00:00:00");
    row.response = "pay \u202Eeht\u202C bill";
    desk.store().add({row});
    desk.open();
    QTRY_COMPARE(desk.current(), S("r0"));
    QVERIFY2(stateLine(desk).contains(S("⚠ invisible U+202E · F8")), qPrintable(stateLine(desk)));
    desk.press("E");
    desk.press("F8");
    QCOMPARE(selected(desk), S("\u202E"));
    QVERIFY2(desk.notice().contains(S("U+202E, which nobody sees")), qPrintable(desk.notice()));
    desk.press("Delete");
    QVERIFY2(!stateLine(desk).contains(S("invisible")), qPrintable(stateLine(desk)));
}

void TestProblems::problemsAreWalkedFromAnywhere() {
    WindowDesk desk;
    desk.open();
    startOver(desk, "a@example.com, b@example.com and [Phone]");
    desk.press("Escape");
    QCOMPARE(desk.focus(), S("queueView"));
    desk.press("F8");
    QCOMPARE(desk.focus(), S("correctionEditor"));
    QCOMPARE(selected(desk), S("a@example.com")); // past the end, so from the top
    QVERIFY2(desk.notice().contains(S("on from the top")), qPrintable(desk.notice()));
    desk.press("F8");
    QCOMPARE(selected(desk), S("b@example.com"));
    QCOMPARE(desk.notice(),
             S("Problem 2 of 3: EMAIL, found by the rule email: saving redacts it. Ctrl+M redacts it now."));
    desk.press("Ctrl+F");
    desk.press("F8");
    QCOMPARE(selected(desk), S("[Phone]"));
    desk.press("F8");
    QCOMPARE(selected(desk), S("a@example.com"));
    QVERIFY(desk.notice().contains(S("on from the top")));
    desk.press("Shift+F8");
    QCOMPARE(selected(desk), S("[Phone]"));
    QVERIFY(desk.notice().contains(S("on from the end")));
    desk.press("Shift+F8");
    QCOMPARE(selected(desk), S("b@example.com"));
    desk.type("us"); // typing over a problem mends it
    desk.press("F8");
    QCOMPARE(selected(desk), S("[Phone]"));
    desk.press("F1");
    desk.press("F8");
    QVERIFY(desk.editor().isVisible());
    QCOMPARE(desk.focus(), S("correctionEditor"));
}

void TestProblems::walkingSaysSoWhereThereIsNothing() {
    WindowDesk desk;
    desk.open();
    desk.press("F8");
    QVERIFY2(desk.notice().contains(S("no problems")), qPrintable(desk.notice()));
    QCOMPARE(desk.focus(), S("queueView"));
    desk.press("0");
    desk.filter().setText(S("id:none"));
    desk.filter().setFocus();
    desk.press("Return");
    QTRY_COMPARE(desk.queue().model()->rowCount(), 0);
    desk.press("F8");
    QVERIFY2(desk.notice().contains(S("no row is selected")), qPrintable(desk.notice()));
}

void TestProblems::redactingIsOneStepThatCanBeUndone() {
    WindowDesk desk;
    desk.open();
    startOver(desk, "a@example.com, call 555-123-4567 here");
    for (int times = 0; times < 5; ++times) {
        desk.press("Left");
    }
    desk.press("Ctrl+M");
    QCOMPARE(desk.editor().toPlainText(), S("[EMAIL], call [PHONE] here"));
    QVERIFY2(desk.notice().startsWith(S("2 piece")), qPrintable(desk.notice()));
    desk.type("!");
    QCOMPARE(desk.editor().toPlainText(), S("[EMAIL], call [PHONE]! here"));
    desk.press("Ctrl+Z");
    desk.press("Ctrl+Z");
    QCOMPARE(desk.editor().toPlainText(), S("a@example.com, call 555-123-4567 here"));
    desk.press("Ctrl+Shift+Z");
    QCOMPARE(desk.editor().toPlainText(), S("[EMAIL], call [PHONE] here"));
    QTRY_COMPARE(desk.draft("r1"), S("[EMAIL], call [PHONE] here"));
    desk.press("Ctrl+M");
    QVERIFY(desk.notice().startsWith(S("No PII")));
    desk.press("Escape");
    desk.press("Ctrl+M"); // means nothing in the queue
    QCOMPARE(desk.focus(), S("queueView"));
}

void TestProblems::aLongTextIsCheckedAsideAndFoundAllTheSame() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.press("Ctrl+A");
    desk.editor().insertPlainText(S("plain words. ").repeated(4000) + S("ann@example.com")); // 52 kB
    desk.press("F8"); // asked before the answer is there
    QTRY_COMPARE(selected(desk), S("ann@example.com"));
    QCOMPARE(marked(desk), S("ann@example.com"));
    desk.press("End");
    desk.type(" and bob@example.com");
    QTRY_COMPARE(marked(desk), S("ann@example.com|bob@example.com"));
    QTRY_VERIFY2(stateLine(desk).contains(S("2 PII found (EMAIL)")), qPrintable(stateLine(desk)));
}

void TestProblems::aLongTextIsRedactedAside() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.press("Ctrl+A");
    const QString filler = S("plain words. ").repeated(4000);
    desk.editor().insertPlainText(filler + S("ann@example.com"));
    desk.press("Ctrl+M");
    QVERIFY2(!desk.notice().contains(S("redacted")), qPrintable(desk.notice())); // not in this thread
    QTRY_COMPARE(desk.editor().toPlainText(), filler + S("[EMAIL]"));
    QVERIFY2(desk.notice().startsWith(S("1 piece")), qPrintable(desk.notice()));
    desk.press("Ctrl+Z");
    QCOMPARE(desk.editor().toPlainText(), filler + S("ann@example.com"));
}

void TestProblems::aLongTextThatChangedMeanwhileIsLeftAlone() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.press("Ctrl+A");
    const QString text = S("ann@example.com ") + S("plain words. ").repeated(4000);
    desk.editor().insertPlainText(text);
    desk.press("Ctrl+M");
    QTest::keyClick(&desk.editor(), Qt::Key_X); // before the answer can be taken
    QTRY_VERIFY2(desk.notice().startsWith(S("Nothing was redacted")), qPrintable(desk.notice()));
    QCOMPARE(desk.editor().toPlainText(), text + u'x');
    desk.press("Ctrl+M");
    QTRY_VERIFY(desk.editor().toPlainText().startsWith(S("[EMAIL] plain")));
}

void TestProblems::whatWasSavedRedactedIsHeldBackUntilSavedAgain() {
    WindowDesk desk;
    desk.open();
    startOver(desk, "Mail ann@example.com");
    desk.press("Ctrl+S");
    QTRY_COMPARE(desk.correction("r1"), S("Mail [EMAIL]"));
    QTRY_VERIFY2(stateLine(desk).contains(S("export waits for Ctrl+M and Ctrl+S")),
                 qPrintable(stateLine(desk)));
    QCOMPARE(desk.editor().toPlainText(), S("Mail ann@example.com"));
    desk.press("Escape");
    desk.press("J");
    desk.press("K");
    QTRY_COMPARE(desk.current(), S("r1"));
    QVERIFY2(stateLine(desk).contains(S("holds it back until saved again, Ctrl+S")),
             qPrintable(stateLine(desk)));
    desk.press("E");
    desk.press("Ctrl+S");
    QTRY_VERIFY2(stateLine(desk).contains(S("saved")) && !stateLine(desk).contains(S("holds")),
                 qPrintable(stateLine(desk)));
    QCOMPARE(S("%1").arg(QString::fromStdString(desk.store().ids("is:pii"))), QString());
}

void TestProblems::aRowLeftBehindTellsThatItWasRedacted() {
    WindowDesk desk;
    desk.open();
    startOver(desk, "Mail ann@example.com");
    desk.press("Ctrl+Return");
    QTRY_COMPARE(desk.current(), S("r2"));
    QTRY_VERIFY2(desk.notice().contains(S("holds that row back")), qPrintable(desk.notice()));
    QCOMPARE(desk.focus(), S("correctionEditor"));
    QTest::mouseClick(&desk.find<QPushButton>("noticeAction0"), Qt::LeftButton);
    QTRY_COMPARE(desk.current(), S("r1"));
}

void TestProblems::anotherRowStartsWithoutMarks() {
    WindowDesk desk;
    desk.open();
    startOver(desk, "Mail ann@example.com");
    QCOMPARE(marked(desk), S("ann@example.com"));
    desk.press("Alt+Down");
    QTRY_COMPARE(desk.current(), S("r2"));
    QCOMPARE(marked(desk), QString());
    QVERIFY2(!stateLine(desk).contains(S("PII found (")), qPrintable(stateLine(desk)));
}

QTEST_MAIN(TestProblems)
#include "tst_problems.moc"
