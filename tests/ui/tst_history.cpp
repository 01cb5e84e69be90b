// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The history of the store: every act with who, when, what and how many rows, and any of them taken back from
// there.
#include "core/feedback/event_service.h"
#include "core/review/review_service.h"
#include "tests/ui/support/window_desk.h"
#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/window/main_window.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>
#include <array>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

struct HistoryDesk : WindowDesk {
    using WindowDesk::WindowDesk;

    QTreeWidget& list() { return find<QTreeWidget>("actList"); }
    QPushButton& button() { return find<QPushButton>("historyUndo"); }
    QString message() { return find<QLabel>("historyMessage").text(); }
    void openHistory() {
        window().commands().trigger(S("history.store"));
        QTRY_COMPARE(focus(), S("actList"));
    }
    /// "3 ben 1 accepted", an act each, newest first.
    QStringList acts() {
        QStringList out;
        for (int i = 0; i < list().topLevelItemCount(); ++i) {
            const auto* line = list().topLevelItem(i);
            out << S("%1 %2 %3 %4").arg(line->text(0), line->text(2), line->text(3), line->text(4));
        }
        return out;
    }
    review::ReviewService as(const char* name) {
        return {store().store(), backend().redactor, backend().clock, name};
    }
};

} // namespace

class TestHistory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void actsAreListedNewestFirst();
    void aDriftRunIsUndoneByEnterAndDoneAgain();
    void anActThatWasBuiltOnIsRefusedByName();
    void anUndoItselfIsNotUndone();
    void olderActsAreShownWhenAskedFor();
    void enterNeverUndoesAnActThatWasNotChosen();
    void theActsOfAnotherStoreAreNotThoseOfThis();
    void escapeGoesBackToTheSameRow();
};

void TestHistory::actsAreListedNewestFirst() {
    HistoryDesk desk;
    QVERIFY(desk.as("ben").decide(std::array{desk.store().row("r1"), desk.store().row("r2")},
                                  review::Decision::defer));
    QVERIFY(desk.as("ben").tag(std::array{desk.store().row("r3")}, "cluster:refunds", true));
    desk.open();
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    desk.openHistory();
    QTRY_COMPARE(desk.acts(), QStringList({S("3 ana 1 accepted"), S("2 ben 1 tag added: cluster:refunds"),
                                           S("1 ben 2 deferred")}));
    QVERIFY(desk.list().topLevelItem(0)->text(1).startsWith(S("20")));
    QVERIFY(!desk.find<QPushButton>("historyOlder").isEnabled());
    QVERIFY(desk.as("ben").decide(std::array{desk.store().row("r5")}, review::Decision::discard));
    QTRY_COMPARE(desk.acts().value(0), S("4 ben 1 discarded")); // seen while it is open
}

