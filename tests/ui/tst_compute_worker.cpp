// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The worker without a store: elsewhere, newest wins, nothing late, and its end stops what runs.
#include "tests/ui/support/patience.h"
#include "ui/async/compute_worker.h"

#include <QTest>
#include <QThread>
#include <atomic>
#include <semaphore>
#include <thread>
#include <vector>

using namespace goldpan::ui;

namespace {

using Answer = std::shared_ptr<const int>;

Answer answer(int number) {
    return std::make_shared<const int>(number);
}

} // namespace

class TestComputeWorker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itComputesElsewhereAndAnswersHere() {
        ComputeWorker worker(QStringLiteral("test"));
        std::atomic<QThread*> where = nullptr;
        int got = 0;
        worker.run<int>(
            this,
            [&where](const std::stop_token&) {
                where = QThread::currentThread();
                return answer(42);
            },
            [&got](const Answer& number) {
                got = *number;
                QVERIFY(QThread::currentThread() == qApp->thread());
            });
        QTRY_COMPARE(got, 42);
        QVERIFY(where != QThread::currentThread());
    }

    void theNewestWins() {
        ComputeWorker worker(QStringLiteral("test"));
        std::binary_semaphore begun(0);
        std::binary_semaphore stopped(0);
        std::vector<int> got;
        const auto take = [&got](const Answer& number) { got.push_back(*number); };
        worker.run<int>(
            this,
            [&](const std::stop_token& stop) {
                const std::stop_callback tell(stop, [&stopped] { stopped.release(); });
                begun.release();
                stopped.acquire();
                return answer(1);
            },
            take);
        begun.acquire();
        worker.run<int>(
            this, [](const std::stop_token&) { return answer(2); }, take);
        worker.run<int>(
            this, [](const std::stop_token&) { return answer(3); }, take);
        QTRY_COMPARE(got, std::vector{3});
    }

    void whatIsDroppedNeverArrives() {
        ComputeWorker worker(QStringLiteral("test"));
        std::binary_semaphore done(0);
        std::vector<int> got;
        const auto take = [&got](const Answer& number) { got.push_back(*number); };
        const auto work = [&done](const std::stop_token&) {
            done.release();
            return answer(1);
        };
        worker.run<int>(this, work, take);
        done.acquire();
        worker.drop(); // its result may be on its way already
        {
            QObject context;
            worker.run<int>(&context, work, take);
            done.acquire();
        }
        worker.run<int>(
            this, [](const std::stop_token&) { return answer(2); }, take);
        QTRY_COMPARE(got, std::vector{2});
    }

    void itsEndStopsWhatRuns() {
        std::atomic<bool> stopped = false;
        {
            ComputeWorker worker(QStringLiteral("test"));
            std::binary_semaphore begun(0);
            worker.run<int>(
                this,
                [&](const std::stop_token& stop) {
                    begun.release();
                    while (!stop.stop_requested()) {
                        std::this_thread::yield();
                    }
                    stopped = true;
                    return answer(1);
                },
                [](const Answer&) { QFAIL("nobody is there to answer"); });
            begun.acquire();
        }
        QVERIFY(stopped);
        QCoreApplication::processEvents();
    }
};

QTEST_MAIN(TestComputeWorker)
#include "tst_compute_worker.moc"
