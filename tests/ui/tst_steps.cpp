// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a step to the next row does not wait for.
#include "tests/ui/support/window_desk.h"
#include "ui/window/main_window.h"
#include "ui/window/place_keeper.h"

#include <QFile>
#include <QLockFile>
#include <QSettings>
#include <QTest>
#include <QTimer>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

} // namespace

class TestSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyWaitsForThePlaceToBeWritten();
};

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
