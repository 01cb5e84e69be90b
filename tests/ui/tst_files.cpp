// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stores, logs and batches from the window.
#include "core/store/upkeep.h"
#include "tests/store/support/old_store.h"
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/exporting/export_dialog.h"
#include "ui/window/main_window.h"

#include <QFile>
#include <QFileDialog>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <mutex>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

int rows(WindowDesk& desk) {
    return desk.queue().model()->rowCount();
}

/// A store of the first schema beside that of the desk.
std::string makeOldStore(WindowDesk& desk, const char* name) {
    const std::string old = desk.store().dir().file(name);
    test::makeOldStore(old, 1);
    return old;
}

} // namespace

class TestFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLogIsImported();
    void aLogGivenAtStartIsOffered();
    void aStoreThatIsNoneIsRefused();
    void anOldStoreIsNotBroughtUpToDateInSilence();
    void aLateWordOfAnUpgradeIsNotHeeded();
    void aBatchIsExportedAndExportedAgain();
    void escapeClosesAFileDialog_data();
    void escapeClosesAFileDialog();
};

void TestFiles::aLogIsImported() {
    WindowDesk desk;
    desk.open();
    const std::string log = desk.store().dir().write(
        "more.jsonl",
        R"({"request_id":"n1","ts":"2026-01-01T00:00:00","model_version":"m","prompt":"prompt of n1","response":"mail a@b.com"})"
        "\nno json\n");
    desk.window().importLog(QString::fromStdString(log));
    QTRY_VERIFY2(desk.notice().contains(S("1 row imported")), qPrintable(desk.notice()));
    QVERIFY(desk.notice().contains(S("1 bad line ")));
    QCOMPARE(desk.current(), S("r1")); // the review went on beside it
    desk.press("F5");
    QTRY_COMPARE(rows(desk), 6);
    QCOMPARE(desk.store().read("n1").entry.response, std::string("mail [EMAIL]"));
}

void TestFiles::aLogGivenAtStartIsOffered() {
    WindowDesk desk;
    const std::string log = desk.store().dir().write(
        "fresh.jsonl",
        R"({"request_id":"n1","ts":"2026-01-01T00:00:00","model_version":"m","prompt":"prompt of n1","response":"x"})"
        "\n");
    desk.openEmpty();
    desk.window().openPath(QString::fromStdString(log));
    QVERIFY2(desk.notice().contains(S("fresh.goldpan")), qPrintable(desk.notice()));
    QCOMPARE(desk.focus(), S("queueView")); // offers never take the focus
    desk.pressNoticeAction(S("Import"));
    QTRY_COMPARE(desk.current(), S("n1"));
    QVERIFY(QFile::exists(QString::fromStdString(desk.store().dir().file("fresh.goldpan"))));
    QTRY_COMPARE(desk.focus(), S("queueView"));
}

void TestFiles::aStoreThatIsNoneIsRefused() {
    WindowDesk desk;
    desk.open();
    desk.window().openPath(QString::fromStdString(desk.store().dir().write("notes.goldpan", "just text")));
    QTRY_COMPARE(desk.notices().kind(), std::optional(NoticeBar::Kind::error));
    QCOMPARE(desk.current(), S("r1")); // the open store stays
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
}

void TestFiles::anOldStoreIsNotBroughtUpToDateInSilence() {
    WindowDesk desk;
    const std::string old = makeOldStore(desk, "old %2.goldpan");
    const int schema = desk.store().store().upkeep().stats()->schemaVersion;
    desk.open();
    desk.window().openPath(QString::fromStdString(old));
    QTRY_COMPARE(desk.current(), S("a"));
    QTRY_COMPARE(desk.notice(), S("old %2.goldpan was brought from schema 1 to ") + QString::number(schema) +
                                    S(": earlier versions of Goldpan cannot open it any more. No copy of the "
                                      "earlier file was kept."));
    desk.press("Esc"); // not dismissed in passing
    QVERIFY(desk.notice().startsWith(S("old %2.goldpan was brought")));
    desk.notices().closeNotice();
    QCOMPARE(desk.notice(), QString());
    desk.window().openPath(QString::fromStdString(desk.store().path()));
    QTRY_COMPARE(desk.current(), S("r1"));
    desk.window().openPath(QString::fromStdString(old));
    QTRY_COMPARE(desk.current(), S("a"));
    QCOMPARE(desk.notice(), QString()); // once
}

