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
using Found = std::optional<std::vector<RowId>>;

} // namespace

OfferController::OfferController(NoticeBar& notices, ReviewSession& review, BulkController& bulk,
                                 QObject* parent)
    : QObject(parent)
    , m_notices(notices)
    , m_bulk(bulk) {
    connect(&review, &ReviewSession::corrected, this, &OfferController::lookFor);
}

void OfferController::setStore(StoreSession* session) {
    withdraw();
    m_session = session;
    m_index = std::make_shared<review::ContextIndex>();
    m_stepping = false;
    m_row = {};
}

void OfferController::lookFor(RowId row, const std::string& text) {
    withdraw(); // it was about the correction before
    m_row = row;
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
        [index = m_index, row = m_row](StoreWorker::Job& job) -> Result<Found> {
            auto all = index->readOn(job.store, kRowsAtOnce);
            if (!all) {
                return std::unexpected(all.error());
            }
            if (!*all) {
                return Found();
            }
            auto rows = index->untouchedLike(job.store, row, job.stop);
            return rows ? Result<Found>(std::move(*rows)) : std::unexpected(rows.error());
        },
        [this, row = m_row](Result<Found> found) {
            m_stepping = false;
            if (!found) {
                m_row = {}; // an offer that cannot be made is none; whoever reads rows tells of the trouble
                return;
            }
            if (row == m_row && *found) {
                m_row = {};
                offer(std::move(**found));
                return;
            }
            step();
        });
}

void OfferController::offer(std::vector<RowId> rows) {
    if (rows.empty()) {
        return;
    }
    const auto shared = std::make_shared<const std::vector<RowId>>(std::move(rows));
    const std::int64_t count = std::ssize(*shared);
    m_offered = tr("%1 other row(s) have this prompt and are not reviewed.", nullptr, pluralOf(count))
                    .arg(countText(count));
    m_notices.post(NoticeBar::Kind::info, m_offered,
                   {{tr("Use the same correction"), [this, shared, count, text = m_text] {
                         m_bulk.start(shared, tr("Saving the same correction for %1").arg(rowsText(count)),
                                      [text](review::ReviewService& service, std::span<const RowId> ids,
                                             const ProgressFn& progress, std::stop_token stop) {
                                          return service.correctUntouched(ids, text,
                                                                          CorrectionSource::operatorWritten,
                                                                          progress, std::move(stop));
                                      });
                     }}});
}

void OfferController::withdraw() {
    if (!m_offered.isEmpty()) {
        m_notices.withdraw(std::exchange(m_offered, QString()));
    }
}

} // namespace goldpan::ui
