// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The frame round what has the focus: where it stands, and that a list below it still scrolls cheaply.
#include "tests/ui/support/window_desk.h"
#include "ui/window/main_window.h"

#include <QPaintEvent>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <algorithm>

namespace goldpan::test {
namespace {

/// Height of what was painted of a viewport, in pixels; the tallest paint of all.
class PaintedHeight final : public QObject {
public:
    explicit PaintedHeight(QWidget& viewport) { viewport.installEventFilter(this); }

    int tallest = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            int height = 0;
            for (const QRect& part : static_cast<QPaintEvent*>(event)->region()) {
                height += part.height();
            }
            tallest = std::max(tallest, height);
        }
        return QObject::eventFilter(watched, event);
    }
};

QWidget* frame(WindowDesk& desk) {
    return desk.window().findChild<QWidget*>(QStringLiteral("focusFrame"));
}

} // namespace

class TestFocusRing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFrameStandsRoundTheQueueAndGoesWithIt();
    void aTextHasItsFrameInside();
    void aQueueThatScrollsPaintsItsNewRowsAlone_data();
    void aQueueThatScrollsPaintsItsNewRowsAlone();
};

void TestFocusRing::theFrameStandsRoundTheQueueAndGoesWithIt() {
    WindowDesk desk(3);
    desk.open();
    QTRY_COMPARE(desk.focus(), QStringLiteral("queueView"));
    QTRY_VERIFY(frame(desk) != nullptr && frame(desk)->isVisible());
    const auto isRound = [&] {
        const QRect queue(desk.queue().mapTo(&desk.window(), QPoint()), desk.queue().size());
        const QRect ring(frame(desk)->mapTo(&desk.window(), QPoint()), frame(desk)->size());
        return ring.contains(queue, true) &&
               frame(desk)->mask().intersected(queue.translated(-ring.topLeft())).isEmpty();
    };
    QTRY_VERIFY(isRound());
    desk.window().resize(desk.window().width() + 150, desk.window().height() + 70);
    QTRY_VERIFY(isRound());
}

void TestFocusRing::aTextHasItsFrameInside() {
    WindowDesk desk(3);
    desk.open();
    desk.press("E");
    QTRY_COMPARE(desk.focus(), QStringLiteral("correctionEditor"));
    QTRY_VERIFY(frame(desk) != nullptr);
    QCOMPARE(frame(desk)->parentWidget()->objectName(), QStringLiteral("correctionEditor"));
    QCOMPARE(frame(desk)->geometry(), frame(desk)->parentWidget()->rect());
}

void TestFocusRing::aQueueThatScrollsPaintsItsNewRowsAlone_data() {
    QTest::addColumn<int>("zoom");
    QTest::newRow("as the font is") << 0;
    QTest::newRow("large") << 10;
}

void TestFocusRing::aQueueThatScrollsPaintsItsNewRowsAlone() {
    QFETCH(int, zoom);
    constexpr int kRows = 120;
    WindowDesk desk(kRows);
    desk.open();
    QTRY_COMPARE(desk.focus(), QStringLiteral("queueView"));
    const int heightBefore = desk.queue().rowHeight(0);
    for (int step = 0; step < zoom; ++step) {
        desk.press("Ctrl+=");
    }
    QTRY_VERIFY(zoom == 0 || desk.queue().rowHeight(0) > heightBefore);
    desk.press("E"); // away and back, so that the frame is made anew
    QTRY_COMPARE(desk.focus(), QStringLiteral("correctionEditor"));
    desk.press("Esc");
    QTRY_COMPARE(desk.focus(), QStringLiteral("queueView"));
    const int rowHeight = desk.queue().rowHeight(0);
    const int shown = desk.queue().viewport()->height() / rowHeight;
    QVERIFY2(shown > 7 && shown < kRows - 10, qPrintable(QString::number(shown)));
    for (int row = 0; row < shown; ++row) { // the next one is below the lower edge
        desk.press("J");
    }
    QTRY_VERIFY(desk.queue().verticalScrollBar()->value() > 0);
    QTRY_VERIFY(!desk.current().isEmpty());

    int leastPainted = desk.queue().viewport()->height();
    for (int step = 0; step < 5; ++step) { // a step may meet a paint that other news asked for
        const int before = desk.queue().verticalScrollBar()->value();
        PaintedHeight painted(*desk.queue().viewport());
        desk.press("J");
        QTRY_VERIFY(desk.queue().verticalScrollBar()->value() > before);
        QTRY_VERIFY(painted.tallest > 0);
        leastPainted = std::min(leastPainted, painted.tallest);
    }
    QVERIFY2(leastPainted <= 6 * rowHeight,
             qPrintable(QStringLiteral("%1 of %2 rows painted").arg(leastPainted / rowHeight).arg(shown)));
}

} // namespace goldpan::test

QTEST_MAIN(goldpan::test::TestFocusRing)
#include "tst_focus_ring.moc"
