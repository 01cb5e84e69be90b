// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a correction changes, as the window shows it: live, in words, with nothing hidden, and out of the way.
#include "tests/ui/support/window_desk.h"
#include "ui/common/theme.h"
#include "ui/common/visible_text.h"
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

QTextCharFormat formatAt(const QPlainTextEdit& view, int position) {
    const QTextBlock block = view.document()->findBlock(position);
    for (const auto& range : block.layout()->formats()) {
        const int at = position - block.position();
        if (range.start <= at && at < range.start + range.length) {
            return range.format;
        }
    }
    return {};
}

/// The words that the editor marks as new, joined by "|".
QString additions(const CorrectionEditor& editor) {
    QStringList words;
    for (const auto& mark : editor.extraSelections()) {
        if (mark.format.background().color() == addedBackground(editor.palette())) {
            words << mark.cursor.selectedText();
        }
    }
    return words.join(u'|');
}

DiffText diffText(std::string_view response, std::string_view correction, DiffMode mode = DiffMode::merged,
                  std::size_t limit = kVisibleBytes) {
    return makeDiffText(response, correction, mode, limit, {}).value();
}

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

    void hostileTextIsTextAndNothingHides() {
        const DiffText shown = diffText("<b>a</b> \u202E end", "<img src=x> \u2066\u200Bend");
        QVERIFY2(shown.shown.contains(S("⟨U+202E⟩")) && shown.shown.contains(S("⟨U+2066⟩")) &&
                     shown.shown.contains(S("⟨U+200B⟩")) && shown.shown.startsWith(S("<⊖b>a</b> ")),
                 qPrintable(shown.shown));
        QCOMPARE(diffText("a\r\nb", "a\nb").shown, S("a⊖⟨U+000D⟩↵\n⊕↵\nb"));
        QCOMPARE(diffText("a  b", "a b").shown, S("a⊖␣␣⊕␣b"));
        QCOMPARE(diffText("a b", "a\tb").shown, S("a⊖␣⊕⇥b"));
        QCOMPARE(diffText("a b", "a\u00A0b").shown, S("a⊖␣⊕⟨U+00A0⟩b"));
        QCOMPARE(diffText("a\rb", "a\u2028b").shown, S("a⊖⟨U+000D⟩↵\n⊕⟨U+2028⟩b"));
        QCOMPARE(diffText("14 days on", "30  weeks on").shown, S("⊖14 days⊕30␣␣weeks on"));
        (void)diffText("\xFF\xF0\x9F"s, "\0\xED\xA0"s);
    }

    void additionsStandWhereTheEditorHasThem() {
        const DiffText diff = diffText("one\r\n👍 end", "one\r\n👍 new end\r\nmore", DiffMode::sideBySide);
        QCOMPARE(diff.additions.size(), std::size_t{2});
        QCOMPARE(diff.additions[0].begin, 7); // o n e LF, two halves of the thumb, a space
        QCOMPARE(diff.additions[0].end, 11);
        QCOMPARE(diff.editorCharacters, 19);
        CorrectionEditor editor;
        editor.resize(400, 300);
        editor.show();
        editor.setText("one\r\n👍 new end\r\nmore");
        editor.setAdditions(diff.additions, diff.editorCharacters);
        QCOMPARE(additions(editor), S("new |\u2029more"));
        QVERIFY(!editor.isChanged());
        QTest::keyClicks(&editor, S("xy"));
        editor.verticalScrollBar()->rangeChanged(0, 1);
        QCOMPARE(additions(editor), S("new |\u2029more"));
        editor.setAdditions(diff.additions, diff.editorCharacters);
        QCOMPARE(additions(editor), QString()); // they are for a text that is not there any more
    }

    void onlyMarksThatAreSeenCost() {
        std::string text;
        for (int line = 0; line < 5000; ++line) {
            text += "word\n";
        }
        const DiffText diff = diffText("", text, DiffMode::sideBySide);
        std::vector<TextMark> marks;
        for (int line = 0; line < 5000; ++line) {
            marks.push_back({line * 5, line * 5 + 4, TextMark::Kind::added});
        }
        CorrectionEditor editor;
        editor.resize(400, 300);
        editor.show();
        editor.setText(text);
        editor.setAdditions(marks, diff.editorCharacters);
        const auto first = editor.extraSelections();
        QVERIFY(!first.isEmpty() && first.size() < 100);
        QCOMPARE(first.front().cursor.selectionStart(), 0);
        editor.verticalScrollBar()->setValue(4000);
        const auto later = editor.extraSelections();
        QVERIFY(!later.isEmpty() && later.size() < 100);
        QVERIFY(later.front().cursor.selectionStart() >= 3990 * 5);
    }

    void aLaterDiffWritesOnlyWhatDiffers() {
        std::string response;
        for (int line = 0; line < 2000; ++line) {
            response += "line " + std::to_string(line) + "\n";
        }
        DiffView view;
        view.resize(400, 300);
        view.show();
        std::string correction = response;
        view.setDiff(diffText(response, correction + "a"));
        view.verticalScrollBar()->setValue(700);
        int written = 0;
        connect(view.document(), &QTextDocument::contentsChange, this,
                [&](int, int removed, int added) { written += removed == added ? 0 : removed + added; });
        correction.replace(correction.find("line 705"), 8, "word 705");
        view.setDiff(diffText(response, correction + "a"));
        QVERIFY2(written < 40, qPrintable(QString::number(written)));
        QCOMPARE(view.verticalScrollBar()->value(), 700);
        QCOMPARE(view.toPlainText(), diffText(response, correction + "a").shown);
        view.setDiff(diffText(response, correction + "ab"));
        QCOMPARE(view.toPlainText(), diffText(response, correction + "ab").shown);
        // Every mark is where it belongs, also those that only moved.
        const auto expected = diffText(response, correction + "ab");
        for (const TextMark& mark : expected.marks) {
            QVERIFY(formatAt(view, mark.begin).hasProperty(QTextFormat::BackgroundBrush));
            QVERIFY(!formatAt(view, mark.begin - 1).hasProperty(QTextFormat::BackgroundBrush) ||
                    mark.kind == TextMark::Kind::added);
        }
    }

    void marksChangeWhereTheTextDoesNot() {
        DiffView view;
        DiffText diff;
        diff.identical = false;
        diff.shown = S("⊖one two\nthree");
        diff.marks = {{0, 4, TextMark::Kind::removed}};
        view.setDiff(diff);
        diff.marks = {{0, 8, TextMark::Kind::removed}};
        view.setDiff(diff);
        QVERIFY(formatAt(view, 6).fontStrikeOut());
        diff.marks.clear();
        view.setDiff(diff);
        QVERIFY(!formatAt(view, 2).fontStrikeOut());
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
