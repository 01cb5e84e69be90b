// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The queue's model: never waits, asks for what is looked at, keeps rows in place.
#include "core/domain/tag.h"
#include "tests/ui/support/patience.h"
#include "ui/queue/queue_model.h"
#include "ui/queue/queue_view.h"

#include <QAbstractItemModelTester>
#include <QPaintEvent>
#include <QSignalSpy>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;

namespace {

std::vector<RowId> ids(int from, int to) {
    std::vector<RowId> out;
    for (int value = from; value <= to; ++value) {
        out.push_back(RowId{value});
    }
    return out;
}

queue::QueueRow row(RowId id) {
    queue::QueueRow out;
    out.id = id;
    out.requestId = "r" + std::to_string(id.value);
    out.ts = Timestamp{id.value * 1'000'000};
    out.preview = "prompt " + std::to_string(id.value);
    return out;
}

/// Stands for the reader: notes what is asked for and answers when it is told to.
class Shelf : public QObject {
public:
    explicit Shelf(QueueModel& model)
        : m_model(model) {
        connect(&model, &QueueModel::pageWanted, this,
                [this](quint64 generation, int page, const std::vector<RowId>& wanted) {
                    asked << page;
                    m_generation = generation;
                    m_ids = wanted;
                });
    }

    void answer() {
        std::vector<queue::QueueRow> rows;
        for (const RowId id : m_ids) {
            rows.push_back(row(id));
        }
        m_model.takePage(m_generation, asked.last(), rows);
    }

    QList<int> asked;

private:
    QueueModel& m_model;
    quint64 m_generation = 0;
    std::vector<RowId> m_ids;
};

/// What of a widget was painted since.
class PaintedArea final : public QObject {
public:
    explicit PaintedArea(QWidget& widget) { widget.installEventFilter(this); }

    [[nodiscard]] const QRect& area() const { return m_area; }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            m_area |= static_cast<QPaintEvent*>(event)->rect();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QRect m_area;
};

QString prompt(const QueueModel& model, int at) {
    return model.index(at, QueueModel::PromptColumn).data().toString();
}

} // namespace

class TestQueueModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowThatIsNotLoadedShowsAPlaceholderAndIsAskedFor();
    void theRangeLookedAtLastComesFirst();
    void pagesOfAnOlderResultAreDropped();
    void moreOfAResultIsAppended();
    void rowsThatAreGoneSaySo();
    void aDecisionShowsBeforeTheStoreHasIt();
    void refreshedRowsKeepTheirOldTextMeanwhile();
    void whatIsSeenIsReadAgainWithoutBeingPainted();
    void onlyWhatChangedIsPaintedAgain();
    void aRowOfTheScreenIsPaintedAlone();
    void rowsAreFoundWhereverTheyStand();
    void memoryIsBounded();
    void cellsAreOneShortLineOfPlainText();
    void holdsMillions();
};

void TestQueueModel::aRowThatIsNotLoadedShowsAPlaceholderAndIsAskedFor() {
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Shelf shelf(model);
    model.setIds(ids(1, 450));
    QCOMPARE(prompt(model, 3), QStringLiteral("…"));
    QTRY_COMPARE(shelf.asked, QList<int>{0});
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    shelf.answer();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 0);
    QCOMPARE(changed[0][1].toModelIndex().row(), 199);
    QCOMPARE(prompt(model, 3), QStringLiteral("prompt 4"));
    QCOMPARE(model.index(3, QueueModel::TimeColumn).data().toString(), QStringLiteral("1970-01-01 00:00:04"));
    QCOMPARE(model.index(3, QueueModel::LogprobColumn).data().toString(), QStringLiteral("–"));
}

void TestQueueModel::theRangeLookedAtLastComesFirst() {
    QueueModel model;
    Shelf shelf(model);
    model.setIds(ids(1, 5000));
    for (const int at : {0, 1000, 1001, 4000}) { // as a fast scroll does
        prompt(model, at);
    }
    QTRY_COMPARE(shelf.asked, QList<int>{20});
    shelf.answer();
    QTRY_COMPARE(shelf.asked, (QList<int>{20, 5}));
    shelf.answer();
    QTRY_COMPARE(shelf.asked, (QList<int>{20, 5, 0}));
}

