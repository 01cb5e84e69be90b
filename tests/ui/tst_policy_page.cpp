// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The policy of the store in the settings: all of it, by keys, in a window of any size.
#include "core/store/upkeep.h"
#include "tests/ui/support/settings_steps.h"
#include "ui/common/number_box.h"
#include "ui/settings/policy_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTest>
#include <QWheelEvent>

using namespace goldpan;
using namespace goldpan::ui;
using namespace goldpan::test;

namespace {

#define S(text) QStringLiteral(text)

/// One number: its box, the mnemonic that leads to it, what it shows at first, what is typed, how that is
/// stored, and its ends.
struct Number {
    const char* box;
    const char* mnemonic;
    const char* shown;
    const char* typed;
    const char* key;
    const char* stored;
    const char* ends;
};

constexpr Number kNumbers[] = {
    {"settingsLowConfidence", "Alt+L", "-3", "-2.25", "low_confidence_logprob", "-2.25", "From -1,000 to 0."},
    {"settingsDriftWindow", "Alt+D", "12 h", "6.5", "drift_window_hours", "6.5", "From 0.0001 h to 8,784 h."},
    {"settingsSampleRate", "Alt+S", "5 %", "7", "sample_rate", "0.07", "From 0 % to 100 %."},
    {"settingsRing", "Alt+H", "24 h", "48", "ring_hours", "48.0", "From 0 h to 8,784 h."},
    {"settingsDriftRows", "Alt+R", "100", "250", "drift_min_rows", "250", "From 1 to 1,000,000,000."},
    {"settingsSchedule", "Alt+T", "30 d", "7", "schedule_days", "7", "From 1 d to 3,660 d."},
    {"settingsClusterRows", "Alt+U", "100", "40", "cluster_min_rows", "40", "From 1 to 1,000,000,000."},
};

/// The dialog on its page of the store, with a store open.
class PolicyDesk : public WindowDesk {
public:
    PolicyDesk()
        : WindowDesk(2) {}

    void show() {
        open();
        openSettings(*this);
        find<QTabWidget>("settingsPages").setCurrentIndex(3);
        QTRY_VERIFY(box("settingsLowConfidence").isEnabled());
    }
    NumberBox& box(const char* name) { return find<NumberBox>(name); }
    QPushButton& apply() { return find<QPushButton>("settingsPolicyApply"); }
    QString message() { return find<QLabel>("settingsPolicyMessage").text(); }
    std::map<std::string, std::string> stored() { return policyToTexts(*store().store().upkeep().policy()); }

    /// Over what is selected, as it is after a mnemonic.
    void typeOver(const char* text) {
        press("Ctrl+A");
        type(text);
    }
};

} // namespace

class TestPolicyPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNumberIsSetByKeys();
    void whatNoExportTakesIsTicked();
    void whatWasNotTouchedStaysExact();
    void aDriftWindowIsNeverNothing();
    void whatAnotherProgramSetMeanwhileStays();
    void whatIsTypedStaysUntilThePolicyIsAnother();
    void whatIsNotAppliedIsGoneTheNextTime();
    void theLastFieldComesIntoSightInASmallWindow();
    void theWheelTurnsNoNumberInPassing();
};

void TestPolicyPage::everyNumberIsSetByKeys() {
    PolicyDesk desk;
    desk.show();
    QCOMPARE(std::size(kNumbers) + 1, desk.stored().size()); // a new number has its place here
    for (const Number& number : kNumbers) {
        const NumberBox& box = desk.box(number.box);
        QCOMPARE(box.text(), QString::fromLatin1(number.shown));
        QVERIFY2(box.accessibleDescription().endsWith(QString::fromLatin1(number.ends)),
                 qPrintable(box.accessibleDescription()));
        desk.press(number.mnemonic);
        QTRY_COMPARE(desk.focus(), QString::fromLatin1(number.box));
        desk.typeOver(number.typed);
    }
    desk.press("Tab"); // the number at hand counts
    QTRY_VERIFY(desk.apply().isEnabled());
    desk.press("Alt+A");
    QTRY_VERIFY2(desk.message().contains(S("thresholds now")), qPrintable(desk.message()));
    for (const Number& number : kNumbers) {
        QCOMPARE(desk.stored().at(number.key), std::string(number.stored));
    }
    QVERIFY(!desk.apply().isEnabled());
}

void TestPolicyPage::whatNoExportTakesIsTicked() {
    PolicyDesk desk;
    desk.show();
    QCOMPARE(desk.stored().at("export_exclude"), std::string("none"));
    desk.press("Alt+U");
    desk.press("Tab"); // behind the last number
    QTRY_COMPARE(desk.focus(), S("settingsExclude_duplicate"));
    desk.press("Space");
    for (int step = 0; step < 4; ++step) {
        desk.press("Tab");
    }
    QTRY_COMPARE(desk.focus(), S("settingsExclude_stop_token"));
    desk.press("Space");
    QTRY_VERIFY(desk.apply().isEnabled());
    desk.press("Alt+A");
    QTRY_COMPARE(desk.stored().at("export_exclude"), std::string("duplicate,stop_token"));
    QTRY_VERIFY(desk.find<QCheckBox>("settingsExclude_duplicate").isEnabled());
    QVERIFY(desk.find<QCheckBox>("settingsExclude_stop_token").isChecked());
    desk.find<QCheckBox>("settingsExclude_duplicate").setFocus();
    desk.press("Space");
    QTRY_VERIFY(desk.apply().isEnabled());
    desk.press("Alt+A");
    QTRY_COMPARE(desk.stored().at("export_exclude"), std::string("stop_token"));
}

