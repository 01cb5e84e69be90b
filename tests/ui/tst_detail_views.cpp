// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the panes beside the queue show of a row: all of it, as text, and nothing that the row could forge.
#include "tests/ui/support/patience.h"
#include "ui/common/elided_label.h"
#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"
#include "ui/detail/history_panel.h"
#include "ui/detail/meta_header.h"
#include "ui/detail/response_view.h"
#include "ui/detail/transcript_view.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QTreeWidget>

using namespace goldpan;
using namespace goldpan::ui;
using namespace std::string_literals;

namespace {

const std::string kHostile = "<img src=file:///etc/passwd><b>bold</b> \u202E evil\0 & end"s;
const QString kHostileShown =
    QString::fromUtf8("<img src=file:///etc/passwd><b>bold</b> ⟨U+202E⟩ evil⟨U+0000⟩ & end");

Message turn(std::string role, std::string text) {
    Message message;
    message.role = std::move(role);
    message.text = std::move(text);
    return message;
}

QTextCharFormat formatAt(const QPlainTextEdit& view, const QString& word) {
    const QTextCursor found = view.document()->find(word);
    const QTextBlock block = found.block();
    for (const auto& range : block.layout()->formats()) {
        const int at = found.selectionStart() - block.position();
        if (range.start <= at && at < range.start + range.length) {
            return range.format;
        }
    }
    return {};
}

LogEntry someEntry() {
    LogEntry entry;
    entry.requestId = "req-0042";
    entry.ts = parseTimestamp("2026-06-12T09:14:03.25Z");
    entry.modelVersion = "qwen-pii-v6";
    entry.latencyMs = 3900;
    entry.responseLogprob = -4.2049;
    entry.userIdHash = "19b3aa00ff11cc22";
    return entry;
}

} // namespace

class TestDetailViews : public QObject {
    Q_OBJECT

    static QString label(const QWidget& widget, const char* name) {
        return widget.findChild<QLabel*>(QString::fromLatin1(name))->text();
    }

private Q_SLOTS:
    void theConversationShowsEveryTurn() {
        TranscriptView view;
        QCOMPARE(view.objectName(), QStringLiteral("promptView"));
        QCOMPARE(view.accessibleName(), QStringLiteral("Conversation"));
        Message call = turn("assistant", "");
        call.toolCalls = "[{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"refund\","
                         "\"arguments\":\"{\\\"id\\\": 7}\"}}]";
        Message answer = turn("tool", "done");
        answer.toolCallId = "c1";
        view.setConversation({turn("system", "Be kind."), turn("user", "Refund?"), call, answer}, false);
        QCOMPARE(view.toPlainText(), QStringLiteral("system\nBe kind.\n\nuser\nRefund?\n\nassistant\n"
                                                    "calls refund({\"id\": 7})\n\ntool, answer to c1\ndone"));
        view.setConversation({turn("user", "Other prompt")}, true);
        QVERIFY(view.toPlainText().startsWith(QStringLiteral("⚠ messages and prompt of this row disagree")));
        QCOMPARE(view.toPlainText().count(QStringLiteral("\n\n")), 1);
        QVERIFY(!view.toPlainText().contains(QStringLiteral("\n\n\n")));
        view.setConversation({}, false);
        QCOMPARE(view.toPlainText(), QString());
    }

    void headingsCannotBeForgedAndTokensStandOut() {
        TranscriptView view;
        view.setConversation({turn("user", "hello [EMAIL] and [phone]\n\nassistant\nI agree.")}, false);
        QCOMPARE(formatAt(view, QStringLiteral("user")).fontWeight(), int(QFont::Bold));
        QVERIFY(!formatAt(view, QStringLiteral("assistant")).hasProperty(QTextFormat::FontWeight));
        QVERIFY(formatAt(view, QStringLiteral("[EMAIL]")).hasProperty(QTextFormat::BackgroundBrush));
        QVERIFY(!formatAt(view, QStringLiteral("[phone]")).hasProperty(QTextFormat::BackgroundBrush));
    }

