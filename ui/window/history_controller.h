// SPDX-FileCopyrightText: Goldpan contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// HistoryController: the history of the store: reads it, keeps it fresh while it is looked at, and takes acts
// back from it. Owned by the window; GUI thread.
#pragma once

#include <QObject>
#include <cstdint>

#include "core/base/ids.h"

class QWidget;

namespace goldpan::ui {

class BulkController;
class CommandRegistry;
class ReviewSession;
class StoreHistory;
class StoreSession;
class StoreWatch;

class HistoryController final : public QObject {
    Q_OBJECT

public:
    HistoryController(QWidget& window, CommandRegistry& registry, ReviewSession& review, StoreWatch& watch,
                      BulkController& bulk, QObject* parent);

    void setStore(StoreSession* session);

Q_SIGNALS:
    void dialogClosed();

private:
    void open();
    void read();
    void undo(ActId act, bool again);

    BulkController& m_bulk;
    StoreHistory* m_dialog = nullptr;
    StoreSession* m_session = nullptr;
    std::int64_t m_limit = 0; ///< acts that are shown
};

} // namespace goldpan::ui
