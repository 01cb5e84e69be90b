// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/rule_steps.h"

#include "core/store/rule_sets.h"
#include "core/store/store_redactor.h"
#include "ui/commands/command_registry.h"
#include "ui/detail/correction_editor.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QDialog>
#include <QTest>

namespace goldpan::test {

QString stateLine(WindowDesk& desk) {
    return desk.find<QWidget>("stateLabel").property("text").toString();
}

QString marked(WindowDesk& desk) {
    QStringList out;
    for (const auto& mark : desk.editor().extraSelections()) {
        if (mark.format.underlineStyle() == QTextCharFormat::WaveUnderline) {
            out << mark.cursor.selectedText();
        }
    }
    return out.join(u'|');
}

void write(WindowDesk& desk, const char* text) {
    const auto hasFocus = [&] { return desk.editor().hasFocus(); };
    // The first row is on the screen before it can be edited.
    QVERIFY(QTest::qWaitFor(
        [&] {
            if (!hasFocus()) {
                desk.press("E");
            }
            return hasFocus();
        },
        kPatienceMs));
    desk.press("Ctrl+A");
    desk.type(text);
}

void selectLast(WindowDesk& desk, int characters) {
    desk.press("Ctrl+End");
    for (int key = 0; key < characters; ++key) {
        desk.press("Shift+Left");
    }
}

QDialog* ask(WindowDesk& desk, const char* command, const char* dialog) {
    const QString id = QString::fromLatin1(command);
    // What was typed may still be on its way to those who say what can be done with it.
    const bool canRun =
        QTest::qWaitFor([&] { return desk.window().commands().whyDisabled(id).isEmpty(); }, kPatienceMs);
    if (!canRun) {
        qWarning() << desk.window().commands().whyDisabled(id);
        return nullptr;
    }
    desk.window().commands().trigger(id);
    auto& shown = desk.find<QDialog>(dialog);
    const bool hasFocus = QTest::qWaitFor(
        [&shown] { return shown.isVisible() && shown.isAncestorOf(QApplication::focusWidget()); },
        kPatienceMs);
    return hasFocus ? &shown : nullptr;
}

redact::RuleSet rules(WindowDesk& desk) {
    return store::rulesOf(desk.store().store()).value();
}

void setRules(WindowDesk& desk, const redact::RuleSet& rules) {
    QVERIFY(desk.store().store().ruleSets().set(
        {.id = 0, .hash = rules.hash(), .json = rules.toJson(), .setAt = {}, .operatorName = "ben"}));
}

redact::RuleSet orderNumbers() {
    redact::CustomRule rule;
    rule.name = "order numbers";
    rule.pattern = "AB-\\d{5}";
    rule.token = "[ORDER_NO]";
    return redact::RuleSet().withRule(rule).value();
}

} // namespace goldpan::test
