// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/operator_controller.h"

#include "ui/common/elided_label.h"
#include "ui/common/text_bridge.h"
#include "ui/state/queue_session.h"
#include "ui/state/review_session.h"
#include "ui/state/store_session.h"
#include "ui/state/store_watch.h"
#include "ui/window/file_controller.h"
#include "ui/window/leave_guard.h"
#include "ui/window/panes.h"
#include "ui/window/settings_controller.h"

namespace goldpan::ui {

OperatorController::OperatorController(Backend& backend, const Sessions& sessions, const Panes& panes,
                                       SettingsController& settings, QObject* parent)
    : QObject(parent)
    , m_backend(backend)
    , m_firstName(backend.operatorName)
    , m_sessions(sessions)
    , m_panes(panes)
    , m_settings(settings) {
    connect(&settings, &SettingsController::operatorChosen, this, &OperatorController::rename);
    show();
    rename(settings.preferences().operatorName);
}

void OperatorController::rename(const QString& name) {
    const std::string wanted = name.isEmpty() ? m_firstName : toUtf8(name);
    if (m_backend.operatorFixed || wanted == m_backend.operatorName) {
        return;
    }
    m_sessions.guard.whenSettled([this, wanted] {
        m_backend.operatorName = wanted;
        show();
        if (StoreSession* session = m_sessions.files.session()) {
            const RowId row = m_sessions.review.row();
            m_sessions.review.setStore(session);
            m_sessions.queue.refresh(row);
            m_sessions.watch.countSoon();
        }
    });
}

void OperatorController::show() {
    m_panes.who->setLine(toQString(m_backend.operatorName));
    m_settings.setOperator(toQString(m_backend.operatorName), m_backend.operatorFixed);
}

} // namespace goldpan::ui
