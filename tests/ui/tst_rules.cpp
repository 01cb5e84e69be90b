// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The redaction rules in the window: tokens tell what they stand for, "this is PII" and "this is not PII"
// change the rules of the store, and the window follows whoever else changes them.
#include "core/redact/own/rule_set.h"
#include "core/store/rule_sets.h"
#include "core/store/saved_queues.h"
#include "tests/ui/support/rule_steps.h"
#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/token_words.h"
#include "ui/rules/rule_pattern.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolTip>

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

void addTokenRow(WindowDesk& desk) {
    LogEntry row = test::entry("r0", "1969-01-01T00:00:00");
    row.prompt = "prompt of r0\nmy number is [PHONE], my name [PERSON]";
    row.response = "Write to [EMAIL] today.";
    desk.store().add({row});
}

} // namespace

class TestRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokensHaveMeanings();
    void theTokenUnderTheCursorIsTold();
    void theTokenUnderTheMouseIsTold();
    void allTokensOfARowAreToldByACommand();
    void patternsAreMadeOfWords();
    void whatIsNoPiiIsNeverRedacted();
    void theOfferTakesItBack();
    void allowedValuesCanBeTakenOffTheList();
    void whatIsPiiBecomesARule();
    void aTokenThatIsNoneIsRefusedInTheDialog();
    void commandsSayWhatTheyNeed();
    void rulesOfAnotherProgramCountAtOnce();
    void allThatIsWrittenKnowsTheRulesOfTheStore();
};

void TestRules::tokensHaveMeanings() {
    const redact::Redactor builtIn;
    QVERIFY(tokenMeaning(S("EMAIL"), builtIn).startsWith(S("[EMAIL]: e-mail addresses, rule email ")));
    QCOMPARE(tokenMeaning(S("PERSON"), builtIn), S("[PERSON]: no rule of this store; it came with the log."));
    QVERIFY(tokenMeaning(S("DROPPED"), builtIn).contains(S("dropped whole")));
    const redact::Redactor own(redact::RuleSet::fromJson(R"({"version": 1, "off": ["email"], "rules": [
        {"name": "order numbers", "pattern": "AB-\\d{5}", "token": "[ORDER_NO]"}]})")
                                   .value());
    QCOMPARE(tokenMeaning(S("ORDER_NO"), own), S("[ORDER_NO]: this store's own rule order numbers."));
    QCOMPARE(tokenMeaning(S("EMAIL"), own),
             S("[EMAIL]: e-mail addresses; the rule email is switched off in this store."));
    QCOMPARE(tokensIn(S("see [1], [A1B2] and [LINE_2]")), (std::vector<TokenPlace>{{20, 28, S("LINE_2")}}));
    QCOMPARE(tokenAt(S("x[IP]y"), 1)->name, S("IP"));
    QVERIFY(!tokenAt(S("x[IP]y"), 0) && !tokenAt(S("x[IP]y"), 5));
}

void TestRules::theTokenUnderTheCursorIsTold() {
    WindowDesk desk;
    addTokenRow(desk);
    desk.open();
    QTRY_COMPARE(desk.current(), S("r0"));
    const QString meaning = S("[EMAIL]: e-mail addresses, rule email ");
    desk.press("E");
    desk.press("Ctrl+Home");
    QTRY_VERIFY(!stateLine(desk).contains(meaning));
    for (int key = 0; key < 9; ++key) {
        desk.press("Right");
    }
    QTRY_VERIFY2(stateLine(desk).contains(meaning), qPrintable(stateLine(desk)));
    QVERIFY2(!stateLine(desk).startsWith(meaning), "the truth about the text comes first");
    QVERIFY(desk.find<QWidget>("stateLabel").accessibleName().contains(meaning));
    desk.press("Ctrl+End");
    QTRY_VERIFY(!stateLine(desk).contains(meaning));
    desk.press("Esc"); // the texts that are only read have a cursor too
    auto& prompt = desk.find<QPlainTextEdit>("promptView");
    prompt.setFocus();
    prompt.moveCursor(QTextCursor::Start);
    QVERIFY(prompt.find(S("[PERSON]")));
    QTRY_VERIFY2(stateLine(desk).contains(S("[PERSON]: no rule of this store")), qPrintable(stateLine(desk)));
    desk.queue().setFocus();
    QTRY_VERIFY(!stateLine(desk).contains(S("PERSON")));
}

