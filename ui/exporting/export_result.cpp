// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/export_result.h"

#include "ui/common/form_parts.h"
#include "ui/common/text_bridge.h"
#include "ui/exporting/check_table.h"
#include "ui/exporting/check_text.h"
#include "ui/exporting/row_preview.h"
#include "ui/queue/row_text.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace goldpan::ui {
namespace {

std::int64_t warnedOf(const exporting::ExportReport& report) {
    std::int64_t rows = 0;
    for (const auto& [reason, count] : report.warned) {
        rows += count;
    }
    return rows;
}

} // namespace

ExportResult::ExportResult(QWidget* parent)
    : QWidget(parent)
    , m_summary(hintLabel("exportSummary", this))
    , m_checks(named(new CheckTable(this), "exportChecks", tr("Checks")))
    , m_meaning(hintLabel("exportCheckMeaning", this))
    , m_showRows(new QPushButton(tr("&Show these rows"), this))
    , m_rows(named(new RowPreview(this), "exportPreview", tr("First rows, as they will be written"))) {
    const int line = fontMetrics().height();
    QFont bold = font();
    bold.setBold(true);
    m_summary->setFont(bold);
    named(m_showRows, "exportShowRows", tr("Show these rows"));
    m_showRows->setAutoDefault(false);
    m_showRows->setToolTip(
        tr("Closes this and shows the rows of the check in the queue; what was chosen stays."));
    m_meaning->setMinimumHeight(3 * fontMetrics().lineSpacing());           // nothing below it moves
    m_meaning->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // ids have no place to wrap
    m_rows->setMinimumHeight(5 * line);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_summary);
    auto* checksLabel = new QLabel(tr("&Checks"), this);
    checksLabel->setBuddy(m_checks);
    column->addWidget(checksLabel);
    column->addWidget(m_checks);
    auto* below = new QHBoxLayout;
    below->addWidget(m_meaning, 1);
    below->addWidget(m_showRows, 0, Qt::AlignTop);
    column->addLayout(below);
    auto* rowsLabel = new QLabel(tr("First rows, as they wi&ll be written"), this);
    rowsLabel->setBuddy(m_rows);
    column->addWidget(rowsLabel);
    column->addWidget(m_rows, 1);
    m_checks->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);

    connect(m_checks, &QTreeWidget::currentItemChanged, this, &ExportResult::explainCheck);
    connect(m_checks, &CheckTable::excludeChanged, this, &ExportResult::explainCheck);
    connect(m_checks, &QTreeWidget::itemActivated, this, &ExportResult::showRows);
    connect(m_showRows, &QPushButton::clicked, this, &ExportResult::showRows);
    explainCheck();
}

void ExportResult::setStale() {
    m_checks->setStale();
    m_report.reset();
    explainCheck();
}

void ExportResult::setCounting(std::int64_t seen) {
    setStale();
    m_summary->setText(
        seen == 0 ? tr("Counting…")
                  : tr("Counting… %1 row(s) looked at", nullptr, pluralOf(seen)).arg(countText(seen)));
}

void ExportResult::setPreview(const exporting::ExportSpec& spec, const exporting::ExportPreview& preview) {
    m_spec = spec;
    m_report = preview.report;
    m_checks->setReport(preview.report);
    m_rows->setRows(preview.lines);
    const exporting::ExportReport& report = preview.report;
    if (report.rows == 0) {
        say(exporting::traitsOf(spec.format).need == exporting::RowNeed::nothing
                ? tr("No rows: choose other tags, or widen the filter.")
                : tr("No rows: decide on some rows first, choose other tags, or widen the filter."));
    } else {
        QString text = tr("%1 row(s) will be written, %2 left out.", nullptr, pluralOf(report.rows))
                           .arg(countText(report.rows), countText(report.leftOut()));
        if (const std::int64_t warned = warnedOf(report); warned > 0) {
            text += u' ' + tr("%1 warning(s).", nullptr, pluralOf(warned)).arg(countText(warned));
        }
        if (const auto cases = static_cast<std::int64_t>(report.goldInFrames.size()); cases > 0) {
            text += u' ' + tr("%1 gold case(s) that only system prompts hold count for no row.", nullptr,
                              pluralOf(cases))
                               .arg(countText(cases));
        }
        say(text);
    }
    explainCheck();
}

void ExportResult::setProblem(const QString& text) {
    setStale();
    m_rows->setRows({});
    say(QStringLiteral("⚠ ") + text);
}

void ExportResult::say(const QString& text) {
    m_summary->setText(text);
    QAccessibleEvent changed(m_summary, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

void ExportResult::explainCheck() {
    const std::string reason = m_checks->currentReason();
    QString text = checkMeaning(reason);
    std::optional<CheckFilter> rows;
    if (m_report) {
        if (const QString found = rowsText(reason, *m_report); !found.isEmpty()) {
            text += QLatin1Char('\n') + found;
        }
        rows = filterOfCheck(reason, *m_report, m_spec);
    }
    m_meaning->setText(text);
    m_showRows->setVisible(!reason.empty());
    m_showRows->setEnabled(rows.has_value());
    m_showRows->setText(rows && !rows->isWhole ? tr("&Show the first %1").arg(kNamedRows)
                                               : tr("&Show these rows"));
}

void ExportResult::showRows() {
    if (!m_report) {
        return;
    }
    if (const auto rows = filterOfCheck(m_checks->currentReason(), *m_report, m_spec)) {
        Q_EMIT rowsRequested(toQString(rows->text));
    }
}

QList<QWidget*> ExportResult::stops() const {
    return {m_checks, m_showRows, m_rows};
}

} // namespace goldpan::ui
