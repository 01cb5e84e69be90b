// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The review session where its workers answer in an unusual order.
#include "tests/ui/support/window_desk.h"
#include "ui/state/queue_session.h"
#include "ui/state/review_session.h"
#include "ui/state/store_session.h"

#include <QSignalSpy>
#include <QTest>

#include <latch>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

/// Keeps the reader at work until it goes, so that no row is read meanwhile.
class BusyReader {
public:
    explicit BusyReader(StoreSession& session) {
        session.reader.run<int>(
            Lane::ordered, &m_context,
            [done = m_done](StoreWorker::Job&) -> Result<int> {
                done->wait();
                return 0;
            },
            [](const Result<int>&) {});
    }
    ~BusyReader() { m_done->count_down(); }
    BusyReader(const BusyReader&) = delete;
    BusyReader& operator=(const BusyReader&) = delete;

private:
    std::shared_ptr<std::latch> m_done = std::make_shared<std::latch>(1);
    QObject m_context;
};

} // namespace

class TestReviewSession final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSaveThatOvertakesItsRowShowsIt();
};

void TestReviewSession::aSaveThatOvertakesItsRowShowsIt() {
    WindowDesk desk;
    StoreSession store(desk.backend(), desk.store().path());
    QueueSession queue;
    ReviewSession review(queue);
    queue.setStore(&store);
    review.setStore(&store);
    QSignalSpy finished(&queue, &QueueSession::finished);
    queue.setFilter({});
    QTRY_COMPARE(finished.size(), 1);
    QSignalSpy loaded(&review, &ReviewSession::detailLoaded);
    QSignalSpy refreshed(&review, &ReviewSession::detailRefreshed);
    {
        const BusyReader busy(store);
        review.setCurrent(0);
        QVERIFY(review.isLoading());
        review.decide(review::Decision::accept);
        // Who waits for the row hears of it once, from the act, as if the reader had been first.
        QTRY_COMPARE(loaded.size(), 1);
        QVERIFY(!review.isLoading());
        QCOMPARE(review.detail()->record.state, ReviewState::accepted);
        QCOMPARE(refreshed.size(), 0);
    }
    QTRY_COMPARE(refreshed.size(), 1); // the reader's answer, late
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(desk.state("r1"), S("accepted"));
    queue.setStore(nullptr);
    review.setStore(nullptr);
}

QTEST_MAIN(TestReviewSession)
#include "tst_review_session.moc"
