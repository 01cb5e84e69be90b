// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What "this is PII" refuses, says and waits for, and where the editor offers it.
#include "core/store/write_gate.h"
#include "tests/ui/support/rule_steps.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"

#include <QApplication>
#include <QCheckBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <future>
#include <thread>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::ask;
using goldpan::test::marked;
using goldpan::test::orderNumbers;
using goldpan::test::rules;
using goldpan::test::selectLast;
using goldpan::test::setRules;
using goldpan::test::WindowDesk;
using goldpan::test::write;

namespace {

#define S(text) QStringLiteral(text)

/// Another program that writes to the store until it is let go.
class BusyStore {
public:
    explicit BusyStore(WindowDesk& desk)
        : m_writer([this, &desk] {
            const auto store = desk.store().another();
            const auto wrote = store->writes().transact([this](store::WriteTransaction&) -> Result<void> {
                m_held.set_value();
                m_end.get_future().wait();
                return {};
            });
            Q_UNUSED(wrote)
        }) {
        m_held.get_future().wait();
    }
    ~BusyStore() { m_end.set_value(); }

private:
    std::promise<void> m_held;
    std::promise<void> m_end;
    std::jthread m_writer; ///< after what it uses
};

QString message(WindowDesk& desk) {
    return desk.find<QLabel>("ownRuleMessage").text();
}

QString hint(WindowDesk& desk) {
    return desk.find<QLabel>("ownRuleHint").text();
}

/// Selects the last characters and asks for a rule.
void askMark(WindowDesk& desk, const char* text, int characters) {
    write(desk, text);
    selectLast(desk, characters);
    QVERIFY(ask(desk, "pii.mark", "ownRuleDialog") != nullptr);
}

int setsOfRules(WindowDesk& desk) {
    return QString::fromStdString(desk.store().query("SELECT count(*) FROM rule_set")).toInt();
}

} // namespace

class TestRuleDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRuleThatWouldFindNothingIsRefused_data();
    void aRuleThatWouldFindNothingIsRefused();
    void wordsTooShortForARuleAreRefused();
    void theSameRuleTwiceIsRefused();
    void theHintSaysWhatTheRuleHolds();
    void aBusyStoreGetsTheRuleOnce();
    void whatIsGivenUpIsNotDone();
    void whatWasSelectedIsSafeFromTheNextKey();
    void anOfferEndsWhereAnotherProgramChangesTheRules();
    void theMenuOfTheEditorHasTheCommands();
    void aProblemNamesItsRule();
    void aRefusedFilterIsForgottenWithTheNext();
};

void TestRuleDialogs::aRuleThatWouldFindNothingIsRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("characters");
    QTest::newRow("a placeholder") << S("Write [EMAIL] now") << 11;
    QTest::newRow("a piece of a word") << S("Order 12345678") << 3;
}

void TestRuleDialogs::aRuleThatWouldFindNothingIsRefused() {
    QFETCH(const QString, text);
    QFETCH(const int, characters);
    WindowDesk desk;
    desk.open();
    askMark(desk, text.toLatin1().constData(), characters);
    desk.press("Return");
    QTRY_VERIFY2(message(desk).contains(S("would not find")), qPrintable(message(desk)));
    QVERIFY(desk.find<QDialog>("ownRuleDialog").isVisible());
    QVERIFY(rules(desk) == redact::RuleSet());
}

void TestRuleDialogs::wordsTooShortForARuleAreRefused() {
    WindowDesk desk;
    desk.open();
    askMark(desk, "Room 7", 1);
    QVERIFY2(message(desk).contains(S("too short")), qPrintable(message(desk)));
    QVERIFY(!desk.find<QPushButton>("ownRuleRun").isEnabled());
    desk.press("Return");
    QVERIFY(desk.find<QDialog>("ownRuleDialog").isVisible());
    desk.press("Esc");
    QTRY_COMPARE(desk.focus(), S("queueView"));
    QVERIFY(rules(desk) == redact::RuleSet());
}

void TestRuleDialogs::theSameRuleTwiceIsRefused() {
    WindowDesk desk;
    desk.open();
    askMark(desk, "Order AB-12345", 8);
    desk.press("Return");
    QTRY_COMPARE(marked(desk), S("AB-12345"));
    QTRY_COMPARE(desk.focus(), S("correctionEditor"));
    askMark(desk, "Order AB-12345", 8);
    desk.press("Return");
    QTRY_VERIFY2(message(desk).contains(S("has this rule already")), qPrintable(message(desk)));
    desk.press("Ctrl+A");
    desk.type("no token");
    desk.press("Return");
    QTRY_VERIFY2(message(desk).contains(S("a token is")), qPrintable(message(desk)));
    QVERIFY2(!message(desk).contains(S("rules[")), qPrintable(message(desk)));
    QCOMPARE(rules(desk).rules().size(), std::size_t{1});
}

void TestRuleDialogs::theHintSaysWhatTheRuleHolds() {
    WindowDesk desk;
    desk.open();
    askMark(desk, "Jane Roe 1979", 13);
    auto& shape = desk.find<QCheckBox>("ownRuleShape");
    QVERIFY(!shape.isChecked());
    QVERIFY2(hint(desk).contains(S("can read them")), qPrintable(hint(desk)));
    shape.click();
    QVERIFY2(hint(desk).contains(S("can read them")), qPrintable(hint(desk)));
    desk.press("Esc");
    QTRY_COMPARE(desk.focus(), S("queueView"));
    askMark(desk, "No 4711-0815", 9);
    QVERIFY(shape.isChecked());
    QVERIFY2(hint(desk).contains(S("shape alone")), qPrintable(hint(desk)));
}

