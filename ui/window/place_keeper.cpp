// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/place_keeper.h"

#include "core/store/redacted_filter.h"
#include "ui/common/text_bridge.h"
#include "ui/state/queue_session.h"
#include "ui/state/review_session.h"
#include "ui/state/store_rules.h"
#include "ui/state/store_session.h"
#include "ui/window/filter_controller.h"
#include "ui/window/settings.h"

#include <chrono>
#include <memory>
#include <stop_token>
#include <utility>

namespace goldpan::ui {

PlaceKeeper::PlaceKeeper(FilterController& filters, QueueSession& queue, ReviewSession& review,
                         const StoreRules& rules, QObject* parent)
    : QObject(parent)
    , m_filters(filters)
    , m_queue(queue)
    , m_review(review)
    , m_rules(rules)
    , m_later(this) {
    m_later.setSingleShot(true);
    m_later.setInterval(std::chrono::seconds(2)); // for a window that is killed; one that is closed leaves
    connect(&m_later, &QTimer::timeout, this, &PlaceKeeper::saveBeside);
    const auto saveSoon = [this] {
        if (m_session != nullptr && !m_later.isActive()) {
            m_later.start();
        }
    };
    connect(&review, &ReviewSession::currentChanged, this, saveSoon);
    connect(&rules, &StoreRules::changed, this, saveSoon);
}

void PlaceKeeper::leave() {
    m_writer.reset(); // what it has not written by now is older than this
    if (const auto left = place()) {
        settings::setStorePlace(toQString(m_session->path()), *left);
    }
    m_later.stop();
    m_session = nullptr;
}

void PlaceKeeper::enter(StoreSession& session, const QString& filter) {
    const settings::StorePlace last = settings::storePlace(toQString(session.path()));
    m_filters.setFilter(filter.isEmpty() ? last.filter : filter, last.order, last.row);
    if (!m_queue.isRunning()) {
        m_queue.refresh(last.row); // the filter did not parse: its mistake is shown, and other rows
    }
    m_session = &session;
    m_writer.emplace(QStringLiteral("place"));
}

std::optional<settings::StorePlace> PlaceKeeper::place() const {
    if (m_session == nullptr || !m_review.row()) {
        return std::nullopt;
    }
    if (!m_rules.isKnown() && !m_queue.filterText().isEmpty()) {
        return std::nullopt; // whether it may be kept will be known soon
    }
    // A filter is people's own words, and with tokens in it another filter.
    const bool isPrivate = store::filterHoldsPii(toUtf8(m_queue.filterText()), *m_rules.redactor());
    return settings::StorePlace{isPrivate ? QString() : m_queue.filterText(), m_queue.order(),
                                m_review.row()};
}

void PlaceKeeper::saveBeside() {
    if (const auto here = place()) {
        m_writer->run<bool>(
            this,
            [path = toQString(m_session->path()), here = *here](const std::stop_token&) {
                settings::setStorePlace(path, here);
                return std::make_shared<const bool>(true);
            },
            [](const std::shared_ptr<const bool>&) {});
    }
}

} // namespace goldpan::ui
