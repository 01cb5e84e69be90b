// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SavedQueueController: the queues that people named: shown by a key or a button, kept in a dialog, written
// by the writer. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include "core/store/saved_queues.h"
#include "ui/async/store_worker.h"

class QWidget;

namespace goldpan::ui {

class CommandRegistry;
class FilterController;
class QueueSession;
class SavedQueuesDialog;
class StoreSession;
class StoreWatch;
struct Panes;

class SavedQueueController final : public QObject {
    Q_OBJECT

public:
    SavedQueueController(QWidget& window, Panes& panes, CommandRegistry& registry, FilterController& filters,
                         QueueSession& queue, StoreWatch& watch, QObject* parent);

    void setStore(StoreSession* session);

Q_SIGNALS:
    void dialogClosed();

private:
    /// What a job did, and what it leaves.
    struct Done {
        QString message;
        std::vector<store::SavedQueue> queues;
    };
    using Change = std::function<Result<QString>(StoreWorker::Job&)>;

    void bindCommands(CommandRegistry& registry);
    void connectDialog();
    void show(int index);
    void save(const QString& name);
    void remove(const QString& name);
    /// Offers to bring `earlier` back in the place of `later`, or where it was, if it was deleted.
    void offerBack(const QString& text, const QString& action, const store::SavedQueue& earlier,
                   const std::optional<store::SavedQueue>& later, std::size_t place);
    /// Makes the change in the writer and shows the list as it is then.
    void run(Change change, std::function<void()> then = {});
    void take(const std::vector<store::SavedQueue>& queues);

    Panes& m_panes;
    FilterController& m_filters;
    QueueSession& m_queue;
    StoreWatch& m_watch;
    SavedQueuesDialog* m_dialog;
    StoreSession* m_session = nullptr;
    std::vector<store::SavedQueue> m_queues;
};

} // namespace goldpan::ui
