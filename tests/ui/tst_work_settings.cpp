// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The settings that the work goes by: whose decisions they are, what an export begins with, the thresholds of
// the store.
#include "core/store/upkeep.h"
#include "tests/ui/support/settings_steps.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/exporting/export_dialog.h"
#include "ui/settings/preferences.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace goldpan;
using namespace goldpan::ui;
using namespace goldpan::test;

namespace {

#define S(text) QStringLiteral(text)

} // namespace

class TestWorkSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decisionsAreByTheChosenOperator();
    void draftsAreTheChosenOperators();
    void anOperatorsNameIsRedactedAndNeverEmpty();
    void theCommandLineSaysWhoWorksHere();
    void exportBeginsWithTheDefaults();
    void theThresholdOfTheStoreIsSetForAllRows();
};

void TestWorkSettings::decisionsAreByTheChosenOperator() {
    WindowDesk desk(3);
    desk.open();
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    openSettings(desk);
    QSignalSpy settled(&desk.window(), &MainWindow::settled);
    write(desk, "settingsOperator", "  berta ");
    QTRY_VERIFY(!settled.isEmpty());
    closeSettings(desk);
    QTRY_VERIFY(desk.find<QLabel>("operatorLine").accessibleName().contains(S("berta")) ||
                desk.find<QLabel>("operatorLine").text().contains(S("berta")));
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press("E");
    desk.editor().selectAll();
    desk.type("berta's answer");
    desk.press("Ctrl+S");
    QTRY_COMPARE(desk.correction("r2"), S("berta's answer"));
    QCOMPARE(desk.store().read("r2").correction->operatorName, std::string("berta"));
    // Ana's act is not Berta's to undo.
    desk.press("Esc");
    desk.press("U");
    QTRY_COMPARE(desk.state("r2"), S("unreviewed"));
    desk.press("U");
    QTRY_VERIFY(desk.notice().contains(S("berta")));
    QCOMPARE(desk.state("r1"), S("accepted"));

    desk.destroyWindow();
    desk.open();
    QTRY_VERIFY(desk.find<QLabel>("operatorLine").text().contains(S("berta")));
}

void TestWorkSettings::draftsAreTheChosenOperators() {
    WindowDesk desk(2);
    desk.open();
    desk.press("E");
    desk.editor().selectAll();
    desk.type("half a thought");
    openSettings(desk);
    write(desk, "settingsOperator", "berta");
    closeSettings(desk);
    QTRY_COMPARE(desk.draft("r1"), S("half a thought")); // ana's, kept
    QTRY_VERIFY(!desk.editor().toPlainText().contains(S("half a thought")));
    openSettings(desk);
    desk.find<QLineEdit>("settingsOperator").clear();
    QTest::keyClick(&desk.find<QLineEdit>("settingsOperator"), Qt::Key_Return);
    closeSettings(desk);
    QTRY_VERIFY(desk.editor().toPlainText().contains(S("half a thought")));
}

void TestWorkSettings::anOperatorsNameIsRedactedAndNeverEmpty() {
    WindowDesk desk(1);
    desk.open();
    openSettings(desk);
    write(desk, "settingsOperator", "ana@example.com");
    closeSettings(desk);
    QTRY_VERIFY(desk.find<QLabel>("operatorLine").text().contains(S("[EMAIL]")));
    QTRY_COMPARE(desk.current(), S("r1"));
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    QCOMPARE(desk.store().store().entries().history({}, 1).value().front().act.operatorName,
             std::string("[EMAIL]"));
    QCOMPARE(QSettings().value(S("operatorName")).toString(), S("[EMAIL]"));
    openSettings(desk);
    write(desk, "settingsOperator", "   ");
    QTRY_VERIFY(desk.find<QLabel>("operatorLine").text().contains(S("ana")));
    QVERIFY(!QSettings().contains(S("operatorName")));
    QCOMPARE(desk.find<QLineEdit>("settingsOperator").placeholderText(), S("ana"));
}

void TestWorkSettings::theCommandLineSaysWhoWorksHere() {
    WindowDesk desk(1);
    QSettings().setValue(S("operatorName"), S("berta"));
    desk.fixOperator();
    desk.open();
    QTRY_VERIFY(desk.find<QLabel>("operatorLine").text().contains(S("ana")));
    openSettings(desk);
    QVERIFY(desk.find<QLabel>("settingsOperatorHint").text().contains(S("--operator")));
    write(desk, "settingsOperator", "carla");
    QVERIFY(desk.find<QLabel>("operatorLine").text().contains(S("ana")));
    QCOMPARE(QSettings().value(S("operatorName")).toString(), S("carla"));
}

