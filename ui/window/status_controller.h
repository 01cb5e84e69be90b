// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// StatusController: the status line: who works here and how fast, how far the last drift window is, and the
// states that add up. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <optional>

#include "ui/state/backend.h"
#include "ui/state/store_watch.h"

namespace goldpan::ui {

struct Panes;

class StatusController final : public QObject {
    Q_OBJECT

public:
    StatusController(Panes& panes, const Backend& backend, StoreWatch& watch, QObject* parent);

    /// The figures of the store that went count no more.
    void clear();

private:
    void show(const Figures& figures);
    void showOperator();

    Panes& m_panes;
    const Backend& m_backend;
    std::optional<Figures> m_figures;
    QTimer m_aging; ///< the rate falls while nobody decides
};

} // namespace goldpan::ui
