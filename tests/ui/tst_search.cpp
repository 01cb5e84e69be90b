// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Searching: slow searches show what they have and can be stopped, hits are marked in the texts, and the
// index is built behind it all.
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/common/visible_text.h"
#include "ui/detail/transcript_view.h"
#include "ui/state/index_keeper.h"
#include "ui/state/store_session.h"
#include "ui/state/store_watch.h"
#include "ui/window/main_window.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

int rows(WindowDesk& desk) {
    return desk.queue().model()->rowCount();
}

QString info(WindowDesk& desk) {
    return desk.find<QLabel>("resultInfo").text();
}

void applyFilter(WindowDesk& desk, const char* text) {
    desk.press("Ctrl+F");
    desk.type(text);
    desk.press("Return");
}

/// What is marked in a view, joined by "|".
QString marked(const QPlainTextEdit& view) {
    QStringList out;
    for (const QTextEdit::ExtraSelection& hit : view.extraSelections()) {
        out << hit.cursor.selectedText();
    }
    return out.join(u'|');
}

std::vector<store::IndexStatus> statesOf(const QSignalSpy& spy) {
    std::vector<store::IndexStatus> out;
    for (const auto& call : spy) {
        out.push_back(call.at(0).value<store::IndexStatus>());
    }
    return out;
}

} // namespace

class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSlowSearchShowsWhatItHasAndIsStopped();
    void aSearchWithoutAHitIsStopped();
    void rowsThatCameWhileNothingWasFoundAreShown();
    void aNewQueryReplacesASlowOne();
    void wordsOfTheFilterAreMarked();
    void marksStandWhereTheTextDoes();
    void anotherRowAndAnotherFilterHaveOtherMarks();
    void textBehindTheCapIsMarkedOnceItShows();
    void placesOfBytesAreTold();
    void theIndexIsBuiltBehindTheReview();
    void theIndexKeeperWaitsForOtherWork();
    void theIndexKeeperWaitsWhileManyRowsComeIn();
};

void TestSearch::aSlowSearchShowsWhatItHasAndIsStopped() {
    WindowDesk desk;
    desk.open();
    desk.holdSearches(true);
    applyFilter(desk, "/of r[1-3]$/");
    QTRY_COMPARE(info(desk), S("searching… 3 so far"));
    QCOMPARE(rows(desk), 3);
    QTRY_COMPARE(desk.current(), S("r1"));
    desk.press("J"); // work goes on meanwhile
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("/");
    QTRY_COMPARE(desk.focus(), S("filterBar"));
    desk.press("Escape");
    QCOMPARE(info(desk), S("3 of 5 rows · stopped, F5 searches again"));
    QCOMPARE(desk.focus(), S("queueView"));
    QCOMPARE(desk.current(), S("r2"));
    QVERIFY(desk.notice().isEmpty());
    desk.holdSearches(false);
    desk.press("F5");
    QTRY_VERIFY(info(desk).startsWith(S("3 of 5 rows · ")) && info(desk).endsWith(S("ms")));
}

void TestSearch::rowsThatCameWhileNothingWasFoundAreShown() {
    WindowDesk desk(0);
    desk.open();
    desk.notices().setProgress(S("other work"), {},
                               {}); // no index is built, whose end would show them as well
    desk.holdSearches(true);
    desk.press("F5"); // finds nothing, and takes its time
    QTRY_VERIFY(desk.isASearchHeld());
    QSignalSpy changed(desk.window().findChild<StoreWatch*>(), &StoreWatch::changed);
    desk.store().add({test::entry("late")});
    QTRY_VERIFY(!changed.isEmpty());
    desk.holdSearches(false);
    QTRY_COMPARE(desk.current(), S("late"));
}

void TestSearch::aSearchWithoutAHitIsStopped() {
    WindowDesk desk;
    desk.open();
    desk.holdSearches(true);
    applyFilter(desk, "/nowhere/");
    QTRY_COMPARE(info(desk), S("searching…"));
    desk.press("Escape"); // in the queue, where Return has put the focus
    QCOMPARE(info(desk), S("0 of 5 rows · stopped, F5 searches again"));
    QCOMPARE(rows(desk), 0);
}

void TestSearch::aNewQueryReplacesASlowOne() {
    WindowDesk desk;
    desk.open();
    desk.holdSearches(true);
    applyFilter(desk, "/r[1-3]/");
    QTRY_COMPARE(info(desk), S("searching… 3 so far"));
    desk.holdSearches(false);
    applyFilter(desk, "id:r5");
    QTRY_COMPARE(rows(desk), 1);
    QTRY_COMPARE(desk.current(), S("r5"));
    QTRY_VERIFY(info(desk).startsWith(S("1 of 5 rows · ")));
}

void TestSearch::wordsOfTheFilterAreMarked() {
    WindowDesk desk;
    desk.open(S("response:\"PONSE of\" prompt -id:r2"));
    auto& prompt = desk.find<QPlainTextEdit>("promptView");
    auto& response = desk.find<QPlainTextEdit>("responseView");
    QTRY_COMPARE(marked(prompt), S("prompt"));
    QTRY_COMPARE(marked(response), S("ponse of"));
    const auto format = prompt.extraSelections().at(0).format;
    QVERIFY(format.fontUnderline());
    QVERIFY(format.background().color() != prompt.palette().color(QPalette::Base));
    QVERIFY(!prompt.document()->isModified());
    applyFilter(desk, "/of R./i");
    QTRY_COMPARE(marked(prompt), S("of r1"));
    QTRY_COMPARE(marked(response), S("of r1"));
    desk.press("0");
    QTRY_COMPARE(marked(prompt), QString());
    QCOMPARE(marked(response), QString());
}

