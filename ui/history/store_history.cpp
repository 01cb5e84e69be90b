// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/store_history.h"

#include "ui/common/visible_delegate.h"
#include "ui/common/visible_text.h"
#include "ui/detail/history_text.h"
#include "ui/queue/row_text.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace goldpan::ui {
namespace {

constexpr std::size_t kNameCharacters = 40;

enum Column {
    Number,
    When,
    Who,
    Rows,
    What,
};

bool isReversal(const Act& act) {
    return act.kind == ActKind::undo || act.kind == ActKind::redo;
}

} // namespace

StoreHistory::StoreHistory(QWidget* parent)
    : QDialog(parent)
    , m_list(new QTreeWidget(this))
    , m_message(new QLabel(this)) {
    setObjectName(QStringLiteral("storeHistory"));
    setWindowTitle(tr("History of the store"));
    setAccessibleName(windowTitle());
    m_list->setObjectName(QStringLiteral("actList"));
    m_list->setItemDelegate(new VisibleDelegate(m_list));
    m_list->setAccessibleName(tr("Acts, newest first"));
    m_list->setHeaderLabels({tr("Act"), tr("When (UTC)"), tr("Who"), tr("Rows"), tr("What")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setTabKeyNavigation(false);
    m_list->header()->setStretchLastSection(true);
    m_message->setObjectName(QStringLiteral("historyMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_list, 1);
    column->addWidget(m_message);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_undo = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_undo->setObjectName(QStringLiteral("historyUndo"));
    m_undo->setDefault(true);
    m_older = buttons->addButton(tr("Show older acts"), QDialogButtonBox::ActionRole);
    m_older->setObjectName(QStringLiteral("historyOlder"));
    m_older->setAccessibleName(m_older->text());
    m_older->setAutoDefault(false);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_undo, &QPushButton::clicked, this, &StoreHistory::requestUndo);
    connect(m_older, &QPushButton::clicked, this, &StoreHistory::olderRequested);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &StoreHistory::refreshButton);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 30);
    setActs({}, false);
}

void StoreHistory::setActs(std::vector<Act> acts, bool more) {
    const bool isFirst = m_acts.empty();
    const ActId before = chosen() == nullptr ? ActId{} : chosen()->id;
    m_list->clear();
    m_acts = std::move(acts);
    QTreeWidgetItem* choice = nullptr;
    for (std::size_t i = 0; i < m_acts.size(); ++i) {
        const Act& act = m_acts[i];
        auto* line = new QTreeWidgetItem(m_list);
        const QString what = actText(act);
        line->setText(Number, QString::number(act.id.value));
        line->setText(When, actTime(act));
        line->setText(Who, visibleLine(act.operatorName, kNameCharacters));
        line->setText(Rows, act.finished ? countText(act.changed) : QStringLiteral("…"));
        line->setTextAlignment(Rows, Qt::AlignRight | Qt::AlignVCenter);
        line->setText(What, what);
        line->setToolTip(What, plainToolTip(what));
        if (isFirst ? i == 0 : act.id == before) {
            choice = line;
        }
    }
    for (const Column column : {Number, When, Who, Rows}) {
        m_list->resizeColumnToContents(column);
    }
    m_list->setCurrentItem(choice);
    m_older->setEnabled(more);
    refreshButton();
}

void StoreHistory::setMessage(const QString& text) {
    m_message->setText(text);
    m_message->setAccessibleName(text);
}

void StoreHistory::setBusy(bool busy) {
    m_busy = busy;
    refreshButton();
}

const Act* StoreHistory::chosen() const {
    // Not the current item: a list that gets the focus makes its first one current by itself.
    const QList<QTreeWidgetItem*> selected = m_list->selectedItems();
    const int at = selected.isEmpty() ? -1 : m_list->indexOfTopLevelItem(selected.front());
    return at < 0 || static_cast<std::size_t>(at) >= m_acts.size() ? nullptr
                                                                   : &m_acts[static_cast<std::size_t>(at)];
}

void StoreHistory::refreshButton() {
    const Act* act = chosen();
    const QString text = act != nullptr && act->undone ? tr("Do this act again") : tr("Undo this act");
    m_undo->setText(text);
    m_undo->setAccessibleName(text);
    m_undo->setEnabled(act != nullptr && !isReversal(*act) && !m_busy);
    m_undo->setToolTip(act != nullptr && isReversal(*act)
                           ? tr("Choose act %1 itself to undo it or to do it again.").arg(act->target.value)
                           : QString());
}

void StoreHistory::requestUndo() {
    if (const Act* act = chosen(); act != nullptr && m_undo->isEnabled()) {
        Q_EMIT undoRequested(act->id, act->undone);
    }
}

} // namespace goldpan::ui
