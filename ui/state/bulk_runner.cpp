// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/bulk_runner.h"

#include "ui/state/store_session.h"

#include <utility>

namespace goldpan::ui {
namespace {

constexpr qint64 kProgressEveryMs = 100;

/// Written by the worker, read when its answer is here.
struct Seen {
    std::int64_t reached = 0;
    std::int64_t total = 0;
    bool isNewest = true;
};

bool isNewest(review::ReviewService& service, const Result<review::ActOutcome>& outcome) {
    const auto next = service.nextUndo();
    // Only an act over many rows, stopped between its chunks, is without an end.
    return !next || (outcome ? !outcome->act || next->id == *outcome->act : !next->finished);
}

} // namespace

BulkRunner::BulkRunner(QObject* parent)
    : QObject(parent) {}

void BulkRunner::setStore(StoreSession* session) {
    cancel();
    m_stop.reset();
    m_session = session;
}

void BulkRunner::run(RowIds rows, Act act, std::function<void(const Done&)> done) {
    if (m_session == nullptr || isRunning()) {
        return;
    }
    m_clock.start();
    auto seen = std::make_shared<Seen>();
    seen->total = std::ssize(*rows);
    m_stop = m_session->jobs.run<review::ActOutcome>(
        Lane::ordered, this,
        [this, rows = std::move(rows), act = std::move(act), seen, &backend = m_session->backend(),
         who = m_session->backend().operatorName](StoreWorker::Job& job) -> Result<review::ActOutcome> {
            const auto redactor = job.redactor();
            if (!redactor) {
                return std::unexpected(redactor.error());
            }
            review::ReviewService service(job.store, **redactor, backend.clock, who);
            QElapsedTimer last;
            const ProgressFn progress = [&](const Progress& now) {
                seen->reached = now.done;
                seen->total = now.total;
                if (!last.isValid() || last.elapsed() >= kProgressEveryMs) {
                    last.start();
                    job.post([this, now] {
                        if (isRunning()) {
                            Q_EMIT progressed(now, m_clock.elapsed());
                        }
                    });
                }
            };
            auto outcome = act(service, *rows, progress, job.stop);
            seen->isNewest = isNewest(service, outcome);
            return outcome;
        },
        [this, seen, done = std::move(done)](Result<review::ActOutcome> outcome) {
            m_stop.reset();
            done({std::move(outcome), seen->reached, seen->total, seen->isNewest});
        });
}

void BulkRunner::cancel() {
    if (m_stop) {
        m_stop->request_stop(); // between its chunks: what is done is done
    }
}

} // namespace goldpan::ui