void TestSearch::marksStandWhereTheTextDoes() {
    WindowDesk desk(0);
    LogEntry row = test::entry("r1");
    row.prompt = "\u202E\r\n👍 退款 \u200B[EMAIL] refund\r" + std::string(9000, 'x') + " Refund";
    desk.store().add({row});
    desk.open(S("退款 OR refund OR \"\u200B[email]\""));
    QTRY_COMPARE(marked(desk.find<QPlainTextEdit>("promptView")), S("退款|⟨U+200B⟩[EMAIL]|refund|Refund"));
}

void TestSearch::anotherRowAndAnotherFilterHaveOtherMarks() {
    WindowDesk desk;
    desk.open(S("prompt:/r[0-9]/"));
    auto& prompt = desk.find<QPlainTextEdit>("promptView");
    QTRY_COMPARE(marked(prompt), S("r1"));
    desk.press("J");
    QTRY_COMPARE(marked(prompt), S("r2"));
    QCOMPARE(marked(desk.find<QPlainTextEdit>("responseView")), QString());
}

void TestSearch::textBehindTheCapIsMarkedOnceItShows() {
    WindowDesk desk(0);
    LogEntry row = test::entry("r1");
    row.prompt = "needle at first\n" + std::string(kVisibleBytes, 'x') + " and a needle";
    desk.store().add({row});
    desk.open(S("needle"));
    auto& view = desk.find<TranscriptView>("promptView");
    QTRY_COMPARE(marked(view), S("needle"));
    view.showMore();
    QTRY_COMPARE(marked(view), S("needle|needle"));
}

void TestSearch::placesOfBytesAreTold() {
    const std::array<std::size_t, 6> bytes{0, 2, 3, 5, 9, 100};
    const auto shown = makeVisible(std::string_view("a\r\né👍\0z", 11), 100, bytes);
    QCOMPARE(shown.text, S("a\né👍⟨U+0000⟩z"));
    QCOMPARE(shown.places, (std::vector<int>{0, 1, 2, 3, 5, 14}));
    const auto cut = makeVisible("abcdef", 3, std::array<std::size_t, 2>{1, 5});
    QCOMPARE(cut.places, (std::vector<int>{1, 3}));
}

void TestSearch::theIndexIsBuiltBehindTheReview() {
    WindowDesk desk;
    desk.open();
    QTRY_COMPARE_WITH_TIMEOUT(desk.find<QLabel>("indexState").text(), S("index ready"), 30'000);
    QCOMPARE(desk.store().store().searchIndex().status()->state, store::IndexState::ready);
    desk.store().add({test::entry("late")}, "/more");
    QTRY_COMPARE_WITH_TIMEOUT(desk.store().store().searchIndex().status()->covered, 6, 30'000);
    QTRY_COMPARE(desk.find<QLabel>("indexState").text(), S("index ready"));
}

void TestSearch::theIndexKeeperWaitsForOtherWork() {
    qRegisterMetaType<store::IndexStatus>();
    WindowDesk desk;
    StoreSession session(desk.backend(), desk.store().path());
    IndexKeeper keeper(std::chrono::milliseconds(0));
    QSignalSpy changed(&keeper, &IndexKeeper::changed);
    keeper.setStore(&session);
    keeper.hold(true);
    keeper.look({.rows = 5});
    QCoreApplication::processEvents();
    QVERIFY(!keeper.isBuilding());
    QCOMPARE(statesOf(changed).back().state, store::IndexState::missing);
    keeper.hold(false);
    QTRY_COMPARE(statesOf(changed).back().state, store::IndexState::ready);
    QTRY_VERIFY(!keeper.isBuilding());
    QCOMPARE(statesOf(changed).back().covered, 5);
    keeper.setStore(nullptr);
}

void TestSearch::theIndexKeeperWaitsWhileManyRowsComeIn() {
    WindowDesk desk;
    StoreSession session(desk.backend(), desk.store().path());
    IndexKeeper keeper(std::chrono::seconds(1));
    keeper.setStore(&session);
    keeper.look({.rows = 5});
    QTest::qWait(600);
    keeper.look({.rows = 6}); // as a log that is followed: no reason to wait any longer
    QElapsedTimer since;
    qint64 began = -1;
    connect(&keeper, &IndexKeeper::buildingChanged, this, [&](bool isBuilding) {
        if (isBuilding && began < 0) {
            began = since.elapsed();
        }
    });
    since.start();
    keeper.look({.rows = 50'000});
    QTRY_VERIFY(began >= 0);
    const bool isCountedAnew = began >= 900;
    QTRY_VERIFY(!keeper.isBuilding());
    keeper.setStore(nullptr);
    QVERIFY2(isCountedAnew, qPrintable(QString::number(began)));
}

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
