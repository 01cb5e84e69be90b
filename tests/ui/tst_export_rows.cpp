// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// From an export to its rows in the queue and back: what it would leave out, what it wrote, and the same
// again.
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/exporting/check_table.h"
#include "ui/exporting/export_dialog.h"
#include "ui/window/main_window.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

#define S(text) QStringLiteral(text)

namespace {

struct RowsDesk : WindowDesk {
    /// r1 is corrected.
    RowsDesk() {
        open();
        press("E");
        type("Gold: ");
        press("Ctrl+Return");
        QTRY_COMPARE(state("r1"), S("corrected"));
        QTRY_COMPARE(current(), S("r2")); // by then the window knows of it too
        press("Esc");
        QTRY_COMPARE(focus(), S("queueView"));
    }

    [[nodiscard]] QString file(const char* name) { return QString::fromStdString(store().dir().file(name)); }
    [[nodiscard]] ExportDialog& dialog() { return *window().findChild<ExportDialog*>(); }
    [[nodiscard]] QString summary() { return find<QLabel>("exportSummary").text(); }

    void openDialog() {
        press("Ctrl+Shift+E");
        QVERIFY(QTest::qWaitForWindowActive(&dialog(), test::kPatienceMs));
    }
    /// Enter in the line of the file name.
    void exportTo(const char* name) {
        auto& path = find<QLineEdit>("exportPath");
        path.setFocus();
        path.setText(file(name));
        QTest::keyClick(&path, Qt::Key_Return);
        QTRY_VERIFY(!dialog().isVisible());
    }
};

} // namespace

class TestExportRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRowsOfABatchAreShown() {
        RowsDesk desk;
        desk.openDialog();
        desk.exportTo("batch.jsonl");
        QTRY_VERIFY2(desk.notice().startsWith(S("1 row exported")), qPrintable(desk.notice()));
        desk.pressNoticeAction(S("Show its rows"));
        QTRY_COMPARE(desk.filter().text(), S("batch:1"));
        QTRY_COMPARE(desk.queue().model()->rowCount(), 1);
        QTRY_COMPARE(desk.current(), S("r1"));
        QTRY_COMPARE(desk.focus(), S("queueView"));
        // Typed, it is the same, and what is no batch has no rows.
        for (const auto& [filter, rows] :
             {std::pair("-batch:1", 4), std::pair("batch:2", 0), std::pair("batch:1", 1)}) {
            desk.filter().setFocus();
            desk.filter().selectAll();
            QTest::keyClicks(&desk.filter(), QString::fromLatin1(filter));
            QTest::keyClick(&desk.filter(), Qt::Key_Return);
            QTRY_COMPARE(desk.queue().model()->rowCount(), rows);
        }
    }

    void theNextBatchTakesTheOfferOver() {
        RowsDesk desk;
        desk.openDialog();
        desk.exportTo("batch.jsonl");
        QTRY_VERIFY(desk.notice().contains(S("batch.jsonl")));
        desk.press("Ctrl+Shift+X");
        QTRY_VERIFY2(desk.notice().contains(S("batch-2.jsonl")), qPrintable(desk.notice()));
        desk.notices().closeNotice();
        QCOMPARE(desk.notice(), QString()); // the first one does not come back
    }

    void whatACheckFoundIsShown() {
        RowsDesk desk;
        desk.press("Home");
        QTRY_COMPARE(desk.current(), S("r1"));
        desk.press("T"); // off with its only tag
        desk.press("Backspace");
        desk.press("Esc");
        QTRY_COMPARE(desk.tags("r1"), QString());
        desk.openDialog();
        QTRY_VERIFY2(desk.summary().startsWith(S("No rows")), qPrintable(desk.summary()));
        auto& checks = desk.find<CheckTable>("exportChecks");
        checks.setFocus();
        QTest::keyClick(&checks, Qt::Key_Home);
        QCOMPARE(checks.currentReason(), std::string("no_tag"));
        QTest::keyClick(&checks, Qt::Key_Return);
        QTRY_COMPARE(desk.filter().text(), S("state:corrected tag:none"));
        QTRY_COMPARE(desk.queue().model()->rowCount(), 1);
        QVERIFY(!desk.dialog().isVisible());
        QTRY_COMPARE(desk.focus(), S("queueView"));
    }

    void thePreviewIsWhatIsWritten() {
        RowsDesk desk;
        desk.openDialog();
        auto& preview = desk.find<QPlainTextEdit>("exportPreview");
        QTRY_VERIFY(!preview.toPlainText().isEmpty());
        const QString shown = preview.toPlainText();
        desk.exportTo("batch.jsonl");
        QTRY_VERIFY(desk.notice().startsWith(S("1 row exported")));
        QCOMPARE(QString::fromStdString(desk.store().dir().read("batch.jsonl")), shown + u'\n');
    }

    void theNextStartBeginsWithTheLastBatch() {
        RowsDesk desk;
        desk.openDialog();
        auto& checks = desk.find<CheckTable>("exportChecks");
        checks.setFocus();
        QTest::keyClick(&checks, Qt::Key_End);
        QTest::keyClick(&checks, Qt::Key_Space); // leave out what is identical
        auto& filter = desk.find<QLineEdit>("exportFilter");
        filter.setFocus();
        QTest::keyClicks(&filter, S("state:corrected"));
        desk.exportTo("mine.jsonl");
        QTRY_VERIFY2(desk.notice().startsWith(S("1 row exported")), qPrintable(desk.notice()));
        desk.destroyWindow();
        desk.open();
        QTRY_COMPARE(desk.dialog().spec().filterText, std::string("state:corrected"));
        QCOMPARE(desk.dialog().spec().exclude, std::vector<std::string>{"identical"});
        desk.openDialog();
        QCOMPARE(desk.dialog().path(), desk.file("mine-2.jsonl")); // never over the last one
        desk.dialog().reject();
    }
};

QTEST_MAIN(TestExportRows)
#include "tst_export_rows.moc"
