// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same correction for rows that were asked the same: offered where it cannot be in the way, never done
// unasked.
#include "core/review/review_service.h"
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/window/main_window.h"
#include "ui/window/offer_controller.h"

#include <QPushButton>
#include <QSignalSpy>
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
    void anUndoWithdrawsIt();
    void wordsTakenBackElsewhereAreRefused();
    void wordsOfAModelStayItsWords();
    void soManyThatTheyAreNotAllCounted();
    void itOutlivesWhatIsSaidLater();
    void itGoesWithItsStore();
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
    QSignalSpy looked(desk.window().findChild<OfferController*>(), &OfferController::looked);
    for (int row = 1; row <= 2; ++row) {
        desk.correctFirst("Gold", "Ctrl+Return");
        QTRY_COMPARE(looked.count(), row);
        QCOMPARE(looked.last().front().toInt(), 0);
        QCOMPARE(desk.notice(), QString());
        QTRY_COMPARE(desk.current(), S("r%1").arg(row + 1));
    }
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

void TestOffer::anUndoWithdrawsIt() {
    OfferDesk desk(2);
    desk.open();
    desk.correctFirst("Gold", "Ctrl+S");
    QTRY_VERIFY(desk.notice().startsWith(S("2 other rows")));
    desk.press("Esc");
    desk.press("U");
    QTRY_COMPARE(desk.notice(), S("Taken back: a correction."));
    desk.notices().closeNotice();
    QCOMPARE(desk.notice(), QString()); // nor behind it
    QCOMPARE(desk.state("r1"), S("unreviewed"));
}

void TestOffer::wordsTakenBackElsewhereAreRefused() {
    OfferDesk desk(2);
    desk.open();
    desk.correctFirst("Gold", "Ctrl+S");
    QTRY_VERIFY(desk.notice().startsWith(S("2 other rows")));
    review::ReviewService ana(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ana");
    QVERIFY(ana.undo());
    QTest::mouseClick(&desk.button(), Qt::LeftButton);
    QTRY_VERIFY2(desk.notice().contains(S("was taken back or changed")), qPrintable(desk.notice()));
    QCOMPARE(desk.inState("corrected"), QString());
}

void TestOffer::wordsOfAModelStayItsWords() {
    OfferDesk desk(2);
    review::ReviewService ben(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ben");
    QVERIFY(ben.importSuggestions(std::vector<review::RowText>{{"r1", "Better"}}));
    desk.open();
    desk.press("G");
    QCOMPARE(desk.editor().toPlainText(), S("Better"));
    desk.press("E");
    desk.press("Ctrl+S");
    QTRY_VERIFY(desk.notice().startsWith(S("2 other rows")));
    QTest::mouseClick(&desk.button(), Qt::LeftButton);
    QTRY_COMPARE(desk.inState("corrected"), S("r1 t1 t2"));
    QCOMPARE(
        desk.store().query("SELECT group_concat(DISTINCT source || ' ' || operator) FROM gold_corrections"),
        std::string("model ana"));
}

void TestOffer::soManyThatTheyAreNotAllCounted() {
    OfferDesk desk(1203);
    desk.open(S("id:r1"));
    desk.correctFirst("Gold", "Ctrl+S");
    QTRY_COMPARE(desk.notice(), S("At least 1,000 other rows have this prompt and are not reviewed."));
    QTest::mouseClick(&desk.button(), Qt::LeftButton);
    QTRY_VERIFY2(desk.notice().startsWith(S("1,203 rows changed")), qPrintable(desk.notice()));
    QCOMPARE(desk.store().query("SELECT count(*) FROM correction"), std::string("1204"));
}

void TestOffer::itOutlivesWhatIsSaidLater() {
    OfferDesk desk(2);
    desk.open();
    desk.correctFirst("Gold", "Ctrl+S");
    QTRY_VERIFY(desk.notice().startsWith(S("2 other rows")));
    desk.press("Esc");
    desk.press("Y");
    QCOMPARE(desk.notice(), S("The request id is on the clipboard."));
    desk.press("Esc");
    QVERIFY2(desk.notice().startsWith(S("2 other rows")), qPrintable(desk.notice()));
}

void TestOffer::itGoesWithItsStore() {
    OfferDesk desk(2);
    test::StoreBuilder other;
    other.add({test::entry("o1")});
    desk.open();
    desk.correctFirst("Gold", "Ctrl+S");
    QTRY_VERIFY(desk.notice().startsWith(S("2 other rows")));
    desk.window().openPath(QString::fromStdString(other.path()));
    QTRY_COMPARE(desk.current(), S("o1"));
    QCOMPARE(desk.notice(), QString());
}

QTEST_MAIN(TestOffer)
#include "tst_offer.moc"
