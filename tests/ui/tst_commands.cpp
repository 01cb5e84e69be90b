// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The command table and the key dispatcher: what a key means where, and where it means nothing.
#include "ui/commands/command_registry.h"
#include "ui/commands/key_dispatcher.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace goldpan;
using namespace goldpan::ui;

namespace {

/// A window with one widget of each place, whose commands write their ids down.
struct Desk {
    QWidget window;
    CommandRegistry registry{builtInCommands()};
    QStringList ran;
    QWidget* queue = new QWidget;
    QPlainTextEdit* text = new QPlainTextEdit;
    QPlainTextEdit* editor = new QPlainTextEdit;
    QLineEdit* filter = new QLineEdit;
    QPushButton* button = new QPushButton;
    KeyDispatcher* dispatcher = nullptr;

    Desk() {
        auto* layout = new QVBoxLayout(&window);
        queue->setFocusPolicy(Qt::StrongFocus);
        text->setReadOnly(true);
        for (QWidget* widget : std::initializer_list<QWidget*>{queue, text, editor, filter, button}) {
            layout->addWidget(widget);
        }
        for (const Command& command : registry.commands()) {
            registry.setHandler(command.id, [this, id = command.id] { ran << id; });
        }
        dispatcher = new KeyDispatcher(registry, window);
        dispatcher->setPlace(queue, KeyPlace::queue);
        dispatcher->setPlace(text, KeyPlace::readOnlyText);
        dispatcher->setPlace(editor, KeyPlace::editor);
        window.show();
        window.activateWindow();
        queue->setFocus();
    }
};

} // namespace

class TestCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeyMeansOneThing();
    void idsAreUnique();
    void aCollisionIsRefusedByName();
    void symbolsAreReachedOnAnyLayout();
    void singleKeysWorkInTheQueueAndInReadOnlyText();
    void singleKeysAreLettersInTextFields();
    void keysThatCountAnywhereCountInTextFieldsToo();
    void buttonsKeepSpaceAndEnter();
    void aHeldDownKeyMovesButDoesNotDecide();
    void aDisabledCommandSaysWhy();
    void anObstacleIsToldAfterTheCommandsOwnReason();
    void keysPressedWhileARowLoadsWaitForIt();
    void aModifierAloneHoldsNothingUp();
};

void TestCommands::everyKeyMeansOneThing() {
    const auto checked = CommandRegistry(builtInCommands()).checkCollisions();
    QVERIFY2(checked, checked ? "" : checked.error().message.c_str());
}

void TestCommands::idsAreUnique() {
    QSet<QString> ids;
    for (const Command& command : builtInCommands()) {
        QVERIFY2(!ids.contains(command.id), qPrintable(command.id));
        ids.insert(command.id);
        QVERIFY(!command.text.isEmpty());
        for (const KeyBinding& binding : command.bindings) {
            QCOMPARE(binding.keys.count(), 1);
        }
    }
}

void TestCommands::aCollisionIsRefusedByName() {
    QList<Command> commands = builtInCommands();
    commands << Command{QStringLiteral("my.own"),
                        QStringLiteral("Mine"),
                        Menu::view,
                        {{Scope::queue, QKeySequence(QStringLiteral("A"))}}};
    const auto checked = CommandRegistry(commands).checkCollisions();
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::refused);
    QVERIFY(checked.error().message.find("review.accept") != std::string::npos);
    QVERIFY(checked.error().message.find("my.own") != std::string::npos);

    commands.last().bindings = {{Scope::editor, QKeySequence(QStringLiteral("A"))}};
    QVERIFY2(CommandRegistry(commands).checkCollisions(), "the editor and the queue never hear the same key");
}

void TestCommands::symbolsAreReachedOnAnyLayout() {
    const CommandRegistry registry(builtInCommands());
    const auto id = [&registry](Qt::KeyboardModifiers modifiers, Qt::Key key) {
        const Command* command = registry.lookUp(QKeyCombination(modifiers, key), KeyPlace::queue);
        return command == nullptr ? QString() : command->id;
    };
    QCOMPARE(id(Qt::ShiftModifier, Qt::Key_Question), QStringLiteral("help.keys"));
    QCOMPARE(id(Qt::ShiftModifier, Qt::Key_Slash), QStringLiteral("filter.search")); // German
    QCOMPARE(id(Qt::ShiftModifier, Qt::Key_1), QStringLiteral("queue.flagged"));     // French
    QCOMPARE(id(Qt::KeypadModifier, Qt::Key_3), QStringLiteral("queue.driftWindow"));
    QCOMPARE(id(Qt::KeypadModifier, Qt::Key_Enter), QStringLiteral("correction.edit"));
    QCOMPARE(id(Qt::GroupSwitchModifier, Qt::Key_BracketLeft), QStringLiteral("drift.previous"));
}

void TestCommands::singleKeysWorkInTheQueueAndInReadOnlyText() {
    Desk desk;
    QTest::keyClick(desk.queue, Qt::Key_A);
    QTest::keyClick(desk.text, Qt::Key_X);
    QTest::keyClick(desk.text, Qt::Key_U);
    QCOMPARE(desk.ran, QStringList({QStringLiteral("review.accept"), QStringLiteral("review.discard"),
                                    QStringLiteral("edit.undo")}));
}

