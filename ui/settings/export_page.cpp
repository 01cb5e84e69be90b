// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/export_page.h"

#include "ui/common/form_parts.h"
#include "ui/exporting/format_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace goldpan::ui {
namespace {

const QString kComma = QStringLiteral(", ");

} // namespace

ExportPage::ExportPage(QWidget* parent)
    : QWidget(parent) {
    setObjectName(QStringLiteral("settingsExport"));
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(hintLabel(
        "settingsExportHint", this,
        tr("The export dialog begins with these, and once a store has a batch, with what its last one was "
           "made of.")));
    m_format = named(new QComboBox(this), "settingsExportFormat", tr("Format"));
    for (const exporting::Format format : exporting::kFormats) {
        m_format->addItem(formatText(format), static_cast<int>(format));
    }
    form->addRow(tr("&Format"), m_format);
    m_tags = named(new QLineEdit(this), "settingsExportTags", tr("Tags"));
    m_tags->setPlaceholderText(tr("any tag, or names with commas between"));
    form->addRow(tr("Ta&gs"), m_tags);

    m_folder = named(new QLineEdit(this), "settingsExportFolder", tr("Folder"));
    m_folder->setPlaceholderText(tr("beside the store"));
    m_browse =
        named(new QPushButton(tr("&Browse…"), this), "settingsExportBrowse", tr("Browse for a folder"));
    m_browse->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_folder, 1);
    row->addWidget(m_browse);
    auto* label = new QLabel(tr("F&older"), this);
    label->setBuddy(m_folder);
    form->addRow(label, row);

    const auto box = [this](const char* name, const QString& text) {
        return named(new QCheckBox(text, this), name, QString(text).remove(QLatin1Char('&')));
    };
    m_redact = box("settingsExportRedact", tr("&Redact corrections that hold PII, and export them"));
    m_toolRows = box("settingsExportToolRows", tr("Include rows with &tool turns"));
    m_identical = box("settingsExportIdentical", tr("Leave out corrections i&dentical to the response"));
    auto* column = new QVBoxLayout;
    column->setSpacing(fontMetrics().height() / 4);
    for (QCheckBox* each : {m_redact, m_toolRows, m_identical}) {
        column->addWidget(each);
        connect(each, &QCheckBox::toggled, this, &ExportPage::edited);
    }
    form->addRow(tr("Options"), column);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportPage::edited);
    connect(m_tags, &QLineEdit::editingFinished, this, &ExportPage::edited);
    connect(m_folder, &QLineEdit::editingFinished, this, &ExportPage::edited);
    connect(m_browse, &QPushButton::clicked, this, &ExportPage::browse);
}

void ExportPage::show(const Preferences& preferences) {
    const QSignalBlocker blocker(this);
    m_format->setCurrentIndex(m_format->findData(static_cast<int>(preferences.exportFormat)));
    m_tags->setText(preferences.exportTags.join(kComma));
    m_folder->setText(preferences.exportFolder);
    m_redact->setChecked(preferences.exportRedact);
    m_toolRows->setChecked(preferences.exportToolRows);
    m_identical->setChecked(preferences.exportIdentical);
}

void ExportPage::writeTo(Preferences& to) const {
    to.exportFormat = static_cast<exporting::Format>(m_format->currentData().toInt());
    to.exportTags.clear();
    for (const QString& tag : m_tags->text().split(QLatin1Char(','))) {
        if (const QString name = tag.trimmed(); !name.isEmpty() && !to.exportTags.contains(name)) {
            to.exportTags << name;
        }
    }
    to.exportFolder = m_folder->text().trimmed();
    to.exportRedact = m_redact->isChecked();
    to.exportToolRows = m_toolRows->isChecked();
    to.exportIdentical = m_identical->isChecked();
}

void ExportPage::browse() {
    auto* chooser = new QFileDialog(this, tr("Folder of batches"), m_folder->text());
    chooser->setObjectName(QStringLiteral("settingsFolderDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_folder->setText(folder);
        Q_EMIT edited();
    });
    chooser->open();
}

} // namespace goldpan::ui
