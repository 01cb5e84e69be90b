// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The worker: jobs in order on their own thread, newer ones instead of older ones, nothing late.
#include "tests/ui/support/patience.h"
#include "ui/async/store_worker.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <algorithm>
#include <atomic>
#include <climits>
#include <semaphore>
#include <sys/resource.h>

using namespace goldpan;
using namespace goldpan::ui;

namespace {

std::atomic<int> interrupts = 0;

/// A store with nothing in it; jobs of these tests only use the worker.
class EmptyStore final : public store::Store {
public:
    explicit EmptyStore(std::string path)
        : m_path(std::move(path))
        , m_thread(QThread::currentThread()) {}
    ~EmptyStore() override { Q_ASSERT(m_thread == QThread::currentThread()); }
    store::EntryReader& entries() override { std::abort(); }
    store::QueueReader& queue() override { std::abort(); }
    store::WriteGate& writes() override { std::abort(); }
    store::EventReader& events() override { std::abort(); }
    store::ExportReader& exports() override { std::abort(); }
    store::SavedQueues& savedQueues() override { std::abort(); }
    store::RuleSets& ruleSets() override { std::abort(); }
    store::UserKeys& userKeys() override { std::abort(); }
    store::Ledger& ledger() override { std::abort(); }
    store::Importer& importer() override { std::abort(); }
    store::Upkeep& upkeep() override { std::abort(); }
    store::Reredaction& reredaction() override { std::abort(); }
    store::SearchIndex& searchIndex() override { std::abort(); }
    store::TimelineReader& timeline() override { std::abort(); }
    const std::string& path() const override { return m_path; }
    void interrupt() override { ++interrupts; }

private:
    std::string m_path;
    QThread* m_thread;
};

Result<std::unique_ptr<store::Store>> openEmpty(const std::string& path) {
    if (path.empty()) {
        return fail(ErrorCode::notFound, "no such store");
    }
    return std::make_unique<EmptyStore>(path);
}

using Job = StoreWorker::Job;

} // namespace

class TestStoreWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jobsRunInOrderElsewhereAndAnswerHere();
    void aStoreThatDoesNotOpenAnswersEveryJob();
    void aNewerJobReplacesAnOlderOne();
    void aResultOnItsWayIsDroppedToo();
    void nothingArrivesForAContextThatIsGone();
    void aCancelledJobStillAnswers();
    void writesAreFinishedAtTheEndAndReadsAreNot();
    void partsOfAResultArriveBeforeItsEnd();
    void aWorkerBehindTheScreenIsNicer();
};

void TestStoreWorker::jobsRunInOrderElsewhereAndAnswerHere() {
    StoreWorker worker(QStringLiteral("test"), openEmpty, "a.goldpan");
    QStringList answers;
    for (int number = 0; number < 3; ++number) {
        worker.run<QString>(
            Lane::ordered, this,
            [number](Job& job) -> Result<QString> {
                return QString::number(number) + QString::fromStdString(job.store.path()) +
                       QThread::currentThread()->objectName();
            },
            [&answers, this](Result<QString> result) {
                QCOMPARE(QThread::currentThread(), thread());
                answers << *result;
            });
    }
    QTRY_COMPARE(answers, QStringList({QStringLiteral("0a.goldpantest"), QStringLiteral("1a.goldpantest"),
                                       QStringLiteral("2a.goldpantest")}));
}

void TestStoreWorker::aStoreThatDoesNotOpenAnswersEveryJob() {
    StoreWorker worker(QStringLiteral("test"), openEmpty, "");
    int told = 0;
    for (int number = 0; number < 2; ++number) {
        worker.run<int>(
            Lane::ordered, this, [](Job&) -> Result<int> { return 1; },
            [&told](Result<int> result) {
                QVERIFY(!result);
                QCOMPARE(result.error().code, ErrorCode::notFound);
                ++told;
            });
    }
    QTRY_COMPARE(told, 2);
}

void TestStoreWorker::aNewerJobReplacesAnOlderOne() {
    StoreWorker worker(QStringLiteral("test"), openEmpty, "a.goldpan");
    std::binary_semaphore started{0};
    QStringList answers;
    const auto note = [&answers](Result<QString> result) {
        answers << result.value_or(QStringLiteral("failed"));
    };
    interrupts = 0;
    worker.run<QString>(
        Lane::select, this,
        [&started](Job& job) -> Result<QString> {
            started.release();
            while (!job.stop.stop_requested()) {
                QThread::yieldCurrentThread();
            }
            return QStringLiteral("stopped");
        },
        note);
    started.acquire();
    worker.run<QString>(
        Lane::select, this, [](Job&) -> Result<QString> { return QStringLiteral("second"); }, note);
    worker.run<QString>(
        Lane::select, this, [](Job&) -> Result<QString> { return QStringLiteral("third"); }, note);
    worker.run<QString>(
        Lane::detail, this, [](Job&) -> Result<QString> { return QStringLiteral("other"); }, note);
    QTRY_VERIFY(answers.contains(QStringLiteral("other")));
    QCOMPARE(answers.count(QStringLiteral("stopped")), 0);
    QCOMPARE(answers.last(), QStringLiteral("other"));
    QVERIFY(answers.contains(QStringLiteral("third")));
    QVERIFY2(interrupts >= 1, "a statement in the middle is broken off");
}

