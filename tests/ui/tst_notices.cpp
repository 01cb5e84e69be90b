// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The notice bar, the key sheet and the empty pane: they speak, and never take the focus by themselves.
#include "tests/ui/support/patience.h"
#include "ui/common/elided_label.h"
#include "ui/common/empty_state.h"
#include "ui/common/key_sheet.h"
#include "ui/common/notice_bar.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>
#include <chrono>

using namespace goldpan::ui;
using Kind = NoticeBar::Kind;

namespace {

struct PaintCount : QObject {
    int paints = 0;
    bool eventFilter(QObject* watched, QEvent* event) override {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }
};

/// A window with a line edit that holds the focus and a bar below it.
struct Window : QWidget {
    QLineEdit* work = new QLineEdit(this);
    NoticeBar* bar = new NoticeBar(this);

    Window() {
        auto* column = new QVBoxLayout(this);
        column->addWidget(work);
        column->addWidget(bar);
        show();
        work->setFocus();
    }
    template <typename T>
    T* find(const char* name) const {
        return findChild<T*>(QString::fromLatin1(name));
    }
};

} // namespace

class TestNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyBarTakesNoRoom() {
        Window window;
        QVERIFY(window.bar->isHidden());
        window.bar->post(Kind::info, QStringLiteral("End of queue"));
        QVERIFY(!window.bar->isHidden());
        window.bar->dismissInfo();
        QVERIFY(window.bar->isHidden());
    }

    void aNoticeThatStandsIsNotPaintedAgain() {
        Window window;
        QVERIFY(QTest::qWaitForWindowExposed(&window, goldpan::test::kPatienceMs));
        PaintCount count;
        window.bar->installEventFilter(&count);
        window.bar->post(Kind::warning, QStringLiteral("Something to read"));
        QTRY_VERIFY(count.paints > 0);
        for (int round = 0; round < 200; ++round) {
            QCoreApplication::processEvents();
        }
        QVERIFY2(count.paints < 20, qPrintable(QString::number(count.paints)));
    }

    void aNoticeSaysItsKindInWordsAndKeepsTheFocusAway() {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window, goldpan::test::kPatienceMs));
        const std::vector<std::pair<Kind, const char*>> kinds{
            {Kind::info, "Note"}, {Kind::ok, "Done"}, {Kind::warning, "Warning"}, {Kind::error, "Error"}};
        for (const auto& [kind, word] : kinds) {
            window.bar->post(kind, QStringLiteral("<b>text</b>"), {{QStringLiteral("Act"), [] {}}});
            QCOMPARE(window.find<ElidedLabel>("noticeWord")->text(), QString::fromLatin1(word));
            QCOMPARE(window.find<ElidedLabel>("noticeText")->text(), QStringLiteral("<b>text</b>"));
            QCOMPARE(window.find<ElidedLabel>("noticeText")->textFormat(), Qt::PlainText);
            QCOMPARE(window.bar->accessibleName(),
                     QString::fromLatin1(word) + QStringLiteral(": <b>text</b>"));
            QVERIFY(window.work->hasFocus());
            window.bar->closeNotice();
        }
    }

    void errorsStayUntilClosedAndNothingIsForgotten() {
        Window window;
        window.bar->post(Kind::info, QStringLiteral("first"));
        window.bar->post(Kind::ok, QStringLiteral("second"));
        QCOMPARE(window.bar->text(), QStringLiteral("second"));
        window.bar->post(Kind::error, QStringLiteral("disk full"));
        window.bar->post(Kind::info, QStringLiteral("third"));
        QCOMPARE(window.bar->text(), QStringLiteral("disk full"));
        window.bar->dismissInfo();
        QCOMPARE(window.bar->text(), QStringLiteral("disk full"));
        window.bar->post(Kind::error, QStringLiteral("store busy"));
        window.bar->post(Kind::error, QStringLiteral("store busy"));
        window.bar->post(Kind::warning, QStringLiteral("fourth"));
        QCOMPARE(window.bar->text(), QStringLiteral("store busy"));
        window.bar->closeNotice();
        QCOMPARE(window.bar->text(), QStringLiteral("disk full"));
        window.bar->closeNotice();
        QCOMPARE(window.bar->text(), QStringLiteral("fourth"));
        window.bar->dismissInfo(); // a warning is not dismissed in passing
        QCOMPARE(window.bar->text(), QStringLiteral("fourth"));
        window.bar->closeNotice();
        QVERIFY(window.bar->isHidden());
    }

    void offersOutliveWhatIsSaidAfterThem() {
        Window window;
        const auto offer = [&window](const char* text) {
            window.bar->post(Kind::info, QString::fromLatin1(text), {{QStringLiteral("Do it"), [] {}}});
        };
        window.bar->post(Kind::info, QStringLiteral("plain before"));
        offer("import?");
        offer("the same for others?");
        QCOMPARE(window.bar->text(), QStringLiteral("the same for others?"));
        window.bar->post(Kind::info, QStringLiteral("It was so already"));
        window.bar->post(Kind::ok, QStringLiteral("Taken back"));
        QCOMPARE(window.bar->text(), QStringLiteral("Taken back"));
        window.bar->dismissInfo();
        QCOMPARE(window.bar->text(), QStringLiteral("the same for others?"));
        window.bar->dismissInfo(); // never an offer
        QCOMPARE(window.bar->text(), QStringLiteral("the same for others?"));
        window.bar->post(Kind::warning, QStringLiteral("bad lines"));
        window.bar->closeNotice();
        QCOMPARE(window.bar->text(), QStringLiteral("the same for others?"));
        window.bar->withdraw(QStringLiteral("the same for others?"));
        QCOMPARE(window.bar->text(), QStringLiteral("import?"));
        QTest::mouseClick(window.find<QPushButton>("noticeAction0"), Qt::LeftButton);
        QVERIFY(window.bar->isHidden());
        offer("import?");
        offer("import?"); // the same is one
        window.bar->closeNotice();
        QVERIFY(window.bar->isHidden());
    }

    void aQuestionStandsBeforeAllAndStaysUntilItIsAnswered() {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window, goldpan::test::kPatienceMs));
        int closings = 0;
        int answers = 0;
        const auto ask = [&] {
            window.bar->ask(QStringLiteral("not over yet"),
                            {{QStringLiteral("Wait"), [&answers] { ++answers; }}},
                            [&closings] { ++closings; });
        };
        const auto offer = [&window](const QString& text, std::function<void()> closed = {}) {
            window.bar->post(Kind::info, text, {{QStringLiteral("Do it"), [] {}}}, std::move(closed));
        };
        window.bar->post(Kind::error, QStringLiteral("unread"));
        const quint64 unread = window.bar->newestError();
        ask();
        QCOMPARE(window.bar->text(), QStringLiteral("not over yet"));
        offer(QStringLiteral("closes when it is over"), [&closings] { ++closings; });
        for (int i = 0; i < 6; ++i) {
            offer(QStringLiteral("offer %1").arg(i));
        }
        window.bar->post(Kind::error, QStringLiteral("later"));
        QVERIFY(window.bar->newestError() > unread);
        QCOMPARE(window.bar->text(), QStringLiteral("not over yet"));
        QTest::mouseClick(window.find<QPushButton>("noticeAction0"), Qt::LeftButton);
        QCOMPARE(std::pair(answers, closings), std::pair(1, 0)); // an answer is not closing it
        QCOMPARE(window.bar->text(), QStringLiteral("later"));
        ask();
        QTest::keyClick(window.find<QToolButton>("noticeClose"), Qt::Key_Escape);
        QCOMPARE(std::pair(answers, closings), std::pair(1, 1));
        ask();
        window.bar->withdraw(QStringLiteral("not over yet"));
        QCOMPARE(closings, 1);
        window.bar->closeNotice();
        QCOMPARE(window.bar->newestError(), unread);
        window.bar->closeNotice();
        for (int i = 5; i >= 3; --i) { // as many as are kept, and the one that somebody waits on
            QCOMPARE(window.bar->text(), QStringLiteral("offer %1").arg(i));
            window.bar->closeNotice();
        }
        QCOMPARE(window.bar->text(), QStringLiteral("closes when it is over"));
        window.bar->closeNotice();
        QCOMPARE(closings, 2);
        QVERIFY(window.bar->isHidden());
    }

    void whatCoversAnOfferGoesByItself() {
        Window window;
        window.bar->setCoverTime(std::chrono::milliseconds(50));
        window.bar->post(Kind::info, QStringLiteral("import?"), {{QStringLiteral("Do it"), [] {}}});
        window.bar->post(Kind::info, QStringLiteral("It was so already"));
        QCOMPARE(window.bar->text(), QStringLiteral("It was so already"));
        QTRY_COMPARE(window.bar->text(), QStringLiteral("import?"));
        window.bar->withdrawOffers();
        QVERIFY(window.bar->isHidden());
    }

    void escInTheBarClosesAndTells() {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window, goldpan::test::kPatienceMs));
        window.bar->post(Kind::error, QStringLiteral("oh"));
        QSignalSpy closed(window.bar, &NoticeBar::closed);
        window.find<QToolButton>("noticeClose")->setFocus();
        QTest::keyClick(window.find<QToolButton>("noticeClose"), Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
        QVERIFY(window.bar->isHidden());
        window.bar->post(Kind::error, QStringLiteral("oh"));
        QTest::mouseClick(window.find<QToolButton>("noticeClose"), Qt::LeftButton);
        QCOMPARE(closed.count(), 2);
    }

    void anActionRunsOnceAfterItsNoticeIsGone() {
        Window window;
        QStringList told;
        window.bar->post(Kind::ok, QStringLiteral("Imported"),
                         {{QStringLiteral("Show & tell"), [&] {
                               told << QStringLiteral("ran, bar says '%1'").arg(window.bar->text());
                               window.bar->post(Kind::info, QStringLiteral("shown"));
                           }}});
        QPointer button = window.find<QPushButton>("noticeAction0");
        QCOMPARE(button->text(), QStringLiteral("Show && tell"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(told, QStringList{QStringLiteral("ran, bar says ''")});
        QCOMPARE(window.bar->text(), QStringLiteral("shown"));
        QTRY_VERIFY(button.isNull());
    }

    void progressRunsBesideNoticesAndCanBeCancelled() {
        Window window;
        QSignalSpy cancelled(window.bar, &NoticeBar::cancelRequested);
        window.bar->setProgress(QStringLiteral("Importing log.jsonl"), std::nullopt, {});
        QCOMPARE(window.find<QProgressBar>("progress")->maximum(), 0);
        window.bar->setProgress(QStringLiteral("Importing log.jsonl"), 0.25, QStringLiteral("9 s left"));
        QCOMPARE(window.find<QProgressBar>("progress")->value(), 250);
        QCOMPARE(window.find<ElidedLabel>("progressRate")->text(), QStringLiteral("9 s left"));
        window.bar->post(Kind::error, QStringLiteral("save failed"));
        QVERIFY(window.find<QPushButton>("progressCancel")->isVisible());
        QTest::mouseClick(window.find<QPushButton>("progressCancel"), Qt::LeftButton);
        QCOMPARE(cancelled.count(), 1);
        window.bar->closeNotice();
        QVERIFY(!window.bar->isHidden());
        window.bar->endProgress();
        QVERIFY(window.bar->isHidden());
    }

    void aLongLineIsElidedNotWide() {
        ElidedLabel label;
        const std::string mega(std::size_t{1} << 20, 'w');
        label.setLine(QString::fromStdString(mega));
        QVERIFY(label.minimumSizeHint().width() < label.fontMetrics().averageCharWidth() * 10);
        QVERIFY(label.sizeHint().width() <= label.fontMetrics().averageCharWidth() * 80);
        label.setLine(QStringLiteral("two\nlines <img src=x>"));
        QCOMPARE(label.text(), QStringLiteral("two lines <img src=x>"));
        QVERIFY(!label.toolTip().contains(QStringLiteral("<img")));
        for (const char* word :
             {"Note", "Error", "drift_window", "operator_review"}) { // whole at its own hint
            label.setLine(QString::fromLatin1(word));
            const QFontMetrics metrics(label.font());
            QCOMPARE(metrics.elidedText(label.text(), Qt::ElideRight, label.sizeHint().width()),
                     label.text());
        }
        label.resize(30, 20);
        QVERIFY(!label.grab().isNull());
    }

    void theKeySheetShowsEveryRowAndClosesByItsKeys() {
        KeySheet sheet;
        std::vector<KeyGroup> groups;
        for (int g = 0; g < 6; ++g) {
            KeyGroup group{QStringLiteral("Group %1").arg(g), {}};
            for (int r = 0; r < 9; ++r) {
                group.rows.push_back(
                    {QStringLiteral("Ctrl+%1").arg(r), QStringLiteral("does & <b>%1</b>").arg(r)});
            }
            groups.push_back(std::move(group));
        }
        sheet.resize(300, 300);
        sheet.setGroups(groups);
        sheet.setOpeningKeys([](QKeyCombination chord) {
            return chord == QKeyCombination(Qt::Key_F1) || chord == QKeyCombination(Qt::Key_Question);
        });
        sheet.show();
        QVERIFY(QTest::qWaitForWindowActive(&sheet, goldpan::test::kPatienceMs));
        const auto labels = [&] {
            int count = 0;
            for (const QLabel* label : sheet.findChildren<QLabel*>()) {
                if (label->textFormat() == Qt::PlainText && !label->text().isEmpty()) {
                    ++count;
                }
            }
            return count;
        };
        QCOMPARE(labels(), 6 + 6 * 9 * 2);
        sheet.resize(1600, 500); // more columns, the same rows
        QTRY_COMPARE(labels(), 6 + 6 * 9 * 2);

        QAction toggle(&sheet); // as a window binds it
        toggle.setShortcut(Qt::Key_F1);
        sheet.addAction(&toggle);
        QSignalSpy toggled(&toggle, &QAction::triggered);
        QSignalSpy closed(&sheet, &KeySheet::closed);
        sheet.setFocus();
        QWidget* focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClick(focus, Qt::Key_Escape);
        QTest::keyClick(focus, Qt::Key_F1);
        QTest::keyClick(focus, '?');
        QTest::keyClick(focus, Qt::Key_PageDown);
        QTest::keyClick(focus, Qt::Key_F2);
        QCOMPARE(closed.count(), 3);
        QCOMPARE(toggled.count(), 0);
    }

    void anEmptyPaneTeaches() {
        EmptyState empty;
        empty.setContent(QStringLiteral("No store"), QStringLiteral("Open a <log>"),
                         QStringLiteral("Ctrl+I"));
        QCOMPARE(empty.accessibleName(), QStringLiteral("No store"));
        QCOMPARE(empty.accessibleDescription(), QStringLiteral("Open a <log> (Ctrl+I)"));
        for (const QLabel* label : empty.findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        empty.setContent(QStringLiteral("Nothing left"), QStringLiteral("Export"));
        QVERIFY(empty.findChild<QLabel*>(QStringLiteral("emptyKeys"))->isHidden());
    }
};

QTEST_MAIN(TestNotices)
#include "tst_notices.moc"
