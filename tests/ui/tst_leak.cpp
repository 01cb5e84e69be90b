// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A session at the window with personal data in the log and in all that somebody types: none of it may be in
// any file that the window wrote, nor in what it says to who started it.
#include "core/review/review_service.h"
#include "tests/support/planted.h"
#include "tests/support/traces.h"
#include "tests/ui/support/settings_steps.h"
#include "tests/ui/support/window_desk.h"
#include "ui/bulk/bulk_choice.h"
#include "ui/commands/command_registry.h"
#include "ui/common/notice_bar.h"
#include "ui/detail/correction_editor.h"
#include "ui/exporting/export_dialog.h"
#include "ui/queue/saved_queues_dialog.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace goldpan;
using namespace goldpan::ui;
using goldpan::test::PlantedData;
using goldpan::test::WindowDesk;

namespace {

#define S(text) QStringLiteral(text)

QString allMessages; // of Qt and of the program, as they would be on standard error

void keepMessage(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    Q_UNUSED(type)
    Q_UNUSED(context)
    allMessages += text + u'\n';
}

struct LeakDesk : WindowDesk {
    using WindowDesk::WindowDesk;

    PlantedData planted{165, 9}; // 15 of each type
    test::TempDir inputs;

    [[nodiscard]] std::string said() { return planted.next().sentence; }

    /// In one piece, so that no draft is ever of half of it. Where `oneLine` is, keys of more lines are
    /// passed over.
    void paste(bool oneLine = true, const char* before = "", const char* behind = "") {
        std::string text = said();
        while (oneLine && text.contains('\n')) {
            text = said();
        }
        QApplication::clipboard()->setText(QString::fromStdString(before + text + behind));
        press("Ctrl+V");
    }
    std::string log(int rows) {
        std::string text;
        for (int i = 1; i <= rows; ++i) {
            text += nlohmann::json{{"request_id", "p" + std::to_string(i)},
                                   {"ts", "2025-06-12T00:00:00"},
                                   {"model_version", "m1"},
                                   {"prompt", said()},
                                   {"response", said()},
                                   {"tags", {said()}},
                                   {"meta", {{"note", said()}}}}
                        .dump() +
                    "\n";
        }
        return text;
    }
    void expectNoTraces(const char* when) {
        test::Traces traces;
        for (const auto& value : planted.all()) {
            traces.lookFor(value);
        }
        QSettings().sync();
        QFile kept(QSettings().fileName());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        auto found = traces.below(store().dir().path());
        for (const auto& written : {kept.readAll().toStdString(), allMessages.toStdString(),
                                    window().windowTitle().toStdString()}) {
            std::ranges::copy(traces.in(written), std::back_inserter(found));
        }
        QVERIFY(traces.filesSeen() > 0);
        QVERIFY2(found.empty(),
                 found.empty() ? "" : (std::string(when) + ": " + found.front() + ", and others").c_str());
    }
};

} // namespace

class TestLeak : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_before = qInstallMessageHandler(keepMessage); }
    void cleanupTestCase() { qInstallMessageHandler(m_before); }
    void aSessionLeavesNoTrace();

private:
    QtMessageHandler m_before = nullptr;
};

