// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The keymap, line by line: each key is pressed in each place of the real window, and the command runs there
// and nowhere else. Where no command takes it, the key means what it means to the widget.
#include "tests/ui/support/window_desk.h"
#include "ui/commands/command_registry.h"
#include "ui/detail/correction_editor.h"
#include "ui/detail/tag_strip.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <memory>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

enum Where : unsigned {
    Queue = 1U << 0,
    Text = 1U << 1,
    Editor = 1U << 2,
    Other = 1U << 3,
    Triage = Queue | Text,
    Anywhere = Queue | Text | Editor | Other,
};

struct Line {
    const char* keys;
    unsigned where;
    const char* command;
    bool repeats = false;
};

/// A command that this window does not have is not on any key yet.
constexpr Line kKeymap[] = {
    {"J", Triage, "row.next", true},
    {"K", Triage, "row.previous", true},
    {"Down", Queue, "row.next", true},
    {"Up", Queue, "row.previous", true},
    {"Alt+Down", Anywhere, "row.next", true},
    {"Alt+Up", Anywhere, "row.previous", true},
    {"N", Triage, "row.nextUnreviewed", true},
    {"Shift+N", Triage, "row.previousUnreviewed", true},
    {"E", Triage, "correction.edit"},
    {"Return", Queue, "correction.edit"},
    {"Enter", Queue, "correction.edit"},
    {"A", Triage, "review.accept"},
    {"X", Triage, "review.discard"},
    {"S", Triage, "review.defer"},
    {"R", Triage, "review.reopen"},
    {"F", Triage, "tag.operatorReview"},
    {"T", Triage, "tag.edit"},
    {".", Triage, "action.repeat"},
    {"U", Triage, "edit.undo", true},
    {"Ctrl+Z", Triage, "edit.undo", true},
    {"Shift+U", Triage, "edit.redo", true},
    {"Ctrl+Shift+Z", Triage, "edit.redo", true},
    {"D", Triage, "view.diff"},
    {"G", Triage, "suggestion.take"},
    {"H", Triage, "view.history"},
    {"B", Triage, "bulk.open"},
    {"Y", Triage, "row.copyId"},
    {"[", Triage, "drift.previous"},
    {"]", Triage, "drift.next"},
    {"Space", Queue, "view.pageDown", true},
    {"Shift+Space", Queue, "view.pageUp", true},
    {"/", Triage, "filter.search"},
    {"1", Triage, "queue.flagged"},
    {"2", Triage, "queue.lowConfidence"},
    {"3", Triage, "queue.driftWindow"},
    {"4", Triage, "queue.userNegative"},
    {"5", Triage, "queue.deferred"},
    {"6", Triage, "queue.corrected"},
    {"7", Triage, "queue.marked"},
    {"8", Triage, "queue.saved1"},
    {"9", Triage, "queue.saved2"},
    {"0", Triage, "queue.all"},
    {"?", Triage, "help.keys"},
    {"Ctrl+Return", Editor, "correction.saveNext"},
    {"Ctrl+Enter", Editor, "correction.saveNext"},
    {"Ctrl+S", Editor, "correction.save"},
    {"Esc", Editor, "correction.leave"},
    {"Ctrl+Shift+R", Editor, "correction.reset"},
    {"Ctrl+M", Editor, "pii.redact"},
    {"F8", Anywhere, "problem.next"},
    {"Shift+F8", Anywhere, "problem.previous"},
    {"Ctrl+F", Anywhere, "filter.focus"},
    {"Ctrl+Shift+P", Anywhere, "palette.open"},
    {"Ctrl+O", Anywhere, "store.open"},
    {"Ctrl+N", Anywhere, "store.new"},
    {"Ctrl+I", Anywhere, "log.import"},
    {"Ctrl+Shift+E", Anywhere, "export.dialog"},
    {"Ctrl+Shift+X", Anywhere, "export.again"},
    {"F1", Anywhere, "help.keys"},
    {"F5", Anywhere, "view.refresh"},
    {"F6", Anywhere, "pane.next"},
    {"F9", Anywhere, "view.readiness"},
    {"F11", Anywhere, "view.fullScreen"},
    {"Ctrl+=", Anywhere, "view.zoomIn", true},
    {"Ctrl+-", Anywhere, "view.zoomOut", true},
    {"Ctrl+0", Anywhere, "view.zoomReset"},
    {"Ctrl+,", Anywhere, "settings.open"},
    {"Ctrl+Q", Anywhere, "app.quit"},
    // Keys of texts and panes, which no command may take.
    {"Tab", 0, ""},
    {"Delete", 0, ""},
    {"Backspace", 0, ""},
    {"Ctrl+A", 0, ""},
    {"Ctrl+C", 0, ""},
    {"Ctrl+V", 0, ""},
    {"Ctrl+X", 0, ""},
    {"Ctrl+Left", 0, ""},
    {"PgDown", 0, ""},
};

