// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that people chose: what they may be, how they are stored, and that they never collide, whoever wrote
// them.
#include "tests/ui/support/key_steps.h"
#include "tests/ui/support/window_desk.h"
#include "ui/commands/command_registry.h"
#include "ui/commands/key_rules.h"
#include "ui/settings/key_overrides.h"
#include "ui/window/main_window.h"

#include <QSettings>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::key;
using goldpan::test::storedKeys;
using goldpan::test::WindowDesk;

#define S(text) QStringLiteral(text)

class TestKeyOverrides : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysOfTextStayWithText_data();
    void keysOfTextStayWithText();
    void twoCommandsCanChangePlaces();
    void onlyOverridesAreStoredAndTheyComeBack();
    void handEditedKeysNeverCollide_data();
    void handEditedKeysNeverCollide();
    void noKeyIsLostWhateverIsAsked();
};

void TestKeyOverrides::keysOfTextStayWithText_data() {
    QTest::addColumn<int>("scope");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<bool>("allowed");
    const auto row = [](Scope scope, const char* keys, bool allowed) {
        QTest::addRow("%d %s", static_cast<int>(scope), keys)
            << static_cast<int>(scope) << QString::fromLatin1(keys) << allowed;
    };
    for (const Scope scope : {Scope::editor, Scope::anywhere}) {
        for (const char* keys : {"A",
                                 "Shift+A",
                                 "1",
                                 "?",
                                 "Space",
                                 "Return",
                                 "Shift+Return",
                                 "Backspace",
                                 "Del",
                                 "Left",
                                 "Shift+Up",
                                 "Ctrl+Right",
                                 "Home",
                                 "Ctrl+End",
                                 "PgDown",
                                 "Ctrl+A",
                                 "Ctrl+C",
                                 "Ctrl+V",
                                 "Ctrl+X",
                                 "Ctrl+Z",
                                 "Ctrl+Shift+Z",
                                 "Ctrl+Y",
                                 "Ctrl+Backspace",
                                 "Ctrl+Del",
                                 "Ins",
                                 "Shift+Ins",
                                 "Tab",
                                 "Esc",
                                 "Alt+F",
                                 "Ctrl+Alt+Q"}) {
            row(scope, keys, false);
        }
        for (const char* keys :
             {"F2", "Ctrl+J", "Ctrl+Shift+A", "Alt+Left", "Ctrl+Return", "Ctrl+/", "F13"}) {
            row(scope, keys, true);
        }
    }
    for (const char* keys : {"Down", "PgUp", "Ctrl+A", "Ctrl+C", "Tab", "Shift+Tab", "Esc", "Alt+F"}) {
        row(Scope::triage, keys, false);
    }
    for (const char* keys : {"A", ";", "Shift+A", "Space", "Return", "F2", "Ctrl+Z"}) {
        row(Scope::triage, keys, true);
    }
    row(Scope::queue, "Down", true);
    row(Scope::queue, "PgDown", true);
    row(Scope::queue, "Tab", false);
    row(Scope::queue, "", false);
    row(Scope::queue, "A, B", false);
}

void TestKeyOverrides::keysOfTextStayWithText() {
    QFETCH(int, scope);
    QFETCH(QString, keys);
    QFETCH(bool, allowed);
    const QString reason = whyNotKey({static_cast<Scope>(scope), QKeySequence(keys)});
    QVERIFY2(reason.isEmpty() == allowed, qPrintable(reason));
}

void TestKeyOverrides::twoCommandsCanChangePlaces() {
    CommandRegistry registry(builtInCommands());
    QCOMPARE(registry.setAllKeys({{S("review.accept"), {key(Scope::triage, "X")}},
                                  {S("review.discard"), {key(Scope::triage, "A")}}}),
             QStringList());
    QCOMPARE(registry.lookUp(QKeyCombination(Qt::Key_X), KeyPlace::queue)->id, S("review.accept"));
    // One back alone would take the other's key.
    QVERIFY(registry.setKeys(S("review.accept"), registry.defaultKeys(S("review.accept")))
                .contains(S("Discard")));
}

void TestKeyOverrides::onlyOverridesAreStoredAndTheyComeBack() {
    const WindowDesk desk(0); // for its settings file
    CommandRegistry registry(builtInCommands());
    saveKeys(registry);
    QCOMPARE(storedKeys(), QStringList());
    const QList<KeyBinding> wanted{key(Scope::triage, "W"), key(Scope::anywhere, "Ctrl+;"),
                                   key(Scope::queue, ":")};
    QCOMPARE(registry.setKeys(S("review.accept"), wanted), QString());
    saveKeys(registry);
    QCOMPARE(storedKeys(), QStringList{S("review.accept")});
    CommandRegistry other(builtInCommands());
    QCOMPARE(loadKeys(other), QStringList());
    QCOMPARE(other.find(S("review.accept"))->bindings, wanted);
}

void TestKeyOverrides::handEditedKeysNeverCollide_data() {
    QTest::addColumn<QVariant>("value");
    QTest::newRow("another's key") << QVariant(S("triage:X"));
    QTest::newRow("no scope") << QVariant(S("A"));
    QTest::newRow("an unknown scope") << QVariant(S("nowhere:A"));
    QTest::newRow("no key") << QVariant(S("triage:"));
    QTest::newRow("an unknown key") << QVariant(S("triage:Hyper+Kaboom"));
    QTest::newRow("two chords") << QVariant(S("triage:A, B"));
    QTest::newRow("twice the same") << QVariant(QStringList{S("triage:W"), S("queue:W")});
    QTest::newRow("a key of text fields") << QVariant(S("anywhere:A"));
    QTest::newRow("Esc") << QVariant(S("editor:Esc"));
    QTest::newRow("a very long text") << QVariant(S("triage:") + QString(100'000, u'W'));
    QTest::newRow("not a list") << QVariant(QVariantMap{{S("triage"), S("A")}});
}

void TestKeyOverrides::handEditedKeysNeverCollide() {
    QFETCH(QVariant, value);
    WindowDesk desk(3);
    QSettings().setValue(S("keys/review.accept"), value);
    QSettings().setValue(S("keys/review.defer"), QStringList{S("triage:V")});
    desk.open();
    QVERIFY2(desk.notice().contains(S("“Accept”")), qPrintable(desk.notice()));
    const auto keysOf = [&desk](const char* id) {
        return CommandRegistry::keysText(*desk.window().commands().find(QString::fromLatin1(id)));
    };
    QCOMPARE(keysOf("review.accept"), S("A"));
    QCOMPARE(keysOf("review.defer"), S("V"));
    QVERIFY(desk.window().registryProblem().isEmpty());
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
}

void TestKeyOverrides::noKeyIsLostWhateverIsAsked() {
    CommandRegistry registry(builtInCommands());
    // Everyone wants the same key: all but one keep their own, and nothing collides.
    QHash<QString, QList<KeyBinding>> wanted;
    for (const Command& command : registry.commands()) {
        wanted.insert(command.id, {key(Scope::anywhere, "F2")});
    }
    const QStringList refused = registry.setAllKeys(wanted);
    QVERIFY(registry.checkCollisions());
    QCOMPARE(refused.size(), registry.commands().size() - 1);
    registry.setAllKeys({});
    for (const Command& command : registry.commands()) {
        QVERIFY(registry.hasDefaultKeys(command.id));
    }
}

QTEST_MAIN(TestKeyOverrides)
#include "tst_key_overrides.moc"
