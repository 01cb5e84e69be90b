// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rules of redaction change while somebody writes, what the store holds of it follows the rules;
// and nothing of what people typed is kept before a store's rules are known.
#include "tests/ui/support/rule_steps.h"
#include "tests/ui/support/settings_steps.h"
#include "ui/detail/correction_editor.h"
#include "ui/settings/preferences.h"
#include "ui/window/main_window.h"
#include "ui/window/settings.h"

#include <QCheckBox>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::ask;
using goldpan::test::marked;
using goldpan::test::orderNumbers;
using goldpan::test::rules;
using goldpan::test::setRules;
using goldpan::test::stateLine;
using goldpan::test::WindowDesk;
using goldpan::test::write;

namespace {

#define S(text) QStringLiteral(text)

/// Files of the store that hold these bytes.
QStringList filesWith(WindowDesk& desk, const QByteArray& bytes) {
    QStringList out;
    for (const QString& end : {QString(), S("-wal")}) {
        QFile file(QString::fromStdString(desk.store().path()) + end);
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes)) {
            out << file.fileName();
        }
    }
    return out;
}

} // namespace

class TestRuleDrafts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsPiiFromNowOnLeavesTheDraftAndTheJournal();
    void whatIsNoPiiAnyMoreComesBackIntoTheDraft();
    void aDraftThatIsOnlyReadFollowsTheRules();
    void aFilterThatTheStoresRulesForbidIsKeptNowhere();
    void whatTheStoresRulesForbidDoesNotReachTheSettings();
};

void TestRuleDrafts::whatIsPiiFromNowOnLeavesTheDraftAndTheJournal() {
    WindowDesk desk;
    desk.open();
    write(desk, "Order AB-12345");
    QTRY_COMPARE(desk.draft("r1"), S("Order AB-12345"));
    test::selectLast(desk, 8);
    QVERIFY(ask(desk, "pii.mark", "ownRuleDialog") != nullptr);
    desk.find<QCheckBox>("ownRuleShape").setChecked(true);
    desk.press("Return");
    QTRY_COMPARE(marked(desk), S("AB-12345"));
    QTRY_COMPARE(desk.draft("r1"), S("Order [CUSTOM]"));
    QTRY_VERIFY2(stateLine(desk).contains(S("durable")), qPrintable(stateLine(desk)));
    desk.press("Ctrl+S");
    QTRY_COMPARE(desk.correction("r1"), S("Order [CUSTOM]"));
    desk.destroyWindow();
    QCOMPARE(desk.store().query("SELECT count(*) FROM act_change WHERE before LIKE '%12345%'"),
             std::string("0"));
    desk.store()
        .close(); // with the last one who has it open the log goes, where the words lay before the rule
    QCOMPARE(filesWith(desk, "AB-12345"), QStringList());
    QVERIFY(!filesWith(desk, "Order [CUSTOM]").isEmpty());
    desk.store().reopen();
}

void TestRuleDrafts::whatIsNoPiiAnyMoreComesBackIntoTheDraft() {
    WindowDesk desk;
    desk.open();
    write(desk, "Mail help@example.com");
    QTRY_COMPARE(desk.draft("r1"), S("Mail [EMAIL]"));
    QVERIFY(ask(desk, "pii.allow", "allowDialog") != nullptr);
    desk.press("Return");
    QTRY_COMPARE(desk.draft("r1"), S("Mail help@example.com"));
    desk.pressNoticeAction(S("Take it back"));
    QTRY_COMPARE(desk.draft("r1"), S("Mail [EMAIL]"));
    QCOMPARE(desk.editor().toPlainText(), S("Mail help@example.com"));
}

void TestRuleDrafts::aDraftThatIsOnlyReadFollowsTheRules() {
    WindowDesk desk;
    desk.open();
    write(desk, "Order AB-12345");
    QTRY_COMPARE(desk.draft("r1"), S("Order AB-12345"));
    desk.destroyWindow();
    desk.open();
    QTRY_COMPARE(desk.editor().toPlainText(), S("Order AB-12345"));
    setRules(desk, orderNumbers());
    QTRY_COMPARE(desk.draft("r1"), S("Order [ORDER_NO]"));
    setRules(desk, {});
    QTRY_COMPARE(desk.draft("r1"), S("Order AB-12345")); // the editor has held the words all the time
}

void TestRuleDrafts::aFilterThatTheStoresRulesForbidIsKeptNowhere() {
    WindowDesk desk;
    setRules(desk, orderNumbers());
    desk.open(S("-\"AB-12345\""));
    QTRY_VERIFY2(desk.notice().contains(S("kept nowhere")), qPrintable(desk.notice()));
    desk.window().close();
    QTRY_VERIFY(!desk.window().isVisible());
    desk.destroyWindow();
    QCOMPARE(settings::storePlace(QString::fromStdString(desk.store().path())).filter, QString());
}

void TestRuleDrafts::whatTheStoresRulesForbidDoesNotReachTheSettings() {
    WindowDesk desk;
    setRules(desk, orderNumbers());
    QTemporaryDir folder;
    const QString path = folder.filePath(S("AB-12345.goldpan"));
    desk.store().close(); // so that the file is all there is
    QVERIFY(QFile::copy(QString::fromStdString(desk.store().path()), path));
    desk.store().reopen();
    desk.open();
    desk.window().openPath(path);
    QTRY_VERIFY2(desk.notice().contains(S("not kept among the recent stores")), qPrintable(desk.notice()));
    QVERIFY(!settings::recentStores().contains(path));
    test::openSettings(desk);
    test::write(desk, "settingsOperator", "ana of AB-12345");
    test::closeSettings(desk);
    QTRY_COMPARE(loadPreferences().operatorName, S("ana of [ORDER_NO]"));
}

QTEST_MAIN(TestRuleDrafts)
#include "tst_rule_drafts.moc"
