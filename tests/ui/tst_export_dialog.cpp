// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The export dialog: what is chosen is what is asked for, and what is left out is said by name.
#include "tests/ui/support/export_parts.h"
#include "tests/ui/support/patience.h"
#include "ui/exporting/check_table.h"
#include "ui/exporting/export_dialog.h"
#include "ui/queue/filter_bar.h"

#include "tests/support/temp_dir.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace goldpan;
using namespace goldpan::ui;
using exporting::ExportSpec;
using exporting::Format;
using goldpan::test::find;
using goldpan::test::someRows;

namespace {

ExportSpec fullSpec() {
    ExportSpec spec;
    spec.tags = {"billing", "drift_window"};
    spec.filterText = "drift:last";
    spec.exclude = {"duplicate", "identical"};
    spec.redactCorrections = true;
    spec.toolRows = true;
    spec.goldFile = "/tmp/gold.jsonl";
    spec.maxTokens = 4096;
    spec.splitShare = 0.12345; // finer than the box shows
    spec.seed = 7;
    spec.keep = {{"r1", "asked for by the customer"}};
    return spec;
}

FilterNames tagNames(const QStringList& tags) {
    return {.tags = tags};
}

/// Space on that check.
void tick(const QWidget& dialog, const char* reason) {
    auto* checks = find<CheckTable>(dialog, "exportChecks");
    QTest::keyClick(checks, Qt::Key_Home);
    for (int i = 0; i < checks->topLevelItemCount() && checks->currentReason() != reason; ++i) {
        QTest::keyClick(checks, Qt::Key_Down);
    }
    QCOMPARE(checks->currentReason(), std::string(reason));
    QTest::keyClick(checks, Qt::Key_Space);
}

} // namespace

class TestExportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSpecComesBackAsItWasSet() {
        ExportDialog dialog;
        QCOMPARE(dialog.spec(), ExportSpec{});
        dialog.setNames(tagNames({QStringLiteral("billing"), QStringLiteral("user_negative")}));
        dialog.setSpec(fullSpec());
        QCOMPARE(dialog.spec(), fullSpec());
        ExportSpec log;
        log.format = Format::log;
        dialog.setSpec(log);
        QCOMPARE(dialog.spec(), log);
        // names that arrive later do not lose a ticked tag
        dialog.setSpec(fullSpec());
        dialog.setNames(tagNames({QStringLiteral("user_negative")}));
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
        tick(dialog, "identical");
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
        QVERIFY(find<QLabel>(dialog, "exportTagHint")->text().contains(QStringLiteral("No row has a tag")));
        dialog.setNames(tagNames({QStringLiteral("billing")}));
        auto* format = find<QComboBox>(dialog, "exportFormat");
        format->setCurrentIndex(format->findData(static_cast<int>(Format::log)));
        QVERIFY(!find<QCheckBox>(dialog, "exportRedact")->isEnabled());
        QVERIFY(find<QLabel>(dialog, "exportTagHint")->text().contains(QStringLiteral("every row")));
        format->setCurrentIndex(format->findData(static_cast<int>(Format::sft)));
        QVERIFY(find<QCheckBox>(dialog, "exportRedact")->isEnabled());
        QVERIFY(find<QLabel>(dialog, "exportTagHint")->text().contains(QStringLiteral("any tag")));
    }

    void nothingOfTheLastBatchHides() {
        test::TempDir dir;
        ExportDialog dialog;
        ExportSpec spec = fullSpec();
        spec.goldFile = dir.write("gold.jsonl", "{}\n");
        spec.exclude = {"contaminated", "duplicate", "too_long"};
        spec.splitShare = 0.2;
        dialog.setSpec(spec);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog, goldpan::test::kPatienceMs));
        QCOMPARE(dialog.spec(), spec);
        auto* gold = find<QLineEdit>(dialog, "exportGold");
        QCOMPARE(gold->text(), QString::fromStdString(spec.goldFile));
        auto* split = find<QDoubleSpinBox>(dialog, "exportSplit");
        QCOMPARE(split->value(), 20.0);
        auto* tokens = find<QDoubleSpinBox>(dialog, "exportTokens");
        QCOMPARE(tokens->value(), 4096.0);
        auto* keep = find<QCheckBox>(dialog, "exportKeep");
        QVERIFY(keep->isVisible());
        QVERIFY2(keep->text().contains(u'1'), qPrintable(keep->text()));
        // A log is neither checked nor split, and the choice is there again behind it.
        auto* format = find<QComboBox>(dialog, "exportFormat");
        format->setCurrentIndex(format->findData(static_cast<int>(Format::log)));
        ExportSpec log;
        log.format = Format::log;
        log.tags = spec.tags;
        log.filterText = spec.filterText;
        log.exclude = {"duplicate"};
        log.redactCorrections = log.toolRows = true;
        QCOMPARE(dialog.spec(), log);
        QVERIFY(!gold->isEnabled() && !split->isEnabled() && !tokens->isEnabled() && !keep->isEnabled());
        format->setCurrentIndex(format->findData(static_cast<int>(Format::sft)));
        QCOMPARE(dialog.spec(), spec);
        // Each can be cleared.
        const auto* hint = find<QLabel>(dialog, "exportGoldHint");
        gold->selectAll();
        QTest::keyClicks(gold, QStringLiteral("/nowhere/gold.jsonl"));
        QVERIFY2(hint->text().contains(QStringLiteral("no such file")), qPrintable(hint->text()));
        gold->selectAll();
        QTest::keyClick(gold, Qt::Key_Delete);
        QTest::keyClick(keep, Qt::Key_Space);
        for (QDoubleSpinBox* box : {split, tokens}) {
            box->setFocus();
            box->selectAll();
            QTest::keyClicks(box, QStringLiteral("0"));
        }
        QCOMPARE(dialog.spec().goldFile, std::string());
        QCOMPARE(dialog.spec().splitShare, 0.0);
        QCOMPARE(dialog.spec().maxTokens, std::int64_t{0});
        QVERIFY(dialog.spec().keep.empty());
        dialog.setSpec({});
        QVERIFY(!keep->isVisible());
    }

    void aMistakeInTheFilterIsShownAtItsPlace() {
        ExportDialog dialog;
        dialog.setPath(QStringLiteral("batch.jsonl"));
        QSignalSpy counted(&dialog, &ExportDialog::previewRequested);
        QSignalSpy dropped(&dialog, &ExportDialog::previewDropped);
        QSignalSpy asked(&dialog, &ExportDialog::exportRequested);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog, goldpan::test::kPatienceMs));
        dialog.setPreview(someRows());
        auto* filter = find<FilterBar>(dialog, "exportFilter");
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("is:draft tga:x"));
        QVERIFY(dropped.count() > 0); // at once, so that no late answer is taken for this one's
        QTRY_VERIFY(filter->mistake().has_value());
        QCOMPARE(filter->mistake()->first, 9);
        const auto* hint = find<QLabel>(dialog, "exportFilterHint");
        QVERIFY2(hint->text().contains(QStringLiteral("column 10")), qPrintable(hint->text()));
        QVERIFY(find<QLabel>(dialog, "exportSummary")->text().contains(QStringLiteral("mistake")));
        QCOMPARE(counted.count(), 1);
        QTest::keyClick(filter, Qt::Key_Return); // is about the filter
        QVERIFY(dialog.isVisible());
        find<QPushButton>(dialog, "exportRun")->click();
        QVERIFY(dialog.isVisible());
        QCOMPARE(asked.count(), 0);
        QVERIFY(filter->hasFocus());
        filter->selectAll();
        QTest::keyClicks(filter, QStringLiteral("is:draft"));
        QCOMPARE(hint->text(), QStringLiteral("Only rows that it admits."));
        QTest::keyClick(filter, Qt::Key_Return); // counted without waiting
        QCOMPARE(counted.count(), 2);
        QVERIFY(dialog.isVisible());
    }

    void aFilterThatWasNotKeptIsAskedFor() {
        ExportDialog dialog;
        ExportSpec spec;
        spec.filterLeftOut = true;
        dialog.setSpec(spec);
        const auto* hint = find<QLabel>(dialog, "exportFilterHint");
        QVERIFY(hint->text().contains(QStringLiteral("was not kept")));
        QVERIFY(!dialog.spec().filterLeftOut);
        find<FilterBar>(dialog, "exportFilter")->setText(QStringLiteral("x"));
        QCOMPARE(hint->text(), QStringLiteral("Only rows that it admits."));
    }

    void itIsNoLargerThanTheWindow() {
        QWidget window;
        window.resize(700, 500);
        window.show();
        ExportDialog dialog(&window);
        dialog.setNames(tagNames({QString(400, u'w')}));
        exporting::ExportPreview preview = someRows();
        preview.report.excludedIds["pii"] = {std::string(900, 'i'), std::string(900, 'j')};
        preview.lines = {std::string(5000, 'x')};
        dialog.open();
        dialog.setPreview(preview);
        QVERIFY(QTest::qWaitForWindowActive(&dialog, goldpan::test::kPatienceMs));
        QTest::keyClick(find<CheckTable>(dialog, "exportChecks"), Qt::Key_End);
        for (int i = 0; i < 5; ++i) { // to the one whose rows have such ids
            QTest::keyClick(find<CheckTable>(dialog, "exportChecks"), Qt::Key_Up);
        }
        QVERIFY2(dialog.minimumSizeHint().width() <= 700,
                 qPrintable(QString::number(dialog.minimumSizeHint().width())));
        QVERIFY2(dialog.minimumSizeHint().height() <= 500,
                 qPrintable(QString::number(dialog.minimumSizeHint().height())));
        QVERIFY(dialog.width() <= 700 && dialog.height() <= 500);
    }

    void everyControlIsReachedByTabInOrderAndNamed() {
        ExportDialog dialog;
        dialog.setNames(tagNames({QStringLiteral("<b>billing</b>")}));
        dialog.setPath(QStringLiteral("batch.jsonl"));
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog, goldpan::test::kPatienceMs));
        dialog.setPreview(someRows());
        find<QLineEdit>(dialog, "exportPath")->setFocus();
        QStringList visited;
        for (int i = 0; i < 15; ++i) {
            QWidget* focus = QApplication::focusWidget();
            QVERIFY(focus);
            visited << focus->objectName();
            QVERIFY2(!focus->accessibleName().isEmpty(), qPrintable(focus->objectName()));
            QTest::keyClick(focus, Qt::Key_Tab);
        }
        QCOMPARE(visited.join(u' '),
                 QStringLiteral("exportPath exportBrowse exportFormat exportTags exportFilter "
                                "exportGold exportGoldBrowse exportTokens exportSplit exportRedact "
                                "exportToolRows exportChecks exportShowRows exportPreview "
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