void TestRules::theTokenUnderTheMouseIsTold() {
    WindowDesk desk;
    addTokenRow(desk);
    desk.open();
    QTRY_COMPARE(desk.current(), S("r0"));
    for (const auto& [name, token] :
         {std::pair("responseView", S("[EMAIL]")), std::pair("promptView", S("[PHONE]"))}) {
        auto& view = desk.find<QPlainTextEdit>(name);
        const QTextCursor found = view.document()->find(token);
        QVERIFY(!found.isNull());
        QTextCursor inside(view.document());
        inside.setPosition(found.selectionStart() + 2);
        const QPoint place = view.cursorRect(inside).center();
        QHelpEvent event(QEvent::ToolTip, place, view.viewport()->mapToGlobal(place));
        QApplication::sendEvent(view.viewport(), &event);
        QTRY_VERIFY2(QToolTip::text().contains(token + u':'), qPrintable(QToolTip::text()));
        QToolTip::hideText();
        QTRY_VERIFY(!QToolTip::isVisible());
    }
}

void TestRules::allTokensOfARowAreToldByACommand() {
    WindowDesk desk;
    addTokenRow(desk);
    desk.open();
    QTRY_COMPARE(desk.current(), S("r0"));
    desk.window().commands().trigger(S("token.explain"));
    for (const QString& token : {S("[EMAIL]: e-mail"), S("[PHONE]: phone"), S("[PERSON]: no rule")}) {
        QVERIFY2(desk.notice().contains(token), qPrintable(desk.notice()));
    }
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r1"));
    desk.window().commands().trigger(S("token.explain"));
    QVERIFY2(desk.notice().contains(S("no placeholder")), qPrintable(desk.notice()));
}

void TestRules::patternsAreMadeOfWords() {
    QCOMPARE(literalPattern("AB-12345"), std::string("\\bAB\\-12345\\b"));
    QCOMPARE(shapePattern("AB-12345"), std::string("\\bAB\\-\\d{5}\\b"));
    QCOMPARE(literalPattern("+a.b*"), std::string("\\+a\\.b\\*"));
    QCOMPARE(literalPattern("Jörg\nß"), std::string("\\bJörg\\r?\\nß\\B"));
    QCOMPARE(literalPattern("Özgür"), std::string("\\BÖzgür\\b"));
    QCOMPARE(literalPattern("王伟"), std::string("王伟"));
    redact::CustomRule name;
    name.name = "name";
    name.pattern = literalPattern("José");
    name.token = "[NAME]";
    const redact::Redactor own(redact::RuleSet().withRule(name).value());
    QCOMPARE(own.redacted("José, Joséphine, (José)"), std::string("[NAME], Joséphine, ([NAME])"));
    QVERIFY(hasDigits("a1") && !hasDigits("a"));
    QVERIFY(hasLetters("AB-1") && hasLetters("ß1") && !hasLetters("1_2-3"));
    QVERIFY(isTellingShape("555-01") && !isTellingShape("2026") && !isTellingShape("AB-12345"));
    QVERIFY(isTooShort("7") && isTooShort("ab") && isTooShort("Ïa") && isTooShort("王"));
    QVERIFY(!isTooShort("abc") && !isTooShort("王伟"));
}

