// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/settings_steps.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QTest>

#define S(text) QStringLiteral(text)

namespace goldpan::test {

void openSettings(WindowDesk& desk) {
    desk.press("Ctrl+,");
    QTRY_COMPARE(QApplication::activeWindow(), &desk.find<QDialog>("settingsDialog"));
    QTRY_VERIFY(QApplication::focusWidget() != nullptr);
}

void closeSettings(WindowDesk& desk) {
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!desk.find<QDialog>("settingsDialog").isVisible());
    QTRY_COMPARE(desk.focus(), S("queueView"));
}

void choose(WindowDesk& desk, const char* combo, const QVariant& data) {
    auto& box = desk.find<QComboBox>(combo);
    QVERIFY2(box.findData(data) >= 0, combo);
    box.setCurrentIndex(box.findData(data));
}

void write(WindowDesk& desk, const char* line, const char* text) {
    auto& edit = desk.find<QLineEdit>(line);
    edit.setFocus();
    edit.selectAll();
    QTest::keyClicks(&edit, QString::fromUtf8(text));
    QTest::keyClick(&edit, Qt::Key_Return);
}

} // namespace goldpan::test
