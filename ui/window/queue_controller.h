// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// QueueController: connects the queue, the presets and the filter bar with the query, and moves through the
// rows. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <functional>

#include "core/base/ids.h"

namespace goldpan::ui {

class CommandRegistry;
class FilterController;
class KeyDispatcher;
class QueueSession;
class ReviewSession;
class StoreSession;
class StoreWatch;
struct Figures;
struct Panes;

class QueueController final : public QObject {
    Q_OBJECT

public:
    QueueController(Panes& panes, CommandRegistry& registry, KeyDispatcher& keys, FilterController& filters,
                    QueueSession& queue, ReviewSession& review, StoreWatch& watch, QObject* parent);

    void setStore(StoreSession* session);
    void focusQueue();
    /// Rows came, and none are shown: looks for them now, or once the query that runs is over.
    void refreshIfEmpty();

    /// The next unreviewed row below (or above); says so where there is none and tells `atEnd`.
    void goToUnreviewed(int step, std::function<void()> atEnd = {});
    /// Something else was asked since: the search that runs does not say any more that it came to the end.
    void hushSearch() { m_tellsEnd = false; }
    /// The row becomes current, and no search moves on from it: in this result, in a fresh one, or alone.
    void goTo(RowId row);

Q_SIGNALS:
    /// Somebody asked for that row, so it is to be on the screen.
    void rowWanted();

private:
    void bindCommands(CommandRegistry& registry);
    void move(int step);
    void takeReplaced(int row);
    void showCurrent(int row);
    void updateHold();
    void updateInfo();
    void updateEmptyState();
    void pageText(bool down);
    void prefetchAround(int row);
    void showAlone(RowId row);

    Panes& m_panes;
    const CommandRegistry& m_registry; ///< for the names of keys
    KeyDispatcher& m_keys;
    FilterController& m_filters;
    QueueSession& m_queue;
    ReviewSession& m_review;
    StoreWatch& m_watch;
    StoreSession* m_session = nullptr;
    bool m_searching = false;
    bool m_tellsEnd = false; ///< where the search finds nothing, it says so
    quint64 m_search = 0;    ///< number of the newest one
    qint64 m_took = -1;      ///< milliseconds of the last query
    bool m_stopped = false;  ///< the last query was broken off
    bool m_again = false;    ///< the query that runs may have missed rows that came meanwhile
    qint64 m_newRows = 0;
    QString m_wayBack; ///< the offer to go back to the queue before
    QString m_alone;   ///< the filter that shows the row that is not in it
    QString m_before;  ///< the filter of the queue before
    RowId m_goTo;      ///< to be current when the fresh result is there
};

} // namespace goldpan::ui