void TestRules::whatIsNoPiiIsNeverRedacted() {
    WindowDesk desk;
    desk.open();
    write(desk, "Mail help@example.com");
    QTRY_COMPARE(marked(desk), S("help@example.com"));
    QVERIFY(ask(desk, "pii.allow", "allowDialog") != nullptr);
    QCOMPARE(desk.find<QLineEdit>("allowValue").text(), S("help@example.com"));
    QVERIFY(desk.find<QLabel>("allowClear").text().contains(S("can read it")));
    desk.press("Return");
    QTRY_COMPARE(marked(desk), QString());
    QTRY_COMPARE(desk.focus(), S("correctionEditor"));
    QCOMPARE(rules(desk).allowed(), std::vector<std::string>{"help@example.com"});
    QCOMPARE(desk.store().store().ruleSets().current().value()->operatorName, std::string("ana"));
    desk.press("Ctrl+S");
    QTRY_COMPARE(desk.correction("r1"), S("Mail help@example.com"));
    QVERIFY(!desk.store().read("r1").correction->pii);
}

void TestRules::theOfferTakesItBack() {
    WindowDesk desk;
    desk.open();
    write(desk, "Mail help@example.com");
    QTRY_COMPARE(marked(desk), S("help@example.com"));
    QVERIFY(ask(desk, "pii.allow", "allowDialog") != nullptr);
    desk.press("Return");
    QTRY_COMPARE(marked(desk), QString());
    desk.pressNoticeAction(S("Take it back"));
    QTRY_COMPARE(marked(desk), S("help@example.com"));
    QVERIFY(rules(desk) == redact::RuleSet());
}

void TestRules::allowedValuesCanBeTakenOffTheList() {
    WindowDesk desk;
    setRules(desk, redact::RuleSet().withAllowed("help@example.com").value());
    desk.open();
    write(desk, "Mail help@example.com");
    QTRY_COMPARE(marked(desk), QString());
    desk.press("Ctrl+Shift+Left");
    desk.press("Ctrl+Shift+Left");
    desk.press("Ctrl+Shift+Left");
    for (int key = 0; key < 40 && !desk.editor().textCursor().selectedText().startsWith(S("help")); ++key) {
        desk.press("Shift+Left");
    }
    const QString selected = desk.editor().textCursor().selectedText();
    QVERIFY2(selected.startsWith(S("help")),
             qPrintable(selected + S(" of ") + desk.editor().toPlainText() + S(" in ") + desk.focus()));
    desk.window().commands().trigger(S("pii.mark"));
    QTRY_COMPARE(marked(desk), S("help@example.com"));
    QVERIFY(rules(desk).allowed().empty());
    QVERIFY2(desk.notice().contains(S("is off it now")), qPrintable(desk.notice()));
}

void TestRules::whatIsPiiBecomesARule() {
    WindowDesk desk;
    desk.open();
    write(desk, "Order AB-12345");
    for (int key = 0; key < 8; ++key) {
        desk.press("Shift+Left");
    }
    QVERIFY(ask(desk, "pii.mark", "ownRuleDialog") != nullptr);
    QCOMPARE(desk.find<QLineEdit>("ownRuleWords").text(), S("AB-12345"));
    QVERIFY(!desk.find<QCheckBox>("ownRuleShape").isChecked());
    QCOMPARE(desk.find<QLineEdit>("ownRuleToken").text(), S("[CUSTOM]"));
    QCOMPARE(desk.find<QLineEdit>("ownRulePattern").text(), S("\\bAB\\-12345\\b"));
    desk.find<QCheckBox>("ownRuleShape").click();
    desk.find<QLineEdit>("ownRuleToken").setFocus();
    desk.press("Ctrl+A");
    desk.type("ORDER_NO");
    desk.press("Return");
    QTRY_COMPARE(marked(desk), S("AB-12345"));
    const redact::RuleSet set = rules(desk);
    QCOMPARE(set.rules().size(), std::size_t{1});
    QCOMPARE(set.rules()[0].name, std::string("order no"));
    QCOMPARE(set.rules()[0].token, std::string("[ORDER_NO]"));
    QCOMPARE(set.rules()[0].pattern, std::string("\\bAB\\-\\d{5}\\b"));
    QVERIFY2(desk.notice().contains(S("goldpan-cli reredact")), qPrintable(desk.notice()));
    desk.press("Ctrl+A");
    desk.type("Order AB-54321");
    QTRY_COMPARE(marked(desk), S("AB-54321"));
    desk.press("Ctrl+S");
    QTRY_COMPARE(desk.correction("r1"), S("Order [ORDER_NO]"));
}

