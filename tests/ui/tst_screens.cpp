// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every dialog and page that a command opens: names, mnemonics, the way of Tab, the sight of the focus, and
// Esc. A new command has to say here what it opens, so that no screen is forgotten.
#include "tests/support/places.h"
#include "tests/ui/support/form_checks.h"
#include "tests/ui/support/window_desk.h"
#include "tests/ui/support/written_classes.h"
#include "ui/commands/command_registry.h"
#include "ui/detail/correction_editor.h"
#include "ui/settings/appearance.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFileDialog>
#include <QHash>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <algorithm>

#include "core/store/saved_queues.h"

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

constexpr auto S = [](const char* text) { return QString::fromLatin1(text); };

/// The screen that a command opens, by its object name. File dialogs are Qt's: only Esc is asked of them.
const QHash<QString, QString>& screensByCommand() {
    static const QHash<QString, QString> kScreens{
        {S("store.open"), S("fileDialog")},
        {S("store.new"), S("fileDialog")},
        {S("log.import"), S("fileDialog")},
        {S("export.dialog"), S("exportDialog")},
        {S("export.again"), S("exportDialog")},
        {S("settings.open"), S("settingsDialog")},
        {S("bulk.open"), S("bulkDialog")},
        {S("history.store"), S("storeHistory")},
        {S("queue.save"), S("savedQueuesDialog")},
        {S("queue.arrangeSaved"), S("savedQueuesDialog")},
        {S("pii.allow"), S("allowDialog")},
        {S("pii.mark"), S("ownRuleDialog")},
        {S("palette.open"), S("commandPalette")},
        {S("help.guide"), S("guideView")},
        {S("help.keys"), S("keySheet")},
        {S("view.history"), S("historyPanel")},
        {S("view.readiness"), S("readinessPanel")},
    };
    return kScreens;
}

/// Commands that act, move or look within the work page.
const QStringList kNoScreen{
    S("app.quit"),
    S("edit.undo"),
    S("edit.redo"),
    S("correction.edit"),
    S("correction.saveNext"),
    S("correction.save"),
    S("token.explain"),
    S("correction.reset"),
    S("pii.redact"),
    S("problem.next"),
    S("problem.previous"),
    S("correction.leave"),
    S("suggestion.take"),
    S("row.copyId"),
    S("review.accept"),
    S("review.discard"),
    S("review.defer"),
    S("review.reopen"),
    S("tag.operatorReview"),
    S("tag.edit"),
    S("action.repeat"),
    S("row.next"),
    S("row.previous"),
    S("row.nextUnreviewed"),
    S("row.previousUnreviewed"),
    S("queue.flagged"),
    S("queue.lowConfidence"),
    S("queue.driftWindow"),
    S("queue.userNegative"),
    S("queue.deferred"),
    S("queue.corrected"),
    S("queue.marked"),
    S("queue.all"),
    S("queue.saved1"),
    S("queue.saved2"),
    S("drift.previous"),
    S("drift.next"),
    S("filter.search"),
    S("filter.focus"),
    S("view.refresh"),
    S("view.pageDown"),
    S("view.pageUp"),
    S("view.diff"),
    S("pane.queue"),
    S("pane.next"),
    S("view.zoomIn"),
    S("view.zoomOut"),
    S("view.zoomReset"),
    S("view.fullScreen"),
};

/// Screens of our own, each page of the settings by itself.
struct Screen {
    QString command;
    int page = -1;
};

/// A window with something on every screen.
class ScreenDesk : public WindowDesk {
public:
    ScreenDesk()
        : WindowDesk(0) {
        LogEntry row = test::entry("r1");
        row.tags = {"drift_window", "operator_review"};
        store().add({row, test::entry("r2", "2025-06-12T10:00:00")});
        for (const char* name : {"Thirds", "Fourths"}) {
            (void)store().store().savedQueues().put({name, "id:r3", {}});
        }
    }

    QWidget* shown(const QString& name) {
        QWidget* widget =
            name == S("fileDialog") ? window().findChild<QFileDialog*>() : window().findChild<QWidget*>(name);
        return widget != nullptr && widget->isVisible() ? widget : nullptr;
    }

    /// The screen of a command, with all its controls enabled that can be.
    QWidget* show(const QString& command) {
        const QString name = screensByCommand().value(command);
        if (command.startsWith(S("pii."))) { // about words of the editor
            editor().setFocus();
            press("Ctrl+A");
            type("write to ann@example.com or 4711");
            press("Ctrl+A");
        }
        window().commands().trigger(command);
        (void)QTest::qWaitFor([&] { return shown(name) != nullptr; }, test::kPatienceMs);
        QWidget* screen = shown(name);
        if (screen == nullptr) {
            return nullptr;
        }
        const bool active = QTest::qWaitFor(
            [screen] { return QApplication::activeWindow() == screen->window(); }, test::kPatienceMs);
        const bool laidOut = QTest::qWaitFor(
            [screen] {
                return std::ranges::none_of(test::tabControls(*screen),
                                            [](const QWidget* each) { return each->size().isEmpty(); });
            },
            test::kPatienceMs);
        if (!active || !laidOut) {
            return nullptr;
        }
        if (name == S("bulkDialog")) {
            auto& act = find<QComboBox>("bulkAct");
            act.setCurrentIndex(act.count() - 1); // a tag is asked for
        }
        return screen;
    }

