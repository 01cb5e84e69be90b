// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A session of work: how far one is, how fast, and the way back to where one was.
#include "core/feedback/event_service.h"
#include "core/review/review_service.h"
#include "core/store/ledger.h"
#include "core/store/saved_queues.h"
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/queue/queue_model.h"
#include "ui/state/queue_session.h"
#include "ui/state/work_rate.h"
#include "ui/window/main_window.h"
#include "ui/window/settings.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

constexpr std::int64_t kMinute = 60'000'000;

void drift(WindowDesk& desk, std::int64_t hour) {
    feedback::EventService events(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ana");
    QVERIFY(events.applyDrift({.ts = Timestamp{hour * kMicrosPerHour}, .windowMicros = 2 * kMicrosPerHour}));
}

/// As a person would: closes the window, so that it can say good bye.
void restart(WindowDesk& desk, const QString& filter = {}) {
    desk.window().close();
    QTRY_VERIFY(!desk.window().isVisible());
    desk.destroyWindow();
    desk.open(filter);
}

/// What the window reads by itself is read: a question of the operator's is answered after it, and what its
/// answer set off after the next.
void letReaderFinish(WindowDesk& desk) {
    for (int times = 0; times < 4; ++times) {
        desk.press("]");
        QTRY_VERIFY(desk.notice().contains(S("No drift event")));
        desk.notices().closeNotice();
    }
}

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRateIsThatOfTheStretchOneIsIn();
    void theStatusLineTellsHowFarAndHowFast();
    void theRateSurvivesARestart();
    void aDriftWindowTellsHowMuchIsMissing();
    void theRowLastWorkedOnComesBack();
    void theFilterAndTheOrderComeBack();
    void aGivenFilterGoesFirst();
    void eachStoreHasItsOwnPlace();
    void aPlaceThatIsGoneIsTheFirstRow();
    void aKilledWindowRemembersToo();
    void aFilterWithPersonalDataIsNoPlace();
    void aPathWithPersonalDataIsNotKept();
    void theWindowComesBackAsItWas();
    void theNextUnreviewedRowIsLoadedAhead();
    void theNextUnreviewedRowIsLoadedAheadFromAnotherPage();
    void aConnectionElsewhereBringsNewRows();
};

