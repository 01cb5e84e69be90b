// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// QueueModel: the rows of one query as a table. Holds the ordered ids of all of them and the pages that are
// looked at; asks for a page by signal and never waits for it. Owned by the window; GUI thread.
#pragma once

#include <QAbstractTableModel>
#include <QTimer>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/ids.h"
#include "core/queue/queue_row.h"
#include "ui/queue/page_cache.h"

namespace goldpan::ui {

class QueueModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        StateColumn,
        TimeColumn,
        LogprobColumn,
        TagsColumn,
        PromptColumn,
        ModelColumn,
        LatencyColumn,
    };
    static constexpr int kColumns = LatencyColumn + 1;
    static constexpr int kPageRows = 200;
    /// After what is aligned to the right, so that it does not stand against the next column: an en space.
    static constexpr QChar kRightGap{0x2002};

    enum Role {
        StateRole = Qt::UserRole, ///< int of ReviewState; invalid while the row is not loaded
        SavingRole,               ///< bool: a decision about this row is on its way to the store
        DraftRole,                ///< bool: somebody has a draft here
        SuggestionRole,           ///< bool: a stronger model has an answer for it
        LowConfidenceRole,        ///< bool
    };

    explicit QueueModel(QObject* parent = nullptr);

    // The result of a query. A new result replaces all rows; more of it is appended.
    void setIds(std::vector<RowId> ids);
    void appendIds(const std::vector<RowId>& ids);
    [[nodiscard]] const std::vector<RowId>& ids() const { return m_ids; }

    [[nodiscard]] RowId idAt(int row) const;
    /// -1 where the result has it not. A scan, but of a row that is on the screen or was lately.
    [[nodiscard]] int rowOf(RowId id) const;
    /// What is known of a row now; nullptr where its page is not held.
    [[nodiscard]] const queue::QueueRow* rowAt(int row);

    // What the store knows of rows.
    /// The answer to pageWanted(); dropped when the result was replaced meanwhile.
    void takePage(quint64 generation, int page, std::vector<queue::QueueRow> rows);
    void failPage(quint64 generation, int page);
    /// A fresh row; shown where its page is held.
    void updateRow(const queue::QueueRow& row);
    /// Rows may have changed in the store: what is shown is read again, quietly.
    void refreshRows();

    /// The decision that an operator took, shown before the store has it; none takes that back.
    void setPending(RowId id, std::optional<ReviewState> state);
    [[nodiscard]] std::optional<ReviewState> pending(RowId id) const;
    /// The state of a row as the operator sees it, none where it is not loaded.
    [[nodiscard]] std::optional<ReviewState> shownState(int row);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// One at a time, the range asked for last first.
    void pageWanted(quint64 generation, int page, const std::vector<goldpan::RowId>& ids);

private:
    void want(int page) const;
    void noteLook(int page) const;
    void askNext();
    /// Only where its page is held.
    [[nodiscard]] int heldRowOf(RowId id) const;
    /// From the first to behind the last row of a page that `fresh` has differently; the other way round
    /// where it has none so.
    [[nodiscard]] std::pair<int, int> changedIn(int page, const PageCache::Page& fresh) const;
    [[nodiscard]] QVariant loadedData(const queue::QueueRow& row, int column, int role) const;

    std::vector<RowId> m_ids;
    quint64 m_generation = 0;
    std::unordered_map<RowId, ReviewState> m_pending;
    // data() is const and asks for pages: what it touches is mutable.
    mutable PageCache m_cache;
    mutable std::vector<int> m_wanted;   ///< newest last
    mutable std::vector<int> m_lookedAt; ///< newest last; more than fit on a screen
    mutable QTimer m_ask;
    int m_asked = -1; ///< the page on its way
};

} // namespace goldpan::ui
