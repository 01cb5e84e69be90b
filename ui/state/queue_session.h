// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// QueueSession: the query that is shown and its rows. Runs queries, feeds the model and looks for rows still
// to review. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <limits>
#include <optional>

#include "core/queue/filter_parser.h"
#include "core/queue/queue_query.h"
#include "ui/queue/queue_model.h"

namespace goldpan::ui {

class StoreSession;

class QueueSession final : public QObject {
    Q_OBJECT

public:
    explicit QueueSession(QObject* parent = nullptr);

    void setStore(StoreSession* session);

    [[nodiscard]] QueueModel& model() { return m_model; }
    [[nodiscard]] const QString& filterText() const { return m_filterText; }
    [[nodiscard]] const queue::Filter& filter() const { return m_query.filter; }
    [[nodiscard]] queue::Order order() const { return m_query.order; }
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// The rows of the model are the running query's, not those of the one before.
    [[nodiscard]] bool hasAnswer() const { return !m_fresh; }

    /// Shows the rows of `text`, in another order where one is given, with `keep` as the current one where it
    /// is among them. Where the text does not parse filterRefused() says so and the old rows stay.
    void setFilter(const QString& text, std::optional<queue::Order> order = {}, RowId keep = {});
    void setOrder(queue::Order order);
    /// The same query again, `keep` staying the current row where the result still has it.
    void refresh(RowId keep);
    /// Breaks off the query that runs; what it has found stays.
    void cancel();

    static constexpr int kEndOfQueue = std::numeric_limits<int>::max();
    /// Looks for an unreviewed row from `from` (itself included) in steps of `step`, in `most` rows at most;
    /// `done` gets the row, or -1. A newer search replaces an older one.
    void findUnreviewed(int from, int step, std::function<void(int)> done, int most = kEndOfQueue);

Q_SIGNALS:
    void filterRefused(const QString& text, const goldpan::queue::FilterError& error);
    void started();
    /// The first rows of a new result are in the model; `row` should be the current one (-1: there is none).
    void replaced(int row);
    /// The whole result is there.
    void finished(qint64 milliseconds);
    void cancelled();
    void failed(const goldpan::Error& error);

private:
    void run(RowId keep);
    void takeIds(std::vector<RowId> ids, RowId keep);
    void loadPage(quint64 generation, int page, const std::vector<RowId>& ids);
    void searchStore(int from, int step, std::function<void(int)> done, int most);

    StoreSession* m_session = nullptr;
    QueueModel m_model;
    QString m_filterText;
    queue::QueueQuery m_query;
    bool m_running = false;
    bool m_fresh = false; ///< nothing of the running query has arrived yet
};

} // namespace goldpan::ui
