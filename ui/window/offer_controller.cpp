// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/offer_controller.h"

#include "ui/bulk/bulk_choice.h"
#include "ui/common/notice_bar.h"
#include "ui/queue/row_text.h"
#include "ui/state/review_session.h"
#include "ui/state/store_session.h"
#include "ui/window/bulk_controller.h"

#include <optional>
#include <utility>

namespace goldpan::ui {
namespace {

/// Rows of a step: some hundredths of a second, so that figures asked meanwhile do not wait.
constexpr std::int64_t kRowsAtOnce = 10'000;

/// None while not all rows are known yet.
using Found = std::optional<review::SameRows>;

} // namespace

OfferController::OfferController(NoticeBar& notices, ReviewSession& review, BulkController& bulk,
                                 QObject* parent)
    : QObject(parent)
    , m_notices(notices)
    , m_bulk(bulk) {
    connect(&review, &ReviewSession::corrected, this, &OfferController::lookFor);
    connect(&review, &ReviewSession::undone, this, [this](ActKind, bool, RowId row) {
        if (row == m_source) { // its words may be gone
            drop();
        }
    });
}

void OfferController::setStore(StoreSession* session) {
    drop();
    m_session = session;
    m_index = std::make_shared<review::ContextIndex>();
    m_stepping = false;
}

void OfferController::lookFor(RowId row, const std::string& text) {
    drop(); // it was about the correction before
    m_row = row;
    m_source = row;
    m_text = text;
    step();
}

void OfferController::step() {
    if (m_session == nullptr || m_stepping || !m_row) {
        return;
    }
    m_stepping = true;
    m_session->counter.run<Found>(
        Lane::ordered, this,
        [index = m_index, row = m_row, rest = m_rest](StoreWorker::Job& job) -> Result<Found> {
            auto all = index->readOn(job.store, kRowsAtOnce);
            if (!all) {
                return std::unexpected(all.error());
            }
            if (!*all) {
                return Found();
            }
            auto same = rest.empty() ? index->untouchedLike(job.store, row, {}, job.stop)
                                     : review::untouchedAmong(job.store, row, rest, {}, job.stop);
            return same ? Result<Found>(std::move(*same)) : std::unexpected(same.error());
        },
        [this, row = m_row](Result<Found> found) {
            m_stepping = false;
            if (!found) {
                m_row = {}; // an offer that cannot be made is none; whoever reads rows tells of the trouble
                return;
            }
            if (row != m_row || !*found) {
                step();
                return;
            }
            review::SameRows& same = **found;
            if (same.rows.empty() && !same.rest.empty()) {
                m_rest = std::move(same.rest); // so many were touched already
                step();
                return;
            }
            m_row = {};
            m_rest.clear();
            offer(std::move(same));
        });
}

void OfferController::offer(review::SameRows same) {
    Q_EMIT looked(static_cast<int>(same.rows.size()));
    if (same.rows.empty()) {
        return;
    }
    const std::int64_t count = std::ssize(same.rows);
    const bool more = !same.rest.empty();
    m_offered =
        more ? tr("At least %1 other rows have this prompt and are not reviewed.").arg(countText(count))
             : tr("%1 other row(s) have this prompt and are not reviewed.", nullptr, pluralOf(count))
                   .arg(countText(count));
    const QString what = more ? tr("Saving the same correction for all rows with this prompt")
                              : tr("Saving the same correction for %1").arg(rowsText(count));
    const auto rows = std::make_shared<const std::vector<RowId>>(same.rows);
    const auto use = [this, what, rows, same = std::move(same), row = m_source, text = m_text] {
        m_bulk.start(rows, what,
                     [same, row, text](review::ReviewService& service, std::span<const RowId>,
                                       const ProgressFn& progress, std::stop_token stop) {
                         return service.correctLike(row, text, same, progress, std::move(stop));
                     });
    };
    m_notices.post(NoticeBar::Kind::info, m_offered, {{tr("Use the same correction"), use}});
}

void OfferController::withdraw() {
    if (!m_offered.isEmpty()) {
        m_notices.withdraw(std::exchange(m_offered, QString()));
    }
}

void OfferController::drop() {
    withdraw();
    m_row = {};
    m_source = {};
    m_rest.clear();
}

} // namespace goldpan::ui
