// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/missing_store.h"

#include "ui/common/error_text.h"
#include "ui/common/notice_bar.h"
#include "ui/state/store_watch.h"

namespace goldpan::ui {

MissingStore::MissingStore(NoticeBar& notices, StoreWatch& watch, QObject* parent)
    : QObject(parent) {
    connect(&watch, &StoreWatch::missing, this, [this, &notices](const Error& error) {
        m_shown = tr("Nothing can be saved. %1 Words that you type stay in this window, and can be copied.")
                      .arg(errorText(error));
        notices.post(NoticeBar::Kind::error, m_shown);
    });
    connect(&watch, &StoreWatch::inPlace, this, [this, &notices] { notices.withdraw(m_shown); });
}

} // namespace goldpan::ui