void TestQueueModel::pagesOfAnOlderResultAreDropped() {
    QueueModel model;
    Shelf shelf(model);
    model.setIds(ids(1, 10));
    prompt(model, 0);
    QTRY_COMPARE(shelf.asked.size(), 1);
    model.setIds(ids(101, 110));
    shelf.answer();
    QCOMPARE(prompt(model, 0), QStringLiteral("…"));
    QTRY_COMPARE(shelf.asked.size(), 2);
    shelf.answer();
    QCOMPARE(prompt(model, 0), QStringLiteral("prompt 101"));
}

void TestQueueModel::moreOfAResultIsAppended() {
    QueueModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    Shelf shelf(model);
    model.setIds(ids(1, 50));
    prompt(model, 0);
    QTRY_COMPARE(shelf.asked.size(), 1);
    shelf.answer();
    model.appendIds(ids(51, 400));
    QCOMPARE(model.rowCount(), 400);
    QCOMPARE(model.rowOf(RowId{400}), 399);
    QCOMPARE(prompt(model, 0), QStringLiteral("prompt 1")); // not a flash of nothing
    QCOMPARE(prompt(model, 60), QStringLiteral("…"));
    QTRY_VERIFY(shelf.asked.size() >= 2);
    shelf.answer();
    QTRY_COMPARE(prompt(model, 60), QStringLiteral("prompt 61"));
}

void TestQueueModel::rowsThatAreGoneSaySo() {
    QueueModel model;
    model.setIds(ids(1, 3));
    model.takePage(1, 0, {row(RowId{1}), row(RowId{3})});
    QCOMPARE(prompt(model, 0), QStringLiteral("prompt 1"));
    QCOMPARE(prompt(model, 1), QStringLiteral("no longer in the store"));
    QCOMPARE(prompt(model, 2), QStringLiteral("prompt 3"));
}

void TestQueueModel::aDecisionShowsBeforeTheStoreHasIt() {
    QueueModel model;
    model.setIds(ids(1, 3));
    model.takePage(1, 0, {row(RowId{1}), row(RowId{2}), row(RowId{3})});
    const auto state = [&model](int at) { return model.index(at, 0).data(QueueModel::StateRole).toInt(); };
    model.setPending(RowId{2}, ReviewState::accepted);
    QCOMPARE(state(1), static_cast<int>(ReviewState::accepted));
    QVERIFY(model.index(1, 0).data(QueueModel::SavingRole).toBool());
    QCOMPARE(model.shownState(1), ReviewState::accepted);
    model.setPending(RowId{2}, std::nullopt); // it failed
    QCOMPARE(state(1), static_cast<int>(ReviewState::unreviewed));

    queue::QueueRow saved = row(RowId{2});
    saved.state = ReviewState::corrected;
    model.updateRow(saved);
    QCOMPARE(state(1), static_cast<int>(ReviewState::corrected));
    QCOMPARE(model.rowCount(), 3); // it stays in its place
}

void TestQueueModel::refreshedRowsKeepTheirOldTextMeanwhile() {
    QueueModel model;
    Shelf shelf(model);
    model.setIds(ids(1, 3));
    prompt(model, 0);
    QTRY_COMPARE(shelf.asked.size(), 1);
    shelf.answer();
    model.refreshRows();
    QCOMPARE(prompt(model, 0), QStringLiteral("prompt 1"));
    QTRY_COMPARE(shelf.asked.size(), 2);
    shelf.answer();
    prompt(model, 0);
    QTest::qWait(0);
    QCOMPARE(shelf.asked.size(), 2);
}

void TestQueueModel::whatIsSeenIsReadAgainWithoutBeingPainted() {
    QueueModel model;
    Shelf shelf(model);
    model.setIds(ids(1, 5000));
    for (const int at : {1000, 390, 410}) { // the last two stand on the screen together
        prompt(model, at);
        const qsizetype before = shelf.asked.size();
        QTRY_COMPARE(shelf.asked.size(), before + 1);
        shelf.answer();
    }
    shelf.asked.clear();
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    model.refreshRows();
    for (const qsizetype times : {1, 2, 3}) {
        QTRY_COMPARE(shelf.asked.size(), times);
        shelf.answer();
    }
    QCOMPARE(shelf.asked, (QList<int>{2, 1, 5})); // what was looked at last comes first
    QCOMPARE(changed.size(), 0);
    QTest::qWait(0);
    QCOMPARE(shelf.asked.size(), 3);
}

