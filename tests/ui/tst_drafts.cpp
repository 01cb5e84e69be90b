// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed is kept: across rows, restarts, closing and decisions.
#include "core/review/review_service.h"
#include "tests/ui/support/window_desk.h"
#include "ui/detail/correction_editor.h"
#include "ui/window/main_window.h"

#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

} // namespace

class TestDrafts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraftIsKeptAndComesBack();
    void anUnchangedEditorIsNoDraft();
    void movingOnKeepsTheDraft();
    void whatWasTypedStaysAsTyped();
    void closingFlushesDrafts();
    void leavingACorrectedRowKeepsItsWords();
    void resettingTheTextNeverLosesADraft();
    void repeatingACorrectionNeverLosesADraft();
    void theDraftOfAnotherWindowIsNeverLost();
    void theCorrectionOfAnotherOperatorIsNotReplacedWithoutAWord();
};

void TestDrafts::aDraftIsKeptAndComesBack() {
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

void TestDrafts::anUnchangedEditorIsNoDraft() {
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

void TestDrafts::movingOnKeepsTheDraft() {
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

void TestDrafts::whatWasTypedStaysAsTyped() {
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

void TestDrafts::closingFlushesDrafts() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("last words ");
    desk.window().close();
    QTRY_VERIFY(!desk.window().isVisible());
    QCOMPARE(desk.draft("r1"), S("last words response of r1"));
}

void TestDrafts::leavingACorrectedRowKeepsItsWords() {
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

void TestDrafts::resettingTheTextNeverLosesADraft() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("Mine ");
    desk.press("Ctrl+Shift+R");
    QTRY_COMPARE(desk.editor().toPlainText(), S("response of r1"));
    QTRY_VERIFY2(desk.notice().contains(S("U brings your draft back")), qPrintable(desk.notice()));
    desk.press("Escape");
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    QTRY_COMPARE(desk.draft("r1"), QString());
    desk.press("U");
    QTRY_COMPARE(desk.draft("r1"), S("Mine response of r1"));
    QTRY_COMPARE(desk.editor().toPlainText(), S("Mine response of r1"));
}

void TestDrafts::repeatingACorrectionNeverLosesADraft() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("First ");
    desk.press("Ctrl+Return");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.type("Mine ");
    desk.press("Escape");
    desk.press(".");
    QTRY_COMPARE(desk.draft("r2"), S("First response of r1"));
    QTRY_VERIFY2(desk.notice().contains(S("U brings your own draft back")), qPrintable(desk.notice()));
    desk.press("K");
    QTRY_COMPARE(desk.current(), S("r1"));
    desk.press("U");
    QTRY_COMPARE(desk.current(), S("r2"));
    QTRY_COMPARE(desk.editor().toPlainText(), S("Mine response of r2"));
    QCOMPARE(desk.draft("r2"), S("Mine response of r2"));
}

void TestDrafts::theDraftOfAnotherWindowIsNeverLost() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("Mine ");
    QTRY_COMPARE_WITH_TIMEOUT(desk.draft("r1"), S("Mine response of r1"), 30'000);
    desk.type("and ");
    QTRY_COMPARE_WITH_TIMEOUT(desk.draft("r1"), S("Mine and response of r1"), 30'000);
    QCOMPARE(desk.notice(), QString()); // its own drafts are no others
    review::ReviewService other(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ana");
    QVERIFY(other.saveDraft(desk.store().row("r1"), "Long work of another window"));
    desk.type("mine ");
    QTRY_COMPARE_WITH_TIMEOUT(desk.draft("r1"), S("Mine and mine response of r1"), 30'000);
    QTRY_VERIFY2(desk.notice().contains(S("changed in another window")), qPrintable(desk.notice()));
    desk.press("Escape");
    desk.press("U");
    QTRY_COMPARE_WITH_TIMEOUT(desk.draft("r1"), S("Long work of another window"), 30'000);
    QTRY_COMPARE(desk.editor().toPlainText(), S("Long work of another window"));
}

void TestDrafts::theCorrectionOfAnotherOperatorIsNotReplacedWithoutAWord() {
    WindowDesk desk;
    desk.open();
    const auto line = [&desk] { return desk.find<QWidget>("stateLabel").property("text").toString(); };
    desk.press("E");
    desk.type("Mine ");
    QTRY_COMPARE_WITH_TIMEOUT(desk.draft("r1"), S("Mine response of r1"), 30'000);
    QVERIFY(!line().contains(S("saved a correction")));
    review::ReviewService ben(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ben");
    QVERIFY(ben.correct(desk.store().row("r1"), "Of ben", CorrectionSource::operatorWritten));
    QTRY_VERIFY_WITH_TIMEOUT(line().contains(S("ben saved a correction")), 30'000);
    desk.type("on ");
    QTRY_COMPARE_WITH_TIMEOUT(desk.draft("r1"), S("Mine on response of r1"), 30'000);
    QVERIFY2(line().contains(S("ben saved a correction")), qPrintable(line()));
    desk.press("Ctrl+S");
    QTRY_COMPARE_WITH_TIMEOUT(desk.correction("r1"), S("Mine on response of r1"), 30'000);
    QTRY_VERIFY2(desk.notice().contains(S("took the place of one by ben")), qPrintable(desk.notice()));
    QTRY_VERIFY2(!line().contains(S("ben")), qPrintable(line()));
    desk.press("Escape");
    desk.press("U");
    QTRY_COMPARE_WITH_TIMEOUT(desk.correction("r1"), S("Of ben"), 30'000);
}

QTEST_MAIN(TestDrafts)
#include "tst_drafts.moc"
