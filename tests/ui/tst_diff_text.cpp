// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a difference and its marks: nothing hides in it, and what is not seen costs nothing.
#include "tests/ui/support/diff_marks.h"
#include "ui/common/visible_text.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/diff_view.h"

#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using namespace std::string_literals;
using goldpan::test::additions;
using goldpan::test::formatAt;

namespace {

#define S(text) QStringLiteral(text)

DiffText diffText(std::string_view response, std::string_view correction, DiffMode mode = DiffMode::merged,
                  std::size_t limit = kVisibleBytes) {
    return makeDiffText(response, correction, mode, limit, {}).value();
}

} // namespace

class TestDiffText : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
        marks.reserve(5000);
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
};

QTEST_MAIN(TestDiffText)
#include "tst_diff_text.moc"
