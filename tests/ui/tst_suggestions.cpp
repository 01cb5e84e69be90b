// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A stronger model's answer: shown, taken over with G, saved by the operator and told apart from their own.
#include "core/review/review_service.h"
#include "tests/ui/support/window_desk.h"
#include "ui/detail/correction_editor.h"
#include "ui/queue/queue_model.h"

#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

void suggest(WindowDesk& desk, const char* id, const char* text) {
    review::ReviewService service(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ben");
    QVERIFY(service.importSuggestions(std::vector<review::RowText>{{id, text}}));
}

QString source(WindowDesk& desk, const char* id) {
    return QString::fromStdString(
        desk.store().query("SELECT source || ' ' || operator FROM gold_corrections WHERE request_id = '" +
                           std::string(id) + "'"));
}

/// Own words in r1, in the store, for which there is a suggestion too.
void openWithDraftAndSuggestion(WindowDesk& desk) {
    suggest(desk, "r1", "Better");
    desk.open();
    desk.press("E");
    desk.type("Mine ");
    desk.press("Escape");
    QTRY_COMPARE(desk.draft("r1"), S("Mine response of r1"));
}

} // namespace

class TestSuggestions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRowShowsThatThereIsOne();
    void takenAndSavedItIsTheModels();
    void editedItIsTheOperators();
    void takingItIsTakenBackInTheEditor();
    void withoutOneTheKeySaysWhy();
    void anImportBesideTheWindowShows();
    void undoGivesTheDraftBack();
    void takingItNeverLosesADraft();
    void aDraftIsKeptWhereItsReplacingFailsAtFirst();
    void aDraftIsKeptWhereOnlyALaterWriteSucceeds();
};

void TestSuggestions::theRowShowsThatThereIsOne() {
    WindowDesk desk;
    suggest(desk, "r2", "Better");
    desk.open();
    auto& button = desk.find<QToolButton>("suggestionButton");
    QVERIFY(!button.isVisible());
    const auto state = [&desk](int row, int role) { return desk.queue().model()->index(row, 0).data(role); };
    QTRY_VERIFY(state(1, QueueModel::SuggestionRole).toBool());
    QVERIFY(!state(0, QueueModel::SuggestionRole).toBool());
    QCOMPARE(state(1, Qt::AccessibleTextRole).toString(), S("unreviewed, has a suggestion"));
    desk.press("J");
    QTRY_VERIFY(button.isVisible());
    QVERIFY(button.text().endsWith(S(" · G")));
    QCOMPARE(desk.editor().toPlainText(), S("response of r2")); // offered, not put there
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(desk.editor().toPlainText(), S("Better"));
    desk.press("K");
    QTRY_VERIFY(!button.isVisible());
}

void TestSuggestions::takenAndSavedItIsTheModels() {
    WindowDesk desk;
    suggest(desk, "r1", "Better");
    desk.open();
    desk.press("G");
    QCOMPARE(desk.editor().toPlainText(), S("Better"));
    QCOMPARE(desk.focus(), S("queueView"));
    QTRY_COMPARE(desk.draft("r1"), S("Better"));
    QCOMPARE(desk.state("r1"), S("unreviewed")); // the operator still saves it
    desk.press("G");
    QVERIFY2(desk.notice().contains(S("already")), qPrintable(desk.notice()));
    desk.press("E");
    desk.press("Ctrl+Return");
    QTRY_COMPARE(desk.state("r1"), S("corrected"));
    QCOMPARE(source(desk, "r1"), S("model ana"));
    QCOMPARE(desk.tags("r1"), S("operator_review"));
}

void TestSuggestions::editedItIsTheOperators() {
    WindowDesk desk;
    suggest(desk, "r1", "Better");
    desk.open();
    desk.press("G");
    desk.press("E");
    desk.press("Ctrl+End");
    desk.type("!");
    desk.press("Ctrl+S");
    QTRY_COMPARE(desk.correction("r1"), S("Better!"));
    QCOMPARE(source(desk, "r1"), S("operator ana"));
    desk.press("Backspace");
    desk.press("Ctrl+S");
    QTRY_COMPARE(source(desk, "r1"), S("model ana"));
}

void TestSuggestions::takingItIsTakenBackInTheEditor() {
    WindowDesk desk;
    suggest(desk, "r1", "Better");
    desk.open();
    desk.press("E");
    desk.type("Mine ");
    desk.press("Escape");
    desk.press("G");
    QCOMPARE(desk.editor().toPlainText(), S("Better"));
    desk.press("E");
    desk.press("Ctrl+Z");
    QCOMPARE(desk.editor().toPlainText(), S("Mine response of r1"));
    QTRY_COMPARE(desk.draft("r1"), S("Mine response of r1"));
}

