// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tags by keyboard: typed text is added as typed, a chosen entry as chosen, and Esc takes one step back.
#include "tests/ui/support/patience.h"
#include "ui/detail/tag_strip.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using goldpan::ui::TagStrip;

namespace {

struct Window : QWidget {
    QLineEdit* other = new QLineEdit(this);
    TagStrip* strip = new TagStrip(this);
    QLineEdit* edit = strip->findChild<QLineEdit*>(QStringLiteral("tagEdit"));
    QSignalSpy added{strip, &TagStrip::addRequested};
    QSignalSpy removed{strip, &TagStrip::removeRequested};
    QSignalSpy closed{strip, &TagStrip::editingClosed};

    Window() {
        auto* column = new QVBoxLayout(this);
        column->addWidget(other);
        column->addWidget(strip);
        strip->setKnownTags({QStringLiteral("billing"), QStringLiteral("cluster:refunds"),
                             QStringLiteral("drift_window"), QStringLiteral("operator_review")});
        resize(600, 200);
        show();
    }
    [[nodiscard]] QWidget* popup() const { return edit->completer()->popup(); }
    /// Where a key goes: an open popup grabs the keyboard.
    void press(Qt::Key key) { QTest::keyClick(popup()->isVisible() ? popup() : edit, key); }
    [[nodiscard]] QStringList takeAdded() {
        QStringList out;
        for (const auto& call : added) {
            out << call.first().toString();
        }
        added.clear();
        return out;
    }
    [[nodiscard]] QStringList chips() const {
        QStringList out;
        for (const QLabel* label : strip->findChildren<QLabel*>(QStringLiteral("tagName"))) {
            if (label->isVisible()) {
                out << label->text();
            }
        }
        return out;
    }
};

} // namespace

class TestTagStrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enterAddsTheTextAsTypedThoughAnEntryIsOffered() {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window, goldpan::test::kPatienceMs));
        window.strip->startEditing();
        QVERIFY(window.edit->hasFocus());
        QTest::keyClicks(window.edit, QStringLiteral("bill"));
        QVERIFY(window.popup()->isVisible());
        window.press(Qt::Key_Return);
        QCOMPARE(window.takeAdded(), QStringList{QStringLiteral("bill")});
        QTRY_COMPARE(window.edit->text(), QString());
        QVERIFY(window.strip->isEditing()); // for the next tag
        QVERIFY(!window.popup()->isVisible());
        QTest::keyClicks(window.edit, QStringLiteral(" new tag "));
        window.press(Qt::Key_Enter);
        QCOMPARE(window.takeAdded(), QStringList{QStringLiteral("new tag")});
    }

    void anEntryChosenWithTheArrowsIsAddedOnce() {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window, goldpan::test::kPatienceMs));
        window.strip->startEditing();
        QTest::keyClicks(window.edit, QStringLiteral("refu"));
        window.press(Qt::Key_Down);
        window.press(Qt::Key_Return);
        QTRY_COMPARE(window.edit->text(), QString());
        QCOMPARE(window.takeAdded(), QStringList{QStringLiteral("cluster:refunds")});
    }

    void aClickOnAnEntryAddsItOnce() {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window, goldpan::test::kPatienceMs));
        window.strip->startEditing();
        QTest::keyClicks(window.edit, QStringLiteral("dri"));
        auto* list = qobject_cast<QAbstractItemView*>(window.popup());
        QVERIFY(list->isVisible());
        const QRect entry = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, entry.center());
        QTRY_COMPARE(window.added.count(), 1);
        QCOMPARE(window.takeAdded(), QStringList{QStringLiteral("drift_window")});
        QTRY_COMPARE(window.edit->text(), QString());
    }

    void enterOnNothingAddsNothing() {
        Window window;
        window.strip->startEditing();
        window.press(Qt::Key_Return);
        QTest::keyClicks(window.edit, QStringLiteral("  "));
        window.press(Qt::Key_Return);
        QCOMPARE(window.added.count(), 0);
    }

    void backspaceOnEmptyTakesTheLastTagOff() {
        Window window;
        window.strip->setTags({QStringLiteral("billing"), QStringLiteral("drift_window")});
        window.strip->startEditing();
        QTest::keyClicks(window.edit, QStringLiteral("zz"));
        window.press(Qt::Key_Backspace);
        window.press(Qt::Key_Backspace);
        QCOMPARE(window.removed.count(), 0);
        window.press(Qt::Key_Backspace);
        QCOMPARE(window.removed.count(), 1);
        QCOMPARE(window.removed.first().first().toString(), QStringLiteral("drift_window"));
        window.strip->setTags({});
        window.press(Qt::Key_Backspace);
        QCOMPARE(window.removed.count(), 1);
    }

    void escClosesThePopupFirstAndThenTheLine() {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window, goldpan::test::kPatienceMs));
        QAction back(&window); // as the window binds it
        back.setShortcut(Qt::Key_Escape);
        window.addAction(&back);
        QSignalSpy went(&back, &QAction::triggered);
        window.strip->startEditing();
        QTest::keyClicks(window.edit, QStringLiteral("bill"));
        QVERIFY(window.popup()->isVisible());
        window.press(Qt::Key_Escape);
        QVERIFY(!window.popup()->isVisible());
        QVERIFY(window.strip->isEditing());
        QCOMPARE(window.edit->text(), QStringLiteral("bill"));
        QCOMPARE(window.closed.count(), 0);
        window.press(Qt::Key_Escape);
        QVERIFY(!window.strip->isEditing());
        QCOMPARE(window.closed.count(), 1);
        QCOMPARE(went.count(), 0);
        window.strip->startEditing();
        QCOMPARE(window.edit->text(), QString());
    }

    void anotherRowsTagsLeaveTheLineOpen() {
        Window window;
        QVERIFY(QTest::qWaitForWindowActive(&window, goldpan::test::kPatienceMs));
        window.strip->startEditing();
        QTest::keyClicks(window.edit, QStringLiteral("zz"));
        window.strip->setTags({QStringLiteral("a"), QStringLiteral("b")});
        QCOMPARE(window.chips(), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(window.edit->text(), QStringLiteral("zz"));
        QVERIFY(window.edit->hasFocus());
    }

    void aChipsCrossAsksForRemoval() {
        Window window;
        window.strip->setTags({QStringLiteral("billing"), QStringLiteral("drift_window")});
        const auto buttons = window.strip->findChildren<QToolButton*>(QStringLiteral("tagRemove"));
        QCOMPARE(buttons.size(), 2);
        QCOMPARE(buttons.first()->accessibleName(), QStringLiteral("Remove tag billing"));
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QCOMPARE(window.removed.first().first().toString(), QStringLiteral("billing"));
        QCOMPARE(window.chips().size(), 2); // the owner decides
    }

    void manyTagsWrapAndHostileOnesAreText() {
        Window window;
        QStringList tags;
        for (int i = 0; i < 40; ++i) {
            tags << QStringLiteral("cluster:number-%1").arg(i);
        }
        window.strip->setTags({QStringLiteral("one")});
        const int low = window.strip->heightForWidth(500);
        window.strip->setTags(tags);
        QVERIFY(window.strip->heightForWidth(500) > 4 * low);
        QVERIFY(window.strip->minimumSizeHint().width() < 500);
        window.strip->setTags({QString::fromUtf8("<img src=x>\u202E") + QString(100000, u'w')});
        const QString name = window.chips().first();
        QVERIFY(name.startsWith(QString::fromUtf8("<img src=x>⟨U+202E⟩")));
        QVERIFY(name.size() < 100);
        const auto* button = window.strip->findChildren<QToolButton*>(QStringLiteral("tagRemove")).last();
        QVERIFY(!button->toolTip().contains(QStringLiteral("<img")));
    }
};

QTEST_MAIN(TestTagStrip)
#include "tst_tag_strip.moc"
