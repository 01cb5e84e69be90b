// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The editor gives back the bytes that it was given, and only those keys that people mean.
#include "tests/ui/support/patience.h"
#include "ui/common/text_bridge.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/state_line.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using goldpan::ui::CorrectionEditor;
using goldpan::ui::EditorStatus;
using goldpan::ui::editorStatusText;
using goldpan::ui::StateLine;
using goldpan::ui::TextFindings;
using goldpan::ui::toUtf8;

namespace {

using namespace std::string_literals;

/// Every character that a text document bends, among plain ones.
std::string randomText(QRandomGenerator& random) {
    static const std::vector<QString> kPieces{QStringLiteral("a"),
                                              QStringLiteral(" "),
                                              QStringLiteral("\n"),
                                              QStringLiteral("\r"),
                                              QStringLiteral("\r\n"),
                                              QStringLiteral("\t"),
                                              QString(QChar(0)),
                                              QString(QChar(0xA0)),
                                              QString(QChar(0x2028)),
                                              QString(QChar(0x2029)),
                                              QString(QChar(0xFDD0)),
                                              QString(QChar(0xFDD1)),
                                              QString(QChar(0xFFFC)),
                                              QString(QChar(0x202E)),
                                              QString(QChar(0x200B)),
                                              QString(QChar(0xFEFF)),
                                              QString::fromUtf8("🙂"),
                                              QString::fromUtf8("👩‍🚀"),
                                              QString::fromUtf8("退款政策"),
                                              QStringLiteral("<b>bold</b>"),
                                              QStringLiteral("[EMAIL]")};
    QString text;
    for (auto left = random.bounded(40); left > 0; --left) {
        text += kPieces[static_cast<std::size_t>(random.bounded(static_cast<int>(kPieces.size())))];
    }
    return toUtf8(text);
}

/// What stays of `text` when it was really changed: line ends are LF.
std::string normalised(const std::string& text) {
    QString out = goldpan::ui::toQString(text);
    out.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (const QChar end : {QChar(u'\r'), QChar(QChar::ParagraphSeparator), QChar(0xFDD0), QChar(0xFDD1)}) {
        out.replace(end, QChar(u'\n'));
    }
    return toUtf8(out);
}

} // namespace

class TestCorrectionEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUnchangedTextComesBackByteForByte() {
        QRandomGenerator random(7);
        CorrectionEditor editor;
        for (int round = 0; round < 2000; ++round) {
            const std::string text = randomText(random);
            editor.setText(text);
            QCOMPARE(editor.text(), text);
            QVERIFY(!editor.isChanged());
            QVERIFY(!editor.lineEndsNormalised());
        }
    }

    void aChangedTextKeepsAllButItsLineEnds() {
        QRandomGenerator random(11);
        CorrectionEditor editor;
        for (int round = 0; round < 2000; ++round) {
            const std::string text = randomText(random);
            editor.setText(text);
            editor.moveCursor(QTextCursor::End);
            editor.insertPlainText(QStringLiteral("x"));
            QCOMPARE(editor.text(), normalised(text) + "x");
            QVERIFY(editor.isChanged());
            QVERIFY2(editor.lineEndsNormalised() == (normalised(text) != text),
                     QByteArray::fromStdString(text).toHex().constData());
        }
    }

    void takingAChangeBackBringsTheBytesBack() {
        CorrectionEditor editor;
        editor.setText("one\r\ntwo");
        QTest::keyClicks(&editor, QStringLiteral("x"));
        QCOMPARE(editor.text(), "xone\ntwo"s);
        QTest::keyClick(&editor, Qt::Key_Backspace);
        QCOMPARE(editor.text(), "one\r\ntwo"s);
        QVERIFY(!editor.isChanged());
        QTest::keyClicks(&editor, QStringLiteral("y"));
        editor.undo();
        QCOMPARE(editor.text(), "one\r\ntwo"s);
        QVERIFY(!editor.lineEndsNormalised());
    }

    void brokenUtf8StaysAsItWas() {
        CorrectionEditor editor;
        editor.setText("a\xFF"
                       "b");
        QCOMPARE(editor.text(), "a\xFF"
                                "b"s);
    }

    void replaceAllIsOneUndoableStepAndExact() {
        CorrectionEditor editor;
        editor.setText("saved");
        QTest::keyClicks(&editor, QStringLiteral("un"));
        QSignalSpy edited(&editor, &CorrectionEditor::edited);
        editor.replaceAll("response\r\nof the model");
        QCOMPARE(edited.count(), 1);
        QCOMPARE(editor.text(), "response\r\nof the model"s);
        QVERIFY(editor.isChanged());
        editor.undo();
        QCOMPARE(editor.text(), "unsaved"s);
        editor.redo();
        QCOMPARE(editor.text(), "response\r\nof the model"s);
    }

    void editedIsToldByHandsOnly() {
        CorrectionEditor editor;
        QSignalSpy edited(&editor, &CorrectionEditor::edited);
        editor.setText("call [PHONE] now");
        editor.show();
        QVERIFY(QTest::qWaitForWindowExposed(&editor, goldpan::test::kPatienceMs));
        QPalette dark = editor.palette();
        dark.setColor(QPalette::Base, Qt::black);
        editor.setPalette(dark); // highlights anew
        QCoreApplication::processEvents();
        QCOMPARE(edited.count(), 0);
        QTest::keyClicks(&editor, QStringLiteral("ab"));
        QCOMPARE(edited.count(), 2);
    }

    void aFreshTextHasNothingToUndo() {
        CorrectionEditor editor;
        editor.setText("first row");
        QTest::keyClicks(&editor, QStringLiteral("x"));
        editor.setText("second row");
        editor.undo();
        QCOMPARE(editor.text(), "second row"s);
    }

    void textWithoutSpacesIsNoGiantWord() {
        CorrectionEditor editor;
        std::string chinese;
        for (int i = 0; i < 3000; ++i) {
            chinese += i % 50 == 0 ? "，supercalifragilistic，" : "模型";
        }
        editor.setText(chinese);
        QCOMPARE(editor.wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
        std::string dashed;
        while (dashed.size() < 20'000) {
            dashed += "word-";
        }
        editor.setText(dashed);
        QCOMPARE(editor.wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
        std::string stops; // no line begins with one
        while (stops.size() < 40'000) {
            stops += "。";
        }
        editor.setText("模型" + stops);
        QCOMPARE(editor.wordWrapMode(), QTextOption::WrapAnywhere);
    }

    void aGiantWordIsBrokenAnywhere() {
        // Broken between words, one of 1 MB would hold the window for minutes.
        const std::string giant(1 << 20, 'w');
        CorrectionEditor editor;
        editor.resize(600, 300);
        editor.setText("short words");
        QCOMPARE(editor.wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
        editor.setText(giant);
        QCOMPARE(editor.wordWrapMode(), QTextOption::WrapAnywhere);
        QCOMPARE(editor.text(), giant);
        editor.setText("short words again");
        QCOMPARE(editor.wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
        QGuiApplication::clipboard()->setText(QString::fromStdString(giant));
        editor.paste();
        QCOMPARE(editor.wordWrapMode(), QTextOption::WrapAnywhere);
        QVERIFY(editor.text().starts_with(giant));
        editor.setText({});
        editor.replaceAll(giant);
        QCOMPARE(editor.wordWrapMode(), QTextOption::WrapAnywhere);
    }

    void shiftEnterIsALineFeedAndTabLeaves() {
        QWidget window;
        CorrectionEditor editor(&window);
        QPlainTextEdit next(&window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, goldpan::test::kPatienceMs));
        editor.setFocus();
        QTest::keyClicks(&editor, QStringLiteral("a"));
        QTest::keyClick(&editor, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(&editor, Qt::Key_Enter, Qt::ShiftModifier | Qt::KeypadModifier);
        QTest::keyClick(&editor, Qt::Key_Return);
        QTest::keyClicks(&editor, QStringLiteral("b"));
        QCOMPARE(editor.text(), "a\n\n\nb"s);
        QTest::keyClick(&editor, Qt::Key_Tab);
        QCOMPARE(editor.text(), "a\n\n\nb"s);
        QVERIFY(next.hasFocus());
    }

    void pastingIsPlainAndKeepsHardSpaces() {
        auto* rich = new QMimeData;
        rich->setHtml(QStringLiteral("<b>bold</b><img src='file:///etc/hostname'>"));
        rich->setText(QString::fromUtf8("bold\u00A0text"));
        QGuiApplication::clipboard()->setMimeData(rich);
        CorrectionEditor editor;
        editor.paste();
        QCOMPARE(editor.text(), "bold\xC2\xA0text"s);
        editor.selectAll();
        editor.copy();
        QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasHtml());
        QCOMPARE(toUtf8(QGuiApplication::clipboard()->text()), "bold\xC2\xA0text"s);

        auto* picture = new QMimeData;
        picture->setHtml(QStringLiteral("<b>only rich</b>"));
        QGuiApplication::clipboard()->setMimeData(picture);
        editor.setText("");
        editor.paste();
        QCOMPARE(editor.text(), ""s);
    }

    void dropsAreRefusedAndNamesAreThere() {
        CorrectionEditor editor;
        QVERIFY(!editor.acceptDrops());
        QVERIFY(!editor.viewport()->acceptDrops() || !editor.acceptDrops());
        QCOMPARE(editor.objectName(), QStringLiteral("correctionEditor"));
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&editor);
        QVERIFY(face);
        QCOMPARE(face->text(QAccessible::Name), QStringLiteral("Correction"));
        const QString enabled = editor.placeholderText();
        editor.setEnabled(false);
        QVERIFY(editor.placeholderText() != enabled);
    }

    void hostileTextStaysText() {
        CorrectionEditor editor;
        const std::string hostile = "<img src=file:///etc/passwd> \u202E evil\0 end"s;
        editor.setText(hostile);
        QCOMPARE(editor.text(), hostile);
        editor.setText(std::string(std::size_t{1024} * 1024, 'x'));
        QCOMPARE(editor.text().size(), std::size_t{1024} * 1024);
    }

    void theStateLineSaysExactlyWhatIsTrue() {
        const auto noon = goldpan::parseTimestamp("2026-06-12T12:03:07.9Z");
        using Kind = EditorStatus::Kind;
        using goldpan::checks::ProblemKind;
        const TextFindings none;
        const TextFindings pii{{ProblemKind::pii, QStringLiteral("EMAIL"), 0, 7},
                               {ProblemKind::pii, QStringLiteral("PHONE"), 9, 20},
                               {ProblemKind::pii, QStringLiteral("EMAIL"), 22, 29}};
        const TextFindings tokens{{ProblemKind::brokenToken, QStringLiteral("SSN"), 0, 4},
                                  {ProblemKind::droppedToken, QStringLiteral("EMAIL"), 7, 7},
                                  {ProblemKind::droppedToken, QStringLiteral("PHONE"), 7, 7},
                                  {ProblemKind::inventedToken, QStringLiteral("IP"), 9, 13}};
        const std::vector<std::pair<EditorStatus, const char*>> cases{
            {{}, ""},
            {{.kind = Kind::untouched}, "unchanged"},
            {{.kind = Kind::untouched, .identical = true}, "identical to the response: A accepts"},
            {{.kind = Kind::draftPending}, "draft · not yet durable"},
            {{.kind = Kind::draftDurable, .at = noon, .findings = none},
             "draft · durable 12:03:07 UTC · no PII found"},
            {{.kind = Kind::draftDurable, .at = noon, .findings = pii, .lineEndsNormalised = true},
             "⚠ 3 PII found (EMAIL, PHONE) · F8 · draft · durable 12:03:07 UTC · line ends are LF now"},
            {{.kind = Kind::draftPending, .findings = tokens},
             "⚠ placeholder [SSN] broken · F8 · placeholder [EMAIL], [PHONE] dropped · "
             "placeholder [IP] not in the conversation · draft · not yet durable · no PII found"},
            {{.kind = Kind::draftPending, .empty = true}, "draft · not yet durable · empty: cannot be saved"},
            {{.kind = Kind::saving, .findings = none}, "saving…"},
            {{.kind = Kind::saved, .at = noon, .findings = none}, "✓ saved 12:03:07 UTC · no PII"},
            {{.kind = Kind::saved, .at = noon, .findings = pii, .heldBack = true},
             "✓ saved 12:03:07 UTC · ⚠ 3 PII found (EMAIL, PHONE) · F8 · redacted: export waits for Ctrl+M "
             "and "
             "Ctrl+S"},
            {{.kind = Kind::saved, .at = noon, .findings = none, .heldBack = true},
             "✓ saved 12:03:07 UTC · ⚠ PII was redacted: export holds it back until saved again, Ctrl+S"},
            {{.kind = Kind::failed, .failure = QStringLiteral("The disk is full.")},
             "⚠ not saved, the text is a draft again: The disk is full."},
        };
        StateLine line;
        QCOMPARE(line.objectName(), QStringLiteral("stateLabel"));
        for (auto [status, text] : cases) {
            status.keys = {QStringLiteral("F8"), QStringLiteral("Ctrl+M"), QStringLiteral("Ctrl+S"),
                           QStringLiteral("A")};
            QCOMPARE(editorStatusText(status), QString::fromUtf8(text));
            line.setStatus(status);
            QCOMPARE(line.text(), QString::fromUtf8(text));
            QCOMPARE(line.textFormat(), Qt::PlainText);
            QVERIFY(!line.accessibleName().isEmpty());
        }
    }
};

QTEST_MAIN(TestCorrectionEditor)
#include "tst_correction_editor.moc"
