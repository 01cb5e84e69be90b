// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program's style: what it paints otherwise than the style below it.
#include "tests/ui/support/patience.h"
#include "ui/common/program_style.h"

#include <QImage>
#include <QScrollBar>
#include <QStyleOptionSlider>
#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <chrono>
#include <latch>
#include <thread>

using namespace goldpan;
using namespace goldpan::ui;

namespace {

constexpr int kHigh = 800; ///< pixels; Qt divides what is higher than some hundred

/// Holds all threads of the pool, or for so long that whoever waits for them was seen to.
class BusyPool {
public:
    BusyPool() {
        m_pool.setMaxThreadCount(1);
        m_pool.start([this] {
            m_isBusy.count_down();
            const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(2);
            while (!m_mayEnd && std::chrono::steady_clock::now() < end) {
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            }
            m_hasEnded = true;
        });
        m_isBusy.wait();
    }
    ~BusyPool() {
        m_mayEnd = true;
        m_pool.waitForDone();
        m_pool.setMaxThreadCount(m_before);
    }
    BusyPool(const BusyPool&) = delete;
    BusyPool& operator=(const BusyPool&) = delete;

    [[nodiscard]] bool isBusy() const { return !m_hasEnded; }

private:
    QThreadPool& m_pool = *QThreadPool::globalInstance();
    int m_before = m_pool.maxThreadCount();
    std::latch m_isBusy{1};
    std::atomic<bool> m_mayEnd = false;
    std::atomic<bool> m_hasEnded = false;
};

class Bar : public QScrollBar {
public:
    explicit Bar(Qt::Orientation orientation)
        : QScrollBar(orientation) {
        const int thick = sizeHint().boundedTo(sizeHint().transposed()).height();
        resize(orientation == Qt::Vertical ? QSize(thick, kHigh) : QSize(kHigh, thick));
        setRange(0, 1000);
        setPageStep(500);
        setValue(500);
    }

    [[nodiscard]] QImage picture() {
        QImage image(size(), QImage::Format_RGB32);
        image.fill(Qt::black);
        render(&image, {}, {}, RenderFlags());
        return image;
    }
    [[nodiscard]] QPoint middleOf(QStyle::SubControl part) const {
        QStyleOptionSlider option;
        initStyleOption(&option);
        return style()->subControlRect(QStyle::CC_ScrollBar, &option, part, this).center();
    }
};

} // namespace

class TestProgramStyle final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aScrollBarWaitsForNoOtherThread();
    void aScrollBarShowsWhereItStands_data();
    void aScrollBarShowsWhereItStands();
};

void TestProgramStyle::initTestCase() {
    QApplication::setStyle(new ProgramStyle(QStringLiteral("Fusion")));
}

void TestProgramStyle::aScrollBarWaitsForNoOtherThread() {
    Bar bar(Qt::Vertical);
    const BusyPool pool;
    QVERIFY(!bar.picture().isNull());
    QVERIFY(pool.isBusy());
}

void TestProgramStyle::aScrollBarShowsWhereItStands_data() {
    QTest::addColumn<Qt::Orientation>("orientation");
    QTest::newRow("across") << Qt::Horizontal;
    QTest::newRow("down") << Qt::Vertical;
}

void TestProgramStyle::aScrollBarShowsWhereItStands() {
    QFETCH(const Qt::Orientation, orientation);
    Bar bar(orientation);
    const QImage image = bar.picture();
    const auto at = [&image](QPoint place) { return image.pixelColor(place); };
    const QPoint slider = bar.middleOf(QStyle::SC_ScrollBarSlider);
    const QPoint before = bar.middleOf(QStyle::SC_ScrollBarSubPage);
    QVERIFY(at(slider) != at(before));
    QVERIFY(at(slider) != Qt::black && at(before) != Qt::black);
    QVERIFY(at(slider).lightness() > at(before).lightness()); // it stands out, in light colours and in dark
    // The arrows are there: more than one colour where they stand.
    const QPoint arrow = bar.middleOf(QStyle::SC_ScrollBarAddLine);
    bool isDrawn = false;
    for (int x = -3; x <= 3; ++x) {
        isDrawn = isDrawn || at(arrow + QPoint(x, 0)) != at(arrow + QPoint(-6, 0));
    }
    QVERIFY(isDrawn);
}

QTEST_MAIN(TestProgramStyle)
#include "tst_program_style.moc"