void TestRules::aTokenThatIsNoneIsRefusedInTheDialog() {
    WindowDesk desk;
    desk.open();
    write(desk, "Jane");
    desk.press("Ctrl+A");
    auto* dialog = ask(desk, "pii.mark", "ownRuleDialog");
    QVERIFY(dialog != nullptr);
    QVERIFY(!desk.find<QCheckBox>("ownRuleShape").isEnabled());
    desk.press("Ctrl+A");
    desk.type("no token");
    desk.press("Return");
    QTRY_VERIFY(!desk.find<QLabel>("ownRuleMessage").text().isEmpty());
    QVERIFY(dialog->isVisible());
    QVERIFY(rules(desk) == redact::RuleSet());
    desk.press("Esc");
    QTRY_COMPARE(desk.focus(), S("queueView"));
}

void TestRules::commandsSayWhatTheyNeed() {
    WindowDesk desk;
    desk.openEmpty();
    const auto why = [&](const char* id) {
        return desk.window().commands().whyDisabled(QString::fromLatin1(id));
    };
    QCOMPARE(why("pii.allow"), S("no store is open"));
    QCOMPARE(why("token.explain"), S("no row is selected"));
    WindowDesk full;
    full.open();
    write(full, "Nothing");
    const auto whyFull = [&](const char* id) {
        return full.window().commands().whyDisabled(QString::fromLatin1(id));
    };
    QVERIFY2(whyFull("pii.allow").contains(S("no PII is found")), qPrintable(whyFull("pii.allow")));
    QVERIFY2(whyFull("pii.mark").contains(S("selected")), qPrintable(whyFull("pii.mark")));
    full.press("Ctrl+A");
    QCOMPARE(whyFull("pii.mark"), QString());
}

void TestRules::rulesOfAnotherProgramCountAtOnce() {
    WindowDesk desk;
    desk.open();
    write(desk, "Order AB-12345");
    QCOMPARE(marked(desk), QString());
    setRules(desk, orderNumbers());
    QTRY_COMPARE(marked(desk), S("AB-12345"));
    setRules(desk, {});
    QTRY_COMPARE(marked(desk), QString());
}

void TestRules::allThatIsWrittenKnowsTheRulesOfTheStore() {
    WindowDesk desk;
    setRules(desk, orderNumbers());
    desk.open();
    write(desk, "Order AB-12345");
    QTRY_COMPARE(desk.draft("r1"), S("Order [ORDER_NO]"));
    desk.press("Esc");
    desk.press("T");
    desk.type("of AB-12345");
    desk.press("Return");
    desk.press("Esc");
    QTRY_VERIFY2(desk.tags("r1").contains(S("of [ORDER_NO]")), qPrintable(desk.tags("r1")));
    QVERIFY(ask(desk, "queue.save", "savedQueuesDialog") != nullptr);
    desk.type("AB-12345");
    desk.press("Return");
    QTRY_COMPARE(desk.store().store().savedQueues().list()->size(), std::size_t{1});
    QCOMPARE(desk.store().store().savedQueues().list()->front().name, std::string("[ORDER_NO]"));
    desk.press("Esc");
    QTRY_COMPARE(desk.focus(), S("queueView"));
    desk.filter().setText(S("response OR \"AB-12345\""));
    desk.filter().setFocus();
    desk.press("Return");
    QTRY_VERIFY2(desk.notice().contains(S("kept nowhere")), qPrintable(desk.notice()));
}

QTEST_MAIN(TestRules)
#include "tst_rules.moc"