void TestStoreWorker::aResultOnItsWayIsDroppedToo() {
    StoreWorker worker(QStringLiteral("test"), openEmpty, "a.goldpan");
    std::binary_semaphore finished{0};
    QStringList answers;
    const auto note = [&answers](Result<QString> result) { answers << *result; };
    worker.run<QString>(
        Lane::select, this, [](Job&) -> Result<QString> { return QStringLiteral("old"); }, note);
    worker.run<int>(
        Lane::ordered, this,
        [&finished](Job&) -> Result<int> {
            finished.release();
            return 0;
        },
        [](Result<int>) {});
    finished.acquire(); // `old` is in the event queue now
    worker.run<QString>(
        Lane::select, this, [](Job&) -> Result<QString> { return QStringLiteral("new"); }, note);
    QTRY_COMPARE(answers, QStringList({QStringLiteral("new")}));
}

void TestStoreWorker::nothingArrivesForAContextThatIsGone() {
    StoreWorker worker(QStringLiteral("test"), openEmpty, "a.goldpan");
    bool late = false;
    bool end = false;
    auto context = std::make_unique<QObject>();
    worker.run<int>(
        Lane::ordered, context.get(), [](Job&) -> Result<int> { return 1; },
        [&late](Result<int>) { late = true; });
    context.reset();
    worker.run<int>(
        Lane::ordered, this, [](Job&) -> Result<int> { return 1; }, [&end](Result<int>) { end = true; });
    QTRY_VERIFY(end);
    QVERIFY(!late);
}

void TestStoreWorker::aCancelledJobStillAnswers() {
    StoreWorker worker(QStringLiteral("test"), openEmpty, "a.goldpan");
    QString answer;
    auto stop = worker.run<QString>(
        Lane::ordered, this,
        [](Job& job) -> Result<QString> {
            while (!job.stop.stop_requested()) {
                QThread::yieldCurrentThread();
            }
            return fail(ErrorCode::cancelled, "stopped");
        },
        [&answer](Result<QString> result) { answer = QString::fromStdString(result.error().message); });
    worker.cancel(stop);
    QTRY_COMPARE(answer, QStringLiteral("stopped"));
}

void TestStoreWorker::writesAreFinishedAtTheEndAndReadsAreNot() {
    for (const auto atEnd : {StoreWorker::AtEnd::finish, StoreWorker::AtEnd::drop}) {
        std::atomic<int> ran = 0;
        {
            StoreWorker worker(QStringLiteral("test"), openEmpty, "a.goldpan", atEnd);
            std::binary_semaphore started{0};
            worker.run<int>(
                Lane::ordered, this,
                [&started, &ran, atEnd](Job& job) -> Result<int> {
                    started.release();
                    while (atEnd == StoreWorker::AtEnd::drop && !job.stop.stop_requested()) {
                        QThread::yieldCurrentThread();
                    }
                    return ++ran;
                },
                [](Result<int>) {});
            started.acquire();
            for (int number = 0; number < 5; ++number) {
                worker.run<int>(
                    Lane::ordered, this, [&ran](Job&) -> Result<int> { return ++ran; }, [](Result<int>) {});
            }
        }
        QCOMPARE(ran.load(), atEnd == StoreWorker::AtEnd::finish ? 6 : 1);
    }
}

void TestStoreWorker::partsOfAResultArriveBeforeItsEnd() {
    StoreWorker worker(QStringLiteral("test"), openEmpty, "a.goldpan");
    QStringList seen;
    worker.run<int>(
        Lane::select, this,
        [&seen](Job& job) -> Result<int> {
            job.post([&seen] { seen << QStringLiteral("part"); });
            return 1;
        },
        [&seen](Result<int>) { seen << QStringLiteral("end"); });
    QTRY_COMPARE(seen, QStringList({QStringLiteral("part"), QStringLiteral("end")}));
}

void TestStoreWorker::aWorkerBehindTheScreenIsNicer() {
    const auto niceOf = [this](ThreadRank rank) {
        StoreWorker worker(QStringLiteral("test"), openEmpty, "a.goldpan", StoreWorker::AtEnd::drop, rank);
        int got = INT_MAX;
        worker.run<int>(
            Lane::ordered, this, [](Job&) -> Result<int> { return ::getpriority(PRIO_PROCESS, 0); },
            [&got](Result<int> nice) { got = nice.value(); });
        [&got] { QTRY_VERIFY(got != INT_MAX); }();
        return got;
    };
    const int own = ::getpriority(PRIO_PROCESS, 0); // the calling thread's, on Linux
    QCOMPARE(niceOf(ThreadRank::normal), own);
    QCOMPARE(niceOf(ThreadRank::background), std::min(own + kBackgroundNice, 19));
    QCOMPARE(::getpriority(PRIO_PROCESS, 0), own);
}

QTEST_MAIN(TestStoreWorker)
#include "tst_store_worker.moc"
