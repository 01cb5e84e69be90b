// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the desktop program, and what it makes of names of logs.
#include "app/desktop/options.h"
#include "ui/window/import_text.h"

#include <QTest>

using goldpan::desktop::Options;
using goldpan::desktop::readOptions;

#define S(text) QStringLiteral(text)

namespace {

Options read(const QStringList& words) {
    return readOptions(QStringList{S("goldpan")} + words);
}

} // namespace

class TestOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheKeymapPromises();
    void theOperatorIsTheLoginNameByDefault();
    void wrongWordsAreExplained();
    void logsAreKnownByTheirNames();
    void progressTellsRateAndTimeLeft();
};

void TestOptions::readsWhatTheKeymapPromises() {
    const Options options = read({S("a.goldpan"), S("--operator"), S("ana"), S("--filter"), S("tag:none")});
    QCOMPARE(options.problem, QString());
    QCOMPARE(options.path, S("a.goldpan"));
    QCOMPARE(options.operatorName, S("ana"));
    QCOMPARE(options.filter, S("tag:none"));
    QVERIFY(read({S("--version")}).text.startsWith(S("goldpan ")));
    QVERIFY(read({S("-h")}).text.contains(S("--operator")));
}

void TestOptions::theOperatorIsTheLoginNameByDefault() {
    QVERIFY(!read({}).operatorName.isEmpty());
    QCOMPARE(read({}).problem, QString());
}

void TestOptions::wrongWordsAreExplained() {
    QVERIFY(!read({S("--nosuch")}).problem.isEmpty());
    QVERIFY(!read({S("--operator"), S("  ")}).problem.isEmpty());
    QVERIFY(!read({S("a.goldpan"), S("b.goldpan")}).problem.isEmpty());
    QVERIFY(!read({S("--screenshot"), S("x.png")}).problem.isEmpty());
    QVERIFY(!read({S("log.jsonl"), S("--screenshot"), S("x.png")}).problem.isEmpty());
}

void TestOptions::logsAreKnownByTheirNames() {
    using goldpan::ui::isLogName;
    using goldpan::ui::storeBeside;
    QVERIFY(isLogName(S("/a/x.jsonl")));
    QVERIFY(isLogName(S("x.JSONL.gz")));
    QVERIFY(!isLogName(S("x.goldpan")));
    QCOMPARE(storeBeside(S("/a/x.jsonl.gz")), S("/a/x.goldpan"));
    QCOMPARE(storeBeside(S("/a/x.y.jsonl")), S("/a/x.y.goldpan"));
}

void TestOptions::progressTellsRateAndTimeLeft() {
    using goldpan::ui::rateText;
    QCOMPARE(rateText({.done = 250, .total = 1000, .rows = 66'000}, 1000), S("66,000 rows/s, 3 s left"));
    QCOMPARE(rateText({.done = 1, .total = 1000, .rows = 1000}, 1000), S("1,000 rows/s, 17 min left"));
    QCOMPARE(rateText({.done = 1, .total = 1000, .rows = 1000}, 100), QString());
    QCOMPARE(rateText({.done = 500, .total = 0, .rows = 1000}, 1000), S("1,000 rows/s"));
}

QTEST_MAIN(TestOptions)
#include "tst_options.moc"