void TestSuggestions::withoutOneTheKeySaysWhy() {
    WindowDesk desk;
    desk.open();
    desk.press("G");
    QVERIFY2(desk.notice().contains(S("this row has no suggestion")), qPrintable(desk.notice()));
    QCOMPARE(desk.editor().toPlainText(), S("response of r1"));
    WindowDesk empty(0);
    empty.openEmpty();
    empty.press("G");
    QVERIFY2(empty.notice().contains(S("no row")), qPrintable(empty.notice()));
}

void TestSuggestions::anImportBesideTheWindowShows() {
    WindowDesk desk;
    desk.open();
    suggest(desk, "r1", "Better");
    QTRY_VERIFY(desk.find<QToolButton>("suggestionButton").isVisible());
    QTRY_VERIFY(desk.queue().model()->index(0, 0).data(QueueModel::SuggestionRole).toBool());
    desk.press("G");
    QCOMPARE(desk.editor().toPlainText(), S("Better"));
}

void TestSuggestions::undoGivesTheDraftBack() {
    WindowDesk desk;
    suggest(desk, "r1", "Better");
    desk.open();
    desk.press("G");
    desk.press("E");
    desk.press("Ctrl+S");
    QTRY_COMPARE(source(desk, "r1"), S("model ana"));
    desk.press("Escape");
    desk.press("U");
    QTRY_COMPARE(desk.state("r1"), S("unreviewed"));
    QCOMPARE(source(desk, "r1"), QString());
    desk.press("Shift+U");
    QTRY_COMPARE(source(desk, "r1"), S("model ana"));
}

void TestSuggestions::takingItNeverLosesADraft() {
    WindowDesk desk;
    suggest(desk, "r1", "Better");
    desk.open();
    desk.press("E");
    desk.type("Mine ");
    desk.press("Escape");
    desk.press("G");
    QTRY_COMPARE(desk.draft("r1"), S("Better"));
    QTRY_COMPARE(desk.editor().toPlainText(), S("Better"));
    QTRY_VERIFY2(desk.notice().contains(S("U brings your own draft back")), qPrintable(desk.notice()));
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.destroyWindow(); // as a crash would leave it
    desk.open();
    desk.press("U");
    QTRY_COMPARE(desk.draft("r1"), S("Mine response of r1"));
    QTRY_COMPARE(desk.current(), S("r1"));
    QTRY_COMPARE(desk.editor().toPlainText(), S("Mine response of r1"));
    desk.press("Shift+U");
    QTRY_COMPARE(desk.draft("r1"), S("Better"));
    QTRY_COMPARE(desk.editor().toPlainText(), S("Better"));
    desk.press("U"); // while the row stands there
    QTRY_COMPARE(desk.editor().toPlainText(), S("Mine response of r1"));
    QCOMPARE(desk.draft("r1"), S("Mine response of r1"));
}

void TestSuggestions::aDraftIsKeptWhereItsReplacingFailsAtFirst() {
    WindowDesk desk;
    openWithDraftAndSuggestion(desk);
    desk.failWrites(true);
    desk.press("G");
    QTRY_VERIFY2(desk.notice().startsWith(S("The draft is not on disk yet")), qPrintable(desk.notice()));
    QCOMPARE(desk.draft("r1"), S("Mine response of r1"));
    desk.failWrites(false);
    desk.press("J"); // tries again
    QTRY_COMPARE(desk.draft("r1"), S("Better"));
    desk.press("U");
    QTRY_COMPARE(desk.draft("r1"), S("Mine response of r1"));
}

void TestSuggestions::aDraftIsKeptWhereOnlyALaterWriteSucceeds() {
    WindowDesk desk;
    openWithDraftAndSuggestion(desk);
    desk.failNextWrites(1);
    // Both writes are on their way before it is known that the first fails.
    QTest::keyClick(&desk.queue(), Qt::Key_G);
    auto cursor = desk.editor().textCursor();
    cursor.insertText(S("x"));
    desk.press("J");
    QTRY_VERIFY(desk.draft("r1").contains(S("Better")));
    desk.press("U");
    QTRY_COMPARE(desk.draft("r1"), S("Mine response of r1"));
}

QTEST_MAIN(TestSuggestions)
#include "tst_suggestions.moc"