void TestLeak::aSessionLeavesNoTrace() {
    LeakDesk desk(8);
    review::ReviewService service(desk.store().store(), desk.backend().redactor, desk.backend().clock, "ben");
    QVERIFY(
        service.importSuggestions(std::vector<review::RowText>{{"r4", desk.said()}, {"r5", desk.said()}}));
    desk.open();

    // Corrections, drafts, a suggestion taken
    for (const char* id : {"r1", "r2", "r3"}) {
        QTRY_COMPARE(desk.current(), QString::fromLatin1(id));
        desk.press("E");
        desk.paste(false, "", " ");
        desk.press("Ctrl+S");
        QTRY_COMPARE(desk.state(id), S("corrected"));
        desk.paste(false, "", " "); // a draft over it
        QTRY_VERIFY(!desk.draft(id).isEmpty());
        desk.press("Escape");
        desk.press("J");
    }
    QTRY_COMPARE(desk.current(), S("r4"));
    desk.press("G");
    QTRY_VERIFY(!desk.draft("r4").isEmpty());

    // Tags, one by one and of all
    QTRY_COMPARE(desk.focus(), S("queueView"));
    desk.press("T");
    for (int i = 0; i < 12; ++i) {
        desk.paste();
        desk.press("Return");
        QTRY_VERIFY(desk.find<QLineEdit>("tagEdit").text().isEmpty());
    }
    QTRY_VERIFY2(desk.tags("r4").contains(S("[EMAIL]")), qPrintable(desk.tags("r4")));
    desk.press("Escape");
    QTRY_COMPARE(desk.focus(), S("queueView"));
    desk.press("B");
    QTRY_COMPARE(desk.focus(), S("bulkAct"));
    for (int i = 0; i < static_cast<int>(BulkAct::addTag); ++i) {
        desk.press("Down");
    }
    desk.press("Tab");
    desk.paste();
    QTRY_VERIFY(desk.find<QPushButton>("bulkApply").isEnabled());
    desk.press("Return");
    QTRY_VERIFY(!desk.find<QDialog>("bulkDialog").isVisible());
    QTRY_VERIFY(!desk.notices().isProgressShown());
    QTRY_VERIFY(!desk.tags("r8").isEmpty());

    // Filters, a saved queue, the palette
    for (int i = 0; i < 12; ++i) {
        desk.press("Ctrl+F");
        desk.press("Ctrl+A");
        desk.paste(true, "-\"", "\"");
        desk.press("Return");
        QTRY_COMPARE(desk.focus(), S("queueView"));
    }
    desk.window().commands().trigger(S("queue.save"));
    auto& queues = desk.find<SavedQueuesDialog>("savedQueuesDialog");
    QVERIFY(QTest::qWaitForWindowActive(&queues, test::kPatienceMs));
    QTRY_COMPARE(desk.focus(), S("savedQueueName"));
    desk.paste();
    desk.press("Return");
    QTRY_VERIFY(!desk.find<QLabel>("savedQueueMessage").text().isEmpty());
    desk.press("Escape");
    QTRY_COMPARE(desk.focus(), S("queueView"));
    desk.press("Ctrl+Shift+P");
    QTRY_VERIFY(desk.focus() != S("queueView"));
    desk.paste();
    desk.press("Escape");
    QTRY_COMPARE(desk.focus(), S("queueView"));
    desk.press("0");
    QTRY_COMPARE(desk.queue().model()->rowCount(), 8);
    desk.expectNoTraces("after typing");

    // A log, an operator, undo and redo
    desk.window().importLog(QString::fromStdString(desk.inputs.write("log.jsonl", desk.log(10))));
    QTRY_VERIFY2(desk.notice().contains(S("10 rows imported")), qPrintable(desk.notice()));
    desk.notices().closeNotice();
    test::openSettings(desk);
    QSignalSpy settled(&desk.window(), &MainWindow::settled); // the work begins anew for another operator
    test::write(desk, "settingsOperator", desk.planted.next().value.c_str());
    QTRY_VERIFY(!settled.isEmpty());
    test::closeSettings(desk);
    QTRY_VERIFY(!desk.find<QPlainTextEdit>("responseView").toPlainText().isEmpty());
    const auto discarded = [&desk] { return desk.store().ids("state:discarded").size(); };
    desk.press("X");
    QTRY_VERIFY(discarded() > 0);
    desk.press("U");
    QTRY_VERIFY(discarded() == 0);
    desk.press("Shift+U");
    QTRY_VERIFY(discarded() > 0);

    // A batch, its filter and its tags
    auto& dialog = *desk.window().findChild<ExportDialog*>();
    QTRY_COMPARE(desk.focus(), S("queueView"));
    desk.press("Ctrl+Shift+E");
    QVERIFY(QTest::qWaitForWindowActive(&dialog, test::kPatienceMs));
    exporting::ExportSpec spec;
    spec.filterText = "-\"" + desk.planted.next().value + "\"";
    spec.redactCorrections = true;
    dialog.setSpec(spec);
    dialog.setPath(QString::fromStdString(desk.store().dir().file("batch.jsonl")));
    for (QPushButton* each : dialog.findChildren<QPushButton*>()) {
        if (each->text() == S("Export")) {
            QTRY_VERIFY(each->isEnabled());
            each->setFocus();
            QTest::keyClick(each, Qt::Key_Space);
        }
    }
    QTRY_VERIFY2(desk.notice().contains(S("exported")), qPrintable(desk.notice()));
    QTRY_VERIFY(!desk.notices().isProgressShown());
    QVERIFY(QFile::exists(QString::fromStdString(desk.store().dir().file("batch.jsonl.manifest.json"))));
    desk.expectNoTraces("after the work");

    // Left while such a filter is shown
    desk.notices().closeNotice();
    QTRY_COMPARE(desk.focus(), S("queueView"));
    desk.press("Ctrl+F");
    desk.press("Ctrl+A");
    desk.paste(true, "-\"", "\"");
    desk.press("Return");
    QTRY_VERIFY2(desk.notice().contains(S("kept nowhere")), qPrintable(desk.notice()));
    QTRY_COMPARE(desk.focus(), S("queueView"));
    desk.window().close();
    QTRY_VERIFY(!desk.window().isVisible());
    desk.destroyWindow();
    desk.open();
    desk.expectNoTraces("after a restart");
}

QTEST_MAIN(TestLeak)
#include "tst_leak.moc"
