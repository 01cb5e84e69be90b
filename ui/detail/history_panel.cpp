// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/history_panel.h"

#include "ui/common/text_bridge.h"
#include "ui/common/visible_delegate.h"
#include "ui/common/visible_text.h"
#include "ui/detail/history_text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace goldpan::ui {
namespace {

enum Column {
    When,
    Who,
    What,
    Changes,
};

} // namespace

HistoryPanel::HistoryPanel(QWidget* parent)
    : QWidget(parent)
    , m_list(new QTreeWidget(this))
    , m_empty(new QLabel(tr("Nothing has happened to this row yet."), this)) {
    setObjectName(QStringLiteral("historyPanel"));
    setAccessibleName(tr("History"));
    m_list->setObjectName(QStringLiteral("historyList"));
    m_list->setItemDelegate(new VisibleDelegate(m_list));
    m_list->setAccessibleName(tr("History"));
    m_list->setHeaderLabels({tr("When (UTC)"), tr("Who"), tr("What"), tr("Change")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setTabKeyNavigation(false);
    m_list->setTextElideMode(Qt::ElideRight);
    m_empty->setObjectName(QStringLiteral("historyEmpty"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    setFocusProxy(m_list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(fontMetrics().height() / 6);
    column->addWidget(new QLabel(tr("History"), this));
    column->addWidget(m_list);
    (new QVBoxLayout(m_list->viewport()))->addWidget(m_empty);
    setHistory({});
}

void HistoryPanel::setHistory(const std::vector<HistoryItem>& items) {
    m_list->clear();
    for (const HistoryItem& item : items) {
        auto* line = new QTreeWidgetItem(m_list);
        const QString what = actText(item.act);
        const QString changes = changesText(item.changes, ChangeLength::line);
        line->setText(When, actTime(item.act));
        line->setText(Who, visibleLine(item.act.operatorName, 40));
        line->setText(What, what);
        line->setText(Changes, changes);
        line->setToolTip(What, plainToolTip(what));
        line->setToolTip(Changes, plainToolTip(changesText(item.changes, ChangeLength::full)));
    }
    for (const Column column : {When, Who, What}) {
        m_list->resizeColumnToContents(column);
    }
    m_empty->setVisible(items.empty());
    m_list->header()->setStretchLastSection(true);
    if (!items.empty()) {
        m_list->setCurrentItem(m_list->topLevelItem(0));
    }
}

bool HistoryPanel::event(QEvent* event) {
    const bool press = event->type() == QEvent::KeyPress;
    if (press || event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            key->accept();
            if (press) {
                Q_EMIT closed();
            }
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace goldpan::ui
