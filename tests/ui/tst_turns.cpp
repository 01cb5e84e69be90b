// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// There is one long work at a time: what comes second names the first, and waits for its turn.
#include "tests/ui/support/many_rows_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/exporting/export_dialog.h"
#include "ui/window/main_window.h"

#include <QFile>
#include <QPushButton>
#include <QScopeGuard>
#include <QTest>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::kManyRows;
using goldpan::test::ManyRowsDesk;
using goldpan::test::WindowDesk;

#define S(text) QStringLiteral(text)

class TestTurns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOfferedImportWaitsForItsTurn();
    void anImportDoesNotBeginOnTopOfAnAct();
    void anExportWaitsForAnImport();
};

void TestTurns::theOfferedImportWaitsForItsTurn() {
    ManyRowsDesk desk;
    const std::string log = desk.store().dir().write(
        "more.jsonl",
        R"({"request_id":"n1","ts":"2026-01-01T00:00:00","model_version":"m","prompt":"p","response":"x"})"
        "\n");
    desk.beginBulk();
    desk.window().openPath(QString::fromStdString(log));
    desk.pressNoticeAction(S("Import"));
    QVERIFY2(desk.notice().startsWith(S("Discarding 1,284 rows: this is not over yet.")),
             qPrintable(desk.notice()));
    desk.pressNoticeAction(S("Import when it is over"));
    QCOMPARE(desk.notices().progressText(), S("Discarding 1,284 rows"));
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().contains(S("1 row imported")), qPrintable(desk.notice()));
    QCOMPARE(desk.discarded(), kManyRows);
    QCOMPARE(desk.finishedActs(), std::string("1"));
}

void TestTurns::anImportDoesNotBeginOnTopOfAnAct() {
    ManyRowsDesk desk;
    const std::string log = desk.store().dir().write("more.jsonl", "no json\n");
    desk.beginBulk();
    desk.window().openPath(QString::fromStdString(log));
    desk.pressNoticeAction(S("Import"));
    QVERIFY2(desk.notice().contains(S("not over yet")), qPrintable(desk.notice()));
    desk.failWrites(true);
    desk.press("E");
    desk.type("Mine. ");
    QTRY_COMPARE(desk.notice(),
                 S("The log is not imported, because words that you typed are not on disk yet."));
    QCOMPARE(desk.notices().progressText(), S("Discarding 1,284 rows"));
    desk.failWrites(false);
    desk.letJobsGo();
    QTRY_COMPARE(desk.finishedActs(), std::string("1"));
}

void TestTurns::anExportWaitsForAnImport() {
    WindowDesk desk;
    const std::string log = desk.store().dir().file("slow.jsonl");
    QCOMPARE(::mkfifo(log.c_str(), 0600), 0);
    // Opened for both, so that nobody waits for the other side; the import ends when it is closed.
    const int pipe = ::open(log.c_str(), O_RDWR | O_CLOEXEC);
    auto end = qScopeGuard([pipe] { ::close(pipe); });
    desk.open();
    desk.press("A");
    QTRY_COMPARE(desk.state("r1"), S("accepted"));
    desk.window().importLog(QString::fromStdString(log));
    QTRY_COMPARE(desk.notices().progressText(), S("Importing slow.jsonl"));
    QCOMPARE(::write(pipe, "\n", 1), ssize_t{1});
    const auto unread = [pipe] {
        int bytes = 0;
        return ::ioctl(pipe, FIONREAD, &bytes) == 0 ? bytes : -1;
    };
    QTRY_COMPARE(unread(), 0); // the import has opened it, and so sees that it is closed
    desk.press("B");
    QVERIFY2(desk.notice().contains(S("“Importing slow.jsonl” is not over yet")), qPrintable(desk.notice()));

    desk.press("Ctrl+Shift+E");
    QTRY_VERIFY(desk.find<QDialog>("exportDialog").isVisible());
    const QString batch = QString::fromStdString(desk.store().dir().file("batch.jsonl"));
    desk.find<ExportDialog>("exportDialog").setPath(batch);
    auto& button = desk.find<QPushButton>("exportRun");
    QTRY_VERIFY(button.isEnabled());
    QTest::mouseClick(&button, Qt::LeftButton);
    QVERIFY2(desk.notice().startsWith(S("Importing slow.jsonl: this is not over yet.")),
             qPrintable(desk.notice()));
    desk.pressNoticeAction(S("Export when it is over"));
    QCOMPARE(desk.notices().progressText(), S("Importing slow.jsonl"));
    QVERIFY(!QFile::exists(batch));
    end.dismiss();
    QCOMPARE(::close(pipe), 0);
    QTRY_VERIFY2(desk.notice().contains(S("exported to")), qPrintable(desk.notice()));
    QVERIFY(QFile::exists(batch));
}

QTEST_MAIN(TestTurns)
#include "tst_turns.moc"
