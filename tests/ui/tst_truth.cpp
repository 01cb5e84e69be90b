// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says and holds is so, also between two keys that follow each other fast.
#include "core/feedback/event_service.h"
#include "core/review/review_service.h"
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/queue/queue_model.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
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

} // namespace

class TestTruth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDraftIsThereWhenItsRowComesBackAtOnce();
    void aSaveIsToldWhileItRunsAndWhenItIsDone();
    void theStateLineFollowsAReopenedRow();
    void theStateLineFollowsAnUndo();
    void theStateLineForgetsWordsThatWereAccepted();
    void driftWindowsAreSteppedTwiceByTwoKeys();
    void homeAndEndAreTheQueues();
    void figuresStandUnderTheirTitles();
    void theFilterIsReachedFromTheKeySheet();
    void tagsDoNotCoverTheirButton();
    void whatMattersFitsASmallWindow();
    void withoutARowNothingPretends();
    void wordsOutliveACorrectionFromElsewhere();
    void anAcceptedCorrectionIsShownAsTheDraftItIs();
    void anotherQueryTakesTheNewRowsIn();
    void theLastPageIsWholeWhenItGrewWhileItWasRead();
};

void TestTruth::aDraftIsThereWhenItsRowComesBackAtOnce() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("one ");
    QTRY_COMPARE(desk.draft("r1"), S("one response of r1"));
    QTRY_VERIFY(stateLine(desk).contains(S("durable ")));
    desk.press("Escape");
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("K");
    QTRY_COMPARE(desk.current(), S("r1"));
    QCOMPARE(desk.editor().toPlainText(), S("one response of r1"));
    desk.press("E");
    desk.type("two "); // on top of the draft, not of the response
    QTRY_COMPARE(desk.draft("r1").size(), S("two one response of r1").size());
}

void TestTruth::aSaveIsToldWhileItRunsAndWhenItIsDone() {
    WindowDesk desk;
    desk.open();
    const auto saving = [&desk] {
        return desk.queue().model()->index(0, 0).data(QueueModel::SavingRole).toBool();
    };
    desk.press("E");
    desk.type("Better: ");
    desk.press("Ctrl+S"); // nothing of the writer can have arrived before the next turn of the loop
    QVERIFY2(stateLine(desk).contains(S("saving")), qPrintable(stateLine(desk)));
    QVERIFY(saving());
    QTRY_VERIFY(stateLine(desk).contains(S("saved")));
    QVERIFY(!saving());
    QCOMPARE(desk.correction("r1"), S("Better: response of r1")); // and not a moment before
}

void TestTruth::theStateLineFollowsAReopenedRow() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("Better: ");
    desk.press("Ctrl+S");
    QTRY_VERIFY(stateLine(desk).contains(S("saved")));
    desk.press("Escape");
    desk.press("R");
    QTRY_COMPARE(desk.state("r1"), S("unreviewed"));
    QTRY_VERIFY2(stateLine(desk).startsWith(S("draft")), qPrintable(stateLine(desk)));
    QCOMPARE(desk.editor().toPlainText(), S("Better: response of r1"));
}

void TestTruth::theStateLineFollowsAnUndo() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("Better: ");
    desk.press("Ctrl+S");
    QTRY_VERIFY(stateLine(desk).contains(S("saved")));
    desk.press("Escape");
    desk.press("U");
    QTRY_COMPARE(desk.state("r1"), S("unreviewed"));
    QTRY_VERIFY2(!stateLine(desk).contains(S("saved")), qPrintable(stateLine(desk)));
}

void TestTruth::theStateLineForgetsWordsThatWereAccepted() {
    WindowDesk desk(1);
    desk.open();
    desk.press("E");
    desk.type("x");
    desk.press("Backspace");
    desk.press("Ctrl+Return");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    QTRY_VERIFY2(!stateLine(desk).contains(S("draft")), qPrintable(stateLine(desk)));
}

