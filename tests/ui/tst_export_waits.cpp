// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An export asked for while other long work runs: it waits, and takes nothing that came meanwhile away.
#include "tests/ui/support/window_desk.h"
#include "ui/common/notice_bar.h"
#include "ui/exporting/export_dialog.h"
#include "ui/window/main_window.h"

#include <QFile>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <sqlite3.h>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::WindowDesk;

#define S(text) QStringLiteral(text)

namespace {

struct ExportDesk : WindowDesk {
    /// With one row to export.
    ExportDesk() {
        open();
        press("E");
        type("Gold: ");
        press("Ctrl+Return");
        QTRY_COMPARE(state("r1"), S("corrected"));
        press("Esc");
        QTRY_COMPARE(focus(), S("queueView"));
    }

    [[nodiscard]] QString file(const char* name) { return QString::fromStdString(store().dir().file(name)); }
    [[nodiscard]] ExportDialog& dialog() { return *window().findChild<ExportDialog*>(); }

    /// Through the dialog, to a file of that name.
    void exportTo(const char* name) {
        QTRY_COMPARE(focus(), S("queueView"));
        press("Ctrl+Shift+E");
        QVERIFY(QTest::qWaitForWindowActive(&dialog(), test::kPatienceMs));
        dialog().setPath(file(name));
        QPushButton* button = nullptr;
        for (QPushButton* each : dialog().findChildren<QPushButton*>()) {
            if (each->text() == S("Export")) {
                button = each;
            }
        }
        QVERIFY(button != nullptr && button->isEnabled());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QTRY_VERIFY(!dialog().isVisible());
    }
    /// The same, and all of it is written.
    void exportWhole(const char* name) {
        exportTo(name);
        QTRY_VERIFY2(notice().startsWith(S("1 row exported")), qPrintable(notice()));
        notices().closeNotice();
        QTRY_COMPARE(focus(), S("queueView"));
    }
    /// An export that stands still before its batch is recorded.
    void holdAnExport() {
        holdJobsAfter(0);
        press("Ctrl+Shift+X");
        QTRY_VERIFY(notices().isProgressShown());
    }
};

} // namespace

class TestExportWaits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void progressKnowsHowMuchThereIs();
    void theNextNameIsLookedForWhenItBegins();
    void aFileThatCameMeanwhileIsNotReplaced();
    void oneThatNobodyAnsweredForBegins();
    void oneThatWaitedForWhatWentWrongIsToldOf();
    void oneWhosePlaceIsTakenIsToldOf();
    void nobodyTellsWhoChoseToStay();
    void oneThatNobodyAnsweredForIsToldOfWhereWhatRanWentWrong();
    void anImportThatNobodyAnsweredForBegins();
    void aDraftThatCannotBeWrittenIsNotInTheWay();
    void aFilterThatWasNotKeptIsAskedFor();
    void aGoldSetThatIsGoneIsAskedFor();
};

void TestExportWaits::progressKnowsHowMuchThereIs() {
    ExportDesk desk;
    desk.exportWhole("batch.jsonl");
    desk.holdAnExport(); // the same rows again
    const auto& bar = *desk.notices().findChild<QProgressBar*>();
    QTRY_VERIFY(bar.maximum() > 0 && bar.value() == bar.maximum());
    desk.letJobsGo();
    QTRY_VERIFY(!desk.notices().isProgressShown());
}

void TestExportWaits::theNextNameIsLookedForWhenItBegins() {
    ExportDesk desk;
    desk.exportWhole("batch.jsonl");
    desk.holdAnExport();
    desk.press("Ctrl+Shift+X");
    desk.pressNoticeAction(S("Export when it is over"));
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().contains(S("batch-3.jsonl")), qPrintable(desk.notice()));
    QVERIFY(QFile::exists(desk.file("batch-2.jsonl")));
    QVERIFY(QFile::exists(desk.file("batch-3.jsonl")));
}

void TestExportWaits::aFileThatCameMeanwhileIsNotReplaced() {
    ExportDesk desk;
    desk.exportWhole("batch.jsonl");
    desk.holdAnExport(); // to batch-2.jsonl
    desk.exportTo("batch-2.jsonl");
    QVERIFY2(desk.notice().contains(S("not over yet")), qPrintable(desk.notice()));
    desk.pressNoticeAction(S("Export when it is over"));
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().contains(S("batch-3.jsonl")), qPrintable(desk.notice()));
    QVERIFY2(desk.notice().contains(S("that one stays as it is")), qPrintable(desk.notice()));
    QVERIFY(QFile::exists(desk.file("batch-2.jsonl")));
    desk.notices().closeNotice();
    desk.exportWhole("batch.jsonl"); // told that it is replaced, and seen as it is
    QVERIFY(!QFile::exists(desk.file("batch-4.jsonl")));
}

void TestExportWaits::oneThatNobodyAnsweredForBegins() {
    ExportDesk desk;
    desk.exportWhole("batch.jsonl");
    desk.holdAnExport();
    desk.notices().post(NoticeBar::Kind::error, S("Something else, earlier.")); // that keeps nobody
    desk.press("Ctrl+Shift+X");
    QTRY_VERIFY2(desk.notice().contains(S("not over yet")), qPrintable(desk.notice()));
    desk.letJobsGo();
    QTRY_VERIFY2(QFile::exists(desk.file("batch-3.jsonl")), qPrintable(desk.notice()));
    QTRY_VERIFY(!desk.notices().isProgressShown());
    QCOMPARE(desk.notice(), S("Something else, earlier."));
}