void TestQueueModel::onlyWhatChangedIsPaintedAgain() {
    QueueModel model;
    model.setIds(ids(1, 5));
    std::vector<queue::QueueRow> rows;
    for (int id = 1; id <= 5; ++id) {
        rows.push_back(row(RowId{id}));
    }
    model.takePage(1, 0, rows);
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    model.takePage(1, 0, rows); // read again, and as it was
    model.updateRow(rows[2]);
    QCOMPARE(changed.size(), 0);
    rows[1].state = ReviewState::accepted;
    rows[3].hasDraft = true;
    model.takePage(1, 0, rows);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
    QCOMPARE(changed[0][1].toModelIndex().row(), 3);
    rows[4].preview = "another";
    model.updateRow(rows[4]);
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed[1][0].toModelIndex().row(), 4);
    QCOMPARE(changed[1][1].toModelIndex().row(), 4);
    QCOMPARE(prompt(model, 4), QStringLiteral("another"));
    rows.pop_back(); // it is gone
    model.takePage(1, 0, rows);
    QCOMPARE(changed.size(), 3);
    QCOMPARE(changed[2][0].toModelIndex().row(), 4);
}

void TestQueueModel::aRowOfTheScreenIsPaintedAlone() {
    QueueModel model;
    model.setIds(ids(1, 10));
    std::vector<queue::QueueRow> rows;
    for (int id = 1; id <= 10; ++id) {
        rows.push_back(row(RowId{id}));
    }
    model.takePage(1, 0, rows);
    QueueView view(model);
    view.resize(1000, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    PaintedArea painted(*view.viewport());
    model.setPending(RowId{4}, ReviewState::accepted);
    const QRect fourth = view.visualRect(model.index(3, QueueModel::StateColumn));
    QTRY_VERIFY(painted.area().intersects(fourth));
    QCOMPARE(painted.area().top(), fourth.top());
    QCOMPARE(painted.area().height(), fourth.height());
    const QRect tags = view.visualRect(model.index(3, QueueModel::TagsColumn));
    QVERIFY(painted.area().left() == fourth.left() && painted.area().right() > tags.right());
}

void TestQueueModel::rowsAreFoundWhereverTheyStand() {
    QueueModel model;
    Shelf shelf(model);
    model.setIds(ids(1, 1050));
    QCOMPARE(model.rowOf(RowId{777}), 776); // of a page that is not held
    prompt(model, 1049);
    QTRY_COMPARE(shelf.asked, QList<int>{5});
    shelf.answer();
    prompt(model, 3);
    QTRY_COMPARE(shelf.asked, (QList<int>{5, 0}));
    shelf.answer();
    for (const int id : {1, 200, 201, 1000, 1001, 1050}) {
        QCOMPARE(model.rowOf(RowId{id}), id - 1);
    }
    QCOMPARE(model.rowOf(RowId{1051}), -1);
    QCOMPARE(model.rowOf(RowId{}), -1);
    queue::QueueRow last = row(RowId{1050});
    last.preview = "another";
    model.updateRow(last);
    QCOMPARE(prompt(model, 1049), QStringLiteral("another"));
}

void TestQueueModel::memoryIsBounded() {
    PageCache cache(3);
    for (int page = 0; page < 10; ++page) {
        cache.put(page, PageCache::Page(1));
        QVERIFY(cache.find(0) != nullptr); // the one in use stays
    }
    QCOMPARE(cache.size(), std::size_t{3});
    QVERIFY(cache.find(9) != nullptr);
    QVERIFY(cache.find(4) == nullptr);
}

void TestQueueModel::cellsAreOneShortLineOfPlainText() {
    QueueModel model;
    model.setIds(ids(1, 1));
    queue::QueueRow hostile = row(RowId{1});
    hostile.preview = "<img src=x>\n\n" + std::string(300, 'x');
    model.takePage(1, 0, {hostile});
    QVERIFY(prompt(model, 0).startsWith(QLatin1String("<img src=x> x")));
    QVERIFY(prompt(model, 0).size() <= 201); // with the ellipsis
    QVERIFY(!model.index(0, QueueModel::PromptColumn).data(Qt::ToolTipRole).isValid());
}

void TestQueueModel::holdsMillions() {
    QueueModel model;
    Shelf shelf(model);
    model.setIds(ids(1, 2'000'000));
    prompt(model, 1'999'999);
    QTRY_COMPARE(shelf.asked, QList<int>{9999});
    shelf.answer();
    QCOMPARE(prompt(model, 1'999'999), QStringLiteral("prompt 2000000"));
}

QTEST_MAIN(TestQueueModel)
#include "tst_queue_model.moc"