void TestWorkSettings::exportBeginsWithTheDefaults() {
    WindowDesk desk(1);
    desk.open();
    openSettings(desk);
    desk.find<QTabWidget>("settingsPages").setCurrentIndex(1);
    choose(desk, "settingsExportFormat", static_cast<int>(exporting::Format::log));
    write(desk, "settingsExportTags", "drift_window, drift_window,  my tag, of:jane@example.com,");
    write(desk, "settingsExportFolder", "/tmp/batches");
    write(desk, "settingsExportFolder", "/tmp/of jane@example.com");
    QCOMPARE(desk.find<QLineEdit>("settingsExportFolder").text(), S("/tmp/batches"));
    QVERIFY2(desk.notice().contains(S("not kept in the settings")), qPrintable(desk.notice()));
    for (const char* box : {"settingsExportRedact", "settingsExportToolRows", "settingsExportIdentical"}) {
        desk.find<QCheckBox>(box).click();
    }
    closeSettings(desk);
    for (int start = 0; start < 2; ++start) {
        auto& dialog = desk.find<ExportDialog>("exportDialog");
        const exporting::ExportSpec spec = dialog.spec();
        QCOMPARE(spec.format, exporting::Format::log);
        QCOMPARE(spec.tags, (std::vector<std::string>{"drift_window", "my tag", "of:[EMAIL]"}));
        QVERIFY(spec.redactCorrections && spec.toolRows);
        QCOMPARE(spec.exclude, std::vector<std::string>{"identical"});
        QVERIFY2(dialog.path().startsWith(S("/tmp/batches/")), qPrintable(dialog.path()));
        desk.destroyWindow();
        desk.open();
    }
}

void TestWorkSettings::theThresholdOfTheStoreIsSetForAllRows() {
    WindowDesk desk(0);
    std::vector<LogEntry> rows;
    for (int number = 1; number <= 3; ++number) {
        rows.push_back(test::entry("r" + std::to_string(number)));
        rows.back().responseLogprob = -number;
    }
    desk.store().add(rows);
    desk.openEmpty();
    openSettings(desk);
    auto& threshold = desk.find<QDoubleSpinBox>("settingsLowConfidence");
    const auto& message = desk.find<QLabel>("settingsPolicyMessage");
    QVERIFY(!threshold.isEnabled());
    QCOMPARE(message.text(), S("No store is open."));
    closeSettings(desk);
    desk.destroyWindow();

    desk.open();
    openSettings(desk);
    desk.find<QTabWidget>("settingsPages").setCurrentIndex(3);
    auto& apply = desk.find<QPushButton>("settingsPolicyApply");
    auto& value = desk.find<QDoubleSpinBox>("settingsLowConfidence");
    QTRY_VERIFY(value.isEnabled());
    QCOMPARE(value.value(), -3.0);
    QCOMPARE(value.text(), S("-3")); // no digits that say nothing
    QCOMPARE(desk.find<QDoubleSpinBox>("settingsDriftWindow").text(), S("12 h"));
    QVERIFY(!apply.isEnabled());
    value.setValue(-1.5);
    QCOMPARE(value.text(), S("-1.5"));
    desk.find<QDoubleSpinBox>("settingsDriftWindow").setValue(6);
    apply.setFocus();
    QTest::keyClick(&apply, Qt::Key_Space);
    QVERIFY2(QApplication::focusWidget() != nullptr, "the focus fell out of the dialog");
    QTRY_VERIFY(desk.find<QLabel>("settingsPolicyMessage").text().contains(S("2 row")));
    QCOMPARE(desk.store().ids("is:low-confidence"), std::string("r2 r3"));
    QCOMPARE(desk.store().store().upkeep().policy()->driftWindowHours, 6.0);
    QTRY_VERIFY(desk.find<QToolButton>("queue.lowConfidence").text().endsWith(S(" 2")));
    closeSettings(desk);
    desk.press("2");
    QTRY_COMPARE(desk.queue().model()->rowCount(), 2);
}

QTEST_MAIN(TestWorkSettings)
#include "tst_work_settings.moc"
