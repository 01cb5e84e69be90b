// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Acts on the whole result: chosen with its numbers in sight, done beside the review, one act that one undo
// takes back.
#include "tests/ui/support/window_desk.h"
#include "ui/bulk/bulk_choice.h"
#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/window/main_window.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

struct BulkDesk : WindowDesk {
    using WindowDesk::WindowDesk;

    QDialog& dialog() { return find<QDialog>("bulkDialog"); }
    QPushButton& button() { return find<QPushButton>("bulkApply"); }
    QString figures() { return find<QLabel>("bulkFigures").text(); }
    /// The requests ids of the sample, with what would become of each.
    QString sample() {
        QStringList out;
        const auto& list = find<QTreeWidget>("bulkSample");
        for (int i = 0; i < list.topLevelItemCount(); ++i) {
            const auto* line = list.topLevelItem(i);
            out << (line->text(1) + u' ' + line->text(3)).trimmed();
        }
        return out.join(S(", "));
    }
    void openDialog() {
        QTRY_COMPARE(focus(), S("queueView"));
        press("B");
        QTRY_VERIFY(dialog().isVisible());
        QTRY_COMPARE(focus(), S("bulkAct"));
    }
    /// Presses Down until the wanted act is the chosen one.
    void choose(BulkAct act) {
        for (int i = 0; i < static_cast<int>(act); ++i) {
            press("Down");
        }
    }
    QString inState(const char* state) {
        return QString::fromStdString(store().ids(std::string("state:") + state));
    }
};

} // namespace

class TestBulk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWholeResultIsDecidedByKeysAlone();
    void nothingIsChosenForTheOperator();
    void thePreviewSaysWhatWillChange();
    void theSampleReachesOverTheResult();
    void theRowsAreThoseThatAreShown();
    void aTagIsAddedAndTakenOff();
    void enterInTheTagAppliesAlsoUnderItsPopup();
    void lostCorrectionsAreAnnouncedAndKeptAsDrafts();
    void escapeGoesBackToTheSameRow();
    void whereThereIsNothingToActOnItSaysSo();
    void aStoreThatDoesNotTakeItSaysSo();
};

void TestBulk::theWholeResultIsDecidedByKeysAlone() {
    BulkDesk desk(1284);
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.openDialog();
    QCOMPARE(desk.find<QLabel>("bulkTitle").text(), S("Apply to 1,284 rows"));
    desk.choose(BulkAct::discard);
    QCOMPARE(desk.button().text(), S("Discard 1,284 rows"));
    desk.press("Return");
    QVERIFY(!desk.dialog().isVisible());
    QTRY_COMPARE(desk.focus(), S("queueView"));
    QTRY_VERIFY2(desk.notice().startsWith(S("1,284 rows changed")), qPrintable(desk.notice()));
    QCOMPARE(desk.current(), S("r2"));
    QCOMPARE(desk.store().query("SELECT count(*) FROM entry WHERE state = 3"), std::string("1284"));
    QCOMPARE(desk.store().query("SELECT count(*) FROM act"), std::string("1"));
    QTRY_VERIFY(!desk.notices().isProgressShown());
    desk.press("U");
    QTRY_COMPARE(desk.notice(), S("Taken back: a discard."));
    QCOMPARE(desk.store().query("SELECT count(*) FROM entry WHERE state = 0"), std::string("1284"));
    desk.press("Shift+U");
    QTRY_COMPARE(desk.store().query("SELECT count(*) FROM entry WHERE state = 3"), std::string("1284"));
}

void TestBulk::nothingIsChosenForTheOperator() {
    BulkDesk desk;
    desk.open();
    desk.openDialog();
    QCOMPARE(desk.button().text(), S("Choose what to do"));
    QVERIFY(!desk.button().isEnabled());
    desk.press("Return");
    QVERIFY(desk.dialog().isVisible());
    desk.choose(BulkAct::addTag);
    QVERIFY(!desk.button().isEnabled());
    desk.press("Tab");
    QCOMPARE(desk.focus(), S("bulkTag"));
    desk.press("Return");
    QVERIFY(desk.dialog().isVisible());
    desk.press("Esc");
    QCOMPARE(desk.store().query("SELECT count(*) FROM act"), std::string("0"));
    desk.openDialog();
    desk.choose(BulkAct::accept);
    desk.press("Esc");
    desk.openDialog(); // the next time nothing is chosen again
    QCOMPARE(desk.button().text(), S("Choose what to do"));
}

void TestBulk::thePreviewSaysWhatWillChange() {
    BulkDesk desk;
    desk.open();
    desk.press("A");
    desk.openDialog(); // while that is still on its way
    QTRY_COMPARE(desk.sample(), S("r1, r2, r3, r4, r5"));
    desk.choose(BulkAct::accept);
    QTRY_VERIFY2(desk.figures().startsWith(S("4 rows will change, 1 row is so already")),
                 qPrintable(desk.figures()));
    QCOMPARE(desk.sample(), S("r1 is so already, r2 changes, r3 changes, r4 changes, r5 changes"));
    desk.press("Return");
    QTRY_COMPARE(desk.inState("accepted"), S("r1 r2 r3 r4 r5"));
    QTRY_VERIFY2(desk.notice().startsWith(S("4 rows changed, 1 row left as")), qPrintable(desk.notice()));
    QTRY_VERIFY(!desk.notices().isProgressShown());
    desk.openDialog();
    desk.choose(BulkAct::accept);
    desk.press("Return");
    QTRY_VERIFY2(desk.notice().contains(S("nothing to change")), qPrintable(desk.notice()));
    desk.press("U");
    QTRY_COMPARE(desk.inState("accepted"), S("r1"));
}

