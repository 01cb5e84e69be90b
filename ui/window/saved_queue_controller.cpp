// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/saved_queue_controller.h"

#include "core/review/saved_queue.h"
#include "core/store/store.h"
#include "ui/commands/command_registry.h"
#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/common/text_bridge.h"
#include "ui/queue/preset_bar.h"
#include "ui/queue/queue_view.h"
#include "ui/queue/saved_queues_dialog.h"
#include "ui/state/queue_session.h"
#include "ui/state/store_session.h"
#include "ui/state/store_watch.h"
#include "ui/window/filter_controller.h"
#include "ui/window/menus.h"
#include "ui/window/panes.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace goldpan::ui {

SavedQueueController::SavedQueueController(QWidget& window, Panes& panes, CommandRegistry& registry,
                                           FilterController& filters, QueueSession& queue, StoreWatch& watch,
                                           QObject* parent)
    : QObject(parent)
    , m_panes(panes)
    , m_filters(filters)
    , m_queue(queue)
    , m_watch(watch)
    , m_dialog(new SavedQueuesDialog(&window)) {
    connectDialog();
    bindCommands(registry);
    const auto takeKeys = [this, &registry] {
        const QHash<QString, QString> keys = firstKeys(registry);
        QStringList ours;
        for (const char* command : kSavedCommands) {
            ours << keys.value(QString::fromLatin1(command));
        }
        m_dialog->setKeys(ours);
    };
    takeKeys();
    connect(&registry, &CommandRegistry::keysChanged, this, takeKeys);
    connect(panes.presets, &PresetBar::savedChosen, this, [this](int index) {
        show(index);
        m_panes.queue->setFocus();
    });
    connect(&watch, &StoreWatch::counted, this,
            [this](const Figures& figures) { take(figures.savedQueues); });
    connect(&watch, &StoreWatch::savedCounted, panes.presets, &PresetBar::setSavedQueues);
}

void SavedQueueController::bindCommands(CommandRegistry& registry) {
    const auto noStore = [this] { return m_session == nullptr ? tr("no store is open") : QString(); };
    for (std::size_t at = 0; at < kSavedCommands.size(); ++at) {
        registry.setHandler(
            QString::fromLatin1(kSavedCommands[at]), [this, at] { show(static_cast<int>(at)); },
            [this, at, noStore] {
                if (m_session == nullptr || at < m_queues.size()) {
                    return noStore();
                }
                return at == 0 ? tr("no queue is saved yet, Queue > Save this queue names one")
                               : tr("only one queue is saved, Queue > Save this queue names another");
            });
    }
    registry.setHandler(
        QStringLiteral("queue.save"),
        [this] {
            m_dialog->setShownQueue(m_queue.filterText(), m_queue.order());
            m_dialog->openForName();
        },
        noStore);
    registry.setHandler(
        QStringLiteral("queue.arrangeSaved"),
        [this] {
            m_dialog->setShownQueue(m_queue.filterText(), m_queue.order());
            m_dialog->openForList();
        },
        noStore);
}

void SavedQueueController::connectDialog() {
    connect(m_dialog, &QDialog::finished, this, &SavedQueueController::dialogClosed);
    connect(m_dialog, &SavedQueuesDialog::saveRequested, this, &SavedQueueController::save);
    connect(m_dialog, &SavedQueuesDialog::removeRequested, this, &SavedQueueController::remove);
    connect(m_dialog, &SavedQueuesDialog::showRequested, this, [this](int index) {
        m_dialog->reject();
        show(index);
    });
    connect(m_dialog, &SavedQueuesDialog::renameRequested, this,
            [this](const QString& from, const QString& to) {
                run([from = toUtf8(from), to = toUtf8(to)](StoreWorker::Job& job) -> Result<QString> {
                    const auto redactor = job.redactor();
                    if (!redactor) {
                        return std::unexpected(redactor.error());
                    }
                    auto renamed = review::renameQueue(job.store.savedQueues(), **redactor, from, to);
                    return renamed ? Result<QString>(tr("Renamed.")) : std::unexpected(renamed.error());
                });
            });
    connect(m_dialog, &SavedQueuesDialog::moveRequested, this, [this](const QString& name, int place) {
        run([name = toUtf8(name), place](StoreWorker::Job& job) -> Result<QString> {
            auto moved = job.store.savedQueues().move(name, static_cast<std::size_t>(std::max(0, place)));
            return moved ? Result<QString>(QString()) : std::unexpected(moved.error());
        });
    });
}

