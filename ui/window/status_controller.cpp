// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_controller.h"

#include "ui/common/elided_label.h"
#include "ui/common/text_bridge.h"
#include "ui/queue/row_text.h"
#include "ui/state/work_rate.h"
#include "ui/window/panes.h"

#include <chrono>

namespace goldpan::ui {
namespace {

QString driftText(const DriftProgress& drift) {
    if (drift.trainedOn) {
        return StatusController::tr("drift window #%1: trained on with batch %2")
            .arg(countText(drift.number), QString::number(drift.trainedOn->value));
    }
    const QString text =
        StatusController::tr("drift window #%1: %2 of %3 corrected")
            .arg(countText(drift.number), countText(drift.corrected), countText(drift.wanted));
    const std::int64_t missing = drift.wanted - drift.corrected;
    return missing > 0 ? StatusController::tr("%1, %2 short").arg(text, countText(missing)) : text;
}

} // namespace

StatusController::StatusController(Panes& panes, const Backend& backend, StoreWatch& watch, QObject* parent)
    : QObject(parent)
    , m_panes(panes)
    , m_backend(backend) {
    connect(&watch, &StoreWatch::counted, this, &StatusController::show);
    connect(&m_aging, &QTimer::timeout, this, &StatusController::showOperator);
    m_aging.start(std::chrono::seconds(15));
    showOperator();
}

void StatusController::clear() {
    m_figures.reset();
    m_panes.sums->setLine({});
    m_panes.drift->setLine({});
    showOperator();
}

void StatusController::show(const Figures& figures) {
    m_figures = figures;
    showOperator();
    m_panes.drift->setLine(figures.drift ? driftText(*figures.drift) : QString());
    const auto count = [&figures](ReviewState state) {
        return countText(figures.stats.byState[static_cast<std::size_t>(state)]);
    };
    m_panes.sums->setLine(
        tr("%1 unreviewed + %2 corrected + %3 accepted + %4 discarded + %5 deferred = %6 row(s)", nullptr,
           pluralOf(figures.stats.rows))
            .arg(count(ReviewState::unreviewed), count(ReviewState::corrected), count(ReviewState::accepted),
                 count(ReviewState::discarded), count(ReviewState::deferred), countText(figures.stats.rows)));
}

void StatusController::showOperator() {
    QString text = toQString(m_backend.operatorName);
    if (m_figures) {
        text = tr("%1 · %2 corrected today (UTC)").arg(text, countText(m_figures->correctedToday));
        if (const auto rate = decisionsPerMinute(m_figures->recentDecisions, m_backend.clock.now())) {
            text = tr("%1 · %2/min").arg(text, QString::number(*rate, 'f', 1));
        }
    }
    m_panes.who->setLine(text);
}

} // namespace goldpan::ui
