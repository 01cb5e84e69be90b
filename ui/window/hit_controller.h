// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// HitController: marks in the conversation and the response what the current filter looks for. Found by a
// worker, so that a long text never keeps the window waiting. Owned by the window; GUI thread.
#pragma once

#include "core/queue/text_hits.h"
#include "ui/async/store_worker.h"

#include <QObject>

#include <memory>

namespace goldpan::ui {

class QueueSession;
class ReadOnlyText;
class StoreSession;
struct Panes;

class HitController final : public QObject {
    Q_OBJECT

public:
    HitController(Panes& panes, QueueSession& queue, QObject* parent);

    void setStore(StoreSession* session);

private:
    void takeFilter();
    void find(ReadOnlyText& view, queue::TextField field, Lane lane);

    Panes& m_panes;
    QueueSession& m_queue;
    StoreSession* m_session = nullptr;
    std::shared_ptr<const queue::TextHits> m_wanted;
};

} // namespace goldpan::ui
