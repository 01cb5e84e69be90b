// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/hit_controller.h"

#include "ui/detail/response_view.h"
#include "ui/detail/transcript_view.h"
#include "ui/state/queue_session.h"
#include "ui/state/store_session.h"
#include "ui/window/panes.h"

namespace goldpan::ui {

HitController::HitController(Panes& panes, QueueSession& queue, QObject* parent)
    : QObject(parent)
    , m_panes(panes)
    , m_queue(queue)
    , m_wanted(std::make_shared<const queue::TextHits>(queue::Filter{})) {
    connect(&queue, &QueueSession::started, this, &HitController::takeFilter);
    connect(panes.prompt, &ReadOnlyText::rendered, this,
            [this] { find(*m_panes.prompt, queue::TextField::prompt, Lane::promptHits); });
    connect(panes.response, &ReadOnlyText::rendered, this,
            [this] { find(*m_panes.response, queue::TextField::response, Lane::responseHits); });
}

void HitController::setStore(StoreSession* session) {
    m_session = session;
}

void HitController::takeFilter() {
    m_wanted = std::make_shared<const queue::TextHits>(m_queue.filter());
    find(*m_panes.prompt, queue::TextField::prompt, Lane::promptHits);
    find(*m_panes.response, queue::TextField::response, Lane::responseHits);
}

void HitController::find(ReadOnlyText& view, queue::TextField field, Lane lane) {
    if (m_session == nullptr) {
        return;
    }
    if (m_wanted->isEmpty()) {
        m_session->reader.drop(lane);
        view.setHits({});
        return;
    }
    m_session->reader.run<std::vector<ShownHit>>(
        lane, &view,
        [shown = view.shownTexts(), wanted = m_wanted, field](StoreWorker::Job& job)
            -> Result<std::vector<ShownHit>> { return hitsIn(shown, *wanted, field, job.stop); },
        [&view](Result<std::vector<ShownHit>> hits) {
            if (hits) {
                view.setHits(std::move(*hits));
            }
        });
}

} // namespace goldpan::ui