void TestCommands::singleKeysAreLettersInTextFields() {
    Desk desk;
    const QString all = QStringLiteral("axsrftn.udgyhe jk1234567890[]/?");
    desk.editor->setFocus();
    QTest::keyClicks(desk.editor, all);
    desk.filter->setFocus();
    QTest::keyClicks(desk.filter, all);
    QCOMPARE(desk.editor->toPlainText(), all);
    QCOMPARE(desk.filter->text(), all);
    QCOMPARE(desk.ran, QStringList());
    // The editor's own undo stays its own.
    QTest::keyClick(desk.editor, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.editor->toPlainText() != all);
    QCOMPARE(desk.ran, QStringList());
}

void TestCommands::keysThatCountAnywhereCountInTextFieldsToo() {
    Desk desk;
    desk.filter->setFocus();
    QTest::keyClick(desk.filter, Qt::Key_F5);
    QTest::keyClick(desk.filter, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(desk.editor, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.ran, QStringList({QStringLiteral("view.refresh"), QStringLiteral("row.next"),
                                    QStringLiteral("correction.saveNext")}));
    QCOMPARE(desk.editor->toPlainText(), QString());
}

void TestCommands::buttonsKeepSpaceAndEnter() {
    Desk desk;
    QSignalSpy clicked(desk.button, &QPushButton::clicked);
    QTest::keyClick(desk.button, Qt::Key_Space);
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(desk.ran, QStringList());
}

void TestCommands::aHeldDownKeyMovesButDoesNotDecide() {
    Desk desk;
    const auto hold = [&desk](int key, const QString& text) {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text, true);
        QApplication::sendEvent(desk.queue, &press);
    };
    hold(Qt::Key_A, QStringLiteral("a"));
    hold(Qt::Key_J, QStringLiteral("j"));
    QCOMPARE(desk.ran, QStringList({QStringLiteral("row.next")}));
}

void TestCommands::aDisabledCommandSaysWhy() {
    Desk desk;
    desk.registry.setHandler(
        QStringLiteral("review.accept"), [&desk] { desk.ran << QStringLiteral("accepted"); },
        [] { return QStringLiteral("no row is selected"); });
    QSignalSpy refused(&desk.registry, &CommandRegistry::refused);
    QTest::keyClick(desk.queue, Qt::Key_A);
    QCOMPARE(desk.ran, QStringList());
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused[0][1].toString(), QStringLiteral("no row is selected"));
}

void TestCommands::anObstacleIsToldAfterTheCommandsOwnReason() {
    Desk desk;
    QString own;
    QString obstacle = QStringLiteral("long work is running");
    desk.registry.setHandler(
        QStringLiteral("edit.undo"), [&desk] { desk.ran << QStringLiteral("undone"); },
        [&own] { return own; });
    desk.registry.addObstacle(QStringLiteral("edit.undo"), [&obstacle] { return obstacle; });
    QCOMPARE(desk.registry.whyDisabled(QStringLiteral("edit.undo")), obstacle);
    QTest::keyClick(desk.queue, Qt::Key_U);
    QCOMPARE(desk.ran, QStringList());
    own = QStringLiteral("no store is open");
    QCOMPARE(desk.registry.whyDisabled(QStringLiteral("edit.undo")), own);
    own.clear();
    obstacle.clear();
    QTest::keyClick(desk.queue, Qt::Key_U);
    QCOMPARE(desk.ran, QStringList({QStringLiteral("undone")}));
}

void TestCommands::keysPressedWhileARowLoadsWaitForIt() {
    Desk desk;
    // Accept moves to a row that is not loaded yet; E is meant for that row, and so are the letters after it.
    desk.registry.setHandler(QStringLiteral("review.accept"), [&desk] {
        desk.ran << QStringLiteral("accept");
        desk.dispatcher->hold();
    });
    desk.registry.setHandler(QStringLiteral("correction.edit"), [&desk] {
        desk.ran << QStringLiteral("edit");
        desk.editor->setFocus();
    });
    QTest::keyClick(desk.queue, Qt::Key_A);
    QTest::keyClick(desk.queue, Qt::Key_A);
    QTest::keyClicks(desk.queue, QStringLiteral("exA"));
    QTest::keyClick(desk.queue, Qt::Key_F5);
    QCOMPARE(desk.ran, QStringList({QStringLiteral("accept")}));
    desk.dispatcher->release(); // the second A, which holds again
    QCOMPARE(desk.ran, QStringList({QStringLiteral("accept"), QStringLiteral("accept")}));
    desk.dispatcher->release();
    QCOMPARE(desk.ran, QStringList({QStringLiteral("accept"), QStringLiteral("accept"),
                                    QStringLiteral("edit"), QStringLiteral("view.refresh")}));
    QCOMPARE(desk.editor->toPlainText(), QStringLiteral("xA"));
}

void TestCommands::aModifierAloneHoldsNothingUp() {
    Desk desk;
    desk.dispatcher->hold();
    QTest::keyPress(desk.queue, Qt::Key_Control);
    QTest::keyPress(desk.queue, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(desk.ran, QStringList({QStringLiteral("filter.focus")}));
}

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
