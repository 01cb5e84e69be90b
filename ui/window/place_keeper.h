// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PlaceKeeper: remembers of each store where its operator was, its filter, order and row, and goes back there
// when it is opened. Owned by the window; GUI thread, but what is remembered on the way is written by
// another: settings are synced to the disk, which beside an import takes as long as some rows.
#pragma once

#include "ui/async/compute_worker.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <optional>

namespace goldpan::ui {

namespace settings {
struct StorePlace;
}
class FilterController;
class QueueSession;
class ReviewSession;
class StoreRules;
class StoreSession;

class PlaceKeeper final : public QObject {
    Q_OBJECT

public:
    PlaceKeeper(FilterController& filters, QueueSession& queue, ReviewSession& review,
                const StoreRules& rules, QObject* parent);

    /// Before the store goes.
    void leave();
    /// Shows the rows of `filter` where one is given, else those that were shown last.
    void enter(StoreSession& session, const QString& filter);

private:
    [[nodiscard]] std::optional<settings::StorePlace> place() const;
    void saveBeside();

    FilterController& m_filters;
    QueueSession& m_queue;
    ReviewSession& m_review;
    const StoreRules& m_rules;
    StoreSession* m_session = nullptr;
    QTimer m_later;
    std::optional<ComputeWorker> m_writer; ///< while there is a store
};

} // namespace goldpan::ui