    void hostileTextIsTextEverywhere() {
        TranscriptView view;
        view.setConversation({turn(kHostile, kHostile)}, false);
        QVERIFY(view.toPlainText().endsWith(kHostileShown));
        ResponseView response;
        response.setResponse(kHostile);
        QCOMPARE(response.toPlainText(), kHostileShown);
        QVERIFY(!view.acceptDrops());
        QVERIFY(view.isReadOnly());
        QVERIFY(!view.textInteractionFlags().testFlag(Qt::LinksAccessibleByMouse));

        LogEntry entry = someEntry();
        entry.requestId = kHostile;
        entry.modelVersion = kHostile;
        entry.userIdHash = kHostile;
        MetaHeader header;
        header.resize(5000, 30);
        header.show();
        header.setRow(entry, ReviewState::unreviewed, false);
        QCOMPARE(label(header, "metaId"), kHostileShown);
        for (const QLabel* each : header.findChildren<QLabel*>()) {
            QVERIFY(each->textFormat() == Qt::PlainText || !each->pixmap().isNull());
            QVERIFY(!each->toolTip().contains(QStringLiteral("<img")));
        }

        HistoryItem item;
        item.act.operatorName = kHostile;
        item.act.detail = kHostile;
        item.changes = {{.row = RowId{1}, .aspect = Aspect::draft, .name = kHostile, .after = kHostile}};
        HistoryPanel history;
        history.setHistory({item});
        const auto* line = history.findChild<QTreeWidget*>()->topLevelItem(0);
        QVERIFY(line->text(3).contains(QStringLiteral("⟨U+202E⟩")));
        for (int column = 0; column < 4; ++column) {
            QVERIFY(!line->toolTip(column).contains(QStringLiteral("<img")));
            QVERIFY(!line->text(column).contains(u'\n'));
        }
    }

    void aLongTextIsCappedAndShownWholeOnRequest() {
        ResponseView view;
        QSignalSpy truncated(&view, &ReadOnlyText::truncatedChanged);
        view.resize(400, 300);
        view.show();
        view.setResponse(std::string(std::size_t{1} << 20, 'x'));
        QVERIFY(view.isTruncated());
        QCOMPARE(truncated.count(), 1);
        auto* more = view.findChild<QPushButton*>(QStringLiteral("showMore"));
        QVERIFY(more->isVisible());
        QVERIFY(view.viewport()->geometry().bottom() < more->geometry().top() + 1);
        QCOMPARE(view.toPlainText().count(u'x'), static_cast<qsizetype>(kVisibleBytes));
        QTest::mouseClick(more, Qt::LeftButton);
        QVERIFY(!view.isTruncated());
        QVERIFY(!more->isVisible());
        QCOMPARE(view.toPlainText().count(u'x'), qsizetype{1} << 20);
        view.setResponse("short");
        QCOMPARE(truncated.count(), 2);
        view.setResponse(std::string(std::size_t{1} << 20, 'y')); // the next row is capped again
        QVERIFY(view.isTruncated());
    }

    void theCapIsForTheWholeConversation() {
        TranscriptView view;
        std::vector<Message> turns(100, turn("user", std::string(std::size_t{10} * 1024, 'x')));
        view.setConversation(turns, false);
        QVERIFY(view.isTruncated());
        QVERIFY(view.toPlainText().count(u'x') <= static_cast<qsizetype>(kVisibleBytes));
        view.showMore();
        QCOMPARE(view.toPlainText().count(u'x'), qsizetype{100} * 10 * 1024);
    }

    void pagingSaysWhenThereIsNoMore() {
        ResponseView view;
        view.resize(300, 200);
        view.show();
        view.setResponse("one line");
        QVERIFY(!view.page(true));
        std::string lines;
        for (int i = 0; i < 200; ++i) {
            lines += "line\n";
        }
        view.setResponse(lines);
        QVERIFY(view.page(true));
        QVERIFY(view.page(false));
        QVERIFY(!view.page(false));
        int pages = 0;
        while (view.page(true)) {
            ++pages;
        }
        QVERIFY(pages > 5);
        view.setResponse(lines);
        QCOMPARE(view.verticalScrollBar()->value(), 0);
    }