void TestBulk::theSampleReachesOverTheResult() {
    BulkDesk desk(100);
    desk.open();
    desk.openDialog();
    QTRY_VERIFY2(desk.sample().startsWith(S("r1, r2, r3, r4, r5, r6, r2")), qPrintable(desk.sample()));
    QVERIFY(desk.sample().endsWith(S(", r100")));
    QCOMPARE(desk.sample().count(S(", ")), 11);
}

void TestBulk::theRowsAreThoseThatAreShown() {
    BulkDesk desk;
    desk.open(S("state:unreviewed"));
    desk.press("A"); // r1 stays in sight, marked
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.store().add({test::entry("late")}); // matches the filter, is not shown
    desk.openDialog();
    QCOMPARE(desk.find<QLabel>("bulkTitle").text(), S("Apply to 5 rows"));
    QVERIFY(desk.find<QLabel>("bulkFilter").text().contains(S("state:unreviewed")));
    desk.choose(BulkAct::defer);
    desk.press("Return");
    QTRY_COMPARE(desk.inState("deferred"), S("r1 r2 r3 r4 r5"));
    QCOMPARE(desk.inState("unreviewed"), S("late"));
}

void TestBulk::aTagIsAddedAndTakenOff() {
    BulkDesk desk;
    desk.open();
    desk.press("F");
    QTRY_COMPARE(desk.tags("r1"), S("operator_review"));
    for (const auto& [act, count] : {std::pair{BulkAct::addTag, "4"}, std::pair{BulkAct::removeTag, "5"}}) {
        desk.openDialog();
        desk.choose(act);
        desk.press("Tab");
        desk.type("operator_review");
        QTRY_VERIFY2(desk.figures().startsWith(S("%1 rows will change").arg(QLatin1String(count))),
                     qPrintable(desk.figures()));
        QCOMPARE(desk.button().text(), act == BulkAct::addTag ? S("Tag 5 rows with operator_review")
                                                              : S("Take operator_review off 5 rows"));
        desk.press("Return");
        QTRY_COMPARE(desk.tags("r5"), act == BulkAct::addTag ? S("operator_review") : QString());
        QTRY_VERIFY(!desk.notices().isProgressShown());
    }
    QTRY_COMPARE(desk.tags("r1"), QString());
}

void TestBulk::enterInTheTagAppliesAlsoUnderItsPopup() {
    BulkDesk desk;
    desk.open();
    desk.press("F");
    QTRY_VERIFY(desk.find<QLineEdit>("bulkTag").completer()->model()->rowCount() > 0);
    desk.openDialog();
    desk.choose(BulkAct::addTag);
    desk.press("Tab");
    desk.type("oper");
    QWidget* popup = desk.find<QLineEdit>("bulkTag").completer()->popup();
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QVERIFY(desk.dialog().isVisible());
    desk.type("a");
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Return);
    QVERIFY(!desk.dialog().isVisible());
    QTRY_COMPARE(desk.tags("r5"), S("opera"));
}

void TestBulk::lostCorrectionsAreAnnouncedAndKeptAsDrafts() {
    BulkDesk desk;
    desk.open();
    desk.press("E");
    desk.press("Ctrl+A");
    desk.type("Gold");
    desk.press("Ctrl+S");
    QTRY_COMPARE(desk.correction("r1"), S("Gold"));
    desk.press("Esc");
    desk.openDialog();
    desk.choose(BulkAct::reopen);
    QTRY_VERIFY2(desk.figures().contains(S("1 row with a correction loses it")), qPrintable(desk.figures()));
    desk.press("Return");
    QTRY_COMPARE(desk.state("r1"), S("unreviewed"));
    QTRY_COMPARE(desk.draft("r1"), S("Gold"));
    QCOMPARE(desk.editor().toPlainText(), S("Gold"));
    QTRY_VERIFY2(desk.notice().startsWith(S("1 row changed")), qPrintable(desk.notice()));
    desk.press("U");
    QTRY_COMPARE(desk.correction("r1"), S("Gold"));
}

void TestBulk::escapeGoesBackToTheSameRow() {
    BulkDesk desk;
    desk.open();
    desk.press("J");
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r3"));
    desk.openDialog();
    desk.choose(BulkAct::discard);
    desk.press("Esc");
    QVERIFY(!desk.dialog().isVisible());
    QTRY_COMPARE(desk.focus(), S("queueView"));
    QCOMPARE(desk.current(), S("r3"));
    desk.press("A");
    QTRY_COMPARE(desk.inState("accepted"), S("r3"));
    QCOMPARE(desk.inState("discarded"), QString());
}

void TestBulk::whereThereIsNothingToActOnItSaysSo() {
    BulkDesk desk;
    desk.openEmpty();
    desk.press("B");
    QVERIFY2(desk.notice().contains(S("no store is open")), qPrintable(desk.notice()));
    desk.destroyWindow();
    desk.open(S("id:nobody"));
    desk.press("B");
    QVERIFY2(desk.notice().contains(S("no rows")), qPrintable(desk.notice()));
}

void TestBulk::aStoreThatDoesNotTakeItSaysSo() {
    BulkDesk desk;
    desk.open();
    desk.failWrites(true);
    desk.openDialog();
    desk.choose(BulkAct::accept);
    desk.press("Return");
    QTRY_VERIFY2(desk.notice().contains(S("disk is full")), qPrintable(desk.notice()));
    QCOMPARE(desk.inState("accepted"), QString());
}

QTEST_MAIN(TestBulk)
#include "tst_bulk.moc"
