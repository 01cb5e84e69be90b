// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What matters most is seen first where there is little room.
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/state_line.h"
#include "ui/detail/transcript_view.h"
#include "ui/window/main_window.h"

#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

Message message(const char* role, std::string text) {
    return {.role = role, .text = std::move(text)};
}

} // namespace

class TestLittleRoom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStateLineHasTwoLinesWhereItIsNarrow() {
        QWidget pane;
        QVBoxLayout layout(&pane);
        auto* rest = new QWidget;
        auto* line = new StateLine;
        layout.addWidget(rest, 1);
        layout.addWidget(line);
        pane.resize(900, 200);
        pane.show();
        QVERIFY(QTest::qWaitForWindowExposed(&pane));
        EditorStatus status{.kind = EditorStatus::Kind::saved};
        line->setStatus(status);
        const int one = line->height();
        status.heldBack = true;
        status.keys = {.save = QStringLiteral("Ctrl+S")};
        line->setStatus(status);
        QCOMPARE(line->height(), one);
        pane.resize(line->fontMetrics().horizontalAdvance(line->text()) * 2 / 3, 200);
        QTRY_COMPARE(line->height(), one + line->fontMetrics().lineSpacing());
        QCOMPARE(line->geometry().bottom(), pane.height() - layout.contentsMargins().bottom() - 1);
        pane.resize(90, 200); // more than two there are not
        QTRY_COMPARE(line->height(), one + line->fontMetrics().lineSpacing());
        status.heldBack = false;
        pane.resize(900, 200);
        line->setStatus(status);
        QTRY_COMPARE(line->height(), one);
    }

    void aNoticeDoesNotHideTheRowThatKeysDecide() {
        WindowDesk desk(60);
        desk.open();
        desk.press("End");
        QTRY_COMPARE(desk.current(), QStringLiteral("r60"));
        const QTableView& queue = desk.queue();
        const auto seen = [&queue] {
            return queue.visualRect(queue.currentIndex()).bottom() < queue.viewport()->height();
        };
        QTRY_VERIFY(seen());
        const int height = queue.viewport()->height();
        desk.notices().post(NoticeBar::Kind::info, QStringLiteral("End of queue."));
        QTRY_VERIFY(queue.viewport()->height() < height);
        QTRY_VERIFY(seen());
    }

    void aConversationIsShownFromItsLastTurn() {
        TranscriptView view;
        view.resize(300, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        std::string before;
        for (int i = 0; i < 100; ++i) {
            before += "line\n";
        }
        const auto headingAt = [&view] { // of the last turn, in pixels from the top
            QTextCursor place(view.document()->lastBlock().previous());
            return view.cursorRect(place);
        };
        view.setConversation({message("system", before), message("user", "the question")}, false);
        QVERIFY(view.viewport()->rect().contains(headingAt()));
        QVERIFY(view.viewport()->rect().contains(view.cursorRect(QTextCursor(view.document()->lastBlock()))));
        view.resize(160, 120); // also in another size
        QTRY_VERIFY(view.viewport()->rect().contains(headingAt()));
        QVERIFY(view.viewport()->rect().contains(view.cursorRect(QTextCursor(view.document()->lastBlock()))));
        QVERIFY(view.page(false)); // but not when one has gone elsewhere
        const int read = view.verticalScrollBar()->value();
        view.resize(160, 130);
        QTest::qWait(0);
        QVERIFY(view.verticalScrollBar()->value() <= read);
        // One that has no room is shown from its heading, and a short conversation whole.
        view.setConversation({message("system", before), message("user", before + "\n")}, false);
        QCOMPARE(view.cursorForPosition({5, 5}).block().text(), QStringLiteral("user"));
        view.setConversation({message("system", "be kind"), message("user", "hi")}, false);
        QCOMPARE(view.verticalScrollBar()->value(), 0);
        view.setConversation({message("user", before)}, false);
        QCOMPARE(view.verticalScrollBar()->value(), 0);
    }
};

QTEST_MAIN(TestLittleRoom)
#include "tst_little_room.moc"
