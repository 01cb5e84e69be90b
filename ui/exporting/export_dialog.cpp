// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/export_dialog.h"

#include "ui/common/check_list.h"
#include "ui/common/error_text.h"
#include "ui/common/form_parts.h"
#include "ui/common/text_bridge.h"
#include "ui/exporting/batch_options.h"
#include "ui/exporting/check_table.h"
#include "ui/exporting/export_result.h"
#include "ui/exporting/format_purpose.h"
#include "ui/exporting/format_text.h"
#include "ui/exporting/tag_choice.h"
#include "ui/queue/filter_bar.h"
#include "ui/queue/filter_mistake.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr int kDebounceMs = 250;

bool isBatchPath(const QString& path) {
    return path.endsWith(u'/') || path.endsWith(QStringLiteral(".jsonl")) ||
           path.endsWith(QStringLiteral(".jsonl.gz"));
}

/// Where the window is low; never sideways.
QScrollArea* scrolled(QWidget* page) {
    auto* area = new QScrollArea;
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(page->minimumSizeHint().width() + area->verticalScrollBar()->sizeHint().width());
    return area;
}

} // namespace

ExportDialog::ExportDialog(QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export a batch"));
    setAccessibleName(windowTitle());
    auto* column = new QVBoxLayout(this);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(fontMetrics().height());
    auto* choices = new QWidget;
    auto* form = new QFormLayout(choices);
    form->setContentsMargins(0, 0, fontMetrics().averageCharWidth(),
                             0); // so that no field touches the scroll bar
    form->setVerticalSpacing(fontMetrics().height() / 2);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makePathRow(*form);
    makeRowChoice(*form);
    makeOptions(*form);
    m_result = new ExportResult(this);
    sides->addWidget(scrolled(choices), 1);
    sides->addWidget(m_result, 1);
    column->addLayout(sides, 1);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export =
        named(buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole), "exportRun", tr("Export"));
    m_export->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::requestExport);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounceMs);
    connect(&m_debounce, &QTimer::timeout, this, &ExportDialog::ask);
    connectChoices();
    orderTabs();
    sayOfFilter({});
    const int line = fontMetrics().height();
    m_tags->setMinimumHeight(line * 4);
    resize(fontMetrics().averageCharWidth() * 170, std::max(sizeHint().height(), line * 42));
    refresh();
}

void ExportDialog::makePathRow(QFormLayout& form) {
    m_path = named(new QLineEdit(this), "exportPath", tr("File or folder"));
    m_path->setPlaceholderText(tr("batch.jsonl, batch.jsonl.gz, or a folder ending in /"));
    m_browse = named(new QPushButton(tr("&Browse…"), this), "exportBrowse", tr("Browse for a file"));
    m_browse->setAutoDefault(false);
    m_pathHint = hintLabel("exportPathHint", this);
    auto* row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    addHintedRow(form, tr("&Write to"), *m_path, row, *m_pathHint);
}

void ExportDialog::makeRowChoice(QFormLayout& form) {
    m_format = named(new QComboBox(this), "exportFormat", tr("Format"));
    for (const exporting::Format format : exporting::kFormats) {
        m_format->addItem(formatText(format), static_cast<int>(format));
    }
    m_format->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_format->setMinimumContentsLength(20);
    m_formatHint = hintLabel("exportFormatHint", this);
    addHintedRow(form, tr("&Format"), *m_format, nullptr, *m_formatHint);
    m_tags = named(new CheckList(this), "exportTags", tr("Tags"));
    m_tags->setTabKeyNavigation(false);
    m_tagHint = hintLabel("exportTagHint", this);
    addHintedRow(form, tr("Ta&gs"), *m_tags, nullptr, *m_tagHint);
    m_filter = named(new FilterBar(this), "exportFilter", tr("Filter"));
    m_filter->setPlaceholderText(tr("every row, or a filter such as drift:last"));
    m_filterHint = hintLabel("exportFilterHint", this);
    addHintedRow(form, tr("F&ilter"), *m_filter, nullptr, *m_filterHint);
}

