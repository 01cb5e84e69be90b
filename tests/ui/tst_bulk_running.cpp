// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// While an act on the whole result runs: it can be stopped, holds back what would cut into it, and gives way
// to what people decide beside it.
#include "tests/ui/support/many_rows_desk.h"
#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/state/bulk_runner.h"
#include "ui/state/store_session.h"
#include "ui/window/main_window.h"

#include <QPushButton>
#include <QTest>
#include <QThread>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::ManyRowsDesk;
using goldpan::test::WindowDesk;

#define S(text) QStringLiteral(text)

class TestBulkRunning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStoppedActSaysSoAndIsTakenBackWhole();
    void undoWaitsForARunningAct();
    void aRowDecidedByHandMeanwhileKeepsItsDecision();
};

void TestBulkRunning::aStoppedActSaysSoAndIsTakenBackWhole() {
    WindowDesk desk(3000);
    StoreSession session(desk.backend(), desk.store().path());
    BulkRunner runner;
    runner.setStore(&session);
    std::vector<RowId> rows;
    for (int i = 1; i <= 3000; ++i) {
        rows.push_back(RowId{i});
    }
    // The first chunk is followed by nothing before the window has asked to stop.
    const BulkRunner::Act act = [](review::ReviewService& service, std::span<const RowId> ids,
                                   const ProgressFn& progress, const std::stop_token& stop) {
        const auto wait = [&](const Progress& now) {
            progress(now);
            while (!stop.stop_requested()) {
                QThread::yieldCurrentThread();
            }
        };
        return service.decide(ids, review::Decision::discard, wait, stop);
    };
    connect(&runner, &BulkRunner::progressed, &runner, &BulkRunner::cancel);
    std::optional<BulkRunner::Done> ended;
    runner.run(std::make_shared<const std::vector<RowId>>(rows), act,
               [&ended](const BulkRunner::Done& done) { ended = done; });
    QVERIFY(runner.isRunning());
    QTRY_VERIFY(ended);
    QTRY_VERIFY(!runner.isRunning());
    QCOMPARE(ended->outcome.error().code, ErrorCode::cancelled);
    QVERIFY(ended->reached > 0 && ended->reached < 3000);
    QCOMPARE(desk.store().query("SELECT count(*) FROM entry WHERE state = 3"),
             std::to_string(ended->reached));
    desk.open();
    desk.press("U");
    QTRY_COMPARE(desk.store().query("SELECT count(*) FROM entry WHERE state = 3"), std::string("0"));
}

void TestBulkRunning::undoWaitsForARunningAct() {
    ManyRowsDesk desk;
    desk.beginBulk();
    for (const char* id : {"edit.undo", "edit.redo"}) {
        QVERIFY2(desk.window().commands().whyDisabled(QString::fromLatin1(id)).contains(S("running")), id);
    }
    for (const char* id : {"log.import", "export.dialog", "export.again"}) { // these ask first
        QCOMPARE(desk.window().commands().whyDisabled(QString::fromLatin1(id)), QString());
    }
    QVERIFY(desk.window().commands().whyDisabled(S("bulk.open")).contains(S("“Discarding 1,284 rows”")));
    desk.press("U");
    QVERIFY2(desk.notice().contains(S("an act on many rows is running")), qPrintable(desk.notice()));
    QTest::mouseClick(&desk.find<QPushButton>("progressCancel"), Qt::LeftButton);
    desk.letJobsGo();
    QTRY_VERIFY(!desk.notices().isProgressShown());
    QVERIFY2(desk.notice().startsWith(S("The act was stopped after")), qPrintable(desk.notice()));
    QCOMPARE(desk.window().commands().whyDisabled(S("edit.undo")), QString());
}

void TestBulkRunning::aRowDecidedByHandMeanwhileKeepsItsDecision() {
    ManyRowsDesk desk;
    desk.open();
    desk.press("End");
    QTRY_COMPARE(desk.current(), S("r1284"));
    desk.goOnWithBulk(); // the first rows are done
    desk.press("A");
    QTRY_COMPARE(desk.state("r1284"), S("accepted"));
    desk.letJobsGo();
    QTRY_COMPARE(
        desk.notice(),
        S("1,283 rows changed, 1 row left as it is. 1 row decided by hand meanwhile stays so. Undo (U) "
          "takes back what you did since first; History of the store, in the Review menu, undoes it "
          "at once."));
    QCOMPARE(desk.state("r1284"), S("accepted"));
    desk.press("U");
    QTRY_COMPARE(desk.state("r1284"), S("unreviewed"));
    QCOMPARE(desk.discarded(), 1283);
    desk.press("U");
    QTRY_COMPARE(desk.discarded(), 0);
}

QTEST_MAIN(TestBulkRunning)
#include "tst_bulk_running.moc"
