// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a step to the next row leaves alone, and does not wait for.
#include "tests/ui/support/window_desk.h"
#include "ui/detail/meta_header.h"
#include "ui/window/main_window.h"
#include "ui/window/place_keeper.h"

#include <QFile>
#include <QLockFile>
#include <QSettings>
#include <QSplitter>
#include <QTest>
#include <QTimer>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

/// Counts how often a widget was to lay out anew.
class LayoutCount final : public QObject {
public:
    explicit LayoutCount(QWidget& widget) { widget.installEventFilter(this); }

    int count = 0;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        count += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

class TestSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWindowIsNotLaidOutAnew();
    void nobodyWaitsForThePlaceToBeWritten();
};

void TestSteps::theWindowIsNotLaidOutAnew() {
    WindowDesk desk;
    desk.open();
    const LayoutCount header(desk.find<MetaHeader>("metaHeader"));
    const auto step = [&desk, &header](const QString& row) {
        const int before = header.count;
        desk.press("J");
        QTRY_COMPARE(desk.current(), row);
        QTRY_VERIFY(header.count > before); // its time is another
    };
    step(S("r2")); // by then the window is laid out for the first time
    const LayoutCount window(desk.find<QSplitter>("mainSplitter"));
    step(S("r3"));
    step(S("r4"));
    QCOMPARE(window.count, 0);
    auto& meta = desk.find<MetaHeader>("metaHeader");
    meta.setMinimumWidth(meta.minimumWidth() + 100); // which takes more room
    QTRY_VERIFY(window.count > 0);
}

void TestSteps::nobodyWaitsForThePlaceToBeWritten() {
    WindowDesk desk;
    desk.open();
    const QString file = QSettings().fileName();
    const auto isWritten = [&desk, &file] {
        QFile kept(file);
        const QByteArray row = "\\row=" + QByteArray::number(qlonglong{desk.store().row("r2").value}) + '\n';
        return kept.open(QIODevice::ReadOnly) && kept.readAll().contains(row);
    };
    QVERIFY(!isWritten());
    QLockFile disk(file + S(".lock"));
    QVERIFY(disk.lock()); // as slow as can be; nobody may ask for settings meanwhile
    const auto* due = desk.window().findChild<PlaceKeeper*>()->findChild<QTimer*>();
    desk.press("J");
    QVERIFY(due->isActive());
    QTRY_COMPARE(desk.current(), S("r2"));
    QTRY_VERIFY(!due->isActive());
    QVERIFY(!isWritten()); // the one that writes waits, by itself
    disk.unlock();
    QTRY_VERIFY(isWritten());
}

QTEST_MAIN(TestSteps)
#include "tst_steps.moc"
