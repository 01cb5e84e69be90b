// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The export dialog: what is chosen is what is asked for, and what is left out is said by name.
#include "tests/ui/support/patience.h"
#include "ui/exporting/export_dialog.h"
#include "ui/exporting/report_text.h"

#include "tests/support/temp_dir.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace goldpan;
using namespace goldpan::ui;
using exporting::ExportReport;
using exporting::ExportSpec;
using exporting::Format;

namespace {

ExportSpec fullSpec() {
    ExportSpec spec;
    spec.tags = {"billing", "drift_window"};
    spec.filterText = "drift:last";
    spec.exclude = {"duplicate", "identical"};
    spec.redactCorrections = true;
    spec.toolRows = true;
    return spec;
}

template <typename T>
T* find(const QWidget& dialog, const char* name) {
    return dialog.findChild<T*>(QString::fromLatin1(name));
}

} // namespace

class TestExportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSpecComesBackAsItWasSet() {
        ExportDialog dialog;
        QCOMPARE(dialog.spec(), ExportSpec{});
        dialog.setTagNames({QStringLiteral("billing"), QStringLiteral("user_negative")});
        dialog.setSpec(fullSpec());
        QCOMPARE(dialog.spec(), fullSpec());
        ExportSpec log;
        log.format = Format::log;
        dialog.setSpec(log);
        QCOMPARE(dialog.spec(), log);
        // names that arrive later do not lose a ticked tag
        dialog.setSpec(fullSpec());
        dialog.setTagNames({QStringLiteral("user_negative")});
        ExportSpec wanted = dialog.spec();
        std::ranges::sort(wanted.tags);
        QCOMPARE(wanted, fullSpec());
    }

    void countsAreAskedForOnceWhenTheChoiceHasRested() {
        ExportDialog dialog;
        QSignalSpy asked(&dialog, &ExportDialog::previewRequested);
        dialog.open();
        QCOMPARE(asked.count(), 1);
        QTest::keyClicks(find<QLineEdit>(dialog, "exportFilter"), QStringLiteral("state:corrected"));
        find<QCheckBox>(dialog, "exportIdentical")->click();
        QCOMPARE(asked.count(), 1);
        QTRY_COMPARE(asked.count(), 2);
        const auto spec = asked.last().first().value<ExportSpec>();
        QCOMPARE(spec.filterText, std::string("state:corrected"));
        QCOMPARE(spec.exclude, std::vector<std::string>{"identical"});
    }

    void exportAsksWithSpecAndPathAndCloses() {
        ExportDialog dialog;
        QSignalSpy asked(&dialog, &ExportDialog::exportRequested);
        dialog.setSpec(fullSpec());
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog, goldpan::test::kPatienceMs));
        auto* run = find<QPushButton>(dialog, "exportRun");
        auto* path = find<QLineEdit>(dialog, "exportPath");
        QVERIFY(run->isDefault());
        QVERIFY(!run->isEnabled());
        QTest::keyClick(path, Qt::Key_Return); // nothing to export to
        QVERIFY(dialog.isVisible());
        QTest::keyClicks(path, QStringLiteral("/tmp/out.txt"));
        QVERIFY(!run->isEnabled());
        dialog.setPath(QStringLiteral("/tmp/out/batch.jsonl"));
        QTest::keyClick(path, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).value<ExportSpec>(), fullSpec());
        QCOMPARE(asked.first().at(1).toString(), QStringLiteral("/tmp/out/batch.jsonl"));
        QVERIFY(!dialog.isVisible());
    }

    void escClosesAndAsksForNothing() {
        ExportDialog dialog;
        QSignalSpy asked(&dialog, &ExportDialog::exportRequested);
        dialog.setPath(QStringLiteral("batch.jsonl"));
        dialog.open();
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(asked.count(), 0);
    }

    void thePathSaysWhatWillHappen() {
        test::TempDir dir;
        ExportDialog dialog;
        const auto hint = [&](const QString& path) {
            dialog.setPath(path);
            return find<QLabel>(dialog, "exportPathHint")->text();
        };
        QVERIFY(hint({}).startsWith(QStringLiteral("Choose")));
        QVERIFY(hint(QStringLiteral("a.csv")).contains(QStringLiteral("must end in .jsonl")));
        const QString old = QString::fromStdString(dir.write("old.jsonl", "{}\n"));
        QVERIFY(hint(old).contains(QStringLiteral("will be replaced")));
        QVERIFY(hint(old + QStringLiteral(".gz")).contains(QStringLiteral("manifest")));
        QVERIFY(hint(QStringLiteral("batches/")).contains(QStringLiteral("folder")));
    }

    void logRowsHaveNoCorrectionOptions() {
        ExportDialog dialog;
        auto* format = find<QComboBox>(dialog, "exportFormat");
        format->setCurrentIndex(format->findData(static_cast<int>(Format::log)));
        QVERIFY(!find<QCheckBox>(dialog, "exportRedact")->isEnabled());
        QVERIFY(find<QLabel>(dialog, "exportTagHint")->text().contains(QStringLiteral("every row")));
        format->setCurrentIndex(format->findData(static_cast<int>(Format::sft)));
        QVERIFY(find<QCheckBox>(dialog, "exportRedact")->isEnabled());
        QVERIFY(find<QLabel>(dialog, "exportTagHint")->text().contains(QStringLiteral("any tag")));
    }

    void theReportNamesEachReason() {
        ExportReport report;
        report.rows = 12;
        report.excluded = {{"no_tag", 2}, {"no_correction", 5}, {"invalid", 0}, {"pii", 3}, {"identical", 1}};
        report.excludedIds = {{"pii", {"a", "b", "c"}}};
        report.warned = {{"identical", 4}, {"duplicate", 1}};
        const QString text = reportText(report, Format::sft);
        QCOMPARE(text, QStringLiteral("Rows to export: 12\n"
                                      "1 left out: correction identical to the response\n"
                                      "5 left out: tagged, but not corrected yet\n"
                                      "2 left out: corrected, but without a chosen tag\n"
                                      "3 held back: PII in the correction\n"
                                      "    a, b, c\n"
                                      "1 exported with a warning: duplicate\n"
                                      "4 exported with a warning: correction identical to the response"));
        ExportReport many;
        many.excluded = {{"pii", 7}};
        many.excludedIds = {{"pii", {"1", "2", "3", "4", "5", "6", "7"}}};
        QVERIFY(reportText(many, Format::sft).contains(QStringLiteral("1, 2, 3, 4, 5, …")));
        QVERIFY(reportText(many, Format::sft).startsWith(QStringLiteral("No rows")));

        ExportDialog dialog;
        auto* preview = find<QPlainTextEdit>(dialog, "exportPreview");
        dialog.setPreviewBusy();
        QCOMPARE(preview->toPlainText(), QStringLiteral("Counting…"));
        dialog.setPreview(report);
        QCOMPARE(preview->toPlainText(), text);
        dialog.setPreviewError({ErrorCode::badFilter, "unknown field <b>x</b>", "column 3"});
        QVERIFY(preview->toPlainText().contains(QStringLiteral("unknown field <b>x</b> (column 3)")));
    }

    void everyControlIsReachedByTabInOrderAndNamed() {
        ExportDialog dialog;
        dialog.setTagNames({QStringLiteral("<b>billing</b>")});
        dialog.setPath(QStringLiteral("batch.jsonl"));
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog, goldpan::test::kPatienceMs));
        find<QLineEdit>(dialog, "exportPath")->setFocus();
        QStringList visited;
        for (int i = 0; i < 10; ++i) {
            QWidget* focus = QApplication::focusWidget();
            QVERIFY(focus);
            visited << focus->objectName();
            QVERIFY2(!focus->accessibleName().isEmpty(), qPrintable(focus->objectName()));
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        QCOMPARE(visited.join(u' '),
                 QStringLiteral("exportPath exportBrowse exportFormat exportTags exportFilter "
                                "exportRedact exportToolRows exportIdentical exportPreview "
                                "exportRun"));
        auto* tags = find<QListWidget>(dialog, "exportTags");
        tags->setFocus();
        tags->setCurrentRow(0);
        QTest::keyClick(tags, Qt::Key_Space);
        QCOMPARE(dialog.spec().tags, std::vector<std::string>{"<b>billing</b>"});
    }
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
