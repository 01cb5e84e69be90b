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

void PolicyController::set(const PolicyTexts& values) {
    struct Done {
        std::int64_t changed = 0;
        Policy policy; ///< with what others set
    };
    m_setting = true;
    m_page.setBusy(tr("The rows are marked anew…"));
    m_session->jobs.run<Done>(
        Lane::ordered, this,
        [values](StoreWorker::Job& job) -> Result<Done> {
            const auto changed = job.store.upkeep().setPolicy(values, {}, job.stop);
            if (!changed) {
                return std::unexpected(changed.error());
            }
            const auto policy = job.store.upkeep().policy();
            return policy ? Result<Done>({*changed, *policy}) : std::unexpected(policy.error());
        },
        [this](Result<Done> set) {
            m_setting = false;
            if (!set) {
                m_notices.post(NoticeBar::Kind::error, errorText(set.error()));
                read();
                return;
            }
            m_page.setPolicy(set->policy);
            const QString done = tr("The store has these thresholds now; %1 row(s) are marked anew.", nullptr,
                                    pluralOf(set->changed))
                                     .arg(countText(set->changed));
            m_page.setMessage(done);
            m_notices.post(NoticeBar::Kind::ok, done);
        });
}

} // namespace goldpan::ui