void TestFiles::aLateWordOfAnUpgradeIsNotHeeded() {
    WindowDesk desk;
    const std::string old = makeOldStore(desk, "old.goldpan");
    std::mutex mutex;
    store::UpgradeNotice told;
    desk.setOpen(
        [&, open = desk.backend().open](const std::string& path, const store::UpgradeNotice& before) {
            if (path == old) {
                const std::scoped_lock lock(mutex);
                told = before;
            }
            return open(path, before);
        });
    desk.open();
    desk.window().openPath(QString::fromStdString(old));
    QTRY_COMPARE(desk.current(), S("a"));
    QTRY_VERIFY2(desk.notice().startsWith(S("old.goldpan was brought")), qPrintable(desk.notice()));
    {
        const std::scoped_lock lock(mutex);
        told(1, 2); // as by a worker that looked at the file early and came to speak late
    }
    QCoreApplication::sendPostedEvents();
    QVERIFY2(desk.notice().startsWith(S("old.goldpan was brought")), qPrintable(desk.notice()));
}

void TestFiles::aBatchIsExportedAndExportedAgain() {
    WindowDesk desk;
    desk.open();
    desk.press("E");
    desk.type("Gold: ");
    desk.press("Ctrl+Return");
    QTRY_COMPARE(desk.state("r1"), S("corrected"));
    desk.press("Ctrl+Shift+E");
    auto* dialog = desk.window().findChild<ExportDialog*>();
    QVERIFY(QTest::qWaitForWindowActive(dialog, test::kPatienceMs));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog->isVisible());
    QTRY_COMPARE(desk.focus(), S("queueView"));

    const QString path = QString::fromStdString(desk.store().dir().file("batch.jsonl"));
    Q_EMIT dialog->exportRequested({}, path);
    QTRY_VERIFY2(desk.notice().startsWith(S("1 row exported")), qPrintable(desk.notice()));
    QVERIFY(desk.store().dir().read("batch.jsonl").find("Gold: response of r1") != std::string::npos);
    desk.press("Ctrl+Shift+X");
    QTRY_VERIFY2(QFile::exists(QString::fromStdString(desk.store().dir().file("batch-2.jsonl"))),
                 qPrintable(desk.notice() + desk.focus()));
    QCOMPARE(desk.store().dir().read("batch-2.jsonl"), desk.store().dir().read("batch.jsonl"));
}

void TestFiles::escapeClosesAFileDialog_data() {
    QTest::addColumn<QString>("keys");
    QTest::newRow("open") << S("Ctrl+O");
    QTest::newRow("new") << S("Ctrl+N");
    QTest::newRow("import") << S("Ctrl+I");
}

void TestFiles::escapeClosesAFileDialog() {
    QFETCH(QString, keys);
    WindowDesk desk;
    desk.open();
    desk.press("J");
    QTRY_COMPARE(desk.current(), S("r2"));
    desk.press(keys.toLatin1().constData());
    QPointer<QFileDialog> dialog;
    QTRY_VERIFY(desk.window().findChild<QFileDialog*>() != nullptr);
    dialog = desk.window().findChild<QFileDialog*>();
    QVERIFY(QTest::qWaitForWindowActive(dialog, test::kPatienceMs));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(dialog == nullptr);
    QTRY_COMPARE(desk.focus(), S("queueView"));
    QCOMPARE(desk.current(), S("r2"));
}

QTEST_MAIN(TestFiles)
#include "tst_files.moc"