void TestRuleDialogs::aBusyStoreGetsTheRuleOnce() {
    WindowDesk desk;
    desk.open();
    askMark(desk, "Order AB-12345", 8);
    {
        const BusyStore busy(desk);
        for (int i = 0; i < 3; ++i) {
            desk.press("Return");
        }
        QTRY_VERIFY2(message(desk).contains(S("busy")), qPrintable(message(desk)));
        QVERIFY(desk.find<QDialog>("ownRuleDialog").isVisible());
    }
    QTRY_COMPARE(marked(desk), S("AB-12345"));
    QTRY_COMPARE(desk.focus(), S("correctionEditor"));
    desk.press("Ctrl+S"); // comes after all that the dialog may have asked for
    QTRY_COMPARE(desk.correction("r1"), S("Order [CUSTOM]"));
    QCOMPARE(setsOfRules(desk), 1);
}

void TestRuleDialogs::whatIsGivenUpIsNotDone() {
    WindowDesk desk;
    desk.open();
    askMark(desk, "Order AB-12345", 8);
    {
        const BusyStore busy(desk);
        desk.press("Return");
        desk.press("Esc");
        QTRY_COMPARE(desk.focus(), S("queueView"));
    }
    desk.press("E");
    desk.press("Ctrl+S"); // comes after
    QTRY_COMPARE(desk.correction("r1"), S("Order AB-12345"));
    QCOMPARE(setsOfRules(desk), 0);
    QVERIFY2(!desk.notice().contains(S("ancel")), qPrintable(desk.notice()));
}

void TestRuleDialogs::whatWasSelectedIsSafeFromTheNextKey() {
    WindowDesk desk;
    desk.open();
    askMark(desk, "Order AB-12345", 8);
    desk.press("Return");
    QTRY_COMPARE(desk.focus(), S("correctionEditor"));
    desk.press("Return");
    QTRY_COMPARE(desk.editor().toPlainText(), S("Order AB-12345\n"));
}

void TestRuleDialogs::anOfferEndsWhereAnotherProgramChangesTheRules() {
    WindowDesk desk;
    desk.open();
    askMark(desk, "Order AB-12345", 8);
    desk.press("Return");
    QTRY_VERIFY2(desk.notice().contains(S("The rule counts")), qPrintable(desk.notice()));
    setRules(desk, orderNumbers());
    QTRY_VERIFY2(!desk.notice().contains(S("The rule counts")), qPrintable(desk.notice()));
}

void TestRuleDialogs::theMenuOfTheEditorHasTheCommands() {
    WindowDesk desk;
    desk.open();
    write(desk, "Mail help@example.com");
    QTRY_COMPARE(marked(desk), S("help@example.com"));
    desk.press("Ctrl+Home"); // away from it: the menu is about where it was asked for
    QTextCursor inside(desk.editor().document());
    inside.setPosition(8);
    const QPoint place = desk.editor().cursorRect(inside).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, desk.editor().viewport()->mapToGlobal(place));
    QApplication::sendEvent(desk.editor().viewport(), &event);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    const auto entry = [menu](const char* id) { return menu->findChild<QAction*>(QString::fromLatin1(id)); };
    for (const char* id : {"pii.redact", "pii.allow", "pii.mark", "token.explain"}) {
        QVERIFY2(entry(id) != nullptr, id);
    }
    QVERIFY(!entry("pii.mark")->isEnabled()); // nothing is selected
    QVERIFY(entry("pii.allow")->isEnabled());
    entry("pii.allow")->trigger();
    menu->close();
    QTRY_VERIFY(desk.find<QDialog>("allowDialog").isVisible());
    QCOMPARE(desk.find<QLineEdit>("allowValue").text(), S("help@example.com"));
}

void TestRuleDialogs::aProblemNamesItsRule() {
    WindowDesk desk;
    setRules(desk, orderNumbers());
    desk.open();
    write(desk, "Order AB-12345 of help@example.com");
    QTRY_COMPARE(marked(desk), S("AB-12345|help@example.com"));
    desk.press("Ctrl+Home");
    desk.press("F8");
    QTRY_VERIFY2(desk.notice().contains(S("ORDER_NO, found by the rule order numbers:")),
                 qPrintable(desk.notice()));
    desk.press("F8");
    QTRY_VERIFY2(desk.notice().contains(S("EMAIL, found by the rule email:")), qPrintable(desk.notice()));
}

void TestRuleDialogs::aRefusedFilterIsForgottenWithTheNext() {
    WindowDesk desk;
    desk.open();
    desk.filter().setFocus();
    desk.filter().setText(S("similar:nobody"));
    desk.press("Return");
    QTRY_VERIFY2(desk.notice().contains(S("no row with this request id")), qPrintable(desk.notice()));
    desk.filter().setFocus();
    desk.filter().setText(S("response"));
    desk.press("Return");
    QTRY_VERIFY2(!desk.notice().contains(S("no row with this request id")), qPrintable(desk.notice()));
}

QTEST_MAIN(TestRuleDialogs)
#include "tst_rule_dialogs.moc"
