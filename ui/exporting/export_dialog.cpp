// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/export_dialog.h"

#include "ui/common/check_list.h"
#include "ui/common/error_text.h"
#include "ui/common/form_parts.h"
#include "ui/common/text_bridge.h"
#include "ui/common/visible_text.h"
#include "ui/exporting/format_text.h"
#include "ui/exporting/report_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr int kDebounceMs = 250;
constexpr std::size_t kTagCharacters = 80;
constexpr std::string_view kIdentical = "identical";

QListWidgetItem* addTag(QListWidget& list, const QString& tag, bool ticked) {
    auto* item = new QListWidgetItem(visibleLine(toUtf8(tag), kTagCharacters), &list);
    item->setData(Qt::UserRole, tag);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    return item;
}

bool isBatchPath(const QString& path) {
    return path.endsWith(u'/') || path.endsWith(QStringLiteral(".jsonl")) ||
           path.endsWith(QStringLiteral(".jsonl.gz"));
}

} // namespace

ExportDialog::ExportDialog(QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export a batch"));
    setAccessibleName(windowTitle());
    auto* column = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);
    makePathRow(*form);
    makeRowChoice(*form);
    makeOptions(*form);

    m_preview = named(new QPlainTextEdit(this), "exportPreview", tr("What will be exported"));
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setAcceptDrops(false);
    form->addRow(tr("Result"), m_preview);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export =
        named(buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole), "exportRun", tr("Export"));
    m_export->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::requestExport);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounceMs);
    connect(&m_debounce, &QTimer::timeout, this, [this] { Q_EMIT previewRequested(spec()); });

    QWidget* previous = m_path;
    for (QWidget* next : std::initializer_list<QWidget*>{m_browse, m_format, m_tags, m_filter, m_redact,
                                                         m_toolRows, m_identical, m_preview, m_export}) {
        setTabOrder(previous, next);
        previous = next;
    }
    const int line = fontMetrics().height();
    m_tags->setFixedHeight(line * 7);
    m_preview->setMinimumHeight(line * 7);
    resize(fontMetrics().averageCharWidth() * 90, sizeHint().height());
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
    auto* label = new QLabel(tr("&Write to"), this);
    label->setBuddy(m_path);
    form.addRow(label, row);
    form.addRow(QString(), m_pathHint);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
}

void ExportDialog::makeRowChoice(QFormLayout& form) {
    m_format = named(new QComboBox(this), "exportFormat", tr("Format"));
    for (const exporting::Format format : exporting::kFormats) {
        m_format->addItem(formatText(format), static_cast<int>(format));
    }
    form.addRow(tr("&Format"), m_format);
    m_tags = named(new CheckList(this), "exportTags", tr("Tags"));
    m_tags->setTabKeyNavigation(false);
    m_tagHint = hintLabel("exportTagHint", this);
    form.addRow(tr("Ta&gs"), m_tags);
    form.addRow(QString(), m_tagHint);
    m_filter = named(new QLineEdit(this), "exportFilter", tr("Filter"));
    m_filter->setPlaceholderText(tr("every row, or a filter such as drift:last"));
    form.addRow(tr("F&ilter"), m_filter);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::specChanged);
    connect(m_tags, &QListWidget::itemChanged, this, &ExportDialog::specChanged);
    connect(m_filter, &QLineEdit::textChanged, this, &ExportDialog::specChanged);
}

void ExportDialog::makeOptions(QFormLayout& form) {
    m_redact = named(new QCheckBox(tr("&Redact corrections that hold PII, and export them"), this),
                     "exportRedact", tr("Redact corrections that hold PII, and export them"));
    m_toolRows = named(new QCheckBox(tr("Include rows with t&ool turns"), this), "exportToolRows",
                       tr("Include rows with tool turns"));
    m_identical = named(new QCheckBox(tr("Leave out corrections i&dentical to the response"), this),
                        "exportIdentical", tr("Leave out corrections identical to the response"));
    auto* column = new QVBoxLayout;
    column->setSpacing(fontMetrics().height() / 4);
    for (QCheckBox* box : {m_redact, m_toolRows, m_identical}) {
        column->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::specChanged);
    }
    form.addRow(tr("Options"), column);
}

