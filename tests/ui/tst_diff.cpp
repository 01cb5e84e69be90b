// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a correction changes, as the window shows it: live, in words, with nothing hidden, and out of the way.
#include "tests/ui/support/diff_marks.h"
#include "tests/ui/support/window_desk.h"
#include "ui/common/theme.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/diff_view.h"
#include "ui/window/main_window.h"
#include "ui/window/settings.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace goldpan;
using namespace goldpan::ui;
using namespace std::string_literals;
using goldpan::test::additions;
using goldpan::test::formatAt;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

/// A window on rows with these responses, r1 the first.
struct DiffDesk : WindowDesk {
    explicit DiffDesk(const std::vector<std::string>& responses)
        : WindowDesk(0) {
        std::vector<LogEntry> entries;
        for (const std::string& response : responses) {
            LogEntry row = test::entry("r" + std::to_string(entries.size() + 1));
            row.ts = Timestamp{static_cast<std::int64_t>(entries.size() + 1) * 3'600'000'000LL};
            row.response = response;
            entries.push_back(row);
        }
        store().add(entries);
    }

    QString title() { return find<QLabel>("correctionTitle").text().remove(S("▸ ")); }
    QPlainTextEdit& view() { return find<QPlainTextEdit>("diffView"); }
    QString shown() { return view().toPlainText(); }
    void replaceText(const char* text) {
        editor().selectAll();
        type(text);
    }
};

const std::string kPolicy = "Our policy is 14 days.";

} // namespace

