// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people choose counts at once and at the next start, and a settings file that makes no sense stops
// nothing.
#include "tests/ui/support/settings_steps.h"
#include "ui/commands/command_registry.h"
#include "ui/common/theme.h"
#include "ui/detail/correction_editor.h"
#include "ui/settings/appearance.h"
#include "ui/settings/preferences.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace goldpan;
using namespace goldpan::ui;
using namespace goldpan::test;

namespace {

#define S(text) QStringLiteral(text)

QStringList storedKeys() {
    QStringList keys = QSettings().allKeys();
    keys.removeAll(S("windowGeometry"));
    keys.removeAll(S("queueColumns"));
    keys.removeAll(S("recentStores"));
    return keys;
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDialogStandsBesideTheWindow();
    void onlyWhatDiffersIsStored();
    void theThemeCountsAtOnceAndNextTime();
    void ourPalettesRead();
    void emptyBoxesShowInTheDark();
    void boxesFollowTheSystem();
    void fontsAndZoomReachTheTexts();
    void aBrokenSettingFallsBackAndIsSaid_data();
    void aBrokenSettingFallsBackAndIsSaid();
    void aBrokenFileStopsNothing();
    void whatOthersStoredStays();
};

void TestSettings::theDialogStandsBesideTheWindow() {
    WindowDesk desk(3);
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    openSettings(desk);
    auto& dialog = desk.find<QDialog>("settingsDialog");
    QVERIFY(!dialog.isModal());
    closeSettings(desk);
    QCOMPARE(desk.current(), S("r2"));

    for (const char* from : {"correctionEditor", "filterBar"}) {
        desk.find<QWidget>(from).setFocus();
        openSettings(desk);
        auto& pages = desk.find<QTabWidget>("settingsPages");
        for (int page = 0; page < pages.count(); ++page) {
            pages.setCurrentIndex(page);
        }
        closeSettings(desk);
        QTRY_COMPARE(desk.focus(), S("queueView"));
        QCOMPARE(desk.current(), S("r2"));
    }
}

void TestSettings::onlyWhatDiffersIsStored() {
    WindowDesk desk(1);
    desk.open();
    openSettings(desk);
    QCOMPARE(storedKeys(), QStringList());
    choose(desk, "settingsTheme", static_cast<int>(ThemeChoice::dark));
    desk.find<QSpinBox>("settingsZoom").setValue(3);
    QCOMPARE(storedKeys(), QStringList({S("theme"), S("zoomSteps")}));
    choose(desk, "settingsTheme", static_cast<int>(ThemeChoice::system));
    desk.find<QSpinBox>("settingsZoom").setValue(0);
    QCOMPARE(storedKeys(), QStringList());
}

void TestSettings::theThemeCountsAtOnceAndNextTime() {
    const QPalette system = QApplication::palette();
    WindowDesk desk(1);
    desk.open();
    const auto base = [&desk] { return desk.queue().palette().color(QPalette::Base); };
    openSettings(desk);
    choose(desk, "settingsTheme", static_cast<int>(ThemeChoice::dark));
    QTRY_COMPARE(base(), darkPalette().color(QPalette::Base));
    QTRY_COMPARE(desk.editor().palette().color(QPalette::Text), darkPalette().color(QPalette::Text));
    choose(desk, "settingsTheme", static_cast<int>(ThemeChoice::light));
    QTRY_COMPARE(base(), lightPalette().color(QPalette::Base));
    choose(desk, "settingsTheme", static_cast<int>(ThemeChoice::dark));

    desk.destroyWindow();
    QCOMPARE(QApplication::palette(), system);
    desk.open();
    QTRY_COMPARE(base(), darkPalette().color(QPalette::Base));
    openSettings(desk);
    QCOMPARE(desk.find<QComboBox>("settingsTheme").currentData().toInt(),
             static_cast<int>(ThemeChoice::dark));
    choose(desk, "settingsTheme", static_cast<int>(ThemeChoice::system));
    QTRY_COMPARE(base(), system.color(QPalette::Base));
}

void TestSettings::ourPalettesRead() {
    using Pair = std::pair<QPalette::ColorRole, QPalette::ColorRole>;
    for (const QPalette& palette : {lightPalette(), darkPalette()}) {
        for (const auto& [text, ground] :
             {Pair(QPalette::WindowText, QPalette::Window), Pair(QPalette::Text, QPalette::Base),
              Pair(QPalette::Text, QPalette::AlternateBase), Pair(QPalette::ButtonText, QPalette::Button),
              Pair(QPalette::HighlightedText, QPalette::Highlight),
              Pair(QPalette::ToolTipText, QPalette::ToolTipBase), Pair(QPalette::Link, QPalette::Base),
              Pair(QPalette::Link, QPalette::Window), Pair(QPalette::PlaceholderText, QPalette::Base)}) {
            const double contrast = contrastRatio(palette.color(text), palette.color(ground));
            QVERIFY2(contrast >= kMinimumContrast,
                     qPrintable(S("%1 on %2: %3").arg(text).arg(ground).arg(contrast)));
        }
        // A control's edge and the selection stand out from what is around them (WCAG 2.1, 1.4.11).
        QVERIFY(contrastRatio(palette.color(QPalette::Highlight), palette.color(QPalette::Base)) >= 3);
    }
}

void TestSettings::emptyBoxesShowInTheDark() {
    const QPalette boxes = boxPalette(darkPalette());
    const QPalette violet(QColor(0x40, 0x20, 0x60), QColor(0x20, 0x10, 0x30)); // a user's own
    for (const QPalette& dark : {darkPalette(), violet}) {
        const QPalette own = boxPalette(dark);
        QVERIFY(contrastRatio(own.color(QPalette::Base), dark.color(QPalette::Window)) >= 3);
        QVERIFY(contrastRatio(own.color(QPalette::Text), own.color(QPalette::Base)) >= 3);
    }
    QCOMPARE(boxPalette(lightPalette()), lightPalette());
    WindowDesk desk(1);
    desk.open();
    openSettings(desk);
    const auto ground = [&desk](const char* name) {
        return desk.find<QWidget>(name).palette().color(QPalette::Base);
    };
    const QColor before = ground("settingsExportRedact");
    choose(desk, "settingsTheme", static_cast<int>(ThemeChoice::dark));
    QTRY_COMPARE(ground("settingsExportRedact"), boxes.color(QPalette::Base));
    QTRY_COMPARE(ground("exportTags"), boxes.color(QPalette::Base));
    const QPalette tags = desk.find<QWidget>("exportTags").palette();
    QVERIFY(contrastRatio(tags.color(QPalette::Text), tags.color(QPalette::Window)) >= 4.5); // the words
    QVERIFY(contrastRatio(tags.color(QPalette::Text), tags.color(QPalette::Base)) >= 3);     // the ticks
    QTRY_COMPARE(ground("queueView"), darkPalette().color(QPalette::Base));
    choose(desk, "settingsTheme", static_cast<int>(ThemeChoice::light));
    QTRY_COMPARE(ground("settingsExportRedact"), lightPalette().color(QPalette::Base));
    QTRY_COMPARE(ground("exportTags"), lightPalette().color(QPalette::Base));
    choose(desk, "settingsTheme", static_cast<int>(ThemeChoice::system));
    QTRY_COMPARE(ground("settingsExportRedact"), before);
}

void TestSettings::boxesFollowTheSystem() {
    const auto restore = qScopeGuard([] { usePalette(QPalette()); });
    QApplication::setPalette(darkPalette()); // as the system would have it from the beginning
    WindowDesk desk(1);
    desk.open();
    openSettings(desk);
    const auto ground = [&desk] {
        return desk.find<QWidget>("settingsExportRedact").palette().color(QPalette::Base);
    };
    QTRY_COMPARE(ground(), boxPalette(darkPalette()).color(QPalette::Base));
    QApplication::setPalette(lightPalette()); // the day comes
    QTRY_COMPARE(ground(), lightPalette().color(QPalette::Base));
    QApplication::setPalette(darkPalette()); // and goes
    QTRY_COMPARE(ground(), boxPalette(darkPalette()).color(QPalette::Base));
}

void TestSettings::fontsAndZoomReachTheTexts() {
    const QFont system = QApplication::font();
    WindowDesk desk(1);
    desk.open();
    openSettings(desk);
    desk.find<QDoubleSpinBox>("settingsInterfacePoints").setValue(12);
    QCOMPARE(QApplication::font().pointSizeF(), 12.0);
    QCOMPARE(desk.queue().font().pointSizeF(), 12.0);
    QCOMPARE(desk.editor().font().pointSizeF(), 12.0);
    desk.find<QSpinBox>("settingsZoom").setValue(2);
    QCOMPARE(desk.queue().font().pointSizeF(), 14.0);
    desk.find<QDoubleSpinBox>("settingsTextPoints").setValue(20);
    for (const char* view : {"promptView", "responseView", "correctionEditor"}) {
        QCOMPARE(desk.find<QWidget>(view).font().pointSizeF(), 22.0);
    }
    QCOMPARE(desk.queue().font().pointSizeF(), 14.0);
    choose(desk, "settingsTextFamily", QString::fromLatin1(kMonospace));
    QVERIFY(QFontInfo(desk.editor().font()).fixedPitch());
    QCOMPARE(desk.queue().font().family(), system.family());

    desk.destroyWindow();
    QCOMPARE(QApplication::font(), system);
    desk.open();
    QCOMPARE(desk.editor().font().pointSizeF(), 22.0);
    desk.press("Ctrl+0");
    QCOMPARE(desk.editor().font().pointSizeF(), 20.0);
    desk.press("Ctrl+-");
    QCOMPARE(QSettings().value(S("zoomSteps")).toInt(), -1);
    openSettings(desk);
    QCOMPARE(desk.find<QSpinBox>("settingsZoom").value(), -1);
}

void TestSettings::aBrokenSettingFallsBackAndIsSaid_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("a number that is none") << S("zoomSteps") << QVariant(S("many"));
    QTest::newRow("a number out of range") << S("zoomSteps") << QVariant(1'000'000);
    QTest::newRow("half a step") << S("zoomSteps") << QVariant(S("1.5"));
    QTest::newRow("not a number") << S("textPoints") << QVariant(S("nan"));
    QTest::newRow("infinite") << S("interfacePoints") << QVariant(S("inf"));
    QTest::newRow("negative") << S("textPoints") << QVariant(-3);
    QTest::newRow("another word") << S("theme") << QVariant(S("purple"));
    QTest::newRow("a list for a word") << S("theme") << QVariant(QStringList({S("dark"), S("light")}));
    QTest::newRow("a list for a text") << S("textFamily") << QVariant(QStringList({S("a"), S("b")}));
    QTest::newRow("bytes for a text") << S("textFamily") << QVariant(QByteArray("\0\1\2", 3));
    QTest::newRow("a novel for a name") << S("operatorName") << QVariant(QString(100'000, u'x'));
    QTest::newRow("no format") << S("export/format") << QVariant(S("xml"));
    QTest::newRow("neither yes nor no") << S("export/redact") << QVariant(S("perhaps"));
    QTest::newRow("an empty tag") << S("export/tags") << QVariant(QStringList({S("a"), S(" ")}));
}

void TestSettings::aBrokenSettingFallsBackAndIsSaid() {
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    WindowDesk desk(1);
    QSettings().setValue(key, value);
    QStringList problems;
    QCOMPARE(loadPreferences(&problems), Preferences());
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().contains(key), qPrintable(problems.first()));
    desk.open();
    QCOMPARE(desk.notice(), problems.first());
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
}

void TestSettings::aBrokenFileStopsNothing() {
    WindowDesk desk(1);
    QSettings().setValue(S("zoomSteps"), 2);
    QSettings().sync();
    QFile file(QSettings().fileName());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray("\xFF\xFE[[[\nkeys\\=%%%\n\0\0\n[keys\nrow.next=@Variant(\\0\\0\\0\\x7F)\n", 55));
    file.close();
    desk.open();
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
}

void TestSettings::whatOthersStoredStays() {
    WindowDesk desk(1);
    QSettings().setValue(S("fromALaterVersion"), S("keep me"));
    QSettings().setValue(S("theme"), S("purple"));
    desk.open();
    openSettings(desk);
    desk.find<QSpinBox>("settingsZoom").setValue(1);
    QCOMPARE(QSettings().value(S("fromALaterVersion")).toString(), S("keep me"));
    QCOMPARE(QSettings().value(S("theme")).toString(), S("purple"));
}

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
