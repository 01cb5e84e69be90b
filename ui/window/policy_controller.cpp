// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/policy_controller.h"

#include "core/store/upkeep.h"
#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/queue/row_text.h"
#include "ui/settings/policy_page.h"
#include "ui/state/store_session.h"

namespace goldpan::ui {

PolicyController::PolicyController(PolicyPage& page, NoticeBar& notices, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_notices(notices) {
    connect(&page, &PolicyPage::changeRequested, this, &PolicyController::set);
}

void PolicyController::setStore(StoreSession* session) {
    m_session = session;
    m_setting = false; // an answer of the store that went does not come
    m_page.setPolicy({});
    read();
}

void PolicyController::read() {
    if (m_session == nullptr || m_setting) {
        return;
    }
    m_session->reader.run<Policy>(
        Lane::ordered, this, [](StoreWorker::Job& job) { return job.store.upkeep().policy(); },
        [this](Result<Policy> policy) {
            if (m_setting) {
                return;
            }
            m_page.setPolicy(policy ? std::optional(*policy) : std::nullopt);
            if (!policy) {
                m_page.setMessage(errorText(policy.error()));
            }
        });
}

void PolicyController::set(const Policy& policy) {
    m_setting = true;
    m_page.setBusy(tr("The rows are marked anew…"));
    m_session->jobs.run<std::int64_t>(
        Lane::ordered, this,
        [policy](StoreWorker::Job& job) { return job.store.upkeep().setPolicy(policy, {}, job.stop); },
        [this, policy](Result<std::int64_t> changed) {
            m_setting = false;
            if (!changed) {
                m_notices.post(NoticeBar::Kind::error, errorText(changed.error()));
                read();
                return;
            }
            m_page.setPolicy(policy);
            const QString done = tr("The store has these thresholds now; %1 row(s) are marked anew.", nullptr,
                                    pluralOf(*changed))
                                     .arg(countText(*changed));
            m_page.setMessage(done);
            m_notices.post(NoticeBar::Kind::ok, done);
        });
}

} // namespace goldpan::ui
