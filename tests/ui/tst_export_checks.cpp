// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the export dialog says before anything is written: each check with its rows, and the first lines.
#include "tests/ui/support/export_parts.h"
#include "tests/ui/support/patience.h"
#include "ui/common/theme.h"
#include "ui/exporting/check_filter.h"
#include "ui/exporting/check_table.h"
#include "ui/exporting/export_dialog.h"
#include "ui/settings/appearance.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace goldpan;
using namespace goldpan::ui;
using exporting::ExportReport;
using exporting::ExportSpec;
using goldpan::test::find;
using goldpan::test::someRows;

namespace {

/// What the table says of each check: "rows effect".
QStringList figures(const QWidget& dialog) {
    QStringList out;
    const auto* checks = find<CheckTable>(dialog, "exportChecks");
    for (int i = 0; i < checks->topLevelItemCount(); ++i) {
        const QTreeWidgetItem& item = *checks->topLevelItem(i);
        out << item.text(0) + u'|' + item.text(1) + u'|' + item.text(2);
    }
    return out;
}

} // namespace

class TestExportChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCheckWithoutRowsStandsBackInEveryTheme_data() {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::newRow("light") << ThemeChoice::light;
        QTest::newRow("dark") << ThemeChoice::dark;
    }

    void aCheckWithoutRowsStandsBackInEveryTheme() {
        QFETCH(ThemeChoice, theme);
        Appearance appearance;
        Preferences preferences;
        preferences.theme = theme;
        appearance.apply(preferences);
        ExportDialog dialog;
        dialog.open();
        dialog.setPreview(someRows());
        const auto* checks = find<CheckTable>(dialog, "exportChecks");
        const QColor words = checks->palette().color(QPalette::Text);
        const QColor ground = checks->palette().color(QPalette::Window);
        const QColor none = checks->topLevelItem(2)->foreground(0).color();
        QCOMPARE(checks->topLevelItem(2)->text(1), QStringLiteral("0"));
        QCOMPARE_LT(contrastRatio(none, ground), 0.8 * contrastRatio(words, ground));
        QCOMPARE_GE(contrastRatio(none, ground), kMinimumContrast);
    }

    void eachCheckTellsItsRows() {
        ExportDialog dialog;
        QCOMPARE(figures(dialog).first(), QStringLiteral("no chosen tag|–|always"));
        dialog.open();
        const auto* summary = find<QLabel>(dialog, "exportSummary");
        QCOMPARE(summary->text(), QStringLiteral("Counting…"));
        dialog.setPreviewBusy(1234);
        QVERIFY(summary->text().contains(QStringLiteral("1,234 row")));
        dialog.setPreview(someRows());
        QCOMPARE(figures(dialog),
                 (QStringList{QStringLiteral("no chosen tag|2|always"),
                              QStringLiteral("not corrected yet|5|always"),
                              QStringLiteral("not a valid row|0|always"),
                              QStringLiteral("PII in the correction|3|always"),
                              QStringLiteral("duplicates|0|only warned of"),
                              QStringLiteral("answered in two ways|0|only warned of"),
                              QStringLiteral("stop tokens in the text|0|only warned of"),
                              QStringLiteral("broken placeholders|0|only warned of"),
                              QStringLiteral("identical to the response|4|only warned of")}));
        QVERIFY2(summary->text().contains(QStringLiteral("12 row")), qPrintable(summary->text()));
        QVERIFY2(summary->text().contains(QStringLiteral("10 left out")), qPrintable(summary->text()));
        QVERIFY2(summary->text().contains(QStringLiteral("4 warning")), qPrintable(summary->text()));
        QVERIFY(!summary->text().contains(QStringLiteral("gold case")));
        QCOMPARE(find<QPlainTextEdit>(dialog, "exportPreview")->toPlainText(),
                 QStringLiteral("{\"messages\": []}\n\n{\"messages\": [{\"role\": \"user\"}]}"));

        exporting::ExportPreview other = someRows(); // a check that came later than this window
        other.report.warned["<b>new</b>"] = 7;
        other.report.goldInFrames = {{"q1", 12}, {"q2", 5}};
        dialog.setPreview(other);
        QVERIFY2(summary->text().contains(QStringLiteral("2 gold case")), qPrintable(summary->text()));
        QCOMPARE(figures(dialog).last(), QStringLiteral("<b>new</b>|7|always"));
        dialog.setPreview({});
        QVERIFY(summary->text().startsWith(QStringLiteral("No rows")));
        QVERIFY(find<QPlainTextEdit>(dialog, "exportPreview")->toPlainText().isEmpty());
        dialog.setPreviewError({ErrorCode::busy, "the store is busy <b>x</b>", "column 3"});
        QVERIFY(summary->text().contains(QStringLiteral("the store is busy <b>x</b> (column 3)")));
        QCOMPARE(summary->textFormat(), Qt::PlainText);
    }

    void eachFormatHasItsChecksAndSaysWhatItIsFor() {
        ExportDialog dialog;
        ExportSpec spec;
        for (const exporting::Format format : exporting::kFormats) {
            spec.format = format;
            dialog.setSpec(spec);
            QVERIFY(!find<QLabel>(dialog, "exportFormatHint")->text().isEmpty());
            QCOMPARE(figures(dialog).isEmpty(), format == exporting::Format::log);
        }
        spec.format = exporting::Format::dpo; // the same as right and as wrong teaches nothing
        dialog.setSpec(spec);
        QCOMPARE(figures(dialog).last(), QStringLiteral("identical to the response|–|always"));
        spec.format = exporting::Format::kto;
        dialog.setSpec(spec);
        QCOMPARE(figures(dialog).at(1), QStringLiteral("neither good nor bad|–|always"));
        exporting::ExportPreview preview = someRows();
        preview.report.excluded = {{"invalid", 1}};
        preview.report.excludedIds = {{"invalid", {"r1"}}};
        preview.report.invalidWhy = {{"r1", "mistral: two system messages"}};
        dialog.setPreview(preview);
        auto* checks = find<CheckTable>(dialog, "exportChecks");
        QTest::keyClick(checks, Qt::Key_Home);
        QTest::keyClick(checks, Qt::Key_Down);
        QTest::keyClick(checks, Qt::Key_Down);
        const QString meaning = find<QLabel>(dialog, "exportCheckMeaning")->text();
        QVERIFY2(meaning.contains(QStringLiteral("r1 (mistral: two system messages)")), qPrintable(meaning));
    }

    void aLongRowIsCutAndNothingInItHides() {
        ExportDialog dialog;
        exporting::ExportPreview preview;
        preview.lines = {"\u202E" + std::string(1'000'000, 'x')};
        dialog.setPreview(preview);
        const QString shown = find<QPlainTextEdit>(dialog, "exportPreview")->toPlainText();
        QVERIFY(shown.startsWith(QStringLiteral("⟨U+202E⟩x")));
        QVERIFY(shown.size() < 10'000);
        QVERIFY2(shown.endsWith(QStringLiteral("(1,000,003 bytes in all)")), qPrintable(shown.right(60)));
    }

    void theRowsOfACheckAreShownInTheQueue() {
        ExportDialog dialog;
        dialog.setPath(QStringLiteral("batch.jsonl"));
        QSignalSpy rows(&dialog, &ExportDialog::rowsRequested);
        QSignalSpy asked(&dialog, &ExportDialog::exportRequested);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog, goldpan::test::kPatienceMs));
        auto* checks = find<CheckTable>(dialog, "exportChecks");
        const auto* button = find<QPushButton>(dialog, "exportShowRows");
        QVERIFY(!button->isEnabled()); // nothing is counted yet
        dialog.setPreview(someRows());
        checks->setFocus();
        QTest::keyClick(checks, Qt::Key_End); // identical: no row of it is named
        QVERIFY(!button->isEnabled());
        for (int i = 0; i < 4; ++i) { // warnings without rows
            QTest::keyClick(checks, Qt::Key_Up);
            QVERIFY(!button->isEnabled());
        }
        QTest::keyClick(checks, Qt::Key_Up);
        QVERIFY(button->isEnabled());
        QVERIFY(find<QLabel>(dialog, "exportCheckMeaning")->text().endsWith(QStringLiteral("a, b, c d")));
        QTest::keyClick(checks, Qt::Key_Return);
        QCOMPARE(rows.count(), 1);
        QCOMPARE(rows.first().first().toString(), QStringLiteral("id:a OR id:b OR id:\"c d\""));
        QVERIFY(!dialog.isVisible());
        QCOMPARE(asked.count(), 0); // Enter there is no "Export"
    }

    void whatOnlyWarnsNamesItsRowsToo() {
        exporting::ExportPreview preview = someRows();
        ExportReport& report = preview.report;
        report.warned = {{"duplicate", 2}};
        report.excluded["conflict"] = 1; // not chosen here: the policy says so
        report.findings = {{.requestId = "a", .check = RowCheck::duplicate, .other = "z"},
                           {.requestId = "a", .check = RowCheck::duplicate, .other = "y"},
                           {.requestId = "b", .check = RowCheck::conflict},
                           {.requestId = "c", .check = RowCheck::duplicate},
                           {.requestId = "d", .check = RowCheck::duplicate, .keptFor = "both are asked"}};
        QCOMPARE(filterOfCheck("duplicate", report, {})->text, std::string("id:a OR id:c"));
        QVERIFY(filterOfCheck("duplicate", report, {})->isWhole);
        QCOMPARE(filterOfCheck("conflict", report, {})->text, std::string("id:b"));
        ExportDialog dialog;
        dialog.setPreview(preview);
        QVERIFY2(figures(dialog).contains(QStringLiteral("duplicates|2|only warned of")),
                 qPrintable(figures(dialog).join(u'\n')));
        QVERIFY(figures(dialog).contains(QStringLiteral("answered in two ways|1|by the policy")));
    }

    void aFilterSaysWhichRowsACheckFound() {
        ExportReport report = someRows().report;
        const auto of = [&report](const char* reason, const ExportSpec& spec) {
            const auto found = filterOfCheck(reason, report, spec);
            return found ? found->text : std::string("none");
        };
        ExportSpec tagged;
        tagged.tags = {"billing", "my tag"};
        tagged.filterText = "drift:last OR is:draft";
        QCOMPARE(of("no_tag", {}), std::string("state:corrected tag:none"));
        QCOMPARE(of("no_correction", {}), std::string("-state:corrected -tag:none"));
        QCOMPARE(of("no_tag", tagged),
                 std::string("(drift:last OR is:draft) state:corrected -(tag:billing OR tag:\"my tag\")"));
        QCOMPARE(of("no_correction", tagged),
                 std::string("(drift:last OR is:draft) -state:corrected (tag:billing OR tag:\"my tag\")"));
        QCOMPARE(of("invalid", {}), std::string("none")); // there are none
        ExportSpec labels;
        labels.format = exporting::Format::kto;
        report.excluded["no_label"] = 1;
        QCOMPARE(of("no_label", labels),
                 std::string("-(state:corrected OR state:accepted OR tag:user_negative -state:discarded) "
                             "-tag:none"));
        for (int i = 0; i < 1000; ++i) {
            report.excludedIds["pii"].push_back("row" + std::to_string(i));
        }
        report.excluded["pii"] = 1003;
        QVERIFY(!filterOfCheck("pii", report, {})->isWhole);
    }
};

QTEST_MAIN(TestExportChecks)
#include "tst_export_checks.moc"
