// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queue_view.h"

#include "ui/common/empty_state.h"
#include "ui/queue/queue_delegate.h"
#include "ui/queue/queue_model.h"

#include <QHeaderView>
#include <QMenu>
#include <QWheelEvent>
#include <array>
#include <optional>

namespace goldpan::ui {
namespace {

std::optional<queue::OrderKey> orderOf(int column) {
    switch (column) {
    case QueueModel::StateColumn:
        return queue::OrderKey::log; // as the log has them: the way back from any other order
    case QueueModel::TimeColumn:
        return queue::OrderKey::ts;
    case QueueModel::LogprobColumn:
        return queue::OrderKey::logprob;
    case QueueModel::LatencyColumn:
        return queue::OrderKey::latency;
    default:
        return std::nullopt;
    }
}

int columnOf(queue::OrderKey key) {
    switch (key) {
    case queue::OrderKey::log:
        return QueueModel::StateColumn;
    case queue::OrderKey::ts:
        return QueueModel::TimeColumn;
    case queue::OrderKey::logprob:
        return QueueModel::LogprobColumn;
    case queue::OrderKey::latency:
        return QueueModel::LatencyColumn;
    }
    return QueueModel::TimeColumn;
}

} // namespace

QueueView::QueueView(QueueModel& model, QWidget* parent)
    : QTableView(parent)
    , m_empty(new EmptyState(viewport())) {
    setObjectName(QStringLiteral("queueView"));
    setAccessibleName(tr("Queue"));
    setModel(&model);
    setItemDelegate(new QueueDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSectionsClickable(true);
    // Stretching the last section would keep it 100 pixels wide where there is less room.
    horizontalHeader()->setSectionResizeMode(QueueModel::PromptColumn, QHeaderView::Stretch);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &QueueView::sortBy);
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &QueueView::openColumnMenu);
    setColumnHidden(QueueModel::ModelColumn, true);
    setColumnHidden(QueueModel::LatencyColumn, true);
    showOrder({});
    fitToFont();

    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&model, &QueueModel::modelReset, this, &QueueView::updateEmptyState);
    connect(&model, &QueueModel::rowsInserted, this, &QueueView::updateEmptyState);
    updateEmptyState();
}

void QueueView::setCurrentRow(int row) {
    const QModelIndex index = model()->index(row, QueueModel::StateColumn);
    setCurrentIndex(index);
    scrollTo(index);
}

void QueueView::showOrder(queue::Order order) {
    m_order = order;
    horizontalHeader()->setSortIndicator(columnOf(order.key),
                                         order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void QueueView::sortBy(int column) {
    const auto key = orderOf(column);
    if (!key) {
        showOrder(m_order); // the header has moved its arrow already
        return;
    }
    showOrder({*key, m_order.key == *key && !m_order.descending});
    Q_EMIT orderRequested(m_order);
}

void QueueView::openColumnMenu(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = QueueModel::TimeColumn; column < QueueModel::kColumns; ++column) {
        QAction* action = menu->addAction(
            model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().trimmed());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

void QueueView::fitToFont() {
    const QFontMetrics metrics(font());
    const int padding = metrics.height() / 2;
    verticalHeader()->setDefaultSectionSize(metrics.height() + padding);
    verticalHeader()->setMinimumSectionSize(metrics.height());
    horizontalHeader()->setMinimumSectionSize(metrics.height() + padding);
    const auto fit = [&](QueueModel::Column column, const QString& sample) {
        setColumnWidth(column, metrics.horizontalAdvance(sample) + 2 * padding);
    };
    setColumnWidth(QueueModel::StateColumn, QueueDelegate::stateWidth(font()));
    fit(QueueModel::TimeColumn, QStringLiteral("2026-06-12 09:14:03 "));
    fit(QueueModel::LogprobColumn, QStringLiteral("▼ -10.00 "));
    fit(QueueModel::TagsColumn, QStringLiteral("operator_review "));
    fit(QueueModel::ModelColumn, QStringLiteral("a-model-name-v10"));
    fit(QueueModel::LatencyColumn, QStringLiteral("100,000 ms"));
}

void QueueView::updateEmptyState() {
    m_empty->setVisible(model()->rowCount() == 0);
    m_empty->setGeometry(viewport()->rect());
}

void QueueView::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight,
                            const QList<int>& roles) {
    if (topLeft.row() != bottomRight.row()) {
        QTableView::dataChanged(topLeft, bottomRight, roles);
        return;
    }
    // Cell by cell: where it is told of more than one, Qt paints all rows that are seen, at each decision.
    for (int column = topLeft.column(); column <= bottomRight.column(); ++column) {
        const QModelIndex cell = topLeft.siblingAtColumn(column);
        QTableView::dataChanged(cell, cell, roles);
    }
}

QModelIndex QueueView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    // A row is one thing here: Home and End mean the queue, not the columns of the row.
    if ((action == MoveHome || action == MoveEnd) && model()->rowCount() > 0) {
        return model()->index(action == MoveHome ? 0 : model()->rowCount() - 1, QueueModel::StateColumn);
    }
    return QTableView::moveCursor(action, modifiers);
}

void QueueView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitToFont();
    }
}

void QueueView::resizeEvent(QResizeEvent* event) {
    const QRect row = visualRect(currentIndex());
    const bool wasSeen = row.isValid() && row.top() >= 0 && row.bottom() < event->oldSize().height();
    QTableView::resizeEvent(event);
    if (wasSeen) {
        scrollTo(currentIndex()); // a notice came up below, and keys would decide a row that nobody sees
    }
    m_empty->setGeometry(viewport()->rect());
}

void QueueView::wheelEvent(QWheelEvent* event) {
    if ((event->modifiers() & Qt::ControlModifier) != 0) {
        event->ignore(); // the window zooms
        return;
    }
    QTableView::wheelEvent(event);
}

} // namespace goldpan::ui