void TestTruth::driftWindowsAreSteppedTwiceByTwoKeys() {
    WindowDesk desk;
    feedback::EventService events(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ana");
    for (const std::int64_t hour : {1, 3}) {
        QVERIFY(events.applyDrift({.ts = Timestamp{hour * kMicrosPerHour}, .windowMicros = kMicrosPerHour}));
    }
    desk.open();
    desk.press("]");
    desk.press("]");
    QTRY_COMPARE(desk.filter().text(), S("drift:2"));
}

void TestTruth::homeAndEndAreTheQueues() {
    WindowDesk desk(500);
    desk.open();
    desk.press("End");
    QTRY_COMPARE(desk.current(), S("r500"));
    QCOMPARE(desk.queue().currentIndex().row(), 499);
    desk.press("Home");
    QTRY_COMPARE(desk.current(), S("r1"));
}

void TestTruth::figuresStandUnderTheirTitles() {
    WindowDesk desk;
    desk.open();
    const auto* model = desk.queue().model();
    QTRY_VERIFY(!desk.cell(0, QueueModel::PromptColumn).isEmpty());
    const int title =
        model->headerData(QueueModel::LogprobColumn, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    QCOMPARE(title, model->index(0, QueueModel::LogprobColumn).data(Qt::TextAlignmentRole).toInt());
}

void TestTruth::theFilterIsReachedFromTheKeySheet() {
    WindowDesk desk;
    desk.open();
    for (const char* key : {"Ctrl+F", "F6"}) {
        desk.press("F1");
        desk.press(key);
        QVERIFY2(desk.queue().isVisible(), key);
        QVERIFY2(QApplication::focusWidget() != nullptr && QApplication::focusWidget()->isVisible(), key);
        desk.find<QWidget>("queueView").setFocus();
    }
    desk.press("F1");
    desk.press("Ctrl+F");
    QCOMPARE(desk.focus(), S("filterBar"));
}

void TestTruth::tagsDoNotCoverTheirButton() {
    WindowDesk desk;
    desk.open();
    desk.press("F");
    QTRY_COMPARE(desk.tags("r1"), S("operator_review"));
    auto& strip = desk.find<QWidget>("tagStrip");
    QTRY_VERIFY(strip.findChild<QWidget*>(S("tagName")) != nullptr);
    auto& add = desk.find<QWidget>("tagAdd");
    const auto* chip = strip.findChild<QWidget*>(S("tagName"))->parentWidget();
    QTRY_VERIFY(!chip->geometry().isEmpty());
    QTRY_VERIFY(add.isVisible() && !add.geometry().intersects(chip->geometry()));
    QVERIFY(strip.rect().contains(add.geometry()));
}

void TestTruth::whatMattersFitsASmallWindow() {
    WindowDesk desk;
    desk.open();
    desk.window().resize(1000, 640);
    auto& logprob = desk.find<QLabel>("metaLogprob");
    QTRY_VERIFY(logprob.width() >= logprob.fontMetrics().horizontalAdvance(logprob.text()));
    const QHeaderView* header = desk.queue().horizontalHeader();
    QTRY_COMPARE(desk.queue().horizontalScrollBar()->maximum(), 0);
    QCOMPARE(header->length(), desk.queue().viewport()->width());
    QVERIFY(header->sectionSize(QueueModel::PromptColumn) > desk.queue().fontMetrics().height() * 4);
}

void TestTruth::withoutARowNothingPretends() {
    WindowDesk desk;
    desk.openEmpty();
    QVERIFY(!desk.find<QWidget>("tagAdd").isEnabled());
    QVERIFY(!desk.editor().isEnabled());
    QVERIFY(!desk.find<QPlainTextEdit>("responseView").placeholderText().contains(S("empty")));
    desk.press("A");
    QVERIFY(desk.notice().contains(S("no row")));
}

void TestTruth::wordsOutliveACorrectionFromElsewhere() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("mine ");
    QTRY_COMPARE(desk.draft("r1"), S("mine response of r1"));
    review::ReviewService elsewhere(desk.store().store(), desk.backend().redactor, desk.backend().clock,
                                    "ana");
    QVERIFY(elsewhere.correct(desk.store().row("r1"), "other words", CorrectionSource::operatorWritten));
    QCOMPARE(desk.draft("r1"), QString());
    QTRY_COMPARE(desk.draft("r1"), S("mine response of r1"));
    QCOMPARE(desk.correction("r1"), S("other words"));
    QCOMPARE(desk.editor().toPlainText(), S("mine response of r1"));
}

void TestTruth::anAcceptedCorrectionIsShownAsTheDraftItIs() {
    WindowDesk desk(1);
    desk.open();
    desk.press("E");
    desk.type("Better: ");
    desk.press("Ctrl+S");
    QTRY_COMPARE(desk.state("r1"), S("corrected"));
    desk.press("Ctrl+Shift+R");
    desk.press("Ctrl+Return");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    QTRY_COMPARE(desk.editor().toPlainText(), desk.draft("r1"));
    QTRY_VERIFY2(stateLine(desk).contains(S("draft")), qPrintable(stateLine(desk)));
}

void TestTruth::anotherQueryTakesTheNewRowsIn() {
    WindowDesk desk(2);
    desk.open();
    auto& info = desk.find<QLabel>("resultInfo");
    desk.store().add({test::entry("late")});
    QTRY_VERIFY(info.text().endsWith(S("1 new, F5")));
    desk.press("0");
    QTRY_COMPARE(desk.queue().model()->rowCount(), 3);
    QTRY_VERIFY2(!info.text().contains(S("new")), qPrintable(info.text()));
}

void TestTruth::theLastPageIsWholeWhenItGrewWhileItWasRead() {
    QueueModel model;
    std::vector<std::vector<RowId>> asked;
    connect(&model, &QueueModel::pageWanted, this,
            [&asked](quint64, int, const std::vector<RowId>& ids) { asked.push_back(ids); });
    model.setIds({RowId{1}, RowId{2}});
    (void)model.index(0, QueueModel::PromptColumn).data();
    QTRY_COMPARE(asked.size(), std::size_t{1});
    model.appendIds({RowId{3}});
    QTRY_COMPARE(asked.size(), std::size_t{2});
    QCOMPARE(asked.back().size(), std::size_t{3});
}

QTEST_MAIN(TestTruth)
#include "tst_truth.moc"