void TestPolicyPage::whatWasNotTouchedStaysExact() {
    PolicyDesk desk;
    const Policy exact{.lowConfidenceLogprob = -1.0 / 3, .sampleRate = 1.0 / 3, .ringHours = 1.0 / 7};
    QVERIFY(desk.store().store().upkeep().setPolicy(policyToTexts(exact), {}, {}));
    desk.show();
    QCOMPARE(desk.box("settingsSampleRate").text(), S("33.3333 %"));
    QVERIFY(!desk.apply().isEnabled());
    desk.press("Alt+T");
    desk.typeOver("8");
    desk.press("Tab");
    desk.press("Alt+A");
    Policy wanted = exact;
    wanted.scheduleDays = 8;
    QTRY_VERIFY2(desk.message().contains(S("thresholds now")), qPrintable(desk.message()));
    const Policy stored = *desk.store().store().upkeep().policy();
    QCOMPARE(policyToTexts(stored), policyToTexts(wanted));
    QVERIFY(stored == wanted);
}

void TestPolicyPage::aDriftWindowIsNeverNothing() {
    PolicyDesk desk;
    desk.show();
    desk.press("Alt+D");
    desk.typeOver("0");
    desk.press("Tab");
    QCOMPARE(desk.box("settingsDriftWindow").value(), 12.0);
    QVERIFY(!desk.apply().isEnabled());
    const Policy tiny{.driftWindowHours = Policy::kLeastWindowHours}; // less than the box can show
    QVERIFY(desk.store().store().upkeep().setPolicy(policyToTexts(tiny), {}, {}));
    closeSettings(desk);
    openSettings(desk);
    QTRY_COMPARE(desk.box("settingsDriftWindow").value(), 0.0001);
    QVERIFY(!desk.apply().isEnabled());
}

void TestPolicyPage::whatAnotherProgramSetMeanwhileStays() {
    PolicyDesk desk;
    desk.show();
    QVERIFY(desk.store().store().upkeep().setPolicy({{"ring_hours", "7"}}, {}, {}));
    desk.press("Alt+T");
    desk.typeOver("8");
    desk.press("Tab");
    desk.press("Alt+A");
    QTRY_VERIFY2(desk.message().contains(S("thresholds now")), qPrintable(desk.message()));
    QCOMPARE(desk.stored().at("schedule_days"), std::string("8"));
    QCOMPARE(desk.stored().at("ring_hours"), std::string("7.0"));
    QCOMPARE(desk.box("settingsRing").text(), S("7 h")); // and is shown
}

void TestPolicyPage::whatIsTypedStaysUntilThePolicyIsAnother() {
    PolicyPage page;
    const Policy policy;
    page.setPolicy(policy);
    auto* window = page.findChild<NumberBox*>(S("settingsDriftWindow"));
    window->setValue(6);
    page.setPolicy(policy); // read again, as the dialog opens
    QCOMPARE(window->value(), 6.0);
    page.setPolicy(Policy{.driftWindowHours = 3}); // somebody else has set it
    QCOMPARE(window->value(), 3.0);
    window->setValue(6);
    page.setBusy(S("..."));
    page.setPolicy(Policy{.driftWindowHours = 3}); // it could not be set
    QCOMPARE(window->value(), 3.0);
}

void TestPolicyPage::whatIsNotAppliedIsGoneTheNextTime() {
    PolicyDesk desk;
    desk.show();
    desk.press("Alt+D");
    desk.typeOver("6");
    QTRY_COMPARE(desk.box("settingsDriftWindow").value(), 6.0);
    closeSettings(desk);
    openSettings(desk);
    QCOMPARE(desk.box("settingsDriftWindow").value(), 12.0);
    QVERIFY(!desk.apply().isEnabled());
}

void TestPolicyPage::theLastFieldComesIntoSightInASmallWindow() {
    PolicyDesk desk;
    desk.show();
    auto& dialog = desk.find<QDialog>("settingsDialog");
    const auto& scroll = desk.find<QScrollArea>("settingsPolicyScroll");
    const QWidget& box = desk.box("settingsClusterRows");
    const auto isSeen = [&] { return box.visibleRegion().boundingRect() == box.rect(); };
    dialog.resize(dialog.width(), 1); // as small as it gets
    QTRY_VERIFY(scroll.verticalScrollBar()->maximum() > 0);
    QTRY_VERIFY(!isSeen());
    desk.press("Alt+U");
    QTRY_COMPARE(desk.focus(), S("settingsClusterRows"));
    QTRY_VERIFY(isSeen());
    desk.press("Alt+L");
    QTRY_VERIFY(!isSeen());
    for (int step = 0; step < 6; ++step) {
        desk.press("Tab");
    }
    QTRY_COMPARE(desk.focus(), S("settingsClusterRows"));
    QTRY_VERIFY(isSeen());
    QVERIFY(!desk.apply().visibleRegion().isEmpty()); // does not scroll away
}

void TestPolicyPage::theWheelTurnsNoNumberInPassing() {
    PolicyDesk desk;
    desk.show();
    NumberBox& box = desk.box("settingsDriftWindow");
    const auto turn = [&box] {
        const QPointF at = QRectF(box.rect()).center();
        QWheelEvent event(at, box.mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&box, &event);
    };
    turn();
    QCOMPARE(box.value(), 12.0);
    desk.press("Alt+D");
    QTRY_COMPARE(desk.focus(), S("settingsDriftWindow"));
    turn();
    QCOMPARE(box.value(), 13.0);
}

QTEST_MAIN(TestPolicyPage)
#include "tst_policy_page.moc"
