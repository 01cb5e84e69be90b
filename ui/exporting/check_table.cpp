// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exporting/check_table.h"

#include "ui/common/text_bridge.h"
#include "ui/common/theme.h"
#include "ui/common/visible_delegate.h"
#include "ui/exporting/check_text.h"
#include "ui/queue/row_text.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace goldpan::ui {
namespace {

enum Column {
    Check,
    Rows,
    LeftOut,
};

std::string reasonOf(const QTreeWidgetItem& item) {
    return toUtf8(item.data(Check, Qt::UserRole).toString());
}

std::int64_t rowsOf(const exporting::ExportReport& report, const std::string& reason) {
    std::int64_t rows = 0;
    for (const auto* counts : {&report.excluded, &report.warned}) {
        if (const auto found = counts->find(reason); found != counts->end()) {
            rows += found->second;
        }
    }
    return rows;
}

} // namespace

CheckTable::CheckTable(QWidget* parent)
    : QTreeWidget(parent) {
    setHeaderLabels({tr("Check"), tr("Rows"), tr("Left out")});
    headerItem()->setTextAlignment(Rows, Qt::AlignRight | Qt::AlignVCenter);
    setItemDelegate(new VisibleDelegate(this));
    viewport()->setBackgroundRole(QPalette::Window); // Base is the ground of the boxes, as in a CheckList
    setMinimumWidth(fontMetrics().averageCharWidth() * 48); // names of checks are read whole
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTabKeyNavigation(false);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(Check, QHeaderView::Stretch);
    header()->setSectionResizeMode(Rows, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(LeftOut, QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::itemChanged, this, &CheckTable::takeTick);
    setFormat(m_format);
}

void CheckTable::setFormat(exporting::Format format) {
    if (topLevelItemCount() > 0 && format == m_format) {
        return;
    }
    const std::string before = currentReason();
    m_format = format;
    m_report.reset();
    clear();
    for (const std::string& reason : checksOf(format)) {
        addCheck(reason);
    }
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (i == 0 || reasonOf(*topLevelItem(i)) == before) {
            setCurrentItem(topLevelItem(i));
        }
    }
    showFigures();
}

void CheckTable::addCheck(const std::string& reason) {
    const QScopedValueRollback filling(m_filling, true);
    auto* item = new QTreeWidgetItem(this, {checkName(reason)});
    item->setData(Check, Qt::UserRole, toQString(reason));
    item->setTextAlignment(Rows, Qt::AlignRight | Qt::AlignVCenter);
    if (isChoice(reason, m_format)) {
        const bool out = std::ranges::find(m_exclude, reason) != m_exclude.end();
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(LeftOut, out ? Qt::Checked : Qt::Unchecked);
    } else {
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    }
}

void CheckTable::setReport(const exporting::ExportReport& report) {
    m_report = report;
    m_stale = false;
    for (const auto* counts : {&report.excluded, &report.warned}) {
        for (const auto& [reason, rows] : *counts) { // one that this window has no name for
            bool known = false;
            for (int i = 0; i < topLevelItemCount() && !known; ++i) {
                known = reasonOf(*topLevelItem(i)) == reason;
            }
            if (!known && rows > 0) {
                addCheck(reason);
            }
        }
    }
    showFigures();
}

void CheckTable::setStale() {
    m_stale = true;
    showFigures();
}

void CheckTable::setExclude(std::vector<std::string> reasons) {
    m_exclude = std::move(reasons);
    showFigures();
}

std::string CheckTable::currentReason() const {
    return currentItem() != nullptr ? reasonOf(*currentItem()) : std::string();
}

void CheckTable::showFigures() {
    const QScopedValueRollback filling(m_filling, true);
    QPalette ground = palette();
    ground.setColor(QPalette::Base, ground.color(QPalette::Window)); // its own Base is the boxes'
    const QColor faint = toneColor(Tone::muted, ground);
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem& item = *topLevelItem(i);
        const std::string reason = reasonOf(item);
        const std::int64_t rows = m_report ? rowsOf(*m_report, reason) : 0;
        const QString count = m_report ? countText(rows) : QStringLiteral("–");
        item.setText(Rows, count);
        QString effect = tr("always");
        if (isChoice(reason, m_format)) {
            const bool out = std::ranges::find(m_exclude, reason) != m_exclude.end();
            item.setCheckState(LeftOut, out ? Qt::Checked : Qt::Unchecked);
            const bool byPolicy = m_report && m_report->excluded.contains(reason);
            effect = out ? tr("yes") : byPolicy ? tr("by the policy") : tr("only warned of");
        }
        item.setText(LeftOut, effect);
        QFont font = this->font();
        font.setBold(rows > 0 && !m_stale);
        item.setFont(Rows, font);
        for (const int column : {Check, Rows, LeftOut}) {
            item.setForeground(column, m_stale || rows == 0 ? QBrush(faint) : QBrush());
        }
        item.setData(
            Check, Qt::AccessibleTextRole,
            tr("%1: %2 row(s), left out: %3", nullptr, pluralOf(rows)).arg(item.text(Check), count, effect));
    }
}

void CheckTable::takeTick(QTreeWidgetItem* item) {
    if (m_filling) {
        return;
    }
    const std::string reason = reasonOf(*item);
    std::erase(m_exclude, reason);
    if (item->checkState(LeftOut) == Qt::Checked) {
        m_exclude.push_back(reason);
    }
    showFigures();
    Q_EMIT excludeChanged();
}

QSize CheckTable::sizeHint() const {
    // As high as its rows, so that none hides while there is room.
    const int row = topLevelItemCount() > 0 ? sizeHintForRow(0) : fontMetrics().height();
    const int rows = static_cast<int>(checksOf(exporting::Format::sft).size());
    return {QTreeWidget::sizeHint().width(),
            header()->sizeHint().height() + row * rows + 2 * frameWidth() + fontMetrics().height() / 4};
}

void CheckTable::keyPressEvent(QKeyEvent* event) {
    QTreeWidgetItem* item = currentItem();
    if (event->key() == Qt::Key_Space && item != nullptr && (item->flags() & Qt::ItemIsUserCheckable)) {
        item->setCheckState(LeftOut, item->checkState(LeftOut) == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

void CheckTable::changeEvent(QEvent* event) {
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        showFigures();
    }
}

} // namespace goldpan::ui