void TestHistory::aDriftRunIsUndoneByEnterAndDoneAgain() {
    HistoryDesk desk;
    feedback::EventService events(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ben");
    QVERIFY(events.applyDrift({.ts = Timestamp{3 * kMicrosPerHour}, .windowMicros = 2 * kMicrosPerHour}));
    QCOMPARE(desk.tags("r2"), S("drift_window"));
    desk.open();
    desk.openHistory();
    QTRY_COMPARE(desk.acts().size(), 1);
    QCOMPARE(desk.button().text(), S("Undo this act"));
    QCOMPARE(desk.list().topLevelItem(0)->text(4), S("drift window tagged: 1970-01-01 03:00:00 2h"));
    desk.press("Return");
    QTRY_COMPARE(desk.tags("r2"), QString());
    QTRY_VERIFY2(desk.message().startsWith(S("Act 1 is undone: 3 rows")), qPrintable(desk.message()));
    QTRY_COMPARE(desk.acts().size(), 2);
    QVERIFY2(desk.acts()[1].endsWith(S("(undone)")), qPrintable(desk.acts()[1]));
    QCOMPARE(desk.list().currentItem()->text(0), S("1")); // still the chosen one
    QCOMPARE(desk.button().text(), S("Do this act again"));
    desk.press("Return");
    QTRY_COMPARE(desk.tags("r2"), S("drift_window"));
    QTRY_VERIFY2(desk.message().startsWith(S("Act 1 is done again")), qPrintable(desk.message()));
    QTRY_VERIFY(!desk.notices().isProgressShown());
}

void TestHistory::anActThatWasBuiltOnIsRefusedByName() {
    HistoryDesk desk;
    QVERIFY(desk.as("ben").decide(std::array{desk.store().row("r1")}, review::Decision::defer));
    desk.open();
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    desk.openHistory();
    QTRY_COMPARE(desk.acts().size(), 2);
    desk.press("Down");
    desk.press("Return");
    QTRY_VERIFY2(desk.message().contains(S("act 2 (an accept by ana) has built on it")),
                 qPrintable(desk.message()));
    QCOMPARE(desk.state("r1"), S("accepted"));
    desk.press("Up");
    desk.press("Return");
    QTRY_COMPARE(desk.state("r1"), S("deferred"));
}

void TestHistory::anUndoItselfIsNotUndone() {
    HistoryDesk desk;
    desk.open();
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    desk.press("U");
    QTRY_COMPARE(desk.state("r1"), S("unreviewed"));
    desk.openHistory();
    QTRY_COMPARE(desk.acts().size(), 2);
    QVERIFY(!desk.button().isEnabled());
    desk.press("Return");
    QVERIFY(desk.find<QDialog>("storeHistory").isVisible());
    desk.press("Down");
    QVERIFY(desk.button().isEnabled());
}

void TestHistory::olderActsAreShownWhenAskedFor() {
    HistoryDesk desk;
    auto ben = desk.as("ben");
    const std::array row{desk.store().row("r1")};
    for (int times = 0; times < 101; ++times) {
        QVERIFY(ben.tag(row, "x", true));
        QVERIFY(ben.tag(row, "x", false));
    }
    desk.open();
    desk.openHistory();
    QTRY_COMPARE(desk.acts().size(), 200);
    auto& older = desk.find<QPushButton>("historyOlder");
    QVERIFY(older.isEnabled());
    older.setFocus();
    desk.press("Space");
    QTRY_COMPARE(desk.acts().size(), 202);
    QVERIFY(!older.isEnabled());
}

void TestHistory::enterNeverUndoesAnActThatWasNotChosen() {
    HistoryDesk desk;
    auto ben = desk.as("ben");
    const std::array row{desk.store().row("r1")};
    for (int times = 0; times < 100; ++times) {
        QVERIFY(ben.tag(row, "x", true));
        QVERIFY(ben.tag(row, "x", false));
    }
    desk.open();
    desk.openHistory();
    QTRY_COMPARE(desk.acts().size(), 200);
    desk.press("End");
    QCOMPARE(desk.list().currentItem()->text(0), S("1"));
    QVERIFY(desk.button().isEnabled());
    QVERIFY(ben.decide(row, review::Decision::accept)); // act 1 is no longer among the newest
    QTRY_COMPARE(desk.acts().value(0), S("201 ben 1 accepted"));
    QVERIFY(!desk.button().isEnabled());
    desk.find<QDialog>("storeHistory").setFocus();
    desk.list().setFocus();
    desk.press("Return");
    QVERIFY(!desk.button().isEnabled());
    QCOMPARE(desk.message().left(5), S("Enter")); // nothing was begun
    QCOMPARE(desk.state("r1"), S("accepted"));
    desk.press("Home");
    QVERIFY(desk.button().isEnabled());
    desk.press("Return");
    QTRY_COMPARE(desk.state("r1"), S("unreviewed"));
}

void TestHistory::theActsOfAnotherStoreAreNotThoseOfThis() {
    HistoryDesk desk;
    QVERIFY(desk.as("ben").decide(std::array{desk.store().row("r1")}, review::Decision::defer));
    QVERIFY(desk.as("ben").decide(std::array{desk.store().row("r2")}, review::Decision::defer));
    desk.open();
    desk.openHistory();
    QTRY_COMPARE(desk.acts().size(), 2);
    desk.press("Down");
    desk.press("Esc");
    test::StoreBuilder other;
    other.add({test::entry("o1")});
    for (int times = 0; times < 3; ++times) {
        const auto decision = times == 1 ? review::Decision::accept : review::Decision::defer;
        QVERIFY(review::ReviewService(other.store(), desk.backend().redactor, desk.backend().clock, "ben")
                    .decide(std::array{other.row("o1")}, decision));
    }
    desk.window().openPath(QString::fromStdString(other.path()));
    QTRY_COMPARE(desk.current(), S("o1"));
    desk.openHistory();
    QTRY_COMPARE(desk.acts().size(), 3);
    QCOMPARE(desk.list().currentItem()->text(0), S("3"));
}

void TestHistory::escapeGoesBackToTheSameRow() {
    HistoryDesk desk;
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.openHistory();
    desk.press("Esc");
    QVERIFY(!desk.find<QDialog>("storeHistory").isVisible());
    QTRY_COMPARE(desk.focus(), S("queueView"));
    QCOMPARE(desk.current(), S("r2"));
    desk.destroyWindow();
    desk.openEmpty();
    desk.window().commands().trigger(S("history.store"));
    QVERIFY2(desk.notice().contains(S("no store is open")), qPrintable(desk.notice()));
}

QTEST_MAIN(TestHistory)
#include "tst_history.moc"