void ExportDialog::makeOptions(QFormLayout& form) {
    m_options = new BatchOptions(form, this);
    m_redact = named(new QCheckBox(tr("&Redact corrections that hold PII, and export them"), this),
                     "exportRedact", tr("Redact corrections that hold PII, and export them"));
    m_toolRows = named(new QCheckBox(tr("Include rows with t&ool turns"), this), "exportToolRows",
                       tr("Include rows with tool turns"));
    form.addRow(m_redact); // across both columns: their words are long
    form.addRow(m_toolRows);
}

void ExportDialog::connectChoices() {
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::specChanged);
    connect(m_tags, &QListWidget::itemChanged, this, &ExportDialog::specChanged);
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        sayOfFilter({}); // it was about another text
        specChanged();
    });
    connect(m_filter, &FilterBar::applied, this, &ExportDialog::ask);
    for (const QCheckBox* box : {m_redact, m_toolRows}) {
        connect(box, &QCheckBox::toggled, this, &ExportDialog::specChanged);
    }
    connect(m_options, &BatchOptions::changed, this, &ExportDialog::specChanged);
    connect(&m_result->checks(), &CheckTable::excludeChanged, this, &ExportDialog::specChanged);
    connect(m_result, &ExportResult::rowsRequested, this, [this](const QString& filter) {
        reject();
        Q_EMIT rowsRequested(filter);
    });
}

void ExportDialog::orderTabs() {
    QWidgetList stops{m_path, m_browse, m_format, m_tags, m_filter};
    stops << m_options->stops() << m_redact << m_toolRows << m_result->stops() << m_export;
    for (qsizetype i = 1; i < stops.size(); ++i) {
        setTabOrder(stops[i - 1], stops[i]);
    }
}

void ExportDialog::setNames(const FilterNames& names) {
    m_filter->setNames(names);
    const QSignalBlocker blocker(m_tags);
    setTagNames(*m_tags, names.tags);
    refresh();
}

void ExportDialog::setSpec(const exporting::ExportSpec& spec) {
    {
        const QSignalBlocker format(m_format);
        const QSignalBlocker tags(m_tags);
        const QSignalBlocker filter(m_filter);
        const QSignalBlocker redact(m_redact);
        const QSignalBlocker toolRows(m_toolRows);
        const QSignalBlocker checks(m_result->checks());
        m_format->setCurrentIndex(m_format->findData(static_cast<int>(spec.format)));
        tickTags(*m_tags, spec.tags);
        m_filter->setText(toQString(spec.filterText));
        m_options->setSpec(spec);
        m_redact->setChecked(spec.redactCorrections);
        m_toolRows->setChecked(spec.toolRows);
        m_result->checks().setExclude(spec.exclude);
    }
    specChanged();
    sayOfFilter(spec.filterLeftOut ? tr("⚠ The filter of the last batch held PII and was not kept. Give it "
                                        "again, or do without.")
                                   : QString());
}

exporting::ExportSpec ExportDialog::spec() const {
    exporting::ExportSpec out;
    out.format = static_cast<exporting::Format>(m_format->currentData().toInt());
    out.tags = tickedTags(*m_tags);
    out.filterText = toUtf8(m_filter->text().trimmed());
    out.exclude = m_result->checks().exclude();
    out.redactCorrections = m_redact->isChecked();
    out.toolRows = m_toolRows->isChecked();
    m_options->writeTo(out);
    return out;
}

void ExportDialog::setPath(const QString& path) {
    m_path->setText(path);
}

QString ExportDialog::path() const {
    return m_path->text().trimmed();
}

void ExportDialog::setPreview(const exporting::ExportPreview& preview) {
    m_result->setPreview(spec(), preview);
}

void ExportDialog::setPreviewError(const Error& error) {
    m_result->setProblem(errorText(error));
}

void ExportDialog::setPreviewBusy(std::int64_t seen) {
    m_result->setCounting(seen);
}

void ExportDialog::specChanged() {
    refresh();
    if (isVisible()) {
        m_result->setStale();
        Q_EMIT previewDropped(); // an answer that is on its way is about something else
        m_debounce.start();
    }
}

