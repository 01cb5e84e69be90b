// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PolicyController: reads the policy of the open store for the settings and sets it there. Owned by the
// window; GUI thread.
#pragma once

#include "core/domain/policy.h"

#include <QObject>

namespace goldpan::ui {

class NoticeBar;
class PolicyPage;
class StoreSession;

class PolicyController final : public QObject {
    Q_OBJECT

public:
    PolicyController(PolicyPage& page, NoticeBar& notices, QObject* parent);

    void setStore(StoreSession* session);
    /// Somebody else may have set it.
    void read();

private:
    void set(const PolicyTexts& values);

    PolicyPage& m_page;
    NoticeBar& m_notices;
    StoreSession* m_session = nullptr;
    bool m_setting = false;
};

} // namespace goldpan::ui