struct Place {
    const char* name;
    Where where;
    bool takesText;
};

constexpr Place kPlaces[] = {
    {"queueView", Queue, false},        {"promptView", Text, false}, {"responseView", Text, false},
    {"correctionEditor", Editor, true}, {"filterBar", Other, true},  {"tagEdit", Other, true},
    {"tagAdd", Other, false},
};

/// The window on three rows, with commands that only write down that they ran.
struct KeyDesk : WindowDesk {
    QStringList ran;

    KeyDesk()
        : WindowDesk(3) {
        open();
        CommandRegistry& commands = window().commands();
        for (const Command& command : commands.commands()) {
            commands.setHandler(command.id, [this, id = command.id] { ran << id; });
        }
    }
    void goTo(const Place& place) {
        // Enter in the filter bar asks again, PgDown moves, and keys wait for a row that loads.
        QTRY_VERIFY(!find<QLabel>("resultInfo").text().contains(S("searching")));
        QTRY_COMPARE(current(), S("r%1").arg(queue().currentIndex().row() + 1));
        QCoreApplication::processEvents();
        auto& tags = find<TagStrip>("tagStrip");
        if (qstrcmp(place.name, "tagEdit") == 0) {
            tags.startEditing();
        } else if (tags.isEditing()) {
            find<QWidget>("tagEdit").setFocus();
            press("Esc");
        }
        auto& widget = find<QWidget>(place.name);
        widget.setFocus();
        if (place.takesText) {
            setText(widget, before(place));
        }
        ran.clear();
    }
    /// What was typed there.
    [[nodiscard]] QString text(const Place& place) {
        const QWidget& widget = find<QWidget>(place.name);
        return widget.property(textProperty(widget)).toString().mid(before(place).size());
    }
    /// Inside quotes the filter bar offers nothing that could get in the way.
    static QString before(const Place& place) {
        return qstrcmp(place.name, "filterBar") == 0 ? S("\"") : QString();
    }
    static void setText(QWidget& widget, const QString& text) {
        widget.setProperty(textProperty(widget), text);
    }
    static const char* textProperty(const QWidget& widget) {
        return qobject_cast<const QLineEdit*>(&widget) != nullptr ? "text" : "plainText";
    }
};

/// What the key writes into a text field; "" where it writes nothing.
QString letterOf(const QString& keys) {
    if (keys == S("Space") || keys == S("Shift+Space")) {
        return S(" ");
    }
    const QString key = keys.startsWith(S("Shift+")) ? keys.mid(6) : keys;
    if (key.size() != 1) {
        return {};
    }
    return key.toLower(); // as QTest types it, with Shift too
}

void addLines(bool commandsOnly) {
    QTest::addColumn<const Line*>("line");
    for (const Line& line : kKeymap) {
        if (!commandsOnly || line.where != 0) {
            QTest::newRow(line.keys) << &line;
        }
    }
}

} // namespace

Q_DECLARE_METATYPE(const Line*)

class TestKeymap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_desk = std::make_unique<KeyDesk>(); }
    void cleanupTestCase() { m_desk.reset(); }
    void everyKeyRunsItsCommandInItsPlacesOnly_data() { addLines(false); }
    void everyKeyRunsItsCommandInItsPlacesOnly();
    void aHeldKeyRepeatsOnlyWhatMovesOrLooks_data() { addLines(true); }
    void aHeldKeyRepeatsOnlyWhatMovesOrLooks();
    void theKeypadsKeysAreTheSame();
    void aHeldLetterIsTypedAgainAndAgain();
    void escapeGoesBackToTheQueueFromEverywhere();
    void buttonsKeepSpace();
    void readOnlyTextKeepsItsOwnKeys();

private:
    /// The command of `line` where this window has it.
    [[nodiscard]] QStringList expected(const Line& line, const Place& place) const {
        const QString id = QString::fromLatin1(line.command);
        const bool runs = (line.where & place.where) != 0 && m_desk->window().commands().find(id) != nullptr;
        return runs ? QStringList{id} : QStringList{};
    }

    std::unique_ptr<KeyDesk> m_desk;
};