bool ExportDialog::checkFilter() {
    const QString text = m_filter->text();
    const auto parsed = queue::parseFilter(toUtf8(text));
    if (parsed) {
        m_filter->setMistake({});
        return true;
    }
    m_filter->setMistake(placeOf(text, parsed.error()));
    sayOfFilter(tr("⚠ %1").arg(mistakeText(text, parsed.error())));
    m_result->setProblem(tr("Nothing is counted: the filter has a mistake."));
    return false;
}

void ExportDialog::sayOfFilter(const QString& text) {
    const bool any = m_filter->text().trimmed().isEmpty();
    m_filterHint->setText(!text.isEmpty() ? text
                          : any           ? tr("Empty: of the whole store.")
                                          : tr("Only rows that it admits."));
}

void ExportDialog::ask() {
    m_debounce.stop();
    if (checkFilter()) {
        Q_EMIT previewRequested(spec());
    } else {
        Q_EMIT previewDropped();
    }
}

void ExportDialog::refresh() {
    const exporting::ExportSpec now = spec();
    const exporting::FormatTraits& format = exporting::traitsOf(now.format);
    const bool everyRow = format.need == exporting::RowNeed::nothing;
    m_result->checks().setFormat(now.format);
    m_redact->setEnabled(!everyRow); // a log row has no correction
    m_toolRows->setEnabled(format.toolRowsByFlag);
    m_options->setFormat(now.format);
    m_formatHint->setText(formatPurpose(now.format));
    if (format.need == exporting::RowNeed::judgement && now.tags.empty()) {
        m_tagHint->setText(tr("None ticked: every row with a decision, tagged or not."));
    } else if (m_tags->count() == 0 && !everyRow) {
        m_tagHint->setText(tr("No row has a tag yet, and this format takes rows with a tag."));
    } else if (!now.tags.empty()) {
        m_tagHint->setText(tr("Rows with at least one of the ticked tags."));
    } else {
        m_tagHint->setText(everyRow ? tr("None ticked: every row, tagged or not.")
                                    : tr("None ticked: rows with any tag at all."));
    }
    refreshPathHint();
}

void ExportDialog::refreshPathHint() {
    const QString to = path();
    if (to.isEmpty()) {
        m_pathHint->setText(tr("Choose where the batch is written."));
    } else if (!isBatchPath(to)) {
        m_pathHint->setText(tr("The name must end in .jsonl or .jsonl.gz, or in / for a folder."));
    } else if (!to.endsWith(u'/') && QFileInfo::exists(to)) {
        m_pathHint->setText(tr("This file exists and will be replaced when the export has succeeded."));
    } else {
        m_pathHint->setText(to.endsWith(u'/') ? tr("A folder with data, manifest and a card.")
                                              : tr("A manifest is written beside the file."));
    }
    m_export->setEnabled(!to.isEmpty() && isBatchPath(to));
}

void ExportDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    if (const QWidget* behind = parentWidget(); behind != nullptr && !event->spontaneous()) {
        resize(size().boundedTo(behind->window()->size()));
    }
    setPreviewBusy();
    ask();
}

void ExportDialog::keyPressEvent(QKeyEvent* event) {
    // Enter in a list, a text or the filter is about that one; elsewhere it presses the button.
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QWidget* focus = focusWidget();
    if (enter && (focus == m_filter || focus == m_tags || m_result->isAncestorOf(focus))) {
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

void ExportDialog::requestExport() {
    if (!checkFilter()) {
        m_filter->setFocus();
        return;
    }
    const exporting::ExportSpec wanted = spec();
    const QString to = path();
    accept();
    Q_EMIT exportRequested(wanted, to);
}

void ExportDialog::browse() {
    auto* chooser = new QFileDialog(this, tr("Export to"), path(), tr("Batches (*.jsonl *.jsonl.gz)"));
    chooser->setObjectName(QStringLiteral("exportFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("jsonl"));
    chooser->setOption(QFileDialog::DontConfirmOverwrite); // the dialog itself says so below the path
    connect(chooser, &QFileDialog::fileSelected, this, &ExportDialog::setPath);
    chooser->open();
}

} // namespace goldpan::ui
