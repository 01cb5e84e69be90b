// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/history_controller.h"

#include "core/store/entry_reader.h"
#include "ui/bulk/bulk_choice.h"
#include "ui/commands/command_registry.h"
#include "ui/common/error_text.h"
#include "ui/history/store_history.h"
#include "ui/state/review_session.h"
#include "ui/state/store_session.h"
#include "ui/state/store_watch.h"
#include "ui/window/bulk_controller.h"

#include <utility>

namespace goldpan::ui {
namespace {

constexpr std::int64_t kActsAtFirst = 200;
constexpr std::int64_t kMoreActs = 1000;

} // namespace

HistoryController::HistoryController(QWidget& window, CommandRegistry& registry, ReviewSession& review,
                                     StoreWatch& watch, BulkController& bulk, QObject* parent)
    : QObject(parent)
    , m_bulk(bulk)
    , m_dialog(new StoreHistory(&window)) {
    registry.setHandler(
        QStringLiteral("history.store"), [this] { open(); },
        [this] { return m_session == nullptr ? tr("no store is open") : QString(); });
    connect(m_dialog, &StoreHistory::undoRequested, this, &HistoryController::undo);
    connect(m_dialog, &StoreHistory::olderRequested, this, [this] {
        m_limit += kMoreActs;
        read();
    });
    connect(m_dialog, &QDialog::finished, this, &HistoryController::dialogClosed);
    connect(&review, &ReviewSession::actDone, this, &HistoryController::read);
    connect(&watch, &StoreWatch::changed, this, [this] { read(); });
}

void HistoryController::setStore(StoreSession* session) {
    m_dialog->reject();
    m_dialog->setBusy(false);
    m_dialog->setActs({}, false); // an act of this number in another store is another act
    m_session = session;
}

void HistoryController::open() {
    m_limit = kActsAtFirst;
    m_dialog->setMessage(
        tr("Enter undoes the chosen act, also a drift event or feedback. An act that a later "
           "one has built on is refused."));
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    read();
}

void HistoryController::read() {
    if (m_session == nullptr || !m_dialog->isVisible()) {
        return;
    }
    m_session->counter.run<std::vector<HistoryItem>>(
        Lane::search, this,
        [limit = m_limit](StoreWorker::Job& job) {
            return job.store.entries().history(std::nullopt, limit + 1);
        },
        [this, limit = m_limit](const Result<std::vector<HistoryItem>>& items) {
            if (!items) {
                m_dialog->setMessage(errorText(items.error()));
                return;
            }
            std::vector<Act> acts;
            for (const HistoryItem& item : *items) {
                acts.push_back(item.act);
            }
            const bool more = std::ssize(acts) > limit;
            if (more) {
                acts.pop_back();
            }
            m_dialog->setActs(std::move(acts), more);
        });
}

void HistoryController::undo(ActId act, bool again) {
    if (const QString reason = m_bulk.whyNotStart(); !reason.isEmpty()) {
        m_dialog->setMessage(tr("Not now: %1.").arg(reason));
        return;
    }
    m_dialog->setBusy(true);
    m_dialog->setMessage(again ? tr("Doing act %1 again").arg(act.value)
                               : tr("Undoing act %1").arg(act.value));
    // Acts may be long: beside the review, with progress and Cancel, as they were done.
    m_bulk.takeBack(act, again, [this, act, again](const Result<review::UndoOutcome>& undone) {
        m_dialog->setBusy(false);
        if (!undone) {
            m_dialog->setMessage(errorText(undone.error()));
            return;
        }
        const QString rows = rowsText(undone->outcome.changed);
        m_dialog->setMessage(again ? tr("Act %1 is done again: %2 changed.").arg(act.value).arg(rows)
                                   : tr("Act %1 is undone: %2 changed.").arg(act.value).arg(rows));
    });
}

} // namespace goldpan::ui