    /// The same in a window that is still to be opened; the work page is the window itself.
    QWidget* openOn(const Screen& screen) {
        open();
        QWidget* root = screen.command.isEmpty() ? &window() : show(screen.command);
        if (screen.page >= 0) {
            find<QTabWidget>("settingsPages").setCurrentIndex(screen.page);
        }
        return root;
    }
};

QList<QPair<QByteArray, Screen>> ownScreens() {
    QList<QPair<QByteArray, Screen>> out;
    for (auto at = screensByCommand().cbegin(); at != screensByCommand().cend(); ++at) {
        if (*at == S("settingsDialog")) {
            for (int page = 0; page < 4; ++page) {
                out << qMakePair(at.key().toLatin1() + ", page " + QByteArray::number(page + 1),
                                 Screen{at.key(), page});
            }
        } else if (*at != S("fileDialog")) {
            out << qMakePair(at.key().toLatin1(), Screen{at.key()});
        }
    }
    out << qMakePair(QByteArray("the work page"), Screen());
    return out;
}

} // namespace

Q_DECLARE_METATYPE(Screen)

class TestScreens : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setCursorFlashTime(0); }
    void cleanup() { usePalette(QPalette()); }
    void everyCommandSaysWhatItOpens();
    void everyDialogIsOpenedHere();
    void otherCommandsOpenNothing();
    void formsServeTheKeyboard_data();
    void formsServeTheKeyboard();
    void theFocusIsSeen_data();
    void theFocusIsSeen();
    void escClosesAndTheQueueHasTheFocus_data();
    void escClosesAndTheQueueHasTheFocus();
};

void TestScreens::everyCommandSaysWhatItOpens() {
    QStringList known = kNoScreen + screensByCommand().keys();
    known.sort();
    QStringList commands;
    for (const Command& command : builtInCommands()) {
        commands << command.id;
    }
    commands.sort();
    QCOMPARE(commands, known);
}

void TestScreens::everyDialogIsOpenedHere() {
    QStringList written =
        test::classesDerivedFrom(S("QDialog"), QString::fromStdString(test::sourceFile("ui")));
    QVERIFY(written.size() >= 5);
    ScreenDesk desk;
    desk.open();
    for (const QString& name : screensByCommand()) {
        if (const auto* dialog = desk.window().findChild<QDialog*>(name)) {
            written.removeAll(QString::fromLatin1(dialog->metaObject()->className()).section(S("::"), -1));
        }
    }
    QCOMPARE(written, QStringList());
    QCOMPARE(desk.find<QTabWidget>("settingsPages").count(), 4);
}

void TestScreens::otherCommandsOpenNothing() {
    ScreenDesk desk;
    desk.open();
    const auto windows = [] {
        QStringList out;
        for (const QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->isVisible() && widget->windowType() != Qt::ToolTip) {
                out << widget->objectName();
            }
        }
        return out;
    };
    for (const QString& command : kNoScreen) {
        if (command != S("app.quit")) {
            desk.window().commands().trigger(command);
            QCoreApplication::processEvents();
            QVERIFY2(windows() == QStringList{S("mainWindow")}, qPrintable(command));
        }
    }
}

void TestScreens::formsServeTheKeyboard_data() {
    QTest::addColumn<Screen>("screen");
    for (const auto& [name, screen] : ownScreens()) {
        QTest::newRow(name.constData()) << screen;
    }
}

void TestScreens::formsServeTheKeyboard() {
    QFETCH(Screen, screen);
    ScreenDesk desk;
    QWidget* root = desk.openOn(screen);
    QVERIFY(root != nullptr);
    QCOMPARE(test::unnamedControls(*root), QString());
    QCOMPARE(test::sharedMnemonics(*root), QString());
    QCOMPARE(test::richTextTrouble(*root), QString());
    if (root->objectName() != S("commandPalette")) { // one line that keeps the focus, and closes without it
        QCOMPARE(test::tabTrouble(*root), QString());
    }
}

void TestScreens::theFocusIsSeen_data() {
    QTest::addColumn<Screen>("screen");
    QTest::addColumn<bool>("dark");
    for (const auto& [name, screen] : ownScreens()) {
        if (screen.command != S("palette.open")) {
            QTest::newRow((name + ", light").constData()) << screen << false;
            QTest::newRow((name + ", dark").constData()) << screen << true;
        }
    }
}

void TestScreens::theFocusIsSeen() {
    QFETCH(Screen, screen);
    QFETCH(bool, dark);
    usePalette(dark ? darkPalette() : lightPalette());
    ScreenDesk desk;
    QWidget* root = desk.openOn(screen);
    QVERIFY(root != nullptr);
    QCOMPARE(test::focusTrouble(*root), QString());
}

void TestScreens::escClosesAndTheQueueHasTheFocus_data() {
    QTest::addColumn<QString>("command");
    for (const QString& command : screensByCommand().keys()) {
        QTest::newRow(qPrintable(command)) << command;
    }
}

void TestScreens::escClosesAndTheQueueHasTheFocus() {
    QFETCH(QString, command);
    ScreenDesk desk;
    desk.open();
    const QString name = screensByCommand().value(command);
    QVERIFY(desk.show(command) != nullptr);
    QTRY_VERIFY(QApplication::focusWidget() != nullptr);
    desk.press("Esc");
    QTRY_VERIFY(desk.shown(name) == nullptr || name == S("historyPanel"));
    QTRY_COMPARE(desk.focus(), S("queueView"));
    QTRY_COMPARE(QApplication::activeWindow(), static_cast<QWidget*>(&desk.window()));
}

QTEST_MAIN(TestScreens)
#include "tst_screens.moc"
