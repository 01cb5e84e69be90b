// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// When the overview of readiness is read, and that nobody is in the way of a store or a window that goes.
#include "ui/state/overview_reader.h"

#include "tests/ui/support/ready_desk.h"
#include "ui/state/store_session.h"

#include <QSignalSpy>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::ReadyDesk;
using namespace std::chrono_literals;

namespace {

#define S(text) QStringLiteral(text)

/// A reader without a window, which hardly rests.
struct ReaderDesk : ReadyDesk {
    ReaderDesk() {
        reader.setPace({.shortestRest = 1ms, .longestRest = 1ms, .old = 1h});
        reader.setStore(&session);
    }
    /// Holds a reading that has begun.
    void hold() {
        holdReadiness(true);
        reader.setWatched(true);
        QTRY_VERIFY(isReadinessHeld());
    }

    StoreSession session{backend(), store().path()};
    OverviewReader reader;
    QSignalSpy read{&reader, &OverviewReader::read};
    QSignalSpy failed{&reader, &OverviewReader::failed};
};

} // namespace

class TestOverviewReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStoreMayCloseWhileItIsRead();
    void theWindowMayCloseWhileItReads();
    void whoLooksAwayAndBackGetsAnAnswer();
    void whatFailsIsTriedAgain();
    void anErrorSaysWhatComesNext();
    void whatIsOldIsReadAgain();
};

void TestOverviewReader::aStoreMayCloseWhileItIsRead() {
    ReaderDesk desk;
    desk.hold();
    desk.reader.setStore(nullptr);
    QVERIFY(!desk.reader.isReading());
    QVERIFY(!desk.isReadinessHeld()); // it has stopped before the store goes
    desk.holdReadiness(false);
    desk.reader.setStore(&desk.session);
    desk.reader.setWatched(true);
    QTRY_COMPARE(desk.read.count(), 1); // of what was read before nothing arrives
    QCOMPARE(desk.failed.count(), 0);
}

void TestOverviewReader::theWindowMayCloseWhileItReads() {
    ReadyDesk desk;
    desk.open();
    desk.holdReadiness(true);
    desk.press("F9");
    QTRY_VERIFY(desk.isReadinessHeld());
    desk.destroyWindow();
    QVERIFY(!desk.isReadinessHeld());
}

void TestOverviewReader::whoLooksAwayAndBackGetsAnAnswer() {
    ReaderDesk desk;
    desk.hold();
    desk.reader.setWatched(false);
    QTRY_VERIFY(!desk.reader.isReading());
    QCOMPARE(desk.read.count() + desk.failed.count(), 0);
    desk.hold();
    desk.reader.setWatched(false);
    desk.reader.setWatched(true); // before it has stopped
    desk.holdReadiness(false);
    QTRY_COMPARE(desk.read.count(), 1);
    QCOMPARE(desk.failed.count(), 0); // who looks away has not failed
}

void TestOverviewReader::whatFailsIsTriedAgain() {
    ReaderDesk desk;
    desk.failReadiness(true);
    desk.reader.setWatched(true);
    QTRY_VERIFY(desk.failed.count() >= 3);
    QCOMPARE(desk.read.count(), 0);
    desk.failReadiness(false);
    QTRY_COMPARE(desk.read.count(), 1);
}

void TestOverviewReader::anErrorSaysWhatComesNext() {
    ReadyDesk desk;
    desk.failReadiness(true);
    desk.open();
    desk.press("F9");
    QTRY_VERIFY2(desk.label("readinessStatus").endsWith(S("It is tried again by itself.")),
                 qPrintable(desk.label("readinessStatus")));
}

void TestOverviewReader::whatIsOldIsReadAgain() {
    ReaderDesk desk;
    desk.reader.setPace({.shortestRest = 1ms, .longestRest = 1ms, .old = 1ms});
    desk.reader.setWatched(true);
    QTRY_VERIFY(desk.read.count() >= 3); // days pass where nothing else changes
}

QTEST_MAIN(TestOverviewReader)
#include "tst_overview_reader.moc"