void TestKeymap::everyKeyRunsItsCommandInItsPlacesOnly() {
    QFETCH(const Line*, line);
    const QString keys = QString::fromLatin1(line->keys);
    for (const Place& place : kPlaces) {
        m_desk->goTo(place);
        m_desk->press(line->keys);
        QStringList wanted = expected(*line, place);
        if (keys == S("Esc") && ((place.where & Triage) != 0 || (place.where == Other && !place.takesText))) {
            wanted = {S("pane.queue")}; // Esc leaves every pane; text fields do it themselves
        }
        QVERIFY2(m_desk->ran == wanted,
                 qPrintable(S("in %1: %2").arg(QLatin1String(place.name), m_desk->ran.join(u' '))));
        if (place.takesText && wanted.isEmpty() && !letterOf(keys).isEmpty()) {
            QCOMPARE(m_desk->text(place), letterOf(keys));
        } else if (place.takesText && !wanted.isEmpty()) {
            QCOMPARE(m_desk->text(place), QString());
        }
    }
}

void TestKeymap::aHeldKeyRepeatsOnlyWhatMovesOrLooks() {
    QFETCH(const Line*, line);
    const QKeyCombination chord = QKeySequence(QString::fromLatin1(line->keys))[0];
    for (const Place& place : kPlaces) {
        const QStringList once = expected(*line, place);
        if (once.isEmpty()) {
            continue;
        }
        m_desk->goTo(place);
        QKeyEvent press(QEvent::KeyPress, chord.key(), chord.keyboardModifiers(),
                        letterOf(QString::fromLatin1(line->keys)), true);
        QApplication::sendEvent(QApplication::focusWidget(), &press);
        QVERIFY2(m_desk->ran == (line->repeats ? once : QStringList()), place.name);
        if (place.takesText) {
            QCOMPARE(m_desk->text(place), QString()); // a command's key is not typed either
        }
    }
}

void TestKeymap::theKeypadsKeysAreTheSame() {
    const auto pad = [this](int key, Qt::KeyboardModifiers modifiers, const Place& place) {
        m_desk->goTo(place);
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key),
                        modifiers | Qt::KeypadModifier);
        return m_desk->ran.join(u' ');
    };
    QCOMPARE(pad(Qt::Key_Enter, {}, kPlaces[0]), S("correction.edit"));
    QCOMPARE(pad(Qt::Key_Enter, Qt::ControlModifier, kPlaces[3]), S("correction.saveNext"));
    QCOMPARE(pad(Qt::Key_3, {}, kPlaces[0]), S("queue.driftWindow"));
    QCOMPARE(pad(Qt::Key_3, {}, kPlaces[3]), QString());
    QCOMPARE(m_desk->editor().toPlainText(), S("3"));
    QCOMPARE(pad(Qt::Key_Enter, {}, kPlaces[3]), QString());
    QCOMPARE(m_desk->editor().toPlainText(), S("\n"));
}

void TestKeymap::aHeldLetterIsTypedAgainAndAgain() {
    for (const Place& place : kPlaces) {
        if (!place.takesText) {
            continue;
        }
        m_desk->goTo(place);
        for (int times = 0; times < 3; ++times) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, S("a"), times > 0);
            QApplication::sendEvent(QApplication::focusWidget(), &press);
        }
        QCOMPARE(m_desk->text(place), S("aaa"));
        QCOMPARE(m_desk->ran, QStringList());
    }
}

void TestKeymap::escapeGoesBackToTheQueueFromEverywhere() {
    WindowDesk desk(2);
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    for (const char* name :
         {"promptView", "responseView", "correctionEditor", "filterBar", "tagAdd", "queue.all"}) {
        desk.find<QWidget>(name).setFocus();
        desk.press("Esc");
        QTRY_VERIFY2(desk.focus() == S("queueView"), name);
        QCOMPARE(desk.current(), S("r2"));
    }
}

void TestKeymap::buttonsKeepSpace() {
    WindowDesk desk(1);
    desk.open();
    desk.find<QWidget>("tagAdd").setFocus();
    desk.press("Space");
    QCOMPARE(desk.focus(), S("tagEdit"));
    auto& all = desk.find<QToolButton>("queue.corrected");
    all.setFocus();
    desk.press("Space");
    QTRY_COMPARE(desk.filter().text(), S("state:corrected"));
}

void TestKeymap::readOnlyTextKeepsItsOwnKeys() {
    WindowDesk desk(1);
    desk.open();
    auto& prompt = desk.find<QPlainTextEdit>("promptView");
    prompt.setFocus();
    desk.press("Ctrl+A");
    QVERIFY(prompt.textCursor().hasSelection());
}

QTEST_MAIN(TestKeymap)
#include "tst_keymap.moc"
