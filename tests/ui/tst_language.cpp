// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window speaks the language that was chosen, or the system's.
#include "tests/ui/support/window_desk.h"
#include "ui/settings/language.h"
#include "ui/window/import_text.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QSettings>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

QString imported(int rows) {
    ImportedLog log;
    log.report.tally.stored = rows;
    return importText(S("log"), log);
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSystemsLanguageIsTheFirstThatTheWindowSpeaks_data();
    void theSystemsLanguageIsTheFirstThatTheWindowSpeaks();
    void theChoiceIsStoredForTheNextStart();
    void englishCountsInEnglish();
};

void TestLanguage::theSystemsLanguageIsTheFirstThatTheWindowSpeaks_data() {
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<LanguageChoice>("spoken");
    QTest::newRow("China") << QStringList{S("zh-CN"), S("zh"), S("zh-Hans-CN")} << LanguageChoice::chinese;
    QTest::newRow("Singapore") << QStringList{S("zh-Hans-SG"), S("zh")} << LanguageChoice::chinese;
    QTest::newRow("Taiwan") << QStringList{S("zh-TW"), S("zh"), S("zh-Hant-TW")} << LanguageChoice::english;
    QTest::newRow("English first") << QStringList{S("en-GB"), S("zh-CN")} << LanguageChoice::english;
    QTest::newRow("German, then Chinese")
        << QStringList{S("de-DE"), S("de"), S("zh-CN")} << LanguageChoice::chinese;
    QTest::newRow("no language") << QStringList{S("C")} << LanguageChoice::english;
    QTest::newRow("nothing") << QStringList{} << LanguageChoice::english;
}

void TestLanguage::theSystemsLanguageIsTheFirstThatTheWindowSpeaks() {
    QFETCH(QStringList, names);
    QTEST(languageOf(names), "spoken");
}

void TestLanguage::theChoiceIsStoredForTheNextStart() {
    WindowDesk desk(1);
    desk.open();
    desk.press("Ctrl+,");
    QTRY_COMPARE(QApplication::activeWindow(), &desk.find<QDialog>("settingsDialog"));
    auto& box = desk.find<QComboBox>("settingsLanguage");
    QCOMPARE(box.currentText(), S("As the system"));
    box.setFocus();
    QTest::keyClick(&box, Qt::Key_End);
    QCOMPARE(box.currentText(), S("中文"));
    QCOMPARE(QSettings().value(S("language")).toString(), S("zh_CN"));
    QCOMPARE(loadPreferences().language, LanguageChoice::chinese);
    QCOMPARE(desk.find<QLabel>("settingsLanguageHint").text(),
             S("Another language counts from the next start."));
    QTest::keyClick(&box, Qt::Key_Home);
    QVERIFY(!QSettings().contains(S("language")));
}

void TestLanguage::englishCountsInEnglish() {
    const Language english(LanguageChoice::english);
    QCOMPARE(imported(1), S("log: 1 row imported."));
    QCOMPARE(imported(0), S("log: 0 rows imported."));
    QCOMPARE(imported(2'000'001), S("log: 2,000,001 rows imported."));
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
