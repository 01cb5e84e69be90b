// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/readiness/fact_table.h"

#include "ui/common/visible_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace goldpan::ui {
namespace {

constexpr int kMostRows = 7;      ///< then it scrolls
constexpr int kWidestColumn = 32; ///< characters

} // namespace

FactTable::FactTable(QAbstractItemModel& model, QWidget* parent)
    : QTableView(parent) {
    setModel(&model);
    setItemDelegate(new VisibleDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    connect(this, &QTableView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT chosen(index.row()); });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &FactTable::rememberPlace);
    connect(&model, &QAbstractItemModel::modelReset, this, &FactTable::findPlace);
    fitToRows();
}

void FactTable::rememberPlace() {
    m_row = std::max(0, currentIndex().row());
    m_key = currentIndex().data(KeyRole);
    m_scrolledDown = verticalScrollBar()->value();
    m_scrolledRight = horizontalScrollBar()->value();
}

void FactTable::findPlace() {
    fitToRows();
    const int rows = model()->rowCount();
    if (rows == 0) {
        return;
    }
    int row = std::min(m_row, rows - 1); // where the line has gone
    for (int at = 0; m_key.isValid() && at < rows; ++at) {
        if (model()->index(at, 0).data(KeyRole) == m_key) {
            row = at;
            break;
        }
    }
    setCurrentIndex(model()->index(row, 0));
    executeDelayedItemsLayout(); // before it the scroll bars have no room
    verticalScrollBar()->setValue(m_scrolledDown);
    horizontalScrollBar()->setValue(m_scrolledRight);
}

void FactTable::fitToRows() {
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    resizeColumnsToContents();
    const int widest = fontMetrics().averageCharWidth() * kWidestColumn;
    for (int column = 0; column + 1 < model()->columnCount(); ++column) {
        setColumnWidth(column, std::min(columnWidth(column), widest));
    }
    updateGeometry();
}

QSize FactTable::sizeHint() const {
    const int rows = std::clamp(model()->rowCount(), 1, kMostRows);
    const int frame = 2 * frameWidth() + 2;
    return {fontMetrics().averageCharWidth() * 60,
            horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + frame};
}

QSize FactTable::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 30, sizeHint().height()};
}

void FactTable::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid() && !event->isAutoRepeat()) {
            Q_EMIT chosen(currentIndex().row());
        }
        return;
    }
    QTableView::keyPressEvent(event);
}

void FactTable::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitToRows();
    }
}

} // namespace goldpan::ui
