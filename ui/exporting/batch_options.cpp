// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/batch_options.h"

#include "ui/common/form_parts.h"
#include "ui/common/number_box.h"
#include "ui/common/text_bridge.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr std::int64_t kMostTokens = 100'000'000;
constexpr int kTokenStep = 512;
constexpr double kMostPercent = 99;

bool isChecked(exporting::Format format) {
    return exporting::traitsOf(format).need != exporting::RowNeed::nothing;
}

} // namespace

BatchOptions::BatchOptions(QFormLayout& form, QWidget* dialog)
    : QObject(dialog)
    , m_dialog(dialog) {
    makeGoldRow(form);
    makeNumbers(form);
    m_keep = named(new QCheckBox(dialog), "exportKeep", {});
    m_keep->setVisible(false);
    form.addRow(m_keep);
    connect(m_keep, &QCheckBox::toggled, this, &BatchOptions::changed);
    refreshGoldHint();
}

void BatchOptions::makeGoldRow(QFormLayout& form) {
    m_gold = named(new QLineEdit(m_dialog), "exportGold", tr("Gold set"));
    m_gold->setPlaceholderText(tr("a file of evaluation cases"));
    m_browse =
        named(new QPushButton(tr("Browse…"), m_dialog), "exportGoldBrowse", tr("Browse for a gold set"));
    m_browse->setAutoDefault(false);
    m_goldHint = hintLabel("exportGoldHint", m_dialog);
    auto* line = new QHBoxLayout;
    line->addWidget(m_gold, 1);
    line->addWidget(m_browse);
    addHintedRow(form, tr("Gol&d set"), *m_gold, line, *m_goldHint);
    connect(m_browse, &QPushButton::clicked, this, &BatchOptions::browse);
    connect(m_gold, &QLineEdit::textChanged, this, [this] {
        refreshGoldHint();
        Q_EMIT changed();
    });
}

void BatchOptions::makeNumbers(QFormLayout& form) {
    m_tokens = named(new NumberBox(m_dialog), "exportTokens", tr("Most tokens of a row"));
    m_tokens->setDecimals(0);
    m_tokens->setRange(0, kMostTokens);
    m_tokens->setSingleStep(kTokenStep);
    m_tokens->setSpecialValueText(tr("Any number"));
    form.addRow(tr("&Most tokens of a row"), m_tokens);
    m_split = named(new NumberBox(m_dialog), "exportSplit", tr("Share for validation"));
    m_split->setRange(0, kMostPercent);
    m_split->setDecimals(2);
    m_split->setSuffix(QStringLiteral(" %"));
    m_split->setSpecialValueText(tr("None: one file"));
    form.addRow(tr("Share for &validation"), m_split);
    connect(m_tokens, &NumberBox::valueChanged, this, [this](double tokens) {
        m_given.maxTokens = static_cast<std::int64_t>(tokens);
        Q_EMIT changed();
    });
    connect(m_split, &NumberBox::valueChanged, this, [this](double percent) {
        m_given.splitShare = percent / 100;
        Q_EMIT changed();
    });
}

void BatchOptions::setSpec(const exporting::ExportSpec& spec) {
    const QSignalBlocker blocker(this);
    m_gold->setText(toQString(spec.goldFile));
    m_tokens->setValue(static_cast<double>(spec.maxTokens));
    m_split->setValue(spec.splitShare * 100);
    m_keep->setText(tr("&Keep %n row(s) whatever the checks say, for the reasons given with the last batch",
                       nullptr, static_cast<int>(spec.keep.size())));
    m_keep->setAccessibleName(m_keep->text().remove(u'&'));
    m_keep->setChecked(!spec.keep.empty());
    m_keep->setVisible(!spec.keep.empty());
    m_given = spec; // last: the boxes above have rounded it
}

void BatchOptions::setFormat(exporting::Format format) {
    for (QWidget* control : stops()) {
        control->setEnabled(isChecked(format));
    }
}

void BatchOptions::writeTo(exporting::ExportSpec& spec) const {
    if (!isChecked(spec.format)) {
        const exporting::ExportSpec none;
        spec.goldFile = none.goldFile;
        spec.maxTokens = none.maxTokens;
        spec.splitShare = none.splitShare;
        spec.seed = none.seed;
        spec.keep = none.keep;
        std::erase(spec.exclude, "contaminated"); // cannot be told without the two above
        std::erase(spec.exclude, "too_long");
        return;
    }
    spec.goldFile = toUtf8(m_gold->text().trimmed());
    spec.maxTokens = m_given.maxTokens;
    spec.splitShare = m_given.splitShare;
    spec.seed = m_given.seed;
    spec.keep = m_keep->isChecked() ? m_given.keep : decltype(spec.keep)();
}

QWidgetList BatchOptions::stops() const {
    return {m_gold, m_browse, m_tokens, m_split, m_keep};
}

void BatchOptions::refreshGoldHint() {
    const QString path = m_gold->text().trimmed();
    const QFileInfo file(path);
    m_goldHint->setText(
        path.isEmpty()   ? tr("Empty: nothing is looked for in the rows.")
        : !file.isFile() ? tr("⚠ There is no such file. Choose another one, or empty this line.")
                         : tr("Rows that share much of their words with one of its cases are contaminated."));
}

void BatchOptions::browse() {
    auto* chooser = new QFileDialog(m_dialog, tr("Gold set"), m_gold->text().trimmed(),
                                    tr("Evaluation cases (*.jsonl *.json);;All files (*)"));
    chooser->setObjectName(QStringLiteral("exportGoldDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, m_gold, &QLineEdit::setText);
    chooser->open();
}

} // namespace goldpan::ui
