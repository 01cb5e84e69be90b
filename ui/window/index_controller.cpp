// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/index_controller.h"

#include "ui/common/elided_label.h"
#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/state/index_keeper.h"
#include "ui/state/store_watch.h"
#include "ui/window/panes.h"

#include <QLabel>

namespace goldpan::ui {
namespace {

constexpr auto kPatience = std::chrono::seconds(3); // first things first: rows, figures, counts

} // namespace

IndexController::IndexController(Panes& panes, StoreWatch& watch, QObject* parent)
    : QObject(parent)
    , m_panes(panes)
    , m_keeper(new IndexKeeper(kPatience, this)) {
    connect(m_keeper, &IndexKeeper::changed, this, &IndexController::show);
    connect(m_keeper, &IndexKeeper::buildingChanged, &watch, &StoreWatch::setIndexing);
    connect(m_keeper, &IndexKeeper::failed, this, [this](const Error& error) {
        m_panes.notices->post(
            NoticeBar::Kind::warning,
            tr("The search index cannot be built; filters work without it. %1").arg(errorText(error)));
    });
    connect(m_panes.notices, &NoticeBar::progressChanged, m_keeper, &IndexKeeper::hold);
}

void IndexController::setStore(StoreSession* session) {
    m_keeper->setStore(session);
    m_panes.index->setLine({});
}

void IndexController::look(const store::Stats& stats) {
    m_keeper->look(stats.index);
}

void IndexController::show(const store::IndexStatus& status) {
    const qint64 percent = status.rows > 0 ? status.covered * 100 / status.rows : 0;
    switch (status.state) {
    case store::IndexState::missing:
        m_panes.index->setLine(tr("no index yet"));
        break;
    case store::IndexState::building:
        m_panes.index->setLine(tr("index %1 %").arg(percent));
        break;
    case store::IndexState::ready:
        m_panes.index->setLine(tr("index ready"));
        break;
    }
}

} // namespace goldpan::ui