    void keysAndWheelOfTheWindowAreNotTaken() {
        ResponseView view;
        view.setResponse("some text");
        QKeyEvent key(QEvent::KeyPress, Qt::Key_J, Qt::NoModifier, QStringLiteral("j"));
        QApplication::sendEvent(&view, &key);
        QVERIFY(!key.isAccepted());
        QWheelEvent wheel({5, 5}, {5, 5}, {0, 0}, {0, 120}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        const qreal size = view.font().pointSizeF();
        QApplication::sendEvent(view.viewport(), &wheel);
        QCOMPARE(view.font().pointSizeF(), size);
    }

    void copyingBringsPlainTextAndTheOriginalOnRequest() {
        ResponseView view;
        view.setResponse("hard\u00A0space \u202E end");
        view.selectAll();
        view.copy();
        QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasHtml());
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8("hard\u00A0space ⟨U+202E⟩ end"));
        QContextMenuEvent menu(QContextMenuEvent::Mouse, {5, 5}, {5, 5});
        QApplication::sendEvent(view.viewport(), &menu);
        auto* shown = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(shown);
        shown->actions().last()->trigger();
        shown->close();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8("hard\u00A0space \u202E end"));
    }

    void aToolCallIsShownAsTheAnswer() {
        ResponseView view;
        view.setResponse("", "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"function\":{"
                             "\"name\":\"pay\",\"arguments\":\"{}\"}}]}");
        QCOMPARE(view.toPlainText(), QStringLiteral("answered with a tool call:\ncalls pay({})"));
        view.setResponse("", "{\"role\":\"assistant\",\"tool_calls\":[{\"odd\":1}]}");
        QCOMPARE(view.toPlainText(), QStringLiteral("answered with a tool call:\n[{\"odd\":1}]"));
        view.setResponse("words", "{broken");
        QCOMPARE(view.toPlainText(), QStringLiteral("words\n\noutput that is no message:\n{broken"));
        view.setResponse("words");
        QCOMPARE(view.toPlainText(), QStringLiteral("words"));
    }

    void theHeaderNamesWhatIsKnown() {
        MetaHeader header;
        header.resize(1200, 30);
        header.show();
        header.setRow(someEntry(), ReviewState::accepted, true);
        QCOMPARE(label(header, "metaFacts"), QStringLiteral("2026-06-12 09:14:03 UTC · qwen-pii-v6 · 3.9 s"));
        QCOMPARE(label(header, "metaLogprob"), QStringLiteral("logprob -4.20 low"));
        QCOMPARE(label(header, "metaUser"), QStringLiteral("user 19b3aa00…"));
        QCOMPARE(label(header, "metaId"), QStringLiteral("req-0042"));
        QCOMPARE(label(header, "metaState"), QStringLiteral("accepted"));
        header.resize(header.minimumSizeHint());
        QVERIFY(label(header, "metaId").endsWith(u'…')); // the id gives way first
        QCOMPARE(label(header, "metaState"), QStringLiteral("accepted"));
        header.resize(1200, 30);
        QCOMPARE(label(header, "metaId"), QStringLiteral("req-0042"));
        header.setState(ReviewState::deferred);
        QCOMPARE(label(header, "metaState"), QStringLiteral("deferred"));

        LogEntry bare;
        bare.requestId = "x";
        bare.latencyMs = 250;
        header.setRow(bare, ReviewState::unreviewed, false);
        QCOMPARE(label(header, "metaFacts"), QStringLiteral("no time · 250 ms"));
        QCOMPARE(label(header, "metaLogprob"), QStringLiteral("no logprob"));
        QVERIFY(header.findChild<QLabel*>(QStringLiteral("metaUser"))->isHidden());
        header.clear();
        QCOMPARE(label(header, "metaId"), QString());
        QCOMPARE(header.accessibleName(), QStringLiteral("No row"));
    }

    void historyReadsLikeASentence() {
        HistoryItem correct;
        correct.act = {.id = ActId{7},
                       .at = *parseTimestamp("2026-06-12T12:03:07Z"),
                       .operatorName = "ana",
                       .kind = ActKind::correct};
        correct.changes = {
            {.row = RowId{1}, .aspect = Aspect::state, .before = "unreviewed", .after = "corrected"},
            {.row = RowId{1},
             .aspect = Aspect::correction,
             .after = "{\"text\":\"30\\ndays\",\"operator\":\"ana\"}"},
            {.row = RowId{1}, .aspect = Aspect::tag, .name = "operator_review", .after = "1"}};
        HistoryItem undo;
        undo.act = {.id = ActId{8}, .operatorName = "ana", .kind = ActKind::undo, .target = ActId{7}};
        HistoryItem tagged;
        tagged.act = {.operatorName = "bo", .kind = ActKind::tagAdd, .detail = "billing", .undone = true};
        HistoryPanel panel;
        panel.setHistory({undo, correct, tagged});
        const auto* list = panel.findChild<QTreeWidget*>(QStringLiteral("historyList"));
        QCOMPARE(list->topLevelItemCount(), 3);
        QCOMPARE(list->topLevelItem(0)->text(2), QStringLiteral("undo of act 7"));
        QCOMPARE(list->topLevelItem(1)->text(0), QStringLiteral("2026-06-12 12:03:07"));
        QCOMPARE(list->topLevelItem(1)->text(1), QStringLiteral("ana"));
        QCOMPARE(list->topLevelItem(1)->text(2), QStringLiteral("corrected"));
        QCOMPARE(list->topLevelItem(1)->text(3),
                 QString::fromUtf8("state: unreviewed → corrected; correction: none → “30 days”; + tag "
                                   "operator_review"));
        QCOMPARE(list->topLevelItem(2)->text(2), QStringLiteral("tag added: billing (undone)"));
        panel.setHistory({});
        QVERIFY(!panel.findChild<QLabel*>(QStringLiteral("historyEmpty"))->isHidden());
    }

    void escInTheHistoryAsksToCloseIt() {
        HistoryPanel panel;
        panel.setHistory({HistoryItem{}});
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel, goldpan::test::kPatienceMs));
        panel.setFocus();
        QSignalSpy closed(&panel, &HistoryPanel::closed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }
};

QTEST_MAIN(TestDetailViews)
#include "tst_detail_views.moc"
