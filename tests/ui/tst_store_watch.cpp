// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the watch over a store tells, and what it does not take for a change by others.
#include "ui/state/store_watch.h"

#include "core/store/saved_queues.h"
#include "tests/ui/support/window_desk.h"
#include "ui/state/store_session.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <semaphore>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

/// Waits, without taking answers, until the worker has done all that waits for it.
void letItFinish(StoreWorker& worker, QObject* context) {
    std::binary_semaphore done(0);
    worker.run<int>(
        Lane::ordered, context,
        [&done](StoreWorker::Job&) -> Result<int> {
            done.release();
            return 0;
        },
        [](const Result<int>&) {});
    done.acquire();
}

/// Looks now, and waits for the answer.
void look(StoreWatch& watch, StoreSession& session, QObject* context) {
    watch.markSeen();
    bool answered = false;
    session.counter.run<int>(
        Lane::ordered, context, [](StoreWorker::Job&) -> Result<int> { return 0; },
        [&answered](const Result<int>&) { answered = true; }); // after the look's
    QTRY_VERIFY(answered);
}

} // namespace

class TestStoreWatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figuresBegunBeforeASaveDoNotBringTheOldListBack();
    void commitsOfTheOwnIndexAreNoChange();
    void figuresRestWhileOthersWrite();
};

void TestStoreWatch::figuresBegunBeforeASaveDoNotBringTheOldListBack() {
    WindowDesk desk;
    StoreSession session(desk.backend(), desk.store().path());
    StoreWatch watch;
    std::vector<std::vector<store::SavedQueue>> lists;
    connect(&watch, &StoreWatch::counted, this,
            [&lists](const Figures& figures) { lists.push_back(figures.savedQueues); });
    watch.setStore(&session);
    letItFinish(session.counter, this); // the figures are read, and nobody has taken them
    auto& queues = desk.store().store().savedQueues();
    QVERIFY(queues.put({"fresh", "id:r1", {}}));
    watch.setSavedQueues(queues.list().value());
    QTRY_VERIFY(lists.size() >= 2); // the old figures, then those after the save
    for (const auto& list : lists) {
        QCOMPARE(list.size(), std::size_t{1});
        QCOMPARE(list.front().name, std::string("fresh"));
    }
    QVERIFY(queues.remove("fresh")); // by another program: what is read later is believed
    watch.countSoon();
    QTRY_VERIFY(lists.back().empty());
}

void TestStoreWatch::figuresRestWhileOthersWrite() {
    constexpr unsigned long kSlowMs = 400;
    WindowDesk desk;
    StoreSession session(desk.backend(), desk.store().path());
    StoreWatch watch;
    std::vector<std::int64_t> rows;
    connect(&watch, &StoreWatch::counted, this,
            [&rows](const Figures& figures) { rows.push_back(figures.stats.rows); });
    watch.setStore(&session);
    QTRY_COMPARE(rows.size(), std::size_t{1});
    session.counter.run<int>(
        Lane::ordered, this,
        [](StoreWorker::Job&) -> Result<int> {
            QThread::msleep(kSlowMs);
            return 0;
        },
        [](const Result<int>&) {});
    watch.countSoon();
    QTRY_COMPARE(rows.size(), std::size_t{2});
    desk.store().add({test::entry("new")});
    look(watch, session, this);
    QTest::qWait(kSlowMs); // it took longer than two thirds of that, and rests for thrice as long
    QCOMPARE(rows.size(), std::size_t{2});
    watch.countSoon(); // one's own acts are counted at once
    QTRY_COMPARE(rows.size(), std::size_t{3});
    QCOMPARE(rows.back(), rows.front() + 1);
    desk.store().add({test::entry("newer")});
    look(watch, session, this);
    QTRY_COMPARE(rows.size(), std::size_t{4}); // when it is time
    QCOMPARE(rows.back(), rows.front() + 2);
}

void TestStoreWatch::commitsOfTheOwnIndexAreNoChange() {
    WindowDesk desk;
    StoreSession session(desk.backend(), desk.store().path());
    StoreWatch watch;
    const QSignalSpy changes(&watch, &StoreWatch::changed);
    watch.setStore(&session);
    look(watch, session, this);
    watch.setIndexing(true);
    QVERIFY(desk.store().store().searchIndex().build({.stretch = 2, .rest = {}}, {}, {}));
    look(watch, session, this);
    look(watch, session, this);
    QCOMPARE(changes.size(), 0);
    desk.store().add({test::entry("r9")});
    QTRY_COMPARE(changes.size(), 1);
    QVERIFY(desk.store().store().savedQueues().put({"by another", "id:r1", {}}));
    look(watch, session, this);
    QCOMPARE(changes.size(), 1);
    watch.setIndexing(false);
    QTRY_COMPARE(changes.size(), 2); // whatever else came meanwhile
    look(watch, session, this);
    QCOMPARE(changes.size(), 2);
}

QTEST_MAIN(TestStoreWatch)
#include "tst_store_watch.moc"