void TestExportWaits::oneThatWaitedForWhatWentWrongIsToldOf() {
    ExportDesk desk;
    desk.exportWhole("batch.jsonl");
    desk.holdAnExport();
    desk.press("Ctrl+Shift+X");
    desk.pressNoticeAction(S("Export when it is over"));
    desk.failWrites(true);
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().startsWith(S("Nothing was exported")), qPrintable(desk.notice()));
    desk.notices().closeNotice();
    QVERIFY2(desk.notice().contains(S("disk is full")), qPrintable(desk.notice()));
}

void TestExportWaits::oneWhosePlaceIsTakenIsToldOf() {
    ExportDesk desk;
    desk.exportWhole("batch.jsonl");
    desk.holdAnExport();
    desk.press("Ctrl+Shift+X");
    desk.pressNoticeAction(S("Export when it is over"));
    desk.press("Ctrl+Q");
    QTRY_VERIFY2(desk.notice().contains(S("not over yet")), qPrintable(desk.notice()));
    QTest::keyClick(&desk.find<QToolButton>("noticeClose"), Qt::Key_Escape);
    QVERIFY2(desk.notice().startsWith(S("Nothing was exported")), qPrintable(desk.notice()));
    QVERIFY(desk.window().isVisible());
}

void TestExportWaits::nobodyTellsWhoChoseToStay() {
    ExportDesk desk;
    desk.exportWhole("batch.jsonl");
    desk.holdAnExport();
    desk.press("Ctrl+Shift+X");
    desk.pressNoticeAction(S("Export when it is over"));
    desk.pressNoticeAction(S("Stay here"));
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().startsWith(S("1 row exported")), qPrintable(desk.notice()));
    QVERIFY(!QFile::exists(desk.file("batch-3.jsonl")));
    QCOMPARE(desk.notices().newestError(), 0U);
}

void TestExportWaits::oneThatNobodyAnsweredForIsToldOfWhereWhatRanWentWrong() {
    ExportDesk desk;
    desk.exportWhole("batch.jsonl");
    desk.holdAnExport();
    desk.press("Ctrl+Shift+X");
    QTRY_VERIFY2(desk.notice().contains(S("not over yet")), qPrintable(desk.notice()));
    desk.failWrites(true);
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().startsWith(S("Nothing was exported")), qPrintable(desk.notice()));
}

void TestExportWaits::anImportThatNobodyAnsweredForBegins() {
    ExportDesk desk;
    desk.exportWhole("batch.jsonl");
    desk.holdAnExport();
    desk.window().importLog(QString::fromStdString(desk.store().dir().write("more.jsonl", "{}\n")));
    QTRY_VERIFY2(desk.notice().contains(S("not over yet")), qPrintable(desk.notice()));
    desk.letJobsGo();
    QTRY_VERIFY2(desk.notice().contains(S("more.jsonl")), qPrintable(desk.notice()));
}

void TestExportWaits::aDraftThatCannotBeWrittenIsNotInTheWay() {
    ExportDesk desk;
    desk.exportWhole("batch.jsonl");
    sqlite3* handle = nullptr;
    QCOMPARE(sqlite3_open(desk.store().path().c_str(), &handle), SQLITE_OK);
    sqlite3_busy_timeout(handle, test::kPatienceMs);
    QCOMPARE(sqlite3_exec(handle,
                          "CREATE TRIGGER full BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'full'); END",
                          nullptr, nullptr, nullptr),
             SQLITE_OK);
    sqlite3_close(handle);
    desk.press("E");
    desk.type("Mine. ");
    desk.press("Ctrl+Shift+X");
    QTRY_VERIFY2(QFile::exists(desk.file("batch-2.jsonl")), qPrintable(desk.notice()));
    QTRY_VERIFY(!desk.notices().isProgressShown());
    QVERIFY2(desk.notice().contains(S("not on disk yet")), qPrintable(desk.notice())); // and that is said
}

void TestExportWaits::aFilterThatWasNotKeptIsAskedFor() {
    ExportDesk desk;
    auto& filter = *desk.dialog().findChild<QLineEdit*>(S("exportFilter"));
    filter.setText(S("-\"jane@example.com\""));
    desk.exportTo("batch.jsonl");
    QTRY_VERIFY2(desk.notice().startsWith(S("1 row exported")), qPrintable(desk.notice()));
    QVERIFY2(desk.notice().contains(S("neither the manifest nor the store keeps it")),
             qPrintable(desk.notice()));
    desk.notices().closeNotice();
    desk.press("Ctrl+Shift+X"); // without it the batch would hold other rows
    QTRY_VERIFY(desk.dialog().isVisible());
    QVERIFY2(desk.notice().contains(S("Give it again")), qPrintable(desk.notice()));
    QVERIFY(!QFile::exists(desk.file("batch-2.jsonl")));
    desk.dialog().reject();
}

void TestExportWaits::aGoldSetThatIsGoneIsAskedFor() {
    ExportDesk desk;
    const QString gold = QString::fromStdString(
        desk.store().dir().write("gold.jsonl", R"({"prompt":"What is it?","reference":"It."})"));
    desk.dialog().findChild<QLineEdit*>(S("exportGold"))->setText(gold);
    desk.exportTo("batch.jsonl");
    QTRY_VERIFY2(desk.notice().startsWith(S("1 row exported")), qPrintable(desk.notice()));
    desk.notices().closeNotice();
    QVERIFY(QFile::remove(gold));
    desk.dialog().setSpec({});
    desk.press("Ctrl+Shift+X");
    QTRY_VERIFY(desk.dialog().isVisible());
    QCOMPARE(desk.dialog().spec().goldFile, gold.toStdString()); // shown, so that one can choose or clear it
    QVERIFY2(desk.notice().contains(S("not where it was")), qPrintable(desk.notice()));
    QVERIFY(!QFile::exists(desk.file("batch-2.jsonl")));
    desk.dialog().reject();
}

QTEST_MAIN(TestExportWaits)
#include "tst_export_waits.moc"