class TestDiff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wordsAreCountedWhileTheyAreTyped() {
        DiffDesk desk({kPolicy});
        desk.open();
        QTRY_COMPARE(desk.title(), S("Correction (diff: identical)"));
        QVERIFY(!desk.view().isVisible());
        desk.press("E");
        desk.replaceText("Our policy is 30 long days.");
        QTRY_COMPARE(desk.title(), S("Correction (diff: +2 −1 words)"));
        desk.press("Ctrl+End");
        desk.type("  ");
        desk.press("Ctrl+Shift+R");
        QTRY_COMPARE(desk.title(), S("Correction (diff: identical)"));
        desk.press("Ctrl+End");
        desk.type(" ");
        QTRY_COMPARE(desk.title(), S("Correction (diff: +0 −0 words, white space only)"));
    }

    void dGoesRoundInlineSideBySideAndOff() {
        DiffDesk desk({kPolicy});
        desk.open();
        desk.press("E");
        desk.replaceText("Our policy is 30 days.");
        desk.press("Escape");
        auto& response = desk.find<QPlainTextEdit>("responseView");

        desk.press("D");
        QCOMPARE(desk.focus(), S("queueView"));
        QVERIFY(desk.view().isVisible() && !response.isVisible());
        QTRY_COMPARE(desk.shown(), S("Our policy is ⊖14⊕30 days."));
        QCOMPARE(additions(desk.editor()), QString());

        desk.press("D");
        QCOMPARE(desk.focus(), S("queueView"));
        QTRY_COMPARE(desk.shown(), S("Our policy is ⊖14 days."));
        QCOMPARE(additions(desk.editor()), S("30"));

        desk.press("D");
        QCOMPARE(desk.focus(), S("queueView"));
        QVERIFY(!desk.view().isVisible() && response.isVisible());
        QTRY_COMPARE(desk.title(), S("Correction (diff: +1 −1 words)"));
        QCOMPARE(additions(desk.editor()), QString());
        QCOMPARE(desk.draft("r1"), S("Our policy is 30 days."));
    }

    void bothSidesFollowTheTyping() {
        DiffDesk desk({kPolicy});
        desk.open();
        desk.press("D");
        desk.press("E");
        desk.press("Ctrl+End");
        desk.type(" Always.");
        QTRY_COMPARE(desk.shown(), S("Our policy is 14 days.⊕ Always."));
        desk.press("Escape");
        desk.press("D");
        desk.press("E");
        desk.type("Well, ");
        QTRY_COMPARE(additions(desk.editor()), S(" Always.Well, "));
        QCOMPARE(desk.shown(), S("Our policy is 14 days."));
        desk.press("Ctrl+Shift+R");
        QTRY_VERIFY(desk.shown().startsWith(S("identical")));
        QCOMPARE(additions(desk.editor()), QString());
    }

    void marksAreMoreThanColour() {
        DiffDesk desk({kPolicy});
        desk.open();
        desk.press("D");
        desk.press("E");
        desk.replaceText("Our policy is 30 days.");
        QTRY_COMPARE(desk.shown(), S("Our policy is ⊖14⊕30 days."));
        const auto removed = formatAt(desk.view(), 15);
        QVERIFY(removed.fontStrikeOut());
        QCOMPARE(removed.background().color(), removedBackground(desk.view().palette()));
        QVERIFY2(!formatAt(desk.view(), 14).fontStrikeOut(), "the sign itself is readable");
        const auto added = formatAt(desk.view(), 18);
        QVERIFY(added.fontUnderline());
        QCOMPARE(added.background().color(), addedBackground(desk.view().palette()));
        QVERIFY(!formatAt(desk.view(), 20).hasProperty(QTextFormat::BackgroundBrush));
        QVERIFY(!formatAt(desk.view(), 3).hasProperty(QTextFormat::BackgroundBrush));
    }

    void aRowWithoutACorrectionIsIdentical() {
        DiffDesk desk({kPolicy, "Other words."});
        desk.open();
        desk.press("D");
        QTRY_VERIFY(desk.shown().startsWith(S("identical")));
        QVERIFY(desk.shown().endsWith(S("\n\nOur policy is 14 days.")));
        desk.press("J");
        QTRY_VERIFY(desk.shown().endsWith(S("\n\nOther words.")));
        QVERIFY(desk.view().isVisible());
    }

    void theChoiceIsKeptOverRowsAndStarts() {
        DiffDesk desk({kPolicy, "Other words."});
        desk.open();
        desk.press("D");
        desk.press("D");
        desk.destroyWindow();
        QCOMPARE(settings::diffMode(), DiffMode::sideBySide);
        desk.open();
        QVERIFY(desk.view().isVisible());
        desk.press("E");
        desk.type("New: ");
        QTRY_COMPARE(additions(desk.editor()), S("New: "));
        desk.press("Alt+Down");
        QTRY_COMPARE(desk.editor().toPlainText(), S("Other words."));
        QTRY_COMPARE(desk.title(), S("Correction (diff: identical)"));
        QCOMPARE(additions(desk.editor()), QString());
        desk.press("Alt+Up");
        QTRY_COMPARE(additions(desk.editor()), S("New: "));
    }

    void withoutARowThereIsNothingToCompare() {
        DiffDesk desk({});
        desk.open();
        desk.press("D");
        QVERIFY2(desk.notice().contains(S("no row is selected")), qPrintable(desk.notice()));
        QCOMPARE(desk.title(), S("Correction"));
    }

    void theViewIsAPaneLikeTheOthers() {
        DiffDesk desk({kPolicy, "Other words."});
        desk.open();
        desk.press("D");
        QStringList seen;
        for (int times = 0; times < 5; ++times) {
            desk.press("F6");
            seen << desk.focus();
        }
        QCOMPARE(seen, QStringList({S("promptView"), S("diffView"), S("correctionEditor"), S("filterBar"),
                                    S("queueView")}));
        desk.press("F6");
        desk.press("F6");
        desk.press("D"); // triage counts in it, and it stays in the place of the focus
        QCOMPARE(desk.focus(), S("diffView"));
        desk.press("D");
        QCOMPARE(desk.focus(), S("responseView"));
        desk.press("D");
        QCOMPARE(desk.focus(), S("diffView"));
        const qreal size = desk.view().font().pointSizeF();
        desk.press("Ctrl+=");
        QVERIFY(desk.view().font().pointSizeF() > size);
        desk.press("X");
        QTRY_COMPARE(desk.state("r1"), S("discarded"));
        QVERIFY(desk.view().isReadOnly());
        QCOMPARE(desk.view().accessibleName(), S("Difference between response and correction"));
    }

    void spacePagesTheDifference() {
        std::string response;
        for (int line = 0; line < 300; ++line) {
            response += "line " + std::to_string(line) + "\n";
        }
        DiffDesk desk({response});
        desk.open();
        desk.press("D");
        QTRY_VERIFY(desk.view().verticalScrollBar()->maximum() > 0);
        desk.press("Space");
        QVERIFY(desk.view().verticalScrollBar()->value() > 0);
    }

    void aLongTextIsCappedAndShownWholeOnRequest() {
        std::string response;
        while (response.size() < 300'000) {
            response += "some words\n";
        }
        const std::string end = "the end of it";
        DiffDesk desk({response + end});
        desk.open();
        desk.press("D");
        QTRY_VERIFY(!desk.shown().isEmpty());
        auto* more = desk.view().findChild<QWidget*>(S("showMore"));
        QVERIFY(more->isVisible());
        QVERIFY(!desk.shown().contains(S("the end of it")));
        desk.press("E");
        desk.press("Ctrl+End");
        desk.type(" now");
        QTRY_COMPARE(desk.title(), S("Correction (diff: +1 −0 words)"));
        QTest::mouseClick(more, Qt::LeftButton);
        QTRY_VERIFY(desk.shown().endsWith(S("the end of it⊕ now")));
        QVERIFY(!more->isVisible());
    }
};

QTEST_MAIN(TestDiff)
#include "tst_diff.moc"
