// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// FilterController: the filter bar, the presets, the drift windows and the sorting: everything that decides
// which rows are shown. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <optional>

#include "core/base/ids.h"
#include "core/queue/filter_parser.h"
#include "core/queue/queue_query.h"

namespace goldpan::ui {

class CommandRegistry;
class QueueSession;
class StoreRules;
class StoreSession;
struct Panes;

class FilterController final : public QObject {
    Q_OBJECT

public:
    FilterController(Panes& panes, CommandRegistry& registry, QueueSession& queue, const StoreRules& rules,
                     QObject* parent);

    void setStore(StoreSession* session);
    /// Shows the rows of `text`, in the order that the queue is in or in `order`, from `keep` where that is
    /// one of them; a mistake is selected in the bar, explained, and changes nothing.
    void setFilter(const QString& text, std::optional<queue::Order> order = {}, RowId keep = {});

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void bindCommands(CommandRegistry& registry);
    void applyTyped();
    void refuseFilter(const QString& text, const queue::FilterError& error);
    /// While one types: the mistake is marked and named beside the bar, and nothing else happens.
    void checkTyped();
    void showMistake(const QString& text, const std::optional<queue::FilterError>& error);
    void dismissFilterNotice();
    /// That the filter is kept nowhere, where it holds what the rules, as they are now, call PII.
    void tellWhetherKept();
    void stepDrift(int step);
    void focusQueue();

    Panes& m_panes;
    QueueSession& m_queue;
    const StoreRules& m_rules;
    StoreSession* m_session = nullptr;
    QTimer m_typed;
    QString m_filterNotice; ///< about a mistake, or PII, that may be gone by now
};

} // namespace goldpan::ui
