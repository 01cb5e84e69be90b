// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same correction for rows that were asked the same: offered where it cannot be in the way, never done
// unasked.
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"

#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

/// Three rows, and `twins` more that were asked what r1 was.
struct OfferDesk : WindowDesk {
    explicit OfferDesk(int twins)
        : WindowDesk(3) {
        std::vector<LogEntry> rows;
        for (int number = 1; number <= twins; ++number) {
            rows.push_back(test::entry("t" + std::to_string(number), "2025-01-01T00:00:00"));
            rows.back().prompt = "prompt of r1";
        }
        store().add(rows);
    }
    void correctFirst(const char* text, const char* save) {
        press("E");
        press("Ctrl+A");
        type(text);
        press(save);
    }
    QPushButton& button() { return find<QPushButton>("noticeAction0"); }
    QString inState(const char* state) {
        return QString::fromStdString(store().ids(std::string("state:") + state));
    }
};

} // namespace

class TestOffer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameWordsAreOfferedAndTakenAsOneAct();
    void theOfferNeverTakesTheFocus();
    void itIsReachedByKeys();
    void nobodyElseMeansNoOffer();
    void touchedRowsAreNotOffered();
    void theNextCorrectionWithdrawsIt();
    void redactedWordsAreNotOffered();
};

void TestOffer::theSameWordsAreOfferedAndTakenAsOneAct() {
    OfferDesk desk(12);
    desk.open();
    desk.correctFirst("Gold", "Ctrl+S");
    QTRY_COMPARE(desk.notice(), S("12 other rows have this prompt and are not reviewed."));
    QCOMPARE(desk.inState("corrected"), S("r1"));
    QCOMPARE(desk.button().text(), S("Use the same correction"));
    QTest::mouseClick(&desk.button(), Qt::LeftButton);
    QTRY_COMPARE(desk.inState("corrected"), S("r1 t1 t2 t3 t4 t5 t6 t7 t8 t9 t10 t11 t12"));
    QCOMPARE(desk.correction("t12"), S("Gold"));
    QCOMPARE(desk.tags("t12"), S("operator_review"));
    QCOMPARE(desk.store().query("SELECT group_concat(DISTINCT source) FROM correction"), std::string("0"));
    QTRY_VERIFY2(desk.notice().startsWith(S("12 rows changed")), qPrintable(desk.notice()));
    desk.find<QWidget>("queueView").setFocus();
    desk.press("U");
    QTRY_COMPARE(desk.inState("corrected"), S("r1"));
}

void TestOffer::theOfferNeverTakesTheFocus() {
    OfferDesk desk(2);
    desk.open();
    desk.correctFirst("Gold", "Ctrl+Return");
    QTRY_COMPARE(desk.current(), S("r2"));
    QTRY_VERIFY(desk.notice().startsWith(S("2 other rows")));
    QCOMPARE(desk.focus(), S("correctionEditor"));
    desk.type("Typed on. ");
    QCOMPARE(desk.editor().toPlainText(), S("Typed on. response of r2"));
    desk.press("Escape");
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r3"));
    QVERIFY(desk.notice().startsWith(S("2 other rows"))); // until something else is to be said
    QCOMPARE(desk.inState("corrected"), S("r1"));
}

void TestOffer::itIsReachedByKeys() {
    OfferDesk desk(1);
    desk.open();
    desk.correctFirst("Gold", "Ctrl+S");
    QTRY_COMPARE(desk.notice(), S("1 other row has this prompt and is not reviewed."));
    for (int panes = 0; panes < 8 && desk.focus() != S("noticeAction0"); ++panes) {
        desk.press("F6");
    }
    QCOMPARE(desk.focus(), S("noticeAction0"));
    desk.press("Space");
    QTRY_COMPARE(desk.inState("corrected"), S("r1 t1"));
    QTRY_COMPARE(desk.focus(), S("queueView"));
}

void TestOffer::nobodyElseMeansNoOffer() {
    OfferDesk desk(0);
    desk.open();
    desk.correctFirst("Gold", "Ctrl+Return");
    QTRY_COMPARE(desk.current(), S("r2"));
    QTRY_COMPARE(desk.inState("corrected"), S("r1"));
    desk.correctFirst("Gold too", "Ctrl+Return");
    QTRY_COMPARE(desk.inState("corrected"), S("r1 r2"));
    QVERIFY2(!desk.notice().contains(S("this prompt")), qPrintable(desk.notice()));
}

void TestOffer::touchedRowsAreNotOffered() {
    OfferDesk desk(3);
    desk.open(S("id:r1 OR id:t1 OR id:t2 OR id:t3"));
    desk.press("J");
    desk.press("A"); // t1
    desk.press("E"); // t2
    desk.type("x");
    QTRY_VERIFY(!desk.draft("t2").isEmpty());
    desk.press("Escape");
    desk.press("Home");
    QTRY_COMPARE(desk.editor().toPlainText(), S("response of r1"));
    desk.correctFirst("Gold", "Ctrl+S");
    QTRY_COMPARE(desk.notice(), S("1 other row has this prompt and is not reviewed."));
}

void TestOffer::theNextCorrectionWithdrawsIt() {
    OfferDesk desk(2);
    desk.open();
    desk.correctFirst("Gold", "Ctrl+Return");
    QTRY_VERIFY(desk.notice().startsWith(S("2 other rows")));
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.correctFirst("Other gold", "Ctrl+S");
    QTRY_COMPARE(desk.inState("corrected"), S("r1 r2"));
    QTRY_COMPARE(desk.notice(), QString());
}

void TestOffer::redactedWordsAreNotOffered() {
    OfferDesk desk(2);
    desk.open();
    desk.correctFirst("Mail ann@example.com", "Ctrl+S");
    QTRY_COMPARE(desk.correction("r1"), S("Mail [EMAIL]"));
    desk.press("Ctrl+M");
    desk.press("Ctrl+S"); // read by the operator now: an ordinary correction
    QTRY_VERIFY2(desk.notice().startsWith(S("2 other rows")), qPrintable(desk.notice()));
    QTest::mouseClick(&desk.button(), Qt::LeftButton);
    QTRY_COMPARE(desk.inState("corrected"), S("r1 t1 t2"));
    QCOMPARE(desk.store().ids("is:pii"), std::string());
}

QTEST_MAIN(TestOffer)
#include "tst_offer.moc"
