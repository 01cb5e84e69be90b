// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/act_runner.h"

#include "ui/queue/queue_model.h"
#include "ui/state/store_session.h"

namespace goldpan::ui {
namespace {

/// Some tenths of a second of undo, in which drafts and decisions wait.
constexpr std::int64_t kLongAct = 1000;

} // namespace

ActRunner::ActRunner(QueueModel& rows, QObject* parent)
    : QObject(parent)
    , m_rows(rows) {}

void ActRunner::setStore(StoreSession* session) {
    m_session = session;
    m_underWay = 0;
    m_underWayOn.clear();
}

void ActRunner::run(RowId row, std::optional<ReviewState> pending, Act act,
                    std::function<void(const Result<Done>&)> done) {
    if (m_session == nullptr || !row) {
        return;
    }
    ++m_underWay;
    ++m_underWayOn[row];
    if (pending) {
        m_rows.setPending(row, pending);
    }
    m_session->writer.run<Done>(
        Lane::ordered, this,
        [row, act = std::move(act), &backend = m_session->backend(),
         who = m_session->backend().operatorName](StoreWorker::Job& job) -> Result<Done> {
            const auto redactor = job.redactor();
            if (!redactor) {
                return std::unexpected(redactor.error());
            }
            review::ReviewService service(job.store, **redactor, backend.clock, who);
            auto outcome = act(service);
            if (!outcome) {
                return std::unexpected(outcome.error());
            }
            return Done{*outcome, readRowDetail(job.store, row, who).value_or(nullptr)};
        },
        [this, row, done = std::move(done)](Result<Done> result) {
            --m_underWay;
            settle(row);
            if (result && result->detail != nullptr) {
                m_rows.updateRow(result->detail->row);
            }
            done(result);
        });
}

void ActRunner::settle(RowId row) {
    if (--m_underWayOn[row] == 0) {
        m_underWayOn.erase(row);
        m_rows.setPending(row, std::nullopt);
    }
}

void ActRunner::takeBack(bool again, std::function<void(const Result<TakenBack>&)> done) {
    if (m_session == nullptr) {
        return;
    }
    ++m_underWay;
    m_session->writer.run<TakenBack>(
        Lane::ordered, this,
        [again, &backend = m_session->backend(),
         who = m_session->backend().operatorName](StoreWorker::Job& job) -> Result<TakenBack> {
            const auto redactor = job.redactor();
            if (!redactor) {
                return std::unexpected(redactor.error());
            }
            review::ReviewService service(job.store, **redactor, backend.clock, who);
            const auto act = again ? service.nextRedo() : service.nextUndo();
            if (!act) {
                return std::unexpected(act.error());
            }
            if (!act->finished || act->changed > kLongAct) {
                return TakenBack{{}, act->id};
            }
            auto outcome = again ? service.redo(act->id) : service.undo(act->id);
            return outcome ? Result<TakenBack>({*outcome, {}}) : std::unexpected(outcome.error());
        },
        [this, done = std::move(done)](Result<TakenBack> taken) {
            --m_underWay;
            done(taken);
        });
}

} // namespace goldpan::ui
