// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The filter bar while one types: words that may come next, and mistakes at their place.
#include "ui/queue/filter_bar.h"

#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

/// The words of the open popup; "-" where none is open.
QString offered() {
    auto* popup = qobject_cast<QAbstractItemView*>(QApplication::activePopupWidget());
    if (popup == nullptr) {
        return S("-");
    }
    QStringList words;
    for (int row = 0; row < popup->model()->rowCount(); ++row) {
        words << popup->model()->index(row, 0).data().toString();
    }
    return words.join(u' ');
}

struct Bar : WindowDesk {
    Bar()
        : WindowDesk(3) {
        LogEntry tagged = test::entry("t1");
        tagged.tags = {"cluster:refunds", "two words", "drift_window"};
        store().add({tagged});
        open();
        press("/");
    }
    [[nodiscard]] FilterBar& bar() { return find<FilterBar>("filterBar"); }
    [[nodiscard]] QLabel& mistake() { return find<QLabel>("filterMistake"); }
};

} // namespace

class TestFilterBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsThatMayComeNext_data();
    void wordsThatMayComeNext();
    void anEntryChosenWithTheArrowsIsPutIn();
    void enterAppliesTheTextAsTypedThoughAnEntryIsOffered();
    void escapeClosesOnlyThePopup();
    void namesComeFromTheStore();
    void aMistakeIsMarkedWhileOneTypes();
    void aMendedMistakeIsForgotten();
    void theMarkCountsWhatPeopleSee();
};

void TestFilterBar::wordsThatMayComeNext_data() {
    QTest::addColumn<QString>("text"); // | is the cursor
    QTest::addColumn<QString>("words");
    const auto row = [](const char* text, const char* words) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(words);
    };
    row("|", "");
    row("ta|", "tag:");
    row("lat|", "latency< latency<= latency> latency>= latency= latency:none");
    row("state:unreviewed mo|", "model:");
    row("-st|", "state:");
    row("(st|", "state:");
    row("tag:|", "tag:alpha tag:\"two words\" tag:none");
    row("tag:T|", "tag:\"two words\"");
    row("tag:ph|", "tag:alpha");
    row("tag:alpha|", "");
    row("tag:alpha |", "");
    row("state:de|", "state:deferred state:discarded");
    row("is:|", "is:low-confidence is:flagged is:draft is:pii");
    row("model:qw|", "model:qwen-v6");
    row("operator:|", "operator:ana");
    row("drift:|", "drift:last");
    row("logprob:|", "logprob:none");
    row("after:|", "");
    row("wrong:|", "");
    row("\"sta|", "");
    row("\"a b\" sta|", "state:");
    row("/sta|", "");
    row("prompt:/st|", "");
    row("sta|x", "");
    row("sta| x", "state:");
    row("NO|", "NOT");
}

void TestFilterBar::wordsThatMayComeNext() {
    QFETCH(QString, text);
    QFETCH(QString, words);
    const FilterNames names{{S("alpha"), S("two words")}, {S("qwen-v6")}, {S("ana")}};
    const qsizetype cursor = text.indexOf(u'|');
    const FilterOffer offer = offerWords(text.remove(cursor, 1), cursor, names);
    QCOMPARE(offer.words.join(u' '), words);
}

void TestFilterBar::anEntryChosenWithTheArrowsIsPutIn() {
    Bar desk;
    desk.type("state:unreviewed sta");
    QCOMPARE(offered(), S("state:"));
    desk.press("Down");
    desk.press("Return");
    QCOMPARE(desk.bar().text(), S("state:unreviewed state:"));
    QCOMPARE(desk.focus(), S("filterBar"));
    QCOMPARE(offered(), S("state:unreviewed state:corrected state:accepted state:discarded state:deferred"));
    desk.type("defe");
    desk.press("Down");
    desk.press("Return");
    QCOMPARE(desk.bar().text(), S("state:unreviewed state:deferred"));
    QCOMPARE(offered(), S("-"));
    QCOMPARE(desk.queue().model()->rowCount(), 4); // chosen, not applied
    desk.press("Return");
    QTRY_COMPARE(desk.queue().model()->rowCount(), 0);
    QCOMPARE(desk.focus(), S("queueView"));
}

void TestFilterBar::enterAppliesTheTextAsTypedThoughAnEntryIsOffered() {
    Bar desk;
    desk.type("re");
    QVERIFY(offered().contains(S("response:")));
    desk.press("Return");
    QCOMPARE(offered(), S("-"));
    QCOMPARE(desk.bar().text(), S("re"));
    QTRY_COMPARE(desk.focus(), S("queueView"));
    QTRY_COMPARE(desk.queue().model()->rowCount(), 4);
}

void TestFilterBar::escapeClosesOnlyThePopup() {
    Bar desk;
    desk.type("sta");
    QCOMPARE(offered(), S("state:"));
    desk.press("Escape");
    QCOMPARE(offered(), S("-"));
    QCOMPARE(desk.bar().text(), S("sta"));
    QCOMPARE(desk.focus(), S("filterBar"));
    desk.press("Escape");
    QCOMPARE(desk.bar().text(), QString());
    QCOMPARE(desk.focus(), S("queueView"));
}

void TestFilterBar::namesComeFromTheStore() {
    Bar desk;
    desk.type("tag:");
    QCOMPARE(offered(), S("tag:cluster:refunds tag:drift_window tag:\"two words\" tag:none"));
    desk.press("Escape");
    desk.type("x model:");
    QCOMPARE(offered(), S("model:m1"));
}

void TestFilterBar::aMistakeIsMarkedWhileOneTypes() {
    Bar desk;
    desk.type("id:r3 wrong:thing");
    QTRY_COMPARE(desk.bar().mistake(), std::optional(FilterBar::Mark(6, 5)));
    QTRY_VERIFY2(desk.mistake().isVisible() && desk.mistake().text().contains(S("column 7")),
                 qPrintable(desk.mistake().text()));
    QCOMPARE(desk.notice(), QString()); // quiet: nobody has asked for anything yet
    QCOMPARE(desk.focus(), S("filterBar"));
    QVERIFY(!desk.bar().hasSelectedText());
    QCOMPARE(desk.bar().cursorPosition(), 17);
    QVERIFY(contrastRatio(toneColor(Tone::error, desk.bar().palette()),
                          desk.bar().palette().color(QPalette::Base)) >= 4.5);
    desk.type("x");
    QVERIFY(!desk.bar().mistake());
    desk.press("Escape");
    QCOMPARE(desk.bar().text(), QString());
    QVERIFY(!desk.mistake().isVisible());
}

void TestFilterBar::aMendedMistakeIsForgotten() {
    Bar desk;
    desk.type("(id:r3");
    QTRY_VERIFY(desk.mistake().isVisible());
    desk.type(")");
    QVERIFY(!desk.mistake().isVisible());
    QVERIFY(desk.find<QLabel>("resultInfo").isVisible());
    desk.press("Return");
    QTRY_COMPARE(desk.current(), S("r3"));
    QVERIFY(!desk.bar().mistake());
}

void TestFilterBar::theMarkCountsWhatPeopleSee() {
    Bar desk;
    desk.bar().setText(QString::fromUtf8("käse 🧀 "));
    desk.type("wrong:x");
    QTRY_COMPARE(desk.bar().mistake(), std::optional(FilterBar::Mark(8, 5)));
}

QTEST_MAIN(TestFilterBar)
#include "tst_filter_bar.moc"