void ExportDialog::setTagNames(const QStringList& names) {
    const std::vector<std::string> ticked = spec().tags;
    const QSignalBlocker blocker(m_tags);
    m_tags->clear();
    for (const QString& name : names) {
        addTag(*m_tags, name, std::ranges::find(ticked, toUtf8(name)) != ticked.end());
    }
    for (const std::string& tag : ticked) {
        if (!names.contains(toQString(tag))) {
            addTag(*m_tags, toQString(tag), true);
        }
    }
    refresh();
}

void ExportDialog::setSpec(const exporting::ExportSpec& spec) {
    {
        const QSignalBlocker format(m_format);
        const QSignalBlocker tags(m_tags);
        const QSignalBlocker filter(m_filter);
        const QSignalBlocker redact(m_redact);
        const QSignalBlocker toolRows(m_toolRows);
        const QSignalBlocker identical(m_identical);
        m_format->setCurrentIndex(m_format->findData(static_cast<int>(spec.format)));
        for (int i = 0; i < m_tags->count(); ++i) {
            m_tags->item(i)->setCheckState(Qt::Unchecked);
        }
        for (const std::string& tag : spec.tags) {
            QListWidgetItem* item = nullptr;
            for (int i = 0; i < m_tags->count() && !item; ++i) {
                item = m_tags->item(i)->data(Qt::UserRole).toString() == toQString(tag) ? m_tags->item(i)
                                                                                        : nullptr;
            }
            if (item) {
                item->setCheckState(Qt::Checked);
            } else {
                addTag(*m_tags, toQString(tag), true);
            }
        }
        m_filter->setText(toQString(spec.filterText));
        m_redact->setChecked(spec.redactCorrections);
        m_toolRows->setChecked(spec.toolRows);
        m_otherExclusions = spec.exclude;
        m_identical->setChecked(std::erase(m_otherExclusions, kIdentical) > 0);
    }
    specChanged();
}

exporting::ExportSpec ExportDialog::spec() const {
    exporting::ExportSpec out;
    out.format = static_cast<exporting::Format>(m_format->currentData().toInt());
    for (int i = 0; i < m_tags->count(); ++i) {
        if (m_tags->item(i)->checkState() == Qt::Checked) {
            out.tags.push_back(toUtf8(m_tags->item(i)->data(Qt::UserRole).toString()));
        }
    }
    out.filterText = toUtf8(m_filter->text().trimmed());
    out.exclude = m_otherExclusions;
    if (m_identical->isChecked()) {
        out.exclude.emplace_back(kIdentical);
    }
    out.redactCorrections = m_redact->isChecked();
    out.toolRows = m_toolRows->isChecked();
    return out;
}

void ExportDialog::setPath(const QString& path) {
    m_path->setText(path);
}

QString ExportDialog::path() const {
    return m_path->text().trimmed();
}

void ExportDialog::setPreview(const exporting::ExportReport& report) {
    m_preview->setPlainText(reportText(report, spec().format));
}

void ExportDialog::setPreviewError(const Error& error) {
    m_preview->setPlainText(errorText(error));
}

void ExportDialog::setPreviewBusy() {
    m_preview->setPlainText(tr("Counting…"));
}

void ExportDialog::specChanged() {
    refresh();
    if (isVisible()) {
        m_debounce.start();
    }
}

void ExportDialog::refresh() {
    const bool sft = m_format->currentData().toInt() == static_cast<int>(exporting::Format::sft);
    for (QCheckBox* box : {m_redact, m_toolRows, m_identical}) {
        box->setEnabled(sft); // a log row has no correction
    }
    const bool anyTag = spec().tags.empty();
    if (!anyTag) {
        m_tagHint->setText(tr("Rows with at least one of the ticked tags."));
    } else {
        m_tagHint->setText(sft ? tr("None ticked: rows with any tag at all.")
                               : tr("None ticked: every row, tagged or not."));
    }
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
    if (m_export) {
        m_export->setEnabled(!to.isEmpty() && isBatchPath(to));
    }
}

void ExportDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    setPreviewBusy();
    m_debounce.stop();
    Q_EMIT previewRequested(spec());
}

void ExportDialog::requestExport() {
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