void SavedQueueController::setStore(StoreSession* session) {
    if (m_dialog->isVisible()) { // closing one that is not open would take the activation all the same
        m_dialog->reject();
    }
    m_session = session;
    take({});
}

void SavedQueueController::show(int index) {
    if (index < 0 || index >= static_cast<int>(m_queues.size())) {
        return;
    }
    const store::SavedQueue& queue = m_queues[static_cast<std::size_t>(index)];
    m_filters.setFilter(toQString(queue.filter), queue.order);
}

void SavedQueueController::save(const QString& name) {
    const store::SavedQueue queue{toUtf8(name), toUtf8(m_queue.filterText()), m_queue.order()};
    auto outcome = std::make_shared<review::SavedQueueOutcome>(); // the worker's until its answer is here
    run(
        [queue, outcome](StoreWorker::Job& job) -> Result<QString> {
            const auto redactor = job.redactor();
            if (!redactor) {
                return std::unexpected(redactor.error());
            }
            auto saved = review::saveQueue(job.store.savedQueues(), **redactor, queue);
            if (!saved) {
                return std::unexpected(saved.error());
            }
            *outcome = std::move(*saved);
            const bool redacted = outcome->redacted;
            if (outcome->replaced) {
                return redacted ? tr("Replaced; PII in its name was redacted. The window offers to put the "
                                     "earlier one back.")
                                : tr("Replaced. The window offers to put the earlier one back.");
            }
            return redacted ? tr("Saved; PII in its name was redacted.") : tr("Saved.");
        },
        [this, outcome] {
            if (outcome->replaced) {
                offerBack(tr("The saved queue “%1” was replaced.").arg(toQString(outcome->queue.name)),
                          tr("Put the earlier one back"), *outcome->replaced, outcome->queue, 0);
            }
        });
}

void SavedQueueController::remove(const QString& name) {
    const auto found = std::ranges::find(m_queues, toUtf8(name), &store::SavedQueue::name);
    if (found == m_queues.end()) {
        return;
    }
    const store::SavedQueue& queue = *found;
    const auto place = static_cast<std::size_t>(found - m_queues.begin());
    run(
        [queue](StoreWorker::Job& job) -> Result<QString> {
            auto removed = job.store.savedQueues().remove(queue.name);
            return removed ? Result<QString>(tr("Deleted. The window offers to put it back."))
                           : std::unexpected(removed.error());
        },
        [this, name, queue, place] {
            offerBack(tr("The saved queue “%1” was deleted.").arg(name), tr("Put it back"), queue,
                      std::nullopt, place);
        });
}

void SavedQueueController::offerBack(const QString& text, const QString& action,
                                     const store::SavedQueue& earlier,
                                     const std::optional<store::SavedQueue>& later, std::size_t place) {
    const auto putBack = [this, earlier, later, place] {
        run([earlier, later, place](StoreWorker::Job& job) -> Result<QString> {
            auto put = review::putQueueBack(job.store.savedQueues(), earlier, later, place);
            return put ? Result<QString>(QString()) : std::unexpected(put.error());
        });
        m_panes.queue->setFocus();
    };
    m_panes.notices->post(NoticeBar::Kind::info, text, {{action, putBack}});
}

void SavedQueueController::run(Change change, std::function<void()> then) {
    if (m_session == nullptr) {
        return;
    }
    m_session->writer.run<Done>(
        Lane::ordered, this,
        [change = std::move(change)](StoreWorker::Job& job) -> Result<Done> {
            auto message = change(job);
            if (!message) {
                return std::unexpected(message.error());
            }
            auto queues = job.store.savedQueues().list();
            return queues ? Result<Done>(Done{*message, std::move(*queues)})
                          : std::unexpected(queues.error());
        },
        [this, then = std::move(then)](Result<Done> done) {
            if (done) {
                m_dialog->setMessage(done->message);
                take(done->queues);
                m_watch.setSavedQueues(done->queues);
                if (then) {
                    then();
                }
            } else if (m_dialog->isVisible()) {
                m_dialog->setMessage(errorText(done.error()));
            } else {
                m_panes.notices->post(NoticeBar::Kind::error, errorText(done.error()));
            }
        });
}

void SavedQueueController::take(const std::vector<store::SavedQueue>& queues) {
    m_queues = queues;
    m_dialog->setQueues(queues);
    std::vector<SavedCount> shown;
    shown.reserve(queues.size());
    for (const store::SavedQueue& queue : queues) {
        shown.push_back({queue, std::nullopt});
    }
    m_panes.presets->setSavedQueues(shown);
}

} // namespace goldpan::ui
