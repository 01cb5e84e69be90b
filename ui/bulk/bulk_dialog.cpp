// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulk/bulk_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/form_parts.h"
#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/common/visible_delegate.h"
#include "ui/common/visible_text.h"
#include "ui/queue/row_text.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace goldpan::ui {
namespace {

constexpr std::size_t kFilterCharacters = 300;
constexpr std::size_t kIdCharacters = 24;
constexpr std::size_t kPromptCharacters = 160;

enum Column {
    Time,
    Id,
    State,
    Effect,
    Prompt,
};

} // namespace

BulkDialog::BulkDialog(QWidget* parent)
    : QDialog(parent)
    , m_title(hintLabel("bulkTitle", this))
    , m_filter(hintLabel("bulkFilter", this)) {
    setObjectName(QStringLiteral("bulkDialog"));
    setWindowTitle(tr("Act on the whole result"));
    setAccessibleName(windowTitle());
    QFont large = font();
    large.setBold(true);
    m_title->setFont(large);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_filter);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form, 1);
    makeChoice(*form);
    makeSample(*form);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_apply = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(QStringLiteral("bulkApply"));
    m_apply->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &BulkDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setTabOrder(m_act, m_tag);
    setTabOrder(m_tag, m_sample);
    setTabOrder(m_sample, m_apply);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 32);
    setRows(0, {});
}

void BulkDialog::makeChoice(QFormLayout& form) {
    m_act = named(new QComboBox(this), "bulkAct", tr("What to do"));
    const auto add = [this](BulkAct act, const QString& text) {
        m_act->addItem(text, static_cast<int>(act));
    };
    add(BulkAct::none, tr("Choose…"));
    add(BulkAct::accept, tr("Accept: the answers are right as they are"));
    add(BulkAct::discard, tr("Discard: not worth training on"));
    add(BulkAct::defer, tr("Defer: keep for later"));
    add(BulkAct::reopen, tr("Reopen: back to unreviewed"));
    add(BulkAct::addTag, tr("Add a tag"));
    add(BulkAct::removeTag, tr("Take a tag off"));
    m_tag = named(new QLineEdit(this), "bulkTag", tr("Tag"));
    m_tag->setPlaceholderText(tr("such as cluster:refunds"));
    m_tagNames = new QStringListModel(this);
    auto* completer = new QCompleter(m_tagNames, m_tag);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->popup()->setItemDelegate(new VisibleDelegate(completer->popup()));
    m_tag->setCompleter(completer);
    m_figures = hintLabel("bulkFigures", this);
    auto* label = new QLabel(tr("&What to do"), this);
    label->setBuddy(m_act);
    form.addRow(label, m_act);
    form.addRow(tr("&Tag"), m_tag);
    form.addRow(tr("Effect"), m_figures);
    connect(m_act, &QComboBox::currentIndexChanged, this, &BulkDialog::takeChoice);
    connect(m_tag, &QLineEdit::textChanged, this, &BulkDialog::takeChoice);
    // Under its popup, Enter would only close the popup.
    connect(m_tag, &QLineEdit::returnPressed, this, &BulkDialog::apply);
}

void BulkDialog::makeSample(QFormLayout& form) {
    m_sample = named(new QTreeWidget(this), "bulkSample", tr("Some of the rows"));
    m_sample->setHeaderLabels({tr("Time (UTC)"), tr("Request id"), tr("State"), tr("Effect"), tr("Prompt")});
    m_sample->setItemDelegate(new VisibleDelegate(m_sample));
    m_sample->setRootIsDecorated(false);
    m_sample->setUniformRowHeights(true);
    m_sample->setAlternatingRowColors(true);
    m_sample->setTabKeyNavigation(false);
    m_sample->setTextElideMode(Qt::ElideRight);
    m_sample->header()->setStretchLastSection(true);
    form.addRow(tr("&Some of them"), m_sample);
}

void BulkDialog::setRows(std::int64_t rows, const QString& filterText) {
    m_rows = rows;
    m_sampleRows.clear();
    m_title->setText(tr("Apply to %1").arg(rowsText(rows)));
    m_filter->setText(filterText.isEmpty() ? tr("All rows of the queue, as they stand there now.")
                                           : tr("All rows of the queue, as they stand there now: %1")
                                                 .arg(visibleLine(toUtf8(filterText), kFilterCharacters)));
    m_tag->clear();
    m_act->setCurrentIndex(0);
    m_act->setFocus();
    takeChoice();
}

void BulkDialog::setTagNames(const QStringList& names) {
    m_tagNames->setStringList(names);
}

void BulkDialog::setSample(std::vector<queue::QueueRow> rows) {
    m_sampleRows = std::move(rows);
    refreshSample();
}

void BulkDialog::setFigures(const std::optional<BulkFigures>& figures) {
    const BulkChoice chosen = choice();
    if (!chosen.isWhole()) {
        m_figures->setText(
            tr("Nothing is chosen yet. One undo (%1) takes the whole act back.").arg(m_undoKey));
        return;
    }
    if (!figures) {
        m_figures->setText(tr("Counting…"));
        return;
    }
    QString text = tr("%1 will change, %2 row(s) are so already. One undo (%3) takes the whole act back.",
                      nullptr, pluralOf(figures->unchanged))
                       .arg(rowsText(m_rows - figures->unchanged), countText(figures->unchanged), m_undoKey);
    if (!chosen.isTag() && figures->corrected > 0) {
        text += QLatin1Char('\n') +
                tr("⚠ %1 row(s) with a correction lose it: its words become your draft there.", nullptr,
                   pluralOf(figures->corrected))
                    .arg(countText(figures->corrected));
    }
    m_figures->setText(text);
}

void BulkDialog::setProblem(const Error& error) {
    m_figures->setText(errorText(error));
}

BulkChoice BulkDialog::choice() const {
    BulkChoice out{static_cast<BulkAct>(m_act->currentData().toInt()), {}};
    if (out.isTag()) {
        out.tag = m_tag->text().trimmed();
    }
    return out;
}

void BulkDialog::takeChoice() {
    const BulkChoice chosen = choice();
    m_tag->setEnabled(chosen.isTag());
    setFigures(std::nullopt);
    refreshSample();
    refreshButton();
    Q_EMIT choiceChanged(chosen);
}

void BulkDialog::refreshSample() {
    const BulkChoice chosen = choice();
    m_sample->clear();
    for (const queue::QueueRow& row : m_sampleRows) {
        auto* line = new QTreeWidgetItem(m_sample);
        line->setText(Time, timeText(row.ts));
        line->setText(Id, visibleLine(row.requestId, kIdCharacters));
        line->setText(State, markWord(markOf(row.state)));
        if (chosen.isWhole()) {
            line->setText(Effect, bulkChanges(chosen, row) ? tr("changes") : tr("is so already"));
        }
        line->setText(Prompt, visibleLine(row.preview, kPromptCharacters));
    }
    for (const Column column : {Time, Id, State, Effect}) {
        m_sample->resizeColumnToContents(column);
    }
}

void BulkDialog::refreshButton() {
    const BulkChoice chosen = choice();
    const QString text = bulkButtonText(chosen, m_rows);
    m_apply->setText(QString(text).replace(u'&', QStringLiteral("&&")));
    m_apply->setAccessibleName(text);
    m_apply->setEnabled(m_rows > 0 && chosen.isWhole());
}

void BulkDialog::apply() {
    const BulkChoice chosen = choice();
    if (!chosen.isWhole() || !isVisible()) { // Enter in the tag also reaches the button
        return;
    }
    accept();
    Q_EMIT applyRequested(chosen);
}

} // namespace goldpan::ui
