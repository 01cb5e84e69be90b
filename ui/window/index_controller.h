// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// IndexController: has the search index built behind the review and shows in the status line how far it is.
// Owned by the window; GUI thread.
#pragma once

#include <QObject>

#include "core/store/upkeep.h"

namespace goldpan::ui {

class IndexKeeper;
class StoreSession;
class StoreWatch;
struct Panes;

class IndexController final : public QObject {
    Q_OBJECT

public:
    IndexController(Panes& panes, StoreWatch& watch, QObject* parent);

    void setStore(StoreSession* session);
    void look(const store::Stats& stats);

private:
    void show(const store::IndexStatus& status);

    Panes& m_panes;
    IndexKeeper* m_keeper = nullptr;
};

} // namespace goldpan::ui