void TestSession::theRateIsThatOfTheStretchOneIsIn() {
    const Timestamp now{1'000 * kMinute};
    const auto ago = [now](std::int64_t minutes) { return Timestamp{now.micros - minutes * kMinute}; };
    QVERIFY(!decisionsPerMinute({}, now));
    QVERIFY(!decisionsPerMinute(std::array{ago(11)}, now));
    QCOMPARE(decisionsPerMinute(std::array{ago(0)}, now), std::optional(1.0)); // not 60 in the first second
    QCOMPARE(decisionsPerMinute(std::array{ago(0), ago(1), ago(2), ago(4)}, now), std::optional(1.0));
    QCOMPARE(decisionsPerMinute(std::array{ago(0), ago(5), ago(100)}, now), std::optional(0.4));
}

void TestSession::theStatusLineTellsHowFarAndHowFast() {
    WindowDesk desk;
    desk.open();
    const auto& line = desk.find<QLabel>("operatorLine");
    QTRY_COMPARE(line.text(), S("ana · 0 corrected today (UTC)"));
    desk.press("E");
    desk.type("Better ");
    desk.press("Ctrl+Return");
    QTRY_COMPARE(line.text(), S("ana · 1 corrected today (UTC) · 1.0/min"));
    desk.press("Escape");
    desk.press("A");
    QTRY_COMPARE(line.text(), S("ana · 1 corrected today (UTC) · 2.0/min"));
    desk.press("U");
    QTRY_COMPARE(line.text(), S("ana · 1 corrected today (UTC) · 1.0/min")); // taken back is not decided
    QCOMPARE(desk.find<QLabel>("driftLine").text(), QString());
}

void TestSession::theRateSurvivesARestart() {
    WindowDesk desk;
    desk.open();
    desk.press("A");
    desk.press("A");
    desk.press("X");
    QTRY_COMPARE(desk.state("r3"), S("discarded"));
    restart(desk);
    QTRY_VERIFY2(desk.find<QLabel>("operatorLine").text().endsWith(S(" · 3.0/min")),
                 qPrintable(desk.find<QLabel>("operatorLine").text()));
    review::ReviewService ben(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ben");
    QVERIFY(ben.decide(std::array{desk.store().row("r4")}, review::Decision::accept));
    desk.press("F5");
    QTRY_VERIFY(desk.find<QLabel>("stateSums").text().startsWith(S("1 unreviewed")));
    QVERIFY(desk.find<QLabel>("operatorLine").text().endsWith(S(" · 3.0/min"))); // ben's are ben's
}

void TestSession::aDriftWindowTellsHowMuchIsMissing() {
    WindowDesk desk(5);
    drift(desk, 2);
    drift(desk, 4); // the rows r2, r3 and r4
    desk.open();
    const auto& line = desk.find<QLabel>("driftLine");
    QTRY_COMPARE(line.text(), S("drift window #2: 0 of 100 corrected, 100 short"));
    review::ReviewService ana(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ana");
    for (const char* id : {"r1", "r3", "r4"}) {
        QVERIFY(ana.correct(desk.store().row(id), "gold", CorrectionSource::operatorWritten));
    }
    QTRY_COMPARE(line.text(), S("drift window #2: 2 of 100 corrected, 98 short"));
    Policy policy;
    policy.driftMinRows = 2;
    QVERIFY(desk.store().store().upkeep().setPolicy(policyToTexts(policy), {}, {}));
    QTRY_COMPARE(line.text(), S("drift window #2: 2 of 2 corrected"));
    policy.driftMinRows = 1; // no more are counted than it takes
    QVERIFY(desk.store().store().upkeep().setPolicy(policyToTexts(policy), {}, {}));
    QTRY_COMPARE(line.text(), S("drift window #2: 1 of 1 corrected"));
    const auto windows = desk.store().store().events().driftWindows();
    QVERIFY(windows);
    desk.store().run("INSERT INTO export_batch(id, created_at, format, path, rows, sha256, spec, published) "
                     "VALUES(1, 0, 'sft', 'x.jsonl', 2, '', '{}', 1)");
    QVERIFY(desk.store().store().ledger().mark({.batch = BatchId{1}, .model = "m2", .markedBy = "ana"},
                                               std::array{windows->back().id}));
    QTRY_COMPARE(line.text(), S("drift window #2: trained on with batch 1"));
}

void TestSession::theRowLastWorkedOnComesBack() {
    WindowDesk desk;
    desk.open();
    desk.press("J");
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r3"));
    restart(desk);
    QCOMPARE(desk.current(), S("r3"));
    QCOMPARE(desk.focus(), S("queueView"));
    QCOMPARE(desk.queue().currentIndex().row(), 2);
}

void TestSession::theFilterAndTheOrderComeBack() {
    WindowDesk desk;
    QVERIFY(desk.store().store().savedQueues().put({"some", "-id:r2", {queue::OrderKey::ts, true}}));
    desk.open();
    desk.press("8");
    QTRY_COMPARE(desk.current(), S("r5"));
    desk.press("J");
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r3"));
    restart(desk);
    QCOMPARE(desk.filter().text(), S("-id:r2"));
    QTRY_COMPARE(desk.cell(0, QueueModel::PromptColumn), S("prompt of r5"));
    QCOMPARE(desk.current(), S("r3"));
    QCOMPARE(desk.queue().model()->rowCount(), 4);
}

void TestSession::aGivenFilterGoesFirst() {
    WindowDesk desk;
    desk.open(S("id:r4"));
    restart(desk, S("id:r2 OR id:r4"));
    QCOMPARE(desk.filter().text(), S("id:r2 OR id:r4"));
    QCOMPARE(desk.current(), S("r4")); // where the row of before is among them it is the current one
    restart(desk, S("id:r1"));
    QCOMPARE(desk.current(), S("r1"));
}

void TestSession::eachStoreHasItsOwnPlace() {
    WindowDesk desk;
    test::StoreBuilder other;
    other.add({test::entry("o1"), test::entry("o2", "2025-06-12T10:00:00")});
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.window().openPath(QString::fromStdString(other.path()));
    QTRY_COMPARE(desk.current(), S("o1"));
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("o2"));
    desk.window().openPath(QString::fromStdString(desk.store().path()));
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.window().openPath(QString::fromStdString(other.path()));
    QTRY_COMPARE(desk.current(), S("o2"));
}

void TestSession::aPlaceThatIsGoneIsTheFirstRow() {
    WindowDesk desk;
    settings::setStorePlace(QString::fromStdString(desk.store().path()),
                            {S("state:unreviewed"), {}, RowId{99}});
    desk.open();
    QCOMPARE(desk.current(), S("r1"));
    settings::setStorePlace(QString::fromStdString(desk.store().path()), {S("no-more:field"), {}, RowId{2}});
    desk.destroyWindow();
    settings::setStorePlace(QString::fromStdString(desk.store().path()), {S("no-more:field"), {}, RowId{2}});
    desk.open(); // a filter that is none any more shows its mistake, and all rows
    QTRY_COMPARE(desk.queue().model()->rowCount(), 5);
    QTRY_COMPARE(desk.current(), S("r2"));
    QVERIFY2(desk.notice().contains(S("column 1")), qPrintable(desk.notice()));
}

void TestSession::aKilledWindowRemembersToo() {
    WindowDesk desk;
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    const QString path = QString::fromStdString(desk.store().path());
    QTRY_COMPARE(settings::storePlace(path).row, desk.store().row("r2")); // before anybody closed anything
}

void TestSession::aFilterWithPersonalDataIsNoPlace() {
    WindowDesk desk;
    desk.open();
    for (const QString& filter :
         {S("\"jane@example.com\" OR response"), S("/jane@example\\.com/ OR response"),
          S("/jane[.]roe@example[.]com/ OR response"), S("response OR prompt")}) {
        const bool isPrivate = filter.contains(S("example"));
        desk.filter().setText(filter);
        desk.filter().setFocus();
        QSignalSpy settled(&desk.window(), &MainWindow::settled);
        desk.press("Return");
        QTRY_VERIFY(!settled.isEmpty()); // r1 was the current row before, too
        QCOMPARE(desk.current(), S("r1"));
        QCOMPARE(desk.notice().contains(S("kept nowhere")), isPrivate);
        desk.press("J");
        QTRY_COMPARE(desk.current(), S("r2"));
        restart(desk);
        QCOMPARE(desk.filter().text(), isPrivate ? QString() : filter); // with a token in it: other rows
        QTRY_COMPARE(desk.current(), S("r2"));
        QSettings().sync();
        for (const QString& key : QSettings().allKeys()) {
            QVERIFY2(!isPrivate || !QSettings().value(key).toString().contains(S("jane")), qPrintable(key));
            QVERIFY2(!QSettings().value(key).toString().contains(S("prompt of")), qPrintable(key));
        }
        desk.press("K");
        QTRY_COMPARE(desk.current(), S("r1"));
    }
}

void TestSession::aPathWithPersonalDataIsNotKept() {
    WindowDesk desk;
    const redact::Redactor& redactor = desk.backend().redactor;
    QVERIFY(!settings::mayKeepPath(S("/data/of jane@example.com.goldpan"), redactor));
    QVERIFY(settings::mayKeepPath(S("/data/2026-06-12/shop.goldpan"), redactor));
    QVERIFY(settings::mayKeepPath(QDir::homePath() + S("/shop.goldpan"), redactor));
    desk.open();
    QTemporaryDir folder;
    const QString path = folder.filePath(S("jane@example.com.goldpan"));
    QVERIFY(QFile::copy(QString::fromStdString(desk.store().path()), path));
    desk.window().openPath(path);
    QTRY_VERIFY2(desk.notice().contains(S("not kept among the recent stores")), qPrintable(desk.notice()));
    QCOMPARE(settings::recentStores(), QStringList{QString::fromStdString(desk.store().path())});
}

void TestSession::theWindowComesBackAsItWas() {
    WindowDesk desk;
    desk.open();
    desk.window().resize(1234, 765);
    auto& across = desk.find<QSplitter>("mainSplitter");
    across.setSizes({400, 834});
    const QList<int> sizes = across.sizes();
    restart(desk);
    QCOMPARE(desk.window().size(), QSize(1234, 765));
    QTRY_COMPARE(desk.find<QSplitter>("mainSplitter").sizes(), sizes);
    QVERIFY(desk.find<QSplitter>("textSplitter").sizes().size() >= 3);
}

void TestSession::theNextUnreviewedRowIsLoadedAhead() {
    WindowDesk desk(40);
    review::ReviewService ana(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ana");
    std::vector<RowId> decided;
    for (int number = 2; number < 40; ++number) {
        decided.push_back(desk.store().row("r" + std::to_string(number)));
    }
    QVERIFY(ana.decide(decided, review::Decision::accept));
    desk.open();
    letReaderFinish(desk);
    desk.press("N"); // and nothing may arrive before the next line
    QCOMPARE(desk.current(), S("r40"));
}

void TestSession::theNextUnreviewedRowIsLoadedAheadFromAnotherPage() {
    constexpr int kRows = QueueModel::kPageRows + 100;
    WindowDesk desk(kRows);
    review::ReviewService ana(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ana");
    std::vector<RowId> decided;
    for (int number = 150; number < 280; ++number) {
        decided.push_back(desk.store().row("r" + std::to_string(number)));
    }
    QVERIFY(ana.decide(decided, review::Decision::accept));
    desk.open(S("is:draft OR state:unreviewed OR state:accepted"));
    desk.queue().setCurrentIndex(desk.queue().model()->index(148, 0));
    QTRY_COMPARE(desk.current(), S("r149"));
    letReaderFinish(desk);
    desk.press("N");
    QCOMPARE(desk.current(), S("r280"));
}

void TestSession::aConnectionElsewhereBringsNewRows() {
    WindowDesk desk(2);
    desk.open();
    const auto elsewhere = desk.store().another();
    std::vector<store::ImportRow> rows;
    for (int number = 0; number < 12; ++number) {
        rows.push_back(test::importRow(test::entry("late" + std::to_string(number)), number + 1));
    }
    auto session = elsewhere->importer().begin("/late.jsonl", "ben");
    QVERIFY(session);
    QVERIFY((*session)->add(rows));
    QVERIFY((*session)->finish());
    const auto& info = desk.find<QLabel>("resultInfo");
    QTRY_VERIFY2(info.text().endsWith(S("12 new, F5")), qPrintable(info.text()));
    QCOMPARE(desk.queue().model()->rowCount(), 2);
    desk.press("F5");
    QTRY_COMPARE(desk.queue().model()->rowCount(), 14);
    QTRY_VERIFY(!info.text().contains(S("new")));
}

QTEST_MAIN(TestSession)
#include "tst_session.moc"
